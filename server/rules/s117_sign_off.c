#include "rules/structure.h"

/* Organ and date at the end (or under the title) are customary, not prescribed: a hint. */

static const nb_text2 no_date = {"有署名而没有日期", "signed, but without a date"};
static const nb_text2 no_body = {"有日期而没有署名", "dated, but without the organ's name"};

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_sign_off *s = &report->sign_off;
    if (nb_sections_known(report) < 4 || (s->has_body && s->has_date))
        return;
    /* A date under the title, where the title has the name. */
    if (s->has_date && report->title.body.len)
        return;
    nb_span span = s->has_body ? s->body_span : s->has_date ? s->date.span : nb_report_tail(report);
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, span);
    if (s->has_body)
        nb_finding_message(draft, no_date);
    else if (s->has_date)
        nb_finding_message(draft, no_body);
}

const nb_rule nb_rule_s117_sign_off = {
    .code = "S117",
    .slug = "sign-off",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_NONE,
    .title = {"没有落款", "no sign-off"},
    .message = {"文末没有署名和日期", "neither organ nor date stands at the end"},
    .explanation = {"落款写明机关名称和日期，便于确认责任主体和发布时限。",
                    "Organ and date at the end tell who is responsible and whether it is in time."},
    .bad = NB_SAME("某某市示例局2023年政府信息公开工作年度报告\n一、总体情况\n良好。\n二、主动公开"
                   "政府信息情况\n八条。"
                   "\n三、收到和处理政府信息公开申请情况\n无。\n四、政府信息公开行政复议、行政诉讼"
                   "情况\n无。\n"),
    .good = NB_SAME(
        "某某市示例局2023年政府信息公开工作年度报告\n一、总体情况\n良好。\n二、主动公开政府信息情况"
        "\n八条。"
        "\n三、收到和处理政府信息公开申请情况\n无。\n四、政府信息公开行政复议、行政诉讼情况\n无。\n"
        "某某市示例局\n2024年1月18日\n"),
    .basis = NULL,
    .check = check,
};
