#include "nb/text/skip.h"
#include "report/reader.h"

/*
 * Prose cut into sentences at 。！？ (with the closing quotation mark or bracket behind it) and at
 * the borders of headings and tables.
 */

typedef struct cutter {
    nb_reader *reader;
    NB_VEC(nb_sentence) sentences;
    uint32_t heading; /* next heading to come */
    uint32_t current; /* heading the text stands under */
} cutter;

static const nb_mapped *text_of(const cutter *c, const nb_para *para)
{
    return &c->reader->markup->blocks[para->block].text;
}

static bool is_stop(nb_view v, uint32_t p)
{
    unsigned char c = (unsigned char)v.ptr[p];
    if (c == 0xe3)
        return nb_match_at(v, p, NB_V("。"));
    return c == 0xef && (nb_match_at(v, p, NB_V("！")) || nb_match_at(v, p, NB_V("？")));
}

static uint32_t skip_closing(nb_view v, uint32_t p)
{
    uint32_t len = 0;
    while (p < v.len && nb_match_word(v, p, "”|’|）|)|』|」", &len) != NB_VIEW_NONE)
        p += len;
    return p;
}

static bool is_blank_byte(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static nb_span trimmed(nb_view v, uint32_t start, uint32_t end)
{
    while (start < end && is_blank_byte(v.ptr[start]))
        start++;
    while (end > start && is_blank_byte(v.ptr[end - 1]))
        end--;
    return nb_span_of(start, end);
}

static void add(cutter *c, const nb_para *para, nb_span place, bool is_heading)
{
    if (place.start >= place.end)
        return;
    nb_reader *reader = c->reader;
    const nb_report *report = reader->report;
    nb_sentence *s = nb_vec_push(reader->arena, &c->sentences);
    s->text = nb_mapped_sub(text_of(c, para), place.start, place.end);
    s->block = para->block;
    s->heading = c->current;
    s->is_heading = is_heading;
    s->section =
        c->current == NB_VIEW_NONE ? NB_SECTION_NONE : report->headings[c->current].section;
}

/* The sentences of v[from, to), as nb_span. */
static nb_note cut_text(nb_arena *arena, nb_view v, uint32_t from, uint32_t to)
{
    NB_VEC(nb_span) found = {0};
    uint32_t start = from;
    for (uint32_t p = from; (p = nb_skip_to_sign(v, p)) < to;) {
        if (!is_stop(v, p)) {
            p++;
            continue;
        }
        p = skip_closing(v, p + 3);
        if (p > to)
            p = to;
        *nb_vec_push(arena, &found) = trimmed(v, start, p);
        start = p;
    }
    *nb_vec_push(arena, &found) = trimmed(v, start, to);
    return NB_NOTE_OF(found);
}

static nb_note note_sentences(nb_reader *reader, const nb_para *para)
{
    nb_view v = reader->markup->blocks[para->block].text.text;
    return cut_text(reader->arena, v, 0, v.len);
}

static void cut_prose(cutter *c, const nb_para *para, uint32_t from, uint32_t to)
{
    nb_view v = text_of(c, para)->text;
    bool is_whole = from == 0 && to == v.len;
    nb_note note = is_whole ? *nb_note_get(c->reader, para, NB_NOTE_SENTENCES, note_sentences)
                            : cut_text(c->reader->arena, v, from, to);
    const nb_span *sentences = note.items;
    for (uint32_t i = 0; i < note.count; i++)
        add(c, para, sentences[i], false);
}

/* Prose between the areas of tables. */
static void cut_between_tables(cutter *c, const nb_para *para, uint32_t from, uint32_t to)
{
    const nb_mapped *text = text_of(c, para);
    const nb_table_areas *areas = &c->reader->areas;
    while (from < to) {
        uint32_t place = nb_mapped_source(text, from, from + 1).start;
        uint32_t next = nb_table_area_behind(areas, place);
        if (next == areas->count) {
            cut_prose(c, para, from, to);
            return;
        }
        uint32_t stop = nb_mapped_find(text, areas->items[next].span.start);
        uint32_t behind = nb_mapped_find(text, areas->items[next].span.end);
        if (stop > from)
            cut_prose(c, para, from, stop < to ? stop : to);
        if (behind <= from)
            return;
        from = behind;
    }
}

static void cut_para(cutter *c, const nb_para *para)
{
    const nb_report *report = c->reader->report;
    const nb_mapped *text = text_of(c, para);
    uint32_t from = 0;
    while (c->heading < report->heading_count &&
           report->headings[c->heading].block == para->block) {
        const nb_heading *h = &report->headings[c->heading];
        uint32_t start = nb_mapped_find(text, h->span.start),
                 end = nb_mapped_find(text, h->span.end);
        uint32_t len = 0;
        if (nb_match_word(text->text, end, "。|：|:", &len) != NB_VIEW_NONE)
            end += len;
        if (start > from)
            cut_between_tables(c, para, from, start);
        c->current = c->heading++;
        add(c, para, trimmed(text->text, start, end), true);
        from = end;
    }
    cut_between_tables(c, para, from, text->text.len);
}

void nb_sentences_read(nb_reader *reader)
{
    cutter c = {.reader = reader, .current = NB_VIEW_NONE};
    for (uint32_t i = reader->first_para; i < reader->para_end; i++)
        cut_para(&c, &reader->paras[i]);
    reader->report->sentences = c.sentences.items;
    reader->report->sentence_count = c.sentences.len;
}
