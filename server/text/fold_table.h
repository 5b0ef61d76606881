#ifndef NB_TEXT_FOLD_TABLE_H
#define NB_TEXT_FOLD_TABLE_H

#include <stdint.h>

/*
 * What folding makes of a character below U+10000: the index gives the page of 64 that holds it.
 * One index for each combination of nb_fold_flags; they share their pages. Written by
 * fold_table.py. A character never folds to one that is longer in UTF-8.
 */
enum {
    NB_FOLD_SAME = 0,
    NB_FOLD_DROPPED = 1,
};

extern const uint16_t nb_fold_index[4][1024];
extern const uint16_t nb_fold_pages[][64];

#endif
