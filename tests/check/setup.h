#ifndef NB_TESTS_CHECK_SETUP_H
#define NB_TESTS_CHECK_SETUP_H

#include "nb/check/check.h"

/*
 * Options by number, so that a run can be told and repeated: 0 are those of an editor that sets
 * nothing, other numbers set a few by their bits. path gives the kind of the text.
 */
nb_check_options setup_options(nb_arena *arena, uint32_t number, const char *path);

/* Whether the options of that number have a report of last year. */
bool setup_has_last_year(uint32_t number);

/* The report of last year for a text: the same with all years one back. */
const nb_report *setup_last_year(nb_arena *arena, nb_view text);

/* Whether those of that number leave findings out; then every third one of the analysis. */
void setup_suppress(nb_arena *arena, uint32_t number, const nb_analysis *from,
                    nb_check_options *options);

#endif
