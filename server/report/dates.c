#include "report/dates.h"

int nb_han_digit(nb_view v, uint32_t at)
{
    const unsigned char *c = (const unsigned char *)v.ptr + at;
    switch (at + 2 < v.len ? (uint32_t)c[0] << 16 | (uint32_t)c[1] << 8 | c[2] : 0) {
    case 0xE38087: /* 〇 */
    case 0xE99BB6: /* 零 */
        return 0;
    case 0xE4B880: /* 一 */
        return 1;
    case 0xE4BA8C: /* 二 */
        return 2;
    case 0xE4B889: /* 三 */
        return 3;
    case 0xE59B9B: /* 四 */
        return 4;
    case 0xE4BA94: /* 五 */
        return 5;
    case 0xE585AD: /* 六 */
        return 6;
    case 0xE4B883: /* 七 */
        return 7;
    case 0xE585AB: /* 八 */
        return 8;
    case 0xE4B99D: /* 九 */
        return 9;
    default:
        return -1;
    }
}

enum { YEAR_DIGITS_MAX = 8 };

int nb_year_digits(nb_view folded, uint32_t *at)
{
    uint32_t p = *at;
    int value = 0, count = 0;
    while (nb_date_digit_at(folded, p) && count < YEAR_DIGITS_MAX) {
        value = value * 10 + (folded.ptr[p++] - '0');
        count++;
    }
    if (count == 0) {
        for (int digit; count < 4 && (digit = nb_han_digit(folded, p)) >= 0; count++, p += 3)
            value = value * 10 + digit;
        if (count != 4)
            return 0;
    }
    *at = p;
    return value;
}

/* 1 … 99 in Arabic digits (up to three are taken, so that 121月 is seen), or 一 … 三十一. */
static int small_number(nb_view v, uint32_t *at)
{
    uint32_t p = *at;
    int value = 0, count = 0;
    for (; nb_date_digit_at(v, p) && count < 3; count++)
        value = value * 10 + (v.ptr[p++] - '0');
    if (count) {
        *at = p;
        return value;
    }
    int ones = nb_han_digit(v, p);
    if (ones > 0)
        p += 3;
    if (nb_match_at(v, p, NB_V("十"))) {
        p += 3;
        value = ones > 0 ? ones * 10 : 10;
        ones = nb_han_digit(v, p);
        if (ones > 0)
            p += 3;
    }
    if (p == *at)
        return -1;
    *at = p;
    return value + (ones > 0 ? ones : 0);
}

static int days_of(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    /* Without a year 29 February may exist. */
    return DAYS[month - 1] + (month == 2 && (is_leap || year == 0) ? 1 : 0);
}

static bool finish(nb_date_words *d, uint32_t end)
{
    d->end = end;
    bool year_ok = d->year == 0 || (d->year >= 1900 && d->year <= 2100);
    d->is_possible = year_ok && d->month >= 1 && d->month <= 12 &&
                     (d->day == 0 || (d->day >= 1 && d->day <= days_of(d->year, d->month)));
    return true;
}

/* Behind 年: 1月1日, 1月. */
static bool read_month_day(nb_view v, uint32_t at, nb_date_words *d)
{
    bool is_first = nb_match_at(v, at, NB_V("元月"));
    d->month = is_first ? 1 : small_number(v, &at);
    at += is_first ? 3 : 0;
    if (d->month < 0 || !nb_match_at(v, at, NB_V("月")))
        return false;
    at += 3;
    uint32_t behind_month = at, len = 0;
    d->day = small_number(v, &at);
    if (d->day >= 0 && nb_match_word(v, at, "日|号", &len) != NB_VIEW_NONE) {
        /* 0日 is printed, but is no day */
        if (d->day == 0)
            d->day = 99;
        return finish(d, at + len);
    }
    d->day = 0;
    return finish(d, behind_month);
}

/* 2020.1.1, 2020-01-01, 2020/1/1: the year has four digits and both signs are the same. */
static bool read_dotted(nb_view v, uint32_t at, nb_date_words *d)
{
    char sign = at < v.len ? v.ptr[at] : '\0';
    if (sign != '.' && sign != '-' && sign != '/')
        return false;
    at++;
    uint32_t from = at;
    if (!nb_date_digit_at(v, at))
        return false;
    d->month = small_number(v, &at);
    if (at - from > 2 || at >= v.len || v.ptr[at] != sign)
        return false;
    from = ++at;
    if (!nb_date_digit_at(v, at))
        return false;
    d->day = small_number(v, &at);
    if (at - from > 2 || d->day == 0)
        return false;
    d->is_dotted = true;
    return finish(d, at);
}

bool nb_date_read(nb_view folded, uint32_t at, nb_date_words *date)
{
    *date = (nb_date_words){.start = at};
    uint32_t p = at;
    int year = nb_year_digits(folded, &p);
    if (year) {
        date->year = year;
        if (nb_match_at(folded, p, NB_V("年")))
            return read_month_day(folded, p + 3, date);
        if (p - at == 4 && read_dotted(folded, p, date))
            return true;
        date->year = 0;
    }
    return read_month_day(folded, at, date);
}

nb_date nb_date_place(const nb_para *para, const nb_date_words *words)
{
    return (nb_date){
        .span = nb_para_span(para, words->start, words->end),
        .year = words->year,
        .month = words->month,
        .day = words->day,
        .is_possible = words->is_possible,
    };
}
