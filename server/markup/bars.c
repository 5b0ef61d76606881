#include "markup/bars.h"

#include <string.h>

uint32_t nb_bar_at(nb_view text, uint32_t at, uint32_t end)
{
    if (at >= end)
        return 0;
    if (text.ptr[at] == '|')
        return 1;
    if (end - at < 3)
        return 0;
    return memcmp(text.ptr + at, "｜", 3) && memcmp(text.ptr + at, "│", 3) ? 0 : 3;
}

uint32_t nb_bar_before(nb_view text, uint32_t start, uint32_t at)
{
    if (at > start && text.ptr[at - 1] == '|')
        return 1;
    return at - start >= 3 && nb_bar_at(text, at - 3, at) == 3 ? 3 : 0;
}

uint32_t nb_bar_find(nb_view text, uint32_t at, uint32_t end)
{
    static const bool matters[256] = {['|'] = true, ['\\'] = true, [0xE2] = true, [0xEF] = true};
    for (; at < end; at++) {
        if (!matters[(unsigned char)text.ptr[at]])
            continue;
        if (nb_bar_at(text, at, end))
            return at;
        at += text.ptr[at] == '\\';
    }
    return end;
}

bool nb_line_is_bars_only(nb_view text, const nb_line *line)
{
    if (!line->bars)
        return false;
    for (uint32_t at = line->first; at < line->last;) {
        uint32_t len = nb_bar_at(text, at, line->last);
        if (!len)
            len = nb_blank_at(text, at, line->last);
        if (!len)
            return false;
        at += len;
    }
    return true;
}

/*
 * The lines of Markdown and of tables drawn with + - = and box characters. A row of single dashes
 * is not one: in the forms a dash stands for "none".
 */
bool nb_line_is_rule(nb_view text, const nb_line *line)
{
    bool is_drawn = false;
    unsigned char before = 0;
    uint32_t at = line->first;
    while (at < line->last) {
        unsigned char c = (unsigned char)text.ptr[at];
        uint32_t len = nb_bar_at(text, at, line->last);
        if (!len)
            len = nb_blank_at(text, at, line->last);
        if (!len && c < 0x80 && strchr(":-=+", c))
            len = 1;
        else if (!len && line->last - at >= 3 && c == 0xE2 && (uint8_t)text.ptr[at + 1] >= 0x94 &&
                 (uint8_t)text.ptr[at + 1] <= 0x95)
            len = 3; /* U+2500–257F */
        if (!len)
            return false;
        is_drawn |= (c == '-' && (before == '-' || before == ':')) || (c == ':' && before == '-') ||
                    c == '=' || (c == 0xE2 && !nb_bar_at(text, at, line->last));
        before = c;
        at += len;
    }
    return is_drawn;
}

void nb_bar_cell(nb_source *s, nb_grid_builder *b, nb_span raw)
{
    nb_span content = nb_trim(s->text, raw);
    if (nb_span_is_empty(content)) {
        /* A figure is written behind one blank: "|  |" becomes "| 0 |". */
        uint32_t at = raw.start + (raw.end - raw.start > 1 && s->text.ptr[raw.start] == ' ');
        content = nb_span_of(at, at);
    }
    if (s->kind != NB_SOURCE_MARKDOWN || nb_span_is_empty(content)) {
        nb_grid_cell_plain(s, b, content);
        return;
    }
    nb_mapped text = nb_md_inline(s, content);
    nb_span span =
        text.text.len ? nb_mapped_whole(&text) : nb_span_of(content.start, content.start);
    nb_grid_cell_add(b, &text, span, 1, 1);
}
