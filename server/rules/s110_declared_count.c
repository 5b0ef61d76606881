#include "rules/structure.h"

/* "……等六个部分组成" against the parts that are there (domain: relation 36, X-13). */

static const nb_text2 write_count = {"改为“{0}”", "change it to \"{0}\""};
static const nb_text2 part_here = {"第{0}部分", "part {0}"};

static bool is_annex(nb_view title)
{
    return nb_match_contains(title, "统计表|附表|附件|情况表");
}

/* Parts that the list names and that stand in the text without a numbered heading: a table. */
static uint32_t unnumbered_annexes(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_declaration *d = &report->declaration;
    uint32_t count = 0;
    for (uint32_t i = 0; i < d->part_count; i++) {
        nb_view title = d->parts[i].title;
        if (d->parts[i].heading != NB_VIEW_NONE || !is_annex(title))
            continue;
        nb_view upto = nb_view_sub(nb_ctx_text(ctx), 0, report->extent.end);
        if (nb_view_find(upto, title, d->sentence.end) != NB_VIEW_NONE)
            count++;
    }
    return count;
}

static uint32_t missing_parts(const nb_report *report)
{
    uint32_t count = 0;
    for (uint32_t i = 0; nb_has_fixed_titles(report) && i < report->form->section_count; i++)
        count += nb_report_section(report, report->form->sections[i].key) ? 0 : 1;
    return count;
}

/* 总体情况 that holds the sentence itself is often not counted. */
static bool is_inside_overview(const nb_report *report)
{
    const nb_section *s = nb_report_section(report, NB_SECTION_OVERVIEW);
    return s && s->heading != NB_VIEW_NONE && nb_span_inside(report->declaration.sentence, s->span);
}

static void check(nb_rule_ctx *ctx)
{
    enum { PARTS_MIN = 3, PARTS_MAX = 30 };
    const nb_report *report = nb_ctx_report(ctx);
    const nb_declaration *d = &report->declaration;
    uint32_t parts = 0, annexes = 0;
    if (!d->is_present || !d->count)
        return;
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_heading *h = nb_section_heading(report, &report->sections[i]);
        parts++;
        annexes += h && is_annex(h->title) ? 1 : 0;
    }
    uint32_t count = (uint32_t)d->count;
    uint32_t there = parts + unnumbered_annexes(ctx);
    if (parts < PARTS_MIN || parts > PARTS_MAX || count == there || count == there - annexes ||
        count == there + missing_parts(report))
        return;
    bool is_container = count + 1 == there && is_inside_overview(report);
    nb_finding_draft *draft =
        nb_ctx_find(ctx, is_container ? NB_SEVERITY_HINT : NB_SEVERITY_WARNING, d->count_span);
    nb_finding_arg_int(draft, "declared", d->count);
    nb_finding_arg_int(draft, "found", there);
    uint32_t number = 0;
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_heading *h = nb_section_heading(report, &report->sections[i]);
        number++;
        if (h)
            nb_finding_relate(draft, h->span, part_here,
                              nb_arena_printf(nb_ctx_arena(ctx), "%u", number));
    }
    nb_view numeral = nb_numeral_like(ctx, d->count_span, (int)there);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, write_count, numeral);
    nb_fix_replace(fix, d->count_span, numeral);
    nb_fix_prefer(fix);
}

const nb_rule nb_rule_s110_declared_count = {
    .code = "S110",
    .slug = "declared-count",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"声明的部分数与实际不符", "the declared number of parts is wrong"},
    .message = {"声明由{declared}个部分组成，实际有{found}个",
                "{declared} parts are declared, {found} are there"},
    .explanation = {"前言中“由……等几个部分组成”应与正文的一级标题数一致。",
                    "The number of parts that the preamble gives must be that of the headings."},
    .bad =
        NB_SAME("本报告由概述、主动公开政府信息情况、依申请公开政府信息情况、存在的主要问题及改进情"
                "况等五个部分"
                "组成。\n一、概述\n良好。\n二、主动公开政府信息情况\n八条。\n三、依申请公开政府信息"
                "情况\n无。\n"
                "四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n有。\n"
                "六、其他需要报告的事项\n无。\n"),
    .good =
        NB_SAME("本报告由概述、主动公开政府信息情况、依申请公开政府信息情况、存在的主要问题及改进情"
                "况等六个部分"
                "组成。\n一、概述\n良好。\n二、主动公开政府信息情况\n八条。\n三、依申请公开政府信息"
                "情况\n无。\n"
                "四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n有。\n"
                "六、其他需要报告的事项\n无。\n"),
    .basis = NULL,
    .check = check,
};
