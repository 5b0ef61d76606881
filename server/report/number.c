#include "report/dates.h"

/*
 * Numbers of headings in folded text, where full-width forms are ASCII already. Numbers above 99
 * number nothing in a report; 2017年 and 1.5万 must not be taken for one.
 */

/* 一 … 九; 0 if there is none: nothing is numbered with 〇. */
static int han_digit(nb_view v, uint32_t at)
{
    int digit = nb_han_digit(v, at);
    return digit > 0 ? digit : 0;
}

static bool is_ten(nb_view v, uint32_t at)
{
    return nb_match_at(v, at, NB_V("十"));
}

/* 一 … 九十九; moves *at behind it; 0 if there is none. */
static int read_han(nb_view v, uint32_t *at)
{
    int tens = 0, ones = han_digit(v, *at);
    uint32_t p = *at + (ones ? 3 : 0);
    if (is_ten(v, p)) {
        tens = ones ? ones : 1;
        p += 3;
        ones = han_digit(v, p);
        p += ones ? 3 : 0;
    }
    if (p == *at)
        return 0;
    *at = p;
    return tens * 10 + ones;
}

static bool is_digit_at(nb_view v, uint32_t at)
{
    return at < v.len && v.ptr[at] >= '0' && v.ptr[at] <= '9';
}

/* One or two digits. */
static int read_digits(nb_view v, uint32_t *at)
{
    int value = 0;
    uint32_t p = *at;
    while (is_digit_at(v, p) && p - *at < 3)
        value = value * 10 + (v.ptr[p++] - '0');
    if (p == *at || p - *at > 2)
        return 0;
    *at = p;
    return value;
}

int nb_numeral_small(nb_view folded, uint32_t *at)
{
    int value = read_han(folded, at);
    return value ? value : read_digits(folded, at);
}

static bool finish(nb_numbering *n, nb_number_style style, int number, uint32_t end)
{
    n->style = style;
    n->number = number;
    n->end = end;
    return number > 0;
}

/* Behind a number may stand one more sign: （一）、 */
static uint32_t skip_sign(nb_view v, uint32_t at)
{
    uint32_t len = 0;
    if (nb_match_word(v, at, "、|.|:|。", &len) != NB_VIEW_NONE)
        return at + len;
    return at;
}

static bool read_bracketed(nb_view v, uint32_t at, nb_numbering *n)
{
    n->number_start = at;
    uint32_t p = at;
    int number = read_han(v, &p);
    nb_number_style style = NB_NUMBER_HAN_PAREN;
    if (!number) {
        number = read_digits(v, &p);
        style = NB_NUMBER_DIGIT_PAREN;
    }
    n->number_end = p;
    if (!number || !nb_match_at(v, p, NB_V(")")))
        return false;
    return finish(n, style, number, skip_sign(v, p + 1));
}

static bool read_chapter(nb_view v, uint32_t at, nb_numbering *n)
{
    n->number_start = at;
    uint32_t p = at, len = 0;
    int number = read_han(v, &p);
    if (!number)
        number = read_digits(v, &p);
    n->number_end = p;
    if (!number)
        return false;
    if (nb_match_word(v, p, "部分|章|节|篇", &len) != NB_VIEW_NONE)
        return finish(n, NB_NUMBER_CHAPTER, number, skip_sign(v, p + len));
    if (nb_match_word(v, p, ",|、", &len) != NB_VIEW_NONE)
        return finish(n, NB_NUMBER_ORDINAL, number, p + len);
    return false;
}

static bool read_plain_han(nb_view v, uint32_t at, nb_numbering *n)
{
    n->number_start = at;
    uint32_t p = at, len = 0;
    int number = read_han(v, &p);
    n->number_end = p;
    if (nb_match_at(v, p, NB_V("是")))
        return finish(n, NB_NUMBER_ORDINAL, number, p + 3);
    if (nb_match_word(v, p, "、|.|:|,", &len) == NB_VIEW_NONE)
        return false;
    return finish(n, NB_NUMBER_HAN, number, p + len);
}

static bool read_plain_digit(nb_view v, uint32_t at, nb_numbering *n)
{
    n->number_start = at;
    uint32_t p = at;
    int number = read_digits(v, &p);
    n->number_end = p;
    if (!number)
        return false;
    if (nb_match_at(v, p, NB_V(")")))
        return finish(n, NB_NUMBER_DIGIT_PAREN, number, p + 1);
    uint32_t len = 0;
    if (nb_match_word(v, p, ".|、", &len) == NB_VIEW_NONE || is_digit_at(v, p + len))
        return false;
    return finish(n, NB_NUMBER_DIGIT, number, p + len);
}

/* ① … ⑳ are U+2460–2473. */
static bool read_circled(nb_view v, uint32_t at, nb_numbering *n)
{
    if (!nb_match_at(v, at, NB_V("\xe2\x91")) || v.len - at < 3)
        return false;
    int last = (unsigned char)v.ptr[at + 2];
    if (last < 0xa0 || last > 0xb3)
        return false;
    n->number_start = at;
    n->number_end = at + 3;
    return finish(n, NB_NUMBER_CIRCLED, last - 0xa0 + 1, skip_sign(v, at + 3));
}

bool nb_numbering_read(nb_view folded, uint32_t at, nb_numbering *numbering)
{
    if (at >= folded.len)
        return false;
    unsigned char c = (unsigned char)folded.ptr[at];
    if (c == '(')
        return read_bracketed(folded, at + 1, numbering);
    if (c >= '0' && c <= '9')
        return read_plain_digit(folded, at, numbering);
    if (c == 0xe2)
        return read_circled(folded, at, numbering);
    if (nb_match_at(folded, at, NB_V("第")))
        return read_chapter(folded, at + 3, numbering);
    if (c >= 0xe4 && (han_digit(folded, at) || is_ten(folded, at)))
        return read_plain_han(folded, at, numbering);
    return false;
}
