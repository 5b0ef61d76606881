#include "nb/check/tokens.h"

#include <stdlib.h>

typedef NB_VEC(nb_token) token_vec;

typedef struct tokenizer {
    nb_arena *arena;
    nb_span span; /* what is wanted */
    token_vec tokens;
} tokenizer;

/* A citation longer than this is an unclosed bracket. */
#define CITATION_BYTES_MAX 300u

static bool touches(const tokenizer *t, nb_span span)
{
    return span.start < t->span.end && span.end > t->span.start;
}

static void add(tokenizer *t, nb_span span, nb_token_kind kind)
{
    if (!nb_span_is_empty(span) && touches(t, span))
        *nb_vec_push(t->arena, &t->tokens) = (nb_token){span, kind};
}

static void add_citations(tokenizer *t, const nb_sentence *sentence)
{
    static const struct {
        nb_view open;
        nb_view close;
    } pairs[] = {{{NB_LIT("《")}, {NB_LIT("》")}}, {{NB_LIT("〔")}, {NB_LIT("号")}}};
    nb_view text = sentence->text.text;
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
        uint32_t at = 0;
        while ((at = nb_view_find(text, pairs[p].open, at)) != NB_VIEW_NONE) {
            nb_view near = nb_view_sub(text, at, at + CITATION_BYTES_MAX);
            uint32_t close = nb_view_find(near, pairs[p].close, 0);
            if (close != NB_VIEW_NONE)
                add(t, nb_mapped_source(&sentence->text, at, at + close + pairs[p].close.len),
                    NB_TOKEN_CITATION);
            at += close == NB_VIEW_NONE ? pairs[p].open.len : close + pairs[p].close.len;
        }
    }
}

static void add_sentence(tokenizer *t, const nb_sentence *sentence)
{
    if (sentence->is_heading || !touches(t, nb_mapped_whole(&sentence->text)))
        return;
    add_citations(t, sentence);
    nb_figure figure;
    uint32_t at = 0;
    while (nb_figure_next(sentence->text.text, &at, &figure))
        add(t, nb_mapped_source(&sentence->text, figure.digits.start, figure.digits.end),
            NB_TOKEN_FIGURE);
}

static void add_table(tokenizer *t, const nb_table *table)
{
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_table_block *block = &table->blocks[b];
        for (uint32_t r = 0; block->rows && r < block->form->row_count; r++)
            for (uint32_t c = 0; block->rows[r].is_present && c < block->form->column_count; c++)
                if (block->rows[r].cells[c].state == NB_CELL_VALUE)
                    add(t, block->rows[r].cells[c].span, NB_TOKEN_FIGURE);
    }
}

static void add_report(tokenizer *t, const nb_report *report)
{
    for (uint32_t i = 0; i < report->heading_count; i++)
        add(t, report->headings[i].span, NB_TOKEN_HEADING);
    for (uint32_t i = 0; i < report->period_count; i++) {
        add(t, report->periods[i].start.span, NB_TOKEN_DATE);
        add(t, report->periods[i].end.span, NB_TOKEN_DATE);
    }
    if (report->sign_off.has_date)
        add(t, report->sign_off.date.span, NB_TOKEN_DATE);
    for (uint32_t i = 0; i < report->sentence_count; i++)
        add_sentence(t, &report->sentences[i]);
    for (uint32_t i = 0; i < report->table_count; i++)
        if (touches(t, report->tables[i].span))
            add_table(t, &report->tables[i]);
}

static int by_start(const void *a, const void *b)
{
    const nb_token *x = a;
    const nb_token *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

/* Sorts the tokens from first on, and drops those that begin inside another one. */
static void settle(token_vec *tokens, uint32_t first)
{
    if (tokens->len == first)
        return;
    qsort(tokens->items + first, tokens->len - first, sizeof *tokens->items, by_start);
    uint32_t kept = first;
    for (uint32_t i = first; i < tokens->len; i++)
        if (kept == 0 || tokens->items[i].span.start >= tokens->items[kept - 1].span.end)
            tokens->items[kept++] = tokens->items[i];
    tokens->len = kept;
}

nb_tokens nb_tokens_of(nb_arena *arena, const nb_analysis *analysis, nb_span span)
{
    tokenizer t = {.arena = arena, .span = span};
    for (uint32_t i = 0; analysis->is_report && i < analysis->reports.count; i++) {
        const nb_report *report = analysis->reports.items[i]; /* they stand one after the other */
        uint32_t first = t.tokens.len;
        if (touches(&t, report->extent))
            add_report(&t, report);
        settle(&t.tokens, first);
    }
    return (nb_tokens){t.tokens.items, t.tokens.len};
}
