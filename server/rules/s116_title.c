#include "rules/structure.h"

/*
 * 〈机关〉〈年〉年政府信息公开工作年度报告 (domain: 2.6). The web page often carries the title
 * apart from the text, so an absent one is a hint.
 */

static const nb_text2 absent = {"正文没有标题", "the text has no title"};
static const nb_text2 no_year = {"标题没有写明年度", "the title names no year"};
static const nb_text2 no_body = {"标题没有写明机关名称", "the title names no organ"};
static const nb_text2 twice = {"标题中“年度”重复，宜写作“{year}年……年度报告”",
                               "年度 stands twice in the title; write {year}年…年度报告"};
static const nb_text2 dropped = {"标题应为“年度报告”", "the title should end in 年度报告"};
static const nb_text2 use_this = {"改为“{0}”", "change it to \"{0}\""};
static const nb_text2 add_year = {"补上“{0}”", "add \"{0}\""};

static nb_finding_draft *find(nb_rule_ctx *ctx, nb_span span, nb_text2 message)
{
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, span);
    nb_finding_message(draft, message);
    return draft;
}

static void check_year(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_title *title = &report->title;
    if (title->year)
        return;
    nb_finding_draft *draft = find(ctx, title->span, no_year);
    nb_view text = nb_ctx_text(ctx);
    if (!report->year || !title->body.len)
        return;
    uint32_t place = nb_view_find(text, title->body, title->span.start);
    if (place == NB_VIEW_NONE || place >= title->span.end)
        return;
    place += title->body.len;
    nb_view words = nb_arena_printf(nb_ctx_arena(ctx), "%d年", report->year);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, add_year, words);
    nb_fix_replace(fix, nb_span_of(place, place), words);
}

/* 2017年度…年度报告 */
static void check_twice(nb_rule_ctx *ctx)
{
    const nb_title *title = &nb_ctx_report(ctx)->title;
    nb_view text = nb_ctx_text(ctx);
    nb_view words = nb_view_sub(text, title->span.start, title->span.end);
    uint32_t at = title->year_span.end;
    if (!title->year || !nb_match_at(text, at, NB_V("年度")) || !nb_match_ends(words, "年度报告") ||
        at + 12 >= title->span.end) /* 政府信息公开2017年度报告: once only */
        return;
    nb_span span = nb_span_of(title->year_span.start, at + 6);
    nb_finding_draft *draft = find(ctx, span, twice);
    nb_finding_arg_int(draft, "year", title->year);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, use_this,
                                       nb_arena_printf(nb_ctx_arena(ctx), "%d年", title->year));
    nb_fix_replace(fix, nb_span_of(at + 3, at + 6), NB_V(""));
}

/* …政府信息公开工作报告 */
static void check_dropped(nb_rule_ctx *ctx)
{
    const nb_title *title = &nb_ctx_report(ctx)->title;
    nb_view text = nb_ctx_text(ctx);
    nb_view words = nb_view_sub(text, title->span.start, title->span.end);
    if (!nb_match_ends(words, "报告") || nb_match_contains(words, "年度"))
        return;
    nb_span span = nb_span_of(title->span.end - 6, title->span.end);
    nb_finding_draft *draft = find(ctx, span, dropped);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, use_this, NB_V("年度报告"));
    nb_fix_replace(fix, span, NB_V("年度报告"));
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (!report->title.is_present) {
        if (nb_sections_known(report) >= 2)
            (void)find(ctx, nb_report_head(report), absent);
        return;
    }
    check_year(ctx);
    if (!report->title.body.len)
        (void)find(ctx, report->title.span, no_body);
    check_twice(ctx);
    check_dropped(ctx);
}

const nb_rule nb_rule_s116_title = {
    .code = "S116",
    .slug = "title",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SUGGEST,
    .title = {"标题不规范", "the title is not in order"},
    .message = {"标题不规范", "the title is not in order"},
    .explanation = {"标题通常写作“〈机关全称〉〈年份〉年政府信息公开工作年度报告”。网页单独显示标题"
                    "时正文可以没有标题。",
                    "The title names the organ in full, the year and the kind of report. Where the "
                    "web page shows it apart, the text may do without."},
    .bad = NB_SAME("某某市示例局2023年度政府信息公开工作年度报告\n一、总体情况\n良好。\n"),
    .good = NB_SAME("某某市示例局2023年政府信息公开工作年度报告\n一、总体情况\n良好。\n"),
    .basis = NULL,
    .check = check,
};
