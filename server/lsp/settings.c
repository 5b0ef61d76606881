#include "lsp/settings.h"

#include "lsp/configuration.h"
#include "lsp/hold.h"
#include "lsp/refresh.h"

bool nb_settings_take(nb_server *server, const cJSON *settings)
{
    const cJSON *own = nb_json_get(settings, "nianbao");
    if (cJSON_IsObject(own))
        settings = own;
    if (!cJSON_IsObject(settings))
        return false;
    if (!server->settings_arena)
        server->settings_arena = nb_arena_new();
    nb_configuration_forget(server); /* their options point to the settings that end here */
    nb_arena_reset(server->settings_arena, 0);
    server->settings =
        nb_config_read_settings(server->settings_arena, settings, server->client.lang);
    const nb_config *config = &server->settings->config;
    server->options.rules.lang = config->has_lang ? config->lang : server->client.lang;
    server->manual = nb_arena_copy(server->settings_arena, nb_json_path_view(settings, "manual"));
    int64_t rest = nb_json_int(nb_json_get(settings, "typingRest"), NB_HOLD_REST_MS);
    server->typing_rest_ms = rest < 0                  ? 0
                             : rest > NB_HOLD_REST_MAX ? NB_HOLD_REST_MAX
                                                       : (uint32_t)rest;
    server->options.force_report = nb_json_is_true(settings, "forceReport");
    for (uint32_t i = 0; i < server->settings->problem_count; i++)
        nb_log_line(&server->log, NB_LOG_WARN, "settings: %.*s",
                    NB_ARG(server->settings->problems[i].message));
    nb_log_line(&server->log, NB_LOG_INFO, "settings were taken from the client");
    return true;
}

/* The answer is an array in the order asked, null where the client has nothing. */
static void take_configuration(nb_server *server, const cJSON *result, const cJSON *error)
{
    (void)error;
    const cJSON *first = cJSON_IsArray(result) ? result->child : NULL;
    if (nb_settings_take(server, first))
        nb_refresh_all(server);
}

void nb_settings_ask(nb_server *server)
{
    if (!server->client.configuration || !server->is_ready)
        return;
    nb_buf *out = nb_rpc_request(server, "workspace/configuration", take_configuration);
    if (!out)
        return;
    nb_buf_add_str(out, "{\"items\":[{\"section\":\"nianbao\"}]}");
    nb_rpc_send(server);
}

void nb_settings_release(nb_server *server)
{
    nb_arena_free(server->settings_arena);
}
