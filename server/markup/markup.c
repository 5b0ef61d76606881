#include "markup/turns.h"

nb_markup nb_markup_parse(nb_arena *arena, nb_view text, nb_source_kind kind)
{
    return nb_markup_parse_with(arena, text, kind, &(nb_markup_options){0});
}

static void parse_lines(nb_source *s, const nb_markup_options *options)
{
    const nb_trail *before = options->before ? options->before->trail : NULL;
    if (before && before->kind == s->kind) {
        s->turns->before = before;
        s->turns->change = nb_trail_change(before, s->text, options->hidden, options->hidden_count);
    }
    nb_source_index(s, options->hidden, options->hidden_count);
    if (s->kind == NB_SOURCE_MARKDOWN)
        nb_parse_markdown(s);
    else
        nb_parse_text(s);
}

nb_markup nb_markup_parse_with(nb_arena *arena, nb_view text, nb_source_kind kind,
                               const nb_markup_options *options)
{
    if (kind == NB_SOURCE_AUTO)
        kind = nb_source_kind_of(text);
    nb_look look = {0};
    nb_turns turns = {0};
    nb_source s = {.arena = arena, .text = text, .kind = kind, .look = &look, .turns = &turns};
    if (kind == NB_SOURCE_HTML)
        nb_parse_html(&s, nb_span_of(0, text.len));
    else
        parse_lines(&s, options);
    bool is_moved = nb_source_settle(&s, 0); /* else the marks know where their blocks are */
    const nb_trail *trail =
        is_moved ? NULL : nb_turns_end(&s, options->hidden, options->hidden_count);
    return (nb_markup){.kind = kind,
                       .text = text,
                       .blocks = s.blocks.items,
                       .block_count = s.blocks.len,
                       .trail = trail};
}
