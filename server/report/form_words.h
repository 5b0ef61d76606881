#ifndef NB_REPORT_FORM_WORDS_H
#define NB_REPORT_FORM_WORDS_H

#include "nb/report/form.h"

/*
 * The vocabulary of the forms' tables: every row, column, group, corner and block label, variants
 * and labels without their remark in brackets included. A word is its label without numbering and
 * punctuation, as nb_fold gives it with NB_FOLD_TRADITIONAL | NB_FOLD_PUNCTUATION. The data is in
 * form_words_data.c, written from the forms by tests/unit/report/test_form_words.c.
 */

#define NB_WORD_FOLD (NB_FOLD_TRADITIONAL | NB_FOLD_PUNCTUATION)

typedef enum nb_word_kind {
    NB_WORD_ROW,    /* index: the row in its block */
    NB_WORD_COLUMN, /* index: the column */
    NB_WORD_GROUP,  /* index: the first row or column that stands under it */
    NB_WORD_CORNER,
    NB_WORD_TITLE, /* of a block */
} nb_word_kind;

typedef struct nb_word_sense {
    uint8_t form;  /* nb_form_id */
    uint8_t table; /* nb_table_key */
    uint8_t block;
    uint8_t kind;
    uint16_t index;
} nb_word_sense;

typedef struct nb_word {
    const char *text;
    uint16_t len;
    uint16_t first_sense;
    uint8_t sense_count;
    uint8_t tables;  /* bit 1 << nb_table_key for every sense */
    bool is_section; /* also a title of a section, or too common outside of tables */
} nb_word;

extern const nb_word nb_words[]; /* sorted by bytes */
extern const uint32_t nb_word_count;
extern const nb_word_sense nb_word_senses[];

/* The word that text is, or NULL. */
const nb_word *nb_word_find(nb_view text);

/* The longest word that text has at offset at, or NULL. */
const nb_word *nb_word_longest(nb_view text, uint32_t at);

/* Bytes of a numbering (一 三 12 and 其中) at the start of a text without punctuation; 0 if none.
 */
uint32_t nb_word_marker(nb_view text);

/*
 * Where the words that begin with a character stand in nb_words, by the last bytes of the
 * character, so that most places of a text cost one look. Both 0: there are none.
 */
typedef struct nb_word_filter {
    uint16_t first[64 * 64];
    uint16_t end[64 * 64];
    uint32_t longest; /* bytes of a word, at most */
} nb_word_filter;

void nb_word_filter_init(nb_word_filter *filter);

/* As nb_word_longest. */
const nb_word *nb_word_filter_longest(const nb_word_filter *filter, nb_view text, uint32_t at);

#endif
