#ifndef NB_CHECK_HINTS_H
#define NB_CHECK_HINTS_H

#include "nb/check/check.h"

/*
 * What the sums of the tables say, shown beside and above them. Lists and words live in the arena;
 * offsets and spans are bytes of analysis->text.
 */

typedef struct nb_hint {
    uint32_t offset; /* it stands behind this byte */
    nb_view label;   /* "应为 11", "差 1" */
    nb_view tooltip; /* the sum in words */
} nb_hint;

typedef struct nb_hints {
    const nb_hint *items;
    uint32_t count;
} nb_hints;

/*
 * The computed value beside a total that is wrong, or blank while all its parts are there; where a
 * finding knows which other figure is the wrong one, what that should be beside it instead; the
 * difference beside the last operand of a sum that fails and has no total. Only within span.
 */
nb_hints nb_hints_in(nb_arena *arena, const nb_analysis *analysis, nb_span span, nb_lang lang);

typedef enum nb_lens_kind {
    NB_LENS_TABLE,    /* how the sums of a table ended */
    NB_LENS_FINDINGS, /* how many findings of each kind */
    NB_LENS_FIX_ALL,  /* stands only where safe fixes exist */
    NB_LENS_INSERT,   /* stands only where a part or the period is missing and can be put in */
} nb_lens_kind;

typedef struct nb_lens {
    nb_lens_kind kind;
    nb_span span; /* within one line */
    nb_view title;
} nb_lens;

typedef struct nb_lenses {
    const nb_lens *items;
    uint32_t count;
} nb_lenses;

nb_lenses nb_lenses_of(nb_arena *arena, const nb_analysis *analysis, nb_lang lang);

#endif
