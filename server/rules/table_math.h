#ifndef NB_RULES_TABLE_MATH_H
#define NB_RULES_TABLE_MATH_H

#include "nb/rules/rule.h"

/*
 * The figures of a table as sums see them, shared by the verdicts and the rules of family T
 * (domain: 4.0). A blank part counts as 0 if a figure stands beside it; a blank total counts as the
 * sum of its parts; what was not surely read is unknown and makes every sum it is part of
 * unjudged.
 */

typedef enum nb_amount_state {
    NB_AMOUNT_UNKNOWN,  /* absent, unassigned, unreadable, approximate */
    NB_AMOUNT_BLANK,    /* nothing was printed */
    NB_AMOUNT_PRINTED,  /* a figure */
    NB_AMOUNT_COMPUTED, /* a blank total whose parts are known */
} nb_amount_state;

typedef struct nb_amount {
    nb_amount_state state;
    int64_t micro; /* 0 if blank or unknown */
} nb_amount;

/* The amounts of one block, row by row; row × column_count + column. */
typedef struct nb_amounts {
    const nb_table *table;
    uint32_t block;
    uint32_t rows;
    uint32_t columns;
    nb_amount *items;
} nb_amounts;

nb_amounts nb_amounts_of(nb_arena *arena, const nb_table *table, uint32_t block);

/* The rows or columns that an identity speaks of, as indices in its block. */
#define NB_OPERANDS_MAX 32u
typedef struct nb_operands {
    uint32_t left[NB_OPERANDS_MAX];
    uint32_t left_count;
    uint32_t right[NB_OPERANDS_MAX];
    uint32_t right_count;
    uint32_t total; /* of the key that is computed, or NB_VIEW_NONE */
} nb_operands;

/* False if the identity does not belong to this block. */
bool nb_operands_of(const nb_form_block *block, const nb_identity *identity, nb_operands *out);

/* Lines that an identity holds in: columns for NB_AXIS_ROWS, rows for NB_AXIS_COLUMNS. */
uint32_t nb_identity_lines(const nb_form_block *block, const nb_identity *identity);

/* The amount, and the cell, of operand (an index) in the line. */
nb_amount nb_amount_at(const nb_amounts *amounts, nb_identity_axis axis, uint32_t operand,
                       uint32_t line);
const nb_row *nb_operand_row(const nb_amounts *amounts, nb_identity_axis axis, uint32_t operand,
                             uint32_t line);
nb_cell *nb_operand_cell(const nb_amounts *amounts, nb_identity_axis axis, uint32_t operand,
                         uint32_t line);

/* What a cell holds: its column says, or its row where there is one column. */
nb_value_kind nb_cell_kind(const nb_form_block *block, uint32_t row, uint32_t column);

/*
 * Would every sum that holds, or was not judged for blanks, hold if all blank cells of the block
 * were 0?
 */
bool nb_amounts_hold_with_zeros(const nb_amounts *amounts);

/* Rows that the table has beyond the form's. */
bool nb_table_has_extra_rows(const nb_table *table);

#endif
