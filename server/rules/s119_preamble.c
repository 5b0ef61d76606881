#include "rules/places.h"

/* The customary opening: on what basis, for whom to ask (domain: 2.4). Not prescribed: a hint. */

static const nb_text2 add_it = {"补写“{0}”", "add \"{0}\""};
static const nb_text2 no_preamble = {"没有说明编制依据和联系方式",
                                     "neither legal basis nor contact is given"};

/* In the opening a word will do; further down (办公地址, 联系电话 of a service) only a statement.
 */
static bool gives(const nb_report *report, const char *words, const char *statements)
{
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *s = &report->sentences[i];
        bool is_opening = s->heading == NB_VIEW_NONE || s->section == NB_SECTION_OVERVIEW;
        if (nb_match_contains(s->text.text, is_opening ? words : statements))
            return true;
    }
    return false;
}

/* The sentence that is missing, with places to be filled in. */
static nb_view contact(nb_rule_ctx *ctx, bool has_phone, bool has_address)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view issuer = nb_ctx_report(ctx)->issuer;
    nb_view address = nb_arena_printf(arena, "地址：%.*s，邮编：%.*s",
                                      NB_ARG(nb_skeleton_placeholder(arena, "地址")),
                                      NB_ARG(nb_skeleton_placeholder(arena, "邮编")));
    nb_view phone =
        nb_arena_printf(arena, "电话：%.*s", NB_ARG(nb_skeleton_placeholder(arena, "电话")));
    if (has_phone)
        return nb_arena_printf(arena, "联系%.*s。", NB_ARG(address));
    if (has_address)
        return nb_arena_printf(arena, "联系%.*s。", NB_ARG(phone));
    nb_view who = issuer.len ? issuer : nb_skeleton_placeholder(arena, "机关名称");
    return nb_arena_printf(arena, "如对本报告有疑问，请与%.*s联系（%.*s，%.*s）。", NB_ARG(who),
                           NB_ARG(address), NB_ARG(phone));
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (nb_sections_known(report) < 3)
        return;
    bool has_phone = gives(report, "电话|热线|邮箱|传真", "电话：|电话:|邮箱：|邮箱:");
    bool has_address = gives(report, "地址|邮编|邮政编码", "地址：|地址:|邮编：|邮编:");
    bool has_basis = nb_report_says(report, "条例|办法|要求|规定|通知");
    if (has_phone && has_address)
        return;
    nb_view missing = has_phone     ? NB_V("地址或邮编")
                      : has_address ? NB_V("电话")
                                    : NB_V("电话、地址、邮编");
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_report_head(report));
    if (!has_phone && !has_address && !has_basis)
        nb_finding_message(draft, no_preamble);
    else
        nb_finding_arg(draft, "missing", missing);
    nb_view sentence = contact(ctx, has_phone, has_address);
    (void)nb_preamble_append(ctx, draft, add_it, sentence, sentence);
}

const nb_rule nb_rule_s119_preamble = {
    .code = "S119",
    .slug = "contact",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SUGGEST,
    .title = {"没有联系方式", "no contact"},
    .message = {"没有写明联系方式：{missing}", "no contact is given: {missing}"},
    .explanation =
        {"前言中通常写明编制依据、统计期限和联系方式（地址、邮编、电话），便于公众询问。",
         "The preamble customarily gives legal basis, period and contact, so that the "
         "public can ask."},
    .bad = NB_SAME("本报告根据条例编制。\n一、总体情况\n良好。\n二、主动公开政府信息情况\n八条。\n"
                   "三、收到和处理政府"
                   "信息公开申请情况\n无。\n"),
    .good = NB_SAME("本报告根据条例编制。如有疑问，请联系（地址：示例路1号，电话：000-"
                    "0000）。\n一、总体情况\n良好。\n"
                    "二、主动公开政府信息情况\n八条。\n三、收到和处理政府信息公开申请情况\n无。\n"),
    .basis = NULL,
    .check = check,
};
