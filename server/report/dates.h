#ifndef NB_REPORT_DATES_H
#define NB_REPORT_DATES_H

#include "report/reader.h"

/*
 * Dates in folded text: 2020年1月1日, 二〇二〇年一月一日, 2020.1.1, 2020-01-01, 1月1日 (year left
 * out), 2020年1月 (day left out: 0).
 */
typedef struct nb_date_words {
    uint32_t start;
    uint32_t end;
    int year; /* 0: not printed */
    int month;
    int day; /* 0: not printed */
    bool is_possible;
    bool is_dotted; /* 2020.1.1, 2020-01-01, 2020/1/1: only digits, so other things look like it */
} nb_date_words;

/* Reads the date that begins at offset at; false if there is none. */
bool nb_date_read(nb_view folded, uint32_t at, nb_date_words *date);

static inline bool nb_date_digit_at(nb_view folded, uint32_t at)
{
    return at < folded.len && folded.ptr[at] >= '0' && folded.ptr[at] <= '9';
}

/* False behind the first digit of a year. */
static inline bool nb_date_may_begin(nb_view folded, uint32_t at)
{
    return at == 0 || !nb_date_digit_at(folded, at) || !nb_date_digit_at(folded, at - 1);
}

/* The Chinese digit 〇 … 九 at offset at, or -1. 〇 and ○ are one after folding; 零 stands for it
 * too. */
int nb_han_digit(nb_view folded, uint32_t at);

/* A year in Arabic or Chinese digits at *at, moved behind its digits; 0 if there is none. Up to
 * eight digits are taken, so that 202020 is seen as what it is. */
int nb_year_digits(nb_view folded, uint32_t *at);

/* A year that a report can be about. */
static inline bool nb_year_is_plausible(int year)
{
    return year >= 2000 && year <= 2099;
}

nb_date nb_date_place(const nb_para *para, const nb_date_words *words);

#endif
