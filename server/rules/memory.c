#include "rules/memory.h"

#include <string.h>

#include "rules/engine.h"

/* ---- the running rule and the places ---- */

uint32_t nb_ctx_next_loud(nb_rule_ctx *ctx, nb_quiet *quiet, uint32_t at, uint32_t count)
{
    uint32_t word = ctx->rule_index / 64;
    uint64_t bit = UINT64_C(1) << ctx->rule_index % 64;
    if (ctx->shown && !ctx->is_heard)
        ctx->shown->rules[word] |= bit;
    ctx->shown = NULL;
    at = at == NB_VIEW_NONE ? 0 : at + 1;
    while (quiet && at < count && (quiet[at].rules[word] & bit))
        at++;
    if (at >= count)
        return NB_VIEW_NONE;
    ctx->shown = quiet ? &quiet[at] : NULL;
    ctx->is_heard = false;
    return at;
}

void nb_ctx_keep(nb_rule_ctx *ctx)
{
    ctx->is_heard = true;
}

/* ---- what else a rule can see ---- */

static void hash_number(uint64_t *hash, uint64_t value)
{
    *hash = (*hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    *hash ^= *hash >> 29;
}

static void hash_view(uint64_t *hash, nb_view v)
{
    hash_number(hash, nb_view_hash(v));
}

uint64_t nb_facts_hash(const nb_report *report)
{
    uint64_t hash = 1;
    hash_number(&hash, (uint64_t)report->year);
    hash_number(&hash, report->year_source);
    hash_number(&hash, report->form_required);
    hash_number(&hash, report->form_used);
    hash_number(&hash, report->issuer_kind);
    hash_view(&hash, report->issuer);
    return hash;
}

static void hash_row(uint64_t *hash, const nb_row *row, uint32_t columns)
{
    hash_number(hash, (uint64_t)row->is_present << 8 | row->doubt);
    for (uint32_t c = 0; row->is_present && c < columns; c++) {
        const nb_cell *cell = &row->cells[c];
        const nb_figure *f = &cell->figure;
        hash_number(hash, (uint64_t)cell->state << 8 | (uint64_t)f->state << 4 |
                              (uint64_t)f->has_magnitude << 3 | (uint64_t)f->is_approximate << 2 |
                              (uint64_t)f->is_percent << 1 | f->is_signed);
        hash_number(hash, (uint64_t)f->micro);
        hash_number(hash, (uint64_t)f->step_micro);
        hash_view(hash, cell->raw.text);
    }
}

uint64_t nb_figures_hash(const nb_report *report)
{
    uint64_t hash = report->table_count;
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        hash_number(&hash, table->key);
        hash_number(&hash, (uint64_t)table->form_id << 1 | table->is_assigned);
        for (uint32_t b = 0; b < table->block_count; b++) {
            const nb_table_block *block = &table->blocks[b];
            hash_number(&hash, (uint64_t)block->is_present << 2 |
                                   (uint64_t)block->columns_sure << 1 | block->has_extra_columns);
            for (uint32_t r = 0; block->is_present && r < block->form->row_count; r++)
                hash_row(&hash, &block->rows[r], block->form->column_count);
        }
    }
    return hash;
}

/* ---- the same places before ---- */

/* The first piece of a block, or where it would be. */
static uint32_t first_piece(const nb_prose *prose, uint32_t block)
{
    uint32_t low = 0, high = prose->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (prose->items[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

nb_quiet *nb_memory_of_pieces(nb_arena *arena, const nb_rules_before *before, uint64_t facts,
                              const nb_prose *prose)
{
    nb_quiet *quiet = NB_NEW_ARRAY(arena, nb_quiet, prose->count);
    const nb_rule_memory *memory = before ? before->memory : NULL;
    if (!memory || !memory->prose || memory->facts != facts)
        return quiet;
    uint32_t old = 0, shift = 0;
    uint32_t pair = NB_VIEW_NONE; /* of the block of piece i */
    for (uint32_t i = 0; i < prose->count; i++, old++) {
        uint32_t block = prose->items[i].block;
        if (i == 0 || block != prose->items[i - 1].block) {
            pair = nb_block_before(before->pairs, block, &shift);
            bool goes_on = old < memory->prose->count && memory->prose->items[old].block == pair;
            if (pair != NB_VIEW_NONE && !goes_on)
                old = first_piece(memory->prose, pair);
        }
        if (pair != NB_VIEW_NONE && old < memory->prose->count &&
            memory->prose->items[old].block == pair)
            quiet[i] = memory->pieces[old];
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
    return old->text.text.len == sentence->text.text.len && old->section == sentence->section &&
           (old->heading == NB_VIEW_NONE) == (sentence->heading == NB_VIEW_NONE) &&
           nb_view_eq(heading_of(before, old), heading_of(now, sentence));
}

/* The first statement of a block, or where it would be. */
static uint32_t first_statement(const nb_claims *claims, uint32_t block)
{
    uint32_t low = 0, high = claims->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (claims->items[middle].sentence->block < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The statement of block, at or behind *at, that stands where sentence does. */
static const nb_statement *statement_at(const nb_rule_memory *memory, uint32_t block, uint32_t *at,
                                        const nb_report *now, const nb_sentence *sentence)
{
    uint32_t place = place_in_block(now, sentence);
    for (; *at < memory->claims->count; ++*at) {
        const nb_statement *old = &memory->claims->items[*at];
        uint32_t old_place = place_in_block(memory->report, old->sentence);
        if (old->sentence->block != block || old_place > place)
            return NULL;
        if (old_place == place)
            return stands_alike(memory->report, old->sentence, now, sentence) ? old : NULL;
    }
    return NULL;
}

const nb_statement **nb_memory_of_sentences(nb_arena *arena, const nb_rules_before *before,
                                            const nb_report *report)
{
    const nb_rule_memory *memory = before ? before->memory : NULL;
    if (!memory || !memory->claims)
        return NULL;
    const nb_statement **known = NB_NEW_ARRAY(arena, const nb_statement *, report->sentence_count);
    uint32_t at = 0, shift = 0;
    uint32_t pair = NB_VIEW_NONE;
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *sentence = &report->sentences[i];
        if (i == 0 || sentence->block != sentence[-1].block) {
            pair = nb_block_before(before->pairs, sentence->block, &shift);
            if (pair != NB_VIEW_NONE)
                at = first_statement(memory->claims, pair);
        }
        if (pair != NB_VIEW_NONE && !sentence->is_heading)
            known[i] = statement_at(memory, pair, &at, report, sentence);
    }
    return known;
}
