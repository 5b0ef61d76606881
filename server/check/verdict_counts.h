#ifndef NB_CHECK_VERDICT_COUNTS_H
#define NB_CHECK_VERDICT_COUNTS_H

#include "nb/check/check.h"

typedef struct nb_verdict_counts {
    uint32_t holding;
    uint32_t failing;
    uint32_t unjudged;
    nb_view reason; /* why the first of these was not judged */
} nb_verdict_counts;

/* Of a table, whose verdicts stand together. *next: where they are looked for first, 0 or what the
 * call before left: those of the next table begin there. */
nb_verdict_counts nb_verdicts_count(const nb_analysis *analysis, const nb_table *table,
                                    uint32_t *next);

#endif
