#include "rules/claims.h"

#include <string.h>

#include "nb/text/utf8.h"

/* The values that the second and the third bytes of the characters of v have, as sets of 64. */
typedef struct tails {
    uint64_t second;
    uint64_t third;
} tails;

static tails tails_of(nb_view v)
{
    tails t = {0};
    for (uint32_t i = 0; i + 2 < v.len; i++) {
        if ((unsigned char)v.ptr[i] < 0xE0)
            continue;
        t.second |= UINT64_C(1) << ((unsigned char)v.ptr[i + 1] & 63u);
        t.third |= UINT64_C(1) << ((unsigned char)v.ptr[i + 2] & 63u);
        i += 2;
    }
    return t;
}

/* False if the first character of word, one of three bytes, cannot be in the text. */
static inline bool may_hold(const tails *t, nb_view word)
{
    return (t->second >> ((unsigned char)word.ptr[1] & 63u) & 1u) &&
           (t->third >> ((unsigned char)word.ptr[2] & 63u) & 1u);
}

bool nb_words_has(nb_view v, const nb_view *words, uint32_t count)
{
    tails t = tails_of(v);
    for (uint32_t i = 0; i < count; i++) {
        bool is_wide = words[i].len >= 3 && (unsigned char)words[i].ptr[0] >= 0xE0;
        if ((!is_wide || may_hold(&t, words[i])) && nb_view_contains(v, words[i]))
            return true;
    }
    return false;
}

uint32_t nb_words_last(nb_view v, const nb_view *words, uint32_t count, uint32_t *at)
{
    uint32_t best = NB_VIEW_NONE;
    uint32_t best_end = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t found = nb_view_find_last(v, words[i]);
        if (found == NB_VIEW_NONE)
            continue;
        uint32_t end = found + words[i].len;
        bool is_longer = end == best_end && best != NB_VIEW_NONE && words[i].len > words[best].len;
        if (best == NB_VIEW_NONE || end > best_end || is_longer) {
            best = i;
            best_end = end;
            *at = found;
        }
    }
    return best;
}

bool nb_words_only(nb_view v, const nb_view *words, uint32_t count)
{
    while (v.len > 0) {
        uint32_t word = nb_words_starting(v, words, count);
        if (word == NB_VIEW_NONE)
            return false;
        v = nb_view_sub(v, words[word].len, v.len);
    }
    return true;
}

uint32_t nb_words_ending(nb_view v, const nb_view *words, uint32_t count)
{
    uint32_t best = NB_VIEW_NONE;
    for (uint32_t i = 0; i < count; i++)
        if (nb_view_ends_with(v, words[i]) &&
            (best == NB_VIEW_NONE || words[i].len > words[best].len))
            best = i;
    return best;
}

uint32_t nb_words_starting(nb_view v, const nb_view *words, uint32_t count)
{
    uint32_t best = NB_VIEW_NONE;
    for (uint32_t i = 0; i < count; i++)
        if (nb_view_starts_with(v, words[i]) &&
            (best == NB_VIEW_NONE || words[i].len > words[best].len))
            best = i;
    return best;
}

/* ---- period ---- */

int nb_year_next(nb_view text, uint32_t *at, uint32_t *start)
{
    for (uint32_t i = *at; i + 4 < text.len; i++) {
        uint32_t year = nb_view_find(text, NB_V("年"), i);
        if (year == NB_VIEW_NONE)
            break;
        i = year + 2;
        if (year < 4)
            continue;
        int value = 0;
        bool is_year = year == 4 || text.ptr[year - 5] < '0' || text.ptr[year - 5] > '9';
        for (uint32_t d = year - 4; d < year; d++) {
            is_year = is_year && text.ptr[d] >= '0' && text.ptr[d] <= '9';
            value = value * 10 + (text.ptr[d] - '0');
        }
        if (!is_year || value < 1990 || value > 2100)
            continue;
        *at = year + 3;
        *start = year - 4;
        return value;
    }
    *at = text.len;
    return 0;
}

/* In 《…》 or 〔…〕: the name of a document, not the time of what is told. */
static bool is_in_title(nb_view text, uint32_t at)
{
    nb_view before = nb_view_sub(text, 0, at);
    uint32_t open = nb_view_find_last(before, NB_V("《"));
    uint32_t close = nb_view_find_last(before, NB_V("》"));
    return open != NB_VIEW_NONE && (close == NB_VIEW_NONE || close < open);
}

/* 2014-2017年, 2014至2017年, 2014年-2017年: the year at start ends a range. */
static bool is_range_end(nb_view text, uint32_t start)
{
    static const nb_view dashes[] = {NB_W("-"), NB_W("—"), NB_W("－"), NB_W("～"),
                                     NB_W("~"), NB_W("–"), NB_W("至"), NB_W("到")};
    nb_view before = nb_view_sub(text, 0, start);
    uint32_t dash = nb_words_ending(before, dashes, NB_LEN(dashes));
    if (dash == NB_VIEW_NONE)
        return false;
    before = nb_view_sub(before, 0, before.len - dashes[dash].len);
    return (before.len > 0 && before.ptr[before.len - 1] >= '0' &&
            before.ptr[before.len - 1] <= '9') ||
           nb_view_ends_with(before, NB_V("年"));
}

/* Words that far before a figure have no say in its time or in whose it is. */
#define LOOK_BACK_MAX 1800u

static nb_view words_up_to(const nb_statement *statement, uint32_t end)
{
    nb_view text = statement->text.text;
    uint32_t start = end > LOOK_BACK_MAX ? nb_utf8_floor(text, end - LOOK_BACK_MAX) : 0;
    return nb_view_sub(text, start, end);
}

static bool is_about_carried(nb_view text, uint32_t start, uint32_t end)
{
    return nb_view_contains(nb_view_sub(text, end, end + 18), NB_V("结转")) ||
           nb_view_contains(nb_view_sub(text, start > 18 ? start - 18 : 0, start), NB_V("结转"));
}

bool nb_statement_is_other_time(const nb_report *report, const nb_statement *statement,
                                uint32_t end)
{
    static const nb_view other[] = {
        NB_W("历年"),   NB_W("近年"), NB_W("以来"), NB_W("年间"), NB_W("季度"), NB_W("上半年"),
        NB_W("下半年"), NB_W("月至"), NB_W("月底"), NB_W("月末"), NB_W("每月"), NB_W("每年"),
        NB_W("计划"),   NB_W("力争"), NB_W("预计"), NB_W("将"),
    };
    uint32_t has = statement->has;
    if (!(has & (NB_HAS_OTHER_TIME | NB_HAS_CUMULATIVE | NB_HAS_YEAR)))
        return false;
    nb_view text = words_up_to(statement, end);
    if ((has & NB_HAS_OTHER_TIME) && NB_HAS(text, other))
        return true;
    bool is_cumulative = (has & NB_HAS_CUMULATIVE) && !(has & NB_HAS_THIS_YEAR) &&
                         nb_view_contains(text, NB_V("累计"));
    if (report->year == 0 || !(has & NB_HAS_YEAR))
        return is_cumulative;
    bool is_other = false; /* by the year that stands last before the figure */
    uint32_t start = 0;
    for (uint32_t at = 0, year = 0; (year = (uint32_t)nb_year_next(text, &at, &start)) != 0;) {
        if (is_in_title(text, start) ||
            ((int)year != report->year && is_about_carried(text, start, at)))
            continue;
        is_other = (int)year != report->year || is_range_end(text, start);
        is_cumulative = false;
    }
    return is_other || is_cumulative;
}

/* ---- scope ---- */

/* 样例街道 in the report of 虚构市样例街道办事处: the word with what stands before it is the
 * issuer's. */
static bool is_issuer_name(const nb_report *report, nb_view words, uint32_t at, uint32_t len)
{
    uint32_t start = at >= 6 ? at - 6 : 0; /* two characters before it */
    return at >= 6 && nb_view_contains(report->issuer, nb_view_sub(words, start, at + len));
}

static bool names_other_body(const nb_report *report, nb_view words)
{
    static const nb_view bodies[] = {NB_W("局"),   NB_W("委"),   NB_W("乡"),   NB_W("镇"),
                                     NB_W("街道"), NB_W("公司"), NB_W("医院"), NB_W("学校"),
                                     NB_W("中心"), NB_W("部门"), NB_W("单位"), NB_W("法院")};
    static const nb_view own[] = {
        NB_W("我局"),   NB_W("本局"),   NB_W("我委"),   NB_W("本委"),   NB_W("管委会"),
        NB_W("我乡"),   NB_W("本乡"),   NB_W("我镇"),   NB_W("本镇"),   NB_W("我街道"),
        NB_W("本街道"), NB_W("我中心"), NB_W("本中心"), NB_W("本单位"), NB_W("我单位"),
        NB_W("本部门"), NB_W("我部门"), NB_W("全乡"),   NB_W("全镇"),   NB_W("全街道"),
        NB_W("全局"),   NB_W("全委"),   NB_W("委托"),
    };
    for (uint32_t i = 0; i < NB_LEN(bodies); i++) {
        uint32_t at = nb_view_find(words, bodies[i], 0);
        if (at == NB_VIEW_NONE)
            continue;
        bool is_first = at == 0; /* 街道充分利用…: the body itself, in short */
        if (!is_first && !is_issuer_name(report, words, at, bodies[i].len))
            return !NB_HAS(words, own);
    }
    return false;
}

/* This government's own office; the office of a superior that asked for something is no scope. */
static bool names_office(nb_view words)
{
    static const nb_view office[] = {NB_W("本机关"), NB_W("本级"), NB_W("办公室"),
                                     NB_W("本办"),   NB_W("我办"), NB_W("政府办")};
    static const nb_view superiors[] = {NB_W("国务院"), NB_W("省政府"), NB_W("省人民政府"),
                                        NB_W("中央"), NB_W("省委")};
    uint32_t at = nb_view_find(words, NB_V("办公厅"), 0);
    if (at == NB_VIEW_NONE)
        return NB_HAS(words, office);
    return nb_words_ending(nb_view_sub(words, 0, at), superiors, NB_LEN(superiors)) == NB_VIEW_NONE;
}

bool nb_statement_is_other_scope(const nb_report *report, const nb_statement *statement,
                                 uint32_t end)
{
    if (!(statement->has & NB_HAS_SCOPE))
        return false;
    nb_view words = words_up_to(statement, end);
    static const nb_view region[] = {
        NB_W("全市"), NB_W("全县"), NB_W("全区"),   NB_W("全省"), NB_W("全州"),  NB_W("全盟"),
        NB_W("全旗"), NB_W("全国"), NB_W("我市"),   NB_W("我县"), NB_W("我区"),  NB_W("我省"),
        NB_W("各市"), NB_W("各县"), NB_W("全系统"), NB_W("各级"), NB_W("系统内")};
    static const nb_view others[] = {NB_W("下属"),   NB_W("所属"),   NB_W("各单位"),
                                     NB_W("各部门"), NB_W("受委托"), NB_W("代办")};
    if (NB_HAS(words, others) || names_other_body(report, words))
        return true;
    bool is_office = nb_view_contains(report->issuer, NB_V("办公"));
    switch (report->issuer_kind) {
    case NB_ISSUER_GOVERNMENT:
        return is_office ? NB_HAS(words, region) : names_office(words);
    case NB_ISSUER_DEPARTMENT:
    case NB_ISSUER_TOWNSHIP:
        return NB_HAS(words, region);
    default:
        return names_office(words);
    }
}
