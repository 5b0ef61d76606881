#include "lsp/query.h"

#include "lsp/configuration.h"

nb_open *nb_request_document(nb_server *server, const cJSON *params, nb_reply *reply)
{
    const cJSON *uri = nb_json_path(params, "textDocument.uri");
    if (!cJSON_IsString(uri)) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "textDocument.uri is missing");
        return NULL;
    }
    nb_open *open = nb_documents_find(&server->documents, nb_json_view(uri));
    if (!open)
        nb_reply_error(reply, NB_ERR_REQUEST_FAILED, "the document is not open");
    return open;
}

const nb_analysis *nb_request_analysis(nb_server *server, nb_open *open)
{
    bool is_first = !open->analysis;
    const nb_analysis *analysis =
        nb_open_settle(open, &server->spare, nb_configuration_of(server, open));
    if (is_first)
        server->spare_wanted = nb_arena_footprint(open->arena) / 2;
    return analysis;
}

bool nb_query_begin(nb_query *query, nb_server *server, const cJSON *params, nb_reply *reply,
                    bool with_position)
{
    *query = (nb_query){.server = server, .reply = reply};
    query->open = nb_request_document(server, params, reply);
    if (!query->open)
        return false;
    nb_position position = {0};
    if (with_position && !nb_json_position(nb_json_get(params, "position"), &position)) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "position is missing");
        return false;
    }
    query->analysis = nb_request_analysis(server, query->open);
    query->offset = nb_lines_offset(&query->analysis->lines, position, server->client.encoding);
    return true;
}

bool nb_query_span(const nb_query *query, const cJSON *params, nb_span *span)
{
    nb_range range;
    if (!nb_json_range(nb_json_get(params, "range"), &range)) {
        nb_reply_error(query->reply, NB_ERR_INVALID_PARAMS, "range is missing");
        return false;
    }
    *span = nb_lines_span_of(&query->analysis->lines, range, query->server->client.encoding);
    return true;
}

void nb_server_add_range(const nb_server *server, nb_buf *out, const nb_analysis *analysis,
                         nb_span span)
{
    nb_json_add_range(out, nb_lines_range(&analysis->lines, span, server->client.encoding));
}
