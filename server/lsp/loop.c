#include "lsp/loop.h"

#include <stdlib.h>

#include "lsp/configuration.h"
#include "lsp/diagnostics.h"
#include "lsp/dispatch.h"
#include "lsp/hold.h"
#include "lsp/pull.h"
#include "lsp/refresh.h"
#include "lsp/settings.h"
#include "nb/base/bug.h"

nb_server *nb_server_new(const nb_server_host *host, const nb_log *log)
{
    nb_server *server = calloc(1, sizeof *server);
    if (!server)
        nb_out_of_memory();
    server->host = *host;
    server->typing_rest_ms = NB_HOLD_REST_MS;
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
    nb_pull_release(server);
    nb_workspace_release(&server->workspace);
    free(server);
}

/* The request that a $/cancelRequest names may still wait in the inbox: it is never begun then. A
 * long one that is under way ends at once. */
static void take_cancellation(nb_server *server)
{
    const nb_message *last = &server->inbox.items[server->inbox.count - 1];
    if (last->kind != NB_MESSAGE_NOTIFICATION ||
        !nb_view_eq(nb_view_of(last->method), NB_V("$/cancelRequest")))
        return;
    const cJSON *id = nb_json_path(last->json, "params.id");
    if (id && !nb_inbox_cancel(&server->inbox, id))
        (void)nb_pull_cancel(server, id);
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

bool nb_server_idle(nb_server *server)
{
    if (nb_hold_tick(server))
        nb_refresh_diagnostics(server);
    nb_diagnostics_publish_all(server);
    nb_hold_wake(server);
    bool is_busy = nb_pull_step(server);
    nb_configuration_tell(server);
    nb_arena_reset(server->scratch, 256u * 1024u);
    nb_arena_warm(server->spare, is_busy ? 0 : server->spare_wanted);
    server->spare_wanted = is_busy ? server->spare_wanted : 0;
    return is_busy;
}

void nb_server_gone(nb_server *server, const char *why)
{
    if (server->is_over)
        return;
    nb_log_line(&server->log, NB_LOG_INFO, "%s", why);
    server->is_over = true;
    server->exit_status = server->phase == NB_PHASE_SHUTDOWN ? 0 : 1;
}
