#include "rules/structure.h"

/* Siblings that change the style of their numbers while the count goes on: （一） 2. 3. */

enum { SIBLINGS_MAX = 60 };

static const nb_text2 unify = {"统一为“{0}”的编号样式", "number all in the style of \"{0}\""};
static const nb_text2 this_one = {"样式也不同", "its style differs too"};

typedef struct siblings {
    const nb_heading *items[SIBLINGS_MAX];
    uint32_t len;
} siblings;

static nb_view marker(nb_rule_ctx *ctx, const nb_heading *h)
{
    return nb_view_trim(nb_view_sub(nb_ctx_text(ctx), h->span.start, h->title_span.start));
}

/* The number of h written as first writes its own, with its brackets and signs. */
static nb_view written_like(nb_rule_ctx *ctx, const nb_heading *first, const nb_heading *h)
{
    nb_view text = nb_ctx_text(ctx);
    nb_view left = nb_view_sub(text, first->span.start, first->number_span.start);
    nb_view right = nb_view_sub(text, first->number_span.end, first->title_span.start);
    return nb_arena_printf(nb_ctx_arena(ctx), "%.*s%.*s%.*s", NB_ARG(left),
                           NB_ARG(nb_numeral_like(ctx, first->number_span, h->number)),
                           NB_ARG(right));
}

static nb_span marker_span(const nb_heading *h)
{
    return nb_span_of(h->span.start, h->title_span.start);
}

static void offer_style(nb_rule_ctx *ctx, nb_finding_draft *draft, const siblings *list)
{
    const nb_heading *first = list->items[0];
    for (uint32_t i = 0; i < list->len; i++)
        if (!nb_span_is_plain(ctx, marker_span(list->items[i])))
            return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SAFE, unify, marker(ctx, first));
    for (uint32_t i = 1; i < list->len; i++)
        if (list->items[i]->style != first->style)
            nb_fix_replace(fix, marker_span(list->items[i]),
                           written_like(ctx, first, list->items[i]));
    nb_fix_prefer(fix);
}

static void judge(nb_rule_ctx *ctx, const siblings *list)
{
    uint32_t at = 1;
    while (at < list->len && list->items[at]->style == list->items[0]->style)
        at++;
    if (at >= list->len || list->len == SIBLINGS_MAX)
        return;
    const nb_heading *h = list->items[at];
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, h->span);
    nb_finding_arg(draft, "marker", marker(ctx, h));
    nb_finding_arg(draft, "first", marker(ctx, list->items[0]));
    nb_finding_arg(draft, "expected", nb_view_trim(written_like(ctx, list->items[0], h)));
    for (uint32_t i = at + 1; i < list->len; i++)
        if (list->items[i]->style != list->items[0]->style)
            nb_finding_relate(draft, list->items[i]->span, this_one, NB_V(""));
    offer_style(ctx, draft, list);
}

static bool counts(const nb_heading *h)
{
    return h->style != NB_NUMBER_NONE && h->style != NB_NUMBER_ORDINAL;
}

static void check_depth(nb_rule_ctx *ctx, int depth)
{
    const nb_report *report = nb_ctx_report(ctx);
    siblings list = {0};
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth > depth)
            continue;
        bool goes_on = h->depth == depth && list.len > 0 && counts(h) &&
                       h->number == list.items[list.len - 1]->number + 1;
        if (!goes_on) {
            judge(ctx, &list);
            list.len = 0;
        }
        if (h->depth == depth && counts(h) && list.len < SIBLINGS_MAX)
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

const nb_rule nb_rule_s108_mixed_numbering = {
    .code = "S108",
    .slug = "mixed-numbering",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SAFE,
    .title = {"同级标题编号样式不一", "siblings are numbered in different styles"},
    .message = {"同级标题的编号样式不一：前为“{first}”，此处为“{marker}”，应为“{expected}”",
                "siblings are numbered in different styles: \"{first}\" before, \"{marker}\" here; "
                "\"{expected}\" is expected"},
    .explanation = {"同级标题的编号样式应当一致，如（一）（二）（三），不应中途改为2. 3.。",
                    "Siblings are numbered in one style, (一)(二)(三), without changing to 2. 3. "
                    "half-way."},
    .bad = NB_SAME("一、总体情况\n（一）主动公开方面。良好。\n2.依申请公开方面。良好。\n"),
    .good = NB_SAME("一、总体情况\n（一）主动公开方面。良好。\n（二）依申请公开方面。良好。\n"),
    .basis = NULL,
    .check = check,
};
