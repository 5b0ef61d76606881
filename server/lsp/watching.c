#include "lsp/configuration.h"
#include "lsp/handlers.h"
#include "lsp/hold.h"
#include "lsp/pull.h"
#include "lsp/refresh.h"
#include "lsp/settings.h"

/* What the client tells of the world outside the documents: settings, files written. */

static bool names_config(nb_view uri)
{
    return nb_view_ends_with(uri, NB_V("/" NB_CONFIG_NAME));
}

void nb_handle_did_change_watched_files(nb_server *server, const cJSON *params)
{
    const cJSON *changes = nb_json_get(params, "changes");
    const cJSON *change = cJSON_IsArray(changes) ? changes->child : NULL;
    bool is_report = false;
    bool is_config = false;
    for (; change; change = change->next) {
        nb_view uri = nb_json_path_view(change, "uri");
        is_config |= names_config(uri);
        is_report |= nb_is_report_path(uri);
    }
    if (is_config) {
        nb_configuration_reload(server);
        nb_refresh_all(server);
    } else if (is_report) {
        nb_pull_wake(server);
    }
}

/* For clients that watch nothing and were asked to tell of saving. */
void nb_handle_did_save(nb_server *server, const cJSON *params)
{
    nb_view uri = nb_json_path_view(params, "textDocument.uri");
    nb_open *open = uri.ptr ? nb_documents_find(&server->documents, uri) : NULL;
    if (open)
        nb_hold_end(open);
    nb_pull_wake(server);
    if (!names_config(nb_json_path_view(params, "textDocument.uri")) ||
        server->client.registers_watchers)
        return;
    nb_configuration_reload(server);
    nb_refresh_all(server);
}

/* Some clients send the settings along, others only that something has changed. */
void nb_handle_did_change_configuration(nb_server *server, const cJSON *params)
{
    if (server->client.configuration)
        nb_settings_ask(server);
    else if (nb_settings_take(server, nb_json_get(params, "settings")))
        nb_refresh_all(server);
}

void nb_handle_did_change_workspace_folders(nb_server *server, const cJSON *params)
{
    nb_workspace_change(&server->workspace, nb_json_get(params, "event"));
    nb_pull_wake(server);
}
