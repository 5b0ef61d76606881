#include "rules/structure.h"

/* A title one character off: the part is there, its name is mistyped. */

static const nb_text2 replace_it = {"改为“{0}”", "change it to \"{0}\""};

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth != 1 || !h->is_misspelt)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, h->title_span);
        nb_finding_arg(draft, "title", h->title);
        nb_finding_arg(draft, "intended", nb_view_of(h->intended));
        if (!nb_span_is_plain(ctx, h->title_span))
            continue;
        nb_fix_draft *fix =
            nb_finding_fix(draft, NB_FIX_SUGGEST, replace_it, nb_view_of(h->intended));
        nb_fix_replace(fix, h->title_span, nb_view_of(h->intended));
        nb_fix_prefer(fix);
    }
}

const nb_rule nb_rule_s105_misspelt_title = {
    .code = "S105",
    .slug = "misspelt-title",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"标题有错字", "a title is mistyped"},
    .message = {"标题“{title}”疑为“{intended}”之误",
                "the title \"{title}\" should read \"{intended}\""},
    .explanation = {"标题与格式规定的名称只差一个字，多半是打字错误。",
                    "The title is one character away from an official one: a typing error."},
    .bad = NB_SAME("一、总体情况\n良好。\n二、主动公开政府信自情况\n八条。\n"),
    .good = NB_SAME("一、总体情况\n良好。\n二、主动公开政府信息情况\n八条。\n"),
    .basis = "国办公开办函〔2021〕30号",
    .check = check,
};
