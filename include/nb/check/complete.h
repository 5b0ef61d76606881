#ifndef NB_CHECK_COMPLETE_H
#define NB_CHECK_COMPLETE_H

#include "nb/check/check.h"

/* What could be written at a place: parts that are not there yet, standard sentences, decrees. */

typedef enum nb_completion_kind {
    NB_COMPLETION_REPORT, /* a whole empty report, in an empty document */
    NB_COMPLETION_SECTION,
    NB_COMPLETION_ROW, /* the label of a row that a table of the form lacks */
    NB_COMPLETION_SENTENCE,
    NB_COMPLETION_DECREE,
} nb_completion_kind;

typedef struct nb_completion {
    nb_completion_kind kind;
    nb_view label;
    nb_view detail;   /* may be empty */
    nb_view new_text; /* with the document's line ends */
    nb_span replaced; /* within the caret's line, ends at the caret */
} nb_completion;

typedef struct nb_completions {
    const nb_completion *items;
    uint32_t count;
} nb_completions;

/* current_year: of the calendar, for a document that does not say which year it reports on. */
nb_completions nb_complete_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset,
                              int current_year, nb_lang lang);

#endif
