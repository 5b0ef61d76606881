#include "markup/source.h"

#include <string.h>

#include "nb/text/utf8.h"

/*
 * Text taken from a printed page: every line of a paragraph but the last is broken at nearly the
 * same width, in the middle of sentences. Some converters break at a number of columns, some at a
 * number of characters; the measure that more lines agree on is taken.
 */
#define ROW_FIGURES_MIN 3u
#define PARAGRAPH_LINES_MAX 256u /* of one joined paragraph */

bool nb_is_page_mark(nb_view text, nb_span span)
{
    uint32_t dashes = 0;
    uint32_t digits = 0;
    uint32_t at = span.start;
    if (span.end - span.start > 24)
        return false;
    while (at < span.end) {
        uint32_t cp = nb_utf8_next(nb_view_sub(text, 0, span.end), &at);
        if (cp >= '0' && cp <= '9')
            digits++;
        else if (cp == '-' || cp == 0x2014 || cp == 0x2013 || cp == 0x2015 || cp == 0xFF0D)
            dashes++;
        else if (cp != ' ' && cp != 0xA0 && cp != 0x3000)
            return false;
    }
    return digits && digits <= 3 && dashes >= 2;
}

/* A line of a table of columns has gaps; what has gaps is no prose. */
static bool has_gap(nb_view text, nb_span span)
{
    uint32_t blanks = 0;
    for (uint32_t at = span.start; at < span.end;) {
        unsigned char c = (unsigned char)text.ptr[at];
        bool is_han = c >= 0xE4 && c <= 0xE9;
        uint32_t blank = is_han ? 0 : nb_blank_at(text, at, span.end);
        blanks = blank ? blanks + 1 : 0;
        if (blanks > 2)
            return true;
        at += is_han ? 3 : blank ? blank : 1;
    }
    return false;
}

/* A row whose cells one blank parts: its last three words are figures. Prose does not end so. */
static bool is_row_of_figures(nb_view text, nb_span span)
{
    uint32_t figures = 0;
    uint32_t at = span.end;
    while (at > span.start && figures < ROW_FIGURES_MIN) {
        uint32_t end = at;
        while (at > span.start && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9')
            at--;
        if (at == end || at == span.start || text.ptr[at - 1] != ' ')
            return false;
        figures++;
        while (at > span.start && text.ptr[at - 1] == ' ')
            at--;
    }
    return figures == ROW_FIGURES_MIN;
}

bool nb_is_prose_line(nb_view text, const nb_line *line)
{
    return !nb_line_is_blank(line) && !line->tabs && !line->bars && !line->has_markup &&
           !has_gap(text, nb_span_of(line->first, line->last)) &&
           !is_row_of_figures(text, nb_span_of(line->first, line->last));
}

uint32_t nb_measure(nb_view text, nb_span span, bool in_chars)
{
    if (in_chars)
        return nb_count_chars(text, span, NB_MEASURE_MAX);
    return nb_utf8_columns(nb_view_sub(text, span.start, span.end));
}

/* What cannot be broken at the start of a line: a run of ASCII, or one character. */
static uint32_t first_token(nb_view text, nb_span span, bool in_chars)
{
    uint32_t at = span.start;
    while (at < span.end && text.ptr[at] > ' ' && at - span.start < 24)
        at++;
    if (at == span.start)
        nb_utf8_next(text, &at);
    return in_chars ? 1 : nb_utf8_columns(nb_view_sub(text, span.start, at));
}

/* Whether the layout has broken line i, so that the next line of text, at k, goes on with it. */
static bool goes_on(const nb_source *s, const nb_layout *layout, uint32_t i, uint32_t k)
{
    const nb_line *line = nb_line_of(s, i);
    const nb_line *next = nb_line_of(s, k);
    nb_span content = nb_span_of(next->first, next->last);
    if (!nb_is_prose_line(s->text, next) || next->first != next->start ||
        nb_numbering(s->text, content) || nb_is_page_mark(s->text, content))
        return false;
    uint32_t width = nb_measure(s->text, nb_span_of(line->start, line->last), layout->in_chars);
    uint32_t slack = layout->in_chars ? NB_SLACK_CHARS : NB_SLACK_COLUMNS;
    bool is_full = width + slack >= layout->width ||
                   width + first_token(s->text, content, layout->in_chars) > layout->width;
    /* Converters leave the blank of the broken place at the end of the line. */
    is_full |= line->last < line->end && width * 4 >= layout->width * 3;
    return is_full && !nb_ends_sentence(s->text, nb_span_of(line->first, line->last));
}

/* The next line of text behind i, or UINT32_MAX: blank lines are passed over only around a page
 * mark. */
static uint32_t next_text_line(const nb_source *s, uint32_t i)
{
    uint32_t k = i + 1;
    bool has_mark = false;
    while (nb_has_line(s, k) && k - i <= NB_ROW_LINES_MAX) {
        const nb_line *line = nb_line_of(s, k);
        nb_span content = nb_span_of(line->first, line->last);
        bool is_mark = !nb_span_is_empty(content) && nb_is_page_mark(s->text, content);
        if (!is_mark && !nb_span_is_empty(content))
            break;
        has_mark |= is_mark;
        k++;
    }
    bool is_next = (k == i + 1 || has_mark) && nb_has_line(s, k);
    return is_next ? k : UINT32_MAX;
}

uint32_t nb_take_broken(nb_source *s, const nb_layout *layout, uint32_t i)
{
    nb_span parts[PARAGRAPH_LINES_MAX];
    uint32_t count = 0;
    uint32_t at = i;
    for (;;) {
        const nb_line *line = nb_line_of(s, at);
        parts[count++] = nb_span_of(line->first, line->last);
        uint32_t next = next_text_line(s, at);
        if (!nb_is_prose_line(s->text, line) || next == UINT32_MAX ||
            count == PARAGRAPH_LINES_MAX || !goes_on(s, layout, at, next))
            break;
        at = next;
    }
    nb_span span = nb_span_of(parts[0].start, parts[count - 1].end);
    nb_source_add(s, NB_BLOCK_PARAGRAPH, 0, span, nb_join_spans(s, parts, count, NB_JOIN_BROKEN));
    return at + 1 - i;
}
