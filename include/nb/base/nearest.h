#ifndef NB_BASE_NEAREST_H
#define NB_BASE_NEAREST_H

#include "nb/base/view.h"

/* What was meant by a word that is not known: the nearest of those that are. */

#define NB_NEAREST_LEN_MAX 48u /* bytes; longer words are near to nothing */

/*
 * Insertions, deletions, replacements and exchanges of neighbours that make a of b, in bytes, ASCII
 * case aside; NB_VIEW_NONE if that is more than a third of the longer one (one is always allowed)
 * or one of them is too long.
 */
uint32_t nb_nearest_distance(nb_view a, nb_view b);

#endif
