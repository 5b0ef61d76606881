#include "lsp/handlers.h"
#include "lsp/query.h"
#include "nb/check/apply.h"
#include "nb/check/format.h"

/* formatting and rangeFormatting: the same edits, of the whole text or of some lines. */

static void reply_edits(nb_query *query, nb_span span)
{
    nb_format_edits edits = {0};
    if (nb_open_is_shown(query->open))
        edits = nb_format(query->server->scratch, query->analysis, span);
    nb_buf *out = nb_reply_begin(query->reply);
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < edits.count; i++) {
        /* A client keeps carets and marks where nothing is replaced. */
        nb_view old =
            nb_view_sub(query->analysis->text, edits.items[i].span.start, edits.items[i].span.end);
        nb_edit edit = nb_edit_between(old, edits.items[i].new_text);
        edit.span.start += edits.items[i].span.start;
        edit.span.end += edits.items[i].span.start;
        nb_json_comma(out);
        nb_buf_add_str(out, "{\"range\":");
        nb_server_add_range(query->server, out, query->analysis, edit.span);
        nb_buf_add_str(out, ",\"newText\":");
        nb_json_add_string(out, edit.new_text);
        nb_buf_add_char(out, '}');
    }
    nb_buf_add_char(out, ']');
    nb_reply_send(query->reply);
}

void nb_handle_formatting(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (nb_query_begin(&query, server, params, reply, false))
        reply_edits(&query, nb_span_of(0, query.analysis->text.len));
}

void nb_handle_range_formatting(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    nb_span span;
    if (!nb_query_begin(&query, server, params, reply, false) ||
        !nb_query_span(&query, params, &span))
        return;
    reply_edits(&query, span);
}
