#ifndef NB_TEXT_MAPPED_H
#define NB_TEXT_MAPPED_H

#include "nb/base/arena.h"

/*
 * A piece of text together with the place in the document that each byte came from. Where the
 * piece stands in the document as it is, starts is NULL and byte i came from base + i. Else
 * (entities decoded, lines joined, blanks dropped, characters folded) byte i came from the
 * document's bytes [starts[i], ends[i]); all bytes of one character carry the same pair, and starts
 * never decreases.
 */
typedef struct nb_mapped {
    nb_view text;
    uint32_t base;
    const uint32_t *starts;
    const uint32_t *ends;
} nb_mapped;

/* The document's bytes [span) as they stand. */
nb_mapped nb_mapped_identity(nb_view document, nb_span span);

/* Where bytes [start, end) of m.text came from. An empty range gives an empty span at its place. */
nb_span nb_mapped_source(const nb_mapped *m, uint32_t start, uint32_t end);

/* Where the whole of m came from. */
nb_span nb_mapped_whole(const nb_mapped *m);

/* Bytes [start, end) of m, with their map. */
nb_mapped nb_mapped_sub(const nb_mapped *m, uint32_t start, uint32_t end);

/* A copy of m, its bytes and its map, of which the document's bytes have moved by shift (modulo
 * 2^32). In the arena. */
nb_mapped nb_mapped_move(nb_arena *arena, const nb_mapped *m, uint32_t shift);

/* Puts pieces together; every add is mapped as given. nb_mapped_end gives the result. */
typedef struct nb_mapped_builder nb_mapped_builder;
nb_mapped_builder *nb_mapped_begin(nb_arena *arena);
void nb_mapped_add(nb_mapped_builder *b, const nb_mapped *piece);
void nb_mapped_add_bytes(nb_mapped_builder *b, nb_view bytes, nb_span source);
nb_mapped nb_mapped_end(nb_mapped_builder *b);

#endif
