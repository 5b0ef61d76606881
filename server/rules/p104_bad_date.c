#include "rules/period.h"

/* A date in the period that no calendar has: 202020年12月31日, 2月30日 (PER-3). */

static int likely_year(const nb_report *report, const nb_period *p)
{
    if (report->title.year)
        return report->title.year;
    if (p->start.year >= 2000 && p->start.year <= 2100)
        return p->start.year;
    if (p->end.year >= 2000 && p->end.year <= 2100)
        return p->end.year;
    return report->year;
}

static void check_date(nb_rule_ctx *ctx, const nb_period *p, const nb_date *date)
{
    if (date->is_possible)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_ERROR, date->span);
    nb_finding_arg(draft, "date", nb_view_sub(nb_ctx_text(ctx), date->span.start, date->span.end));
    nb_period_offer(ctx, draft, p, likely_year(nb_ctx_report(ctx), p), true);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 0; i < report->period_count; i++) {
        const nb_period *p = &report->periods[i];
        if (p->state != NB_PERIOD_READ || nb_period_is_sound(p))
            continue;
        check_date(ctx, p, &p->start);
        /* With the second year left out, a wrong first year makes both impossible. */
        if (p->end_year_printed || p->start.is_possible || p->end.month > 12 || p->end.day > 31)
            check_date(ctx, p, &p->end);
    }
}

const nb_rule nb_rule_p104_bad_date = {
    .code = "P104",
    .slug = "bad-date",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"统计期限中的日期有误", "an impossible date in the period"},
    .message = {"“{date}”不是有效的日期", "\"{date}\" is no date"},
    .explanation = {"多打或少打数字，或者该月没有这一天，例如“202020年12月31日”“2月30日”。",
                    "A digit too many or too few, or a day that the month does not have."},
    .bad = NB_SAME(
        "本报告所列数据的统计期限自2024年1月1日起至202024年12月31日止。\n一、总体情况\n良好。\n"),
    .good = NB_SAME(
        "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。\n一、总体情况\n良好。\n"),
    .basis = NULL,
    .check = check,
};
