#ifndef NB_TEXT_BYTES16_H
#define NB_TEXT_BYTES16_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/*
 * Sixteen bytes at once, with the vectors that gcc and clang have on every processor. A comparison
 * gives 0xFF for each byte of which it is true.
 */
enum { NB_BYTES16 = 16 };

typedef uint8_t nb_bytes16 __attribute__((vector_size(NB_BYTES16)));

static inline nb_bytes16 nb_bytes16_load(const uint8_t *p)
{
    nb_bytes16 v;
    memcpy(&v, p, sizeof v);
    return v;
}

static inline bool nb_bytes16_any(nb_bytes16 v)
{
    uint64_t halves[2];
    memcpy(halves, &v, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/* The index of the first byte that is not 0; there is one. */
static inline uint32_t nb_bytes16_first(nb_bytes16 v)
{
    uint32_t i = 0;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t halves[2];
    memcpy(halves, &v, sizeof halves);
    i = halves[0] ? (uint32_t)__builtin_ctzll(halves[0]) / 8
                  : 8 + (uint32_t)__builtin_ctzll(halves[1]) / 8;
#else
    while (!v[i])
        i++;
#endif
    return i;
}

#endif
