#include "rules/structure.h"

#include "nb/text/fold.h"

/*
 * 一是…二是…三是… in running text. A list may stand inside an item of another; what continues the
 * outer list ends the inner one. Only lists that begin with 一是 are judged.
 */

enum { ITEMS_MAX = 20, NESTING_MAX = 4 };

static const nb_text2 renumber = {"按顺序改为{0}", "renumber: {0}"};
static const nb_text2 should_be = {"这里应为“{0}”", "this should be \"{0}\""};

typedef struct item {
    nb_span numeral;
    int number;
} item;

typedef struct list {
    item items[ITEMS_MAX];
    uint32_t len;
} list;

typedef struct state {
    nb_rule_ctx *ctx;
    list stack[NESTING_MAX];
    uint32_t depth;
} state;

static void judge(nb_rule_ctx *ctx, const list *l)
{
    uint32_t at = 0;
    while (at < l->len && l->items[at].number == (int)at + 1)
        at++;
    if (at == l->len)
        return;
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view expected = nb_numeral_han(arena, at + 1);
    nb_span span = nb_span_of(l->items[at].numeral.start, l->items[at].numeral.end);
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
    nb_finding_arg(draft, "number", nb_numeral_han(arena, (uint32_t)l->items[at].number));
    nb_finding_arg(draft, "expected", expected);
    for (uint32_t i = at + 1; i < l->len; i++)
        if (l->items[i].number != (int)i + 1)
            nb_finding_relate(draft, l->items[i].numeral, should_be, nb_numeral_han(arena, i + 1));
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, renumber, expected);
    for (uint32_t i = at; i < l->len; i++)
        if (l->items[i].number != (int)i + 1)
            nb_fix_replace(fix, l->items[i].numeral, nb_numeral_han(arena, i + 1));
}

static void close_lists(state *s, uint32_t depth)
{
    while (s->depth > depth)
        judge(s->ctx, &s->stack[--s->depth]);
}

static void take(state *s, int number, nb_span numeral)
{
    if (number == 1) {
        if (s->depth == NESTING_MAX)
            close_lists(s, 0);
        s->stack[s->depth].len = 0;
        s->depth++;
    } else {
        for (uint32_t i = s->depth; i > 1; i--) {
            const list *outer = &s->stack[i - 2];
            const list *inner = &s->stack[i - 1];
            bool fits_inner = inner->items[inner->len - 1].number + 1 == number;
            if (!fits_inner && outer->items[outer->len - 1].number + 1 == number) {
                close_lists(s, i - 1);
                break;
            }
        }
    }
    if (!s->depth)
        return;
    list *l = &s->stack[s->depth - 1];
    if (l->len < ITEMS_MAX)
        l->items[l->len++] = (item){numeral, number};
}

static bool begins_clause(nb_view v, uint32_t at)
{
    if (at == 0)
        return true;
    nb_view before = nb_view_sub(v, at > 4 ? at - 4 : 0, at);
    return nb_match_ends(before, "。|；|;|，|,|：|:|！|？|）|)| |　|\"|”|\xc2\xa0");
}

static void read_sentence(state *s, const nb_mapped *text)
{
    nb_view v = text->text;
    for (uint32_t p = nb_view_find(v, NB_V("是"), 0); p != NB_VIEW_NONE;
         p = nb_view_find(v, NB_V("是"), p + 3)) {
        uint32_t start = p;
        while (start >= 3 && p - start < 6 &&
               nb_match_word(v, start - 3, "一|二|三|四|五|六|七|八|九|十", NULL) != NB_VIEW_NONE)
            start -= 3;
        if (start == p || !begins_clause(v, start))
            continue;
        uint32_t end = start;
        int32_t number = nb_numeral_read(v, &end);
        if (number >= 1 && number <= ITEMS_MAX && end == p)
            take(s, number, nb_mapped_source(text, start, p));
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    state s = {.ctx = ctx};
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *sentence = &report->sentences[i];
        bool is_item =
            sentence->is_heading && report->headings[sentence->heading].style == NB_NUMBER_ORDINAL;
        if (sentence->is_heading && !is_item)
            close_lists(&s, 0);
        if (!sentence->is_heading || is_item)
            read_sentence(&s, &sentence->text);
    }
    close_lists(&s, 0);
}

const nb_rule nb_rule_s109_ordinals = {
    .code = "S109",
    .slug = "ordinals",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"“一是、二是”顺序有误", "ordinals out of sequence"},
    .message = {"此处为“{number}是”，按顺序应为“{expected}是”",
                "\"{number}是\" stands here; in sequence it is \"{expected}是\""},
    .explanation = {"“一是……二是……三是……”应当连续，不缺不重。",
                    "一是, 二是, 三是 follow each other without gap or repetition."},
    .bad =
        NB_SAME("五、存在的主要问题及改进情况\n一是公开不够及时；三是形式单一；三是解读不足。\n"),
    .good =
        NB_SAME("五、存在的主要问题及改进情况\n一是公开不够及时；二是形式单一；三是解读不足。\n"),
    .basis = NULL,
    .check = check,
};
