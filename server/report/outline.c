#include "report/reader.h"

/*
 * Candidates become headings with a depth. The style of the parts (一、 in nearly every report) is
 * found first; deeper levels follow from the order in which styles appear. A numbered item of a
 * list is never a part, and a sibling that changes its style (（一） 2. 3.) stays a sibling when it
 * continues the count.
 */

enum {
    STACK_MAX = 12,
    AHEAD_MAX = 200,    /* candidates looked at to see whether a count goes on */
    BETWEEN_MAX = 4000, /* bytes looked through for the beginning of a list */
};

typedef struct level {
    nb_number_style style;
    uint8_t markup; /* level of a marked-up heading without number */
    int last;       /* last number */
    int depth;
    uint32_t candidate; /* its last one */
} level;

typedef struct outline {
    nb_reader *reader;
    const nb_candidates *candidates;
    nb_number_style top;
    uint8_t top_markup;
    level stack[STACK_MAX];
    uint32_t depth; /* entries in use */
    int last_top;
    nb_section_key current;
    bool seen[NB_SECTION_COUNT];
    NB_VEC(nb_heading) headings;
} outline;

/* ---- the style of the parts ---- */

static void find_top(outline *o)
{
    uint32_t keyed[NB_NUMBER_ORDINAL + 1] = {0};
    uint32_t paren_late = 0;
    for (uint32_t i = 0; i < o->candidates->len; i++) {
        const nb_candidate *c = &o->candidates->items[i];
        if (c->key == NB_SECTION_NONE)
            continue;
        if (c->style == NB_NUMBER_NONE && !o->top_markup)
            o->top_markup = c->level;
        keyed[c->style]++;
        if (c->style == NB_NUMBER_HAN_PAREN &&
            (c->key == NB_SECTION_PROBLEMS || c->key == NB_SECTION_OTHER))
            paren_late++;
    }
    o->top = NB_NUMBER_HAN;
    if (keyed[NB_NUMBER_CHAPTER] >= 2)
        o->top = NB_NUMBER_CHAPTER;
    else if (keyed[NB_NUMBER_HAN] >= 2 || (keyed[NB_NUMBER_HAN] == 1 && keyed[NB_NUMBER_NONE] < 3))
        o->top = NB_NUMBER_HAN;
    else if (keyed[NB_NUMBER_NONE] >= 2)
        o->top = NB_NUMBER_NONE;
    else if (keyed[NB_NUMBER_DIGIT] >= 3)
        o->top = NB_NUMBER_DIGIT;
    else if (keyed[NB_NUMBER_HAN_PAREN] >= 4 && paren_late)
        o->top = NB_NUMBER_HAN_PAREN;
    else if (keyed[NB_NUMBER_CIRCLED] >= 4)
        o->top = NB_NUMBER_CIRCLED;
    else if (keyed[NB_NUMBER_DIGIT_PAREN] >= 4)
        o->top = NB_NUMBER_DIGIT_PAREN;
}

/* ---- parts ---- */

/* The deepest open level of the style below the parts; NULL if there is none. */
static level *open_level(outline *o, nb_number_style style, uint8_t markup)
{
    for (uint32_t i = o->depth; i > 0; i--) {
        level *l = &o->stack[i - 1];
        if (l->depth > 1 && l->style == style && (style != NB_NUMBER_NONE || l->markup == markup))
            return l;
    }
    return NULL;
}

/*
 * A list in the style of the parts, that candidate from belongs to: behind it the parts go on where
 * they were left.
 */
static bool parts_come_back(const outline *o, uint32_t from)
{
    int nested = o->candidates->items[from].number;
    for (uint32_t i = from + 1; i < o->candidates->len && i <= from + AHEAD_MAX; i++) {
        const nb_candidate *c = &o->candidates->items[i];
        if (c->style != o->top)
            continue;
        if (c->number == nested + 1)
            nested++;
        else if (c->number == o->last_top + 1 && c->key != NB_SECTION_NONE)
            return nested >= 2;
    }
    return false;
}

/* After a restart at one: does the count of the parts go on further down? */
static bool parts_go_on(const outline *o, uint32_t from)
{
    bool saw_two = false;
    if (o->last_top == 1)
        return parts_come_back(o, from);
    for (uint32_t i = from + 1; i < o->candidates->len && i <= from + AHEAD_MAX; i++) {
        const nb_candidate *c = &o->candidates->items[i];
        if (c->style != o->top)
            continue;
        if (c->number == o->last_top + 1 && c->key != NB_SECTION_NONE)
            return saw_two || o->last_top > 1;
        if (c->number == 2)
            saw_two = true;
    }
    return false;
}

static bool is_top_numbered(outline *o, const nb_candidate *c, uint32_t index)
{
    const level *nested = open_level(o, c->style, 0);
    bool continues = c->number == o->last_top + 1;
    if (nested && c->number == nested->last + 1 &&
        (!(continues && c->key != NB_SECTION_NONE) || parts_come_back(o, index)))
        return false;
    /* Labels of a table come again and again in a page that is one line. */
    bool seen = c->key != NB_SECTION_NONE && o->seen[c->key];
    if (c->number == 1 && o->last_top >= 1) {
        if (c->key == NB_SECTION_NONE || c->key == o->current || (c->is_mid_line && seen))
            return false;
        return !parts_go_on(o, index);
    }
    if (c->is_mid_line)
        return continues ? c->has_words || !nested : c->has_words && !seen;
    if (c->key != NB_SECTION_NONE)
        return c->is_whole || continues || !o->seen[c->key];
    if (o->top != NB_NUMBER_HAN && o->top != NB_NUMBER_CHAPTER)
        return continues && c->is_whole;
    return c->is_whole || (continues && !nested);
}

static bool is_top_unnumbered(const outline *o, const nb_candidate *c)
{
    if (c->level && o->top == NB_NUMBER_NONE)
        return c->level <= o->top_markup;
    if (c->key != NB_SECTION_NONE && !o->seen[c->key] && c->is_whole)
        return o->top == NB_NUMBER_NONE || c->level == 0 || c->level <= 2;
    return false;
}

/* 三、 … 4. … 五、: a part whose number is written in another style. */
static bool is_top_mixed(const outline *o, const nb_candidate *c)
{
    if (c->number != o->last_top + 1 || !c->is_whole || c->is_mid_line || o->last_top == 0)
        return false;
    nb_view v = nb_view_sub(o->reader->paras[c->para].folded.text, c->title_start, c->title_end);
    nb_section_key key = nb_title_key(v, c->number);
    if (key == NB_SECTION_NONE || o->seen[key] || key < o->current || key == NB_SECTION_DISCLOSURE)
        return false;
    const level *inner = o->depth ? &o->stack[o->depth - 1] : NULL;
    if (inner && inner->depth > 1 && inner->style == c->style)
        return false;
    return nb_title_match_form(o->reader->arena, v, c->number, nb_form_get(NB_FORM_2021))
        .is_official;
}

static bool is_top(outline *o, const nb_candidate *c, uint32_t index)
{
    if (c->style == NB_NUMBER_NONE)
        return is_top_unnumbered(o, c);
    if (c->style == o->top)
        return is_top_numbered(o, c, index);
    return is_top_mixed(o, c);
}

/* ---- deeper levels ---- */

/* True if number stands in the text between two candidates, behind the end of a clause: then the
 * list that c continues began in mid-line. */
static bool list_began_between(const outline *o, uint32_t from, uint32_t to)
{
    const nb_candidate *a = &o->candidates->items[from], *b = &o->candidates->items[to];
    uint32_t looked = 0;
    for (uint32_t para = a->para; para < b->para; para++) {
        nb_view v = o->reader->paras[para].folded.text;
        uint32_t p = para == a->para ? a->title_end : 0;
        for (nb_numbering n; p < v.len; p++) {
            if (looked++ > BETWEEN_MAX)
                return true;
            if (((unsigned char)v.ptr[p] & 0xc0u) != 0x80u && nb_numbering_read(v, p, &n) &&
                n.style == b->style && n.number == b->number - 1)
                return true;
        }
    }
    return false;
}

static void push(outline *o, const nb_candidate *c, int depth, uint32_t index)
{
    if (o->depth == STACK_MAX)
        o->depth--;
    o->stack[o->depth++] = (level){c->style, c->level, c->number, depth, index};
}

/* Pops what is deeper than l and makes c its next sibling. */
static int join_level(outline *o, level *l, const nb_candidate *c, uint32_t index)
{
    o->depth = (uint32_t)(l - o->stack) + 1;
    l->style = c->style;
    l->last = c->number;
    l->candidate = index;
    return l->depth;
}

static int place_deeper(outline *o, const nb_candidate *c, uint32_t index)
{
    level *same = open_level(o, c->style, c->level);
    if (same)
        return join_level(o, same, c, index);
    for (uint32_t i = o->depth; i > 0 && c->number > 1; i--) {
        level *l = &o->stack[i - 1];
        if (l->depth > 1 && l->last == c->number - 1 && !list_began_between(o, l->candidate, index))
            return join_level(o, l, c, index);
    }
    if (c->style == NB_NUMBER_NONE) { /* by its markup level, below what it stands under */
        while (o->depth && o->stack[o->depth - 1].depth > 1 &&
               o->stack[o->depth - 1].markup >= c->level)
            o->depth--;
    }
    int depth = o->depth ? o->stack[o->depth - 1].depth + 1 : 2;
    push(o, c, depth, index);
    return depth;
}

static int place(outline *o, const nb_candidate *c, uint32_t index)
{
    if (!is_top(o, c, index))
        return place_deeper(o, c, index);
    o->depth = 0;
    push(o, c, 1, index);
    if (c->number)
        o->last_top = c->number;
    else
        o->last_top++;
    o->current = c->key;
    if (c->key == NB_SECTION_NONE && c->style != o->top) {
        nb_view v = o->reader->paras[c->para].folded.text;
        o->current = nb_title_key(nb_view_sub(v, c->title_start, c->title_end), c->number);
    }
    o->seen[o->current] = true;
    return 1;
}

static void store(outline *o, const nb_candidate *c, int depth)
{
    const nb_para *para = &o->reader->paras[c->para];
    nb_view v = para->folded.text;
    uint32_t rest = c->title_end;
    while (rest < v.len && nb_match_word(v, rest, "。|:|;|.", NULL) != NB_VIEW_NONE)
        rest += v.ptr[rest] == ':' || v.ptr[rest] == ';' || v.ptr[rest] == '.' ? 1 : 3;
    nb_heading *h = nb_vec_push(o->reader->arena, &o->headings);
    *h = (nb_heading){
        .span = nb_para_span(para, c->start, c->title_end),
        .number_span = nb_para_span(para, c->number_start, c->number_end),
        .title_span = nb_para_span(para, c->title_start, c->title_end),
        .title = nb_view_sub(v, c->title_start, c->title_end),
        .style = c->style,
        .number = c->number,
        .depth = depth,
        .section = o->current,
        .is_run_in = rest < v.len,
        .is_mid_line = c->is_mid_line,
        .block = para->block,
    };
    if (c->style == NB_NUMBER_NONE)
        h->number_span = nb_span_of(h->span.start, h->span.start);
}

/* From the back, remembering the next heading of each depth. Depths are at most STACK_MAX + 1. */
static void find_bodies(nb_heading *headings, uint32_t count, uint32_t end)
{
    uint32_t next[STACK_MAX + 3];
    for (uint32_t d = 0; d < sizeof next / sizeof next[0]; d++)
        next[d] = end;
    for (uint32_t i = count; i > 0; i--) {
        nb_heading *h = &headings[i - 1];
        uint32_t depth = (uint32_t)h->depth;
        uint32_t to = next[depth] > h->span.end ? next[depth] : h->span.end;
        h->body = nb_span_of(h->span.end, to);
        for (uint32_t d = depth; d < sizeof next / sizeof next[0]; d++)
            next[d] = h->span.start;
    }
}

void nb_outline_read(nb_reader *reader, const nb_candidates *candidates)
{
    outline o = {.reader = reader, .candidates = candidates};
    find_top(&o);
    reader->body_first = reader->para_end;
    for (uint32_t i = 0; i < candidates->len; i++) {
        const nb_candidate *c = &candidates->items[i];
        /* Marked-up lines before the first part are the page's, not the report's. */
        if (c->style == NB_NUMBER_NONE && !o.last_top && !is_top(&o, c, i))
            continue;
        int depth = place(&o, c, i);
        if (c->is_item && depth > 1)
            continue;
        if (depth == 1 && reader->body_first == reader->para_end)
            reader->body_first = c->para;
        store(&o, c, depth);
    }
    find_bodies(o.headings.items, o.headings.len, reader->report->extent.end);
    reader->report->headings = o.headings.items;
    reader->report->heading_count = o.headings.len;
}

/* What was found of a title, by its words, its number and the form. */
typedef struct judged_title {
    uint32_t start, end;
    int number;
    const nb_form *form;
    nb_title_match match;
} judged_title;

static nb_title_match judge(nb_reader *reader, const nb_heading *h)
{
    const nb_form *form = reader->report->form;
    const nb_para *para = &reader->paras[reader->reading->para_of_block[h->block]];
    uint32_t start = (uint32_t)(h->title.ptr - para->folded.text.ptr);
    nb_note *note = &para->notes[NB_NOTE_JUDGED];
    const judged_title *last = note->items; /* of several in a line */
    if (last && last->start == start && last->end == start + h->title.len &&
        last->number == h->number && last->form == form)
        return last->match;
    judged_title *judged = NB_NEW(reader->arena, judged_title);
    *judged = (judged_title){start, start + h->title.len, h->number, form,
                             nb_title_match_form(reader->arena, h->title, h->number, form)};
    *note = (nb_note){judged, 1, sizeof *judged, true};
    return judged->match;
}

/* Once the form is known: how official the titles of the parts are. */
void nb_headings_judge(nb_reader *reader)
{
    nb_report *report = reader->report;
    nb_heading *headings = NB_NEW_ARRAY(reader->arena, nb_heading, report->heading_count);
    nb_section_key part = NB_SECTION_NONE;
    for (uint32_t i = 0; i < report->heading_count; i++) {
        nb_heading *h = &headings[i];
        *h = report->headings[i];
        if (h->depth == 1) {
            nb_title_match match = judge(reader, h);
            part = match.key;
            h->is_official = match.is_official;
            h->is_misspelt = match.is_misspelt;
            h->intended = match.intended;
        }
        h->section = part;
    }
    report->headings = headings;
}
