#include "lsp/progress.h"

#include <stdio.h>
#include <string.h>

#include "lsp/server.h"

bool nb_progress_token(const cJSON *token, char *out, size_t size)
{
    out[0] = '\0';
    if (!cJSON_IsString(token) && !cJSON_IsNumber(token))
        return false;
    nb_buf text = {0};
    nb_json_add_value(&text, token);
    bool fits = text.len < size;
    if (fits) {
        memcpy(out, text.ptr, text.len);
        out[text.len] = '\0';
    }
    nb_buf_release(&text);
    return fits;
}

void nb_progress_start(nb_progress *progress, const cJSON *token)
{
    *progress = (nb_progress){.is_ours = false};
    progress->is_usable = nb_progress_token(token, progress->token, sizeof progress->token);
}

static void take_created(nb_server *server, const cJSON *result, const cJSON *error)
{
    (void)result;
    if (!error && server->progress.is_ours)
        server->progress.is_usable = true;
}

void nb_progress_ask(nb_server *server, nb_progress *progress)
{
    if (progress->token[0] || !server->client.work_done_progress)
        return;
    nb_buf *out = nb_rpc_request(server, "window/workDoneProgress/create", take_created);
    if (!out)
        return;
    (void)snprintf(progress->token, sizeof progress->token, "\"nianbao-%u\"",
                   server->requests.last_id);
    progress->is_ours = true;
    nb_buf_printf(out, "{\"token\":%s}", progress->token);
    nb_rpc_send(server);
}

static nb_buf *begin(nb_server *server, const nb_progress *progress, const char *kind)
{
    nb_buf *out = nb_rpc_notify(server, "$/progress");
    nb_buf_printf(out, "{\"token\":%s,\"value\":{\"kind\":\"%s\"", progress->token, kind);
    return out;
}

void nb_progress_report(nb_server *server, nb_progress *progress, const char *title,
                        nb_view message)
{
    if (!progress->is_usable)
        return;
    nb_buf *out = begin(server, progress, progress->is_begun ? "report" : "begin");
    if (!progress->is_begun) {
        nb_buf_add_str(out, ",\"title\":");
        nb_json_add_str(out, title);
        nb_buf_add_str(out, ",\"cancellable\":true");
    }
    nb_buf_add_str(out, ",\"message\":");
    nb_json_add_string(out, message);
    nb_buf_add_str(out, "}}");
    nb_rpc_send(server);
    progress->is_begun = true;
}

void nb_progress_end(nb_server *server, nb_progress *progress)
{
    if (progress->is_begun) {
        nb_buf_add_str(begin(server, progress, "end"), "}}");
        nb_rpc_send(server);
    }
    *progress = (nb_progress){.is_ours = false};
}

bool nb_progress_is(const nb_progress *progress, const cJSON *token)
{
    char text[sizeof progress->token];
    return nb_progress_token(token, text, sizeof text) && strcmp(text, progress->token) == 0;
}
