#ifndef NB_BASE_HASH_H
#define NB_BASE_HASH_H

#include <string.h>

#include "nb/base/view.h"

/*
 * Hashes that are put together number by number, to tell within one run of the program whether two
 * things are the same. Not for files: the value differs between machines and versions.
 */
static inline void nb_hash_number(uint64_t *hash, uint64_t value)
{
    *hash = (*hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    *hash ^= *hash >> 29;
}

static inline void nb_hash_view(uint64_t *hash, nb_view v)
{
    uint64_t word = v.len;
    nb_hash_number(hash, word);
    uint32_t at = 0;
    for (; v.len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, v.ptr + at, sizeof word);
        nb_hash_number(hash, word);
    }
    word = 0;
    if (at < v.len) {
        memcpy(&word, v.ptr + at, v.len - at);
        nb_hash_number(hash, word);
    }
}

#endif
