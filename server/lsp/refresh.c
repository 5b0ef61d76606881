#include "lsp/refresh.h"

#include "lsp/pull.h"

static void refresh(nb_server *server, const char *method)
{
    nb_buf *out = nb_rpc_request(server, method, NULL);
    if (!out)
        return;
    nb_buf_add_str(out, "null");
    nb_rpc_send(server);
}

void nb_refresh_diagnostics(nb_server *server)
{
    if (server->is_ready && server->client.pulls && server->client.refreshes_diagnostics)
        refresh(server, "workspace/diagnostic/refresh");
}

void nb_refresh_all(nb_server *server)
{
    for (uint32_t i = 0; i < server->documents.count; i++)
        server->documents.items[i]->is_dirty = server->documents.items[i]->is_due = true;
    nb_pull_forget(server);
    if (!server->is_ready)
        return;
    nb_refresh_diagnostics(server);
    if (server->client.refreshes_hints)
        refresh(server, "workspace/inlayHint/refresh");
    if (server->client.refreshes_lenses)
        refresh(server, "workspace/codeLens/refresh");
}
