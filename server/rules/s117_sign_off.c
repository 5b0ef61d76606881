#include "rules/places.h"

/* Organ and date at the end (or under the title) are customary, not prescribed: a hint. */

static const nb_text2 no_date = {"有署名而没有日期", "signed, but without a date"};
static const nb_text2 no_body = {"有日期而没有署名", "dated, but without the organ's name"};

static bool is_writable_line(nb_rule_ctx *ctx, uint32_t place)
{
    const nb_report *report = nb_ctx_report(ctx);
    nb_view line = nb_view_sub(nb_ctx_text(ctx),
                               report->lines->starts[nb_lines_at(report->lines, place)], place);
    return report->markup->kind != NB_SOURCE_HTML && nb_view_trim(line).len == 0;
}

/* The organ's name before the date; name and a date to be filled in where neither stands. */
static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft)
{
    static const nb_text2 add_body = {"补上署名“{0}”", "add the organ's name \"{0}\""};
    static const nb_text2 add_both = {"补上署名“{0}”和待填的日期",
                                      "add the organ's name \"{0}\" and a date to be filled in"};
    const nb_report *report = nb_ctx_report(ctx);
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_sign_off *s = &report->sign_off;
    if (!report->issuer.len || s->has_body)
        return;
    nb_view name = nb_paragraph_like(ctx, report->issuer);
    if (s->has_date && is_writable_line(ctx, s->date.span.start)) {
        uint32_t line = report->lines->starts[nb_lines_at(report->lines, s->date.span.start)];
        nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, add_body, report->issuer);
        nb_fix_replace(fix, nb_span_of(line, line), name);
    } else if (!s->has_date) {
        uint32_t place = nb_parts_end(ctx);
        nb_skeleton_style style = nb_skeleton_style_of(arena, report);
        nb_view date = nb_paragraph_like(ctx, nb_skeleton_placeholder(arena, "成文日期"));
        nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, add_both, report->issuer);
        nb_fix_replace(fix, nb_span_of(place, place),
                       nb_arena_printf(arena, "%.*s%.*s%.*s",
                                       NB_ARG(nb_gap_before(ctx, place, &style)), NB_ARG(name),
                                       NB_ARG(date)));
    }
}

static bool is_to_be_dated(const nb_report *report)
{
    return report->sentence_count > 0 &&
           nb_match_contains(report->sentences[report->sentence_count - 1].text.text,
                             "【待填：成文日期");
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_sign_off *s = &report->sign_off;
    if (nb_sections_known(report) < 4 || (s->has_body && s->has_date))
        return;
    /* A date under the title, where the title has the name. */
    if (s->has_date && report->title.body.len)
        return;
    if (is_to_be_dated(report)) /* F101 says so */
        return;
    nb_span span = s->has_body ? s->body_span : s->has_date ? s->date.span : nb_report_tail(report);
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, span);
    if (s->has_body)
        nb_finding_message(draft, no_date);
    else if (s->has_date)
        nb_finding_message(draft, no_body);
    offer(ctx, draft);
}

const nb_rule nb_rule_s117_sign_off = {
    .code = "S117",
    .slug = "sign-off",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SUGGEST,
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
