#include "nb/base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nb/base/bug.h"

void nb_buf_release(nb_buf *buf)
{
    free(buf->ptr);
    *buf = (nb_buf){0};
}

void nb_buf_clear(nb_buf *buf)
{
    buf->len = 0;
    if (buf->ptr)
        buf->ptr[0] = '\0';
}

void nb_buf_reserve(nb_buf *buf, size_t more)
{
    NB_BUG_ON(more > SIZE_MAX / 4 || buf->len > SIZE_MAX / 4, "a buffer fits in memory");
    size_t need = buf->len + more + 1;
    if (need <= buf->cap)
        return;
    size_t cap = buf->cap ? buf->cap : 64;
    while (cap < need)
        cap += cap / 2;
    char *ptr = realloc(buf->ptr, cap);
    if (!ptr)
        nb_out_of_memory();
    buf->ptr = ptr;
    buf->cap = cap;
}

void nb_buf_add(nb_buf *buf, const void *bytes, size_t len)
{
    nb_buf_reserve(buf, len);
    if (len)
        memcpy(buf->ptr + buf->len, bytes, len);
    buf->len += len;
    buf->ptr[buf->len] = '\0';
}

void nb_buf_add_view(nb_buf *buf, nb_view v)
{
    nb_buf_add(buf, v.ptr, v.len);
}

void nb_buf_add_str(nb_buf *buf, const char *s)
{
    nb_buf_add(buf, s, strlen(s));
}

void nb_buf_add_times(nb_buf *buf, char c, size_t times)
{
    nb_buf_reserve(buf, times);
    memset(buf->ptr + buf->len, c, times);
    buf->len += times;
    buf->ptr[buf->len] = '\0';
}

void nb_buf_printf(nb_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    NB_BUG_ON(len < 0, "a format of ours is valid");
    nb_buf_reserve(buf, (size_t)len);
    va_start(args, format);
    (void)vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, args);
    va_end(args);
    buf->len += (size_t)len;
}

void nb_buf_splice(nb_buf *buf, size_t start, size_t end, nb_view text)
{
    NB_BUG_ON(start > end || end > buf->len, "a splice lies inside its buffer");
    size_t removed = end - start;
    if (text.len > removed)
        nb_buf_reserve(buf, text.len - removed);
    if (buf->len > end)
        memmove(buf->ptr + start + text.len, buf->ptr + end, buf->len - end);
    if (text.len)
        memcpy(buf->ptr + start, text.ptr, text.len);
    buf->len = buf->len - removed + text.len;
    if (buf->ptr)
        buf->ptr[buf->len] = '\0';
}

nb_view nb_buf_view(const nb_buf *buf)
{
    NB_BUG_ON(buf->len >= UINT32_MAX, "a text is shorter than 4 GiB");
    return (nb_view){buf->ptr, (uint32_t)buf->len};
}
