#include "lsp/telling.h"

static void send(nb_server *server, const char *method, nb_message_type type, nb_view message)
{
    nb_buf *out = nb_rpc_notify(server, method);
    nb_buf_printf(out, "{\"type\":%d,\"message\":", (int)type);
    nb_json_add_string(out, message);
    nb_buf_add_char(out, '}');
    nb_rpc_send(server);
}

void nb_tell_log(nb_server *server, nb_message_type type, nb_view message)
{
    nb_log_line(&server->log, type == NB_MESSAGE_INFO ? NB_LOG_INFO : NB_LOG_WARN, "%.*s",
                NB_ARG(message));
    send(server, "window/logMessage", type, message);
}

void nb_tell_show(nb_server *server, nb_message_type type, nb_view message)
{
    nb_tell_log(server, type, message);
    send(server, "window/showMessage", type, message);
}

void nb_tell_trace(nb_server *server, const char *method, nb_view id)
{
    if (server->trace == NB_TRACE_OFF || server->phase != NB_PHASE_RUNNING)
        return;
    nb_view message = id.len ? nb_arena_printf(server->scratch, "%s (id %.*s)", method, NB_ARG(id))
                             : nb_view_of(method);
    nb_buf *out = nb_rpc_notify(server, "$/logTrace");
    nb_buf_add_str(out, "{\"message\":");
    nb_json_add_string(out, message);
    if (server->trace == NB_TRACE_VERBOSE)
        nb_buf_printf(out, ",\"verbose\":\"%u documents are open\"", server->documents.count);
    nb_buf_add_char(out, '}');
    nb_rpc_send(server);
}
