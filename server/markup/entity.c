#include "markup/entity.h"

#include "nb/text/utf8.h"

#define ENTITY_BYTES_MAX 12u

typedef struct entity_name {
    nb_view name;
    uint32_t cp;
} entity_name;

static const entity_name names[] = {
    {{NB_LIT("nbsp")}, 0xA0},     {{NB_LIT("amp")}, '&'},       {{NB_LIT("lt")}, '<'},
    {{NB_LIT("gt")}, '>'},        {{NB_LIT("quot")}, '"'},      {{NB_LIT("apos")}, '\''},
    {{NB_LIT("ldquo")}, 0x201C},  {{NB_LIT("rdquo")}, 0x201D},  {{NB_LIT("lsquo")}, 0x2018},
    {{NB_LIT("rsquo")}, 0x2019},  {{NB_LIT("mdash")}, 0x2014},  {{NB_LIT("ndash")}, 0x2013},
    {{NB_LIT("hellip")}, 0x2026}, {{NB_LIT("middot")}, 0xB7},   {{NB_LIT("emsp")}, 0x2003},
    {{NB_LIT("ensp")}, 0x2002},   {{NB_LIT("thinsp")}, 0x2009}, {{NB_LIT("times")}, 0xD7},
    {{NB_LIT("permil")}, 0x2030}, {{NB_LIT("bull")}, 0x2022},
};

static int digit_value(char c, uint32_t base)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (base == 16 && c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (base == 16 && c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* body stands between "&#" and ";". */
static uint32_t read_number(nb_view body)
{
    uint32_t base = body.len && (body.ptr[0] == 'x' || body.ptr[0] == 'X') ? 16 : 10;
    uint32_t value = 0;
    uint32_t i = base == 16;
    if (i >= body.len)
        return 0;
    for (; i < body.len; i++) {
        int digit = digit_value(body.ptr[i], base);
        if (digit < 0 || value > 0x10FFFF)
            return 0;
        value = value * base + (uint32_t)digit;
    }
    bool is_scalar = value && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return is_scalar ? value : 0;
}

static uint32_t read_name(nb_view name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (nb_view_eq(names[i].name, name))
            return names[i].cp;
    }
    return 0;
}

uint32_t nb_entity_read(nb_view v, char out[4], uint32_t *len)
{
    uint32_t end = 1;
    while (end < v.len && end < ENTITY_BYTES_MAX && v.ptr[end] != ';')
        end++;
    if (end >= v.len || v.ptr[end] != ';' || v.ptr[0] != '&' || end < 3)
        return 0;
    nb_view body = nb_view_sub(v, 1, end);
    uint32_t cp =
        body.ptr[0] == '#' ? read_number(nb_view_sub(body, 1, body.len)) : read_name(body);
    if (!cp)
        return 0;
    *len = nb_utf8_put(out, cp);
    return end + 1;
}
