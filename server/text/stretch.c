/*
 * Well-formedness and lengths of a stretch of UTF-8, sixteen bytes at a time. Written with the
 * compilers' vectors, so it is the same code on every processor. The rule for a byte needs only
 * the three before it: it must be a continuation exactly if one of them calls for it.
 */
#include "decode.h"

#include <string.h>

enum {
    WIDTH = 16,
    BEFORE = 3,     /* how far back a byte's rule looks */
    ROUND_MAX = 255 /* vectors whose counts fit in bytes */
};

typedef uint8_t bytes16 __attribute__((vector_size(WIDTH)));

static inline bytes16 load(const uint8_t *p)
{
    bytes16 v;
    memcpy(&v, p, sizeof v);
    return v;
}

static inline bool any(bytes16 v)
{
    uint64_t halves[2];
    memcpy(halves, &v, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

static inline uint32_t sum(bytes16 v)
{
    uint32_t total = 0;
    for (int i = 0; i < WIDTH; i++)
        total += v[i];
    return total;
}

typedef struct round {
    bytes16 wrong;
    bytes16 tails;
    bytes16 longs;
} round;

static inline void look(round *r, const uint8_t *p)
{
    bytes16 a = load(p);
    bytes16 b1 = load(p - 1);
    bytes16 tail = (bytes16)((a & 0xC0) == 0x80);
    bytes16 due =
        (bytes16)(b1 >= 0xC0) | (bytes16)(load(p - 2) >= 0xE0) | (bytes16)(load(p - 3) >= 0xF0);
    /* overlong forms, surrogates, beyond U+10FFFF */
    bytes16 bad = (bytes16)(b1 == 0xE0) & (bytes16)(a < 0xA0);
    bad |= (bytes16)(b1 == 0xED) & (bytes16)(a >= 0xA0);
    bad |= (bytes16)(b1 == 0xF0) & (bytes16)(a < 0x90);
    bad |= (bytes16)(b1 == 0xF4) & (bytes16)(a >= 0x90);
    bad |= (bytes16)((a & 0xFE) == 0xC0) | (bytes16)(a >= 0xF5);
    r->wrong |= bad | (tail ^ due);
    r->tails -= tail; /* a mask is −1 */
    r->longs -= (bytes16)(a >= 0xF0);
}

static nb_stretch scan_slowly(nb_view v, uint32_t at, uint32_t end)
{
    nb_stretch s = {.well_formed = true};
    v.len = end;
    while (at < end) {
        uint32_t cp = nb_decode(v, &at);
        if (cp == NB_UTF8_INVALID)
            return (nb_stretch){0};
        s.characters++;
        s.long_characters += cp > 0xFFFF;
    }
    return s;
}

/* The start of the character that reaches over at, or at. Trusts the text, which was looked at. */
static uint32_t border_before(const uint8_t *p, uint32_t at)
{
    for (uint32_t back = 1; back <= BEFORE && back <= at; back++) {
        uint8_t byte = p[at - back];
        if (nb_is_tail(byte))
            continue;
        uint32_t len = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        return len > back ? at - back : at;
    }
    return at;
}

nb_stretch nb_stretch_scan(nb_view v, uint32_t start, uint32_t end)
{
    if (end - start < 4 * WIDTH)
        return scan_slowly(v, start, end);
    const uint8_t *p = (const uint8_t *)v.ptr;
    uint32_t at = start;
    while (at - start < BEFORE)
        (void)nb_decode(v, &at);
    nb_stretch s = scan_slowly(v, start, at);
    while (s.well_formed && end - at >= WIDTH) {
        round r = {0};
        uint32_t first = at;
        for (int i = 0; i < ROUND_MAX && end - at >= WIDTH; i++, at += WIDTH)
            look(&r, p + at);
        if (any(r.wrong))
            return (nb_stretch){0};
        s.characters += at - first - sum(r.tails);
        s.long_characters += sum(r.longs);
    }
    /* the rest, from the border before it: that character was counted already */
    uint32_t border = border_before(p, at);
    nb_stretch rest = scan_slowly(v, border, end);
    if (!s.well_formed || !rest.well_formed)
        return (nb_stretch){0};
    uint32_t again = border < at;
    bool again_is_long = again && p[border] >= 0xF0;
    s.characters += rest.characters - again;
    s.long_characters += rest.long_characters - again_is_long;
    return s;
}

nb_stretch nb_stretch_count(nb_view v, uint32_t start, uint32_t end)
{
    const uint8_t *p = (const uint8_t *)v.ptr;
    nb_stretch s = {.well_formed = true, .characters = end - start};
    uint32_t at = start;
    while (end - at >= WIDTH) {
        bytes16 tails = {0};
        bytes16 longs = {0};
        for (int i = 0; i < ROUND_MAX && end - at >= WIDTH; i++, at += WIDTH) {
            bytes16 a = load(p + at);
            tails -= (bytes16)((a & 0xC0) == 0x80);
            longs -= (bytes16)(a >= 0xF0);
        }
        s.characters -= sum(tails);
        s.long_characters += sum(longs);
    }
    for (; at < end; at++) {
        s.characters -= nb_is_tail(p[at]);
        s.long_characters += p[at] >= 0xF0;
    }
    return s;
}
