#ifndef NB_CHECK_HOVER_H
#define NB_CHECK_HOVER_H

#include "nb/check/check.h"

/*
 * What the program knows about a place: which cell it is and the sums it takes part in, what the
 * law wants in a section, how a period was read, why a finding is one.
 */
typedef struct nb_hover {
    nb_span span; /* what it is about */
    nb_view text;
} nb_hover;

/*
 * False if there is nothing to say. The text is Markdown (what comes from the document is escaped)
 * or plain; it lives in the arena.
 */
bool nb_hover_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset, nb_lang lang,
                 bool markdown, nb_hover *hover);

#endif
