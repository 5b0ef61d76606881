#include "lsp/idset.h"

/* The slot that holds the key, or the free one where it belongs. */
static nb_idset_entry *slot_of(const nb_idset *set, uint64_t key)
{
    uint32_t at = (uint32_t)(key ^ key >> 32) & (set->cap - 1);
    while (set->slots[at].key && set->slots[at].key != key)
        at = (at + 1) & (set->cap - 1);
    return &set->slots[at];
}

nb_idset_entry *nb_idset_get(const nb_idset *set, uint64_t key)
{
    if (set->cap == 0)
        return NULL;
    nb_idset_entry *slot = slot_of(set, key ? key : 1);
    return slot->key ? slot : NULL;
}

static void grow(nb_arena *arena, nb_idset *set)
{
    nb_idset larger = {.cap = set->cap ? set->cap * 2 : 64, .count = set->count};
    larger.slots = NB_NEW_ARRAY(arena, nb_idset_entry, larger.cap);
    for (uint32_t i = 0; i < set->cap; i++)
        if (set->slots[i].key)
            *slot_of(&larger, set->slots[i].key) = set->slots[i];
    *set = larger;
}

nb_idset_entry *nb_idset_put(nb_arena *arena, nb_idset *set, uint64_t key)
{
    key = key ? key : 1;
    if (set->count * 2 >= set->cap)
        grow(arena, set);
    nb_idset_entry *slot = slot_of(set, key);
    if (!slot->key) {
        slot->key = key;
        set->count++;
    }
    return slot;
}
