#ifndef NB_CHECK_FORMAT_PARTS_H
#define NB_CHECK_FORMAT_PARTS_H

#include "nb/base/buf.h"
#include "nb/check/format.h"

/* What the files of formatting share. */

typedef struct nb_formatter {
    nb_arena *arena;
    const nb_analysis *analysis;
    nb_span span; /* lines outside are left alone */
    NB_VEC(nb_edit) edits;
} nb_formatter;

/* True if a span lies in what is to be formatted, or touches it. */
bool nb_format_touches(const nb_formatter *f, nb_span span);

/* Replaces the bytes of a line, or of a part of it, by text; nothing if they are the same. */
void nb_format_replace(nb_formatter *f, nb_span old, nb_view text);

/* A figure in full-width digits in half-width ones, written into room; other text as it is. */
nb_view nb_format_cell(nb_buf *room, nb_view cell);

/* A table with bars, if it can be aligned. */
void nb_format_table(nb_formatter *f, nb_span table, uint32_t rows);

#endif
