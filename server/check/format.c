#include "check/format.h"

#include <stdlib.h>

/* "##  一、总体情况 " and "##一、总体情况": one blank between the marks and the words. */
static void format_heading(nb_formatter *f, const nb_block *block)
{
    nb_view text = f->analysis->text;
    uint32_t marks = block->span.start;
    while (marks < block->span.end && text.ptr[marks] == '#')
        marks++;
    uint32_t words = marks;
    while (words < block->span.end && (text.ptr[words] == ' ' || text.ptr[words] == '\t'))
        words++;
    bool is_marked = marks > block->span.start && words < block->span.end;
    if (is_marked && block->text.text.len)
        nb_format_replace(f, nb_span_of(marks, words), NB_V(" "));
}

static void format_blocks(nb_formatter *f)
{
    const nb_markup *markup = &f->analysis->markup;
    for (uint32_t i = 0; i < markup->block_count; i++) {
        const nb_block *block = &markup->blocks[i];
        if (!nb_format_touches(f, block->span))
            continue;
        if (block->kind == NB_BLOCK_HEADING && markup->kind == NB_SOURCE_MARKDOWN)
            format_heading(f, block);
        else if (block->kind == NB_BLOCK_GRID && block->grid->dialect == NB_DIALECT_MARKDOWN)
            nb_format_table(f, block->span, block->grid->row_count);
    }
}

/* A figure of a table that is not rewritten as a whole. */
static void format_cell(nb_formatter *f, const nb_cell *cell)
{
    if (cell->state != NB_CELL_VALUE || !cell->figure.is_fullwidth)
        return;
    nb_buf room = {0};
    nb_span span = nb_mapped_source(&cell->raw, cell->figure.digits.start, cell->figure.digits.end);
    nb_view digits = nb_view_sub(f->analysis->text, span.start, span.end);
    nb_format_replace(f, span, nb_format_cell(&room, digits));
    nb_buf_release(&room);
}

static void format_cells(nb_formatter *f, const nb_report *report)
{
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        for (uint32_t b = 0; table->is_assigned && b < table->block_count; b++) {
            const nb_table_block *block = &table->blocks[b];
            for (uint32_t r = 0; block->rows && r < block->form->row_count; r++)
                for (uint32_t c = 0; block->rows[r].is_present && c < block->form->column_count;
                     c++)
                    format_cell(f, &block->rows[r].cells[c]);
        }
    }
}

static int by_start(const void *a, const void *b)
{
    const nb_edit *x = a;
    const nb_edit *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return (x->span.end < y->span.end) - (x->span.end > y->span.end); /* the larger first */
}

/* A cell within a line that is written anew is done with it. */
static uint32_t drop_overlapping(nb_edit *items, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || items[i].span.start >= items[kept - 1].span.end)
            items[kept++] = items[i];
    return kept;
}

nb_format_edits nb_format(nb_arena *arena, const nb_analysis *analysis, nb_span span)
{
    nb_formatter f = {.arena = arena, .analysis = analysis, .span = span};
    if (!analysis->is_report)
        return (nb_format_edits){0};
    format_blocks(&f);
    for (uint32_t i = 0; i < analysis->reports.count; i++)
        if (nb_format_touches(&f, analysis->reports.items[i]->extent))
            format_cells(&f, analysis->reports.items[i]);
    if (f.edits.len)
        qsort(f.edits.items, f.edits.len, sizeof *f.edits.items, by_start);
    return (nb_format_edits){f.edits.items, drop_overlapping(f.edits.items, f.edits.len)};
}
