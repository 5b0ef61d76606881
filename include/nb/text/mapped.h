#ifndef NB_TEXT_MAPPED_H
#define NB_TEXT_MAPPED_H

#include "nb/base/arena.h"

/* Where the bytes of a mapped text came from, in runs; made by the builder and by folding only. */
typedef struct nb_map nb_map;

/*
 * A piece of text together with the place in the document that each character came from. Where the
 * piece stands in the document as it is, map is NULL and byte i came from base + i. Else (entities
 * decoded, lines joined, blanks dropped, characters folded) map knows; places never decrease.
 * Offsets are those of character borders.
 */
typedef struct nb_mapped {
    nb_view text;
    uint32_t base;
    uint32_t from; /* of the text's first byte, as map counts */
    const nb_map *map;
} nb_mapped;

/* The document's bytes [span) as they stand. */
nb_mapped nb_mapped_identity(nb_view document, nb_span span);

/* Where bytes [start, end) of m.text came from. An empty range gives an empty span at its place. */
nb_span nb_mapped_source(const nb_mapped *m, uint32_t start, uint32_t end);

/* Where the whole of m came from. */
nb_span nb_mapped_whole(const nb_mapped *m);

/* The offset in m.text of the first byte that came from the document at or behind place. */
uint32_t nb_mapped_find(const nb_mapped *m, uint32_t place);

/* Bytes [start, end) of m, with their map. */
nb_mapped nb_mapped_sub(const nb_mapped *m, uint32_t start, uint32_t end);

/* Bytes of a text that came from one stretch of the document, and that stretch. */
typedef struct nb_mapped_run {
    uint32_t start; /* in the text */
    uint32_t end;
    nb_span source;
    bool is_as_printed; /* byte for byte; else all of them came from all of source */
} nb_mapped_run;

/* The longest run of m from *at on that ends at end or before (both within m.text); *at moves
 * behind it. False at end. */
bool nb_mapped_next(const nb_mapped *m, uint32_t *at, uint32_t end, nb_mapped_run *run);

/* True if the bytes of b came from where those of a did, moved by shift (modulo 2^32). Does not
 * look at the bytes. */
bool nb_mapped_same_places(const nb_mapped *a, const nb_mapped *b, uint32_t shift);

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
