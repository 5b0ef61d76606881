#include "nb/text/fold.h"
#include "report/table_build.h"

static bool is_free(const nb_table_builder *b, const nb_word_sense *sense)
{
    return !b->table->blocks[sense->block].rows[sense->index].is_present;
}

static uint32_t place_of(const nb_word_sense *sense)
{
    return (uint32_t)sense->block << 16 | sense->index;
}

uint32_t nb_table_row_of_word(nb_table_builder *b, const nb_word *word)
{
    uint32_t cursor = b->block << 16 | b->cursor;
    const nb_word_sense *best = NULL;
    bool best_follows = false;
    for (uint32_t i = 0; i < word->sense_count; i++) {
        const nb_word_sense *sense = &nb_word_senses[word->first_sense + i];
        if (sense->kind != NB_WORD_ROW || sense->table != b->table->key ||
            sense->form != b->table->form_id)
            continue;
        bool follows = is_free(b, sense) && place_of(sense) >= cursor;
        if (!best || (follows && !best_follows) ||
            (follows == best_follows && place_of(sense) < place_of(best))) {
            best = sense;
            best_follows = follows;
        }
    }
    if (!best)
        return NB_VIEW_NONE;
    if (best->block != b->block) {
        b->block = best->block;
        nb_table_header_reset(b);
    }
    return best->index;
}

uint32_t nb_table_row_misspelt(nb_table_builder *b, nb_view text)
{
    const nb_table_block *block = &b->table->blocks[b->block];
    if (b->searches++ >= NB_TABLE_SEARCHES_MAX)
        return NB_VIEW_NONE;
    nb_view folded = nb_fold_view(b->arena, text, NB_WORD_FOLD);
    folded = nb_view_sub(folded, nb_word_marker(folded), folded.len);
    uint32_t best = NB_VIEW_NONE, best_distance = 3;
    for (uint32_t r = 0; r < block->form->row_count; r++) {
        nb_view label = nb_view_of(block->form->rows[r].label);
        if (block->rows[r].is_present || label.len < 12)
            continue;
        label = nb_fold_view(b->arena, label, NB_WORD_FOLD);
        label = nb_view_sub(label, nb_word_marker(label), label.len);
        if (label.len < 12)
            continue;
        uint32_t limit = label.len >= 21 ? 2 : 1;
        uint32_t distance = nb_fold_distance(folded, label, limit);
        if (distance <= limit && distance < best_distance) {
            best = r;
            best_distance = distance;
        }
    }
    return best;
}
