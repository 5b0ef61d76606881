/*
 * Figures in running text. A report is full of digits that count nothing: dates, document
 * numbers, articles of law, telephone numbers, addresses. What might be one of those is passed
 * over, because a figure that was not found raises no alarm.
 */
#include "figure_context.h"

/* The end of the Latin word, address or dotted number that at stands in. */
static uint32_t word_end(nb_view text, uint32_t at)
{
    uint32_t end = at;
    while (at < text.len && (uint8_t)text.ptr[at] < 0x80) {
        char c = text.ptr[at++];
        if (nb_is_letter_or_digit(c))
            end = at;
        else if (!nb_is_word_joiner(c))
            break;
    }
    return end;
}

static void read_more(nb_view text, uint32_t *at, nb_figure *f)
{
    static const nb_view more[] = {{NB_LIT("余")}, {NB_LIT("多")}, {NB_LIT("+")}, {0}};
    uint32_t len = nb_word_at(text, *at, more);
    f->is_approximate |= len > 0;
    *at += len;
}

/* Magnitude and unit behind digits at at, with blanks between; sets whole.end. */
static void read_tail(nb_view text, uint32_t at, nb_figure *f)
{
    static const nb_view percent[] = {{NB_LIT("%")}, {NB_LIT("％")}, {0}};
    static const nb_view around[] = {
        {NB_LIT("以上")}, {NB_LIT("以下")}, {NB_LIT("以内")}, {NB_LIT("左右")},
        {NB_LIT("上下")}, {NB_LIT("余")},   {NB_LIT("之多")}, {0}};
    uint32_t len = nb_word_at(text, at, percent);
    if (len) {
        f->is_percent = true;
        at += len;
    } else {
        read_more(text, &at, f);
        uint32_t next = nb_context_skip(text, at);
        if (nb_magnitude_read(text, &next, f))
            at = next;
        read_more(text, &at, f);
        next = nb_context_skip(text, at);
        f->unit = nb_unit_at(text, next);
        if (f->unit.len)
            at = next + f->unit.len;
    }
    len = nb_word_at(text, at, around);
    f->is_approximate |= len > 0;
    f->whole.end = at + len;
}

/* Digits at *at, moved behind them whether they are a figure or not. */
static bool read_arabic(nb_view text, uint32_t *at, nb_figure *f)
{
    nb_number number;
    uint32_t end = *at;
    if (!nb_number_read(text, &end, &number))
        return false;
    *f = (nb_figure){.state = NB_FIGURE_VALUE,
                     .micro = number.micro,
                     .step_micro = number.step_micro,
                     .digits = number.span,
                     .whole = number.span,
                     .is_grouped = number.is_grouped,
                     .is_fullwidth = number.is_fullwidth};
    *at = end;
    uint32_t word = word_end(text, end);
    if (word > end) {
        *at = word;
        return false;
    }
    if (number.starts_with_zero || nb_context_forbids(text, &number))
        return false;
    read_tail(text, end, f);
    if (number.why || number.is_comma_wide) {
        f->state = NB_FIGURE_UNREADABLE;
        f->why = number.why ? number.why : NB_FIGURE_WHY_GROUPS;
    }
    if (nb_context_forbids_bare(text, &number, f))
        return false;
    nb_context_read_before(text, f);
    *at = f->whole.end;
    return true;
}

/* A numeral at *at, moved behind it whether it counts something or not. */
static bool read_numeral(nb_view text, uint32_t *at, nb_figure *f)
{
    uint32_t start = *at;
    uint32_t end = start;
    int64_t value = nb_numeral_parse(text, &end);
    uint32_t numeral_end = nb_context_numeral_end(text, start);
    *at = numeral_end;
    if (value < 0 || end != numeral_end || nb_context_forbids_numeral(text, start, end))
        return false;
    *f = (nb_figure){.state = NB_FIGURE_VALUE,
                     .micro = value * NB_FIGURE_ONE,
                     .step_micro = NB_FIGURE_ONE,
                     .digits = {start, end},
                     .whole = {start, end}};
    read_more(text, &end, f);
    f->unit = nb_unit_of_numeral_at(text, end);
    if (!f->unit.len || nb_context_is_phrase(text, nb_span_of(start, numeral_end), f->unit))
        return false;
    *at = f->whole.end = end + f->unit.len;
    uint32_t last = numeral_end;
    int64_t power = nb_numeral_power(nb_utf8_prev(text, &last));
    f->has_magnitude = power >= 10000;
    if (f->has_magnitude)
        f->step_micro = power * NB_FIGURE_ONE;
    nb_context_read_before(text, f);
    return true;
}

/* 点九 behind a numeral: adds the decimals and moves *at behind them. */
static void read_numeral_decimals(nb_view text, uint32_t *at, nb_number *number)
{
    static const nb_view point[] = {{NB_LIT("点")}, {0}};
    uint32_t len = nb_word_at(text, *at, point);
    uint32_t next = *at + len;
    while (len && next < text.len && number->step_micro > 1) {
        int digit = nb_numeral_digit(nb_decode(text, &next));
        if (digit < 0)
            break;
        number->step_micro /= 10;
        number->micro += digit * number->step_micro;
        *at = next;
    }
}

/* 百分之三十三点九, 百分之33.9 */
static bool read_percent(nb_view text, uint32_t *at, nb_figure *f)
{
    static const nb_view word[] = {{NB_LIT("百分之")}, {0}};
    uint32_t len = nb_word_at(text, *at, word);
    uint32_t end = *at + len;
    if (!len)
        return false;
    nb_number number;
    if (!nb_number_read(text, &end, &number)) {
        int64_t value = nb_numeral_parse(text, &end);
        if (value < 0)
            return false;
        number.micro = value * NB_FIGURE_ONE;
        read_numeral_decimals(text, &end, &number);
    }
    *f = (nb_figure){.state = number.why ? NB_FIGURE_UNREADABLE : NB_FIGURE_VALUE,
                     .why = number.why,
                     .micro = number.micro,
                     .step_micro = number.step_micro,
                     .digits = {*at + len, end},
                     .whole = {*at, end},
                     .is_percent = true,
                     .is_fullwidth = number.is_fullwidth};
    nb_context_read_before(text, f);
    *at = end;
    return true;
}

/* Only these first bytes begin a digit, a numeral or a Latin word. */
static inline bool is_quiet(uint8_t byte)
{
    return byte >= 0x80 && (byte < 0xE3 || (byte > 0xE5 && byte != 0xE7 && byte < 0xE9) ||
                            (byte > 0xE9 && byte != 0xEF));
}

/*
 * Sorts out nearly every Han character at at by its last two bytes: those of 一二两三四五六七八九
 * 十百千万亿零, as in nb_numeral_digit and nb_numeral_power. True near the end of the text.
 */
static inline bool may_be_numeral(nb_view text, uint32_t at)
{
#define TAIL(c) (UINT64_C(1) << ((c)&63))
    static const uint64_t thirds[64] = {
        [0xB8 & 63] = TAIL(0x80) | TAIL(0xA4) | TAIL(0x89) | TAIL(0x83) | TAIL(0x87),
        [0xBA & 63] = TAIL(0x8C) | TAIL(0x94) | TAIL(0xBF),
        [0x9B & 63] = TAIL(0x9B) | TAIL(0xB6),
        [0x85 & 63] = TAIL(0xAD) | TAIL(0xAB),
        [0xB9 & 63] = TAIL(0x9D),
        [0x8D & 63] = TAIL(0x81) | TAIL(0x83),
        [0x99 & 63] = TAIL(0xBE),
    };
#undef TAIL
    if (text.len - at <= 3)
        return true;
    const uint8_t *p = (const uint8_t *)text.ptr + at;
    return thirds[p[1] & 63] >> (p[2] & 63) & 1;
}

bool nb_figure_next(nb_view text, uint32_t *at, nb_figure *figure)
{
    while (*at < text.len) {
        uint8_t byte = (uint8_t)text.ptr[*at];
        if (is_quiet(byte)) {
            /* a whole character where it is one of three bytes, as nearly all are */
            *at += byte >= 0xE6 && byte < 0xF0 && text.len - *at > 3 ? 3 : 1;
            continue;
        }
        if (nb_is_digit_at(text, *at)) {
            if (read_arabic(text, at, figure))
                return true;
            continue;
        }
        if (byte < 0x80) {
            uint32_t end = nb_is_letter_or_digit((char)byte) ? word_end(text, *at) : *at + 1;
            *at = end;
            continue;
        }
        if (byte >= 0xE4 && byte <= 0xE9 && !may_be_numeral(text, *at)) {
            *at += 3;
            continue;
        }
        uint32_t next = *at;
        uint32_t cp = nb_decode(text, &next);
        bool is_digit = nb_numeral_digit(cp) >= 0;
        if (!is_digit && !nb_numeral_power(cp)) {
            *at = next;
            continue;
        }
        if (cp == 0x767E && read_percent(text, at, figure)) /* 百 */
            return true;
        if (read_numeral(text, at, figure))
            return true;
    }
    return false;
}
