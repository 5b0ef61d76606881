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

static uint32_t take_comment(nb_source *s, uint32_t at)
{
    uint32_t end = s->lacks_comment_end ? NB_VIEW_NONE : nb_view_find(s->text, NB_V("-->"), at + 4);
    if (end == NB_VIEW_NONE) {
        s->lacks_comment_end = true;
        return NB_VIEW_NONE;
    }
    nb_span content = nb_trim(s->text, nb_span_of(at + 4, end));
    nb_source_add(s, NB_BLOCK_COMMENT, 0, nb_span_of(at, end + 3),
                  nb_mapped_identity(s->text, content));
    return end + 3;
}

static uint32_t take_table(nb_source *s, uint32_t at)
{
    uint32_t end = s->lacks_table_end ? NB_VIEW_NONE : table_end(s->text, at);
    if (end == NB_VIEW_NONE) {
        s->lacks_table_end = true;
        return NB_VIEW_NONE;
    }
    nb_parse_html(s, nb_span_of(at, end));
    return end;
}

static bool ends_here(const nb_source *s, uint32_t at, bool is_comment)
{
    if (is_comment)
        return !s->lacks_comment_end && nb_view_find(s->text, NB_V("-->"), at + 4) != NB_VIEW_NONE;
    return !s->lacks_table_end && table_end(s->text, at) != NB_VIEW_NONE;
}

uint32_t nb_take_embedded(nb_source *s, uint32_t i, void (*before)(nb_source *, const nb_line *))
{
    nb_line *line = &s->lines[i];
    bool is_comment;
    uint32_t at = find_markup(s->text, line->start, line->end, &is_comment);
    if (at >= line->end)
        return UINT32_MAX;
    if (!ends_here(s, at, is_comment)) {
        *(is_comment ? &s->lacks_comment_end : &s->lacks_table_end) = true;
        line->has_markup = false;
        return UINT32_MAX;
    }
    nb_line head = *line;
    nb_span content = nb_trim(s->text, nb_span_of(line->start, at));
    head.end = at;
    head.first = content.start;
    head.last = content.end;
    head.has_markup = false;
    (before ? before : nb_source_add_paragraph)(s, &head);
    uint32_t end = is_comment ? take_comment(s, at) : take_table(s, at);
    while (i + 1 < s->line_count && s->lines[i].next <= end)
        i++;
    s->lines[i] = nb_line_scan(s->text, end);
    return i;
}
