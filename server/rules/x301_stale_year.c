#include "rules/claims.h"

/*
 * Relation 55: work of the year told under last year's number, as it is left when last year's
 * report was copied. Only where the year stands as the time of this body's own work and the right
 * year is nowhere near: comparisons, titles, carried-over cases and histories stay alone.
 */

#define LOOKS_MAX 32u /* each look reads a whole part of the report */

static bool year_is_sure(const nb_report *report)
{
    return report->year > 0 &&
           (report->year_source == NB_YEAR_TITLE || report->year_source == NB_YEAR_PERIOD ||
            report->year_source == NB_YEAR_FORCED);
}

/* The year that the sentence begins with as the time of its work; *end is behind 年(度). */
static int leading_year(nb_view text, uint32_t *end)
{
    static const nb_view subjects[] = {
        NB_W("，"),     NB_W("我"),       NB_W("本机关"), NB_W("本局"),
        NB_W("本单位"), NB_W("全年"),     NB_W("共"),     NB_W("未收到"),
        NB_W("全县"),   NB_W("全市"),     NB_W("全区"),   NB_W("全镇"),
        NB_W("通过"),   NB_W("主动公开"), NB_W("收到"),   NB_W("未发生"),
    };
    uint32_t at = 0;
    uint32_t start = 0;
    int year = nb_year_next(text, &at, &start);
    if (year == 0 || start != 0)
        return 0;
    nb_view rest = nb_view_sub(text, at, text.len);
    if (nb_view_starts_with(rest, NB_V("度")))
        rest = nb_view_sub(rest, 3, rest.len);
    *end = at - 3;
    return nb_words_starting(rest, subjects, NB_LEN(subjects)) == NB_VIEW_NONE ? 0 : year;
}

/* A comparison, a history, a document: another year has its place there. */
static bool may_look_back(nb_view text)
{
    static const nb_view words[] = {
        NB_W("同比"), NB_W("相比"), NB_W("较"),   NB_W("比上"),     NB_W("增长"), NB_W("下降"),
        NB_W("上年"), NB_W("去年"), NB_W("结转"), NB_W("以来"),     NB_W("自"),   NB_W("曾"),
        NB_W("《"),   NB_W("成立"), NB_W("组建"), NB_W("机构改革"), NB_W("首次"), NB_W("起"),
        NB_W("截至"), NB_W("累计"), NB_W("历年"),
    };
    return NB_HAS(text, words);
}

static bool tells_work(const nb_statement *statement)
{
    static const nb_view words[] = {NB_W("收到"),   NB_W("主动公开"), NB_W("公开政府信息"),
                                    NB_W("受理"),   NB_W("办结"),     NB_W("制发"),
                                    NB_W("未发生"), NB_W("没有发生")};
    return NB_HAS(statement->text.text, words);
}

static bool is_named_in(nb_view text, int year)
{
    char digits[32];
    uint32_t len = nb_figure_format((int64_t)year * NB_FIGURE_ONE, 0, digits);
    return nb_view_contains(text, (nb_view){digits, len});
}

/* The text that must name the reporting year to clear the sentence: the innermost heading's for
 * plain claims, the whole part's for anything else. */
static nb_view scope_of(const nb_rule_ctx *ctx, const nb_statement *statement)
{
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t h = statement->sentence->heading;
    if (h == NB_VIEW_NONE)
        return nb_view_sub(nb_ctx_text(ctx), report->extent.start, report->extent.end);
    while (!tells_work(statement) && h > 0 && report->headings[h].depth > 1)
        h--;
    nb_span span = nb_span_union(report->headings[h].span, report->headings[h].body);
    return nb_view_sub(nb_ctx_text(ctx), span.start, span.end);
}

static void check(nb_rule_ctx *ctx)
{
    static const nb_text2 title = {"将年份改为{0}", "change the year to {0}"};
    const nb_report *report = nb_ctx_report(ctx);
    if (!year_is_sure(report))
        return;
    uint32_t looked = 0;
    for (const nb_statement *statement = NULL;
         looked < LOOKS_MAX && (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_section_key section = statement->sentence->section;
        nb_view text = statement->text.text;
        uint32_t end = 0;
        if (section == NB_SECTION_NONE || section == NB_SECTION_PROBLEMS || text.len < 7 ||
            text.ptr[0] < '1' || text.ptr[0] > '2' ||
            leading_year(text, &end) != report->year - 1 || may_look_back(text))
            continue;
        looked++;
        nb_ctx_keep(ctx);
        if (is_named_in(scope_of(ctx, statement), report->year))
            continue;
        nb_span span = nb_mapped_source(&statement->text, 0, end);
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
        nb_finding_arg_int(draft, "year", report->year - 1);
        nb_finding_arg_int(draft, "wanted", report->year);
        nb_view wanted = nb_arena_printf(nb_ctx_arena(ctx), "%d", report->year);
        nb_fix_replace(nb_finding_fix(draft, NB_FIX_SUGGEST, title, wanted), span, wanted);
    }
}

#define EXAMPLE(year)                                                                                                           \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n### （一）主动公开\n\n" \
    "2023年，公开政府信息52条。\n\n### （二）依申请公开\n\n" year                                                               \
    "年，我局收到政府信息公开申请3件。\n"

const nb_rule nb_rule_x301_stale_year = {
    .code = "X301",
    .slug = "year-not-updated",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"疑似未更新年份", "a year that seems not to have been updated"},
    .message =
        {"这里写{year}年，报告年度是{wanted}年，疑似沿用上一年报告而未改",
         "the year here is {year}, the report is for {wanted}: left over from the last one?"},
    .explanation =
        {"以上一年作为本年工作的时间，而同一部分中没有出现报告年度，多半是沿用上一年报告的文字时"
         "没有改年份。与上一年比较、文件名称、上年结转等不在此列。",
         "Where last year stands as the time of this year's work and the reporting year "
         "is nowhere near, text of the last report was probably copied. Comparisons, "
         "titles of documents and cases carried over are left alone."},
    .bad = {EXAMPLE("2022"), EXAMPLE("2022")},
    .good = {EXAMPLE("2023"), EXAMPLE("2023")},
    .check = check,
};
