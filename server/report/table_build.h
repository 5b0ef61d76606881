#ifndef NB_REPORT_TABLE_BUILD_H
#define NB_REPORT_TABLE_BUILD_H

#include "report/table_lines.h"

/*
 * From the lines of one table to the cells of its form. Lines are read in order; labels move a
 * cursor over blocks and rows, header cells say which column is which, and figures go to the cells
 * only where the count or the columns leave no choice.
 */

#define NB_TABLE_COLUMNS_MAX 32u

/* The header that is in force: cells that name columns, in the order of the text. */
typedef struct nb_table_header {
    const nb_table_token *tokens[NB_TABLE_COLUMNS_MAX];
    uint8_t line[NB_TABLE_COLUMNS_MAX]; /* which header line of the block, from 0 */
    uint32_t count;
    uint32_t line_count;
    uint32_t group_mask; /* review: 1 << first column of every group named since the last figures */
    const nb_grid *grid;
    bool is_closed;   /* figures have followed: the next header cell begins a new header */
    bool is_resolved; /* the fields below are valid */
    uint32_t base;    /* first form column of this part of the table */
    uint32_t width;   /* form columns that this part has */
    uint16_t column[NB_TABLE_COLUMNS_MAX];  /* form column → grid column; NO_COLUMN: unknown */
    uint16_t colspan[NB_TABLE_COLUMNS_MAX]; /* of the header cell, for each form column known */
    uint8_t order[NB_TABLE_COLUMNS_MAX]; /* of figures that only their count assigns, from base */
    bool is_disordered; /* the header names columns in an order that could mean two things */
    bool has_columns;   /* all of column[base … base + width) are known */
    bool is_missing[NB_TABLE_COLUMNS_MAX]; /* form column that the header does not have */
    bool has_extra;
} nb_table_header;

/* Labels of one table that are compared with all others; a table has no more slips than this. */
#define NB_TABLE_SEARCHES_MAX 100u

#define NB_NO_COLUMN UINT16_MAX

typedef struct nb_table_builder {
    nb_arena *arena;
    nb_table *table;
    uint32_t block;  /* index of the block that is being read */
    uint32_t cursor; /* rows of it that are behind */
    nb_table_header header;
    NB_VEC(nb_table_extra) extras;
    uint32_t searches; /* for misspelt labels, which cost a look at every label of the block */
} nb_table_builder;

/* ---- table_sense.c ---- */

/* What a word means in the table that is being built; NULL if nothing of this kind. */
const nb_word_sense *nb_table_sense(const nb_table_builder *b, const nb_word *word,
                                    nb_word_kind kind);

/* ---- table_header.c ---- */

/* Takes a header cell (a column's label, or text among such). */
void nb_table_header_add(nb_table_builder *b, const nb_table_line *line,
                         const nb_table_token *token, bool is_new_line);
/* Forgets the header: another block begins. */
void nb_table_header_reset(nb_table_builder *b);
/* Decides which form columns the header has, before the first figures under it. */
void nb_table_header_resolve(nb_table_builder *b);

/* What a token that the form does not have is noted as. */
static inline nb_table_extra nb_table_extra_of(const nb_table_token *token, bool is_column)
{
    return (nb_table_extra){token->span, token->raw->text, token->cell, is_column};
}

/* ---- table_row.c ---- */

/*
 * The row that a word means at the cursor: rows that follow come first. Sets the block; returns
 * NB_VIEW_NONE if the word means no row.
 */
uint32_t nb_table_row_of_word(nb_table_builder *b, const nb_word *word);
/* The absent row whose label is one or two characters from text, or NB_VIEW_NONE. */
uint32_t nb_table_row_misspelt(nb_table_builder *b, nb_view text);

/* ---- table_assign.c ---- */

/* Gives the tokens behind a row's label to its cells. */
void nb_table_assign(nb_table_builder *b, const nb_table_line *line, nb_row *row,
                     const nb_table_token *values, uint32_t count);

/* ---- table_fill.c ---- */

/* Reads lines[indices[0 … count)] into table, whose form is set. */
void nb_table_fill(nb_arena *arena, nb_table *table, const nb_table_line *lines,
                   const uint32_t *indices, uint32_t count);

/* ---- table_hash.c ---- */

/* For nb_table.hash. */
uint64_t nb_table_hash(const nb_table *table);

/* ---- table_copy.c ---- */

/*
 * Fills table, of which all that is not read from its lines is set, as nb_table_fill would: from
 * the reading before, if that had the same table of the same lines of one grid. Else false.
 */
bool nb_table_take_over(nb_arena *arena, const nb_reading *reading, nb_table *table,
                        const uint32_t *indices, uint32_t count);

/* ---- table_choose.c ---- */

/* For and against the forms that have a table with this key, by labels that only one has. */
nb_form_id nb_table_form_by_labels(nb_table_key key, const nb_table_line *lines,
                                   const uint32_t *indices, uint32_t count);

#endif
