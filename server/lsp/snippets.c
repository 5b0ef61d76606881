#include "lsp/snippets.h"

#include "nb/base/buf.h"
#include "nb/report/skeleton.h"

static const nb_view open_sign = {NB_LIT("【待填：")};
static const nb_view close_sign = {NB_LIT("】")};

bool nb_snippet_is_wanted(nb_view text)
{
    return nb_skeleton_is_unfilled(text);
}

static void add_escaped(nb_buf *out, nb_view text)
{
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '$' || c == '}' || c == '\\')
            nb_buf_add_char(out, '\\');
        nb_buf_add_char(out, c);
    }
}

nb_view nb_snippet_of(nb_arena *arena, nb_view text)
{
    nb_buf out = {0};
    uint32_t stop = 0;
    for (uint32_t at = 0; at < text.len;) {
        uint32_t start = nb_view_find(text, open_sign, at);
        uint32_t end = start == NB_VIEW_NONE ? start : nb_view_find(text, close_sign, start);
        if (end == NB_VIEW_NONE) {
            add_escaped(&out, nb_view_sub(text, at, text.len));
            break;
        }
        end += close_sign.len;
        add_escaped(&out, nb_view_sub(text, at, start));
        nb_buf_printf(&out, "${%u:", ++stop);
        add_escaped(&out, nb_view_sub(text, start, end));
        nb_buf_add_char(&out, '}');
        at = end;
    }
    nb_view result = nb_arena_copy(arena, nb_buf_view(&out));
    nb_buf_release(&out);
    return result;
}
