#include "number.h"

#include <string.h>

bool nb_is_blank(uint32_t cp)
{
    if (cp < 0x80)
        return cp == ' ' || cp == '\t';
    return cp == 0xA0 || cp == 0x3000 || (cp >= 0x2000 && cp <= 0x200D) || cp == 0x202F ||
           cp == 0x205F || cp == 0x2060 || cp == 0xFEFF || cp == 0xAD;
}

uint32_t nb_skip_blanks(nb_view text, uint32_t at)
{
    while (at < text.len) {
        uint32_t next = at;
        uint32_t cp = nb_decode(text, &next);
        if (!nb_is_blank(cp) && cp != '\n' && cp != '\r')
            break;
        at = next;
    }
    return at;
}

/*
 * The lists are short and most words miss: the last byte of a character tells Han apart best, so
 * it is compared before anything else.
 */
static inline bool is_word(const char *p, const nb_view *word)
{
    uint32_t last = word->len - 1;
    return p[last] == word->ptr[last] && memcmp(p, word->ptr, last) == 0;
}

uint32_t nb_word_at(nb_view text, uint32_t at, const nb_view *words)
{
    uint32_t left = text.len - at;
    for (; left && words->len; words++) {
        if (words->len <= left && is_word(text.ptr + at, words))
            return words->len;
    }
    return 0;
}

uint32_t nb_word_before(nb_view text, uint32_t at, const nb_view *words)
{
    for (; at && words->len; words++) {
        if (words->len <= at && is_word(text.ptr + at - words->len, words))
            return words->len;
    }
    return 0;
}

typedef struct reader {
    nb_view text;
    uint32_t at;
    nb_number *number;
    uint64_t value;
} reader;

/* Appends the run of digits to the value; returns how many there were. */
static uint32_t read_digits(reader *r)
{
    const uint64_t whole_max = (uint64_t)(INT64_MAX / NB_FIGURE_ONE - 1);
    uint32_t count = 0;
    uint32_t len;
    for (int digit; (digit = nb_digit_at(r->text, r->at, &len)) >= 0; count++) {
        r->at += len;
        r->number->is_fullwidth |= len > 1;
        if (r->value > (whole_max - (uint64_t)digit) / 10)
            r->number->why = NB_FIGURE_WHY_RANGE;
        else
            r->value = r->value * 10 + (uint64_t)digit;
    }
    return count;
}

static void read_groups(reader *r, uint32_t first)
{
    static const nb_view commas[] = {{NB_LIT(",")}, {NB_LIT("，")}, {0}};
    for (;;) {
        uint32_t len = nb_word_at(r->text, r->at, commas);
        if (!len || !nb_is_digit_at(r->text, r->at + len))
            return;
        r->at += len;
        r->number->is_comma_wide |= len > 1;
        r->number->is_grouped = true;
        uint32_t count = read_digits(r);
        r->number->whole_digits += count;
        if ((first > 3 || count != 3) && r->number->why == NB_FIGURE_WHY_NONE)
            r->number->why = NB_FIGURE_WHY_GROUPS;
    }
}

static void read_decimals(reader *r)
{
    static const nb_view points[] = {{NB_LIT(".")}, {NB_LIT("．")}, {0}};
    uint32_t len = nb_word_at(r->text, r->at, points);
    if (!len || !nb_is_digit_at(r->text, r->at + len))
        return;
    r->at += len;
    nb_number *n = r->number;
    n->has_decimals = true;
    int64_t step = NB_FIGURE_ONE;
    for (int digit; (digit = nb_digit_at(r->text, r->at, &len)) >= 0; r->at += len) {
        n->is_fullwidth |= len > 1;
        if (step > 1) {
            step /= 10;
            n->micro += digit * step;
        } else if (digit != 0) {
            n->why = NB_FIGURE_WHY_RANGE;
        }
    }
    n->step_micro = step;
}

bool nb_number_read(nb_view text, uint32_t *at, nb_number *number)
{
    *number = (nb_number){.span = {*at, *at}, .step_micro = NB_FIGURE_ONE};
    uint32_t len;
    int first = nb_digit_at(text, *at, &len);
    if (first < 0)
        return false;
    reader r = {.text = text, .at = *at, .number = number};
    number->whole_digits = read_digits(&r);
    number->starts_with_zero = first == 0 && number->whole_digits > 1;
    read_groups(&r, number->whole_digits);
    number->micro = (int64_t)r.value * NB_FIGURE_ONE;
    read_decimals(&r);
    number->span.end = *at = r.at;
    return true;
}

bool nb_magnitude_read(nb_view text, uint32_t *at, nb_figure *figure)
{
    bool found = false;
    while (*at < text.len) {
        uint32_t next = *at;
        int64_t power = nb_numeral_power(nb_decode(text, &next));
        if (!power)
            break;
        *at = next;
        found = true;
        if (__builtin_mul_overflow(figure->micro, power, &figure->micro) ||
            __builtin_mul_overflow(figure->step_micro, power, &figure->step_micro)) {
            figure->state = NB_FIGURE_UNREADABLE;
            figure->why = NB_FIGURE_WHY_RANGE;
        }
    }
    figure->has_magnitude |= found;
    return found;
}
