#include "markup/source.h"

/* Plain text: tables where they are marked, and every other line a paragraph. */
void nb_parse_text(nb_source *s)
{
    nb_layout layout = nb_layout_find(s);
    for (uint32_t i = 0; i < s->line_count;) {
        nb_line *line = &s->lines[i];
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
