#include <string.h>

#include "lsp/configuration.h"
#include "lsp/handlers.h"
#include "lsp/pull.h"
#include "lsp/settings.h"

/* LSP 3.17, "Lifecycle Messages". The order of the phases is kept by dispatch.c. */

void nb_handle_initialize(nb_server *server, const cJSON *params, nb_reply *reply)
{
    if (!cJSON_IsObject(params)) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "initialize needs params");
        return;
    }
    nb_client_read(&server->client, params);
    server->options.rules.lang = server->client.lang;
    nb_workspace_read(&server->workspace, params);
    (void)nb_settings_take(server, nb_json_get(params, "initializationOptions"));
    nb_handle_set_trace(server, params);
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_str(out, "{\"capabilities\":{");
    nb_dispatch_add_capabilities(&server->client, out);
    nb_buf_printf(out,
                  "\"positionEncoding\":\"%s\"},"
                  "\"serverInfo\":{\"name\":\"nianbao\",\"version\":\"%s\"}}",
                  nb_encoding_name(server->client.encoding), NB_VERSION);
    nb_reply_send(reply);
    server->phase = NB_PHASE_RUNNING;
    if (server->host.watch_process && server->client.process_id)
        server->host.watch_process(server->host.context, server->client.process_id);
    nb_log_line(&server->log, NB_LOG_INFO, "client %.*s %.*s, positions in %s, diagnostics %s",
                NB_ARG(nb_json_path_view(params, "clientInfo.name")),
                NB_ARG(nb_json_path_view(params, "clientInfo.version")),
                nb_encoding_name(server->client.encoding),
                server->client.pulls ? "pulled" : "pushed");
}

/* Only now may requests be sent, registrations among them. */
static void register_configuration(nb_server *server)
{
    nb_buf *out = nb_rpc_request(server, "client/registerCapability", NULL);
    if (!out)
        return;
    nb_buf_add_str(out, "{\"registrations\":[{\"id\":\"nianbao.configuration\",\"method\":"
                        "\"workspace/didChangeConfiguration\",\"registerOptions\":"
                        "{\"section\":\"nianbao\"}}]}");
    nb_rpc_send(server);
}

void nb_handle_initialized(nb_server *server, const cJSON *params)
{
    (void)params;
    server->is_ready = true;
    if (server->client.registers_configuration)
        register_configuration(server);
    nb_configuration_watch(server);
    nb_settings_ask(server);
}

void nb_handle_shutdown(nb_server *server, const cJSON *params, nb_reply *reply)
{
    (void)params;
    nb_pull_stop(server);
    server->phase = NB_PHASE_SHUTDOWN;
    nb_reply_null(reply);
}

void nb_handle_exit(nb_server *server, const cJSON *params)
{
    (void)params;
    server->is_over = true;
    server->exit_status = server->phase == NB_PHASE_SHUTDOWN ? 0 : 1;
}

/* Also reads the member "trace" of initialize, which means the same. */
void nb_handle_set_trace(nb_server *server, const cJSON *params)
{
    nb_view value = nb_json_path_view(params, nb_json_get(params, "value") ? "value" : "trace");
    server->trace = nb_view_eq(value, NB_V("messages"))  ? NB_TRACE_MESSAGES
                    : nb_view_eq(value, NB_V("verbose")) ? NB_TRACE_VERBOSE
                                                         : NB_TRACE_OFF;
}

void nb_handle_nothing(nb_server *server, const cJSON *params)
{
    (void)server;
    (void)params;
}
