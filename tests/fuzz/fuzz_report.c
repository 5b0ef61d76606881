/*
 * Any bytes, read as a report: every span of the model lies in the text and on borders of
 * characters, indices point into their arrays, and memory grows with the text alone.
 */
#include "fuzz.h"

#include "nb/report/report.h"
#include "nb/text/utf8.h"

/* Bytes of arena for a byte of text, and for the fixed part: far above what reports need. */
enum { MEMORY_A_BYTE = 4096, MEMORY_FIXED = 4 << 20 };

static void check_span(nb_view text, nb_span span)
{
    PROPERTY(span.start <= span.end);
    PROPERTY(span.end <= text.len);
    PROPERTY(nb_utf8_floor(text, span.start) == span.start);
    PROPERTY(nb_utf8_floor(text, span.end) == span.end);
}

static void check_mapped(nb_view text, const nb_mapped *m)
{
    for (uint32_t at = 0; at < m->text.len;) {
        uint32_t from = at;
        (void)nb_utf8_next(m->text, &at);
        check_span(text, nb_mapped_source(m, from, at));
    }
}

static void check_block(nb_view text, const nb_table_block *block)
{
    check_span(text, block->title_span);
    for (uint32_t c = 0; c < block->form->column_count; c++)
        check_span(text, block->header_spans[c]);
    for (uint32_t r = 0; r < block->form->row_count; r++) {
        const nb_row *row = &block->rows[r];
        if (!row->is_present)
            continue;
        PROPERTY(row->form_row == r);
        check_span(text, row->label_span);
        for (uint32_t c = 0; c < block->form->column_count; c++) {
            check_span(text, row->cells[c].span);
            check_mapped(text, &row->cells[c].raw);
        }
    }
}

static void check_table(nb_view text, const nb_table *table)
{
    check_span(text, table->span);
    PROPERTY(table->is_assigned == (table->reason == NULL) || !table->form);
    PROPERTY((table->form == NULL) == (table->key == NB_TABLE_OTHER));
    for (uint32_t b = 0; b < table->block_count; b++)
        check_block(text, &table->blocks[b]);
    for (uint32_t i = 0; i < table->extra_count; i++)
        check_span(text, table->extras[i].span);
}

static void check_outline(nb_view text, const nb_report *report)
{
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        check_span(text, h->span);
        check_span(text, h->number_span);
        check_span(text, h->title_span);
        check_span(text, h->body);
        PROPERTY(h->depth >= 1 && h->block < report->markup->block_count);
        PROPERTY(i == 0 || report->headings[i - 1].span.end <= h->span.start);
    }
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_section *s = &report->sections[i];
        check_span(text, s->span);
        check_span(text, s->body);
        PROPERTY(s->heading == NB_VIEW_NONE || s->heading < report->heading_count);
    }
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *s = &report->sentences[i];
        check_mapped(text, &s->text);
        PROPERTY(s->block < report->markup->block_count);
        PROPERTY(s->heading == NB_VIEW_NONE || s->heading < report->heading_count);
    }
}

static void check_facts(nb_view text, const nb_report *report)
{
    check_span(text, report->extent);
    check_span(text, report->title.span);
    check_span(text, report->title.year_span);
    check_span(text, report->issuer_span);
    check_span(text, report->preamble);
    check_span(text, report->sign_off.body_span);
    check_span(text, report->sign_off.date.span);
    PROPERTY(report->first_block <= report->block_end);
    PROPERTY(report->block_end <= report->markup->block_count);
    for (uint32_t i = 0; i < report->year_count; i++)
        check_span(text, report->years[i].span);
    for (uint32_t i = 0; i < report->period_count; i++) {
        check_span(text, report->periods[i].sentence);
        check_span(text, report->periods[i].dates);
        check_span(text, report->periods[i].start.span);
        check_span(text, report->periods[i].end.span);
    }
    check_span(text, report->declaration.sentence);
    check_span(text, report->declaration.count_span);
    for (uint32_t i = 0; i < report->declaration.part_count; i++) {
        const nb_declared_part *part = &report->declaration.parts[i];
        check_span(text, part->span);
        PROPERTY(part->heading == NB_VIEW_NONE || part->heading < report->heading_count);
    }
}

static void check_areas(nb_view text, const nb_table_areas *areas, uint32_t block_count)
{
    for (uint32_t i = 0; i < areas->count; i++) {
        const nb_table_area *area = &areas->items[i];
        check_span(text, area->span);
        PROPERTY(area->first_block <= area->last_block && area->last_block < block_count);
        PROPERTY(i == 0 || area[-1].span.end <= area->span.start);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > UINT16_MAX)
        return 0;
    nb_view text = {(const char *)data, (uint32_t)size};
    nb_arena *arena = nb_arena_new();
    nb_markup markup = nb_markup_parse(arena, text, NB_SOURCE_AUTO);
    nb_lines lines = nb_lines_index(arena, text);
    nb_report_list reports = nb_report_read(arena, &markup, &lines, NULL);
    PROPERTY(reports.count >= 1);
    for (uint32_t i = 0; i < reports.count; i++) {
        const nb_report *report = reports.items[i];
        check_facts(text, report);
        check_outline(text, report);
        check_areas(text, &report->table_areas, report->markup->block_count);
        for (uint32_t t = 0; t < report->table_count; t++)
            check_table(text, &report->tables[t]);
    }
    PROPERTY(nb_arena_footprint(arena) <= MEMORY_FIXED + size * MEMORY_A_BYTE);
    nb_arena_free(arena);
    return 0;
}
