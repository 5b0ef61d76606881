#include "check/format.h"

void nb_format_replace(nb_formatter *f, nb_span old, nb_view text)
{
    nb_view before = nb_view_sub(f->analysis->text, old.start, old.end);
    if (nb_view_eq(before, text) || old.end < f->span.start || old.start > f->span.end)
        return;
    *nb_vec_push(f->arena, &f->edits) = (nb_edit){old, nb_arena_copy(f->arena, text)};
}
