#ifndef NB_TESTS_CHECK_SAME_H
#define NB_TESTS_CHECK_SAME_H

#include "nb/check/check.h"

/*
 * Compares two analyses of the same text, made in different ways, field by field: the lines, the
 * markup, the whole model of each report, findings, verdicts, links. Texts are compared by their
 * bytes, pointers by what they point to, and by their place where they point into the analysis
 * itself. Not compared: what one reading leaves to the next (nb_report_list.reading).
 *
 * A field that is added to one of these structs belongs here too: same_markup.c, same_report.c,
 * same.c.
 */

/* Where they differ first: "reports.items[0]->headings[3].span". */
typedef struct same_place {
    char text[400];
} same_place;

bool same_analysis(const nb_analysis *a, const nb_analysis *b, same_place *where);

/*
 * Fills everything that was allocated in the arena with bytes that make no sense, and releases it:
 * who still looks at it is found out, even without a sanitizer.
 */
void same_spoil(nb_arena *arena);

#endif
