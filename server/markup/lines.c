#include "markup/source.h"

#include <string.h>
#include <strings.h>

#include "nb/text/skip.h"

/*
 * Whether a comment or <table stands at at. <!--[if …]--> of word processors is no comment of the
 * author's: in plain text it is a residue that readers see, Markdown drops it.
 */
static bool is_markup_at(nb_view text, uint32_t at, uint32_t end)
{
    const char *p = text.ptr + at;
    if (end - at >= 4 && !memcmp(p, "<!--", 4))
        return end - at < 5 || p[4] != '[';
    if (end - at < 7 || strncasecmp(p, "<table", 6))
        return false;
    return p[6] == '>' || p[6] == ' ' || p[6] == '\t' || p[6] == '/';
}

static bool is_wide_bar(nb_view text, uint32_t at)
{
    const char *p = text.ptr + at;
    return text.len - at >= 3 && (!memcmp(p, "\xEF\xBD\x9C", 3) || !memcmp(p, "\xE2\x94\x82", 3));
}

nb_line nb_line_scan(nb_view text, uint32_t start)
{
    nb_line line = {.start = start};
    uint32_t at = start;
    while (at < text.len && text.ptr[at] == '\t')
        at++;
    line.tabs = line.lead_tabs = at - start;
    for (;; at++) {
        at = nb_skip_to_layout(text, at);
        if (at == text.len)
            break;
        char c = text.ptr[at];
        if (c == '\n' || c == '\r')
            break;
        if (c == '\t')
            line.tabs++;
        else if (c == '<')
            line.has_markup |= is_markup_at(text, at, text.len);
        else
            line.bars += c == '|' || is_wide_bar(text, at);
    }
    line.end = at;
    line.next = at;
    if (at < text.len)
        line.next += text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 1;
    nb_span content = nb_trim(text, nb_span_of(start, at));
    line.first = content.start;
    line.last = content.end;
    return line;
}

nb_line_vec nb_lines_scan(nb_arena *arena, nb_view text, nb_span span)
{
    nb_line_vec lines = {0};
    for (uint32_t at = span.start; at < span.end;) {
        nb_line line = nb_line_scan(text, at);
        *nb_vec_push(arena, &lines) = line;
        at = line.next;
    }
    return lines;
}

void nb_lines_hide(nb_line_vec *lines, const nb_span *hidden, uint32_t count)
{
    if (count == 0)
        return;
    uint32_t kept = 0;
    uint32_t next = 0;
    for (uint32_t i = 0; i < lines->len; i++) {
        const nb_line *line = &lines->items[i];
        while (next < count && hidden[next].start < line->start)
            next++;
        if (next == count || hidden[next].start >= line->next)
            lines->items[kept++] = *line;
    }
    lines->len = kept;
}

void nb_line_change(nb_source *s, uint32_t i, nb_line line)
{
    *nb_vec_push(s->arena, &s->changed) = (nb_changed_line){.index = i, .was = s->lines[i]};
    s->lines[i] = line;
}
