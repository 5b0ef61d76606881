#ifndef NB_TEXT_NEEDLES_H
#define NB_TEXT_NEEDLES_H

#include "nb/base/arena.h"

/*
 * Many fixed words looked for at once: a table by their first character says at each character of a
 * text whether one of them may begin there, so that the cost of a pass hardly depends on their
 * number. Every word begins with a Han character of U+4000–U+9FFF (three bytes, lead E4…E9), and
 * goes on with characters of three bytes, if it goes on.
 */
typedef struct nb_needles nb_needles;

#define NB_NEEDLES_MAX 254u
#define NB_HAN_BYTES 3u

/* The words must outlive the result; cheap enough to be made anew for each analysis. */
const nb_needles *nb_needles_new(nb_arena *arena, const nb_view *words, uint32_t count);

/*
 * The next place at or after *at where a word begins: *at is moved to it, the index of the word is
 * the answer; NB_VIEW_NONE if there is none. Of several that begin there, the one added last.
 */
uint32_t nb_needles_next(const nb_needles *needles, nb_view text, uint32_t *at);

/* A further word (other than index and those told before it) that begins at the same place. */
uint32_t nb_needles_more(const nb_needles *needles, nb_view text, uint32_t at, uint32_t index);

#endif
