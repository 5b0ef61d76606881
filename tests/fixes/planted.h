#ifndef NB_TESTS_FIXES_PLANTED_H
#define NB_TESTS_FIXES_PLANTED_H

#include "harness.h"

/* A clean report into which defects are planted, one at a time. */
typedef struct planting {
    nb_arena *arena; /* of the report; of one defect while it is tried */
    const char *name;
    nb_check_options options;
    const nb_analysis *clean;
    const nb_report *report; /* of clean */
    bool is_loud;
    uint32_t count;
    uint32_t silent;
    uint32_t failures;
} planting;

typedef struct planted {
    nb_view what; /* NUL-terminated */
    nb_view text;
    bool must_be_seen; /* a finding above hint has to come */
    bool must_be_same; /* the fix has to give back the clean text */
} planted;

/*
 * Checks the text, applies the preferred or first fix of its worst finding and checks again:
 * nothing above hint may be left, placeholders and empty tables aside.
 */
void planting_try(planting *p, planted d);

void plant_sections(planting *p);
void plant_totals(planting *p);
void plant_periods(planting *p);
void plant_numbers(planting *p);
void plant_list(planting *p);
void plant_tables(planting *p);

#endif
