#ifndef NB_TESTS_CHECK_SAME_WALK_H
#define NB_TESTS_CHECK_SAME_WALK_H

#include <string.h>

#include "same.h"

/*
 * How two structs are compared. A function for each struct takes both as a and b and ends with the
 * first field that differs; on the way back the place is put together from its end.
 */
typedef struct same_walk {
    const nb_analysis *a;
    const nb_analysis *b;
    same_place *where;
} same_walk;

typedef bool (*same_fn)(same_walk *w, const void *a, const void *b);

/* Puts name before the place if they are not the same. */
bool same_field(same_walk *w, bool is_same, const char *name);
bool same_list(same_walk *w, const char *name, const void *a, const void *b, uint32_t count,
               size_t size, same_fn fn);

bool same_view(nb_view a, nb_view b);
bool same_str(const char *a, const char *b); /* either may be NULL */
bool same_span_item(same_walk *w, const void *a, const void *b);
bool same_mapped(same_walk *w, const void *a, const void *b);

/* For use in such a function. */
#define SAME_VALUE(name) same_field(w, a->name == b->name, #name)
#define SAME_VIEW(name) same_field(w, same_view(a->name, b->name), #name)
#define SAME_STR(name) same_field(w, same_str(a->name, b->name), #name)
#define SAME_SPAN(name)                                                                            \
    same_field(w, a->name.start == b->name.start && a->name.end == b->name.end, #name)
#define SAME_PART(name, fn) same_field(w, fn(w, &a->name, &b->name), #name)
/* count first: the list is as long in both. */
#define SAME_LIST(name, count, fn)                                                                 \
    (SAME_VALUE(count) && same_list(w, #name, a->name, b->name, a->count, sizeof *a->name, fn))
/* A list whose length both know: the number of columns of a form. */
#define SAME_ROW(name, count, fn)                                                                  \
    (same_field(w, !a->name == !b->name, #name) &&                                                 \
     (!a->name || same_list(w, #name, a->name, b->name, count, sizeof *a->name, fn)))

/* same_markup.c */
bool same_lines(same_walk *w, const void *a, const void *b);
bool same_markup(same_walk *w, const void *a, const void *b);
bool same_grid(same_walk *w, const void *a, const void *b);

/* same_tables.c */
bool same_figure(same_walk *w, const void *a, const void *b);
bool same_table(same_walk *w, const void *a, const void *b);
bool same_table_areas(same_walk *w, const void *a, const void *b);

/* same_report.c */
bool same_report(same_walk *w, const void *a, const void *b);

/* Both grids are the same block's of their markup, or both none's, with the same content. */
bool same_grid_of(same_walk *w, const nb_markup *in_a, const nb_grid *a, const nb_markup *in_b,
                  const nb_grid *b);

#endif
