#include "rules/structure.h"

/* A part under a name that is neither the form's nor one of its accepted variants. */

static const nb_text2 replace_it = {"改为“{0}”", "change it to \"{0}\""};

/* Two parts under one heading: the name of the one would take the other away. */
static bool names_another(const nb_report *report, const nb_heading *h, nb_section_key key)
{
    static const struct {
        nb_section_key key;
        const char *words;
    } PARTS[] = {
        {NB_SECTION_DISCLOSURE, "主动公开"},
        {NB_SECTION_REQUESTS, "公开申请|申请公开|依申请"},
        {NB_SECTION_REVIEW, "复议|诉讼"},
    };
    for (uint32_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++)
        if (PARTS[i].key != key && !nb_report_section(report, PARTS[i].key) &&
            nb_match_contains(h->title, PARTS[i].words))
            return true;
    return false;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (!nb_has_fixed_titles(report))
        return;
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_section *s = &report->sections[i];
        const nb_heading *h = nb_section_heading(report, s);
        const nb_form_section *form = nb_form_section_of(report->form, s->key);
        if (!h || !form || h->is_official || h->is_misspelt ||
            nb_report_section(report, s->key) != s)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, h->title_span);
        nb_finding_arg(draft, "title", h->title);
        nb_finding_arg(draft, "official", nb_view_of(form->title));
        if (!nb_span_is_plain(ctx, h->title_span) || names_another(report, h, s->key))
            continue;
        nb_fix_draft *fix =
            nb_finding_fix(draft, NB_FIX_SUGGEST, replace_it, nb_view_of(form->title));
        nb_fix_replace(fix, h->title_span, nb_view_of(form->title));
    }
}

const nb_rule nb_rule_s106_unofficial_title = {
    .code = "S106",
    .slug = "unofficial-title",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SUGGEST,
    .title = {"标题不是规定的名称", "a title is not the official one"},
    .message = {"“{title}”：格式规定的名称是“{official}”",
                "\"{title}\": the form calls this part \"{official}\""},
    .explanation = {"内容能够辨认，但名称与格式不一致。统一名称便于汇总和查阅。",
                    "The part can be told by its content, but the form has another name for it."},
    .bad = NB_SAME("一、总体情况\n良好。\n二、主动公开政府信息详情\n八条。\n"),
    .good = NB_SAME("一、总体情况\n良好。\n二、主动公开政府信息情况\n八条。\n"),
    .basis = "国办公开办函〔2021〕30号",
    .check = check,
};
