#ifndef NB_CHECK_FORMAT_H
#define NB_CHECK_FORMAT_H

#include "nb/check/check.h"

/*
 * The look of a report without its content: bars of Markdown tables one under the other, one blank
 * behind the marks of a heading, figures of tables in half-width digits. Lines stay lines, and the
 * model read from the result is that of the text before. What is no report is left as it is.
 */

typedef struct nb_format_edits {
    const nb_edit *items; /* sorted, not overlapping; each within one line */
    uint32_t count;
} nb_format_edits;

/* The edits of the lines that span touches. */
nb_format_edits nb_format(nb_arena *arena, const nb_analysis *analysis, nb_span span);

#endif
