#ifndef NB_TESTS_FIXES_RENDER_H
#define NB_TESTS_FIXES_RENDER_H

#include "nb/check/check.h"

/*
 * A document written again in another dialect: its headings, paragraphs and grids, as converters
 * would write them. What the other dialect cannot carry (comments in plain text, merged cells
 * where there are none) is lost. A table of a form that has no columns to go by is written as the
 * form prints it. In the arena; LF line ends.
 */
nb_view render_in(nb_arena *arena, const nb_report *report, nb_dialect dialect);

/* The kind of source that a dialect of tables stands in. */
nb_source_kind render_kind(nb_dialect dialect);

/* text with CRLF for every LF. */
nb_view render_crlf(nb_arena *arena, nb_view text);

#endif
