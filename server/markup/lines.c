#include "markup/source.h"

#include <string.h>
#include <strings.h>

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

/* Bytes that decide between dialects; all others are passed over at once. */
static const bool decides[256] = {
    ['\n'] = true, ['\r'] = true, ['\t'] = true, ['|'] = true,
    ['<'] = true,  [0xE2] = true, [0xEF] = true, /* first bytes of │ and ｜ */
};

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
        while (at < text.len && !decides[(unsigned char)text.ptr[at]])
            at++;
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

void nb_source_index_from(nb_source *s, uint32_t start)
{
    s->lines = NULL;
    s->line_count = 0;
    for (uint32_t at = start, cap = 0; at < s->text.len;) {
        if (s->line_count == cap)
            s->lines = nb_vec_grow(s->arena, s->lines, s->line_count, &cap, sizeof *s->lines);
        s->lines[s->line_count] = nb_line_scan(s->text, at);
        at = s->lines[s->line_count++].next;
    }
}

void nb_source_index(nb_source *s)
{
    nb_source_index_from(s, 0);
}

void nb_source_hide(nb_source *s, const nb_span *hidden, uint32_t count)
{
    if (count == 0)
        return;
    uint32_t kept = 0;
    uint32_t next = 0;
    for (uint32_t i = 0; i < s->line_count; i++) {
        while (next < count && hidden[next].start < s->lines[i].start)
            next++;
        if (next == count || hidden[next].start >= s->lines[i].next)
            s->lines[kept++] = s->lines[i];
    }
    s->line_count = kept;
}
