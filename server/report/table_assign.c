#include "report/table_build.h"

/* Assigns figures to the cells of a row, or leaves them unassigned where there is a choice. */

typedef struct values {
    const nb_table_token *items[NB_TABLE_COLUMNS_MAX * 2];
    uint32_t count;
    uint32_t blanks;
} values;

/* Units stand in cells of their own in the form of 2014, and behind amounts. */
static bool collect(const nb_table_token *tokens, uint32_t count, values *v)
{
    for (uint32_t i = 0; i < count; i++) {
        if (tokens[i].kind == NB_TOKEN_UNIT)
            continue;
        if (v->count == NB_TABLE_COLUMNS_MAX * 2)
            return false;
        v->items[v->count++] = &tokens[i];
        v->blanks += tokens[i].kind == NB_TOKEN_BLANK;
    }
    return true;
}

static void set_cell(nb_cell *cell, const nb_table_token *token)
{
    cell->raw = *token->raw;
    cell->span = token->span;
    cell->grid_cell = token->cell;
    cell->figure = *token->figure;
    cell->state = token->kind == NB_TOKEN_FIGURE  ? NB_CELL_VALUE
                  : token->kind == NB_TOKEN_BLANK ? NB_CELL_BLANK
                                                  : NB_CELL_UNREADABLE;
}

static const nb_table_token *covering(const values *v, uint32_t column)
{
    for (uint32_t i = 0; i < v->count; i++)
        if (v->items[i]->column <= column && column < v->items[i]->column + v->items[i]->colspan)
            return v->items[i];
    return NULL;
}

/* A figure written again in the further columns that its header cell spans. */
static bool is_repeated(const nb_table_header *h, uint32_t column_count,
                        const nb_table_token *token, const nb_table_token *const *found)
{
    for (uint32_t c = 0; c < column_count; c++)
        if (found[c] && found[c] != token && h->column[c] < token->column &&
            token->column < h->column[c] + h->colspan[c])
            return nb_view_eq(found[c]->raw->text, token->raw->text);
    return false;
}

/*
 * By the columns of the grid. False if the row has no cell in a column, or a figure where the form
 * has no column.
 */
static bool assign_by_columns(const nb_table_builder *b, nb_row *row, const values *v,
                              uint32_t column_count)
{
    const nb_table_header *h = &b->header;
    const nb_table_token *found[NB_TABLE_COLUMNS_MAX] = {NULL};
    uint32_t used = 0;
    for (uint32_t c = 0; c < column_count; c++) {
        if (h->column[c] == NB_NO_COLUMN)
            continue;
        found[c] = covering(v, h->column[c]);
        if (!found[c])
            return false;
        used += found[c]->kind != NB_TOKEN_BLANK;
    }
    for (uint32_t i = 0; i < v->count; i++)
        used +=
            v->items[i]->kind != NB_TOKEN_BLANK && is_repeated(h, column_count, v->items[i], found);
    if (used < v->count - v->blanks && !h->has_extra)
        return false;
    for (uint32_t c = 0; c < column_count; c++)
        if (found[c])
            set_cell(&row->cells[c], found[c]);
    return true;
}

/*
 * By count alone. More cells than columns are merged cells; they are blank, and stand before the
 * figures or behind them. Only one way of leaving them out may be left.
 */
static bool assign_by_count(const nb_table_header *h, nb_row *row, const values *v)
{
    uint32_t width = h->width;
    if (v->count < width)
        return false;
    uint32_t excess = v->count - width, leading = 0, trailing = 0;
    while (leading < v->count && v->items[leading]->kind == NB_TOKEN_BLANK)
        leading++;
    while (trailing < v->count && v->items[v->count - 1 - trailing]->kind == NB_TOKEN_BLANK)
        trailing++;
    uint32_t low = excess > trailing ? excess - trailing : 0;
    uint32_t high = leading < excess ? leading : excess;
    if (low > high || (low < high && v->blanks < v->count))
        return false;
    for (uint32_t i = 0; i < width; i++)
        set_cell(&row->cells[h->base + h->order[i]], v->items[high + i]);
    return true;
}

/* One merged empty cell stands for all. */
static bool assign_merged_blank(nb_row *row, const values *v, uint32_t base, uint32_t width)
{
    uint32_t spanned = 0;
    for (uint32_t i = 0; i < v->count; i++)
        spanned += v->items[i]->colspan;
    if (v->count == 0 || v->blanks < v->count || spanned < width)
        return false;
    for (uint32_t c = 0; c < width; c++)
        set_cell(&row->cells[base + c], v->items[0]);
    return true;
}

/* In text: digits that are no figure, or longer ones and fewer than there are columns. */
static bool is_glued(const values *v, uint32_t width)
{
    for (uint32_t i = 0; i < v->count; i++)
        if (v->items[i]->kind == NB_TOKEN_FIGURE && v->items[i]->figure->state != NB_FIGURE_VALUE)
            return true;
    if (v->count >= width)
        return false;
    for (uint32_t i = 0; i < v->count; i++)
        if (v->items[i]->kind == NB_TOKEN_TEXT || v->items[i]->raw->text.len > 1)
            return true;
    return false;
}

/* Figures that are one string of digits stay readable as such in every cell of the row. */
static void leave_unassigned(nb_row *row, uint32_t base, uint32_t width, nb_row_doubt doubt,
                             const values *v)
{
    row->doubt = doubt;
    for (uint32_t c = base; c < base + width; c++) {
        row->cells[c].state = NB_CELL_UNASSIGNED;
        if (doubt == NB_ROW_GLUED && v->count == 1) {
            row->cells[c].raw = *v->items[0]->raw;
            row->cells[c].span = v->items[0]->span;
            row->cells[c].grid_cell = v->items[0]->cell;
        }
    }
}

void nb_table_assign(nb_table_builder *b, const nb_table_line *line, nb_row *row,
                     const nb_table_token *tokens, uint32_t count)
{
    nb_table_header_resolve(b);
    nb_table_header *h = &b->header;
    nb_table_block *block = &b->table->blocks[b->block];
    uint32_t base = h->base, width = h->width;
    values v = {.count = 0};
    bool is_read = collect(tokens, count, &v);
    h->is_closed = true;
    h->group_mask = 0;
    bool keeps_blanks = line->grid ? line->grid->keeps_blanks : false;
    bool same_grid = line->grid && h->grid && line->grid->column_count == h->grid->column_count;
    if (is_read && h->has_columns && same_grid && line->grid->keeps_columns &&
        assign_by_columns(b, row, &v, block->form->column_count))
        return;
    bool glued = !line->grid && is_glued(&v, width);
    bool has_gap = false;
    for (uint32_t c = 0; c < block->form->column_count; c++)
        has_gap |= h->is_missing[c];
    bool may_count = is_read && !glued && !has_gap && !h->has_extra && !h->is_disordered;
    if (may_count && (keeps_blanks || v.count == width) &&
        (assign_by_count(h, row, &v) || assign_merged_blank(row, &v, base, width)))
        return;
    if (!glued && (has_gap || h->has_extra || h->is_disordered || v.count > width))
        block->columns_sure = false;
    leave_unassigned(row, base, width, glued ? NB_ROW_GLUED : NB_ROW_COUNT, &v);
}
