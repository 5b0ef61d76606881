#include "nb/base/view.h"

#include <string.h>

bool nb_span_touches(nb_span a, nb_span b)
{
    if (nb_span_is_empty(a) || nb_span_is_empty(b))
        return a.start <= b.end && b.start <= a.end;
    return a.start < b.end && b.start < a.end;
}

nb_span nb_span_union(nb_span a, nb_span b)
{
    return (nb_span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

nb_view nb_view_of(const char *s)
{
    return (nb_view){s, s ? (uint32_t)strlen(s) : 0};
}

nb_view nb_view_sub(nb_view v, uint32_t start, uint32_t end)
{
    if (end > v.len)
        end = v.len;
    if (start > end)
        start = end;
    return (nb_view){v.ptr ? v.ptr + start : NULL, end - start};
}

bool nb_view_eq(nb_view a, nb_view b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* True if the needle stands at p: its last byte first, which tells Chinese words apart soonest. */
static inline bool is_at(const char *p, nb_view needle)
{
    return needle.len == 0 || (p[needle.len - 1] == needle.ptr[needle.len - 1] &&
                               memcmp(p, needle.ptr, needle.len - 1) == 0);
}

bool nb_view_starts_with(nb_view v, nb_view prefix)
{
    return v.len >= prefix.len && is_at(v.ptr, prefix);
}

bool nb_view_ends_with(nb_view v, nb_view suffix)
{
    return v.len >= suffix.len && is_at(v.ptr + (v.len - suffix.len), suffix);
}

uint32_t nb_view_find(nb_view v, nb_view needle, uint32_t from)
{
    if (from > v.len || needle.len > v.len - from)
        return NB_VIEW_NONE;
    if (needle.len == 0)
        return from;
    /*
     * By the last byte: the first ones of Chinese text are all alike (E4…E9), the last ones spread
     * over 64 values, so memchr strides where memmem would look at every byte. The byte before it
     * ends most false starts without a call. Needles are short and our own; their length bounds the
     * cost of one.
     */
    uint32_t rest = needle.len - 1;
    const char *end = v.ptr + v.len;
    const char *at = v.ptr + from + rest;
    while (at < end && (at = memchr(at, needle.ptr[rest], (size_t)(end - at)))) {
        bool may_be = rest == 0 || at[-1] == needle.ptr[rest - 1];
        if (may_be && memcmp(at - rest, needle.ptr, rest) == 0)
            return (uint32_t)(at - rest - v.ptr);
        at++;
    }
    return NB_VIEW_NONE;
}

uint32_t nb_view_find_last(nb_view v, nb_view needle)
{
    if (needle.len > v.len)
        return NB_VIEW_NONE;
    if (needle.len == 0)
        return v.len;
    uint32_t rest = needle.len - 1;
    for (uint32_t at = v.len - rest; at-- > 0;) { /* by the last byte, as above */
        if (v.ptr[at + rest] == needle.ptr[rest] && memcmp(v.ptr + at, needle.ptr, rest) == 0)
            return at;
    }
    return NB_VIEW_NONE;
}

bool nb_view_contains(nb_view v, nb_view needle)
{
    return nb_view_find(v, needle, 0) != NB_VIEW_NONE;
}

int nb_view_compare(nb_view a, nb_view b)
{
    uint32_t len = a.len < b.len ? a.len : b.len;
    int order = len ? memcmp(a.ptr, b.ptr, len) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

uint64_t nb_view_hash(nb_view v)
{
    uint64_t hash = 14695981039346656037u;
    for (uint32_t i = 0; i < v.len; i++)
        hash = (hash ^ (unsigned char)v.ptr[i]) * 1099511628211u;
    return hash;
}

static bool is_ascii_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

nb_view nb_view_trim(nb_view v)
{
    uint32_t start = 0;
    uint32_t end = v.len;
    while (start < end && is_ascii_blank(v.ptr[start]))
        start++;
    while (end > start && is_ascii_blank(v.ptr[end - 1]))
        end--;
    return nb_view_sub(v, start, end);
}
