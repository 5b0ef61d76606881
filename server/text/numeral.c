#include "nb/text/figure.h"
#include "nb/base/bug.h"
#include "number.h"

int nb_numeral_digit(uint32_t cp)
{
    switch (cp) {
    case 0x96F6: /* 零 */
    case 0x3007: /* 〇 */
    case 0x25CB: /* ○, which stands for it */
        return 0;
    case 0x4E00: /* 一 */
        return 1;
    case 0x4E8C: /* 二 */
    case 0x4E24: /* 两 */
        return 2;
    case 0x4E09: /* 三 */
        return 3;
    case 0x56DB: /* 四 */
        return 4;
    case 0x4E94: /* 五 */
        return 5;
    case 0x516D: /* 六 */
        return 6;
    case 0x4E03: /* 七 */
        return 7;
    case 0x516B: /* 八 */
        return 8;
    case 0x4E5D: /* 九 */
        return 9;
    default:
        return -1;
    }
}

int64_t nb_numeral_power(uint32_t cp)
{
    switch (cp) {
    case 0x5341: /* 十 */
        return 10;
    case 0x767E: /* 百 */
        return 100;
    case 0x5343: /* 千 */
        return 1000;
    case 0x4E07: /* 万 */
        return 10000;
    case 0x4EBF: /* 亿 */
        return 100000000;
    default:
        return 0;
    }
}

enum { NUMERAL_MAX = 1 << 30 }; /* larger ones are no numbers of a report */

typedef struct numeral {
    int64_t total;   /* what 万 and 亿 closed */
    int64_t section; /* below 万 */
    int64_t digit;   /* read and waiting for its power, -1 if none */
    int64_t last_power;
    bool after_zero;
} numeral;

/* False if the power cannot follow, as in 十百. */
static bool take_power(numeral *n, int64_t power, bool is_first)
{
    if (power >= 10000) {
        if (n->digit >= 0)
            n->section += n->digit;
        if (!n->section)
            return false;
        n->total = (n->total + n->section) * power;
        n->section = 0;
    } else {
        bool is_bare_ten = power == 10 && (is_first || n->after_zero || n->last_power > 10);
        if ((n->digit < 0 && !is_bare_ten) || (n->section && power >= n->last_power))
            return false;
        n->section += (n->digit < 0 ? 1 : n->digit) * power;
    }
    n->digit = -1;
    n->after_zero = false;
    n->last_power = power;
    return true;
}

/* 二〇二一: digits only, one for each place. */
static int64_t read_places(nb_view text, uint32_t *at)
{
    int64_t value = 0;
    while (*at < text.len) {
        uint32_t next = *at;
        int digit = nb_numeral_digit(nb_decode(text, &next));
        if (digit < 0)
            break;
        value = value * 10 + digit;
        if (value > NUMERAL_MAX)
            return -1;
        *at = next;
    }
    return value;
}

static bool is_places(nb_view text, uint32_t at)
{
    uint32_t next = at;
    if (nb_numeral_digit(nb_decode(text, &next)) < 0 || next >= text.len)
        return false;
    return nb_numeral_digit(nb_decode(text, &next)) >= 0;
}

int64_t nb_numeral_parse(nb_view text, uint32_t *at)
{
    if (*at >= text.len)
        return -1;
    uint32_t from = *at;
    if (is_places(text, from)) {
        int64_t value = read_places(text, &from);
        if (value >= 0)
            *at = from;
        return value;
    }
    numeral n = {.digit = -1, .last_power = 1};
    while (from < text.len) {
        uint32_t next = from;
        uint32_t cp = nb_decode(text, &next);
        int digit = nb_numeral_digit(cp);
        int64_t power = nb_numeral_power(cp);
        if (digit < 0 && !power)
            break;
        if (power && !take_power(&n, power, from == *at))
            break;
        if (n.total > NUMERAL_MAX)
            return -1;
        if (!power && n.digit > 0)
            break;
        if (!power && digit == 0 && from > *at)
            n.after_zero = true;
        else if (!power)
            n.digit = digit;
        from = next;
    }
    if (from == *at)
        return -1;
    if (n.digit > 0) /* 一百二 is 120, 一百零二 is 102 */
        n.section += !n.after_zero && n.last_power >= 100 ? n.digit * n.last_power / 10 : n.digit;
    *at = from;
    return n.total + n.section;
}

int32_t nb_numeral_read(nb_view text, uint32_t *at)
{
    uint32_t from = *at;
    int64_t value = 0;
    uint32_t len;
    int digit = nb_digit_at(text, from, &len);
    if (digit < 0) {
        value = nb_numeral_parse(text, &from);
    } else {
        for (; digit >= 0; digit = nb_digit_at(text, from, &len)) {
            value = value * 10 + digit;
            from += len;
            if (value > NUMERAL_MAX)
                return -1;
        }
    }
    if (value < 0 || value > NUMERAL_MAX)
        return -1;
    *at = from;
    return (int32_t)value;
}

nb_view nb_numeral_han(nb_arena *arena, uint32_t value)
{
    static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (value < 1 || value > 99)
        return nb_arena_printf(arena, "%u", value);
    uint32_t tens = value / 10;
    return nb_arena_printf(arena, "%s%s%s", tens > 1 ? digits[tens] : "", tens ? "十" : "",
                           digits[value % 10]);
}
