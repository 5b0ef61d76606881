#include "rules/structure.h"

/*
 * The five matters of 总体情况 (国办公开办函〔2021〕30号; domain: 2.3). One is there if a
 * subheading names it, or if a clause begins with its words; everything missing makes one message.
 */

enum { CLAUSE_BYTES = 48 }; /* its words stand in the first sixteen characters */

static bool has_word(nb_view v, const char *const *words)
{
    for (; *words; words++)
        if (nb_view_contains(v, nb_view_of(*words)))
            return true;
    return false;
}

/* Bytes of the sign at offset at that parts clauses: ，；：, their half-width forms, a blank. */
static uint32_t clause_sign(nb_view v, uint32_t at)
{
    unsigned char c = (unsigned char)v.ptr[at];
    if (c == ':' || c == ',' || c == ' ')
        return 1;
    if (c != 0xEF && c != 0xE3) /* no Han character begins with these */
        return 0;
    uint32_t len = 0;
    return nb_match_word(v, at, "，|；|：|　", &len) == NB_VIEW_NONE ? 0 : len;
}

/* True if a clause of v has one of the words near its beginning. */
static bool begins_a_clause(nb_view v, const char *const *words)
{
    if (!has_word(v, words))
        return false;
    uint32_t from = 0;
    for (uint32_t p = 0; p <= v.len; p++) {
        uint32_t len = p < v.len ? clause_sign(v, p) : 0;
        if (p < v.len && !len)
            continue;
        if (has_word(nb_view_sub(v, from, p < from + CLAUSE_BYTES ? p : from + CLAUSE_BYTES),
                     words))
            return true;
        from = p + len;
        p = from > p ? from - 1 : p;
    }
    return false;
}

static bool is_covered(const nb_report *report, const nb_form_dimension *dimension)
{
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *s = &report->sentences[i];
        if (s->section != NB_SECTION_OVERVIEW || s->heading == NB_VIEW_NONE)
            continue;
        if (s->is_heading ? has_word(report->headings[s->heading].title, dimension->keywords)
                          : begins_a_clause(s->text.text, dimension->keywords))
            return true;
    }
    return false;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_section *overview = nb_report_section(report, NB_SECTION_OVERVIEW);
    const nb_heading *heading = overview ? nb_section_heading(report, overview) : NULL;
    if (!report->form || !heading || !nb_section_says(report, NB_SECTION_OVERVIEW, "。|，"))
        return;
    nb_view missing = NB_V("");
    for (uint32_t i = 0; i < report->form->dimension_count; i++) {
        const nb_form_dimension *dimension = &report->form->dimensions[i];
        if (is_covered(report, dimension))
            continue;
        missing = nb_arena_printf(nb_ctx_arena(ctx), "%.*s%s%s", NB_ARG(missing),
                                  missing.len ? "、" : "", dimension->title);
    }
    if (!missing.len)
        return;
    bool is_current = report->form->id == NB_FORM_2021;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, is_current ? NB_SEVERITY_WARNING : NB_SEVERITY_HINT, heading->span);
    nb_finding_arg(draft, "missing", missing);
}

const nb_rule nb_rule_s112_dimensions = {
    .code = "S112",
    .slug = "overview-dimensions",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .title = {"总体情况内容不全", "the overview leaves out a matter"},
    .message = {"总体情况未写明：{missing}", "the overview says nothing of: {missing}"},
    .explanation = {"总体情况应包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保"
                    "障五个方面，"
                    "可以分小标题写，也可以分句写。2019、2020年度的格式未逐项列明，只作提示。",
                    "The overview covers disclosure, requests, management, platform and "
                    "supervision, under subheadings or in sentences. For 2019 and 2020 this is a "
                    "hint."},
    .bad = NB_SAME(
        "一、总体情况\n（一）主动公开\n良好，按要求公开。\n（二）依申请公开\n无，未收到申请。\n"),
    .good = NB_SAME("一、总体情况\n主动公开方面，按要求公开。依申请公开方面，未收到申请。政府信息管"
                    "理方面，规范有序。"
                    "平台建设方面，运行稳定。监督保障方面，开展培训。\n"),
    .basis = "国办公开办函〔2021〕30号",
    .check = check,
};
