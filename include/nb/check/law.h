#ifndef NB_CHECK_LAW_H
#define NB_CHECK_LAW_H

#include "nb/check/outline.h"

/* Where the law that reports cite is published. Nothing is fetched: an editor opens the page. */

/* The address of the first law that words name; empty if none is known. Static. */
nb_view nb_law_address(nb_view words);

typedef struct nb_link {
    nb_span span;
    nb_view target;
} nb_link;

typedef struct nb_links {
    const nb_link *items;
    uint32_t count;
} nb_links;

/* http and https addresses in the text, and titles of laws whose address is known; sorted. */
nb_links nb_links_of(nb_arena *arena, const nb_analysis *analysis);

#endif
