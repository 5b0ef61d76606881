#include "nb/text/skip.h"
#include "report/dates.h"

/*
 * The reporting year and everything that names it (domain: chapter 0): title, period, preamble,
 * captions of tables, sign-off minus one, the year that the prose speaks of most.
 */

enum {
    FIRST_YEAR = 2000,
    YEARS = 100,
    PREAMBLE_BYTES = 3000,
    TITLE_BYTES_MAX = 240, /* a longer para with the title in it is the whole page */
    EVIDENCE_MAX = 64,     /* further places say nothing new */
};

typedef NB_VEC(nb_year_evidence) evidence;

const char *nb_year_source_name(nb_year_source source)
{
    static const char *const NAMES[] = {
        [NB_YEAR_NONE] = "none",       [NB_YEAR_TITLE] = "title",
        [NB_YEAR_PERIOD] = "period",   [NB_YEAR_PREAMBLE] = "preamble",
        [NB_YEAR_CAPTION] = "caption", [NB_YEAR_SIGN_OFF] = "sign-off",
        [NB_YEAR_BODY] = "body",       [NB_YEAR_FORCED] = "forced",
    };
    return NAMES[source];
}

static void add(nb_reader *reader, evidence *list, nb_year_source source, int year, nb_span span)
{
    if (nb_year_is_plausible(year) && list->len < EVIDENCE_MAX)
        *nb_vec_push(reader->arena, list) = (nb_year_evidence){source, year, span};
}

static bool year_at(nb_view v, uint32_t p, int *year, uint32_t *end)
{
    *end = p;
    *year = nb_year_digits(v, end);
    return nb_date_may_begin(v, p) && nb_year_is_plausible(*year) &&
           nb_match_at(v, *end, NB_V("年"));
}

/* A year in a para, and what it may be. */
typedef struct found_year {
    int year;
    uint32_t start, end;
    bool begins_sentence;
    bool is_preamble; /* 2020年（度）政府信息公开…报告, unless it stands in the name of a notice
                         《…》 */
    bool is_caption;
} found_year;

typedef NB_VEC(found_year) year_list;

static bool is_in_title(nb_view v, uint32_t at)
{
    int depth = 0;
    for (uint32_t p = 0; p < at; p += nb_match_step(v, p))
        if (v.ptr[p] == '\xe3' && nb_match_at(v, p, NB_V("《")))
            depth++;
        else if (depth && nb_match_at(v, p, NB_V("》")))
            depth--;
    return depth > 0;
}

static bool is_preamble(nb_view v, uint32_t start, uint32_t end)
{
    uint32_t rest = end + 3;
    if (nb_match_at(v, rest, NB_V("度")))
        rest += 3;
    if (start >= PREAMBLE_BYTES ||
        nb_match_word(v, rest, "政府信息公开|政务公开|信息公开|政务信息", NULL) == NB_VIEW_NONE)
        return false;
    nb_view near = nb_view_sub(v, rest, rest + 48);
    return nb_match_contains(near, "报告") && !nb_match_contains(near, "条例") &&
           !is_in_title(v, start);
}

/* 2017年度政府信息公开情况统计表; an annex 2023年度整改情况表 tells of another matter. */
static bool is_caption(nb_view v)
{
    return v.len <= 150 && nb_match_ends(v, "统计表|情况表") && !nb_match_contains(v, "。|,") &&
           nb_match_contains(v, "信息公开|政务公开|政府信息|申请公开");
}

/* 2020年，… */
static bool begins_sentence(nb_view v, uint32_t start)
{
    nb_view before = nb_view_sub(v, start > 3 ? start - 3 : 0, start);
    return start + 7 < v.len && (start == 0 || nb_match_ends(before, "。|;|)|况|述"));
}

static nb_note note_years(nb_reader *reader, const nb_para *para)
{
    nb_view v = para->folded.text;
    year_list found = {0};
    for (uint32_t p = 0; (p = nb_skip_to_year(v, p)) < v.len; p++) {
        found_year f = {.start = p};
        if (!year_at(v, p, &f.year, &f.end))
            continue;
        f.begins_sentence = begins_sentence(v, p);
        f.is_preamble = is_preamble(v, p, f.end);
        f.is_caption = !found.len && is_caption(v);
        *nb_vec_push(reader->arena, &found) = f;
        p = f.end - 1;
    }
    return NB_NOTE_OF(found);
}

static const found_year *years_of(nb_reader *reader, const nb_para *para, uint32_t *count)
{
    const nb_note *note = nb_note_get(reader, para, NB_NOTE_YEARS, note_years);
    *count = note->count;
    return note->items;
}

static void add_preamble(nb_reader *reader, evidence *list, const nb_para *para)
{
    uint32_t count;
    const found_year *found = years_of(reader, para, &count);
    for (uint32_t i = 0; i < count; i++) {
        nb_span place = nb_para_span(para, found[i].start, found[i].end);
        bool is_title = place.start == reader->report->title.year_span.start; /* a one-line page */
        if (found[i].is_preamble && !is_title)
            add(reader, list, NB_YEAR_PREAMBLE, found[i].year, place);
    }
}

static void add_caption(nb_reader *reader, evidence *list, const nb_para *para)
{
    uint32_t count;
    const found_year *found = years_of(reader, para, &count);
    if (count && found[0].is_caption)
        add(reader, list, NB_YEAR_CAPTION, found[0].year,
            nb_para_span(para, found[0].start, found[0].end));
}

/* The year that begins most sentences. */
static void count_body(nb_reader *reader, const nb_para *para, uint32_t counts[YEARS],
                       nb_span first[YEARS])
{
    uint32_t count;
    const found_year *found = years_of(reader, para, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t slot = (uint32_t)(found[i].year - FIRST_YEAR);
        if (found[i].begins_sentence && !counts[slot]++)
            first[slot] = nb_para_span(para, found[i].start, found[i].end);
    }
}

static void add_body(nb_reader *reader, evidence *list)
{
    uint32_t counts[YEARS] = {0};
    nb_span first[YEARS];
    for (uint32_t i = reader->first_para; i < reader->para_end; i++)
        if (!reader->paras[i].in_table)
            count_body(reader, &reader->paras[i], counts, first);
    uint32_t best = 0;
    for (uint32_t i = 1; i < YEARS; i++)
        if (counts[i] > counts[best])
            best = i;
    if (counts[best])
        add(reader, list, NB_YEAR_BODY, (int)best + FIRST_YEAR, first[best]);
}

void nb_year_read(nb_reader *reader)
{
    nb_report *report = reader->report;
    evidence list = {0};
    add(reader, &list, NB_YEAR_TITLE, report->title.year, report->title.year_span);
    for (uint32_t i = 0; i < report->period_count; i++) {
        const nb_period *p = &report->periods[i];
        if (p->state == NB_PERIOD_READ)
            add(reader, &list, NB_YEAR_PERIOD, p->start.year, p->dates);
    }
    uint32_t end =
        reader->body_first < reader->para_end ? reader->body_first + 1 : reader->para_end;
    for (uint32_t i = reader->title_first; i < end; i++) {
        bool is_title =
            i < reader->title_end && reader->paras[i].folded.text.len <= TITLE_BYTES_MAX;
        if (!reader->paras[i].in_table && !is_title)
            add_preamble(reader, &list, &reader->paras[i]);
    }
    for (uint32_t i = reader->first_para; i < reader->para_end; i++)
        add_caption(reader, &list, &reader->paras[i]);
    if (report->sign_off.has_date)
        add(reader, &list, NB_YEAR_SIGN_OFF, report->sign_off.date.year - 1,
            report->sign_off.date.span);
    add_body(reader, &list);
    report->years = list.items;
    report->year_count = list.len;
    if (list.len) {
        report->year = list.items[0].year;
        report->year_source = list.items[0].source;
    }
    if (reader->options && reader->options->force_year) {
        report->year = reader->options->force_year;
        report->year_source = NB_YEAR_FORCED;
    }
}
