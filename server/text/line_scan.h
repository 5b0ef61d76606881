#ifndef NB_TEXT_LINE_SCAN_H
#define NB_TEXT_LINE_SCAN_H

#include <string.h>

#include "nb/base/view.h"

/* Walks over the line ends of a text; linear whatever mixture of LF, CRLF and CR it has. */
typedef struct nb_line_scan {
    nb_view text;
    uint32_t at; /* the start of the current line */
    uint32_t lf; /* the next LF at or after at, len if there is none */
} nb_line_scan;

static inline uint32_t nb_line_scan_find(nb_view text, char c, uint32_t from, uint32_t to)
{
    const char *found = from < to ? memchr(text.ptr + from, c, to - from) : NULL;
    return found ? (uint32_t)(found - text.ptr) : to;
}

static inline nb_line_scan nb_line_scan_at(nb_view text, uint32_t at)
{
    return (nb_line_scan){text, at, nb_line_scan_find(text, '\n', at, text.len)};
}

/* The start of the next line, or NB_VIEW_NONE behind the last. */
static inline uint32_t nb_line_scan_next(nb_line_scan *s)
{
    uint32_t end = nb_line_scan_find(s->text, '\r', s->at, s->lf);
    if (end == s->text.len)
        return NB_VIEW_NONE;
    uint32_t next = end + 1;
    if (next == s->lf && s->lf < s->text.len) /* CRLF */
        next++;
    if (next > s->lf)
        s->lf = nb_line_scan_find(s->text, '\n', next, s->text.len);
    s->at = next;
    return next;
}

#endif
