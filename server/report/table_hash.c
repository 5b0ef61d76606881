#include "nb/base/hash.h"
#include "report/table_build.h"

static void hash_row(uint64_t *hash, const nb_row *row, uint32_t columns)
{
    nb_hash_number(hash, (uint64_t)row->is_present << 8 | row->doubt);
    for (uint32_t c = 0; row->is_present && c < columns; c++) {
        const nb_cell *cell = &row->cells[c];
        const nb_figure *f = &cell->figure;
        nb_hash_number(hash, (uint64_t)cell->state << 8 | (uint64_t)f->state << 4 |
                                 (uint64_t)f->has_magnitude << 3 |
                                 (uint64_t)f->is_approximate << 2 | (uint64_t)f->is_percent << 1 |
                                 f->is_signed);
        nb_hash_number(hash, (uint64_t)f->micro);
        nb_hash_number(hash, (uint64_t)f->step_micro);
        nb_hash_view(hash, f->unit);
        nb_hash_view(hash, cell->raw.text);
    }
}

uint64_t nb_table_hash(const nb_table *table)
{
    uint64_t hash = table->key;
    nb_hash_number(&hash, (uint64_t)table->form_id << 1 | table->is_assigned);
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_table_block *block = &table->blocks[b];
        nb_hash_number(&hash, (uint64_t)block->is_present << 2 |
                                  (uint64_t)block->columns_sure << 1 | block->has_extra_columns);
        for (uint32_t r = 0; block->is_present && r < block->form->row_count; r++)
            hash_row(&hash, &block->rows[r], block->form->column_count);
    }
    return hash;
}
