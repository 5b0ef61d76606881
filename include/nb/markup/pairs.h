#ifndef NB_MARKUP_PAIRS_H
#define NB_MARKUP_PAIRS_H

#include "nb/markup/markup.h"

/*
 * Which blocks of a text are those of an earlier state of it: the same content read in the same
 * way, moved by as many bytes as were put in or taken out before them. What was found out about
 * such a block, seen for itself, still holds. While somebody types all blocks but one or two are
 * such: those before the place and those behind it.
 */
typedef struct nb_block_pairs {
    const nb_markup *before; /* NULL: there was no earlier state, and no block has a pair */
    uint32_t count;          /* of the blocks now */
    uint32_t head;           /* the first head blocks of both states are pairs, not moved */
    uint32_t tail;           /* the last tail blocks are pairs; head + tail is at most count */
    uint32_t shift;          /* bytes that these were moved by, modulo 2^32 */
} nb_block_pairs;

/* Compares content, not histories. before may be NULL and must live as long as the result. */
nb_block_pairs nb_blocks_pair(const nb_markup *before, const nb_markup *now);

/* The block before that block i (now) is, or NB_VIEW_NONE; *shift is what its bytes moved by. */
static inline uint32_t nb_block_before(const nb_block_pairs *pairs, uint32_t i, uint32_t *shift)
{
    if (i < pairs->head) {
        *shift = 0;
        return i;
    }
    *shift = pairs->shift;
    return i < pairs->count && pairs->count - i <= pairs->tail
               ? pairs->before->block_count - (pairs->count - i)
               : NB_VIEW_NONE;
}

/* Where a span of the text before stands now; false unless it lies among blocks that are pairs. */
bool nb_span_now(const nb_block_pairs *pairs, nb_span before, nb_span *now);

#endif
