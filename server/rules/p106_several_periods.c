#include "rules/period.h"

/* Two statements of the period that contradict each other (PER-4). */

static const nb_text2 first_one = {"前面写为“{0}”", "\"{0}\" stands here"};

static bool differ(const nb_period *a, const nb_period *b)
{
    return nb_date_compare(&a->start, &b->start) != 0 || nb_date_compare(&a->end, &b->end) != 0;
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
    }
}

const nb_rule nb_rule_p106_several_periods = {
    .code = "P106",
    .slug = "several-periods",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_NONE,
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
