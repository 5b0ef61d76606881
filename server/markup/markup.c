#include "markup/source.h"

nb_markup nb_markup_parse(nb_arena *arena, nb_view text, nb_source_kind kind)
{
    return nb_markup_parse_without(arena, text, kind, NULL, 0);
}

nb_markup nb_markup_parse_without(nb_arena *arena, nb_view text, nb_source_kind kind,
                                  const nb_span *hidden, uint32_t hidden_count)
{
    if (kind == NB_SOURCE_AUTO)
        kind = nb_source_kind_of(text);
    nb_source s = {.arena = arena, .text = text, .kind = kind};
    if (kind == NB_SOURCE_HTML) {
        nb_parse_html(&s, nb_span_of(0, text.len));
    } else {
        nb_source_index(&s);
        nb_source_hide(&s, hidden, hidden_count);
        if (kind == NB_SOURCE_MARKDOWN)
            nb_parse_markdown(&s);
        else
            nb_parse_text(&s);
    }
    nb_source_settle(&s);
    return (nb_markup){
        .kind = kind, .text = text, .blocks = s.blocks.items, .block_count = s.blocks.len};
}
