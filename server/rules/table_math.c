#include "rules/table_math.h"

#include <string.h>

#include "nb/base/bug.h"

static uint32_t index_of(const nb_form_block *block, nb_identity_axis axis, const char *key)
{
    return axis == NB_AXIS_ROWS ? nb_form_row_index(block, key) : nb_form_column_index(block, key);
}

static uint32_t resolve(const nb_form_block *block, nb_identity_axis axis, const char *const *keys,
                        uint32_t out[NB_OPERANDS_MAX])
{
    uint32_t count = 0;
    for (; keys[count]; count++) {
        NB_BUG_ON(count == NB_OPERANDS_MAX, "an identity has few operands");
        out[count] = index_of(block, axis, keys[count]);
    }
    return count;
}

bool nb_operands_of(const nb_form_block *block, const nb_identity *identity, nb_operands *out)
{
    if (identity->block && (!block->title || strcmp(block->title, identity->block) != 0))
        return false;
    out->left_count = resolve(block, identity->axis, identity->left, out->left);
    out->right_count = resolve(block, identity->axis, identity->right, out->right);
    out->total = identity->total ? index_of(block, identity->axis, identity->total) : NB_VIEW_NONE;
    return true;
}

uint32_t nb_identity_lines(const nb_form_block *block, const nb_identity *identity)
{
    return identity->axis == NB_AXIS_ROWS ? block->column_count : block->row_count;
}

static uint32_t cell_index(const nb_amounts *amounts, nb_identity_axis axis, uint32_t operand,
                           uint32_t line)
{
    return axis == NB_AXIS_ROWS ? operand * amounts->columns + line
                                : line * amounts->columns + operand;
}

nb_amount nb_amount_at(const nb_amounts *amounts, nb_identity_axis axis, uint32_t operand,
                       uint32_t line)
{
    return amounts->items[cell_index(amounts, axis, operand, line)];
}

const nb_row *nb_operand_row(const nb_amounts *amounts, nb_identity_axis axis, uint32_t operand,
                             uint32_t line)
{
    return &amounts->table->blocks[amounts->block].rows[axis == NB_AXIS_ROWS ? operand : line];
}

nb_cell *nb_operand_cell(const nb_amounts *amounts, nb_identity_axis axis, uint32_t operand,
                         uint32_t line)
{
    return &nb_operand_row(amounts, axis, operand, line)
                ->cells[axis == NB_AXIS_ROWS ? line : operand];
}

bool nb_table_has_extra_rows(const nb_table *table)
{
    for (uint32_t i = 0; i < table->extra_count; i++)
        if (!table->extras[i].is_column)
            return true;
    return false;
}

nb_value_kind nb_cell_kind(const nb_form_block *block, uint32_t row, uint32_t column)
{
    if (block->rows[row].kind == NB_VALUE_NONE)
        return NB_VALUE_NONE;
    if (block->columns[column].kind != NB_VALUE_COUNT)
        return block->columns[column].kind;
    return block->column_count == 1 ? block->rows[row].kind : NB_VALUE_COUNT;
}

static int64_t zero_sum(const nb_amounts *amounts, nb_identity_axis axis, const uint32_t *operands,
                        uint32_t count, uint32_t line, bool *is_known)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        nb_amount amount = nb_amount_at(amounts, axis, operands[i], line);
        *is_known &= amount.state != NB_AMOUNT_UNKNOWN;
        *is_known &= !__builtin_add_overflow(sum, amount.micro, &sum);
    }
    return sum;
}

bool nb_amounts_hold_with_zeros(const nb_amounts *amounts)
{
    const nb_form_table *form = amounts->table->form;
    const nb_form_block *block = amounts->table->blocks[amounts->block].form;
    for (uint32_t i = 0; i < form->identity_count; i++) {
        const nb_identity *identity = &form->identities[i];
        nb_operands ops;
        if (!nb_operands_of(block, identity, &ops))
            continue;
        for (uint32_t line = 0; line < nb_identity_lines(block, identity); line++) {
            bool is_known = true;
            int64_t left =
                zero_sum(amounts, identity->axis, ops.left, ops.left_count, line, &is_known);
            int64_t right =
                zero_sum(amounts, identity->axis, ops.right, ops.right_count, line, &is_known);
            if (is_known && (identity->relation == NB_REL_EQ ? left != right : left > right))
                return false;
        }
    }
    return true;
}

static nb_amount amount_of(const nb_row *row, const nb_cell *cell)
{
    nb_amount amount = {NB_AMOUNT_UNKNOWN, 0};
    if (!row->is_present)
        return amount;
    if (cell->state == NB_CELL_BLANK)
        amount.state = NB_AMOUNT_BLANK;
    if (cell->state == NB_CELL_VALUE && !cell->figure.is_approximate && !cell->figure.is_percent) {
        amount.state = NB_AMOUNT_PRINTED;
        amount.micro = cell->figure.micro;
    }
    return amount;
}

/* A row that is the total of others: its own cells may still be computed. */
static bool is_total_row(const nb_form_table *form, const nb_form_block *block, uint32_t row)
{
    for (uint32_t i = 0; i < form->identity_count; i++) {
        const nb_identity *identity = &form->identities[i];
        if (identity->axis == NB_AXIS_ROWS && identity->total &&
            strcmp(identity->total, block->rows[row].key) == 0)
            return true;
    }
    return false;
}

/* Blank totals of an identity become the sum of their parts, if any part is known and all are read.
 */
static void compute_totals(nb_amounts *amounts, const nb_form_block *block,
                           const nb_identity *identity, bool skip_total_rows)
{
    nb_operands ops;
    if (identity->relation != NB_REL_EQ || !identity->total ||
        !nb_operands_of(block, identity, &ops))
        return;
    for (uint32_t line = 0; line < nb_identity_lines(block, identity); line++) {
        if (skip_total_rows && is_total_row(amounts->table->form, block, line))
            continue;
        nb_amount *total = &amounts->items[cell_index(amounts, identity->axis, ops.total, line)];
        bool is_known = total->state == NB_AMOUNT_BLANK;
        uint32_t figures = 0;
        int64_t sum = 0;
        for (uint32_t i = 0; i < ops.left_count && is_known; i++) {
            nb_amount part = nb_amount_at(amounts, identity->axis, ops.left[i], line);
            is_known = part.state != NB_AMOUNT_UNKNOWN;
            figures += part.state >= NB_AMOUNT_PRINTED;
            is_known &= !__builtin_add_overflow(sum, part.micro, &sum);
        }
        if (is_known && figures > 0)
            *total = (nb_amount){NB_AMOUNT_COMPUTED, sum};
    }
}

nb_amounts nb_amounts_of(nb_arena *arena, const nb_table *table, uint32_t block_index)
{
    const nb_table_block *block = &table->blocks[block_index];
    nb_amounts amounts = {.table = table,
                          .block = block_index,
                          .rows = block->form->row_count,
                          .columns = block->form->column_count};
    amounts.items = NB_NEW_ARRAY(arena, nb_amount, amounts.rows * amounts.columns);
    bool has_blanks = false;
    for (uint32_t r = 0; r < amounts.rows; r++)
        for (uint32_t c = 0; c < amounts.columns; c++) {
            nb_amount amount = amount_of(&block->rows[r], &block->rows[r].cells[c]);
            amounts.items[r * amounts.columns + c] = amount;
            has_blanks |= amount.state == NB_AMOUNT_BLANK;
        }
    if (!has_blanks)
        return amounts;
    /*
     * The totals of detail rows are parts of the column of totals; then the total rows; what is
     * still blank in these last.
     */
    static const nb_identity_axis passes[] = {NB_AXIS_COLUMNS, NB_AXIS_ROWS, NB_AXIS_COLUMNS};
    for (size_t pass = 0; pass < sizeof passes / sizeof passes[0]; pass++)
        for (uint32_t i = 0; i < table->form->identity_count; i++)
            if (table->form->identities[i].axis == passes[pass])
                compute_totals(&amounts, block->form, &table->form->identities[i], pass == 0);
    return amounts;
}
