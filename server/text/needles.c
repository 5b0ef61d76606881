#include "nb/text/needles.h"

#include <string.h>

#include "nb/base/bug.h"

/* Of the table by first character; a power of two. */
#define SLOTS 256u

/* Characters by their last two bytes, six bits of each: all that tells Han characters apart, but
 * for the lead byte. */
typedef struct han_set {
    uint64_t bits[64];
} han_set;

struct nb_needles {
    const nb_view *words;
    han_set first;                /* characters that words begin with */
    han_set second;               /* and that stand second in them */
    han_set single;               /* words of one character */
    uint8_t slots[SLOTS];         /* index of the last word of the slot + 1; 0: none */
    uint8_t next[NB_NEEDLES_MAX]; /* index of the next word of the slot + 1 */
};

static inline void set_add(han_set *set, const char *c)
{
    set->bits[(unsigned char)c[1] & 63u] |= UINT64_C(1) << ((unsigned char)c[2] & 63u);
}

static inline bool set_has(const han_set *set, const char *c)
{
    return set->bits[(unsigned char)c[1] & 63u] >> ((unsigned char)c[2] & 63u) & 1u;
}

static uint32_t slot_of(const char *c)
{
    const unsigned char *bytes = (const unsigned char *)c;
    return (bytes[0] * 7u + bytes[1] * 64u + bytes[2]) & (SLOTS - 1);
}

static inline bool begins_with_han(const char *c)
{
    return (unsigned char)(*c - 0xE4) <= 0xE9 - 0xE4;
}

const nb_needles *nb_needles_new(nb_arena *arena, const nb_view *words, uint32_t count)
{
    NB_BUG_ON(count > NB_NEEDLES_MAX, "indices are bytes");
    nb_needles *needles = NB_NEW(arena, nb_needles);
    needles->words = words;
    for (uint32_t i = 0; i < count; i++) {
        NB_BUG_ON(words[i].len < NB_HAN_BYTES || !begins_with_han(words[i].ptr),
                  "a word begins with a Han character");
        set_add(&needles->first, words[i].ptr);
        if (words[i].len >= 2 * NB_HAN_BYTES)
            set_add(&needles->second, words[i].ptr + NB_HAN_BYTES);
        else
            set_add(&needles->single, words[i].ptr);
        uint32_t slot = slot_of(words[i].ptr);
        needles->next[i] = needles->slots[slot];
        needles->slots[slot] = (uint8_t)(i + 1);
    }
    return needles;
}

/* False for nearly all places where no word begins; the character at p is whole, left bytes are
 * there. */
static inline bool may_begin(const nb_needles *needles, const char *p, uint32_t left)
{
    return set_has(&needles->first, p) &&
           ((left >= 2 * NB_HAN_BYTES && set_has(&needles->second, p + NB_HAN_BYTES)) ||
            set_has(&needles->single, p));
}

/* The first word of the chain that stands at offset at. */
static uint32_t walk(const nb_needles *needles, nb_view text, uint32_t at, uint32_t chain)
{
    for (; chain; chain = needles->next[chain - 1]) {
        nb_view word = needles->words[chain - 1];
        /* Words of one first character differ in the others: the last byte tells most apart. */
        if (word.len <= text.len - at && text.ptr[at + word.len - 1] == word.ptr[word.len - 1] &&
            memcmp(text.ptr + at, word.ptr, word.len) == 0)
            return chain - 1;
    }
    return NB_VIEW_NONE;
}

uint32_t nb_needles_next(const nb_needles *needles, nb_view text, uint32_t *at)
{
    uint32_t i = *at;
    while (text.len >= NB_HAN_BYTES && i <= text.len - NB_HAN_BYTES) {
        if (!begins_with_han(text.ptr + i)) {
            i++;
            continue;
        }
        if (may_begin(needles, text.ptr + i, text.len - i)) {
            uint32_t chain = needles->slots[slot_of(text.ptr + i)];
            uint32_t index = walk(needles, text, i, chain);
            if (index != NB_VIEW_NONE) {
                *at = i;
                return index;
            }
        }
        i += NB_HAN_BYTES;
    }
    *at = text.len;
    return NB_VIEW_NONE;
}

uint32_t nb_needles_more(const nb_needles *needles, nb_view text, uint32_t at, uint32_t index)
{
    return walk(needles, text, at, needles->next[index]);
}
