#include "rules/period.h"

/* A period whose digits run together has mostly lost 年 and 月 on its way (PER-5): not wrong for
 * sure.
 */

static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_period *p)
{
    static const nb_text2 rewrite_it = {"改为“{0}”", "write \"{0}\""};
    const nb_report *report = nb_ctx_report(ctx);
    bool is_sure = false;
    int year = nb_report_year_apart(report, &is_sure);
    if (!year || !nb_span_is_plain(ctx, p->dates))
        return;
    bool has_from = nb_match_contains(nb_period_text(ctx, p), "起");
    nb_view text = nb_arena_printf(nb_ctx_arena(ctx), "%d年1月1日%s至%d年12月31日", year,
                                   has_from ? "起" : "", year);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, rewrite_it, text);
    nb_fix_replace(fix, p->dates, text);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 0; i < report->period_count; i++) {
        const nb_period *p = &report->periods[i];
        if (p->state != NB_PERIOD_UNREADABLE)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, p->dates);
        nb_finding_arg(draft, "period", nb_period_text(ctx, p));
        offer(ctx, draft, p);
    }
}

const nb_rule nb_rule_p107_unreadable_period = {
    .code = "P107",
    .slug = "unreadable-period",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SUGGEST,
    .title = {"统计期限无法辨认", "the period cannot be read"},
    .message = {"统计期限“{period}”无法辨认", "the period \"{period}\" cannot be read"},
    .explanation = {"数字连在一起，可能是转换时丢失了“年”“月”。请核对原文。",
                    "The digits run together; 年 or 月 may have been lost in a conversion."},
    .bad = NB_SAME("本报告所列数据的统计期限自202411日起至20241231日止。\n一、总体情况\n良好。\n"),
    .good = NB_SAME(
        "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。\n一、总体情况\n良好。\n"),
    .basis = NULL,
    .check = check,
};
