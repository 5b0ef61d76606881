#ifndef NB_TESTS_MARKUP_PICTURE_H
#define NB_TESTS_MARKUP_PICTURE_H

#include "cmocka_nb.h"

#include <stdio.h>
#include <string.h>

#include "nb/base/buf.h"
#include "nb/markup/markup.h"

/*
 * Blocks as text, so that a test shows what a person would read:
 *   p text | h2 text | code text | comment text ("+" before it: not first in its line)
 *   grid tsv rows blanks columns
 *   [cell][cell, two columns wide>2][cell, two rows high v2]
 */
static inline void picture_grid(nb_buf *out, const nb_grid *g)
{
    nb_buf_printf(out, "grid %s%s%s%s\n", nb_dialect_name(g->dialect), g->keeps_rows ? " rows" : "",
                  g->keeps_blanks ? " blanks" : "", g->keeps_columns ? " columns" : "");
    for (uint32_t row = 0; row < g->row_count; row++) {
        for (uint32_t i = g->row_first[row]; i < g->row_first[row + 1]; i++) {
            const nb_grid_cell *cell = &g->cells[i];
            nb_buf_printf(out, "[%.*s", NB_ARG(cell->text.text));
            if (cell->colspan > 1)
                nb_buf_printf(out, ">%u", cell->colspan);
            if (cell->rowspan > 1)
                nb_buf_printf(out, "v%u", cell->rowspan);
            nb_buf_add_str(out, "]");
        }
        nb_buf_add_str(out, "\n");
    }
}

static inline void picture(nb_buf *out, const nb_markup *m)
{
    for (uint32_t i = 0; i < m->block_count; i++) {
        const nb_block *b = &m->blocks[i];
        if (!b->is_first_in_line)
            nb_buf_add_str(out, "+");
        if (b->kind == NB_BLOCK_GRID) {
            picture_grid(out, b->grid);
            continue;
        }
        if (b->kind == NB_BLOCK_HEADING)
            nb_buf_printf(out, "h%u", b->level);
        else
            nb_buf_add_str(out, b->kind == NB_BLOCK_PARAGRAPH ? "p"
                                : b->kind == NB_BLOCK_CODE    ? "code"
                                                              : "comment");
        nb_buf_printf(out, " %.*s\n", NB_ARG(b->text.text));
    }
}

static inline void assert_picture(nb_source_kind kind, const char *text, const char *expected)
{
    nb_arena *arena = nb_arena_new();
    nb_buf out = {0};
    nb_markup m = nb_markup_parse(arena, nb_view_of(text), kind);
    picture(&out, &m);
    assert_string_equal(out.ptr ? out.ptr : "", expected);
    nb_buf_release(&out);
    nb_arena_free(arena);
}

/* The document's bytes that a piece of text came from. */
static inline void assert_source(nb_view document, nb_span span, const char *expected)
{
    char found[256];
    snprintf(found, sizeof found, "%.*s", NB_ARG(nb_view_sub(document, span.start, span.end)));
    assert_string_equal(found, expected);
}

#endif
