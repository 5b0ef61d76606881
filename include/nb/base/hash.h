#ifndef NB_BASE_HASH_H
#define NB_BASE_HASH_H

#include "nb/base/view.h"

/*
 * Hashes that are put together number by number, to tell within one run of the program whether two
 * things are the same. Not for files: the value may change from one version to the next.
 */
static inline void nb_hash_number(uint64_t *hash, uint64_t value)
{
    *hash = (*hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    *hash ^= *hash >> 29;
}

static inline void nb_hash_view(uint64_t *hash, nb_view v)
{
    nb_hash_number(hash, nb_view_hash(v));
}

#endif
