#include "report/reader.h"
#include "report/title_rows.h"

/* The order of the steps; each is a file of its own. */

static const nb_form *form_of(nb_form_id required, nb_form_id used)
{
    return nb_form_get(required != NB_FORM_NONE ? required : used);
}

static void read_form(nb_reader *reader)
{
    nb_report *report = reader->report;
    report->form_required = nb_form_of_year(report->year);
    if (reader->options && reader->options->force_form != NB_FORM_NONE)
        report->form_required = reader->options->force_form;
    report->form_used = nb_tables_form_used(report);
    report->form = form_of(report->form_required, report->form_used);
}

static void find_preamble(nb_reader *reader)
{
    nb_report *report = reader->report;
    uint32_t start = report->extent.start, end = report->extent.end;
    if (reader->title_end > reader->title_first && report->title.span.end > start)
        start = report->title.span.end;
    for (uint32_t i = 0; i < report->heading_count; i++)
        if (report->headings[i].depth == 1) {
            end = report->headings[i].span.start;
            break;
        }
    report->preamble = nb_span_of(start, end > start ? end : start);
}

static void read_one(nb_reader *reader)
{
    uint32_t declaration_para;
    nb_span declaration;
    nb_title_read(reader);
    nb_extent_begin_at_title(reader);
    nb_declaration_find(reader, &declaration_para, &declaration);
    nb_candidates candidates = nb_candidates_collect(reader, declaration_para, declaration);
    nb_outline_read(reader, &candidates);
    nb_sections_read(reader);
    find_preamble(reader);
    nb_sign_off_read(reader);
    nb_issuer_read(reader);
    nb_periods_read(reader);
    nb_year_read(reader);
    nb_tables_read(reader->arena, reader->reading, reader->report);
    read_form(reader);
    nb_headings_judge(reader);
    nb_sections_read(reader);
    nb_sections_add_lost(reader);
    nb_declaration_read(reader, declaration_para, declaration);
    nb_sentences_read(reader);
    reader->report->is_report = nb_report_recognise(reader);
}

static nb_reading *reading_new(nb_arena *arena, const nb_markup *markup,
                               const nb_report_options *options)
{
    const nb_reading *before = options ? options->before : NULL;
    nb_reading *reading = NB_NEW(arena, nb_reading);
    *reading = (nb_reading){
        .before = before,
        .markup = markup,
        .pairs = nb_blocks_pair(before ? before->markup : NULL, markup),
        .block_notes = NB_NEW_ARRAY(arena, nb_block_note, markup->block_count),
    };
    return reading;
}

nb_report_list nb_report_read(nb_arena *arena, const nb_markup *markup, const nb_lines *lines,
                              const nb_report_options *options)
{
    markup = nb_title_rows_part(arena, markup);
    nb_reading *reading = reading_new(arena, markup, options);
    nb_reader reader = {.arena = arena, .markup = markup, .lines = lines, .options = options};
    reader.reading = reading;
    reader.areas = reading->areas = nb_tables_find(arena, reading);
    nb_paras_collect(&reader);
    NB_VEC(const nb_report *) reports = {0};
    nb_view eol = nb_lines_eol(lines);
    uint32_t from = 0;
    for (;;) {
        nb_report *report = NB_NEW(arena, nb_report);
        report->markup = markup;
        report->lines = lines;
        report->eol = eol;
        report->table_areas = reader.areas;
        reader.report = report;
        if (!nb_extent_next(&reader, &from))
            break;
        read_one(&reader);
        *nb_vec_push(arena, &reports) = report;
    }
    reading->before = NULL;
    return (nb_report_list){reports.items, reports.len, reading};
}
