#ifndef NB_TEXT_NUMBER_H
#define NB_TEXT_NUMBER_H

#include "decode.h"
#include "nb/text/figure.h"

/* The parts that cells and running text read figures with; see figure.h for what they mean. */

/* Digits with their separators and decimals, no sign, no magnitude. */
typedef struct nb_number {
    nb_span span;
    nb_figure_why why; /* NONE, GROUPS or RANGE */
    int64_t micro;
    int64_t step_micro;
    uint32_t whole_digits; /* digits before the point */
    bool has_decimals;
    bool is_grouped;
    bool is_comma_wide; /* a full-width comma stood between digits: in prose it may end a clause */
    bool is_fullwidth;
    bool starts_with_zero; /* 00, 007: glued figures or part of a number that counts nothing */
} nb_number;

/* The digit at at (0–9) and its length in bytes, or -1. */
static inline int nb_digit_at(nb_view text, uint32_t at, uint32_t *len)
{
    if (at >= text.len)
        return -1;
    const uint8_t *p = (const uint8_t *)text.ptr + at;
    if (p[0] >= '0' && p[0] <= '9') {
        *len = 1;
        return p[0] - '0';
    }
    if (p[0] == 0xEF && text.len - at >= 3 && p[1] == 0xBC && p[2] >= 0x90 && p[2] <= 0x99) {
        *len = 3;
        return p[2] - 0x90;
    }
    return -1;
}

static inline bool nb_is_digit_at(nb_view text, uint32_t at)
{
    uint32_t len;
    return nb_digit_at(text, at, &len) >= 0;
}

/* Blanks inside a line: ASCII, TAB, NBSP, U+2000–200A, U+202F, U+3000 and zero-width characters. */
bool nb_is_blank(uint32_t cp);

/* at moved behind blanks (and line ends, where the text is a cell). */
uint32_t nb_skip_blanks(nb_view text, uint32_t at);

/* False if no digit stands at *at. */
bool nb_number_read(nb_view text, uint32_t *at, nb_number *number);

/* Multiplies 十 百 千 万 亿 words at *at into the figure; false if none stood there. */
bool nb_magnitude_read(nb_view text, uint32_t *at, nb_figure *figure);

/* The measure word at at, or the empty view. Numerals take fewer than digits: see units.c. */
nb_view nb_unit_at(nb_view text, uint32_t at);
nb_view nb_unit_of_numeral_at(nb_view text, uint32_t at);

/* Value of 〇零一二两三…九, or -1. */
int nb_numeral_digit(uint32_t cp);

/* 10, 100, 1000, 10^4, 10^8 for 十百千万亿, or 0. */
int64_t nb_numeral_power(uint32_t cp);

/* A number in Chinese at *at, moved behind it; -1 if none or too large to hold. */
int64_t nb_numeral_parse(nb_view text, uint32_t *at);

/* The length of the first of the words that text has at at, or 0. The list ends with an empty one.
 */
uint32_t nb_word_at(nb_view text, uint32_t at, const nb_view *words);

/* The same for words that end at at. */
uint32_t nb_word_before(nb_view text, uint32_t at, const nb_view *words);

#endif
