#ifndef NB_BASE_BUF_H
#define NB_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "nb/base/view.h"

/*
 * A growing string of bytes on the heap, always followed by a NUL that len does not count.
 * Initialise with {0}; nb_buf_release when done. Growth cannot fail (nb_out_of_memory).
 */
typedef struct nb_buf {
    char *ptr;
    size_t len;
    size_t cap;
} nb_buf;

void nb_buf_release(nb_buf *buf); /* frees and leaves {0} */
void nb_buf_clear(nb_buf *buf);   /* len = 0, memory kept */

/* Room for more bytes without growing again; ptr is not NULL afterwards. */
void nb_buf_reserve(nb_buf *buf, size_t more);

static inline void nb_buf_add_char(nb_buf *buf, char c)
{
    if (buf->cap - buf->len < 2)
        nb_buf_reserve(buf, 1);
    buf->ptr[buf->len++] = c;
    buf->ptr[buf->len] = '\0';
}

/* What is added is copied; it must not lie in the buffer itself. */
void nb_buf_add(nb_buf *buf, const void *bytes, size_t len);
void nb_buf_add_view(nb_buf *buf, nb_view v);
void nb_buf_add_str(nb_buf *buf, const char *s);
void nb_buf_add_times(nb_buf *buf, char c, size_t times);
void nb_buf_printf(nb_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Replaces the bytes [start, end) by text; offsets must lie inside. */
void nb_buf_splice(nb_buf *buf, size_t start, size_t end, nb_view text);

/* The content; NB_BUG_ON over 4 GiB. Valid until the buffer changes. */
nb_view nb_buf_view(const nb_buf *buf);

#endif
