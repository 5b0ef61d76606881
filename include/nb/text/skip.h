#ifndef NB_TEXT_SKIP_H
#define NB_TEXT_SKIP_H

#include "nb/base/view.h"

/*
 * Over what a loop that looks for a few characters need not see, sixteen bytes at once. Each gives
 * an offset at or behind at; v.len if there is none.
 */

/* Where a year may begin: an ASCII digit, or 二. */
uint32_t nb_skip_to_year(nb_view v, uint32_t at);

/* A byte that Chinese punctuation and full-width signs begin with (U+3000–3FFF, U+F000–FFFF). */
uint32_t nb_skip_to_sign(nb_view v, uint32_t at);

/* What decides how lines are read: a line end, a TAB, a bar, <. */
uint32_t nb_skip_to_layout(nb_view v, uint32_t at);

/* The first character at or behind at, which begins one, that is not of U+4000–U+9FFF. */
uint32_t nb_skip_han(nb_view v, uint32_t at);

/* A byte that a JSON string must escape: a control character, a quotation mark, a backslash. */
uint32_t nb_skip_to_escape(nb_view v, uint32_t at);

#endif
