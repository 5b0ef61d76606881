#include "lsp/server.h"

#include <stdlib.h>

#include "lsp/configuration.h"
#include "lsp/diagnostics.h"
#include "lsp/dispatch.h"
#include "lsp/settings.h"
#include "nb/base/bug.h"

nb_server *nb_server_new(const nb_server_host *host, const nb_log *log)
{
    nb_server *server = calloc(1, sizeof *server);
    if (!server)
        nb_out_of_memory();
    server->host = *host;
    server->log = *log;
    server->spare = nb_arena_new();
    server->scratch = nb_arena_new();
    return server;
}

void nb_server_free(nb_server *server)
{
    if (!server)
        return;
    nb_frame_release(&server->frames);
    nb_inbox_release(&server->inbox);
    nb_documents_release(&server->documents);
    nb_arena_free(server->spare);
    nb_arena_free(server->scratch);
    nb_buf_release(&server->out);
    nb_buf_release(&server->text);
    nb_settings_release(server);
    nb_configuration_release(server);
    free(server);
}

/* The request that a $/cancelRequest names may still wait in the inbox: it is never begun then. */
static void take_cancellation(nb_server *server)
{
    const nb_message *last = &server->inbox.items[server->inbox.count - 1];
    if (last->kind != NB_MESSAGE_NOTIFICATION ||
        !nb_view_eq(nb_view_of(last->method), NB_V("$/cancelRequest")))
        return;
    const cJSON *id = nb_json_path(last->json, "params.id");
    if (id)
        (void)nb_inbox_cancel(&server->inbox, id);
}

void nb_server_input(nb_server *server, nb_view bytes)
{
    while (bytes.len && !server->is_over) {
        switch (nb_frame_take(&server->frames, &bytes)) {
        case NB_FRAME_MORE:
            break;
        case NB_FRAME_READY:
            nb_inbox_add(&server->inbox, &server->frames.body, server->frames.is_foreign_charset);
            take_cancellation(server);
            if (nb_inbox_is_full(&server->inbox))
                nb_server_round(server);
            break;
        case NB_FRAME_BROKEN:
            nb_server_round(server);
            nb_log_line(&server->log, NB_LOG_ERROR, "the input cannot be read any further: %s",
                        server->frames.error);
            server->is_over = true;
            server->exit_status = 1;
            break;
        }
    }
}

void nb_server_round(nb_server *server)
{
    for (uint32_t i = 0; i < server->inbox.count && !server->is_over; i++)
        nb_dispatch(server, &server->inbox.items[i]);
    nb_inbox_clear(&server->inbox);
}

void nb_server_publish(nb_server *server)
{
    if (server->phase != NB_PHASE_RUNNING)
        return;
    for (uint32_t i = 0; i < server->documents.count; i++)
        nb_diagnostics_publish(server, server->documents.items[i]);
}

bool nb_server_idle(nb_server *server)
{
    nb_server_publish(server);
    nb_configuration_tell(server);
    nb_arena_reset(server->scratch, 256u * 1024u);
    return false;
}

void nb_server_gone(nb_server *server, const char *why)
{
    if (server->is_over)
        return;
    nb_log_line(&server->log, NB_LOG_INFO, "%s", why);
    server->is_over = true;
    server->exit_status = server->phase == NB_PHASE_SHUTDOWN ? 0 : 1;
}

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
    return nb_open_settle(open, &server->spare, nb_configuration_of(server, open));
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

void nb_server_add_range(const nb_server *server, nb_buf *out, const nb_analysis *analysis,
                         nb_span span)
{
    nb_json_add_range(out, nb_lines_range(&analysis->lines, span, server->client.encoding));
}
