#include "nb/text/needles.h"

#include <string.h>

#include "nb/base/bug.h"

/* Of the table by first character; a power of two, sparse on purpose: most characters miss. */
#define SLOTS 1024u

struct nb_needles {
    const nb_view *words;
    uint8_t slots[SLOTS];         /* index of the last word of the slot + 1; 0: none */
    uint8_t next[NB_NEEDLES_MAX]; /* index of the next word of the slot + 1 */
};

static uint32_t slot_of(const char *c)
{
    const unsigned char *bytes = (const unsigned char *)c;
    return ((bytes[0] * 331u + bytes[1]) * 67u + bytes[2]) & (SLOTS - 1);
}

static bool begins_with_han(const char *c)
{
    return (unsigned char)*c >= 0xE4 && (unsigned char)*c <= 0xE9;
}

const nb_needles *nb_needles_new(nb_arena *arena, const nb_view *words, uint32_t count)
{
    NB_BUG_ON(count > NB_NEEDLES_MAX, "indices are bytes");
    nb_needles *needles = NB_NEW(arena, nb_needles);
    needles->words = words;
    for (uint32_t i = 0; i < count; i++) {
        NB_BUG_ON(words[i].len < NB_HAN_BYTES || !begins_with_han(words[i].ptr),
                  "a word begins with a Han character");
        uint32_t slot = slot_of(words[i].ptr);
        needles->next[i] = needles->slots[slot];
        needles->slots[slot] = (uint8_t)(i + 1);
    }
    return needles;
}

/* The first word of the chain that stands at offset at. */
static uint32_t walk(const nb_needles *needles, nb_view text, uint32_t at, uint32_t chain)
{
    for (; chain; chain = needles->next[chain - 1]) {
        nb_view word = needles->words[chain - 1];
        if (word.len <= text.len - at && memcmp(text.ptr + at, word.ptr, word.len) == 0)
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
        uint32_t chain = needles->slots[slot_of(text.ptr + i)];
        uint32_t index = chain ? walk(needles, text, i, chain) : NB_VIEW_NONE;
        if (index != NB_VIEW_NONE) {
            *at = i;
            return index;
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
