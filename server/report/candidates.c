#include "report/reader.h"

#include <string.h>

/*
 * Every place that may be a heading: numbered starts of paragraphs, marked-up headings, and, where
 * a page came as one line, numbers in the middle of a paragraph. outline.c decides what they are.
 */

enum {
    HEADING_CHARS_MAX = 45,
    LABEL_CHARS_MIN = 8,
    MID_LINE_BYTES_MIN = 200, /* shorter paragraphs have no headings in their middle */
};

typedef struct collector {
    nb_reader *reader;
    nb_candidates list;
    uint32_t declaration_para;
    nb_span declaration;
} collector;

/* Offset of the first sign at or after from that ends a title; v.len if there is none. */
static uint32_t first_stop(const collector *c, const nb_para *para, uint32_t from, bool gaps,
                           const char *signs)
{
    nb_view v = para->folded.text;
    uint32_t most = from + HEADING_CHARS_MAX * 3 + 2, end = v.len < most ? v.len : most;
    uint32_t gap = gaps ? nb_para_next_gap(c->reader, para, from + 1, end) : v.len;
    for (uint32_t p = from; p < end; p++) {
        unsigned char byte = (unsigned char)v.ptr[p];
        if ((byte & 0xc0u) == 0x80u)
            continue;
        if ((byte < 0x80 || byte == 0xe3) && nb_match_word(v, p, signs, NULL) != NB_VIEW_NONE)
            return p;
        if (p == gap)
            return p;
    }
    return v.len;
}

static uint32_t trim_end(nb_view v, uint32_t start, uint32_t end)
{
    while (end > start) {
        if (strchr(":;.", v.ptr[end - 1]))
            end--;
        else if (end - start >= 3 && nb_match_at(v, end - 3, NB_V("。")))
            end -= 3;
        else
            break;
    }
    return end;
}

static bool is_short(nb_view v, uint32_t start, uint32_t end)
{
    return nb_match_length(nb_view_sub(v, start, end), HEADING_CHARS_MAX + 1) <= HEADING_CHARS_MAX;
}

/*
 * Where the title that begins at from ends; from if it cannot be told. A stop (。：；or a blank in
 * a long paragraph) near enough ends it; else the words of official titles do; else a comma.
 */
static uint32_t title_end(const collector *c, const nb_para *para, uint32_t from)
{
    nb_view v = para->folded.text;
    uint32_t stop = first_stop(c, para, from, true, "。|:|;|!|?|,");
    bool at_comma = stop < v.len && v.ptr[stop] == ',';
    uint32_t stretch = nb_title_stretch(v, from), behind = from + stretch;
    bool at_digit = behind < v.len && v.ptr[behind] >= '0' && v.ptr[behind] <= '9';
    if (!at_comma && is_short(v, from, stop) && !(stretch >= 6 && at_digit))
        return stop;
    if (stretch >= 6)
        return behind;
    uint32_t full_stop = first_stop(c, para, from, false, "。|:|;");
    if (full_stop < v.len && is_short(v, from, full_stop))
        return full_stop;
    return at_comma && is_short(v, from, stop) ? stop : from;
}

static bool is_excluded(const collector *c, uint32_t index, uint32_t start, uint32_t end)
{
    const nb_para *para = &c->reader->paras[index];
    nb_span place = nb_para_span(para, start, end);
    const nb_table_area *area = nb_table_area_at(&c->reader->areas, place.start);
    if (area && (area->span.end >= place.end || para->in_table))
        return true;
    if (index == c->declaration_para && start >= c->declaration.start && start < c->declaration.end)
        return true;
    /* A label torn off its table; a short one (数量, 其他) may as well be a heading. */
    nb_view whole = nb_view_sub(para->folded.text, start, end);
    while (whole.len > 0 && strchr("0123456789.,-", whole.ptr[whole.len - 1]))
        whole.len--; /* with its figures */
    return nb_match_length(whole, LABEL_CHARS_MIN) >= LABEL_CHARS_MIN && nb_form_is_label(whole);
}

static void add(collector *c, const nb_candidate *candidate)
{
    *nb_vec_push(c->reader->arena, &c->list) = *candidate;
}

static void fill_number(nb_candidate *candidate, const nb_numbering *n)
{
    candidate->style = n->style;
    candidate->number = n->number;
    candidate->number_start = n->number_start;
    candidate->number_end = n->number_end;
    candidate->title_start = n->end;
}

static void find_key(nb_candidate *candidate, nb_view v)
{
    nb_view title = nb_view_sub(v, candidate->title_start, candidate->title_end);
    candidate->key = nb_title_key(title, candidate->number);
}

/* Numbers below the parts have no key as long as the parts have: see find_late_keys. */
static void set_title(nb_candidate *candidate, nb_view v, uint32_t end)
{
    candidate->title_end = trim_end(v, candidate->title_start, end);
    if (candidate->style == NB_NUMBER_HAN || candidate->style == NB_NUMBER_CHAPTER ||
        candidate->style == NB_NUMBER_NONE)
        find_key(candidate, v);
}

/* A marked-up heading: all of it is the title, unless it holds the text as well. */
static bool take_marked(collector *c, uint32_t index, nb_candidate *candidate)
{
    const nb_para *para = &c->reader->paras[index];
    nb_view v = para->folded.text;
    candidate->level = c->reader->markup->blocks[para->block].level;
    if (candidate->style == NB_NUMBER_ORDINAL && !is_short(v, 0, v.len))
        return false;
    candidate->is_whole = is_short(v, candidate->title_start, v.len);
    set_title(candidate, v,
              candidate->is_whole ? v.len : title_end(c, para, candidate->title_start));
    return true;
}

/* A paragraph that is nothing but a title without number. */
static bool is_bare_title(nb_view v)
{
    if (v.len > 90 || nb_match_contains(v, "。|,|;|:"))
        return false;
    nb_section_key key = nb_title_key(v, 0);
    if (key == NB_SECTION_NONE)
        return false;
    return nb_title_match_form(NULL, v, 0, nb_form_get(NB_FORM_2021)).is_official ||
           nb_title_match_form(NULL, v, 0, nb_form_get(NB_FORM_2019)).is_official;
}

static bool take_plain(collector *c, uint32_t index, bool is_numbered, nb_candidate *candidate)
{
    const nb_para *para = &c->reader->paras[index];
    nb_view v = para->folded.text;
    if (!is_numbered) {
        candidate->is_whole = is_bare_title(v);
        set_title(candidate, v, v.len);
        return candidate->is_whole;
    }
    if (candidate->style == NB_NUMBER_ORDINAL)
        return false;
    uint32_t from = candidate->title_start;
    uint32_t stop = first_stop(c, para, from, false, "。|:|;|!|?");
    candidate->is_whole = trim_end(v, from, v.len) <= stop && is_short(v, from, v.len);
    uint32_t end = candidate->is_whole ? v.len : title_end(c, para, from);
    if (end == from) /* one long clause */
        end = first_stop(c, para, from, false, "。|:|;|,");
    set_title(candidate, v, end);
    nb_view title = nb_view_sub(v, from, candidate->title_end);
    bool is_sentence =
        candidate->is_whole && nb_match_ends(v, "。|;") && nb_match_contains(title, ",");
    bool is_clause = candidate->title_end < v.len && v.ptr[candidate->title_end] == ',';
    candidate->is_item = (is_sentence || is_clause) && nb_title_key(title, 0) == NB_SECTION_NONE;
    return true;
}

/* The other half of what stands before the number: 【一、总体情况】 */
static uint32_t trim_decoration(nb_view v, uint32_t start, uint32_t end)
{
    if (end >= start + 3 && nb_match_at(v, end - 3, NB_V("】")))
        return end - 3;
    return end > start && strchr("\"]", v.ptr[end - 1]) ? end - 1 : end;
}

/* The candidate at the start of a para; the offset behind it, or 0. */
static uint32_t take_start(collector *c, uint32_t index)
{
    const nb_reader *reader = c->reader;
    const nb_para *para = &reader->paras[index];
    nb_view v = para->folded.text;
    nb_candidate candidate = {.para = index};
    nb_numbering n = {.style = NB_NUMBER_NONE};
    bool is_numbered = nb_numbering_read(v, 0, &n);
    if (!is_numbered && v.len <= HEADING_CHARS_MAX * 3) {
        (void)nb_heading_bare(v, &n);
        is_numbered = n.style != NB_NUMBER_NONE;
    }
    bool is_decorated =
        is_numbered && n.number_start > 0 && v.ptr[0] != '(' && !nb_match_at(v, 0, NB_V("第"));
    if (is_numbered)
        fill_number(&candidate, &n);
    bool is_marked = reader->markup->blocks[para->block].kind == NB_BLOCK_HEADING;
    bool taken = is_marked ? take_marked(c, index, &candidate)
                           : take_plain(c, index, is_numbered, &candidate);
    if (is_decorated)
        candidate.title_end = trim_decoration(v, candidate.title_start, candidate.title_end);
    if (!taken || candidate.title_end <= candidate.title_start ||
        is_excluded(c, index, 0, candidate.title_end))
        return 0;
    add(c, &candidate);
    return candidate.title_end;
}

/* Signs after which a heading may begin in mid-line. */
static bool may_begin(const collector *c, const nb_para *para, uint32_t at, uint32_t last_end)
{
    nb_view v = para->folded.text;
    if (at == last_end || nb_para_gap(c->reader, para, at))
        return true;
    nb_view before = nb_view_sub(v, at > 4 ? at - 4 : 0, at);
    return nb_match_ends(before, "。|;|:|!|?|)|。\"|>");
}

static bool is_inside_word(nb_view v, uint32_t at)
{
    nb_view before = nb_view_sub(v, at > 4 ? at - 4 : 0, at);
    return nb_match_ends(before, "第|\"|'|《|、|一|二|三|四|五|六|七|八|九|十|和|及|的|见");
}

/* A number found in the middle; the offset behind the heading, or 0. */
static uint32_t take_middle(collector *c, uint32_t index, uint32_t at, uint32_t last_end)
{
    const nb_para *para = &c->reader->paras[index];
    nb_view v = para->folded.text;
    nb_numbering n;
    if (!nb_numbering_read(v, at, &n) || is_inside_word(v, at))
        return 0;
    if (n.style != NB_NUMBER_HAN && n.style != NB_NUMBER_HAN_PAREN)
        return 0;
    nb_candidate candidate = {.para = index, .start = at, .is_mid_line = true};
    fill_number(&candidate, &n);
    uint32_t stretch = n.style == NB_NUMBER_HAN ? nb_title_stretch(v, n.end) : 0;
    bool begins = may_begin(c, para, at, last_end);
    if (n.style == NB_NUMBER_HAN && stretch >= 6) {
        set_title(&candidate, v, n.end + stretch);
        candidate.has_words = candidate.key != NB_SECTION_NONE;
    }
    if (!candidate.has_words) {
        uint32_t end = begins ? title_end(c, para, n.end) : n.end;
        if (end <= n.end || end == v.len)
            return 0;
        set_title(&candidate, v, end);
    }
    if (candidate.title_end <= candidate.title_start ||
        is_excluded(c, index, at, candidate.title_end))
        return 0;
    add(c, &candidate);
    return candidate.title_end;
}

/* Start of the Han numeral that ends at end; end if there is none. */
static uint32_t numeral_before(nb_view v, uint32_t end)
{
    uint32_t p = end;
    while (p >= 3 && end - p < 9 &&
           nb_match_word(v, p - 3, "一|二|三|四|五|六|七|八|九|十", NULL) != NB_VIEW_NONE)
        p -= 3;
    return p;
}

static void take_middles(collector *c, uint32_t index, uint32_t from)
{
    nb_view v = c->reader->paras[index].folded.text;
    uint32_t last_end = from;
    for (uint32_t p = from; p < v.len; p += nb_match_step(v, p)) {
        uint32_t at = NB_VIEW_NONE;
        unsigned char byte = (unsigned char)v.ptr[p];
        if (byte == '(')
            at = p;
        else if (byte == 0xe3 && nb_match_at(v, p, NB_V("、")) && numeral_before(v, p) < p)
            at = numeral_before(v, p);
        if (at == NB_VIEW_NONE || at < last_end)
            continue;
        uint32_t end = take_middle(c, index, at, last_end);
        if (end) {
            last_end = end;
            p = end - 1;
        }
    }
}

/* No part was found by 一、 or the like: then the parts may be numbered 1. or （一）. */
static void find_late_keys(collector *c)
{
    for (uint32_t i = 0; i < c->list.len; i++)
        if (c->list.items[i].key != NB_SECTION_NONE)
            return;
    for (uint32_t i = 0; i < c->list.len; i++)
        find_key(&c->list.items[i], c->reader->paras[c->list.items[i].para].folded.text);
}

static void take_para(collector *c, uint32_t index)
{
    const nb_reader *reader = c->reader;
    const nb_para *para = &reader->paras[index];
    bool is_title = index >= reader->title_first && index < reader->title_end;
    if (is_title && para->folded.text.len <= MID_LINE_BYTES_MIN)
        return;
    uint32_t from = para->in_table || is_title ? 0 : take_start(c, index);
    if (para->folded.text.len > MID_LINE_BYTES_MIN)
        take_middles(c, index, from);
}

/* True if the para stands in or at nothing that has a say in what is a heading. */
static bool is_free(const collector *c, uint32_t index)
{
    const nb_reader *reader = c->reader;
    const nb_para *para = &reader->paras[index];
    bool is_title = index >= reader->title_first && index < reader->title_end;
    return !para->in_table && !is_title && index != c->declaration_para &&
           !nb_table_areas_touch(&reader->areas, nb_mapped_whole(&para->folded));
}

/* Of a free para. */
static nb_note note_candidates(nb_reader *reader, const nb_para *para)
{
    collector c = {.reader = reader, .declaration_para = NB_VIEW_NONE};
    take_para(&c, (uint32_t)(para - reader->paras));
    return NB_NOTE_OF(c.list);
}

static void take_free(collector *c, uint32_t index)
{
    const nb_para *para = &c->reader->paras[index];
    const nb_note *note = nb_note_get(c->reader, para, NB_NOTE_CANDIDATES, note_candidates);
    const nb_candidate *items = note->items;
    for (uint32_t i = 0; i < note->count; i++) {
        nb_candidate candidate = items[i];
        candidate.para = index;
        add(c, &candidate);
    }
}

nb_candidates nb_candidates_collect(nb_reader *reader, uint32_t declaration_para,
                                    nb_span declaration)
{
    collector c = {
        .reader = reader, .declaration_para = declaration_para, .declaration = declaration};
    for (uint32_t i = reader->first_para; i < reader->para_end; i++) {
        if (is_free(&c, i))
            take_free(&c, i);
        else
            take_para(&c, i);
    }
    find_late_keys(&c);
    return c.list;
}
