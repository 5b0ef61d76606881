#ifndef NB_BASE_VIEW_H
#define NB_BASE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A half-open range of byte offsets into a document: [start, end). */
typedef struct nb_span {
    uint32_t start;
    uint32_t end;
} nb_span;

/* Bytes that somebody else owns; not NUL-terminated; ptr may be NULL when len is 0. */
typedef struct nb_view {
    const char *ptr;
    uint32_t len;
} nb_view;

#define NB_VIEW_NONE UINT32_MAX /* what a search answers when nothing was found */

/* The view of a string literal, usable in static initialisers: {NB_LIT("abc")} or NB_V("abc"). */
#define NB_LIT(s) (s), (uint32_t)(sizeof(s) - 1)
#define NB_V(s) ((nb_view){(s), (uint32_t)(sizeof(s) - 1)})

/* printf("%.*s", NB_ARG(view)) */
#define NB_ARG(v) (int)(v).len, (v).ptr

static inline nb_span nb_span_of(uint32_t start, uint32_t end)
{
    return (nb_span){start, end};
}

static inline bool nb_span_is_empty(nb_span s)
{
    return s.end <= s.start;
}

/* True if the spans share a byte, or touch where one of them is empty. */
bool nb_span_touches(nb_span a, nb_span b);

/* The smallest span that covers both. */
nb_span nb_span_union(nb_span a, nb_span b);

/* The view of a NUL-terminated string; NULL gives the empty view. */
nb_view nb_view_of(const char *s);

/* Bytes [start, end) of v; offsets beyond the end are clamped to it. */
nb_view nb_view_sub(nb_view v, uint32_t start, uint32_t end);

/* Byte by byte: case and spelling count. An empty prefix or suffix fits every view. */
bool nb_view_eq(nb_view a, nb_view b);
bool nb_view_starts_with(nb_view v, nb_view prefix);
bool nb_view_ends_with(nb_view v, nb_view suffix);

/* Offset of the first occurrence of needle at or after from, or NB_VIEW_NONE. */
uint32_t nb_view_find(nb_view v, nb_view needle, uint32_t from);
/* That of the last one. */
uint32_t nb_view_find_last(nb_view v, nb_view needle);
bool nb_view_contains(nb_view v, nb_view needle);

/* memcmp order, the shorter first. */
int nb_view_compare(nb_view a, nb_view b);

/* FNV-1a; the same on every machine, so it may be written into files. */
uint64_t nb_view_hash(nb_view v);

/* v without ASCII blanks and line ends at both ends. */
nb_view nb_view_trim(nb_view v);

#endif
