#include "markup/source.h"

#include "nb/text/utf8.h"

bool nb_is_chinese(uint32_t cp)
{
    return cp != NB_UTF8_INVALID && (cp >= 0x2E80 || (cp >= 0x2010 && cp <= 0x2027));
}

bool nb_joins_closely(nb_view text, uint32_t before_end, uint32_t after_start)
{
    if (!before_end || after_start >= text.len)
        return true;
    uint32_t at = before_end;
    if (nb_is_chinese(nb_utf8_prev(text, &at)))
        return true;
    at = after_start;
    return nb_is_chinese(nb_utf8_next(text, &at));
}

nb_mapped nb_join_spans(nb_source *s, const nb_span *spans, uint32_t count, nb_join how)
{
    if (count == 1)
        return nb_mapped_identity(s->text, spans[0]);
    nb_mapped_builder *b = nb_mapped_begin(s->arena);
    for (uint32_t i = 0; i < count; i++) {
        if (i && how == NB_JOIN_WORDS &&
            !nb_joins_closely(s->text, spans[i - 1].end, spans[i].start))
            nb_mapped_add_bytes(b, NB_V(" "), nb_span_of(spans[i - 1].end, spans[i].start));
        nb_mapped piece = nb_mapped_identity(s->text, spans[i]);
        nb_mapped_add(b, &piece);
    }
    return nb_mapped_end(b);
}

static uint32_t line_end(nb_view text, nb_span span)
{
    uint32_t at = span.start;
    while (at < span.end && text.ptr[at] != '\n' && text.ptr[at] != '\r')
        at++;
    return at;
}

void nb_grid_cell_plain(nb_source *s, nb_grid_builder *b, nb_span raw)
{
    nb_span content = nb_trim(s->text, raw);
    if (nb_span_is_empty(content))
        content = nb_span_of(raw.start, raw.start);
    nb_span parts[NB_ROW_LINES_MAX + 1];
    uint32_t count = 0;
    for (nb_span rest = content; rest.start < rest.end && count < NB_ROW_LINES_MAX;) {
        uint32_t end = line_end(s->text, rest);
        nb_span part = nb_trim(s->text, nb_span_of(rest.start, end));
        if (!nb_span_is_empty(part))
            parts[count++] = part;
        rest.start = end + 1;
    }
    nb_mapped text = count > 1 ? nb_join_spans(s, parts, count, NB_JOIN_WORDS)
                               : nb_mapped_identity(s->text, content);
    nb_grid_cell_add(b, &text, content, 1, 1);
}
