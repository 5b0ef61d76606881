#ifndef NB_TEXT_DECODE_H
#define NB_TEXT_DECODE_H

#include "nb/text/utf8.h"

/*
 * nb_utf8_next without the call, for the loops that see every character of a text; and counting
 * over whole stretches, sixteen bytes at a time.
 */

static inline bool nb_is_tail(uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The well-formed sequence of two to four bytes at p, of which n are there; its length, or 0. */
uint32_t nb_decode_long(const uint8_t *p, uint32_t n, uint32_t *cp);

/* As nb_utf8_next; nearly every character of a report is ASCII or three bytes from E1 to EC. */
static inline uint32_t nb_decode(nb_view v, uint32_t *at)
{
    const uint8_t *p = (const uint8_t *)v.ptr + *at;
    uint32_t n = v.len - *at;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] - 0xE1u < 0x0C && n >= 3 && nb_is_tail(p[1]) && nb_is_tail(p[2])) {
        *at += 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    uint32_t cp = NB_UTF8_INVALID;
    uint32_t len = nb_decode_long(p, n, &cp);
    *at += len ? len : 1;
    return cp;
}

typedef struct nb_stretch {
    bool well_formed; /* if not, the counts mean nothing */
    uint32_t characters;
    uint32_t long_characters; /* of four bytes, two units in UTF-16 */
} nb_stretch;

/* Looks at bytes [start, end) of v; start is a character border. */
nb_stretch nb_stretch_scan(nb_view v, uint32_t start, uint32_t end);

/* The same for text that is known to be well-formed: at the speed of reading memory. */
nb_stretch nb_stretch_count(nb_view v, uint32_t start, uint32_t end);

#endif
