#include "rules/structure.h"

/* The same part twice. Bodies of earlier years split a content over several headings, so only
 * equal titles count, or two official titles of one part. */

static const nb_text2 first_one = {"第一次在这里", "first here"};

static bool is_same(const nb_report *report, const nb_heading *a, const nb_heading *b)
{
    if (a->title.len && nb_view_eq(a->title, b->title))
        return true;
    return nb_has_fixed_titles(report) && a->section != NB_SECTION_NONE &&
           a->section == b->section && a->is_official && b->is_official;
}

static void check(nb_rule_ctx *ctx)
{
    enum { LOOKED_AT = 40 };
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 1; i < report->section_count && i < LOOKED_AT; i++) {
        const nb_heading *heading = nb_section_heading(report, &report->sections[i]);
        for (uint32_t k = 0; heading && k < i; k++) {
            const nb_heading *before = nb_section_heading(report, &report->sections[k]);
            if (!before || !is_same(report, before, heading))
                continue;
            nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, heading->span);
            nb_finding_arg(draft, "title", heading->title);
            nb_finding_relate(draft, before->span, first_one, NB_V(""));
            break;
        }
    }
}

const nb_rule nb_rule_s103_duplicate_section = {
    .code = "S103",
    .slug = "duplicate-section",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .title = {"部分重复", "a part stands twice"},
    .message = {"“{title}”部分重复出现", "the part \"{title}\" stands here a second time"},
    .explanation = {"同一部分只应出现一次；多为复制粘贴遗留。请保留一处，删去另一处。",
                    "Each part stands once; a second one is usually left over from copying."},
    .bad = NB_SAME("一、总体情况\n良好。\n二、主动公开政府信息情况\n八条。\n三、主动公开政府信息情"
                   "况\n八条。\n"),
    .good = NB_SAME("一、总体情况\n良好。\n二、主动公开政府信息情况\n八条。\n"),
    .no_fix = {"两处内容不同，保留哪一处由编写单位决定",
               "The two differ; the reporting body has to choose"},
    .basis = "国办公开办函〔2021〕30号",
    .check = check,
};
