#include "nb/text/utf8.h"

#include <utf8proc.h>

#include "decode.h"

uint32_t nb_utf8_next(nb_view v, uint32_t *at)
{
    return nb_decode(v, at);
}

/*
 * Well-formed sequences cannot overlap, so the one that ends here, if there is one, is the one
 * that reading forwards would find.
 */
uint32_t nb_utf8_prev(nb_view v, uint32_t *at)
{
    uint32_t end = *at;
    v.len = end;
    for (uint32_t len = 1; len <= 4 && len <= end; len++) {
        uint32_t from = end - len;
        if (nb_is_tail((uint8_t)v.ptr[from]))
            continue;
        uint32_t next = from;
        uint32_t cp = nb_decode(v, &next);
        if (cp == NB_UTF8_INVALID || next != end)
            break;
        *at = from;
        return cp;
    }
    *at = end - 1;
    return NB_UTF8_INVALID;
}

uint32_t nb_utf8_put(char out[4], uint32_t cp)
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

uint32_t nb_utf8_check(nb_view v)
{
    if (nb_stretch_scan(v, 0, v.len).well_formed)
        return NB_VIEW_NONE;
    for (uint32_t at = 0; at < v.len;) {
        uint32_t from = at;
        if (nb_decode(v, &at) == NB_UTF8_INVALID)
            return from;
    }
    return NB_VIEW_NONE;
}

uint32_t nb_utf8_floor(nb_view v, uint32_t at)
{
    if (at >= v.len)
        return v.len;
    for (uint32_t back = 0; back < 4 && back <= at; back++) {
        uint32_t from = at - back;
        if (nb_is_tail((uint8_t)v.ptr[from]))
            continue;
        uint32_t next = from;
        return nb_decode(v, &next) != NB_UTF8_INVALID && next > at ? from : at;
    }
    return at;
}

/*
 * utf8proc knows East Asian Wide and zero width. What Unicode calls "ambiguous" it says is narrow,
 * but fonts for Chinese draw it wide: of those the punctuation, numbers in circles and shapes that
 * reports use are listed here.
 */
static uint32_t columns_of(uint32_t cp)
{
    if (cp < 0x300)
        return cp == 0xB7 ? 2 : cp == 0xAD ? 0 : 1;
    if (cp >= 0x3400 && cp <= 0x9FFF)
        return 2;
    switch (cp) {
    case 0x2014: /* — */
    case 0x2015: /* ― */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x2026: /* … */
    case 0x2116: /* № */
    case 0x203B: /* ※ */
    case 0x2103: /* ℃ */
        return 2;
    default:
        break;
    }
    if ((cp >= 0x2460 && cp <= 0x24FF) || (cp >= 0x25A0 && cp <= 0x25FF))
        return 2;
    int width = utf8proc_charwidth((utf8proc_int32_t)cp);
    return width < 0 ? 0 : (uint32_t)width;
}

uint32_t nb_utf8_columns(nb_view v)
{
    uint32_t columns = 0;
    for (uint32_t at = 0; at < v.len;) {
        uint32_t cp = nb_decode(v, &at);
        columns += cp == NB_UTF8_INVALID ? 1 : columns_of(cp);
    }
    return columns;
}
