#include "lsp/configuration.h"
#include "lsp/handlers.h"
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
    while (change && !names_config(nb_json_path_view(change, "uri")))
        change = change->next;
    if (!change)
        return;
    nb_configuration_reload(server);
    nb_refresh_all(server);
}

/* For clients that watch nothing and were asked to tell of saving. */
void nb_handle_did_save(nb_server *server, const cJSON *params)
{
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
