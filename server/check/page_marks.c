#include "check/page.h"

/* Which cells are wrong, and what should stand there. */

static void mark_findings(const nb_page *page, const nb_table_block *block, nb_mark *marks)
{
    for (uint32_t r = 0; r < block->form->row_count; r++) {
        const nb_row *row = &block->rows[r];
        for (uint32_t c = 0; row->is_present && row->cells && c < block->form->column_count; c++) {
            const nb_cell *cell = &row->cells[c];
            nb_mark *mark = &marks[r * block->form->column_count + c];
            if (cell->state == NB_CELL_ABSENT || cell->state == NB_CELL_UNASSIGNED)
                continue;
            mark->finding = nb_cell_finding(page->analysis, cell);
            if (!mark->finding)
                continue;
            mark->is_wrong = mark->finding->severity == NB_SEVERITY_ERROR;
            mark->is_doubtful = mark->finding->severity == NB_SEVERITY_WARNING;
            mark->computed = nb_cell_repair(mark->finding, cell);
        }
    }
}

static nb_mark *mark_of_cell(const nb_table_block *block, nb_mark *marks, const nb_cell *cell)
{
    for (uint32_t r = 0; r < block->form->row_count; r++) {
        const nb_row *row = &block->rows[r];
        for (uint32_t c = 0; row->is_present && row->cells && c < block->form->column_count; c++)
            if (&row->cells[c] == cell)
                return &marks[r * block->form->column_count + c];
    }
    return NULL;
}

/* Where no repair names another cell, the total is what does not agree with its parts. */
static void mark_sum(const nb_page *page, const nb_verdict *verdict, nb_mark *marks)
{
    const nb_table_block *block = &verdict->table->blocks[verdict->block];
    nb_operands operands = nb_verdict_operands(page->scratch, verdict);
    bool has_culprit = false;
    for (uint32_t i = 0; i < operands.count; i++) {
        nb_mark *mark = mark_of_cell(block, marks, operands.cells[i]);
        if (!mark)
            continue;
        mark->is_part = true;
        has_culprit |= mark->computed.len > 0;
    }
    nb_strength strength = nb_page_strength(verdict);
    if (has_culprit || !operands.total || verdict->identity->relation != NB_REL_EQ ||
        strength == NB_HEUR)
        return;
    nb_mark *total = mark_of_cell(block, marks, operands.total);
    if (!total)
        return;
    char figure[32];
    uint32_t len = nb_figure_format(nb_operands_computed(verdict, &operands), 0, figure);
    total->computed = nb_arena_copy(page->scratch, (nb_view){figure, len});
    total->is_wrong |= strength == NB_MUST;
    total->is_doubtful = true;
}

nb_marks nb_marks_of(const nb_page *page, const nb_table *table)
{
    nb_marks marks = {table, NB_NEW_ARRAY(page->scratch, nb_mark *, table->block_count)};
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_table_block *block = &table->blocks[b];
        if (!block->rows)
            continue;
        marks.blocks[b] = NB_NEW_ARRAY(page->scratch, nb_mark,
                                       (size_t)block->form->row_count * block->form->column_count);
        mark_findings(page, block, marks.blocks[b]);
    }
    for (uint32_t i = 0; i < page->analysis->verdict_count; i++) {
        const nb_verdict *verdict = &page->analysis->verdicts[i];
        if (verdict->table == table && verdict->state == NB_VERDICT_FAILS &&
            marks.blocks[verdict->block])
            mark_sum(page, verdict, marks.blocks[verdict->block]);
    }
    return marks;
}
