#include "report/table_tokens.h"

#include "nb/text/utf8.h"

/* A label that the forms do not have may stand between two figures; more than this is prose. */
#define TEXT_MAX 160u
#define REMARK_MAX 240u
#define FIGURES_MAX 64u

/* A bar counts as one: in a page that is one line it parts cells, and says no more than a blank. */
static bool is_blank(uint32_t cp)
{
    return cp == '|' || cp == 0xFF5C || cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' ||
           cp == 0xA0 || cp == 0x3000 || (cp >= 0x2000 && cp <= 0x200B) || cp == 0xFEFF;
}

static bool is_digit(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 0xFF10 && cp <= 0xFF19);
}

static bool is_dash(uint32_t cp)
{
    return cp == '-' || cp == 0x2010 || (cp >= 0x2012 && cp <= 0x2015) || cp == 0x2212 ||
           cp == 0xFF0D;
}

bool nb_table_is_page_marker(nb_view line)
{
    uint32_t dashes_before = 0, digits = 0, dashes_after = 0;
    bool has_page = false;
    if (line.len > 40)
        return false;
    for (uint32_t at = 0; at < line.len;) {
        uint32_t cp = nb_utf8_next(line, &at);
        if (is_blank(cp) || cp == 0x7B2C || cp == 0x5171) /* 第 共 */
            continue;
        if (cp == 0x9875) /* 页 */
            has_page = true;
        else if (is_digit(cp))
            digits++;
        else if (is_dash(cp) && digits == 0)
            dashes_before++;
        else if (is_dash(cp))
            dashes_after++;
        else
            return false;
    }
    return digits > 0 && digits <= 6 && (has_page || (dashes_before > 0 && dashes_after > 0));
}

static uint32_t skip_blanks(nb_view v, uint32_t at)
{
    while (at < v.len) {
        uint32_t next = at;
        if (!is_blank(nb_utf8_next(v, &next)))
            break;
        at = next;
    }
    return at;
}

static uint32_t skip_word(nb_view v, uint32_t at)
{
    while (at < v.len) {
        uint32_t next = at;
        if (is_blank(nb_utf8_next(v, &next)))
            break;
        at = next;
    }
    return at;
}

static uint32_t trim_end(nb_view v, uint32_t end)
{
    while (end > 0) {
        uint32_t before = end;
        if (!is_blank(nb_utf8_prev(v, &before)))
            break;
        end = before;
    }
    return end;
}

/* 一 … 十, or one ASCII digit. */
static bool is_numeral(uint32_t cp)
{
    static const uint32_t han[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                   0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
    for (size_t i = 0; i < sizeof han / sizeof han[0]; i++)
        if (cp == han[i])
            return true;
    return is_digit(cp);
}

/* The end of v before the numeral that ends at end: Han numerals all, of digits only the last. */
static uint32_t before_numeral(nb_view v, uint32_t end)
{
    uint32_t at = end;
    while (at > 0) {
        uint32_t before = at;
        uint32_t cp = nb_utf8_prev(v, &before);
        if (!is_numeral(cp) || (is_digit(cp) && at < end))
            break;
        at = before;
        if (is_digit(cp))
            break;
    }
    return at;
}

/* The end of the gap v without the numbering (1. 一、 （一） 其中：) of the label behind it. */
static uint32_t before_marker(nb_view v)
{
    uint32_t end = trim_end(v, v.len), at = end;
    if (end == 0)
        return v.len;
    uint32_t last = nb_utf8_prev(v, &at);
    if (last == ')' || last == 0xFF09) {
        uint32_t inner = before_numeral(v, at), open = inner;
        if (inner < at && inner > 0) {
            uint32_t cp = nb_utf8_prev(v, &open);
            if (cp == '(' || cp == 0xFF08)
                return open;
        }
        return v.len;
    }
    if (last == '.' || last == 0xFF0E || last == 0x3001) {
        uint32_t inner = before_numeral(v, at);
        return inner < at ? inner : v.len;
    }
    if (end == v.len && is_digit(last) && at > 0) {
        uint32_t before = at;
        return is_blank(nb_utf8_prev(v, &before)) ? at : v.len;
    }
    return v.len;
}

static uint32_t before_among(nb_view v, uint32_t end)
{
    static const char *const words[] = {"其中：", "其中:", "其中"};
    uint32_t trimmed = trim_end(v, end);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (nb_view_ends_with(nb_view_sub(v, 0, trimmed), nb_view_of(words[i])))
            return trimmed - nb_view_of(words[i]).len;
    return end;
}

/* Punctuation of a label that its fold dropped, and what may follow a label: ） ” ： */
static bool is_label_tail(uint32_t cp)
{
    return cp == ')' || cp == 0xFF09 || cp == 0x201D || cp == '"' || cp == ':' || cp == 0xFF1A;
}

/* Behind the label's last punctuation and a remark in brackets, at the start of the gap. */
static uint32_t skip_remark(nb_view v)
{
    uint32_t tail = 0, at = 0;
    while (tail < v.len) {
        uint32_t next = tail;
        if (!is_label_tail(nb_utf8_next(v, &next)))
            break;
        tail = next;
    }
    at = skip_blanks(v, tail);
    uint32_t next = at;
    if (at >= v.len)
        return tail;
    uint32_t open = nb_utf8_next(v, &next);
    if (open != '(' && open != 0xFF08)
        return tail;
    while (next < v.len && next < at + REMARK_MAX) {
        uint32_t cp = nb_utf8_next(v, &next);
        if (cp == ')' || cp == 0xFF09)
            return next;
        if (cp == 0x3002)
            break;
    }
    return tail;
}

typedef struct gap {
    nb_arena *arena;
    const nb_mapped *text;
    uint32_t base; /* of v in text */
    nb_view v;
    nb_table_token_vec *tokens;
    uint32_t other_start; /* of the stretch of other text that is open, or NB_VIEW_NONE */
    uint32_t other_end;
    uint32_t first; /* where the label with its tail ends: what begins here is glued to it */
} gap;

static void push(gap *g, nb_token_kind kind, uint32_t start, uint32_t end, const nb_figure *figure)
{
    nb_mapped raw = nb_mapped_sub(g->text, g->base + start, g->base + end);
    nb_table_token token = nb_table_token_of(g->arena, kind, raw, figure);
    token.is_glued = start == g->first;
    *nb_vec_push(g->arena, g->tokens) = token;
}

static void close_other(gap *g)
{
    if (g->other_start == NB_VIEW_NONE)
        return;
    push(g, NB_TOKEN_TEXT, g->other_start, g->other_end, NULL);
    g->other_start = NB_VIEW_NONE;
}

/* Digits and what stands inside a figure, at the start of a word that glues text to it. */
static uint32_t figure_prefix(nb_view word)
{
    uint32_t at = 0;
    while (at < word.len) {
        uint32_t next = at;
        uint32_t cp = nb_utf8_next(word, &next);
        if (!is_digit(cp) && cp != '.' && cp != ',' && cp != '%')
            break;
        at = next;
    }
    return at;
}

/* Bytes of a unit that is glued to the label before it and to the figure behind it: 条3098. */
static uint32_t unit_prefix(nb_view word)
{
    uint32_t at = 0;
    while (at < word.len && at <= 6) {
        if (at > 0 && (unsigned char)word.ptr[at] < 0x80)
            return nb_table_is_unit(nb_view_sub(word, 0, at)) ? at : 0;
        nb_utf8_next(word, &at);
    }
    return 0;
}

/* One word of the gap. False: it is the beginning of prose. */
static bool read_word(gap *g, uint32_t start, uint32_t end)
{
    nb_view word = nb_view_sub(g->v, start, end);
    nb_figure figure = {.state = NB_FIGURE_UNREADABLE};
    if (word.len <= FIGURES_MAX)
        figure = nb_figure_read(word);
    if (figure.state == NB_FIGURE_VALUE || figure.state == NB_FIGURE_BLANK) {
        close_other(g);
        push(g, figure.state == NB_FIGURE_VALUE ? NB_TOKEN_FIGURE : NB_TOKEN_BLANK, start, end,
             &figure);
        return true;
    }
    if (nb_table_is_unit(word)) {
        close_other(g);
        push(g, NB_TOKEN_UNIT, start, end, NULL);
        return true;
    }
    uint32_t unit = start == g->first ? unit_prefix(word) : 0;
    uint32_t prefix = figure_prefix(nb_view_sub(word, unit, word.len));
    if (prefix > 0 && (start == g->first || prefix == word.len)) {
        close_other(g);
        figure = nb_figure_read(nb_view_sub(word, 0, prefix));
        if (unit > 0)
            figure.state = NB_FIGURE_UNREADABLE;
        push(g, NB_TOKEN_FIGURE, start, start + unit + prefix, &figure);
        start += unit + prefix;
        if (start == end)
            return true;
    }
    if (g->other_start == NB_VIEW_NONE)
        g->other_start = start;
    g->other_end = end;
    return g->other_end - g->other_start <= TEXT_MAX &&
           !nb_view_contains(nb_view_sub(g->v, start, end), NB_V("。"));
}

/* Behind a line that is a page marker and begins at the line start before at; else at. */
static uint32_t skip_page_marker(nb_view v, uint32_t at)
{
    uint32_t end = at;
    while (end < v.len && v.ptr[end] != '\n' && v.ptr[end] != '\r' && end < at + 41)
        end++;
    if (at > 0) {
        uint32_t before = at;
        while (before > 0 && v.ptr[before - 1] == ' ')
            before--;
        if (before == 0 || (v.ptr[before - 1] != '\n' && v.ptr[before - 1] != '\r'))
            return at;
    }
    return nb_table_is_page_marker(nb_view_sub(v, at, end)) ? end : at;
}

bool nb_table_read_gap(nb_arena *arena, const nb_mapped *text, uint32_t from, uint32_t to,
                       nb_table_token_vec *tokens)
{
    uint32_t end = to == NB_VIEW_NONE ? text->text.len : to;
    uint32_t start = from;
    if (from == NB_VIEW_NONE) /* only the numbering of the first label is wanted */
        start = end > 24 ? nb_utf8_floor(text->text, end - 24) : 0;
    if (start > end)
        return false;
    nb_view all = nb_view_sub(text->text, start, end);
    uint32_t cut = all.len;
    if (to != NB_VIEW_NONE) {
        cut = before_marker(all);
        cut = before_among(all, cut);
    }
    bool has_marker = cut < all.len;
    if (from == NB_VIEW_NONE)
        return has_marker;
    gap g = {.arena = arena,
             .text = text,
             .base = start,
             .v = nb_view_sub(all, 0, cut),
             .tokens = tokens,
             .other_start = NB_VIEW_NONE};
    g.first = skip_remark(g.v);
    for (uint32_t at = g.first;;) {
        at = skip_blanks(g.v, at);
        uint32_t marker_end = at < g.v.len ? skip_page_marker(g.v, at) : at;
        if (marker_end > at) {
            at = marker_end;
            continue;
        }
        if (at >= g.v.len)
            break;
        uint32_t word_end = skip_word(g.v, at);
        if (!read_word(&g, at, word_end)) {
            push(&g, NB_TOKEN_BREAK, at, word_end, NULL);
            return has_marker;
        }
        at = word_end;
    }
    close_other(&g);
    /* 70000072. before 没有现成信息: which digit is the numbering's is a guess. */
    if (cut > 0 && cut < all.len && is_digit((unsigned char)all.ptr[cut]) &&
        is_digit((unsigned char)all.ptr[cut - 1]) && tokens->len > 0) {
        static const nb_figure unreadable = {.state = NB_FIGURE_UNREADABLE};
        tokens->items[tokens->len - 1].figure = &unreadable;
    }
    return has_marker;
}
