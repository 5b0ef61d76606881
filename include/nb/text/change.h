#ifndef NB_TEXT_CHANGE_H
#define NB_TEXT_CHANGE_H

#include "nb/base/view.h"

/*
 * How a text differs from an earlier state of it, found by comparing their bytes: they begin with
 * the same head bytes and end with the same tail bytes, which do not overlap in either. What comes
 * in the tail now stood shift bytes before.
 */
typedef struct nb_change {
    uint32_t head;
    uint32_t tail;
    uint32_t shift; /* add it to an offset in the tail before; modulo 2^32 */
} nb_change;

nb_change nb_change_find(nb_view before, nb_view now);

#endif
