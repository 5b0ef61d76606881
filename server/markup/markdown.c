#include "markup/turns.h"

#include <string.h>

#include "nb/text/utf8.h"

/*
 * Markdown as reports are written in it. In Chinese a line end inside a paragraph would become a
 * blank, so authors and converters put a paragraph on a line; lines are joined only where the
 * first one is long and stops in mid-sentence, and the next one begins with no numbering.
 */
#define WRAPPED_COLUMNS_MIN 60u

static nb_span content_of(const nb_line *line)
{
    return nb_span_of(line->first, line->last);
}

static uint32_t run_of(nb_view text, nb_span span, char c)
{
    uint32_t at = span.start;
    while (at < span.end && text.ptr[at] == c)
        at++;
    return at - span.start;
}

static void flush(nb_source *s)
{
    nb_span open = s->open.span;
    s->open.span = nb_span_of(0, 0);
    s->open.lines = 0;
    if (nb_span_is_empty(open))
        return;
    nb_mapped text = nb_md_inline(s, open);
    if (text.text.len)
        nb_source_add(s, NB_BLOCK_PARAGRAPH, 0, nb_span_of(s->open.start, open.end), text);
}

/* The level of an ATX heading; *title is what stands between the marks. */
static uint32_t heading_level(nb_view text, const nb_line *line, nb_span *title)
{
    nb_span span = content_of(line);
    uint32_t level = run_of(text, span, '#');
    if (!level || level > 6)
        return 0;
    *title = nb_trim(text, nb_span_of(span.start + level, span.end));
    bool has_blank = title->start > span.start + level || nb_span_is_empty(*title);
    uint32_t end = title->end;
    while (end > title->start && text.ptr[end - 1] == '#')
        end--;
    bool is_closed = end < title->end;
    if (is_closed && (end == title->start || nb_blank_before(text, title->start, end)))
        *title = nb_trim(text, nb_span_of(title->start, end));
    /* "#一、…" is meant as a heading, "#topic#" is not. */
    bool is_numbered = !is_closed && nb_numbering(text, *title);
    return has_blank || is_numbered ? level : 0;
}

/* The level of a setext underline: === is 1, --- is 2. */
static uint32_t underline_level(nb_view text, const nb_line *line)
{
    nb_span span = content_of(line);
    uint32_t len = span.end - span.start;
    if (len >= 2 && run_of(text, span, '=') == len)
        return 1;
    return len >= 3 && run_of(text, span, '-') == len ? 2 : 0;
}

static bool is_break(nb_view text, const nb_line *line)
{
    uint32_t marks = 0;
    char mark = text.ptr[line->first];
    if (!strchr("-*_", mark))
        return false;
    for (uint32_t at = line->first; at < line->last; at++) {
        if (text.ptr[at] != mark && text.ptr[at] != ' ')
            return false;
        marks += text.ptr[at] == mark;
    }
    return marks >= 3;
}

/* Bytes of "- ", "* ", "+ " or of "> " marks. */
static uint32_t marker_len(nb_view text, nb_span span)
{
    uint32_t at = span.start;
    while (at < span.end && (text.ptr[at] == '>' || (at > span.start && text.ptr[at] == ' ')))
        at++;
    if (at + 1 < span.end && strchr("-*+", text.ptr[at]) && text.ptr[at + 1] == ' ')
        at += 2;
    return at - span.start;
}

static bool has_hard_break(nb_view text, const nb_line *line)
{
    return text.ptr[line->last - 1] == '\\' ||
           (line->end - line->last >= 2 && text.ptr[line->last] == ' ');
}

static bool continues(const nb_source *s, const nb_line *line)
{
    nb_span open = s->open.span;
    if (nb_span_is_empty(open) || line->first != line->start || s->open.is_closed ||
        nb_ends_sentence(s->text, open) || nb_numbering(s->text, content_of(line)) ||
        marker_len(s->text, content_of(line)))
        return false;
    nb_view last = nb_view_sub(s->text, s->open.line_start, open.end);
    return last.len > 2 * WRAPPED_COLUMNS_MIN || nb_utf8_columns(last) >= WRAPPED_COLUMNS_MIN;
}

/* ## title {#anchor .class}: attributes of a heading, as pandoc writes them. */
static nb_span without_attributes(nb_view text, nb_span title)
{
    if (title.end - title.start < 4 || text.ptr[title.end - 1] != '}')
        return title;
    for (uint32_t at = title.end - 1; at > title.start; at--) {
        if (text.ptr[at] != '{')
            continue;
        bool is_list = text.ptr[at + 1] == '#' || text.ptr[at + 1] == '.';
        return is_list ? nb_trim(text, nb_span_of(title.start, at)) : title;
    }
    return title;
}

static void take_line(nb_source *s, const nb_line *line)
{
    nb_span content = content_of(line);
    if (nb_span_is_empty(content))
        return;
    nb_span title;
    uint32_t level = heading_level(s->text, line, &title);
    if (level) {
        flush(s);
        nb_source_add(s, NB_BLOCK_HEADING, level, content,
                      nb_md_inline(s, without_attributes(s->text, title)));
        return;
    }
    if (continues(s, line)) {
        s->open.span.end = content.end;
    } else {
        flush(s);
        s->open.start = content.start;
        s->open.span = nb_span_of(content.start + marker_len(s->text, content), content.end);
    }
    s->open.lines++;
    s->open.line_start = content.start;
    s->open.is_closed = has_hard_break(s->text, line);
}

static bool take_underline(nb_source *s, const nb_line *line)
{
    uint32_t level = underline_level(s->text, line);
    if (!level || s->open.lines != 1)
        return false;
    nb_span open = s->open.span;
    s->open.span = nb_span_of(0, 0);
    s->open.lines = 0;
    nb_source_add(s, NB_BLOCK_HEADING, level, nb_span_of(s->open.start, line->last),
                  nb_md_inline(s, open));
    return true;
}

/* Lines [i, end) as one block that nobody looks into. */
static void add_code(nb_source *s, uint32_t i, uint32_t end, bool has_end_mark)
{
    nb_span whole = nb_span_of(nb_line_of(s, i)->first, nb_line_of(s, end - 1)->end);
    uint32_t last = has_end_mark ? nb_line_of(s, end - 1)->start : whole.end;
    uint32_t first = nb_line_of(s, i)->next < last ? nb_line_of(s, i)->next : last;
    nb_span inside = nb_trim(s->text, nb_span_of(first, last));
    nb_source_add(s, NB_BLOCK_CODE, 0, whole, nb_mapped_identity(s->text, inside));
}

/* A code fence; without an end mark it goes on to the end of the text. */
static uint32_t take_fence(nb_source *s, uint32_t i)
{
    nb_span span = content_of(nb_line_of(s, i));
    char mark = s->text.ptr[span.start];
    uint32_t len = run_of(s->text, span, mark);
    if ((mark != '`' && mark != '~') || len < 3)
        return 0;
    uint32_t end = i + 1;
    for (; nb_has_line(s, end); end++) {
        nb_span line = content_of(nb_line_of(s, end));
        uint32_t run = run_of(s->text, line, mark);
        if (run >= len && run == line.end - line.start)
            break;
    }
    flush(s);
    bool has_end_mark = nb_has_line(s, end);
    add_code(s, i, end + has_end_mark, has_end_mark);
    return end + has_end_mark - i;
}

static bool is_dashes(const nb_source *s, uint32_t i)
{
    nb_view line = nb_view_sub(s->text, nb_line_of(s, i)->first, nb_line_of(s, i)->last);
    return nb_view_eq(line, NB_V("---"));
}

/* Data between two lines --- at the very start. */
static uint32_t take_front_matter(nb_source *s)
{
    if (!nb_has_line(s, 0) || !is_dashes(s, 0))
        return 0;
    for (uint32_t i = 1; nb_has_line(s, i); i++) {
        if (is_dashes(s, i)) {
            add_code(s, 0, i + 1, true);
            return i + 1;
        }
    }
    return 0;
}

/* Whatever line i begins with that is no heading and no paragraph. */
static uint32_t take_special(nb_source *s, uint32_t i)
{
    const nb_line *line = nb_line_of(s, i);
    if (nb_line_is_blank(line) && !line->tabs) {
        flush(s);
        return 1;
    }
    if (!nb_line_is_blank(line)) {
        if (take_underline(s, line))
            return 1;
        if (is_break(s->text, line)) {
            flush(s);
            return 1;
        }
        uint32_t taken = take_fence(s, i);
        if (taken)
            return taken;
    }
    bool next_has_bars = nb_has_line(s, i + 1) && nb_line_of(s, i + 1)->bars;
    if (!line->tabs && !line->bars && !next_has_bars)
        return 0;
    flush(s);
    return nb_take_table(s, i);
}

static void take_head(nb_source *s, const nb_line *line)
{
    take_line(s, line);
    flush(s);
}

void nb_parse_markdown(nb_source *s)
{
    uint32_t i = nb_turns_begin(s);
    if (i == 0)
        i = take_front_matter(s);
    while ((i = nb_turn(s, i)) < s->line_count) {
        uint32_t behind =
            nb_line_of(s, i)->has_markup ? nb_take_embedded(s, i, take_head) : UINT32_MAX;
        if (behind != UINT32_MAX) {
            i = behind;
            continue;
        }
        uint32_t taken = take_special(s, i);
        if (!taken)
            take_line(s, nb_line_of(s, i));
        i += taken ? taken : 1;
    }
    flush(s);
}
