#include "markup/source.h"

#include <string.h>

#include "nb/text/utf8.h"

/* One character of an ordered list, all of three bytes. */
static bool is_one_of(nb_view text, uint32_t at, uint32_t end, nb_view list)
{
    if (end - at < 3)
        return false;
    for (uint32_t i = 0; i + 3 <= list.len; i += 3) {
        if (!memcmp(text.ptr + at, list.ptr + i, 3))
            return true;
    }
    return false;
}

static uint32_t han_digits(nb_view text, uint32_t at, uint32_t end)
{
    uint32_t start = at;
    while (at < end && at - start < 12 &&
           is_one_of(text, at, end, NB_V("一二三四五六七八九十百零〇")))
        at += 3;
    return at - start;
}

static bool is_ascii_digit(nb_view text, uint32_t at, uint32_t end)
{
    return at < end && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

static uint32_t digits(nb_view text, uint32_t at, uint32_t end)
{
    uint32_t start = at;
    while (at - start < 2 && is_ascii_digit(text, at, end))
        at++;
    return at - start;
}

/* Bytes of （ or ( at at, or of its partner. */
static uint32_t bracket(nb_view text, uint32_t at, uint32_t end, char ascii, const char *wide)
{
    if (at < end && text.ptr[at] == ascii)
        return 1;
    return end - at >= 3 && !memcmp(text.ptr + at, wide, 3) ? 3 : 0;
}

static uint32_t bracketed(nb_view text, nb_span span)
{
    uint32_t at = span.start;
    uint32_t open = bracket(text, at, span.end, '(', "（");
    if (!open)
        return 0;
    at += open;
    uint32_t number = han_digits(text, at, span.end);
    if (!number)
        number = digits(text, at, span.end);
    uint32_t close = number ? bracket(text, at + number, span.end, ')', "）") : 0;
    return close ? open + number + close : 0;
}

/* Bytes of 、 ． or . at at; a point between digits is a decimal. */
static uint32_t stop(nb_view text, uint32_t at, uint32_t end)
{
    if (at >= end)
        return 0;
    if (text.ptr[at] == '.')
        return is_ascii_digit(text, at + 1, end) ? 0 : 1;
    return is_one_of(text, at, end, NB_V("、．")) ? 3 : 0;
}

bool nb_numbering_is_top(nb_view text, nb_span span)
{
    uint32_t number = han_digits(text, span.start, span.end);
    return number && stop(text, span.start + number, span.end);
}

uint32_t nb_numbering(nb_view text, nb_span span)
{
    if (nb_span_is_empty(span))
        return 0;
    uint32_t number = han_digits(text, span.start, span.end);
    if (!number)
        number = digits(text, span.start, span.end);
    if (number) {
        uint32_t len = stop(text, span.start + number, span.end);
        return len ? number + len : 0;
    }
    if (is_one_of(text, span.start, span.end, NB_V("①②③④⑤⑥⑦⑧⑨⑩")))
        return 3;
    return bracketed(text, span);
}

bool nb_ends_sentence(nb_view text, nb_span span)
{
    while (span.end - span.start >= 3 &&
           is_one_of(text, span.end - 3, span.end, NB_V("”’）》】」")))
        span.end -= 3;
    if (nb_span_is_empty(span))
        return false;
    if (strchr(".!?;:", text.ptr[span.end - 1]) && text.ptr[span.end - 1])
        return true;
    return span.end - span.start >= 3 &&
           is_one_of(text, span.end - 3, span.end, NB_V("。！？；："));
}

bool nb_is_figure_like(nb_view text, nb_span span)
{
    if (span.end - span.start > 48)
        return false;
    for (uint32_t at = span.start; at < span.end;) {
        unsigned char c = (unsigned char)text.ptr[at];
        uint32_t blank = nb_blank_at(text, at, span.end);
        if (blank) {
            at += blank;
        } else if (c < 0x80) {
            if (!strchr("0123456789+-.,/%", c) || !c)
                return false;
            at++;
        } else {
            uint32_t cp = nb_utf8_next(nb_view_sub(text, 0, span.end), &at);
            bool is_wide_sign = (cp >= 0xFF0B && cp <= 0xFF19) || cp == 0xFF05;
            if (!is_wide_sign && cp != 0x2014 && cp != 0x2015 && cp != 0x2212)
                return false;
        }
    }
    return true;
}

bool nb_is_prose(nb_view text, nb_span span)
{
    uint32_t chars = nb_count_chars(text, span, 2 * NB_SHORT_MAX);
    return chars > 2 * NB_SHORT_MAX || (chars > NB_SHORT_MAX / 2 && nb_ends_sentence(text, span));
}
