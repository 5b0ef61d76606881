/* Prints the blocks and grids that the markup layer sees in files: dump_markup FILE… */
#include <stdio.h>
#include <string.h>

#include "nb/base/buf.h"
#include "nb/markup/markup.h"

static const char *const kinds[] = {"auto", "text", "markdown", "html"};
static const char *const blocks[] = {"heading", "paragraph", "grid", "code", "comment"};

static void print_grid(const nb_grid *g)
{
    printf("  %s %ux%u%s%s%s\n", nb_dialect_name(g->dialect), g->row_count, g->column_count,
           g->keeps_rows ? " rows" : "", g->keeps_blanks ? " blanks" : "",
           g->keeps_columns ? " columns" : "");
    for (uint32_t row = 0; row < g->row_count; row++) {
        printf("  %3u", row);
        for (uint32_t i = g->row_first[row]; i < g->row_first[row + 1]; i++) {
            const nb_grid_cell *cell = &g->cells[i];
            printf(" %u", cell->column);
            if (cell->rowspan > 1 || cell->colspan > 1)
                printf("(%ux%u)", cell->rowspan, cell->colspan);
            printf(":[%.*s]", NB_ARG(cell->text.text));
        }
        printf("\n");
    }
}

static void print_markup(const nb_markup *m)
{
    printf("kind %s\n", kinds[m->kind]);
    for (uint32_t i = 0; i < m->block_count; i++) {
        const nb_block *b = &m->blocks[i];
        printf("%s%s", b->is_first_in_line ? "" : "+", blocks[b->kind]);
        if (b->level)
            printf(" %u", b->level);
        printf(" %u-%u %.*s\n", b->span.start, b->span.end, NB_ARG(b->text.text));
        if (b->grid)
            print_grid(b->grid);
    }
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        FILE *file = strcmp(argv[i], "-") ? fopen(argv[i], "rb") : stdin;
        if (!file) {
            perror(argv[i]);
            return 2;
        }
        nb_buf text = {0};
        char piece[4096];
        for (size_t n; (n = fread(piece, 1, sizeof piece, file)) > 0;)
            nb_buf_add(&text, piece, n);
        fclose(file);
        nb_arena *arena = nb_arena_new();
        nb_markup m = nb_markup_parse(arena, nb_buf_view(&text), NB_SOURCE_AUTO);
        printf("== %s\n", argv[i]);
        print_markup(&m);
        nb_arena_free(arena);
        nb_buf_release(&text);
    }
    return 0;
}
