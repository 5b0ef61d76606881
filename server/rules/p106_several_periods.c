#include "rules/period.h"

/* Two statements of the period that contradict each other (PER-4). */

static const nb_text2 first_one = {"前面写为“{0}”", "\"{0}\" stands here"};

static bool differ(const nb_period *a, const nb_period *b)
{
    return nb_date_compare(&a->start, &b->start) != 0 || nb_date_compare(&a->end, &b->end) != 0;
}

static bool is_whole_year(const nb_period *p)
{
    return p->start.year == p->end.year && p->start.month == 1 && p->start.day == 1 &&
           p->end.month == 12 && p->end.day == 31;
}

/* Makes wrong what right is, where right can be: a whole year, that of the report if it is known.
 */
static void offer_one(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_period *right,
                      const nb_period *wrong, nb_text2 title)
{
    bool is_sure = false;
    int year = nb_report_year_apart(nb_ctx_report(ctx), &is_sure);
    if (!is_whole_year(right) || (year && right->start.year != year) ||
        !nb_date_is_rewritable(ctx, &wrong->start) || !nb_date_is_rewritable(ctx, &wrong->end) ||
        wrong->start.span.start == wrong->end.span.start)
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, nb_period_text(ctx, right));
    (void)nb_date_rewrite(ctx, fix, &wrong->start, right->start.year, 1, 1);
    (void)nb_date_rewrite(ctx, fix, &wrong->end, right->end.year, 12, 31);
}

static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_period *first,
                  const nb_period *second)
{
    static const nb_text2 change_second = {"将此处改为“{0}”（与前文一致）",
                                           "change this one to \"{0}\" (as before)"};
    static const nb_text2 change_first = {"将前文改为“{0}”（与此处一致）",
                                          "change the first one to \"{0}\" (as here)"};
    offer_one(ctx, draft, first, second, change_second);
    offer_one(ctx, draft, second, first, change_first);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_period *first = NULL;
    for (uint32_t i = 0; i < report->period_count; i++) {
        const nb_period *p = &report->periods[i];
        nb_view words = nb_view_sub(nb_ctx_text(ctx), p->sentence.start, p->sentence.end);
        /* Only statements in so many words: other data may have a time of their own. */
        if (!nb_period_is_sound(p) ||
            !nb_match_contains(words, "统计期|统计时|统计区间|统计周期|所列数据"))
            continue;
        if (!first) {
            first = p;
            continue;
        }
        if (!differ(first, p))
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_ERROR, p->dates);
        nb_finding_arg(draft, "period", nb_period_text(ctx, p));
        nb_finding_arg(draft, "first", nb_period_text(ctx, first));
        nb_finding_relate(draft, first->dates, first_one, nb_period_text(ctx, first));
        offer(ctx, draft, first, p);
    }
}

const nb_rule nb_rule_p106_several_periods = {
    .code = "P106",
    .slug = "several-periods",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"统计期限前后矛盾", "contradictory periods"},
    .message = {"统计期限“{period}”与前文“{first}”矛盾",
                "the period \"{period}\" contradicts \"{first}\""},
    .explanation = {"一份报告只有一个统计期限，多处写明时应当一致。",
                    "A report has one period; where it is stated twice, both agree."},
    .bad = NB_SAME("本报告所列数据的统计期限自2024年1月1日起至12月31日止。\n一、总体情况\n良好。所"
                   "列数据统计期限为2023年"
                   "1月1日至12月31日。\n"),
    .good = NB_SAME("本报告所列数据的统计期限自2024年1月1日起至12月31日止。\n一、总体情况\n良好。所"
                    "列数据统计期限为2024"
                    "年1月1日至12月31日。\n"),
    .basis = NULL,
    .check = check,
};
