#include "rules/section_fix.h"

/*
 * The parts that the preamble names against the headings (domain: relation 36): a part named and
 * not there, a heading not named, a part named otherwise than its heading. Only a list that was
 * split without doubt is compared, and one that breaks off with 等 while its count is right names
 * what it likes.
 */

static const nb_text2 not_named = {"声明的部分中没有“{part}”",
                                   "the list of parts does not name \"{part}\""};
static const nb_text2 other_name = {"声明为“{part}”，标题为“{heading}”",
                                    "the list says \"{part}\", the heading \"{heading}\""};
static const nb_text2 heading_here = {"标题在这里", "the heading"};
static const nb_text2 remove_it = {"从列举中删去“{0}”", "take \"{0}\" out of the list"};
static const nb_text2 add_it = {"在列举中补上“{0}”", "name \"{0}\" in the list"};
static const nb_text2 use_heading = {"改为与标题一致的“{0}”", "use the heading's words \"{0}\""};

static bool is_annex(nb_view title)
{
    return nb_match_contains(title, "统计表|附表|附件|情况表");
}

static bool is_named(const nb_declaration *d, uint32_t heading)
{
    for (uint32_t i = 0; i < d->part_count; i++)
        if (d->parts[i].heading == heading)
            return true;
    return false;
}

/* A piece of a heading's own words is a wrong split of the list, no part of its own. */
static bool is_in_some_heading(const nb_report *report, nb_view part)
{
    for (uint32_t i = 0; i < report->heading_count && i < 200; i++)
        if (nb_view_contains(report->headings[i].title, part))
            return true;
    return false;
}

static bool breaks_off(nb_rule_ctx *ctx)
{
    const nb_declaration *d = &nb_ctx_report(ctx)->declaration;
    nb_view sentence = nb_view_sub(nb_ctx_text(ctx), d->sentence.start, d->sentence.end);
    return nb_match_contains(sentence, "等");
}

static bool holds_declaration(const nb_report *report, const nb_section *s)
{
    return nb_span_inside(report->declaration.sentence, s->span);
}

static bool is_left_out(const nb_report *report, const nb_section *s, const nb_heading *h)
{
    return h && !is_named(&report->declaration, s->heading) && !is_annex(h->title) &&
           !holds_declaration(report, s);
}

static uint32_t unnamed_headings(const nb_report *report, const nb_heading **first)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_section *s = &report->sections[i];
        const nb_heading *h = nb_section_heading(report, s);
        if (!is_left_out(report, s, h))
            continue;
        if (!count++)
            *first = h;
    }
    return count;
}

/* A part that the form wants and that is missing altogether is told by S101. */
static bool is_missing_part(const nb_report *report, nb_view title, uint32_t index)
{
    nb_section_key key = nb_title_key(title, (int)index + 1);
    return nb_has_fixed_titles(report) && key != NB_SECTION_NONE && !nb_report_section(report, key);
}

static uint32_t parts_without_heading(nb_rule_ctx *ctx, uint32_t *first)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_declaration *d = &report->declaration;
    uint32_t count = 0;
    for (uint32_t i = 0; i < d->part_count; i++) {
        const nb_declared_part *p = &d->parts[i];
        if (p->heading != NB_VIEW_NONE || is_annex(p->title) ||
            is_in_some_heading(report, p->title) || is_missing_part(report, p->title, i))
            continue;
        if (!count++)
            *first = i;
    }
    return count;
}

static uint32_t skip_joints(nb_view v, uint32_t at)
{
    uint32_t len = 0;
    while (nb_match_word(v, at, "的|和|及|与|、", &len) != NB_VIEW_NONE)
        at += len;
    return at;
}

/* 的, and 、 for 和, make no other name. */
static bool is_same_name(nb_view a, nb_view b)
{
    uint32_t i = 0, k = 0;
    for (;;) {
        i = skip_joints(a, i);
        k = skip_joints(b, k);
        if (i >= a.len || k >= b.len)
            return i >= a.len && k >= b.len;
        if (a.ptr[i++] != b.ptr[k++])
            return false;
    }
}

static void compare_names(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_declaration *d = &report->declaration;
    for (uint32_t i = 0; i < d->part_count; i++) {
        const nb_declared_part *p = &d->parts[i];
        if (p->heading == NB_VIEW_NONE)
            continue;
        const nb_heading *h = &report->headings[p->heading];
        if (is_same_name(h->title, p->title) || is_annex(p->title) || h->is_misspelt)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, p->span);
        nb_finding_message(draft, other_name);
        nb_finding_arg(draft, "part", p->title);
        nb_finding_arg(draft, "heading", h->title);
        nb_finding_relate(draft, h->span, heading_here, NB_V(""));
        if (!nb_span_is_plain(ctx, p->span) || !nb_span_is_plain(ctx, h->title_span))
            continue;
        nb_view words = nb_view_sub(nb_ctx_text(ctx), h->title_span.start, h->title_span.end);
        nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, use_heading, words);
        nb_fix_replace(fix, p->span, words);
    }
}

/*
 * A part that is declared and not there: one of the form's is inserted, else its name leaves the
 * list. The count follows where it was that of the list.
 */
static void offer_part(nb_rule_ctx *ctx, nb_finding_draft *draft, uint32_t part)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_declaration *d = &report->declaration;
    nb_section_key key = nb_title_key(d->parts[part].title, (int)part + 1);
    const nb_form_section *section =
        report->form && key != NB_SECTION_NONE ? nb_form_section_of(report->form, key) : NULL;
    if (section && !nb_report_section(report, key))
        nb_section_offer(ctx, draft, section);
    nb_span span;
    if (!nb_declared_name_span(ctx, part, &span))
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, remove_it, d->parts[part].title);
    nb_fix_replace(fix, span, NB_V(""));
    if ((uint32_t)d->count == d->part_count)
        nb_declared_count_write(ctx, fix, d->count - 1);
}

/* Headings that the list leaves out are named in it, each at its place. */
static void offer_names(nb_rule_ctx *ctx, nb_finding_draft *draft, nb_view title)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_declaration *d = &report->declaration;
    if (!nb_declared_list_is_writable(ctx))
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, add_it, title);
    int added = 0;
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_heading *h = nb_section_heading(report, &report->sections[i]);
        if (!is_left_out(report, &report->sections[i], h))
            continue;
        nb_declared_name_add(ctx, fix, report->sections[i].heading);
        added++;
    }
    if ((uint32_t)d->count == d->part_count)
        nb_declared_count_write(ctx, fix, d->count + added);
}

static void check(nb_rule_ctx *ctx)
{
    enum { PARTS_MIN = 3 };
    const nb_report *report = nb_ctx_report(ctx);
    const nb_declaration *d = &report->declaration;
    if (!d->is_present || d->part_count < PARTS_MIN || nb_sections_known(report) < PARTS_MIN)
        return;
    const nb_heading *heading = NULL;
    uint32_t part = 0;
    uint32_t unnamed = unnamed_headings(report, &heading);
    uint32_t extra = parts_without_heading(ctx, &part);
    if (!unnamed && extra) {
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, d->parts[part].span);
        nb_finding_arg(draft, "part", d->parts[part].title);
        offer_part(ctx, draft, part);
    }
    bool is_excused = breaks_off(ctx) && (!d->count || (uint32_t)d->count == report->section_count);
    if (unnamed && !extra && !is_excused) {
        nb_span list = nb_span_of(d->parts[0].span.start, d->parts[d->part_count - 1].span.end);
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, list);
        nb_finding_message(draft, not_named);
        nb_finding_arg(draft, "part", heading->title);
        nb_finding_relate(draft, heading->span, heading_here, NB_V(""));
        offer_names(ctx, draft, heading->title);
    }
    if (d->parts_certain || !extra)
        compare_names(ctx);
}

const nb_rule nb_rule_s111_declared_list = {
    .code = "S111",
    .slug = "declared-list",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"声明的部分与标题不符", "the declared parts are not those of the report"},
    .message = {"声明有“{part}”，正文没有这一部分",
                "\"{part}\" is declared, and there is no such part"},
    .explanation = {"前言列举的各部分应与正文的一级标题逐一对应，名称一致。",
                    "The parts listed in the preamble are those of the headings, by the same "
                    "names."},
    .bad = NB_SAME("本报告由概述，主动公开政府信息情况，依申请公开政府信息情况，宣传情况，存在的主"
                   "要问题及改进情况五个"
                   "部分组成。\n一、概述\n良好。\n二、主动公开政府信息情况\n八条。\n三、依申请公开"
                   "政府信息情况\n无。"
                   "\n四、存在的主要问题及改进情况\n有。\n"),
    .good = NB_SAME("本报告由概述，主动公开政府信息情况，依申请公开政府信息情况，存在的主要问题及改"
                    "进情况四个部分组成。"
                    "\n一、概述\n良好。\n二、主动公开政府信息情况\n八条。\n三、依申请公开政府信息情"
                    "况\n无。\n四、存在"
                    "的主要问题及改进情况\n有。\n"),
    .basis = NULL,
    .check = check,
};
