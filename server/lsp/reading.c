#include "lsp/handlers.h"
#include "lsp/hold.h"
#include "lsp/query.h"
#include "nb/check/hover.h"
#include "nb/check/law.h"
#include "nb/check/outline.h"

/* What is known about the place under the caret: hover, highlights, definitions; and links. */

void nb_handle_hover(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, true))
        return;
    nb_hover hover;
    bool markdown = server->client.hover_markdown;
    if (!nb_hover_at(server->scratch, query.analysis, query.offset, nb_query_lang(&query), markdown,
                     &hover)) {
        nb_reply_null(reply);
        return;
    }
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_str(out, "{\"contents\":{\"kind\":");
    nb_json_add_str(out, markdown ? "markdown" : "plaintext");
    nb_buf_add_str(out, ",\"value\":");
    nb_json_add_string(out, hover.text);
    nb_buf_add_str(out, "},\"range\":");
    nb_server_add_range(server, out, query.analysis, hover.span);
    nb_buf_add_char(out, '}');
    nb_reply_send(reply);
}

/* [{before range after}, …] */
static void reply_spans(nb_query *query, nb_span_list spans, const char *before, nb_view uri,
                        const char *after)
{
    nb_buf *out = nb_reply_begin(query->reply);
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < spans.count; i++) {
        nb_json_comma(out);
        nb_buf_add_str(out, before);
        if (uri.ptr) {
            nb_json_add_string(out, uri);
            nb_buf_add_str(out, ",\"range\":");
        }
        nb_server_add_range(query->server, out, query->analysis, spans.items[i]);
        nb_buf_add_str(out, after);
    }
    nb_buf_add_char(out, ']');
    nb_reply_send(query->reply);
}

void nb_handle_document_highlight(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, true))
        return;
    nb_hold_move(query.open, query.offset); /* editors ask for these when the caret moves */
    reply_spans(&query, nb_highlights_at(server->scratch, query.analysis, query.offset),
                "{\"range\":", (nb_view){0}, ",\"kind\":1}");
}

void nb_handle_definition(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, true))
        return;
    reply_spans(&query, nb_definitions_at(server->scratch, query.analysis, query.offset),
                "{\"uri\":", query.open->uri, "}");
}

void nb_handle_references(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, true))
        return;
    bool with_cell = nb_json_is_true(params, "context.includeDeclaration");
    reply_spans(&query, nb_references_at(server->scratch, query.analysis, query.offset, with_cell),
                "{\"uri\":", query.open->uri, "}");
}

void nb_handle_document_link(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, false))
        return;
    nb_links links = nb_links_of(server->scratch, query.analysis);
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < links.count; i++) {
        nb_json_comma(out);
        nb_buf_add_str(out, "{\"range\":");
        nb_server_add_range(server, out, query.analysis, links.items[i].span);
        nb_buf_add_str(out, ",\"target\":");
        nb_json_add_string(out, links.items[i].target);
        nb_buf_add_char(out, '}');
    }
    nb_buf_add_char(out, ']');
    nb_reply_send(reply);
}
