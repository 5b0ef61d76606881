#include "markup/source.h"

#include <string.h>
#include <strings.h>

/*
 * HTML inside other text: comments and tables become blocks; other tags stay where they are (in
 * Markdown md_inline.c takes them off).
 */

static uint32_t find_markup(nb_view text, uint32_t at, uint32_t end, bool *is_comment)
{
    for (; at < end; at++) {
        if (text.ptr[at] != '<')
            continue;
        if (end - at >= 5 && !memcmp(text.ptr + at, "<!--[", 5))
            continue;
        *is_comment = end - at >= 4 && !memcmp(text.ptr + at, "<!--", 4);
        if (*is_comment || (end - at >= 6 && !strncasecmp(text.ptr + at, "<table", 6)))
            return at;
    }
    return end;
}

/* Behind the </table> that belongs to the <table at at, or NB_VIEW_NONE. */
static uint32_t table_end(nb_view text, uint32_t at)
{
    uint32_t depth = 0;
    for (; at + 6 <= text.len; at++) {
        const char *less = memchr(text.ptr + at, '<', text.len - at);
        if (!less)
            break;
        at = (uint32_t)(less - text.ptr);
        uint32_t left = text.len - at;
        if (left >= 6 && !strncasecmp(less, "<table", 6)) {
            depth++;
        } else if (left >= 8 && !strncasecmp(less, "</table", 7) && --depth == 0) {
            const char *more = memchr(less, '>', left);
            return more ? (uint32_t)(more - text.ptr) + 1 : NB_VIEW_NONE;
        }
    }
    return NB_VIEW_NONE;
}

/* Behind the comment or table that begins at at, or NB_VIEW_NONE. */
static uint32_t end_of(const nb_source *s, uint32_t at, bool is_comment)
{
    if (is_comment ? s->lacks_comment_end : s->lacks_table_end)
        return NB_VIEW_NONE;
    uint32_t end = is_comment ? nb_view_find(s->text, NB_V("-->"), at + 4) : table_end(s->text, at);
    if (is_comment && end != NB_VIEW_NONE)
        end += 3;
    nb_look_to(s, end);
    return end;
}

static void add_comment(nb_source *s, nb_span span)
{
    nb_span content = nb_trim(s->text, nb_span_of(span.start + 4, span.end - 3));
    nb_source_add(s, NB_BLOCK_COMMENT, 0, span, nb_mapped_identity(s->text, content));
}

uint32_t nb_take_embedded(nb_source *s, uint32_t i, void (*before)(nb_source *, const nb_line *))
{
    const nb_line *line = nb_line_of(s, i);
    bool is_comment;
    uint32_t at = find_markup(s->text, line->start, line->end, &is_comment);
    if (at >= line->end)
        return UINT32_MAX;
    uint32_t end = end_of(s, at, is_comment);
    if (end == NB_VIEW_NONE) {
        *(is_comment ? &s->lacks_comment_end : &s->lacks_table_end) = true;
        nb_line without = *line;
        without.has_markup = false;
        nb_line_change(s, i, without);
        return UINT32_MAX;
    }
    nb_line head = *line;
    nb_span content = nb_trim(s->text, nb_span_of(line->start, at));
    head.end = at;
    head.first = content.start;
    head.last = content.end;
    head.has_markup = false;
    (before ? before : nb_source_add_paragraph)(s, &head);
    if (is_comment)
        add_comment(s, nb_span_of(at, end));
    else
        nb_parse_html(s, nb_span_of(at, end));
    while (nb_line_of(s, i)->next <= end && nb_has_line(s, i + 1))
        i++;
    nb_line_change(s, i, nb_line_scan(s->text, end));
    return i;
}
