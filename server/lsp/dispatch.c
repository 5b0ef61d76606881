#include "lsp/dispatch.h"

#include <string.h>

#include "lsp/diagnostics.h"
#include "lsp/telling.h"

static void refuse(nb_server *server, const nb_message *message, nb_error_code code,
                   const char *why)
{
    nb_log_line(&server->log, NB_LOG_WARN, "%s (id %.*s) refused: %d %s",
                message->method ? message->method : "a message", (int)message->id_len,
                message->id ? message->id : "", (int)code, why);
    nb_rpc_refuse(server, (nb_view){message->id, message->id_len}, code, why);
}

static void dispatch_request(nb_server *server, const nb_message *message)
{
    bool is_initialize = strcmp(message->method, "initialize") == 0;
    if (server->phase == NB_PHASE_SHUTDOWN) {
        refuse(server, message, NB_ERR_INVALID_REQUEST, "the server is shutting down");
        return;
    }
    if (server->phase == NB_PHASE_NEW && !is_initialize) {
        refuse(server, message, NB_ERR_NOT_INITIALIZED, "initialize has not been called");
        return;
    }
    if (server->phase == NB_PHASE_RUNNING && is_initialize) {
        refuse(server, message, NB_ERR_INVALID_REQUEST, "initialize was called twice");
        return;
    }
    const nb_method *method = nb_method_find(message->method);
    if (!method || !method->request) {
        nb_diagnostics_publish_all(server);
        refuse(server, message, NB_ERR_METHOD_NOT_FOUND, "no such method");
        return;
    }
    if (message->is_cancelled) {
        refuse(server, message, NB_ERR_REQUEST_CANCELLED, "cancelled");
        return;
    }
    const cJSON *params = nb_json_get(message->json, "params");
    if (params && !cJSON_IsObject(params) && !cJSON_IsArray(params) && !cJSON_IsNull(params)) {
        refuse(server, message, NB_ERR_INVALID_PARAMS, "params is an object");
        return;
    }
    /* Whoever reads an answer has the findings of the same text before it. */
    nb_diagnostics_publish_all(server);
    nb_reply reply = {server, {message->id, message->id_len}, method->name, true};
    method->request(server, params, &reply);
    if (reply.is_open)
        nb_reply_error(&reply, NB_ERR_INTERNAL, "the request was not answered");
}

static void dispatch_notification(nb_server *server, const nb_message *message)
{
    if (strcmp(message->method, "exit") != 0 && server->phase != NB_PHASE_RUNNING)
        return;
    const nb_method *method = nb_method_find(message->method);
    if (method && method->notification)
        method->notification(server, nb_json_get(message->json, "params"));
    else
        nb_log_line(&server->log, NB_LOG_DEBUG, "%s is not known and was ignored", message->method);
}

void nb_dispatch(nb_server *server, const nb_message *message)
{
    if (message->method) {
        nb_tell_trace(server, message->method, (nb_view){message->id, message->id_len});
        nb_log_line(&server->log, NB_LOG_DEBUG, "<- %s %.*s", message->method, (int)message->id_len,
                    message->id ? message->id : "");
    }
    switch (message->kind) {
    case NB_MESSAGE_REQUEST:
        dispatch_request(server, message);
        break;
    case NB_MESSAGE_NOTIFICATION:
        dispatch_notification(server, message);
        break;
    case NB_MESSAGE_RESPONSE:
        nb_rpc_take_response(server, message->json);
        break;
    case NB_MESSAGE_REFUSED:
        refuse(server, message, message->code, message->refusal);
        break;
    }
    nb_arena_reset(server->scratch, 256u * 1024u);
}
