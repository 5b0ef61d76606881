/* Lines, blocks and grids. */
#include "same_walk.h"

static bool is_equal_array(const uint32_t *a, const uint32_t *b, uint32_t count)
{
    return !a == !b && (!a || count == 0 || memcmp(a, b, count * sizeof *a) == 0);
}

bool same_mapped(same_walk *w, const void *va, const void *vb)
{
    const nb_mapped *a = va, *b = vb;
    return SAME_VIEW(text) && SAME_VALUE(base) &&
           same_field(w, nb_mapped_same_places(a, b, 0), "places");
}

bool same_lines(same_walk *w, const void *va, const void *vb)
{
    const nb_lines *a = va, *b = vb;
    return SAME_VIEW(text) && SAME_VALUE(count) &&
           same_field(w, is_equal_array(a->starts, b->starts, a->count), "starts") &&
           SAME_VALUE(well_formed);
}

static bool same_grid_cell(same_walk *w, const void *va, const void *vb)
{
    const nb_grid_cell *a = va, *b = vb;
    return SAME_PART(text, same_mapped) && SAME_SPAN(span) && SAME_VALUE(row) &&
           SAME_VALUE(column) && SAME_VALUE(rowspan) && SAME_VALUE(colspan);
}

bool same_grid(same_walk *w, const void *va, const void *vb)
{
    const nb_grid *a = va, *b = vb;
    return SAME_VALUE(dialect) && SAME_SPAN(span) && SAME_LIST(cells, cell_count, same_grid_cell) &&
           SAME_VALUE(row_count) && SAME_VALUE(column_count) &&
           same_field(w, is_equal_array(a->row_first, b->row_first, a->row_count + 1),
                      "row_first") &&
           SAME_VALUE(keeps_rows) && SAME_VALUE(keeps_blanks) && SAME_VALUE(keeps_columns);
}

static bool same_block(same_walk *w, const void *va, const void *vb)
{
    const nb_block *a = va, *b = vb;
    return SAME_VALUE(kind) && SAME_VALUE(level) && SAME_VALUE(is_first_in_line) &&
           SAME_SPAN(span) && SAME_PART(text, same_mapped) && SAME_ROW(grid, 1, same_grid);
}

bool same_markup(same_walk *w, const void *va, const void *vb)
{
    const nb_markup *a = va, *b = vb;
    return SAME_VALUE(kind) && SAME_VIEW(text) && SAME_LIST(blocks, block_count, same_block);
}

static uint32_t block_of(const nb_markup *markup, const nb_grid *grid)
{
    for (uint32_t i = 0; i < markup->block_count; i++)
        if (markup->blocks[i].grid == grid)
            return i;
    return NB_VIEW_NONE;
}

bool same_grid_of(same_walk *w, const nb_markup *in_a, const nb_grid *a, const nb_markup *in_b,
                  const nb_grid *b)
{
    if (!a || !b)
        return same_field(w, a == b, " is NULL in one");
    return same_field(w, block_of(in_a, a) == block_of(in_b, b), " is another block's") &&
           same_grid(w, a, b);
}
