#include "markup/turns.h"

/* Where another layout is found than before, every line may be read otherwise. */
static nb_layout find_layout(nb_source *s)
{
    nb_turns *turns = s->turns;
    const nb_trail *before = turns->before;
    nb_layout layout = nb_layout_find(s);
    turns->layout = layout;
    if (before &&
        (before->layout.width != layout.width || before->layout.in_chars != layout.in_chars))
        turns->before = NULL;
    return layout;
}

/* Plain text: tables where they are marked, and every other line a paragraph. */
void nb_parse_text(nb_source *s)
{
    nb_layout layout = find_layout(s);
    uint32_t i = nb_turns_begin(s);
    while ((i = nb_turn(s, i)) < s->line_count) {
        const nb_line *line = nb_line_of(s, i);
        uint32_t behind = line->has_markup ? nb_take_embedded(s, i, NULL) : UINT32_MAX;
        if (behind != UINT32_MAX) {
            i = behind;
            continue;
        }
        uint32_t taken = nb_take_table(s, i);
        if (taken) {
            i += taken;
            continue;
        }
        nb_span content = nb_span_of(line->first, line->last);
        if (nb_line_is_blank(line) || (layout.width && nb_is_page_mark(s->text, content))) {
            i++;
        } else if (layout.width) {
            i += nb_take_broken(s, &layout, i);
        } else {
            nb_source_add_paragraph(s, line);
            i++;
        }
    }
}
