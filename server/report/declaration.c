#include "report/reader.h"

/*
 * "本报告由概述、主动公开政府信息情况……等六个部分组成" (domain: relation 36). The list cannot be
 * split at 、 because items contain it; the headings are looked for in the list instead, and what
 * is left between them is split.
 */

enum {
    SEARCH_PARAS = 60,
    SEARCH_BYTES = 6000,
    SENTENCE_BYTES_MAX = 1500,
    PARTS_MAX = 40,
};

/* How many of the usual parts a sentence names. */
static int parts_named(nb_view s)
{
    static const char *const PARTS[] = {
        "主动公开",       "申请公开|公开申请|申请情况",  "复议|诉讼",
        "问题|改进|不足", "概述|总体情况|概况|基本情况", "需要报告|其他事项|说明的事项",
        "收费|减免",
    };
    int count = 0;
    for (uint32_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++)
        count += nb_match_contains(s, PARTS[i]) ? 1 : 0;
    return count;
}

static bool declares(nb_view s)
{
    if (!nb_match_contains(s, "报告|全文|本文|内容"))
        return false;
    bool closed = nb_match_contains(s, "组成|构成|部分|方面");
    bool opened = nb_match_contains(s, "由|包括|包含|分为|共分|分别是|涵盖");
    return closed && opened ? parts_named(s) >= 2
                            : nb_match_contains(s, "包括|包含|分为") && parts_named(s) >= 4;
}

/* The first such sentence of a para. */
static nb_note note_declaration(nb_reader *reader, const nb_para *para)
{
    nb_view v = para->folded.text;
    for (uint32_t from = 0; from < v.len && from < SEARCH_BYTES;) {
        uint32_t stop = nb_view_find(v, NB_V("。"), from);
        if (stop == NB_VIEW_NONE)
            stop = v.len;
        nb_view s = nb_view_sub(v, from, stop);
        if (s.len >= 60 && s.len <= SENTENCE_BYTES_MAX && declares(s)) {
            nb_span *found = NB_NEW(reader->arena, nb_span);
            *found = nb_span_of(from, stop);
            return (nb_note){found, 1, sizeof *found, true};
        }
        from = stop + 3;
    }
    return nb_note_yes(false);
}

/* The first one of the report; *para is NB_VIEW_NONE if there is none. */
void nb_declaration_find(nb_reader *reader, uint32_t *para, nb_span *folded)
{
    *para = NB_VIEW_NONE;
    *folded = (nb_span){0};
    uint32_t end = reader->first_para + SEARCH_PARAS;
    if (end > reader->para_end)
        end = reader->para_end;
    for (uint32_t i = reader->first_para; i < end && *para == NB_VIEW_NONE; i++) {
        const nb_para *p = &reader->paras[i];
        if (p->in_table || p->folded.text.len < 60)
            continue;
        const nb_note *note = nb_note_get(reader, p, NB_NOTE_DECLARATION, note_declaration);
        if (note->count) {
            *para = i;
            *folded = *(const nb_span *)note->items;
        }
    }
}

/* ---- the count ---- */

static void read_count(const nb_para *para, nb_view v, nb_span s, nb_declaration *d, uint32_t *at)
{
    *at = NB_VIEW_NONE;
    for (uint32_t p = s.start; p < s.end; p++) {
        uint32_t end = p;
        unsigned char lead = (unsigned char)v.ptr[p];
        bool may_be_numeral = (lead >= '0' && lead <= '9') || lead == 0xe4 || lead == 0xe5;
        int count = may_be_numeral ? nb_numeral_small(v, &end) : 0;
        if (!count)
            continue;
        uint32_t q = end, len = 0;
        if (nb_match_word(v, q, "个|大", &len) != NB_VIEW_NONE)
            q += len;
        bool is_count = nb_match_word(v, q, "部分|方面|章节|板块|项内容", NULL) != NB_VIEW_NONE;
        nb_view before = nb_view_sub(v, p > 3 ? p - 3 : 0, p);
        if (is_count && count <= PARTS_MAX && !nb_match_ends(before, "第")) {
            d->count = count;
            d->count_span = nb_para_span(para, p, end);
            *at = p;
        }
        p = end - 1;
    }
}

/* ---- the list ---- */

typedef struct piece {
    uint32_t start;
    uint32_t end;
    uint32_t heading;
} piece;

typedef struct list {
    const nb_reader *reader;
    const nb_para *para;
    nb_view v;
    piece items[PARTS_MAX];
    uint32_t count;
    bool certain;
} list;

static void add_piece(list *l, uint32_t start, uint32_t end, uint32_t heading)
{
    if (l->count < PARTS_MAX && end > start)
        l->items[l->count++] = (piece){start, end, heading};
    else if (end > start)
        l->certain = false;
}

/* Where the list ends: before 等六个部分, 共五个部分, 六部分组成. */
static uint32_t list_end(nb_view v, nb_span s, uint32_t count_at)
{
    uint32_t end = count_at == NB_VIEW_NONE ? s.end : count_at;
    for (;;) {
        nb_view before = nb_view_sub(v, s.start, end);
        if (nb_match_ends(before, "等|共|、|计|组成|构成|部分|,|分为|和其"))
            end -= nb_match_ends(before, ",")                          ? 1
                   : nb_match_ends(before, "组成|构成|部分|分为|和其") ? 6
                                                                       : 3;
        else
            return end > s.start ? end : s.start;
    }
}

static uint32_t list_start(nb_view v, nb_span s)
{
    static const char *const OPENERS[] = {"包括", "包含", "分为", "分别是", "涵盖", "由", ":"};
    uint32_t best = NB_VIEW_NONE;
    nb_view sentence = nb_view_sub(v, 0, s.end);
    for (uint32_t i = 0; i < sizeof OPENERS / sizeof OPENERS[0]; i++) {
        nb_view opener = nb_view_of(OPENERS[i]);
        uint32_t at = nb_view_find(sentence, opener, s.start);
        if (at != NB_VIEW_NONE && at + opener.len < best)
            best = at + opener.len;
    }
    if (best == NB_VIEW_NONE)
        return s.start;
    while (nb_match_word(v, best, ":|了|以下|,", NULL) != NB_VIEW_NONE)
        best += v.ptr[best] == ':' || v.ptr[best] == ',' ? 1
                : nb_match_at(v, best, NB_V("了"))       ? 3
                                                         : 6;
    return best;
}

/* The items stand in quotation marks. */
static bool split_quoted(list *l, uint32_t start, uint32_t end)
{
    uint32_t open = NB_VIEW_NONE;
    for (uint32_t p = start; p < end; p++) {
        if (l->v.ptr[p] != '"')
            continue;
        if (open == NB_VIEW_NONE) {
            open = p + 1;
        } else {
            add_piece(l, open, p, NB_VIEW_NONE);
            open = NB_VIEW_NONE;
        }
    }
    l->certain = l->count >= 2 && open == NB_VIEW_NONE;
    return l->count >= 2;
}

static uint32_t cut_connector(nb_view v, uint32_t start, uint32_t end)
{
    for (;;) {
        nb_view words = nb_view_sub(v, start, end);
        if (end > start + 6 && nb_match_ends(words, "以及"))
            end -= 6;
        else if (end > start + 3 && nb_match_ends(words, "和|及|与|、"))
            end -= 3;
        else
            return end;
    }
}

/* Two items joined by 和: 存在的主要问题及改进情况和政府信息公开情况统计表 */
static void add_joined(list *l, uint32_t start, uint32_t end)
{
    end = cut_connector(l->v, start, end);
    for (uint32_t p = start; p < end; p++) {
        uint32_t word = 0, joint = 0;
        if (nb_match_word(l->v, p, "情况|措施|事项|概述", &word) == NB_VIEW_NONE ||
            nb_match_word(l->v, p + word, "和|及|与|以及", &joint) == NB_VIEW_NONE ||
            p + word + joint + 6 > end)
            continue;
        add_piece(l, start, p + word, NB_VIEW_NONE);
        start = p + word + joint;
    }
    add_piece(l, start, end, NB_VIEW_NONE);
}

/* Items between the found headings; at 、 or ， */
static void split_rest(list *l, uint32_t start, uint32_t end)
{
    uint32_t from = start;
    for (uint32_t p = start; p <= end;) {
        uint32_t len = 0;
        if (p < end && nb_match_word(l->v, p, "、|,|;", &len) == NB_VIEW_NONE) {
            p++;
            continue;
        }
        uint32_t a = from, word = 0;
        while (nb_match_word(l->v, a, "和|及|与|以及|、|,", &word) != NB_VIEW_NONE && a < p)
            a += word;
        if (p > a + 5)
            add_joined(l, a, p);
        p += len ? len : 1;
        from = p;
    }
}

typedef struct found {
    uint32_t start;
    uint32_t end;
    uint32_t heading;
} found;

/* Finds each heading's title in the list; the longest first match wins its place. */
static uint32_t find_titles(list *l, uint32_t start, uint32_t end, found *out)
{
    const nb_report *report = l->reader->report;
    uint32_t count = 0;
    nb_view area = nb_view_sub(l->v, 0, end);
    for (uint32_t k = 0; k < report->section_count && k < PARTS_MAX; k++) {
        uint32_t i = report->sections[k].heading;
        if (i == NB_VIEW_NONE || report->headings[i].title.len < 6)
            continue;
        nb_view title = report->headings[i].title;
        uint32_t at = nb_view_find(area, title, start);
        if (at == NB_VIEW_NONE)
            continue;
        found f = {at, at + title.len, i};
        uint32_t slot = count++;
        for (; slot > 0 && out[slot - 1].start > f.start; slot--)
            out[slot] = out[slot - 1];
        out[slot] = f;
    }
    return count;
}

/* An item begins behind a sign or a word that joins, and ends before one. */
static bool is_item(const list *l, uint32_t start, uint32_t end, const found *f)
{
    nb_view before = nb_view_sub(l->v, start, f->start);
    bool begins = f->start == start || nb_match_ends(before, "、|,|;|和|及|与|以及|\"");
    bool ends = f->end == end ||
                nb_match_word(l->v, f->end, "、|,|;|和|及|与|以及|等|\"|共", NULL) != NB_VIEW_NONE;
    return begins && ends;
}

static void split_aligned(list *l, uint32_t start, uint32_t end)
{
    found places[PARTS_MAX];
    uint32_t count = find_titles(l, start, end, places);
    uint32_t at = start;
    for (uint32_t i = 0; i < count; i++) {
        if (places[i].start < at || !is_item(l, start, end, &places[i]))
            continue;
        split_rest(l, at, places[i].start);
        add_piece(l, places[i].start, places[i].end, places[i].heading);
        at = places[i].end;
    }
    split_rest(l, at, end);
}

/* An item that no heading equals may mean the one heading of its kind. */
static void match_by_key(list *l)
{
    const nb_report *report = l->reader->report;
    for (uint32_t i = 0; i < l->count; i++) {
        piece *p = &l->items[i];
        if (p->heading != NB_VIEW_NONE)
            continue;
        nb_view title = nb_view_sub(l->v, p->start, p->end);
        nb_section_key key = nb_title_key(title, (int)i + 1);
        for (uint32_t s = 0; s < report->section_count && s < PARTS_MAX; s++) {
            uint32_t h = report->sections[s].heading;
            if (h == NB_VIEW_NONE || p->heading != NB_VIEW_NONE)
                continue;
            bool taken = false;
            for (uint32_t k = 0; k < l->count; k++)
                taken = taken || l->items[k].heading == h;
            const nb_heading *heading = &report->headings[h];
            if (!taken && (nb_view_ends_with(heading->title, title) ||
                           (key != NB_SECTION_NONE && heading->section == key) ||
                           nb_fold_distance(heading->title, title, 2) <= 2))
                p->heading = h;
        }
    }
}

/* Pieces next to each other of which none means a heading, or that only together are an item. */
static void merge_torn(list *l)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < l->count; i++) {
        if (out && l->items[i].heading == NB_VIEW_NONE) {
            nb_view title = nb_view_sub(l->v, l->items[i].start, l->items[i].end);
            nb_view last = nb_view_sub(l->v, l->items[out - 1].start, l->items[out - 1].end);
            nb_section_key a = nb_title_key(last, (int)out), b = nb_title_key(title, (int)out + 1);
            /* …申请行政复议 | 提起行政诉讼的情况 */
            if (a == b && a != NB_SECTION_NONE && !nb_match_ends(last, "情况|事项|措施")) {
                l->items[out - 1].end = l->items[i].end;
                continue;
            }
        }
        l->items[out++] = l->items[i];
    }
    l->count = out;
}

static void store(nb_reader *reader, const list *l, nb_declaration *d)
{
    nb_declared_part *parts = NB_NEW_ARRAY(reader->arena, nb_declared_part, l->count);
    bool all = l->count >= 2;
    for (uint32_t i = 0; i < l->count; i++) {
        parts[i] = (nb_declared_part){
            .span = nb_para_span(l->para, l->items[i].start, l->items[i].end),
            .title = nb_view_sub(l->v, l->items[i].start, l->items[i].end),
            .heading = l->items[i].heading,
        };
        all = all && l->items[i].heading != NB_VIEW_NONE;
    }
    d->parts = parts;
    d->part_count = l->count;
    d->parts_certain = l->certain || all;
}

void nb_declaration_read(nb_reader *reader, uint32_t para, nb_span folded)
{
    if (para == NB_VIEW_NONE)
        return;
    nb_declaration *d = &reader->report->declaration;
    list l = {.reader = reader, .para = &reader->paras[para], .v = reader->paras[para].folded.text};
    d->is_present = true;
    d->sentence = nb_para_span(l.para, folded.start, folded.end);
    uint32_t count_at;
    read_count(l.para, l.v, folded, d, &count_at);
    if (!d->count)
        d->count_span = nb_span_of(d->sentence.end, d->sentence.end);
    uint32_t start = list_start(l.v, folded), end = list_end(l.v, folded, count_at);
    if (start >= end)
        return;
    if (!split_quoted(&l, start, end)) {
        l.count = 0;
        split_aligned(&l, start, end);
    }
    match_by_key(&l);
    merge_torn(&l);
    store(reader, &l, d);
}
