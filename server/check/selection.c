#include <stdlib.h>

#include "nb/check/outline.h"
#include "nb/check/place.h"

/* Spans that hold the caret, smallest first; from any order in. */
typedef struct chain {
    nb_span items[24];
    uint32_t count;
    uint32_t offset;
} chain;

static void add(chain *c, nb_span span)
{
    if (!nb_span_is_empty(span) && nb_span_holds(span, c->offset) &&
        c->count < sizeof c->items / sizeof *c->items)
        c->items[c->count++] = span;
}

static int by_size(const void *a, const void *b)
{
    const nb_span *x = a;
    const nb_span *y = b;
    uint32_t left = x->end - x->start;
    uint32_t right = y->end - y->start;
    return (left > right) - (left < right);
}

static void add_figures(chain *c, const nb_sentence *sentence)
{
    nb_figure figure;
    uint32_t at = 0;
    while (nb_figure_next(sentence->text.text, &at, &figure)) {
        add(c, nb_mapped_source(&sentence->text, figure.digits.start, figure.digits.end));
        add(c, nb_mapped_source(&sentence->text, figure.whole.start, figure.whole.end));
    }
}

/* The words of a label cell, and all of its row: from the label to the last figure. */
static void add_row(chain *c, const nb_place *place)
{
    const nb_table_block *block = &place->table->blocks[place->block];
    nb_span span = place->row->label_span;
    add(c, span);
    for (uint32_t i = 0; i < block->form->column_count; i++)
        if (place->row->cells[i].state != NB_CELL_ABSENT &&
            place->row->cells[i].state != NB_CELL_UNASSIGNED)
            span = nb_span_union(span, place->row->cells[i].span);
    add(c, span);
}

static void add_place(chain *c, const nb_place *place)
{
    if (place->cell)
        add(c, place->cell->span);
    if (place->row)
        add_row(c, place);
    if (place->table)
        add(c, place->table->span);
    if (place->period)
        add(c, place->period->dates);
    if (place->period)
        add(c, place->period->sentence);
    if (place->sentence) {
        add_figures(c, place->sentence);
        add(c, nb_mapped_whole(&place->sentence->text));
    }
    if (place->heading)
        add(c, place->heading->span);
    if (place->section)
        add(c, place->section->span);
}

nb_span_list nb_selection_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset)
{
    chain c = {.offset = offset};
    nb_place place = nb_place_at(analysis, offset);
    add(&c, nb_lines_span(&analysis->lines, nb_lines_at(&analysis->lines, offset)));
    add_place(&c, &place);
    if (place.under)
        add(&c, nb_span_union(place.under->span, place.under->body));
    add(&c, place.report->extent);
    if (c.count == sizeof c.items / sizeof *c.items)
        c.count--;
    add(&c, nb_span_of(0, analysis->text.len));
    qsort(c.items, c.count, sizeof *c.items, by_size);
    nb_span *kept = NB_NEW_ARRAY(arena, nb_span, c.count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < c.count; i++) {
        nb_span last = count ? kept[count - 1] : nb_span_of(offset, offset);
        bool holds = c.items[i].start <= last.start && c.items[i].end >= last.end;
        bool larger = c.items[i].end - c.items[i].start > last.end - last.start;
        if (holds && larger)
            kept[count++] = c.items[i];
    }
    return (nb_span_list){kept, count};
}
