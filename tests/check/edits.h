#ifndef NB_TESTS_CHECK_EDITS_H
#define NB_TESTS_CHECK_EDITS_H

#include "nb/base/buf.h"

/*
 * A text that somebody works on: edits chosen by chance, the same for the same seed. Most fall into
 * prose, many near the last one; the title, headings, tables, the first and the last lines get more
 * than their share. Offsets are borders of characters.
 */
typedef struct edits {
    nb_buf now;
    nb_buf last; /* before the last edit: to be undone */
    nb_buf original;
    uint64_t random;
    const uint8_t
        *choices; /* bytes to choose by, for a fuzzer; chance goes on when they are used up */
    uint32_t choice_count;
    uint32_t cursor;
    char said[200]; /* what the last edit did */
} edits;

void edits_begin(edits *e, nb_view text, uint64_t seed);
void edits_release(edits *e);

/* One edit more. A text that has grown or shrunk too far is the original one again. */
void edits_step(edits *e);

/* From 0 to below - 1; 0 where below is 0. */
uint32_t edits_chance(edits *e, uint32_t below);

/* Pieces that are typed, and whole lines (edits_words.c). */
extern const char *const edits_pieces[];
extern const uint32_t edits_piece_count;
extern const char *const edits_lines[];
extern const uint32_t edits_line_count;

#endif
