#include <string.h>

#include "nb/check/place.h"

static bool has_key(const char *const *keys, const char *key)
{
    for (; keys && *keys; keys++)
        if (strcmp(*keys, key) == 0)
            return true;
    return false;
}

bool nb_verdict_involves(const nb_verdict *verdict, const nb_table *table, uint32_t block,
                         uint32_t form_row, uint32_t column)
{
    if (verdict->table != table || verdict->block != block)
        return false;
    const nb_form_block *form = table->blocks[block].form;
    const nb_identity *identity = verdict->identity;
    bool by_rows = identity->axis == NB_AXIS_ROWS;
    if (verdict->index != (by_rows ? column : form_row))
        return false;
    const char *key = by_rows ? form->rows[form_row].key : form->columns[column].key;
    return has_key(identity->left, key) || has_key(identity->right, key);
}

static const nb_cell *cell_of(const nb_verdict *verdict, const char *key)
{
    const nb_table_block *block = &verdict->table->blocks[verdict->block];
    bool by_rows = verdict->identity->axis == NB_AXIS_ROWS;
    uint32_t row = by_rows ? nb_form_row_index(block->form, key) : verdict->index;
    uint32_t column = by_rows ? verdict->index : nb_form_column_index(block->form, key);
    if (row >= block->form->row_count || column >= block->form->column_count ||
        !block->rows[row].is_present)
        return NULL;
    return &block->rows[row].cells[column];
}

static void add_side(nb_operands *operands, const nb_verdict *verdict, const char *const *keys,
                     bool is_left)
{
    const char *total = verdict->identity->total;
    for (; keys && *keys; keys++) {
        const nb_cell *cell = cell_of(verdict, *keys);
        if (!cell)
            continue;
        if (total && strcmp(total, *keys) == 0) {
            operands->total = cell;
            operands->total_is_left = is_left;
        }
        operands->cells[operands->count++] = cell;
    }
}

static uint32_t length(const char *const *keys)
{
    uint32_t n = 0;
    while (keys && keys[n])
        n++;
    return n;
}

nb_operands nb_verdict_operands(nb_arena *arena, const nb_verdict *verdict)
{
    const nb_identity *identity = verdict->identity;
    nb_operands operands = {0};
    operands.cells =
        NB_NEW_ARRAY(arena, const nb_cell *, length(identity->left) + length(identity->right) + 1);
    add_side(&operands, verdict, identity->left, true);
    operands.left_count = operands.count;
    add_side(&operands, verdict, identity->right, false);
    return operands;
}

int64_t nb_operands_computed(const nb_verdict *verdict, const nb_operands *operands)
{
    int64_t printed = operands->total->state == NB_CELL_VALUE ? operands->total->figure.micro : 0;
    int64_t gap = verdict->left_micro - verdict->right_micro;
    return operands->total_is_left ? printed - gap : printed + gap;
}
