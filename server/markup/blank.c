#include "markup/source.h"

static uint32_t wide_blank(const unsigned char *p, uint32_t left)
{
    if (left >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
        return 2;
    if (left < 3)
        return 0;
    if (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80) /* U+3000 */
        return 3;
    if (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x80 && p[2] <= 0x8B) /* U+2000–200B */
        return 3;
    if (p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF) /* U+FEFF */
        return 3;
    return 0;
}

uint32_t nb_blank_at(nb_view text, uint32_t at, uint32_t end)
{
    if (at >= end)
        return 0;
    unsigned char c = (unsigned char)text.ptr[at];
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return wide_blank((const unsigned char *)text.ptr + at, end - at);
}

uint32_t nb_blank_before(nb_view text, uint32_t start, uint32_t at)
{
    if (at <= start)
        return 0;
    unsigned char c = (unsigned char)text.ptr[at - 1];
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    for (uint32_t len = 2; len <= 3 && len <= at - start; len++) {
        if (wide_blank((const unsigned char *)text.ptr + at - len, len) == len)
            return len;
    }
    return 0;
}

nb_span nb_trim(nb_view text, nb_span span)
{
    uint32_t len;
    while ((len = nb_blank_at(text, span.start, span.end)))
        span.start += len;
    while ((len = nb_blank_before(text, span.start, span.end)))
        span.end -= len;
    return span;
}

uint32_t nb_count_chars(nb_view text, nb_span span, uint32_t limit)
{
    uint32_t count = 0;
    for (uint32_t i = span.start; i < span.end && count <= limit; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}
