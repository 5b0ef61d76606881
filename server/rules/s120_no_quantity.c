#include "nb/text/figure.h"

#include "rules/places.h"

/*
 * A part that has to report a quantity, and has neither a figure nor a word that says there was
 * none (domain: X-20). A table speaks for itself.
 */

static const nb_text2 add_it = {"补上待填的数量", "insert the quantity, to be filled in"};
static const char NEGATION[] = "未|无|没有|零|不收|不存在|不涉及|免|暂不|均为0|从未|为0";

static bool has_figure(nb_view text)
{
    uint32_t at = 0;
    nb_figure figure;
    return nb_figure_next(text, &at, &figure);
}

static bool reports_quantity(const nb_report *report, const nb_section *section, bool *has_prose)
{
    *has_prose = false;
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *s = &report->sentences[i];
        nb_span span = nb_mapped_whole(&s->text);
        if (span.start < section->body.start || span.end > section->body.end || s->is_heading)
            continue;
        bool is_signature =
            (report->sign_off.has_body && nb_span_touches(span, report->sign_off.body_span)) ||
            (report->sign_off.has_date && nb_span_touches(span, report->sign_off.date.span));
        if (is_signature)
            continue;
        if (nb_skeleton_is_unfilled(s->text.text))
            return true; /* F101 says so */
        *has_prose = true;
        if (nb_match_contains(s->text.text, NEGATION) || has_figure(s->text.text))
            return true;
    }
    return false;
}

static bool has_to_count(const nb_report *report, nb_section_key key)
{
    if (key == NB_SECTION_REQUESTS || key == NB_SECTION_REVIEW)
        return true;
    return !nb_has_fixed_titles(report) && (key == NB_SECTION_FEES || key == NB_SECTION_DISCLOSURE);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 0; i < report->section_count && i < 40; i++) {
        const nb_section *section = &report->sections[i];
        const nb_heading *heading = nb_section_heading(report, section);
        bool has_prose = false;
        if (!heading || !has_to_count(report, section->key) ||
            nb_section_has_table(report, section) ||
            reports_quantity(report, section, &has_prose) || !has_prose)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, heading->span);
        nb_finding_arg(draft, "title", heading->title);
        nb_view text =
            nb_skeleton_placeholder(nb_ctx_arena(ctx), nb_skeleton_section_wants(section->key));
        (void)nb_section_append(ctx, draft, section, add_it, NB_V(""),
                                nb_paragraph_like(ctx, text));
    }
}

const nb_rule nb_rule_s120_no_quantity = {
    .code = "S120",
    .slug = "no-quantity",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"应报告数量而未报告", "no quantity is reported"},
    .message = {"“{title}”没有报告数量，也没有说明“未收到”或“无”",
                "\"{title}\" reports no quantity, nor says that there was none"},
    .explanation = {"这一部分应当写明件数；一件也没有的，应写明“未收到”“未发生”等。只写工作要求或态"
                    "度的，等于没有报告。",
                    "This part states numbers, or that there were none. Slogans are no report."},
    .bad = NB_SAME("三、依申请公开政府信息情况\n高度重视，安排专人负责，尽心做好服务。\n"),
    .good = NB_SAME("三、依申请公开政府信息情况\n本年度未收到政府信息公开申请。\n"),
    .basis = "《中华人民共和国政府信息公开条例》第五十条；原条例第三十二条",
    .check = check,
};
