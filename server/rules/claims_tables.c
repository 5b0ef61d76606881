#include "rules/claims.h"

#include <string.h>

/* Figures of the tables, for comparison with the prose. What was not surely read is unknown. */

static bool row_is_sure(const nb_row *row)
{
    return row->is_present && (row->doubt == NB_ROW_SURE || row->doubt == NB_ROW_MISSPELT);
}

static nb_amount amount_of_cell(const nb_table_block *block, uint32_t r, const char *column)
{
    uint32_t c = nb_form_column_index(block->form, column);
    if (c == NB_VIEW_NONE || !block->columns_sure || !row_is_sure(&block->rows[r]))
        return (nb_amount){0};
    const nb_cell *cell = &block->rows[r].cells[c];
    if (cell->state == NB_CELL_BLANK)
        return (nb_amount){.span = cell->span, .cell = cell};
    if (cell->state != NB_CELL_VALUE)
        return (nb_amount){0};
    return (nb_amount){true, cell->figure.micro, cell->span, cell};
}

nb_amount nb_amount_of(const nb_table *table, const char *row, const char *column)
{
    for (uint32_t b = 0; table && b < table->block_count; b++) {
        const nb_table_block *block = &table->blocks[b];
        uint32_t r = block->is_present ? nb_form_row_index(block->form, row) : NB_VIEW_NONE;
        if (r == NB_VIEW_NONE)
            continue;
        nb_amount amount = amount_of_cell(block, r, column);
        if (!amount.is_known)
            amount.cell = NULL;
        return amount;
    }
    return (nb_amount){0};
}

/* The figure of a row in a column; a blank total is the sum of its row. */
static nb_amount part_of_row(const nb_table_block *block, uint32_t r, const char *column)
{
    nb_amount part = amount_of_cell(block, r, column);
    if (part.is_known || !part.cell || strcmp(column, "total") != 0)
        return part;
    for (uint32_t c = 0; c < block->form->column_count; c++) {
        nb_amount cell = amount_of_cell(block, r, block->form->columns[c].key);
        if (!cell.cell)
            return (nb_amount){0};
        part.is_known = part.is_known || cell.is_known;
        part.micro += cell.is_known ? cell.micro : 0;
    }
    return part;
}

static void sum_rows(const nb_table_block *block, const char *prefix, const char *column,
                     nb_amount *sum, uint32_t *values, bool *is_lost)
{
    for (uint32_t r = 0; r < block->form->row_count; r++) {
        if (strncmp(block->form->rows[r].key, prefix, strlen(prefix)) != 0)
            continue;
        nb_amount part = part_of_row(block, r, column);
        if (!part.cell)
            *is_lost = true;
        else
            sum->span =
                nb_span_is_empty(sum->span) ? part.span : nb_span_union(sum->span, part.span);
        if (part.is_known) {
            sum->micro += part.micro;
            *values += 1;
        }
    }
}

nb_amount nb_amount_of_rows(const nb_table *table, const char *prefix, const char *column)
{
    nb_amount sum = {0};
    uint32_t values = 0;
    bool is_lost = false;
    for (uint32_t b = 0; table && b < table->block_count; b++)
        if (table->blocks[b].is_present)
            sum_rows(&table->blocks[b], prefix, column, &sum, &values, &is_lost);
    sum.is_known = values > 0 && !is_lost;
    return sum;
}

static bool digits_rule_out(nb_view digits, nb_view figure, uint32_t column, uint32_t columns)
{
    for (uint32_t i = 0; i < digits.len; i++)
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
            return false;
    if (digits.len < columns)
        return false;
    return column == 0             ? !nb_view_starts_with(digits, figure)
           : column + 1 == columns ? !nb_view_ends_with(digits, figure)
                                   : !nb_view_contains(digits, figure);
}

bool nb_glued_rules_out(const nb_table *table, const char *row, const char *column, int64_t micro,
                        nb_span *span)
{
    for (uint32_t b = 0; table && b < table->block_count; b++) {
        const nb_table_block *block = &table->blocks[b];
        uint32_t r = block->is_present ? nb_form_row_index(block->form, row) : NB_VIEW_NONE;
        uint32_t c = nb_form_column_index(block->form, column);
        if (r == NB_VIEW_NONE || c == NB_VIEW_NONE || block->rows[r].doubt != NB_ROW_GLUED)
            continue;
        const nb_cell *cell = &block->rows[r].cells[c];
        char digits[32];
        nb_view figure = {digits, nb_figure_format(micro, 0, digits)};
        *span = cell->span;
        return cell->state == NB_CELL_UNASSIGNED &&
               digits_rule_out(cell->raw.text, figure, c, block->form->column_count);
    }
    return false;
}

nb_amount nb_amount_plus(nb_amount a, nb_amount b)
{
    if (!a.is_known || !b.is_known)
        return (nb_amount){0};
    return (nb_amount){true, a.micro + b.micro, nb_span_union(a.span, b.span), NULL};
}

/* ---- other figures for a cell ---- */

/* How often the cell of this row and column is among the operands. */
static int count_of(const nb_form_block *block, const char *const *keys, nb_identity_axis axis,
                    uint32_t row, uint32_t column)
{
    const char *key = axis == NB_AXIS_ROWS ? block->rows[row].key : block->columns[column].key;
    int count = 0;
    for (; *keys; keys++)
        count += strcmp(*keys, key) == 0;
    return count;
}

static bool find_cell(const nb_table_block *block, const nb_cell *cell, uint32_t *row,
                      uint32_t *column)
{
    for (uint32_t r = 0; r < block->form->row_count; r++)
        for (uint32_t c = 0; c < block->form->column_count; c++)
            if (&block->rows[r].cells[c] == cell) {
                *row = r;
                *column = c;
                return true;
            }
    return false;
}

static nb_cell_change change_of(const nb_verdict *verdict, const nb_cell *cell, int64_t micro)
{
    const nb_table_block *block = &verdict->table->blocks[verdict->block];
    const nb_identity *identity = verdict->identity;
    uint32_t row = 0, column = 0;
    if (verdict->state == NB_VERDICT_UNJUDGED || !find_cell(block, cell, &row, &column) ||
        verdict->index != (identity->axis == NB_AXIS_ROWS ? column : row))
        return NB_CHANGE_NEUTRAL;
    int sides = count_of(block->form, identity->left, identity->axis, row, column) -
                count_of(block->form, identity->right, identity->axis, row, column);
    if (sides == 0)
        return NB_CHANGE_NEUTRAL;
    int64_t difference =
        verdict->left_micro - verdict->right_micro + sides * (micro - cell->figure.micro);
    bool holds = identity->relation == NB_REL_EQ ? difference == 0 : difference <= 0;
    if (verdict->state == NB_VERDICT_HOLDS)
        return holds ? NB_CHANGE_NEUTRAL : NB_CHANGE_BREAKS;
    return holds ? NB_CHANGE_REPAIRS : NB_CHANGE_NEUTRAL;
}

nb_cell_change nb_cell_change_of(nb_rule_ctx *ctx, const nb_cell *cell, int64_t micro)
{
    uint32_t count = 0;
    const nb_verdict *verdicts = nb_ctx_verdicts(ctx, &count);
    nb_cell_change change = NB_CHANGE_NEUTRAL;
    for (uint32_t i = 0; i < count; i++) {
        nb_cell_change one = change_of(&verdicts[i], cell, micro);
        if (one == NB_CHANGE_BREAKS)
            return one;
        if (one == NB_CHANGE_REPAIRS)
            change = one;
    }
    return change;
}
