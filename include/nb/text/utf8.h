#ifndef NB_TEXT_UTF8_H
#define NB_TEXT_UTF8_H

#include "nb/base/view.h"

#define NB_UTF8_INVALID UINT32_MAX

/*
 * The code point at *at, which is moved behind it. A byte that begins no well-formed sequence
 * (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF) gives NB_UTF8_INVALID and
 * moves by one. *at must be below v.len.
 */
uint32_t nb_utf8_next(nb_view v, uint32_t *at);

/* The code point that ends before *at (moved to its start); *at must be above 0. */
uint32_t nb_utf8_prev(nb_view v, uint32_t *at);

/* Writes cp (a scalar value) as UTF-8, returns the number of bytes, 1 to 4. */
uint32_t nb_utf8_put(char out[4], uint32_t cp);

/* Offset of the first byte that is not part of well-formed UTF-8, or NB_VIEW_NONE. */
uint32_t nb_utf8_check(nb_view v);

/* The largest offset ≤ at that is a code point border (an invalid byte stands alone). */
uint32_t nb_utf8_floor(nb_view v, uint32_t at);

/*
 * Columns that v takes in a terminal or a fixed-width editor: Han and full-width characters and
 * the punctuation that Chinese fonts draw wide (“ ” — … ·) are two, combining and zero-width
 * characters none. v must hold no line end; a TAB counts as one.
 */
uint32_t nb_utf8_columns(nb_view v);

#endif
