#include "rules/period.h"

/*
 * The period is of another year than the report (PER-2): mostly last year's preamble used again. An
 * error only if the title, the user, or two other places that agree say which year it is.
 */

static const nb_text2 report_year = {"报告年度在这里写为{0}", "here the reporting year is {0}"};
static const nb_text2 change_title = {"将标题年份改为{0}", "change the year of the title to {0}"};

static void relate_evidence(nb_rule_ctx *ctx, nb_finding_draft *draft, int year)
{
    enum { RELATED_MAX = 3 };
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->year_count && count < RELATED_MAX; i++) {
        const nb_year_evidence *e = &report->years[i];
        if (e->source == NB_YEAR_PERIOD || e->year != year)
            continue;
        nb_finding_relate(draft, e->span, report_year,
                          nb_arena_printf(nb_ctx_arena(ctx), "%d", year));
        count++;
    }
}

/* The title stands alone: nothing but itself says its year. */
static bool title_is_alone(const nb_report *report)
{
    for (uint32_t i = 0; i < report->year_count; i++) {
        nb_year_source source = report->years[i].source;
        if (source != NB_YEAR_TITLE && source != NB_YEAR_PERIOD &&
            report->years[i].year == report->title.year)
            return false;
    }
    return true;
}

static void offer_title(nb_rule_ctx *ctx, nb_finding_draft *draft, int year)
{
    const nb_title *title = &nb_ctx_report(ctx)->title;
    nb_view old = nb_view_sub(nb_ctx_text(ctx), title->year_span.start, title->year_span.end);
    if (!title->year || old.len != 4 || !title_is_alone(nb_ctx_report(ctx)))
        return;
    nb_view digits = nb_arena_printf(nb_ctx_arena(ctx), "%d", year);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, change_title, digits);
    nb_fix_replace(fix, title->year_span, digits);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    bool is_sure = false;
    int year = nb_report_year_apart(report, &is_sure);
    for (uint32_t i = 0; year && i < report->period_count; i++) {
        const nb_period *p = &report->periods[i];
        if (!nb_period_is_sound(p) || p->start.year != p->end.year || p->start.year == year ||
            !nb_period_is_stated(ctx, p))
            continue;
        nb_finding_draft *draft =
            nb_ctx_find(ctx, is_sure ? NB_SEVERITY_ERROR : NB_SEVERITY_WARNING, p->dates);
        nb_finding_arg_int(draft, "year", p->start.year);
        nb_finding_arg_int(draft, "expected", year);
        relate_evidence(ctx, draft, year);
        nb_period_offer(ctx, draft, p, year, is_sure);
        offer_title(ctx, draft, p->start.year);
    }
}

const nb_rule nb_rule_p102_period_year = {
    .code = "P102",
    .slug = "period-year",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"统计期限的年份不对", "the period is of another year"},
    .message = {"统计期限为{year}年，报告年度是{expected}年",
                "the period is of {year}, the report of {expected}"},
    .explanation = {"统计期限应为报告年度。常见原因是沿用了上一年的前言。",
                    "The period is the reporting year. Mostly last year's preamble was used "
                    "again."},
    .bad = NB_SAME("某某市示例局2023年政府信息公开工作年度报告\n本报告所列数据的统计期限自2022年1月"
                   "1日起至2022年12月"
                   "31日止。\n一、总体情况\n良好。\n"),
    .good = NB_SAME("某某市示例局2023年政府信息公开工作年度报告\n本报告所列数据的统计期限自2023年1"
                    "月1日起至2023年12月"
                    "31日止。\n一、总体情况\n良好。\n"),
    .basis = "《中华人民共和国政府信息公开条例》第四十九条、第五十条",
    .check = check,
};
