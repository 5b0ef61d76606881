#ifndef NB_CHECK_SUPPRESS_H
#define NB_CHECK_SUPPRESS_H

#include "nb/check/check.h"

/* How a finding is silenced in the text itself; docs/configuration.md says what users write. */

/*
 * The edit that suppresses one finding where it stands: a comment (Markdown, HTML) or a line in
 * brackets (plain text) in front of the line, paragraph, table or row of HTML that it begins in,
 * with the rule's code and the placeholder of a reason. False where there is no such place: the
 * finding is about a suppression, or stands in HTML outside of what is read. In the arena.
 */
bool nb_suppress_edit(nb_arena *arena, const nb_analysis *analysis, const nb_finding *finding,
                      nb_lang lang, nb_edit *edit);

/* False for the rules about suppressions: these are always reported. */
bool nb_suppress_reaches(const nb_rule *rule);

/* Stands where the user is to write the reason. */
nb_text2 nb_reason_placeholder(void);

/* Is there a reason: more than blanks, and not the placeholder in either language? */
bool nb_reason_is_given(nb_view reason);

#endif
