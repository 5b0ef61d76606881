#ifndef NB_CHECK_PLACE_H
#define NB_CHECK_PLACE_H

#include "nb/check/check.h"

/*
 * What stands at a byte of the document, from the innermost fact outwards. Hover, highlights,
 * selections and definitions all begin here. A caret right behind a fact counts as on it.
 * Everything points into the analysis; what is not there is NULL.
 */
typedef struct nb_place {
    const nb_report *report; /* never NULL */
    const nb_section *section;
    const nb_heading *heading; /* the caret is on this heading itself */
    const nb_heading *under;   /* the innermost heading whose body holds it */
    const nb_period *period;
    const nb_declared_part *declared;
    const nb_sentence *sentence;
    const nb_table *table;
    uint32_t block; /* of the table; these are valid if row is not NULL */
    const nb_row *row;
    uint32_t column;
    const nb_cell *cell; /* NULL on the label of a row */
    bool on_title;
} nb_place;

nb_place nb_place_at(const nb_analysis *analysis, uint32_t offset);

/* True if offset lies in the span or right behind it. */
bool nb_span_holds(nb_span span, uint32_t offset);

/* ---- the sums that a cell takes part in ---- */

/* True if the cell of this row and column is an operand of the verdict's identity. */
bool nb_verdict_involves(const nb_verdict *verdict, const nb_table *table, uint32_t block,
                         uint32_t form_row, uint32_t column);

/* The operands, left side first; cells whose row is absent are left out. In the arena. */
typedef struct nb_operands {
    const nb_cell **cells;
    uint32_t count;
    uint32_t left_count;
    const nb_cell *total; /* the one that the identity computes; NULL if none */
    bool total_is_left;
} nb_operands;

nb_operands nb_verdict_operands(nb_arena *arena, const nb_verdict *verdict);

/* What operands->total (never NULL here) must be so that both sides are equal, × 10^6. */
int64_t nb_operands_computed(const nb_verdict *verdict, const nb_operands *operands);

/* ---- what is said of a cell ---- */

/* Index of the first finding that starts at offset or behind it; finding_count if there is none. */
uint32_t nb_findings_from(const nb_analysis *analysis, uint32_t offset);

/* The gravest finding on this cell alone, not on its row or table; NULL if there is none. */
const nb_finding *nb_cell_finding(const nb_analysis *analysis, const nb_cell *cell);

/* What the finding's likeliest repair writes into the cell; empty if it writes elsewhere. */
nb_view nb_cell_repair(const nb_finding *finding, const nb_cell *cell);

#endif
