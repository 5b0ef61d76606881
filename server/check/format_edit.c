#include "check/format.h"

#include <string.h>

#include "nb/text/figure.h"
#include "nb/text/utf8.h"

/* The first byte of U+F000 to U+FFFF. */
#define FULLWIDTH_LEAD 0xEF

bool nb_format_touches(const nb_formatter *f, nb_span span)
{
    return span.end >= f->span.start && span.start <= f->span.end;
}

void nb_format_replace(nb_formatter *f, nb_span old, nb_view text)
{
    nb_view before = nb_view_sub(f->analysis->text, old.start, old.end);
    if (nb_view_eq(before, text) || !nb_format_touches(f, old))
        return;
    *nb_vec_push(f->arena, &f->edits) = (nb_edit){old, nb_arena_copy(f->arena, text)};
}

nb_view nb_format_cell(nb_buf *room, nb_view cell)
{
    if (!cell.len || !memchr(cell.ptr, FULLWIDTH_LEAD, cell.len))
        return cell;
    nb_figure figure = nb_figure_read(cell);
    if (figure.state != NB_FIGURE_VALUE || !figure.is_fullwidth)
        return cell;
    nb_buf_clear(room);
    nb_buf_add_view(room, nb_view_sub(cell, 0, figure.digits.start));
    nb_view digits = nb_view_sub(cell, figure.digits.start, figure.digits.end);
    for (uint32_t at = 0; at < digits.len;) {
        uint32_t start = at;
        uint32_t cp = nb_utf8_next(digits, &at);
        bool is_wide = (cp >= 0xFF10 && cp <= 0xFF19) || cp == 0xFF0E || cp == 0xFF0C ||
                       cp == 0xFF0D || cp == 0xFF0B;
        if (is_wide)
            nb_buf_add_char(room, (char)(cp - 0xFEE0));
        else
            nb_buf_add_view(room, nb_view_sub(digits, start, at));
    }
    nb_buf_add_view(room, nb_view_sub(cell, figure.digits.end, cell.len));
    return nb_buf_view(room);
}
