#include "markup/source.h"

#include <string.h>

/* Beyond this column spans are not followed: the widest form has 15 columns. */
#define SPAN_COLUMNS_MAX 256u
#define ROWS_MAX 65535u

struct nb_grid_builder {
    nb_arena *arena;
    nb_grid grid;
    nb_grid_room *room;
    uint32_t column;   /* the next one of the open row */
    uint16_t *covered; /* by column: rows that a cell above still covers; NULL without rowspans */
    bool loses_columns;
};

static const char *const names[NB_DIALECT_COUNT] = {
    "none", "tab-cells",  "tsv",     "bar-rows", "bar-cells", "markdown",
    "html", "para-cells", "columns", "spaced",   "glued",
};

const char *nb_dialect_name(nb_dialect dialect)
{
    return (unsigned)dialect < NB_DIALECT_COUNT ? names[dialect] : names[NB_DIALECT_NONE];
}

nb_grid_builder *nb_grid_begin(nb_arena *arena, nb_grid_room *room, nb_dialect dialect,
                               bool keeps_rows, bool keeps_blanks, bool keeps_columns)
{
    nb_grid_builder *b = NB_NEW(arena, nb_grid_builder);
    b->arena = arena;
    b->room = room;
    room->cells.len = room->rows.len = 0;
    b->grid.dialect = dialect;
    b->grid.keeps_rows = keeps_rows;
    b->grid.keeps_blanks = keeps_blanks;
    b->grid.keeps_columns = keeps_columns;
    return b;
}

bool nb_grid_is_full(const nb_grid_builder *b, uint32_t more)
{
    return b->room->rows.len >= ROWS_MAX || b->room->cells.len + more > NB_GRID_CELLS_MAX;
}

static void leave_row(nb_grid_builder *b)
{
    if (!b->covered)
        return;
    for (uint32_t i = 0; i < SPAN_COLUMNS_MAX; i++)
        b->covered[i] = (uint16_t)(b->covered[i] ? b->covered[i] - 1 : 0);
}

void nb_grid_row(nb_grid_builder *b)
{
    if (b->room->rows.len >= ROWS_MAX)
        return;
    if (b->room->rows.len)
        leave_row(b);
    *nb_vec_push(b->arena, &b->room->rows) = b->room->cells.len;
    b->column = 0;
}

/* Rows below find the columns of this cell taken. Counts the cell's own row, which leave_row
 * takes off. */
static void cover(nb_grid_builder *b, uint32_t column, uint32_t rowspan, uint32_t colspan)
{
    if (rowspan < 2)
        return;
    if (!b->covered)
        b->covered = NB_NEW_ARRAY(b->arena, uint16_t, SPAN_COLUMNS_MAX);
    for (uint32_t i = column; i < column + colspan && i < SPAN_COLUMNS_MAX; i++)
        b->covered[i] = (uint16_t)rowspan;
}

static uint32_t clamp(uint32_t value, uint32_t max)
{
    if (value < 1)
        return 1;
    return value < max ? value : max;
}

void nb_grid_cell_add(nb_grid_builder *b, const nb_mapped *text, nb_span span, uint32_t rowspan,
                      uint32_t colspan)
{
    if (!b->room->rows.len)
        nb_grid_row(b);
    if (b->room->cells.len >= NB_GRID_CELLS_MAX)
        return;
    rowspan = clamp(rowspan, UINT16_MAX);
    colspan = clamp(colspan, SPAN_COLUMNS_MAX);
    while (b->covered && b->column < SPAN_COLUMNS_MAX && b->covered[b->column])
        b->column++;
    b->loses_columns |= b->column + colspan > SPAN_COLUMNS_MAX;
    cover(b, b->column, rowspan, colspan);
    *nb_vec_push(b->arena, &b->room->cells) = (nb_grid_cell){
        .text = *text,
        .span = span,
        .row = (uint16_t)(b->room->rows.len - 1),
        .column = (uint16_t)(b->column < UINT16_MAX ? b->column : UINT16_MAX),
        .rowspan = (uint16_t)rowspan,
        .colspan = (uint16_t)colspan,
    };
    b->column += colspan;
    if (b->column > b->grid.column_count)
        b->grid.column_count = b->column;
}

nb_grid *nb_grid_copy(nb_arena *arena, const nb_grid *grid, nb_grid_cell **cells)
{
    size_t cell_bytes = (size_t)grid->cell_count * sizeof *grid->cells;
    size_t row_bytes = ((size_t)grid->row_count + 1) * sizeof *grid->row_first;
    nb_grid *copy = nb_arena_alloc(arena, sizeof *copy + cell_bytes + row_bytes);
    *cells = (nb_grid_cell *)(copy + 1);
    uint32_t *rows = (uint32_t *)(*cells + grid->cell_count);
    memcpy(*cells, grid->cells, cell_bytes);
    memcpy(rows, grid->row_first, row_bytes);
    *copy = *grid;
    copy->cells = *cells;
    copy->row_first = rows;
    return copy;
}

const nb_grid *nb_grid_end(nb_grid_builder *b, nb_span span)
{
    nb_grid_room *room = b->room;
    uint32_t count = room->cells.len;
    if (!count)
        return NULL;
    while (room->rows.items[room->rows.len - 1] == count)
        room->rows.len--;
    b->grid.row_count = room->rows.len;
    *nb_vec_push(b->arena, &room->rows) = count;
    b->grid.cells = room->cells.items;
    b->grid.cell_count = count;
    b->grid.row_first = room->rows.items;
    b->grid.span = span;
    b->grid.keeps_columns &= !b->loses_columns;
    nb_grid_cell *cells;
    return nb_grid_copy(b->arena, &b->grid, &cells);
}
