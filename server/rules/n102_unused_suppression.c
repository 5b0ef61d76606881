#include "rules/suppressions.h"

/*
 * What is suppressed and is not there: repaired since, or the suppression stands at the wrong
 * place. Either way it would hide the next fault of that kind.
 */

static const nb_text2 delete_all = {"删除这条屏蔽说明", "delete the suppression"};
static const nb_text2 delete_one = {"从屏蔽说明中删除 {0}", "delete {0} from the suppression"};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The suppression, with its line where nothing else stands on it. */
static nb_span with_line(nb_view text, nb_span span)
{
    uint32_t start = span.start;
    uint32_t end = span.end;
    while (start > 0 && is_blank(text.ptr[start - 1]))
        start--;
    while (end < text.len && is_blank(text.ptr[end]))
        end++;
    bool begins = start == 0 || text.ptr[start - 1] == '\n' || text.ptr[start - 1] == '\r';
    bool ends = end == text.len || text.ptr[end] == '\n' || text.ptr[end] == '\r';
    if (!begins || !ends)
        return span;
    if (end < text.len && text.ptr[end] == '\r')
        end++;
    if (end < text.len && text.ptr[end] == '\n')
        end++;
    return nb_span_of(start, end);
}

/* A code with what parts it from its neighbour. */
static nb_span with_separator(const nb_suppression *s, uint32_t index)
{
    if (index + 1 < s->code_count)
        return nb_span_of(s->codes[index].span.start, s->codes[index + 1].span.start);
    return nb_span_of(s->codes[index - 1].span.end, s->codes[index].span.end);
}

static void report(nb_rule_ctx *ctx, const nb_suppression *s, uint32_t index)
{
    const nb_suppressed_code *code = &s->codes[index];
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, code->span);
    nb_view name = nb_view_of(code->rule->code);
    nb_finding_arg(draft, "rule", name);
    if (s->code_count == 1) {
        nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, delete_all, name);
        nb_fix_replace(fix, with_line(nb_ctx_text(ctx), s->span), NB_V(""));
    } else {
        nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, delete_one, name);
        nb_fix_replace(fix, with_separator(s, index), NB_V(""));
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_suppressions *all = nb_ctx_suppressions(ctx);
    if (!all || !all->is_judged)
        return;
    for (uint32_t i = 0; i < all->count; i++) {
        const nb_suppression *s = &all->items[i];
        for (uint32_t k = 0; s->is_known && k < s->code_count; k++) {
            const nb_suppressed_code *code = &s->codes[k];
            if (code->rule && !code->is_used && !code->is_off)
                report(ctx, s, k);
        }
    }
}

const nb_rule nb_rule_n102_unused_suppression = {
    .code = "N102",
    .slug = "unused-suppression",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SUGGEST,
    .title = {"屏蔽说明已无所屏蔽", "A suppression that suppresses nothing"},
    .message = {"此处没有 {rule} 的问题，屏蔽说明可以删除",
                "there is no finding of {rule} here; the suppression can go"},
    .explanation = {"屏蔽说明所指的问题已不存在，或者说明放错了位置。留着它，以后出现的同类问题"
                    "也会被屏蔽。",
                    "What the suppression speaks of has been repaired, or it stands at the wrong "
                    "place. Left there, it hides the next fault of that kind."},
    .bad = {"[nianbao-disable F102 引文原样照录]\n本机关的括号（都）成对。",
            "[nianbao-disable F102 引文原样照录]\n本机关的括号（都）成对。"},
    .good = {"本机关的括号（都）成对。", "本机关的括号（都）成对。"},
    .basis = NULL,
    .tag = NB_TAG_UNNECESSARY,
    .check = check,
};
