#ifndef NB_CHECK_SUPPRESSIONS_H
#define NB_CHECK_SUPPRESSIONS_H

#include "nb/check/check.h"
#include "rules/suppressions.h"

/* Suppressions that stand in the text: found before it is read, applied after it was judged. */

/*
 * Those of text; NULL if there are none, which one search tells. *visible is what the report is
 * to be read from: text itself, or a copy of the same length in which the lines that are
 * suppressions are blank. Comments stay: no dialect reads them as content.
 */
nb_suppressions *nb_suppressions_find(nb_arena *arena, nb_view text, nb_source_kind kind,
                                      nb_view *visible);

/* Where each of them reaches; takes away what stands in a code block. */
void nb_suppressions_place(nb_suppressions *all, const nb_markup *markup);

/*
 * Takes the suppressed findings away, those of options->suppressed too, and adds those of the
 * family N. all may be NULL.
 */
void nb_suppressions_apply(nb_arena *arena, nb_suppressions *all, const nb_check_options *options,
                           nb_analysis *analysis);

#endif
