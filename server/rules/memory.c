#include "rules/memory.h"

#include <string.h>

#include "nb/base/hash.h"
#include "nb/base/sorted.h"
#include "rules/engine.h"

/* ---- the running rule and the places ---- */

/* Notes what became of the place that the running rule has been shown. */
static inline void note_shown(nb_rule_ctx *ctx)
{
    if (!ctx->shown || ctx->is_heard)
        return;
    uint64_t *mask = ctx->links.len == ctx->links_before ? ctx->shown->silent : ctx->shown->linking;
    mask[ctx->rule_index / 64] |= UINT64_C(1) << ctx->rule_index % 64;
}

/*
 * Makes the links again that the running rule made at the statement before that the one at index
 * at was; false if one of them cannot be placed.
 */
static bool make_links_again(nb_rule_ctx *ctx, uint32_t at)
{
    const nb_statement *old = ctx->known ? ctx->known[ctx->claims->items[at].index] : NULL;
    if (!old) /* they were made a moment ago, in the run in the other language */
        return false;
    const nb_rule_memory *memory = ctx->before->memory;
    uint32_t statement = (uint32_t)(old - memory->claims->items);
    const nb_link_origin *origins = memory->origins;
    uint32_t i = ctx->replayed;
    while (i < memory->link_count &&
           (origins[i].rule < ctx->rule_index ||
            (origins[i].rule == ctx->rule_index && origins[i].statement < statement)))
        i++;
    ctx->replayed = i;
    nb_claim_link now[NB_QUANTITIES_MAX];
    uint32_t count = 0;
    for (; i < memory->link_count && origins[i].rule == ctx->rule_index &&
           origins[i].statement == statement;
         i++, count++)
        if (count == NB_QUANTITIES_MAX ||
            !nb_span_now(ctx->before->pairs, memory->links[i].claim, &now[count].claim) ||
            !nb_span_now(ctx->before->pairs, memory->links[i].cell, &now[count].cell))
            return false;
    /* None: the rule ended before it came here, the last time. */
    if (count == 0 || ctx->links.len + count > NB_LINKS_MAX)
        return false;
    ctx->shown_statement = at;
    for (uint32_t k = 0; k < count; k++)
        nb_ctx_link(ctx, now[k].claim, now[k].cell);
    return true;
}

/* The first place from at on that is not quiet. */
static uint32_t skip_quiet(nb_rule_ctx *ctx, nb_quiet *quiet, uint32_t at, uint32_t count)
{
    uint32_t word = ctx->rule_index / 64;
    uint64_t bit = UINT64_C(1) << ctx->rule_index % 64;
    for (; at < count; at++) {
        if (quiet[at].silent[word] & bit)
            continue;
        if (!(quiet[at].linking[word] & bit))
            return at;
        if (!make_links_again(ctx, at)) {
            quiet[at].linking[word] &= ~bit;
            return at;
        }
    }
    return at;
}

uint32_t nb_ctx_next_loud(nb_rule_ctx *ctx, nb_quiet *quiet, uint32_t at, uint32_t count)
{
    at++; /* behind NB_VIEW_NONE comes 0 */
    if (quiet) {
        note_shown(ctx);
        ctx->shown = NULL;
        at = skip_quiet(ctx, quiet, at, count);
    }
    if (at >= count)
        return NB_VIEW_NONE;
    ctx->shown = quiet ? &quiet[at] : NULL;
    ctx->shown_statement = quiet && quiet == ctx->quiet_statements ? at : NB_VIEW_NONE;
    ctx->links_before = ctx->links.len;
    ctx->is_heard = false;
    return at;
}

void nb_ctx_keep(nb_rule_ctx *ctx)
{
    ctx->is_heard = true;
}

/* ---- what else a rule can see ---- */

uint64_t nb_facts_hash(const nb_report *report)
{
    uint64_t hash = 1;
    nb_hash_number(&hash, (uint64_t)report->year);
    nb_hash_number(&hash, report->year_source);
    nb_hash_number(&hash, report->form_required);
    nb_hash_number(&hash, report->form_used);
    nb_hash_number(&hash, report->issuer_kind);
    nb_hash_view(&hash, report->issuer);
    return hash;
}

uint64_t nb_figures_hash(const nb_report *report)
{
    uint64_t hash = report->table_count;
    for (uint32_t t = 0; t < report->table_count; t++)
        nb_hash_number(&hash, report->tables[t].hash);
    return hash;
}

/* ---- the same places before ---- */

/* The first piece of a block, or where it would be. */
static uint32_t first_piece(const nb_prose *prose, uint32_t block)
{
    return NB_SORTED_FIND(prose->items, prose->count, nb_piece, block, block);
}

nb_quiet *nb_memory_of_pieces(nb_arena *arena, const nb_rules_before *before, uint64_t facts,
                              const nb_prose *prose)
{
    nb_quiet *quiet = NB_NEW_ARRAY(arena, nb_quiet, prose->count);
    const nb_rule_memory *memory = before ? before->memory : NULL;
    if (!memory || !memory->prose || memory->facts != facts)
        return quiet;
    const nb_prose *then = memory->prose;
    uint32_t old = 0, shift = 0;
    uint32_t pair = NB_VIEW_NONE; /* of the block of piece i */
    for (uint32_t i = 0; i < prose->count; i++) {
        uint32_t block = prose->items[i].block;
        if (i == 0 || block != prose->items[i - 1].block) {
            pair = nb_block_before(before->pairs, block, &shift);
            if (pair != NB_VIEW_NONE && (old == then->count || then->items[old].block != pair))
                old = first_piece(then, pair);
        }
        /* old is the first piece of its block, or behind the one that was piece i - 1. */
        if (pair != NB_VIEW_NONE && old < then->count && then->items[old].block == pair)
            quiet[i] = memory->pieces[old++];
    }
    return quiet;
}

/* Where a sentence stands in its block: blocks that are pairs have the same bytes there. */
static uint32_t place_in_block(const nb_report *report, const nb_sentence *sentence)
{
    return (uint32_t)(sentence->text.text.ptr -
                      report->markup->blocks[sentence->block].text.text.ptr);
}

static nb_view heading_of(const nb_report *report, const nb_sentence *sentence)
{
    return sentence->heading == NB_VIEW_NONE ? (nb_view){0}
                                             : report->headings[sentence->heading].title;
}

static bool stands_alike(const nb_report *before, const nb_sentence *old, const nb_report *now,
                         const nb_sentence *sentence)
{
    return place_in_block(before, old) == place_in_block(now, sentence) &&
           old->text.text.len == sentence->text.text.len &&
           old->is_heading == sentence->is_heading && old->section == sentence->section &&
           (old->heading == NB_VIEW_NONE) == (sentence->heading == NB_VIEW_NONE) &&
           nb_view_eq(heading_of(before, old), heading_of(now, sentence));
}

/* The first sentence of a block, or where it would be. */
static uint32_t first_sentence(const nb_report *report, uint32_t block)
{
    return NB_SORTED_FIND(report->sentences, report->sentence_count, nb_sentence, block, block);
}

static uint32_t end_of_block(const nb_report *report, uint32_t first)
{
    uint32_t end = first;
    while (end < report->sentence_count &&
           report->sentences[end].block == report->sentences[first].block)
        end++;
    return end;
}

/* Are sentences [first, end) of the report those from old on of the report before, which are all
 * of their block too? */
static bool are_alike(const nb_report *before, uint32_t old, const nb_report *now, uint32_t first,
                      uint32_t end)
{
    if (old == before->sentence_count || end_of_block(before, old) - old != end - first)
        return false;
    for (uint32_t i = 0; i < end - first; i++)
        if (!stands_alike(before, &before->sentences[old + i], now, &now->sentences[first + i]))
            return false;
    return true;
}

const nb_statement **nb_memory_of_sentences(nb_arena *arena, const nb_rules_before *before,
                                            const nb_report *report)
{
    const nb_rule_memory *memory = before ? before->memory : NULL;
    if (!memory || !memory->claims)
        return NULL;
    const nb_statement **known = NB_NEW_ARRAY(arena, const nb_statement *, report->sentence_count);
    uint32_t old = 0, statement = 0, shift = 0; /* before */
    for (uint32_t first = 0, end; first < report->sentence_count; first = end) {
        end = end_of_block(report, first);
        uint32_t block = nb_block_before(before->pairs, report->sentences[first].block, &shift);
        if (block == NB_VIEW_NONE)
            continue;
        const nb_report *then = memory->report;
        if (old == then->sentence_count || then->sentences[old].block != block)
            old = first_sentence(then, block);
        if (old < then->sentence_count && then->sentences[old].block == block &&
            are_alike(then, old, report, first, end)) {
            const nb_claims *claims = memory->claims;
            while (statement < claims->count && claims->items[statement].index < old)
                statement++;
            for (; statement < claims->count && claims->items[statement].index < old + end - first;
                 statement++)
                known[first + claims->items[statement].index - old] = &claims->items[statement];
        }
        old = end_of_block(then, old);
    }
    return known;
}

static bool is_row_moved(const nb_row *before, const nb_row *now, uint32_t columns, uint32_t shift)
{
    if (before->is_present != now->is_present)
        return false;
    for (uint32_t c = 0; now->is_present && c < columns; c++) {
        nb_span was = before->cells[c].span, is = now->cells[c].span;
        uint32_t by = was.end ? shift : 0; /* what ends at 0 stands nowhere */
        if (was.start + by != is.start || was.end + by != is.end)
            return false;
    }
    return true;
}

bool nb_table_is_moved(const nb_table *before, const nb_table *now)
{
    uint32_t shift = now->span.start - before->span.start;
    if (before->span.end + shift != now->span.end || before->form != now->form ||
        before->block_count != now->block_count)
        return false;
    if (now->before == before)
        return true;
    for (uint32_t b = 0; b < now->block_count; b++) {
        const nb_table_block *was = &before->blocks[b], *is = &now->blocks[b];
        if (was->is_present != is->is_present || was->form != is->form)
            return false;
        for (uint32_t r = 0; is->is_present && r < is->form->row_count; r++)
            if (!is_row_moved(&was->rows[r], &is->rows[r], is->form->column_count, shift))
                return false;
    }
    return true;
}

bool nb_memory_has_tables(const nb_rules_before *before, const nb_report *report)
{
    const nb_report *then = before->memory->report;
    if (then->table_count != report->table_count)
        return false;
    for (uint32_t i = 0; i < report->table_count; i++) {
        nb_span now;
        if (!nb_span_now(before->pairs, then->tables[i].span, &now) ||
            now.start != report->tables[i].span.start ||
            !nb_table_is_moved(&then->tables[i], &report->tables[i]))
            return false;
    }
    return true;
}
