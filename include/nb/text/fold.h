#ifndef NB_TEXT_FOLD_H
#define NB_TEXT_FOLD_H

#include "nb/text/mapped.h"

/*
 * Folding makes two spellings of one label equal; it is for matching only and never for reading
 * figures (see figure.h) or for showing. Always done, on every level:
 *  - blanks of all kinds (ASCII, NBSP, U+3000, U+2000–200A), line ends, TAB and zero-width
 *    characters (U+200B–200D, U+2060, U+FEFF, U+00AD) are dropped;
 *  - full-width ASCII U+FF01–FF5E becomes ASCII; 〔 ﹝ 【 ［ become [ and their partners ];
 *    “ ” „ ‟ ＂ become ", ‘ ’ become '; — – ― － ﹣ − ‐ become -; ～ 〜 become ~; ． becomes .
 *    (、 。 《 》 stay, they are structure in Chinese); ○ and 〇 become 〇;
 *  - Kangxi radicals (U+2F00–2FD5) and CJK radicals (U+2E80–2EF3) become the Han character;
 *  - ASCII letters become lower case.
 */
typedef enum nb_fold_flags {
    NB_FOLD_BASE = 0,
    NB_FOLD_TRADITIONAL = 1 << 0, /* the traditional characters of the forms' labels → simplified */
    NB_FOLD_PUNCTUATION = 1 << 1, /* also drop all punctuation and symbols */
} nb_fold_flags;

/* Folds m; the result's map leads to the document. */
nb_mapped nb_fold(nb_arena *arena, const nb_mapped *m, nb_fold_flags flags);

/* Folds text that stands in no document (labels of a form). */
nb_view nb_fold_view(nb_arena *arena, nb_view text, nb_fold_flags flags);

/*
 * Levenshtein distance in characters between two folded texts, given up (limit + 1) as soon as
 * it must exceed limit. Cost: len × limit. Texts above 256 characters count as different.
 */
uint32_t nb_fold_distance(nb_view a, nb_view b, uint32_t limit);

#endif
