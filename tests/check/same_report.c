/* The model of one report, tables aside. */
#include "same_walk.h"

static bool same_date(same_walk *w, const void *va, const void *vb)
{
    const nb_date *a = va, *b = vb;
    return SAME_SPAN(span) && SAME_VALUE(year) && SAME_VALUE(month) && SAME_VALUE(day) &&
           SAME_VALUE(is_possible);
}

static bool same_period(same_walk *w, const void *va, const void *vb)
{
    const nb_period *a = va, *b = vb;
    return SAME_VALUE(state) && SAME_SPAN(sentence) && SAME_SPAN(dates) &&
           SAME_PART(start, same_date) && SAME_PART(end, same_date) && SAME_VALUE(end_year_printed);
}

static bool same_heading(same_walk *w, const void *va, const void *vb)
{
    const nb_heading *a = va, *b = vb;
    return SAME_SPAN(span) && SAME_SPAN(number_span) && SAME_SPAN(title_span) && SAME_VIEW(title) &&
           SAME_VALUE(style) && SAME_VALUE(number) && SAME_VALUE(depth) && SAME_VALUE(section) &&
           SAME_VALUE(is_official) && SAME_VALUE(is_misspelt) && SAME_STR(intended) &&
           SAME_VALUE(is_run_in) && SAME_VALUE(is_mid_line) && SAME_VALUE(block) && SAME_SPAN(body);
}

static bool same_section(same_walk *w, const void *va, const void *vb)
{
    const nb_section *a = va, *b = vb;
    return SAME_VALUE(key) && SAME_VALUE(heading) && SAME_SPAN(span) && SAME_SPAN(body);
}

static bool same_part(same_walk *w, const void *va, const void *vb)
{
    const nb_declared_part *a = va, *b = vb;
    return SAME_SPAN(span) && SAME_VIEW(title) && SAME_VALUE(heading);
}

static bool same_declaration(same_walk *w, const void *va, const void *vb)
{
    const nb_declaration *a = va, *b = vb;
    return SAME_VALUE(is_present) && SAME_SPAN(sentence) && SAME_SPAN(count_span) &&
           SAME_VALUE(count) && SAME_LIST(parts, part_count, same_part) &&
           SAME_VALUE(parts_certain);
}

static bool same_sentence(same_walk *w, const void *va, const void *vb)
{
    const nb_sentence *a = va, *b = vb;
    return SAME_PART(text, same_mapped) && SAME_VALUE(section) && SAME_VALUE(heading) &&
           SAME_VALUE(block) && SAME_VALUE(is_heading);
}

static bool same_year(same_walk *w, const void *va, const void *vb)
{
    const nb_year_evidence *a = va, *b = vb;
    return SAME_VALUE(source) && SAME_VALUE(year) && SAME_SPAN(span);
}

static bool same_title(same_walk *w, const void *va, const void *vb)
{
    const nb_title *a = va, *b = vb;
    return SAME_VALUE(is_present) && SAME_SPAN(span) && SAME_VIEW(body) && SAME_SPAN(year_span) &&
           SAME_VALUE(year) && SAME_VALUE(is_report);
}

static bool same_sign_off(same_walk *w, const void *va, const void *vb)
{
    const nb_sign_off *a = va, *b = vb;
    return SAME_VALUE(has_body) && SAME_SPAN(body_span) && SAME_VIEW(body) &&
           SAME_VALUE(has_date) && SAME_PART(date, same_date);
}

static bool same_head(same_walk *w, const nb_report *a, const nb_report *b)
{
    return SAME_VALUE(is_report) && SAME_VIEW(eol) && SAME_SPAN(extent) &&
           SAME_VALUE(first_block) && SAME_VALUE(block_end) && SAME_PART(title, same_title) &&
           SAME_VIEW(issuer) && SAME_SPAN(issuer_span) && SAME_VALUE(issuer_kind) &&
           SAME_VALUE(year) && SAME_VALUE(year_source) && SAME_LIST(years, year_count, same_year) &&
           SAME_VALUE(form_required) && SAME_VALUE(form_used) && SAME_VALUE(form) &&
           SAME_LIST(periods, period_count, same_period) && SAME_SPAN(preamble);
}

static bool same_body(same_walk *w, const nb_report *a, const nb_report *b)
{
    return SAME_PART(declaration, same_declaration) &&
           SAME_LIST(headings, heading_count, same_heading) &&
           SAME_LIST(sections, section_count, same_section) &&
           SAME_LIST(sentences, sentence_count, same_sentence) &&
           SAME_PART(table_areas, same_table_areas) && SAME_LIST(tables, table_count, same_table) &&
           SAME_PART(sign_off, same_sign_off);
}

static bool same_grids(same_walk *w, const nb_report *a, const nb_report *b)
{
    for (uint32_t i = 0; i < a->table_count; i++)
        if (!same_grid_of(w, a->markup, a->tables[i].grid, b->markup, b->tables[i].grid))
            return same_field(w, false, "tables[].grid");
    return true;
}

/* The markup and the lines are those of the first report, and the analysis' lines. */
static bool is_whole(const nb_analysis *analysis, const nb_report *report)
{
    return report->markup == analysis->reports.items[0]->markup &&
           report->lines == &analysis->lines;
}

bool same_report(same_walk *w, const void *va, const void *vb)
{
    const nb_report *a = *(const nb_report *const *)va, *b = *(const nb_report *const *)vb;
    if (!same_field(w, is_whole(w->a, a) && is_whole(w->b, b), " is of another document"))
        return false;
    if (a == w->a->reports.items[0] &&
        !same_field(w, same_markup(w, a->markup, b->markup), "markup"))
        return false;
    return same_head(w, a, b) && same_body(w, a, b) && same_grids(w, a, b);
}
