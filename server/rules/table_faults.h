#ifndef NB_RULES_TABLE_FAULTS_H
#define NB_RULES_TABLE_FAULTS_H

#include "rules/table_math.h"

/*
 * The smallest explanation of failed sums (domain: relation 6). A wrong figure makes the sum of its
 * row and of its column fail, and the balance too; that is one fault, and the cell that is in all
 * of them is its place. Only repairs that break no other sum are named.
 */

#define NB_REPAIR_CELLS_MAX 2u
#define NB_REPAIRS_MAX 4u

/* Figures that repair a fault: one cell, or a cell and the total of its row. */
typedef struct nb_repair {
    uint32_t count;
    uint32_t row[NB_REPAIR_CELLS_MAX];
    uint32_t column[NB_REPAIR_CELLS_MAX];
    int64_t wanted_micro[NB_REPAIR_CELLS_MAX];
} nb_repair;

typedef struct nb_fault {
    const nb_table *table;
    uint32_t block;
    const nb_verdict *main;            /* the failure it is reported as */
    const nb_verdict *const *verdicts; /* all failures it explains, main among them */
    uint32_t verdict_count;
    bool is_cell;                      /* one cell is the only explanation: repairs[0] */
    nb_repair repairs[NB_REPAIRS_MAX]; /* the likelier first */
    uint32_t repair_count;
} nb_fault;

typedef struct nb_faults {
    const nb_fault *items;
    uint32_t count;
} nb_faults;

/* Would the one cell of the fault, written right, make this failed inequality hold as well? */
bool nb_fault_explains(const nb_fault *fault, const nb_verdict *verdict);

/* The faults behind all failed equalities of the report. Costs nothing where none failed. */
nb_faults nb_faults_find(nb_rule_ctx *ctx);

#endif
