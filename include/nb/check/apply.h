#ifndef NB_CHECK_APPLY_H
#define NB_CHECK_APPLY_H

#include "nb/check/check.h"

/*
 * Fixes become text here, for every shell: `nianbao fix`, source.fixAll and the tests apply them
 * in the same way.
 */

/* text with edits (sorted, not overlapping) applied; in the arena. */
nb_view nb_edits_apply(nb_arena *arena, nb_view text, const nb_edit *edits, uint32_t count);

/* Which fixes are taken: every SAFE one, and the first SUGGEST one of the rules named here. */
typedef struct nb_fix_choice {
    const nb_rule *const *suggest; /* NULL if suggest_count is 0 */
    uint32_t suggest_count;
    bool only_suggest; /* the SAFE ones of other rules are left alone */
} nb_fix_choice;

typedef struct nb_fix_round {
    const nb_edit *edits; /* sorted, not overlapping: fit for nb_edits_apply */
    uint32_t edit_count;
    uint32_t fix_count; /* fixes taken */
} nb_fix_round;

/*
 * The chosen fixes of an analysis, in the order of the findings; a fix of which an edit overlaps
 * or touches one already taken is left for the next round. choice may be NULL. In the arena.
 */
nb_fix_round nb_fix_round_of(nb_arena *arena, const nb_analysis *analysis,
                             const nb_fix_choice *choice);

/* What the lens "insert what is missing" adds: parts and the statement of the period. */
nb_fix_choice nb_fix_choice_missing(nb_arena *arena);

/* The one edit that makes one text of the other: what lies between their common ends. */
nb_edit nb_edit_between(nb_view from, nb_view to);

#define NB_FIX_ROUNDS_MAX 16 /* fixes that keep undoing each other are a mistake of ours */

typedef struct nb_fixed {
    nb_view text;       /* equal to the input if nothing was to be done */
    uint32_t fix_count; /* in all rounds */
    bool is_stable;     /* a fixed point was reached within NB_FIX_ROUNDS_MAX */
} nb_fixed;

/* Checks and applies until nothing is left to apply. Everything lives in the arena. */
nb_fixed nb_fix_all(nb_arena *arena, nb_view text, const nb_check_options *options,
                    const nb_fix_choice *choice);

#endif
