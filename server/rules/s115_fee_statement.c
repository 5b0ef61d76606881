#include "rules/structure.h"

/* Since 2021 the last part tells the position of the information processing fee (domain: 1.5). */

static const nb_text2 add_it = {"补写“{0}”（请核实）", "add \"{0}\" (to be confirmed)"};

/* Where a sentence can be added: behind the last one of the part. */
static bool last_sentence(const nb_report *report, const nb_section *section, uint32_t *place)
{
    bool found = false;
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *s = &report->sentences[i];
        nb_span span = nb_mapped_whole(&s->text);
        bool is_signature =
            (report->sign_off.has_body && nb_span_touches(span, report->sign_off.body_span)) ||
            (report->sign_off.has_date && nb_span_touches(span, report->sign_off.date.span));
        if (s->section != section->key || s->is_heading || is_signature ||
            !nb_match_ends(s->text.text, "。"))
            continue;
        *place = span.end;
        found = true;
    }
    return found;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_section *section = nb_report_section(report, NB_SECTION_OTHER);
    const nb_heading *heading = section ? nb_section_heading(report, section) : NULL;
    uint32_t place = 0;
    if (!report->form || report->form->id != NB_FORM_2021 || !heading ||
        nb_section_says(report, NB_SECTION_OTHER, "费|收取|收缴") ||
        nb_report_says(report, "信息处理费"))
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, heading->span);
    if (!report->year || !last_sentence(report, section, &place))
        return;
    nb_view sentence = nb_arena_printf(
        nb_ctx_arena(ctx), "%d年未发出收费通知，未收取政府信息公开信息处理费。", report->year);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, add_it, sentence);
    nb_fix_replace(fix, nb_span_of(place, place), sentence);
}

const nb_rule nb_rule_s115_fee_statement = {
    .code = "S115",
    .slug = "fee-statement",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SUGGEST,
    .title = {"未说明信息处理费情况", "the processing fee is not mentioned"},
    .message = {"“其他需要报告的事项”中未说明收取信息处理费的情况",
                "the last part does not say whether processing fees were "
                "collected"},
    .explanation = {"《政府信息公开信息处理费管理办法》施行后，年度报告应在“其他需要报告的事项”中说"
                    "明发出收费通知的件"
                    "数、总金额和实际收取的金额；没有收取的也应写明。",
                    "Since the rules on processing fees are in force, the last part states the "
                    "notices sent and the amounts charged and collected, or that there were none."},
    .bad = NB_SAME("六、其他需要报告的事项\n本年度无其他需要报告的事项。\n"),
    .good = NB_SAME("六、其他需要报告的事项\n2024年未收取信息处理费。\n"),
    .basis = "国办函〔2020〕109号",
    .check = check,
};
