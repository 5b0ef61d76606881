#include "rules/structure.h"

/*
 * Numbers of siblings run 1, 2, 3 … (domain: relation 37). One finding for one list of siblings, at
 * its first wrong number. A number that stands in mid-line is not missing, and a list that begins
 * again at one is a new list.
 */

enum {
    SIBLINGS_MAX = 60, /* longer lists are not headings of a report */
    SEARCH_BYTES = 20000,
};

static const nb_text2 renumber = {"按顺序重新编号", "renumber in order"};
static const nb_text2 fill_gap = {"补上缺少的“{0}”", "insert the missing \"{0}\""};
static const nb_text2 should_be = {"这里应为{0}", "this should be {0}"};

typedef struct siblings {
    const nb_heading *items[SIBLINGS_MAX];
    uint32_t len;
    nb_span before; /* where number one would stand if the list does not begin with it */
} siblings;

/* Does the numeral with its brackets or sign stand in the text of span? */
static bool number_stands_in(nb_rule_ctx *ctx, nb_span span, nb_number_style style, int number)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    if (span.end > span.start + SEARCH_BYTES)
        return true;
    nb_view text = nb_view_sub(nb_ctx_text(ctx), span.start, span.end);
    nb_view han = nb_numeral_han(arena, (uint32_t)number);
    const char *words;
    switch (style) {
    case NB_NUMBER_HAN:
        words = nb_arena_printf(arena, "%.*s、|%.*s.|%.*s．|%.*s是", NB_ARG(han), NB_ARG(han),
                                NB_ARG(han), NB_ARG(han))
                    .ptr;
        break;
    case NB_NUMBER_HAN_PAREN:
        words =
            nb_arena_printf(arena, "（%.*s）|(%.*s)|（%.*s)", NB_ARG(han), NB_ARG(han), NB_ARG(han))
                .ptr;
        break;
    case NB_NUMBER_DIGIT:
        words =
            nb_arena_printf(arena, "%d.|%d、|%d．|%.*s是", number, number, number, NB_ARG(han)).ptr;
        break;
    case NB_NUMBER_DIGIT_PAREN:
        words = nb_arena_printf(arena, "（%d）|(%d)|%d）|%d)", number, number, number, number).ptr;
        break;
    default:
        return false;
    }
    return nb_match_contains(text, words);
}

static bool is_gap(nb_rule_ctx *ctx, const nb_heading *before, nb_span between, const nb_heading *h)
{
    int wanted = before ? before->number + 1 : 1;
    if (h->number <= wanted)
        return h->number != wanted;
    for (int missing = wanted; missing < h->number; missing++)
        if (!number_stands_in(ctx, between, h->style, missing))
            return true;
    return false;
}

/* The index of the first wrong number, or NB_VIEW_NONE. */
static uint32_t first_wrong(nb_rule_ctx *ctx, const siblings *list)
{
    for (uint32_t i = 0; i < list->len; i++) {
        const nb_heading *before = i ? list->items[i - 1] : NULL;
        nb_span between =
            before ? nb_span_of(before->span.end, list->items[i]->span.start) : list->before;
        if (is_gap(ctx, before, between, list->items[i]))
            return i;
    }
    return NB_VIEW_NONE;
}

/*
 * Where the gap was passed over (a row of a table begins with its number), a repetition is found
 * at a heading whose own number is in order: the wrong one stands before it.
 */
static uint32_t out_of_order(const siblings *list, uint32_t at)
{
    if (list->items[at]->number != (int)at + 1)
        return at;
    for (uint32_t i = 0; i < at; i++) {
        if (list->items[i]->number != (int)i + 1)
            return i;
    }
    return at;
}

/* Each part has its number in the form: what is missing between them is a part (S101). */
static bool is_by_form(const nb_report *report, const siblings *list)
{
    if (!nb_has_fixed_titles(report))
        return false;
    for (uint32_t i = 0; i < list->len; i++) {
        const nb_heading *h = list->items[i];
        const nb_form_section *section = nb_form_section_of(report->form, h->section);
        if (!section || section->number != h->number)
            return false;
    }
    return true;
}

/* The only thing wrong is that one number is left out: either a heading is lost, or the numbers. */
static bool is_one_left_out(const siblings *list, uint32_t at)
{
    for (uint32_t i = 0; i < list->len; i++)
        if (list->items[i]->number != (int)i + (i < at ? 1 : 2))
            return false;
    return true;
}

/* A heading with the number that is left out, its title to be filled in. */
static void offer_heading(nb_rule_ctx *ctx, nb_finding_draft *draft, const siblings *list,
                          uint32_t at)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_report *report = nb_ctx_report(ctx);
    const nb_heading *h = list->items[at];
    const nb_block *block = &report->markup->blocks[h->block];
    uint32_t line = nb_heading_line(ctx, h);
    nb_span number = nb_span_of(h->span.start, h->title_span.start);
    if (h->depth == 1 || h->is_mid_line || !block->is_first_in_line || h->span.start < line ||
        report->markup->kind == NB_SOURCE_HTML || !nb_span_is_plain(ctx, number))
        return;
    nb_view text = nb_ctx_text(ctx);
    nb_skeleton_style style = nb_skeleton_style_of(arena, report);
    nb_view sign = nb_arena_printf(
        arena, "%.*s%.*s%.*s", NB_ARG(nb_view_sub(text, h->span.start, h->number_span.start)),
        NB_ARG(nb_numeral_like(ctx, h->number_span, (int)at + 1)),
        NB_ARG(nb_view_sub(text, h->number_span.end, h->title_span.start)));
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, fill_gap, nb_view_trim(sign));
    nb_fix_replace(fix, nb_span_of(line, line),
                   nb_arena_printf(arena, "%.*s%.*s%.*s%.*s%.*s",
                                   NB_ARG(nb_view_sub(text, line, h->span.start)), NB_ARG(sign),
                                   NB_ARG(nb_skeleton_placeholder(arena, "标题和内容")),
                                   NB_ARG(style.eol),
                                   NB_ARG(style.blank_lines ? style.eol : NB_V(""))));
}

static void offer_renumbering(nb_rule_ctx *ctx, nb_finding_draft *draft, const siblings *list,
                              bool is_preferred)
{
    for (uint32_t i = 0; i < list->len; i++)
        if (!nb_span_is_plain(ctx, list->items[i]->number_span))
            return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, renumber, NB_V(""));
    for (uint32_t i = 0; i < list->len; i++) {
        const nb_heading *h = list->items[i];
        if (h->number != (int)i + 1)
            nb_fix_replace(fix, h->number_span, nb_numeral_like(ctx, h->number_span, (int)i + 1));
    }
    if (is_preferred)
        nb_fix_prefer(fix);
}

static void judge(nb_rule_ctx *ctx, const siblings *list)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (list->len == 0 || list->len == SIBLINGS_MAX)
        return;
    if (list->items[0]->depth == 1 && is_by_form(report, list))
        return;
    uint32_t at = first_wrong(ctx, list);
    if (at == NB_VIEW_NONE)
        return;
    at = out_of_order(list, at);
    const nb_heading *h = list->items[at];
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_span_of(h->span.start, h->title_span.start));
    nb_view printed = nb_view_sub(nb_ctx_text(ctx), h->number_span.start, h->number_span.end);
    nb_finding_arg(draft, "number", printed);
    nb_finding_arg(draft, "expected", nb_numeral_like(ctx, h->number_span, (int)at + 1));
    nb_finding_arg(draft, "title", h->title);
    for (uint32_t i = at + 1; i < list->len; i++)
        if (list->items[i]->number != (int)i + 1)
            nb_finding_relate(draft, list->items[i]->number_span, should_be,
                              nb_numeral_like(ctx, list->items[i]->number_span, (int)i + 1));
    bool is_gap_alone = is_one_left_out(list, at);
    offer_renumbering(ctx, draft, list, !is_gap_alone);
    if (is_gap_alone)
        offer_heading(ctx, draft, list, at);
}

static bool counts(const nb_heading *h)
{
    return h->style != NB_NUMBER_NONE && h->style != NB_NUMBER_ORDINAL;
}

/* Does the next sibling go on with the list as if this number one were its next number? */
static bool is_slip(const nb_report *report, uint32_t index, const siblings *list)
{
    int depth = report->headings[index].depth;
    for (uint32_t i = index + 1; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth < depth)
            return false;
        if (h->depth == depth && counts(h))
            return h->number == list->items[list->len - 1]->number + 2;
    }
    return false;
}

/* Depths are walked one after the other; headings of a lesser depth end the list. */
static void check_depth(nb_rule_ctx *ctx, int depth)
{
    const nb_report *report = nb_ctx_report(ctx);
    siblings list = {0};
    uint32_t parent_end = report->extent.start;
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth > depth)
            continue;
        bool is_new = h->depth < depth ||
                      (depth > 1 && h->number == 1 && list.len > 0 && !is_slip(report, i, &list));
        if (is_new) {
            judge(ctx, &list);
            list.len = 0;
        }
        if (h->depth < depth) {
            parent_end = h->span.end;
            continue;
        }
        if (!counts(h) || list.len == SIBLINGS_MAX)
            continue;
        if (!list.len)
            list.before = nb_span_of(parent_end, h->span.start);
        list.items[list.len++] = h;
    }
    judge(ctx, &list);
}

static void check(nb_rule_ctx *ctx)
{
    enum { DEPTHS = 4 };
    for (int depth = 1; depth <= DEPTHS; depth++)
        check_depth(ctx, depth);
}

const nb_rule nb_rule_s107_heading_numbers = {
    .code = "S107",
    .slug = "heading-numbers",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"标题编号不连续", "heading numbers are not in sequence"},
    .message = {"标题“{title}”编号为{number}，按顺序应为{expected}",
                "heading \"{title}\" is numbered {number}; in sequence it is {expected}"},
    .explanation = {"同级标题应当从一开始连续编号。跳号说明可能漏了内容，重号多为修改后未调整。",
                    "Siblings are numbered from one without gaps. A gap may be a lost part; a "
                    "repetition is mostly left over from editing."},
    .bad =
        NB_SAME("二、主动公开政府信息情况\n（二）平台建设情况\n运行良好。\n（三）其他情况\n无。\n"),
    .good =
        NB_SAME("一、主动公开政府信息情况\n（一）平台建设情况\n运行良好。\n（二）其他情况\n无。\n"),
    .basis = NULL,
    .check = check,
};
