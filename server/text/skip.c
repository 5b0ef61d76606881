#include "nb/text/skip.h"

#include "bytes16.h"

typedef nb_bytes16 block_fn(const uint8_t *p);
typedef bool byte_fn(const uint8_t *p, uint32_t left);

/* What all have in common: blocks, each looked at with so many bytes behind it, then bytes. */
static inline __attribute__((always_inline)) uint32_t
skip(nb_view v, uint32_t at, block_fn *in_block, uint32_t behind, byte_fn *is_one)
{
    const uint8_t *p = (const uint8_t *)v.ptr;
    for (; at < v.len && v.len - at >= NB_BYTES16 + behind; at += NB_BYTES16) {
        nb_bytes16 found = in_block(p + at);
        if (nb_bytes16_any(found))
            return at + nb_bytes16_first(found);
    }
    while (at < v.len && !is_one(p + at, v.len - at))
        at++;
    return at;
}

/* 二 is E4 BA 8C. */
static inline nb_bytes16 years(const uint8_t *p)
{
    nb_bytes16 a = nb_bytes16_load(p);
    nb_bytes16 two = (nb_bytes16)(a == 0xE4) & (nb_bytes16)(nb_bytes16_load(p + 1) == 0xBA) &
                     (nb_bytes16)(nb_bytes16_load(p + 2) == 0x8C);
    return two | (nb_bytes16)((a - '0') < 10);
}

static inline bool is_year(const uint8_t *p, uint32_t left)
{
    return (uint8_t)(p[0] - '0') < 10 || (left > 2 && p[0] == 0xE4 && p[1] == 0xBA && p[2] == 0x8C);
}

static inline nb_bytes16 signs(const uint8_t *p)
{
    nb_bytes16 a = nb_bytes16_load(p);
    return (nb_bytes16)(a == 0xE3) | (nb_bytes16)(a == 0xEF);
}

static inline bool is_sign(const uint8_t *p, uint32_t left)
{
    (void)left;
    return p[0] == 0xE3 || p[0] == 0xEF;
}

/* The first two bytes of ｜ and │; few other characters have them. */
static inline nb_bytes16 wide_bars(const uint8_t *p, nb_bytes16 a)
{
    nb_bytes16 b = nb_bytes16_load(p + 1);
    return ((nb_bytes16)(a == 0xEF) & (nb_bytes16)(b == 0xBD)) |
           ((nb_bytes16)(a == 0xE2) & (nb_bytes16)(b == 0x94));
}

static inline bool is_wide_bar(const uint8_t *p, uint32_t left)
{
    return left > 1 && ((p[0] == 0xEF && p[1] == 0xBD) || (p[0] == 0xE2 && p[1] == 0x94));
}

static inline nb_bytes16 layouts(const uint8_t *p)
{
    nb_bytes16 a = nb_bytes16_load(p);
    return (nb_bytes16)(a == '\n') | (nb_bytes16)(a == '\r') | (nb_bytes16)(a == '\t') |
           (nb_bytes16)(a == '|') | (nb_bytes16)(a == '<') | wide_bars(p, a);
}

static inline bool is_layout(const uint8_t *p, uint32_t left)
{
    return p[0] == '\n' || p[0] == '\r' || p[0] == '\t' || p[0] == '|' || p[0] == '<' ||
           is_wide_bar(p, left);
}

/* ASCII, and the first bytes of all characters but Han ones. */
static inline nb_bytes16 others(const uint8_t *p)
{
    nb_bytes16 a = nb_bytes16_load(p);
    return (nb_bytes16)(a < 0x80) | ((nb_bytes16)(a >= 0xC0) & (nb_bytes16)((a - 0xE4) > 5));
}

static inline bool is_other(const uint8_t *p, uint32_t left)
{
    (void)left;
    return p[0] < 0x80 || (p[0] >= 0xC0 && (uint8_t)(p[0] - 0xE4) > 5);
}

static inline nb_bytes16 escapes(const uint8_t *p)
{
    nb_bytes16 a = nb_bytes16_load(p);
    return (nb_bytes16)(a < 0x20) | (nb_bytes16)(a == '"') | (nb_bytes16)(a == '\\');
}

static inline bool is_escape(const uint8_t *p, uint32_t left)
{
    (void)left;
    return p[0] < 0x20 || p[0] == '"' || p[0] == '\\';
}

uint32_t nb_skip_to_year(nb_view v, uint32_t at)
{
    return skip(v, at, years, 2, is_year);
}

uint32_t nb_skip_to_sign(nb_view v, uint32_t at)
{
    return skip(v, at, signs, 0, is_sign);
}

uint32_t nb_skip_to_layout(nb_view v, uint32_t at)
{
    return skip(v, at, layouts, 1, is_layout);
}

uint32_t nb_skip_han(nb_view v, uint32_t at)
{
    return skip(v, at, others, 0, is_other);
}

uint32_t nb_skip_to_escape(nb_view v, uint32_t at)
{
    return skip(v, at, escapes, 0, is_escape);
}
