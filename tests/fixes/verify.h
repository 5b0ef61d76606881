#ifndef NB_TESTS_FIXES_VERIFY_H
#define NB_TESTS_FIXES_VERIFY_H

#include "nb/check/apply.h"

/* Where a text came from, for messages. */
typedef struct verify_place {
    const char *path;
    const char *how; /* "", "tsv", "html CRLF" */
    const nb_check_options *options;
    bool is_loud; /* print the text after each failure */
} verify_place;

/*
 * Applies every fix of every finding of the analysis and checks again: the finding is gone, no
 * error or warning has come (placeholders and the empty tables of skeletons aside), line ends and
 * characters are whole, edits replace no more than they change. The number of failures, each told
 * on stdout; *count grows by the number of fixes.
 */
int verify_fixes(nb_arena *arena, const verify_place *place, const nb_analysis *analysis,
                 uint32_t *count);

/* Errors and warnings, or findings above hint, that are no placeholders. */
bool verify_is_grave(const nb_finding *finding);

#endif
