#include "report/reader.h"

/* The parts of the report, from its headings; and those whose heading was lost on the way. */

void nb_sections_read(nb_reader *reader)
{
    nb_report *report = reader->report;
    NB_VEC(nb_section) sections = {0};
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth != 1)
            continue;
        *nb_vec_push(reader->arena, &sections) =
            (nb_section){h->section, i, nb_span_of(h->span.start, h->body.end), h->body};
    }
    report->sections = sections.items;
    report->section_count = sections.len;
}

const nb_section *nb_report_section(const nb_report *report, nb_section_key key)
{
    for (uint32_t i = 0; i < report->section_count; i++)
        if (report->sections[i].key == key)
            return &report->sections[i];
    return NULL;
}

/* Puts a section without heading at its place. */
static void insert(nb_reader *reader, nb_section_key key, nb_span span)
{
    nb_report *report = reader->report;
    nb_section *items = NB_NEW_ARRAY(reader->arena, nb_section, report->section_count + 1);
    uint32_t count = 0;
    bool placed = false;
    for (uint32_t i = 0; i < report->section_count; i++) {
        if (!placed && report->sections[i].span.start > span.start) {
            items[count++] = (nb_section){key, NB_VIEW_NONE, span, span};
            placed = true;
        }
        items[count++] = report->sections[i];
    }
    if (!placed)
        items[count++] = (nb_section){key, NB_VIEW_NONE, span, span};
    report->sections = items;
    report->section_count = count;
}

static bool is_dimension(nb_view title)
{
    return nb_match_contains(title, "主动公开|依申请公开|政府信息管理|平台建设|监督保障");
}

/* 总体情况 without heading: its subsections stand before the first part. */
static void add_overview(nb_reader *reader)
{
    nb_report *report = reader->report;
    if (nb_report_section(report, NB_SECTION_OVERVIEW) || !report->heading_count)
        return;
    uint32_t dimensions = 0, i = 0;
    for (; i < report->heading_count && report->headings[i].depth > 1; i++)
        dimensions += is_dimension(report->headings[i].title) ? 1 : 0;
    if (dimensions < 2 || i == report->heading_count)
        return;
    insert(reader, NB_SECTION_OVERVIEW,
           nb_span_of(report->headings[0].span.start, report->headings[i].span.start));
}

static nb_section_key section_of(const nb_table *table)
{
    return table->form && table->key != NB_TABLE_STATISTICS ? table->form->section
                                                            : NB_SECTION_NONE;
}

void nb_sections_add_lost(nb_reader *reader)
{
    nb_report *report = reader->report;
    add_overview(reader);
    bool looked[NB_SECTION_COUNT] = {[NB_SECTION_NONE] = true};
    for (uint32_t i = 0; i < report->table_count; i++) {
        nb_section_key key = section_of(&report->tables[i]);
        if (looked[key])
            continue;
        looked[key] = true;
        if (!nb_report_section(report, key))
            insert(reader, key, report->tables[i].span);
    }
}
