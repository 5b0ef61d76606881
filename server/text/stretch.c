/*
 * Well-formedness and lengths of a stretch of UTF-8, sixteen bytes at a time. Written with the
 * compilers' vectors, so it is the same code on every processor. The rule for a byte needs only
 * the three before it: it must be a continuation exactly if one of them calls for it.
 */
#include "bytes16.h"
#include "decode.h"

enum {
    BEFORE = 3,     /* how far back a byte's rule looks */
    ROUND_MAX = 255 /* vectors whose counts fit in bytes */
};

static inline uint32_t sum(nb_bytes16 v)
{
    uint32_t total = 0;
    for (int i = 0; i < NB_BYTES16; i++)
        total += v[i];
    return total;
}

typedef struct round {
    nb_bytes16 wrong;
    nb_bytes16 tails;
    nb_bytes16 longs;
} round;

static inline void look(round *r, const uint8_t *p)
{
    nb_bytes16 a = nb_bytes16_load(p);
    nb_bytes16 b1 = nb_bytes16_load(p - 1);
    nb_bytes16 tail = (nb_bytes16)((a & 0xC0) == 0x80);
    nb_bytes16 due = (nb_bytes16)(b1 >= 0xC0) | (nb_bytes16)(nb_bytes16_load(p - 2) >= 0xE0) |
                     (nb_bytes16)(nb_bytes16_load(p - 3) >= 0xF0);
    /* overlong forms, surrogates, beyond U+10FFFF */
    nb_bytes16 bad = (nb_bytes16)(b1 == 0xE0) & (nb_bytes16)(a < 0xA0);
    bad |= (nb_bytes16)(b1 == 0xED) & (nb_bytes16)(a >= 0xA0);
    bad |= (nb_bytes16)(b1 == 0xF0) & (nb_bytes16)(a < 0x90);
    bad |= (nb_bytes16)(b1 == 0xF4) & (nb_bytes16)(a >= 0x90);
    bad |= (nb_bytes16)((a & 0xFE) == 0xC0) | (nb_bytes16)(a >= 0xF5);
    r->wrong |= bad | (tail ^ due);
    r->tails -= tail; /* a mask is −1 */
    r->longs -= (nb_bytes16)(a >= 0xF0);
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
    if (end - start < 4 * NB_BYTES16)
        return scan_slowly(v, start, end);
    const uint8_t *p = (const uint8_t *)v.ptr;
    uint32_t at = start;
    while (at - start < BEFORE)
        (void)nb_decode(v, &at);
    nb_stretch s = scan_slowly(v, start, at);
    while (s.well_formed && end - at >= NB_BYTES16) {
        round r = {0};
        uint32_t first = at;
        for (int i = 0; i < ROUND_MAX && end - at >= NB_BYTES16; i++, at += NB_BYTES16)
            look(&r, p + at);
        if (nb_bytes16_any(r.wrong))
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
    while (end - at >= NB_BYTES16) {
        nb_bytes16 tails = {0};
        nb_bytes16 longs = {0};
        for (int i = 0; i < ROUND_MAX && end - at >= NB_BYTES16; i++, at += NB_BYTES16) {
            nb_bytes16 a = nb_bytes16_load(p + at);
            tails -= (nb_bytes16)((a & 0xC0) == 0x80);
            longs -= (nb_bytes16)(a >= 0xF0);
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
