#include "nb/base/bug.h"
#include "nb/text/needles.h"
#include "rules/places.h"

/*
 * The five matters of 总体情况 (国办公开办函〔2021〕30号; domain: 2.3). One is there if a
 * subheading names it, or if a clause begins with its words; everything missing makes one message.
 */

enum { CLAUSE_BYTES = 48 }; /* its words stand in the first sixteen characters */

/* The keywords of all dimensions, and whose each is. */
enum { WORDS_MAX = 64, DIMENSIONS_MAX = 32 };

typedef struct search {
    const nb_needles *needles;
    nb_view words[WORDS_MAX];
    uint8_t dimensions[WORDS_MAX];
    uint32_t count;
    uint32_t covered; /* bit 1 << dimension */
} search;

static void prepare(nb_arena *arena, const nb_form *form, search *s)
{
    for (uint32_t i = 0; i < form->dimension_count && i < DIMENSIONS_MAX; i++) {
        for (const char *const *word = form->dimensions[i].keywords; *word; word++) {
            NB_BUG_ON(s->count == WORDS_MAX, "a form has few keywords");
            s->words[s->count] = nb_view_of(*word);
            s->dimensions[s->count++] = (uint8_t)i;
        }
    }
    s->needles = nb_needles_new(arena, s->words, s->count);
}

/* True if one of the signs that part clauses ends at offset at: ，；：, half-width too, a blank. */
static bool is_clause_sign(nb_view v, uint32_t at)
{
    unsigned char c = (unsigned char)v.ptr[at - 1];
    if (c < 0x80)
        return c == ':' || c == ',' || c == ' ';
    unsigned char lead = at >= 3 ? (unsigned char)v.ptr[at - 3] : 0;
    return (lead == 0xEF || lead == 0xE3) &&
           nb_match_ends(nb_view_sub(v, at - 3, at), "，|；|：|　");
}

/* True if no more than CLAUSE_BYTES lie between the beginning of the clause and offset end. */
static bool is_near_clause_start(nb_view v, uint32_t at, uint32_t end)
{
    for (; end - at <= CLAUSE_BYTES; at--)
        if (at == 0 || is_clause_sign(v, at))
            return true;
    return false;
}

/* Marks what the words of v cover; of a sentence, what its clauses begin with. */
static void mark(search *s, nb_view v, bool is_heading)
{
    uint32_t at = 0;
    for (uint32_t i; (i = nb_needles_next(s->needles, v, &at)) != NB_VIEW_NONE;) {
        for (; i != NB_VIEW_NONE; i = nb_needles_more(s->needles, v, at, i))
            if (is_heading || is_near_clause_start(v, at, at + s->words[i].len))
                s->covered |= 1u << s->dimensions[i];
        at += NB_HAN_BYTES;
    }
}

static uint32_t covered(nb_arena *arena, const nb_report *report)
{
    search s = {.count = 0};
    prepare(arena, report->form, &s);
    uint32_t all = (1u << report->form->dimension_count) - 1;
    for (uint32_t i = 0; i < report->sentence_count && s.covered != all; i++) {
        const nb_sentence *sentence = &report->sentences[i];
        if (sentence->section != NB_SECTION_OVERVIEW || sentence->heading == NB_VIEW_NONE)
            continue;
        nb_view title = report->headings[sentence->heading].title;
        mark(&s, sentence->is_heading ? title : sentence->text.text, sentence->is_heading);
    }
    return s.covered;
}

/* The number behind that of the last subheading of 总体情况; 0 if it has none of （一）. */
static int next_number(const nb_report *report, const nb_section *overview)
{
    int number = 0;
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth != 2 || !nb_span_inside(h->span, overview->span))
            continue;
        if (h->style != NB_NUMBER_HAN_PAREN || h->is_mid_line || h->number != number + 1)
            return 0;
        number = h->number;
    }
    return number ? number + 1 : 0;
}

/* Subheadings with placeholders at the end, or sentences where there are no subheadings. */
static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_section *overview,
                  uint32_t found, nb_view missing)
{
    static const nb_text2 add_them = {"补上待填的“{0}”", "insert {0}, to be filled in"};
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_report *report = nb_ctx_report(ctx);
    nb_skeleton_style style = nb_skeleton_style_of(arena, report);
    int number = next_number(report, overview);
    nb_view text = NB_V("");
    for (uint32_t i = 0; i < report->form->dimension_count; i++) {
        const nb_form_dimension *dimension = &report->form->dimensions[i];
        if (found & (1u << i))
            continue;
        nb_view sentence =
            nb_arena_printf(arena, "%s方面，%.*s", dimension->title,
                            NB_ARG(nb_skeleton_placeholder(arena, "具体情况，有数量的写明数量")));
        nb_view one = number ? nb_skeleton_dimension(arena, dimension, number++, &style)
                             : nb_paragraph_like(ctx, sentence);
        text = nb_arena_printf(arena, "%.*s%.*s", NB_ARG(text), NB_ARG(one));
    }
    (void)nb_section_append(ctx, draft, overview, add_them, missing, text);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_section *overview = nb_report_section(report, NB_SECTION_OVERVIEW);
    const nb_heading *heading = overview ? nb_section_heading(report, overview) : NULL;
    if (!report->form || !heading || nb_report_is_under_other_law(report) ||
        !nb_section_says(report, NB_SECTION_OVERVIEW, "。|，"))
        return;
    uint32_t found = covered(nb_ctx_arena(ctx), report);
    nb_view missing = NB_V("");
    for (uint32_t i = 0; i < report->form->dimension_count; i++) {
        const nb_form_dimension *dimension = &report->form->dimensions[i];
        if (found & (1u << i))
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
    offer(ctx, draft, overview, found, missing);
}

const nb_rule nb_rule_s112_dimensions = {
    .code = "S112",
    .slug = "overview-dimensions",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
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
