#include "rules/period.h"

/*
 * The period is not 1 January to 31 December of one year (PER-1). A body that came into being, was
 * merged or ended in the year may have a shorter one; then this says nothing.
 */

static bool is_whole_year(const nb_period *p)
{
    bool starts = (p->start.month == 1 || p->start.month == 0) && p->start.day <= 1;
    bool ends = (p->end.month == 12 || p->end.month == 0) && (p->end.day == 31 || p->end.day == 0);
    return starts && ends && p->start.year == p->end.year;
}

/* January to December, but for the days: a slip, whatever became of the body. */
static bool is_near_whole_year(const nb_period *p)
{
    return p->start.month == 1 && p->end.month == 12;
}

/* The year that the period should be: the report's if one of the dates is in it. */
static int year_of(const nb_report *report, const nb_period *p)
{
    bool is_sure = false;
    int year = nb_report_year_apart(report, &is_sure);
    if (year && (is_sure || year == p->start.year || year == p->end.year))
        return year;
    return p->start.year == p->end.year ? p->start.year : 0;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 0; i < report->period_count; i++) {
        const nb_period *p = &report->periods[i];
        if (!nb_period_is_sound(p) || is_whole_year(p) || nb_date_compare(&p->start, &p->end) > 0 ||
            !nb_period_is_stated(ctx, p) ||
            (nb_report_has_changed_body(report) && !is_near_whole_year(p)) ||
            nb_report_is_under_other_law(report))
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_ERROR, p->dates);
        nb_finding_arg(draft, "period", nb_period_text(ctx, p));
        nb_period_offer(ctx, draft, p, year_of(report, p), true);
    }
}

const nb_rule nb_rule_p103_period_range = {
    .code = "P103",
    .slug = "period-range",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"统计期限不是全年", "the period is not the whole year"},
    .message = {"统计期限“{period}”不是1月1日至12月31日",
                "the period \"{period}\" is not 1 January to 31 December"},
    .explanation = {"年度报告的统计期限为报告年度的1月1日至12月31日。当年新成立、合并、撤销的机关例"
                    "外，文中应当说明。",
                    "The period runs from 1 January to 31 December. Bodies founded, merged or "
                    "abolished in the year are excepted; the report should say so."},
    .bad = NB_SAME(
        "本报告所列数据的统计期限自2024年1月1日起至2024年11月30日止。\n一、总体情况\n良好。\n"),
    .good = NB_SAME("我局于2024年3月成立。本报告所列数据的统计期限自2024年3月1日起至2024年12月31日"
                    "止。\n一、总体情况\n"
                    "良好。\n"),
    .basis = "《中华人民共和国政府信息公开条例》第四十九条；DB51/T 2660—2019 2.1",
    .check = check,
};
