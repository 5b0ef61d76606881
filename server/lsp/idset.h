#ifndef NB_LSP_IDSET_H
#define NB_LSP_IDSET_H

#include "nb/base/arena.h"

/* What is remembered about files by the hash of their URI's normal form (uri.h). */
typedef struct nb_idset_entry {
    uint64_t key; /* 0: free */
    uint64_t id;  /* result id; 0: nothing is known */
    uint64_t stamp;
    nb_view uri; /* as somebody spelt it; may be empty */
    bool is_seen;
} nb_idset_entry;

typedef struct nb_idset {
    nb_idset_entry *slots; /* a power of two, at most half full */
    uint32_t cap;
    uint32_t count;
} nb_idset;

/* The entry of the key, a new one if there is none. Valid until the next call. In the arena. */
nb_idset_entry *nb_idset_put(nb_arena *arena, nb_idset *set, uint64_t key);

/* NULL if there is none. */
nb_idset_entry *nb_idset_get(const nb_idset *set, uint64_t key);

#endif
