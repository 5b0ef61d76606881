#ifndef NB_BASE_ARENA_H
#define NB_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

#include "nb/base/view.h"

/*
 * Memory that is released all at once. Allocation cannot fail (see nb_out_of_memory).
 * nb_arena_reset keeps the blocks, so an analysis of the same document allocates nothing
 * from the system after the first few.
 */
typedef struct nb_arena nb_arena;

nb_arena *nb_arena_new(void);
void nb_arena_free(nb_arena *arena); /* NULL is allowed */

/* Forgets every allocation, keeps the memory up to keep_bytes of it. */
void nb_arena_reset(nb_arena *arena, size_t keep_bytes);

/* Gets and touches memory until the arena has bytes of it: what it is filled with next then need
 * not wait for the system's pages. */
void nb_arena_warm(nb_arena *arena, size_t bytes);

/* Uninitialised memory aligned for any object. */
void *nb_arena_alloc(nb_arena *arena, size_t size);

/* Zeroed memory for count objects. */
void *nb_arena_calloc(nb_arena *arena, size_t count, size_t size);

/* A copy of v that lives as long as the arena; a NUL follows the last byte (not counted). */
nb_view nb_arena_copy(nb_arena *arena, nb_view v);

/* printf into the arena; a NUL follows, as for nb_arena_copy. %.*s with NB_ARG takes views. */
nb_view nb_arena_printf(nb_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes obtained from the system now. */
size_t nb_arena_footprint(const nb_arena *arena);

#define NB_NEW(arena, type) ((type *)nb_arena_calloc((arena), 1, sizeof(type)))
#define NB_NEW_ARRAY(arena, type, count) ((type *)nb_arena_calloc((arena), (count), sizeof(type)))

/*
 * A growing array in an arena: NB_VEC(nb_span) spans = {0}; *nb_vec_push(arena, &spans) = s;
 * Growing leaves the old items behind in the arena, unless nothing was allocated since; the cost
 * is at most the final size again.
 */
#define NB_VEC(type)                                                                               \
    struct {                                                                                       \
        type *items;                                                                               \
        uint32_t len;                                                                              \
        uint32_t cap;                                                                              \
    }

#define nb_vec_push(arena, vec)                                                                    \
    ((vec)->len == (vec)->cap                                                                      \
         ? (void)((vec)->items = nb_vec_grow((arena), (vec)->items, (vec)->len, &(vec)->cap,       \
                                             sizeof *(vec)->items))                                \
         : (void)0,                                                                                \
     &(vec)->items[(vec)->len++])

/* For nb_vec_push: room for more items of size bytes, in which the len old ones are copied; *cap is
 * what fits then. The old items stay valid until the arena is reset. */
void *nb_vec_grow(nb_arena *arena, void *items, uint32_t len, uint32_t *cap, size_t size);

#endif
