#ifndef NB_TEXT_MAP_H
#define NB_TEXT_MAP_H

#include "nb/text/mapped.h"

/* Bytes of a text up to the next run. */
typedef struct nb_map_run {
    uint32_t at;    /* of the first one in the text that the map was made for */
    uint32_t start; /* of what they came from in the document */
    uint32_t end;   /* of it, the same for all of them; or NB_MAP_AS_PRINTED */
} nb_map_run;

/* Byte at + i came from byte start + i. */
#define NB_MAP_AS_PRINTED UINT32_MAX

struct nb_map {
    const nb_map_run *runs; /* by at; the first one at 0 */
    uint32_t count;
};

/* The index of the run of m, which has a map, that its byte at offset at is in. */
uint32_t nb_map_run_at(const nb_mapped *m, uint32_t at);

/* A map being made, run by run. */
typedef NB_VEC(nb_map_run) nb_map_run_vec;

/* Adds the run of bytes that begins at: end as in nb_map_run. One that only goes on with the last
 * one is none. */
void nb_map_add(nb_arena *arena, nb_map_run_vec *runs, uint32_t at, uint32_t start, uint32_t end);

/* Adds the runs of bytes [start, end) of m, which stand at at now. */
void nb_map_add_part(nb_arena *arena, nb_map_run_vec *runs, uint32_t at, const nb_mapped *m,
                     uint32_t start, uint32_t end);

/* text, which the runs lead through; base: where it stands if it is empty. */
nb_mapped nb_map_end(nb_arena *arena, const nb_map_run_vec *runs, nb_view text, uint32_t base);

#endif
