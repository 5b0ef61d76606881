#ifndef NB_MARKUP_ENTITY_H
#define NB_MARKUP_ENTITY_H

#include "nb/base/view.h"

/*
 * A character reference at the start of v, closed by a semicolon: decimal, hexadecimal, or one of
 * the names that reports use. Writes the character as UTF-8 and its length; returns the bytes
 * taken, 0 if there is none.
 */
uint32_t nb_entity_read(nb_view v, char out[4], uint32_t *len);

#endif
