#include "check/page.h"

/* The frame of the page: what was recognised, then part by part its findings and tables. */

#define PAGE_TABLES_MAX 64u     /* tables drawn; a report has three */
#define PAGE_FINDINGS_MAX 2000u /* findings listed */

static nb_view text_of(const nb_page *page, nb_span span)
{
    return nb_view_sub(page->analysis->text, span.start, span.end);
}

/* ---- findings ---- */

static void add_finding(const nb_page *page, const nb_finding *finding)
{
    static const nb_text2 words[] = {
        {"", ""}, {"错误", "error"}, {"警告", "warning"}, {"信息", "remark"}, {"提示", "hint"}};
    /* In characters, as the command line counts: whole reports stand in one line. */
    nb_position at = nb_lines_position(&page->analysis->lines, finding->span.start, NB_UTF32);
    nb_buf_printf(page->out, "<li class=\"%s\"", nb_page_class(finding->severity));
    nb_page_add_place(page, finding->span);
    nb_page_put(page, "><span class=\"code\">");
    nb_page_say(page, words[finding->severity]);
    nb_buf_printf(page->out, " %s</span> ", finding->rule->code);
    nb_page_add_text(page->out, finding->message);
    nb_buf_printf(page->out,
                  page->lang == NB_LANG_EN ? " <span class=\"line\">%u:%u</span></li>\n"
                                           : " <span class=\"line\">第%u行第%u字</span></li>\n",
                  at.line + 1, at.character + 1);
}

/* Opens the list at the first of them; each is listed once. */
static void list_finding(const nb_page *page, uint32_t index, uint32_t *written)
{
    page->is_listed[index] = true;
    if ((*written)++ == 0)
        nb_page_put(page, "<ul class=\"findings\">\n");
    add_finding(page, &page->analysis->findings[index]);
}

static bool is_inside(nb_span outer, nb_span inner)
{
    return inner.start >= outer.start && inner.start < outer.end;
}

/* Those of a part; each stands in one part only, and is found by bisection. */
static void add_findings(const nb_page *page, const nb_section *section)
{
    const nb_analysis *analysis = page->analysis;
    uint32_t first = nb_findings_from(analysis, section->span.start);
    uint32_t written = 0;
    for (uint32_t i = first; i < analysis->finding_count && written < PAGE_FINDINGS_MAX; i++) {
        const nb_finding *finding = &analysis->findings[i];
        if (!is_inside(section->span, finding->span))
            break;
        if (page->is_listed[i])
            continue;
        list_finding(page, i, &written);
    }
    if (written)
        nb_page_put(page, "</ul>\n");
}

/* Marks those of any report's parts, so that the rest can stand above them. */
static void mark_parts_of(const nb_page *page, const nb_report *report, bool listed)
{
    const nb_analysis *analysis = page->analysis;
    for (uint32_t s = 0; s < report->section_count; s++) {
        nb_span span = report->sections[s].span;
        for (uint32_t i = nb_findings_from(analysis, span.start);
             i < analysis->finding_count && is_inside(span, analysis->findings[i].span); i++)
            page->is_listed[i] = listed;
    }
}

static void mark_parts(const nb_page *page, bool listed)
{
    for (uint32_t i = 0; i < page->analysis->reports.count; i++)
        mark_parts_of(page, page->analysis->reports.items[i], listed);
}

/* Those of the report that belong to no part; the first report has those of no report as well. */
static void add_other_findings(const nb_page *page, const nb_report *report)
{
    const nb_analysis *analysis = page->analysis;
    bool is_first = report == analysis->reports.items[0];
    uint32_t written = 0;
    mark_parts(page, true);
    for (uint32_t i = 0; i < analysis->finding_count && written < PAGE_FINDINGS_MAX; i++) {
        const nb_finding *finding = &analysis->findings[i];
        if (page->is_listed[i] || !(is_first || is_inside(report->extent, finding->span)))
            continue;
        list_finding(page, i, &written);
    }
    if (written)
        nb_page_put(page, "</ul>\n");
    mark_parts(page, false);
}

/* ---- the head ---- */

static void add_fact(const nb_page *page, nb_text2 name, nb_view value, const nb_span *place)
{
    if (!value.len)
        return;
    nb_page_put(page, "<div><dt>");
    nb_page_say(page, name);
    nb_page_put(page, "</dt><dd");
    if (place)
        nb_page_add_place(page, *place);
    nb_page_put(page, ">");
    nb_page_add_text(page->out, value);
    nb_page_put(page, "</dd></div>\n");
}

static void add_facts(const nb_page *page, const nb_report *report)
{
    static const nb_text2 issuer = {"编制机关", "Body"};
    static const nb_text2 year = {"报告年度", "Year"};
    static const nb_text2 form = {"格式", "Form"};
    static const nb_text2 period = {"统计期限", "Period"};
    nb_page_put(page, "<dl class=\"facts\">\n");
    add_fact(page, issuer, report->issuer, &report->issuer_span);
    if (report->year)
        add_fact(page, year, nb_arena_printf(page->scratch, "%d", report->year), NULL);
    if (report->form)
        add_fact(page, form,
                 nb_arena_printf(page->scratch, "%s %s",
                                 nb_text2_in(report->form->title, page->lang),
                                 report->form->decree ? report->form->decree : ""),
                 NULL);
    if (report->period_count && report->periods[0].state == NB_PERIOD_READ)
        add_fact(page, period, text_of(page, report->periods[0].dates), &report->periods[0].dates);
    nb_page_put(page, "</dl>\n");
}

static void add_count(const nb_page *page, const char *class_name, nb_text2 words, uint32_t count)
{
    if (!count)
        return;
    nb_buf_printf(page->out, "<span class=\"%s\">", class_name);
    nb_page_say(page, words);
    nb_buf_printf(page->out, " %u</span>\n", count);
}

static void add_totals(const nb_page *page)
{
    static const nb_text2 nothing = {"✓ 未发现问题", "✓ nothing found"};
    const nb_analysis *analysis = page->analysis;
    uint32_t found[NB_SEVERITY_HINT + 1] = {0};
    uint32_t sums[3] = {0};
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        found[analysis->findings[i].severity]++;
    for (uint32_t i = 0; i < analysis->verdict_count; i++)
        sums[analysis->verdicts[i].state]++;
    nb_page_put(page, "<p class=\"totals\">\n");
    if (!analysis->finding_count) {
        nb_page_put(page, "<span class=\"holds\">");
        nb_page_say(page, nothing);
        nb_page_put(page, "</span>\n");
    }
    add_count(page, "error", (nb_text2){"错误", "errors"}, found[NB_SEVERITY_ERROR]);
    add_count(page, "warning", (nb_text2){"警告", "warnings"}, found[NB_SEVERITY_WARNING]);
    add_count(page, "information", (nb_text2){"信息", "remarks"}, found[NB_SEVERITY_INFORMATION]);
    add_count(page, "hint", (nb_text2){"提示", "hints"}, found[NB_SEVERITY_HINT]);
    add_count(page, "holds", (nb_text2){"✓ 勾稽成立", "✓ sums that hold"}, sums[NB_VERDICT_HOLDS]);
    add_count(page, "fails", (nb_text2){"✗ 勾稽不成立", "✗ sums that fail"},
              sums[NB_VERDICT_FAILS]);
    add_count(page, "open", (nb_text2){"– 无法核对", "– cannot be checked"},
              sums[NB_VERDICT_UNJUDGED]);
    nb_page_put(page, "</p>\n");
}

/* ---- the parts ---- */

static void add_heading(const nb_page *page, nb_view title, const nb_section *section)
{
    static const nb_text2 missing = {"✗ 缺少", "✗ missing"};
    nb_page_put(page, "<h2");
    if (section)
        nb_page_add_place(page, section->span);
    nb_page_put(page, ">");
    nb_page_add_text(page->out, title);
    nb_page_put(page, section ? " <span class=\"holds\">✓</span>" : " <span class=\"fails\">");
    if (!section) {
        nb_page_say(page, missing);
        nb_page_put(page, "</span>");
    }
    nb_page_put(page, "</h2>\n");
}

/* The tables whose form puts them into this part; all that belong to none, for NB_SECTION_NONE. */
static void add_tables(const nb_page *page, const nb_report *report, nb_section_key key)
{
    uint32_t drawn = 0;
    for (uint32_t i = 0; i < report->table_count && drawn < PAGE_TABLES_MAX; i++) {
        const nb_table *table = &report->tables[i];
        if (!table->form || table->form->section != key)
            continue;
        nb_page_add_table(page, table);
        drawn++;
    }
}

static void add_fixed_parts(const nb_page *page, const nb_report *report)
{
    for (uint32_t i = 0; i < report->form->section_count; i++) {
        const nb_form_section *form = &report->form->sections[i];
        const nb_section *section = nb_report_section(report, form->key);
        nb_view number = nb_numeral_han(page->scratch, (uint32_t)form->number);
        nb_page_put(page, "<section>\n");
        add_heading(page, nb_arena_printf(page->scratch, "%.*s、%s", NB_ARG(number), form->title),
                    section);
        if (section)
            add_findings(page, section);
        add_tables(page, report, form->key);
        nb_page_put(page, "</section>\n");
    }
}

/* Before 2019 the contents were prescribed, not the headings: those that are there. */
static void add_own_parts(const nb_page *page, const nb_report *report)
{
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_section *section = &report->sections[i];
        if (section->heading == NB_VIEW_NONE)
            continue;
        nb_page_put(page, "<section>\n");
        add_heading(page, text_of(page, report->headings[section->heading].span), section);
        add_findings(page, section);
        nb_page_put(page, "</section>\n");
    }
    for (int key = NB_SECTION_NONE + 1; key < NB_SECTION_COUNT; key++)
        add_tables(page, report, (nb_section_key)key);
}

static void add_report(const nb_page *page, const nb_report *report)
{
    add_facts(page, report);
    add_other_findings(page, report);
    if (report->form && report->form->has_fixed_titles)
        add_fixed_parts(page, report);
    else
        add_own_parts(page, report);
    add_tables(page, report, NB_SECTION_NONE);
}

void nb_page_add(nb_buf *out, const nb_analysis *analysis, nb_view name, nb_lang lang,
                 nb_encoding encoding)
{
    static const nb_text2 no_report = {
        "未识别出政府信息公开工作年度报告。",
        "No annual report on information disclosure was recognised."};
    nb_page page = {.out = out,
                    .scratch = nb_arena_new(),
                    .analysis = analysis,
                    .lang = lang,
                    .encoding = encoding};
    page.is_listed = NB_NEW_ARRAY(page.scratch, bool, (size_t)analysis->finding_count + 1);
    const nb_title *title = &analysis->report->title;
    nb_page_put(&page, "<article class=\"report\">\n<h1");
    if (title->is_present)
        nb_page_add_place(&page, title->span);
    nb_page_put(&page, ">");
    nb_page_add_text(out, title->is_present ? text_of(&page, title->span) : name);
    nb_page_put(&page, "</h1>\n");
    if (!analysis->is_report) {
        nb_page_put(&page, "<p class=\"none\">");
        nb_page_say(&page, no_report);
        nb_page_put(&page, "</p>\n");
        add_other_findings(&page, analysis->report);
    } else {
        add_totals(&page);
        for (uint32_t i = 0; i < analysis->reports.count; i++)
            add_report(&page, analysis->reports.items[i]);
    }
    nb_page_put(&page, "</article>\n");
    nb_arena_free(page.scratch);
}
