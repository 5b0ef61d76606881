/*
 * Any bytes, read as any kind: blocks are in order, every span lies in the text and on borders of
 * characters, and every byte of text knows a place. Read after a text that lacks some bytes in the
 * middle they are the same.
 */
#include "fuzz.h"

#include <string.h>

#include "nb/markup/pairs.h"
#include "nb/text/utf8.h"

static void check_span(nb_view text, nb_span span)
{
    NB_BUG_ON(span.start > span.end || span.end > text.len, "a span lies in the text");
    NB_BUG_ON(nb_utf8_floor(text, span.start) != span.start, "a span starts at a character");
    NB_BUG_ON(nb_utf8_floor(text, span.end) != span.end, "a span ends at a character");
}

static void check_mapped(nb_view text, const nb_mapped *m)
{
    check_span(text, nb_mapped_whole(m));
    uint32_t before = 0;
    for (uint32_t at = 0, from = 0; at < m->text.len; from = at) {
        (void)nb_utf8_next(m->text, &at);
        nb_span place = nb_mapped_source(m, from, at);
        check_span(text, place);
        NB_BUG_ON(place.start < before, "places never go back");
        NB_BUG_ON(nb_mapped_find(m, place.start) > from, "a place leads back");
        before = place.start;
    }
}

static void check_grid(nb_view text, const nb_grid *grid)
{
    NB_BUG_ON(!grid->cell_count || grid->cell_count > NB_GRID_CELLS_MAX, "a grid has cells");
    NB_BUG_ON(grid->row_first[0] || grid->row_first[grid->row_count] != grid->cell_count,
              "rows hold all cells");
    for (uint32_t row = 0; row < grid->row_count; row++) {
        for (uint32_t i = grid->row_first[row]; i < grid->row_first[row + 1]; i++) {
            const nb_grid_cell *cell = &grid->cells[i];
            check_span(text, cell->span);
            check_mapped(text, &cell->text);
            NB_BUG_ON(cell->row != row, "a cell knows its row");
            NB_BUG_ON(!cell->text.text.len && cell->span.start != cell->span.end,
                      "an empty cell has an empty span");
            NB_BUG_ON(cell->span.start < grid->span.start || cell->span.end > grid->span.end,
                      "a cell lies in its grid");
        }
    }
}

static void check(nb_arena *arena, nb_view text, nb_source_kind kind)
{
    nb_markup m = nb_markup_parse(arena, text, kind);
    NB_BUG_ON(m.kind == NB_SOURCE_AUTO, "the kind is decided");
    uint32_t end = 0;
    for (uint32_t i = 0; i < m.block_count; i++) {
        const nb_block *block = &m.blocks[i];
        check_span(text, block->span);
        check_mapped(text, &block->text);
        NB_BUG_ON(block->span.start < end, "blocks are in order and apart");
        NB_BUG_ON((block->kind == NB_BLOCK_GRID) != (block->grid != NULL), "grids have a grid");
        end = block->span.end;
        if (block->grid)
            check_grid(text, block->grid);
    }
}

/* Several times the data: what is taken over goes by the kilobyte. */
static nb_view repeated(nb_arena *arena, nb_view data)
{
    enum { ENOUGH = 4096, TIMES_MAX = 200 };
    uint32_t times = data.len && data.len < ENOUGH ? ENOUGH / data.len + 1 : 1;
    if (times > TIMES_MAX)
        times = TIMES_MAX;
    char *bytes = nb_arena_alloc(arena, (size_t)times * data.len + 1);
    for (uint32_t i = 0; i < times && data.len; i++)
        memcpy(bytes + (size_t)i * data.len, data.ptr, data.len);
    return (nb_view){bytes, times * data.len};
}

/* Without up to 63 of its bytes, at a place that its first ones tell. */
static nb_view shortened(nb_arena *arena, nb_view text)
{
    const uint8_t *p = (const uint8_t *)text.ptr;
    uint32_t at = (p[0] * 256u + p[1]) % text.len;
    uint32_t len = p[2] % 64;
    if (len > text.len - at)
        len = text.len - at;
    char *bytes = nb_arena_alloc(arena, text.len);
    memcpy(bytes, text.ptr, at);
    memcpy(bytes + at, text.ptr + at + len, text.len - at - len);
    return (nb_view){bytes, text.len - len};
}

static void check_again(nb_arena *arena, nb_view data, nb_source_kind kind)
{
    if (data.len < 3)
        return;
    nb_arena *earlier = nb_arena_new();
    nb_view text = repeated(arena, data);
    nb_markup before = nb_markup_parse(earlier, shortened(earlier, text), kind);
    nb_markup_options options = {.before = &before};
    nb_markup again = nb_markup_parse_with(arena, text, kind, &options);
    nb_arena_free(earlier);
    nb_markup alone = nb_markup_parse(arena, text, kind);
    PROPERTY(again.block_count == alone.block_count);
    PROPERTY(nb_blocks_pair(&alone, &again).head == alone.block_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > UINT16_MAX)
        return 0;
    nb_view text = {(const char *)data, (uint32_t)size};
    nb_arena *arena = nb_arena_new();
    for (nb_source_kind kind = NB_SOURCE_AUTO; kind <= NB_SOURCE_HTML; kind++) {
        check(arena, text, kind);
        nb_arena_reset(arena, 1 << 20);
    }
    check_again(arena, text, NB_SOURCE_TEXT);
    check_again(arena, text, NB_SOURCE_MARKDOWN);
    nb_arena_free(arena);
    return 0;
}
