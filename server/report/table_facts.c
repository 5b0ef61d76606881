#include "report/table_lines.h"

/*
 * What a line says by itself. It is all that the putting together of tables asks of it, so that
 * lines taken over from the reading before need no tokens.
 */

/* The table of a line: its own words if they leave no choice, else that of its grid or run. */
static nb_table_key key_of(const nb_table_line *line)
{
    nb_table_key own = NB_TABLE_NONE;
    if (line->key == NB_TABLE_OTHER)
        return NB_TABLE_OTHER;
    for (uint32_t i = 0; i < line->count; i++) {
        if (line->tokens[i].kind != NB_TOKEN_LABEL)
            continue;
        uint32_t tables = line->tokens[i].word->tables;
        for (int key = NB_TABLE_NONE + 1; key < NB_TABLE_COUNT; key++) {
            if (tables != (1u << key))
                continue;
            if (own != NB_TABLE_NONE && own != (nb_table_key)key)
                return line->key;
            own = (nb_table_key)key;
        }
    }
    return own == NB_TABLE_NONE ? line->key : own;
}

/* A row whose second appearance is a second table: the first one with figures. */
static bool is_first_row(nb_table_key key, const nb_word *word)
{
    for (uint32_t i = 0; i < word->sense_count; i++) {
        const nb_word_sense *sense = &nb_word_senses[word->first_sense + i];
        uint32_t first = key == NB_TABLE_STATISTICS ? 1 : 0;
        if (sense->table == key && sense->kind == NB_WORD_ROW && sense->block == 0 &&
            sense->index == first)
            return true;
    }
    return false;
}

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

/* Counts the label for the form that alone has it in the table. */
static void count_label(nb_table_line_facts *facts, const nb_word *word)
{
    uint32_t forms = forms_of(word, facts->table);
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++)
        if (forms == (1u << id) && facts->labels[id] < UINT16_MAX)
            facts->labels[id]++;
}

nb_table_line_facts nb_table_facts_of(const nb_table_line *line)
{
    nb_table_line_facts facts = {.table = key_of(line)};
    for (uint32_t i = 0; i < line->count; i++) {
        const nb_table_token *token = &line->tokens[i];
        facts.figures += token->kind == NB_TOKEN_FIGURE;
        if (token->kind != NB_TOKEN_LABEL)
            continue;
        facts.is_first_row |= i + 1 < line->count && is_first_row(facts.table, token->word);
        for (uint32_t k = 0; k < token->word->sense_count; k++)
            facts.has_column_label |=
                nb_word_senses[token->word->first_sense + k].kind == NB_WORD_COLUMN;
        count_label(&facts, token->word);
    }
    if (facts.is_first_row && line->tokens[line->count - 1].kind == NB_TOKEN_LABEL)
        facts.is_first_row = false;
    facts.is_single_otherwise = facts.table == NB_TABLE_REQUESTS && is_single_otherwise(line);
    return facts;
}
