#include "markup/source.h"

#include <string.h>
#include <strings.h>

/* Whether <!-- or <table stands at at. */
static bool is_markup_at(nb_view text, uint32_t at, uint32_t end)
{
    const char *p = text.ptr + at;
    if (end - at >= 4 && !memcmp(p, "<!--", 4))
        return true;
    if (end - at < 7 || strncasecmp(p, "<table", 6))
        return false;
    return p[6] == '>' || p[6] == ' ' || p[6] == '\t' || p[6] == '/';
}

/* What decides between dialects is counted in the one pass that looks for the line end. */
nb_line nb_line_scan(nb_view text, uint32_t start)
{
    nb_line line = {.start = start};
    bool leads = true;
    uint32_t at = start;
    bool has_less = false;
    for (; at < text.len; at++) {
        unsigned char c = (unsigned char)text.ptr[at];
        if (c >= 0xF0 || (c > '|' && c < 0xE2))
            ;
        else if (c == '\n' || c == '\r')
            break;
        else if (c == '\t')
            line.tabs++, line.lead_tabs += leads;
        else if (c == '|')
            line.bars++;
        else if (c == '<')
            has_less = true;
        else if (c == 0xEF && at + 3 <= text.len && !memcmp(text.ptr + at, "\xEF\xBD\x9C", 3))
            line.bars++;
        else if (c == 0xE2 && at + 3 <= text.len && !memcmp(text.ptr + at, "\xE2\x94\x82", 3))
            line.bars++;
        if (c != '\t')
            leads = false;
    }
    line.end = at;
    line.next = at;
    if (at < text.len)
        line.next += text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 1;
    nb_span content = nb_trim(text, nb_span_of(start, at));
    line.first = content.start;
    line.last = content.end;
    for (uint32_t i = start; has_less && i < at && !line.has_markup; i++)
        line.has_markup = text.ptr[i] == '<' && is_markup_at(text, i, at);
    return line;
}

static uint32_t count_line_ends(nb_view text, uint32_t start)
{
    uint32_t count = 1;
    for (uint32_t i = start; i < text.len; i++)
        count += text.ptr[i] == '\n' || text.ptr[i] == '\r';
    return count;
}

void nb_source_index_from(nb_source *s, uint32_t start)
{
    s->lines = nb_arena_alloc(s->arena, count_line_ends(s->text, start) * sizeof *s->lines);
    for (uint32_t at = start; at < s->text.len; at = s->lines[s->line_count - 1].next)
        s->lines[s->line_count++] = nb_line_scan(s->text, at);
}

void nb_source_index(nb_source *s)
{
    nb_source_index_from(s, 0);
}
