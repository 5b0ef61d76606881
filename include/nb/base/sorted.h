#ifndef NB_BASE_SORTED_H
#define NB_BASE_SORTED_H

#include <stddef.h>
#include <stdint.h>

/*
 * The index of the first item whose key is not below key, or count: items of size bytes, in the
 * order of the 32-bit keys that they have offset bytes from their start. By halving.
 */
static inline uint32_t nb_sorted_find(const void *items, uint32_t count, size_t size, size_t offset,
                                      uint32_t key)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *item = (const char *)items + middle * size;
        if (*(const uint32_t *)(const void *)(item + offset) < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The same for an array of a type, by one of its fields. */
#define NB_SORTED_FIND(items, count, type, field, key)                                             \
    nb_sorted_find((items), (count), sizeof(type), offsetof(type, field), (key))

#endif
