#include "lsp/handlers.h"
#include "lsp/query.h"
#include "nb/check/hints.h"

/* inlayHint and codeLens: both are sent whole, for some clients never resolve them. */

void nb_handle_inlay_hint(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    nb_span span;
    if (!nb_query_begin(&query, server, params, reply, false) ||
        !nb_query_span(&query, params, &span))
        return;
    nb_hints hints = nb_hints_in(server->scratch, query.analysis, span, nb_query_lang(&query));
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < hints.count; i++) {
        const nb_hint *hint = &hints.items[i];
        nb_json_comma(out);
        nb_buf_add_str(out, "{\"position\":");
        nb_json_add_position(
            out, nb_lines_position(&query.analysis->lines, hint->offset, server->client.encoding));
        nb_buf_add_str(out, ",\"label\":");
        nb_json_add_string(out, hint->label);
        nb_buf_add_str(out, ",\"tooltip\":");
        nb_json_add_string(out, hint->tooltip);
        nb_buf_add_str(out, ",\"paddingLeft\":true}");
    }
    nb_buf_add_char(out, ']');
    nb_reply_send(reply);
}

static void add_lens(const nb_query *query, nb_buf *out, const nb_lens *lens)
{
    nb_json_comma(out);
    nb_buf_add_str(out, "{\"range\":");
    nb_server_add_range(query->server, out, query->analysis, lens->span);
    nb_buf_add_str(out, ",\"command\":{\"title\":");
    nb_json_add_string(out, lens->title);
    if (lens->kind == NB_LENS_FIX_ALL || lens->kind == NB_LENS_INSERT) {
        nb_buf_printf(out, ",\"command\":\"nianbao.%s\",\"arguments\":[{\"uri\":",
                      lens->kind == NB_LENS_INSERT ? "insertMissingSections" : "fixAll");
        nb_json_add_string(out, query->open->uri);
        nb_buf_add_str(out, "}]}}");
    } else {
        nb_buf_add_str(out, ",\"command\":\"\"}}"); /* a title that nothing happens on */
    }
}

void nb_handle_code_lens(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, false))
        return;
    nb_lenses lenses = nb_lenses_of(server->scratch, query.analysis, nb_query_lang(&query));
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < lenses.count; i++) {
        bool edits =
            lenses.items[i].kind == NB_LENS_FIX_ALL || lenses.items[i].kind == NB_LENS_INSERT;
        if (!edits || server->client.applies_edits)
            add_lens(&query, out, &lenses.items[i]);
    }
    nb_buf_add_char(out, ']');
    nb_reply_send(reply);
}
