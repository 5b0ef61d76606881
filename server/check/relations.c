#include <stdlib.h>

#include "nb/check/outline.h"
#include "nb/check/place.h"

typedef NB_VEC(nb_span) span_vec;

static void add_once(nb_arena *arena, span_vec *spans, nb_span span)
{
    for (uint32_t i = 0; i < spans->len; i++)
        if (spans->items[i].start == span.start && spans->items[i].end == span.end)
            return;
    *nb_vec_push(arena, spans) = span;
}

static void add_operands(nb_arena *arena, const nb_verdict *verdict, span_vec *spans)
{
    nb_operands operands = nb_verdict_operands(arena, verdict);
    for (uint32_t i = 0; i < operands.count; i++)
        if (operands.cells[i]->state == NB_CELL_VALUE ||
            operands.cells[i]->state == NB_CELL_UNREADABLE)
            add_once(arena, spans, operands.cells[i]->span);
}

static void add_sums(nb_arena *arena, const nb_analysis *analysis, const nb_place *place,
                     bool only_failing, span_vec *spans)
{
    for (uint32_t i = 0; i < analysis->verdict_count; i++) {
        const nb_verdict *verdict = &analysis->verdicts[i];
        if (only_failing && verdict->state != NB_VERDICT_FAILS)
            continue;
        if (nb_verdict_involves(verdict, place->table, place->block, place->row->form_row,
                                place->column))
            add_operands(arena, verdict, spans);
    }
}

nb_span_list nb_highlights_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset)
{
    span_vec spans = {0};
    nb_place place = nb_place_at(analysis, offset);
    if (place.cell) {
        add_sums(arena, analysis, &place, true, &spans);
        if (spans.len == 0)
            add_sums(arena, analysis, &place, false, &spans);
    }
    return (nb_span_list){spans.items, spans.len};
}

nb_span_list nb_definitions_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset)
{
    span_vec spans = {0};
    nb_place place = nb_place_at(analysis, offset);
    if (place.declared && place.declared->heading < place.report->heading_count)
        add_once(arena, &spans, place.report->headings[place.declared->heading].span);
    for (uint32_t i = 0; i < analysis->link_count; i++)
        if (nb_span_holds(analysis->links[i].claim, offset) ||
            nb_span_holds(analysis->links[i].cell, offset))
            add_once(arena, &spans, analysis->links[i].cell);
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *finding = &analysis->findings[i];
        if (finding->span.start > offset)
            break;
        if (!nb_span_holds(finding->span, offset))
            continue;
        for (uint32_t r = 0; r < finding->related_count; r++)
            add_once(arena, &spans, finding->related[r].span);
    }
    return (nb_span_list){spans.items, spans.len};
}

static int by_place(const void *a, const void *b)
{
    const nb_span *x = a;
    const nb_span *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

/* The heading at offset, or the one that the list of parts names there. */
static void add_parts(nb_arena *arena, const nb_place *place, bool with_heading, span_vec *spans)
{
    const nb_report *report = place->report;
    uint32_t heading = place->declared ? place->declared->heading : NB_VIEW_NONE;
    if (place->heading)
        heading = (uint32_t)(place->heading - report->headings);
    if (heading >= report->heading_count)
        return;
    for (uint32_t i = 0; i < report->declaration.part_count; i++)
        if (report->declaration.parts[i].heading == heading)
            add_once(arena, spans, report->declaration.parts[i].span);
    if (with_heading)
        add_once(arena, spans, report->headings[heading].span);
}

nb_span_list nb_references_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset,
                              bool with_cell)
{
    span_vec spans = {0};
    nb_place place = nb_place_at(analysis, offset);
    nb_span_list cells = {0};
    if (analysis->link_count)
        cells = nb_definitions_at(arena, analysis, offset);
    add_parts(arena, &place, with_cell, &spans);
    for (uint32_t i = 0; i < analysis->link_count; i++)
        for (uint32_t c = 0; c < cells.count; c++)
            if (nb_span_touches(analysis->links[i].cell, cells.items[c])) {
                add_once(arena, &spans, analysis->links[i].claim);
                if (with_cell)
                    add_once(arena, &spans, analysis->links[i].cell);
            }
    if (spans.len)
        qsort(spans.items, spans.len, sizeof *spans.items, by_place);
    return (nb_span_list){spans.items, spans.len};
}
