#include "report/table_build.h"

/* Bit per form that the word has a meaning of the table in. */
static uint32_t forms_of(const nb_word *word, nb_table_key key)
{
    uint32_t forms = 0;
    for (uint32_t i = 0; i < word->sense_count; i++) {
        const nb_word_sense *sense = &nb_word_senses[word->first_sense + i];
        if (sense->table == key)
            forms |= 1u << sense->form;
    }
    return forms;
}

static bool has_form(nb_form_id id, nb_table_key key)
{
    return nb_form_table_of(nb_form_get(id), key) != NULL;
}

/*
 * （六）其他处理 is a row with figures of its own in the form of 2019 and a group of three rows in
 * that of 2021.
 */
static bool is_single_otherwise(const nb_table_line *line)
{
    for (uint32_t i = 0; i + 1 < line->count; i++) {
        const nb_table_token *token = &line->tokens[i], *next = token + 1;
        if (token->kind != NB_TOKEN_LABEL || next->kind == NB_TOKEN_LABEL ||
            next->kind == NB_TOKEN_TEXT)
            continue;
        bool is_row = false, is_group = false;
        for (uint32_t k = 0; k < token->word->sense_count; k++) {
            const nb_word_sense *sense = &nb_word_senses[token->word->first_sense + k];
            is_row |= sense->table == NB_TABLE_REQUESTS && sense->kind == NB_WORD_ROW &&
                      sense->form == NB_FORM_2019;
            is_group |= sense->table == NB_TABLE_REQUESTS && sense->kind == NB_WORD_GROUP &&
                        sense->form == NB_FORM_2021;
        }
        if (!is_row || !is_group)
            continue;
        for (uint32_t k = i + 1; k < line->count; k++)
            if (line->tokens[k].kind == NB_TOKEN_LABEL || line->tokens[k].kind == NB_TOKEN_TEXT)
                return false;
        return true;
    }
    return false;
}

nb_form_id nb_table_form_by_labels(nb_table_key key, const nb_table_line *lines,
                                   const uint32_t *indices, uint32_t count)
{
    uint32_t score[NB_FORM_COUNT] = {0};
    uint32_t candidates = 0, single = 0;
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++)
        if (has_form((nb_form_id)id, key))
            candidates |= 1u << id;
    for (uint32_t i = 0; i < count; i++) {
        const nb_table_line *line = &lines[indices[i]];
        single += key == NB_TABLE_REQUESTS && is_single_otherwise(line);
        for (uint32_t k = 0; k < line->count; k++) {
            if (line->tokens[k].kind != NB_TOKEN_LABEL)
                continue;
            uint32_t forms = forms_of(line->tokens[k].word, key) & candidates;
            for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++)
                score[id] += forms == (1u << id);
        }
    }
    nb_form_id best = NB_FORM_NONE;
    bool is_tie = false;
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++) {
        if (!(candidates & (1u << id)))
            continue;
        if (candidates == (1u << id))
            return (nb_form_id)id;
        if (best == NB_FORM_NONE ? score[id] > 0 : score[id] > score[best]) {
            best = (nb_form_id)id;
            is_tie = false;
        } else if (best != NB_FORM_NONE && score[id] == score[best]) {
            is_tie = true;
        }
    }
    if (best != NB_FORM_NONE && !is_tie)
        return best;
    return single > 0 ? NB_FORM_2019 : NB_FORM_NONE;
}
