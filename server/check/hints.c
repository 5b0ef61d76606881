#include "nb/check/hints.h"

#include "check/prose.h"

typedef NB_VEC(nb_hint) hint_vec;

typedef struct hinting {
    nb_arena *arena;
    const nb_analysis *analysis;
    nb_span span;
    nb_lang lang;
    hint_vec hints;
} hinting;

static bool is_inside(const hinting *h, const nb_cell *cell)
{
    return cell->span.end >= h->span.start && cell->span.end <= h->span.end;
}

static nb_view in_words(hinting *h, const nb_verdict *verdict)
{
    nb_prose prose = {.lang = h->lang};
    nb_prose_add_verdict(&prose, verdict);
    nb_view words = nb_arena_copy(h->arena, nb_buf_view(&prose.text));
    nb_buf_release(&prose.text);
    return words;
}

static void add(hinting *h, const nb_cell *cell, const nb_verdict *verdict, nb_text2 before,
                int64_t micro)
{
    char figure[32];
    uint32_t len = nb_figure_format(micro, 0, figure);
    nb_view label =
        nb_arena_printf(h->arena, "%s %.*s", nb_text2_in(before, h->lang), (int)len, figure);
    *nb_vec_push(h->arena, &h->hints) = (nb_hint){cell->span.end, label, in_words(h, verdict)};
}

static const nb_text2 should = {.zh = "应为", .en = "should be"};

/* Where a repair names another cell than the total, that one is told what it should be: it may fail
 * several sums, and is told once. */
static bool add_culprit(hinting *h, const nb_verdict *verdict, const nb_operands *operands)
{
    for (uint32_t i = 0; i < operands->count; i++) {
        const nb_cell *cell = operands->cells[i];
        const nb_finding *finding = nb_cell_finding(h->analysis, cell);
        nb_view repair = finding ? nb_cell_repair(finding, cell) : (nb_view){0};
        if (!repair.len || cell == operands->total)
            continue;
        bool is_told = !is_inside(h, cell);
        for (uint32_t k = 0; k < h->hints.len && !is_told; k++)
            is_told = h->hints.items[k].offset == cell->span.end;
        if (!is_told)
            *nb_vec_push(h->arena, &h->hints) = (nb_hint){
                cell->span.end,
                nb_arena_printf(h->arena, "%s %.*s", nb_text2_in(should, h->lang), NB_ARG(repair)),
                in_words(h, verdict)};
        return true;
    }
    return false;
}

static void add_failure(hinting *h, const nb_verdict *verdict)
{
    static const nb_text2 difference = {.zh = "差", .en = "off by"};
    nb_operands operands = nb_verdict_operands(h->arena, verdict);
    if (add_culprit(h, verdict, &operands))
        return;
    if (operands.total && verdict->identity->relation == NB_REL_EQ) {
        if (is_inside(h, operands.total))
            add(h, operands.total, verdict, should, nb_operands_computed(verdict, &operands));
        return;
    }
    const nb_cell *last = operands.count ? operands.cells[operands.count - 1] : NULL;
    if (last && is_inside(h, last)) {
        int64_t gap = verdict->left_micro - verdict->right_micro;
        add(h, last, verdict, difference, gap < 0 ? -gap : gap);
    }
}

/* A blank total is no mistake by itself, but its value is known if every part was read. */
static void add_blank_total(hinting *h, const nb_verdict *verdict)
{
    static const nb_text2 sum = {.zh = "合计", .en = "sum"};
    nb_operands operands = nb_verdict_operands(h->arena, verdict);
    if (!operands.total || operands.total->state != NB_CELL_BLANK ||
        verdict->identity->relation != NB_REL_EQ || !is_inside(h, operands.total))
        return;
    int64_t value = 0;
    for (uint32_t i = 0; i < operands.count; i++) {
        const nb_cell *cell = operands.cells[i];
        if (cell == operands.total)
            continue;
        if (cell->state != NB_CELL_VALUE)
            return;
        bool beside_total = (i < operands.left_count) == operands.total_is_left;
        int64_t term = beside_total ? -cell->figure.micro : cell->figure.micro;
        if (__builtin_add_overflow(value, term, &value))
            return;
    }
    add(h, operands.total, verdict, sum, value);
}

nb_hints nb_hints_in(nb_arena *arena, const nb_analysis *analysis, nb_span span, nb_lang lang)
{
    hinting h = {.arena = arena, .analysis = analysis, .span = span, .lang = lang};
    for (uint32_t i = 0; i < analysis->verdict_count; i++) {
        const nb_verdict *verdict = &analysis->verdicts[i];
        if (verdict->state == NB_VERDICT_FAILS)
            add_failure(&h, verdict);
        else if (verdict->state == NB_VERDICT_UNJUDGED)
            add_blank_total(&h, verdict);
    }
    return (nb_hints){h.hints.items, h.hints.len};
}
