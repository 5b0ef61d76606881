#include "rules/period.h"

/* The period ends before it begins. */

static int likely_year(const nb_report *report, const nb_period *p)
{
    bool is_sure = false;
    int year = nb_report_year_apart(report, &is_sure);
    return year ? year : p->end.year;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 0; i < report->period_count; i++) {
        const nb_period *p = &report->periods[i];
        if (!nb_period_is_sound(p) || nb_date_compare(&p->start, &p->end) <= 0)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_ERROR, p->dates);
        nb_finding_arg(draft, "period", nb_period_text(ctx, p));
        nb_period_offer(ctx, draft, p, likely_year(report, p), true);
    }
}

const nb_rule nb_rule_p105_period_order = {
    .code = "P105",
    .slug = "period-order",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"统计期限的止期早于起期", "the period ends before it begins"},
    .message = {"统计期限“{period}”的止期早于起期",
                "the period \"{period}\" ends before it begins"},
    .explanation = {"起止日期写反，或者年份只改了一处。",
                    "The dates are the wrong way round, or only one of the years was changed."},
    .bad = NB_SAME(
        "本报告所列数据的统计期限自2024年1月1日起至2023年12月31日止。\n一、总体情况\n良好。\n"),
    .good = NB_SAME(
        "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。\n一、总体情况\n良好。\n"),
    .basis = NULL,
    .check = check,
};
