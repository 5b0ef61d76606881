#include "nb/check/place.h"

bool nb_span_holds(nb_span span, uint32_t offset)
{
    return offset >= span.start && offset <= span.end;
}

static const nb_report *report_at(const nb_analysis *analysis, uint32_t offset)
{
    for (uint32_t i = 0; i < analysis->reports.count; i++)
        if (nb_span_holds(analysis->reports.items[i]->extent, offset))
            return analysis->reports.items[i];
    return analysis->report;
}

static void find_heading(nb_place *place, uint32_t offset)
{
    const nb_report *report = place->report;
    for (uint32_t i = 0; i < report->section_count; i++)
        if (nb_span_holds(report->sections[i].span, offset))
            place->section = &report->sections[i];
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *heading = &report->headings[i];
        if (heading->span.start > offset)
            break;
        if (nb_span_holds(heading->span, offset))
            place->heading = heading;
        if (nb_span_holds(heading->body, offset) &&
            (!place->under || heading->depth >= place->under->depth))
            place->under = heading;
    }
}

static void find_prose(nb_place *place, uint32_t offset)
{
    const nb_report *report = place->report;
    for (uint32_t i = 0; i < report->period_count; i++)
        if (nb_span_holds(report->periods[i].sentence, offset))
            place->period = &report->periods[i];
    for (uint32_t i = 0; i < report->declaration.part_count; i++)
        if (nb_span_holds(report->declaration.parts[i].span, offset))
            place->declared = &report->declaration.parts[i];
    for (uint32_t i = 0; i < report->sentence_count && !place->sentence; i++)
        if (nb_span_holds(nb_mapped_whole(&report->sentences[i].text), offset))
            place->sentence = &report->sentences[i];
    place->on_title = report->title.is_present && nb_span_holds(report->title.span, offset);
}

static bool find_in_row(nb_place *place, const nb_table_block *block, const nb_row *row,
                        uint32_t offset)
{
    if (!row->is_present)
        return false;
    for (uint32_t c = 0; row->cells && c < block->form->column_count; c++) {
        const nb_cell *cell = &row->cells[c];
        if (cell->state == NB_CELL_ABSENT || cell->state == NB_CELL_UNASSIGNED ||
            !nb_span_holds(cell->span, offset))
            continue;
        place->row = row;
        place->column = c;
        place->cell = cell;
        return true;
    }
    if (!nb_span_holds(row->label_span, offset))
        return false;
    place->row = row;
    return true;
}

static void find_cell(nb_place *place, uint32_t offset)
{
    for (uint32_t t = 0; t < place->report->table_count; t++) {
        const nb_table *table = &place->report->tables[t];
        if (!nb_span_holds(table->span, offset))
            continue;
        place->table = table;
        for (uint32_t b = 0; b < table->block_count; b++) {
            const nb_table_block *block = &table->blocks[b];
            place->block = b;
            for (uint32_t r = 0; block->rows && r < block->form->row_count; r++)
                if (find_in_row(place, block, &block->rows[r], offset))
                    return;
        }
    }
}

nb_place nb_place_at(const nb_analysis *analysis, uint32_t offset)
{
    nb_place place = {.report = report_at(analysis, offset)};
    find_heading(&place, offset);
    find_prose(&place, offset);
    find_cell(&place, offset);
    return place;
}
