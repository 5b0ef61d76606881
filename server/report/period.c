#include "nb/text/skip.h"
#include "report/dates.h"

/*
 * Statements of the statistics period in all wordings of domain 2.5. A range of dates counts as
 * one only in a sentence that says so; if there is no such sentence, a whole year in the preamble
 * does. Cumulative ranges (2013-2017年), 截至… and dates of notices are no periods.
 */

/* The words that tell of a period, by their first character. */
static const char *keywords_of(nb_view v, uint32_t at)
{
    const unsigned char *c = (const unsigned char *)v.ptr + at;
    switch (at + 2 < v.len ? (uint32_t)c[0] << 16 | (uint32_t)c[1] << 8 | c[2] : 0) {
    case 0xE7BB9F: /* 统 */
        return "统计期|统计时|统计区间|统计周期|统计数据|统计范围|统计起止|统计年度";
    case 0xE695B0: /* 数 */
        return "数据统计|数据时|数据的时|数据起止|数据为|数据的期限|数据期限|数据从|数据自|"
               "数据截取";
    case 0xE697B6: /* 时 */
        return "时间段|时间范围";
    case 0xE68980: /* 所 */
        return "所列数据|所用数据";
    case 0xE68AA5: /* 报 */
        return "报告期|报告内容为";
    case 0xE58685: /* 内 */
        return "内容涵盖";
    case 0xE6B6B5: /* 涵 */
        return "涵盖";
    case 0xE6A0B8: /* 核 */
        return "核定时间";
    default:
        return NULL;
    }
}

/* Behind these a period without readable dates is expected. */
static const char STRICT_KEYWORD[] =
    "统计期限|统计时限|统计时间|统计期间|统计区间|统计周期|统计数据期限|统计数据的期限|统计期为|"
    "数据的期限|统计期自|统计期从";

typedef struct range {
    nb_date_words start;
    nb_date_words end;
    bool end_year_printed;
} range;

typedef NB_VEC(nb_period) period_list;

static uint32_t skip_words(nb_view v, uint32_t at, const char *words)
{
    uint32_t len = 0;
    while (nb_match_word(v, at, words, &len) != NB_VIEW_NONE)
        at += len;
    return at;
}

/* 2020年1-12月 */
static bool read_months(nb_view v, uint32_t at, range *r)
{
    uint32_t p = at;
    int year = nb_year_digits(v, &p);
    if (!nb_year_is_plausible(year) || !nb_match_at(v, p, NB_V("年")))
        return false;
    uint32_t from = p + 3, joint = from;
    int first = nb_numeral_small(v, &joint);
    uint32_t second = skip_words(v, joint, "至|到|-|~"), end = second;
    int last = first && second > joint ? nb_numeral_small(v, &end) : 0;
    if (!last || first > 12 || last > 12 || !nb_match_at(v, end, NB_V("月")) ||
        nb_match_starts(nb_view_sub(v, end + 3, v.len), "1|2|3"))
        return false;
    r->start = (nb_date_words){
        .start = at, .end = joint, .year = year, .month = first, .is_possible = true};
    r->end = (nb_date_words){
        .start = second, .end = end + 3, .year = year, .month = last, .is_possible = true};
    r->end_year_printed = false;
    return true;
}

/* The range that begins with a date at offset at. */
static bool read_range(nb_view v, uint32_t at, range *r)
{
    if (read_months(v, at, r))
        return true;
    if (!nb_date_read(v, at, &r->start) || !r->start.year)
        return false;
    uint32_t p = skip_words(v, r->start.end, "起|开始|始|,|(含)|、|零时|0时|00:00");
    uint32_t joined = skip_words(v, p, "至|到|-|~|止|截止|截至");
    if (joined == p)
        return false;
    p = skip_words(v, joined, ",|同年|当年|本年");
    if (!nb_date_read(v, p, &r->end))
        return false;
    r->end_year_printed = r->end.year != 0;
    if (!r->end_year_printed)
        r->end.year = r->start.year;
    /* 2020年1月至12月 has no days; a date with a day against one without is half a statement. */
    return (r->start.day == 0) == (r->end.day == 0);
}

/* A year without month behind the keyword: 统计期限为2020年度 */
static bool read_year(nb_view v, uint32_t at, range *r)
{
    uint32_t p = at;
    int year = nb_year_digits(v, &p);
    if (!nb_year_is_plausible(year) || !nb_match_at(v, p, NB_V("年")))
        return false;
    nb_view rest = nb_view_sub(v, p, p + 12);
    if (!nb_match_starts(rest, "年度|年全年|年。|年,|年;") && p + 3 != v.len)
        return false;
    r->start = (nb_date_words){.start = at, .end = p + 3, .year = year, .is_possible = true};
    r->end = r->start;
    r->end_year_printed = true;
    return true;
}

/* A keyword farther away than this says nothing about a range; bytes. */
enum { REACH = 300, REACH_BEHIND = 30 };

static bool is_keyword(nb_view v, uint32_t p)
{
    const char *words = keywords_of(v, p);
    return words && nb_match_word(v, p, words, NULL) != NB_VIEW_NONE;
}

/* Bytes of the character at at, as far as its first byte tells. */
static uint32_t character_at(nb_view v, uint32_t at)
{
    return (unsigned char)v.ptr[at] >= 0xE0 && v.len - at >= 3 ? 3 : 1;
}

/* Reads on to offset to, remembering the first keyword of the sentence; each byte is read once, and
 * none where there is no range. */
typedef struct keyword_reader {
    uint32_t at;
    uint32_t keyword;
} keyword_reader;

static void read_keywords(keyword_reader *k, nb_view v, uint32_t to)
{
    if (to > REACH && k->at < to - REACH) {
        k->at = to - REACH;
        k->keyword = NB_VIEW_NONE;
    }
    for (; k->at < to; k->at += character_at(v, k->at)) {
        if (nb_match_at(v, k->at, NB_V("。")))
            k->keyword = NB_VIEW_NONE;
        else if (k->keyword == NB_VIEW_NONE && is_keyword(v, k->at))
            k->keyword = k->at;
    }
    if (k->keyword != NB_VIEW_NONE && k->keyword + REACH < to)
        k->keyword = NB_VIEW_NONE;
}

/* （2020年1月1日至2020年12月31日统计数据） */
static bool keyword_behind(nb_view v, uint32_t from)
{
    for (uint32_t p = from; p < v.len && p < from + REACH_BEHIND; p++) {
        if (nb_match_at(v, p, NB_V("。")))
            return false;
        if (is_keyword(v, p))
            return true;
    }
    return false;
}

static uint32_t sentence_end(nb_view v, uint32_t at)
{
    nb_view near = nb_view_sub(v, 0, at + REACH);
    uint32_t end = nb_view_find(near, NB_V("。"), at);
    return end == NB_VIEW_NONE ? near.len : end;
}

static void add(nb_reader *reader, period_list *list, const nb_para *para, const range *r,
                uint32_t from)
{
    nb_date start = nb_date_place(para, &r->start), end = nb_date_place(para, &r->end);
    *nb_vec_push(reader->arena, list) = (nb_period){
        .state = NB_PERIOD_READ,
        .sentence = nb_para_span(para, from, r->end.end),
        .dates = nb_para_span(para, r->start.start, r->end.end),
        .start = start,
        .end = end,
        .end_year_printed = r->end_year_printed,
    };
}

/* 截至2020年12月31日 has an end only. */
static bool is_cut_off(nb_view v, uint32_t at)
{
    nb_view before = nb_view_sub(v, at > 12 ? at - 12 : 0, at);
    return nb_match_ends(before, "截至|截止|截止到|截至到");
}

static bool is_whole_year(const range *r)
{
    return r->start.month == 1 && r->start.day <= 1 && r->end.month == 12 &&
           r->start.year == r->end.year;
}

/* A range of dates that may be a period. */
typedef struct found_range {
    range dates;
    uint32_t from;  /* where the statement begins */
    bool is_stated; /* in words; else a period only in the preamble */
} found_range;

static nb_note note_ranges(nb_reader *reader, const nb_para *para)
{
    nb_view v = para->folded.text;
    keyword_reader k = {0, NB_VIEW_NONE};
    NB_VEC(found_range) found = {0};
    for (uint32_t p = 0; (p = nb_skip_to_year(v, p)) + 6 < v.len; p++) {
        range r;
        if (!nb_date_may_begin(v, p) || !read_range(v, p, &r) || is_cut_off(v, p))
            continue;
        read_keywords(&k, v, p);
        if (k.keyword != NB_VIEW_NONE)
            *nb_vec_push(reader->arena, &found) = (found_range){r, k.keyword, true};
        else if (keyword_behind(v, r.end.end))
            *nb_vec_push(reader->arena, &found) = (found_range){r, p, true};
        else if (is_whole_year(&r) && !r.start.is_dotted)
            *nb_vec_push(reader->arena, &found) = (found_range){r, p, false};
        p = r.end.end - 1;
    }
    return NB_NOTE_OF(found);
}

static void scan_para(nb_reader *reader, const nb_para *para, bool is_preamble, period_list *stated,
                      period_list *silent)
{
    const nb_note *note = nb_note_get(reader, para, NB_NOTE_PERIODS, note_ranges);
    const found_range *found = note->items;
    for (uint32_t i = 0; i < note->count; i++)
        if (found[i].is_stated || is_preamble)
            add(reader, found[i].is_stated ? stated : silent, para, &found[i].dates, found[i].from);
}

static uint32_t count_digits(nb_view v, uint32_t from, uint32_t to)
{
    uint32_t count = 0;
    for (uint32_t p = from; p < to; p++)
        count += nb_date_digit_at(v, p);
    return count;
}

/* A clause that states a period, but no dates that can be told apart. */
static void scan_unreadable(nb_reader *reader, const nb_para *para, period_list *list)
{
    nb_view v = para->folded.text;
    uint32_t at = nb_view_find(v, NB_V("统计"), 0);
    for (; at != NB_VIEW_NONE; at = nb_view_find(v, NB_V("统计"), at + 6)) {
        uint32_t len = 0;
        if (nb_match_word(v, at, STRICT_KEYWORD, &len) == NB_VIEW_NONE)
            continue;
        uint32_t p = skip_words(v, at + len, ",|:|自|从|为|是|由|在");
        range r;
        if (read_year(v, p, &r)) {
            add(reader, list, para, &r, at);
            continue;
        }
        uint32_t end = sentence_end(v, p);
        if (end > p + 90)
            end = p + 90;
        nb_view rest = nb_view_sub(v, p, end);
        if (count_digits(v, p, end) < 6 || !nb_match_contains(rest, "至|到|-|~"))
            continue;
        uint32_t last = end;
        while (last > p && !nb_date_digit_at(v, last - 1))
            last--;
        uint32_t sign = 0;
        if (nb_match_word(v, last, "日|月|年", &sign) != NB_VIEW_NONE)
            last += sign;
        *nb_vec_push(reader->arena, list) = (nb_period){
            .state = NB_PERIOD_UNREADABLE,
            .sentence = nb_para_span(para, at, last),
            .dates = nb_para_span(para, p, last),
        };
        return;
    }
}

void nb_periods_read(nb_reader *reader)
{
    period_list stated = {0}, silent = {0};
    for (uint32_t i = reader->first_para; i < reader->para_end; i++) {
        const nb_para *para = &reader->paras[i];
        if (!para->in_table)
            scan_para(reader, para, i <= reader->body_first, &stated, &silent);
    }
    if (!stated.len)
        stated = silent;
    for (uint32_t i = reader->first_para; i < reader->para_end && !stated.len; i++)
        if (!reader->paras[i].in_table)
            scan_unreadable(reader, &reader->paras[i], &stated);
    reader->report->periods = stated.items;
    reader->report->period_count = stated.len;
}
