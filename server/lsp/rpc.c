#include "lsp/rpc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lsp/server.h"
#include "nb/base/bug.h"

/* Room for the header in front of the body, so that a frame is one write and no copy. */
#define HEADER_ROOM 32u

/* An output buffer that a large answer has blown up is given back after it. */
#define KEPT_OUTPUT (1024u * 1024u)

static nb_buf *begin(nb_server *server)
{
    nb_buf *out = &server->out;
    NB_BUG_ON(out->len != 0, "one message is written at a time");
    nb_buf_reserve(out, 512);
    out->len = HEADER_ROOM;
    nb_buf_add_str(out, "{\"jsonrpc\":\"2.0\"");
    return out;
}

void nb_rpc_send(nb_server *server)
{
    nb_buf *out = &server->out;
    nb_buf_add_char(out, '}');
    char header[HEADER_ROOM + 1];
    int len =
        snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", out->len - HEADER_ROOM);
    NB_BUG_ON(len < 0 || (size_t)len > HEADER_ROOM, "a header fits its room");
    size_t start = HEADER_ROOM - (size_t)len;
    memcpy(out->ptr + start, header, (size_t)len);
    nb_view all = nb_buf_view(out);
    server->host.send(server->host.context, nb_view_sub(all, (uint32_t)start, all.len));
    if (out->cap > KEPT_OUTPUT)
        nb_buf_release(out);
    else
        nb_buf_clear(out);
}

static void add_id(nb_buf *out, nb_view id)
{
    nb_buf_add_str(out, ",\"id\":");
    if (id.len)
        nb_buf_add_view(out, id);
    else
        nb_buf_add_str(out, "null");
}

static void refuse(nb_server *server, nb_view id, nb_error_code code, const char *message,
                   const char *data)
{
    nb_buf *out = begin(server);
    add_id(out, id);
    nb_buf_printf(out, ",\"error\":{\"code\":%d,\"message\":", (int)code);
    nb_json_add_str(out, message);
    if (data) {
        nb_buf_add_str(out, ",\"data\":");
        nb_buf_add_str(out, data);
    }
    nb_buf_add_char(out, '}');
    nb_rpc_send(server);
}

void nb_rpc_refuse(nb_server *server, nb_view id, nb_error_code code, const char *message)
{
    refuse(server, id, code, message, NULL);
}

static void close_reply(nb_reply *reply)
{
    NB_BUG_ON(!reply->is_open, "a request is answered once");
    reply->is_open = false;
}

nb_buf *nb_reply_begin(nb_reply *reply)
{
    NB_BUG_ON(!reply->is_open, "a request is answered once");
    nb_buf *out = begin(reply->server);
    add_id(out, reply->id);
    nb_buf_add_str(out, ",\"result\":");
    return out;
}

void nb_reply_send(nb_reply *reply)
{
    close_reply(reply);
    nb_rpc_send(reply->server);
}

void nb_reply_null(nb_reply *reply)
{
    nb_buf_add_str(nb_reply_begin(reply), "null");
    nb_reply_send(reply);
}

void nb_reply_error_with(nb_reply *reply, nb_error_code code, const char *message, const char *data)
{
    close_reply(reply);
    nb_log_line(&reply->server->log, NB_LOG_WARN, "%s (id %.*s) failed: %d %s", reply->method,
                NB_ARG(reply->id), (int)code, message);
    refuse(reply->server, reply->id, code, message, data);
}

void nb_reply_error(nb_reply *reply, nb_error_code code, const char *message)
{
    nb_reply_error_with(reply, code, message, NULL);
}

void nb_reply_abandon(nb_reply *reply, nb_error_code code, const char *message)
{
    nb_buf_clear(&reply->server->out);
    nb_reply_error(reply, code, message);
}

cJSON *nb_reply_id(const nb_reply *reply)
{
    return cJSON_ParseWithLength(reply->id.ptr, reply->id.len);
}

nb_reply nb_reply_keep(nb_reply *reply)
{
    nb_reply kept = *reply; /* still open */
    close_reply(reply);
    char *id = malloc((size_t)kept.id.len + 1);
    if (!id)
        nb_out_of_memory();
    memcpy(id, kept.id.ptr, kept.id.len);
    kept.id.ptr = id;
    return kept;
}

void nb_reply_forget(nb_reply *kept)
{
    free((char *)(uintptr_t)kept->id.ptr);
    kept->id = (nb_view){0};
}

nb_buf *nb_rpc_notify(nb_server *server, const char *method)
{
    nb_buf *out = begin(server);
    nb_buf_add_str(out, ",\"method\":\"");
    nb_buf_add_str(out, method);
    nb_buf_add_str(out, "\",\"params\":");
    return out;
}

/* Requests that were never answered make room for new ones. */
static void drop_expired(nb_server *server)
{
    nb_rpc_requests *requests = &server->requests;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < requests->count; i++) {
        if (server->now_ms - requests->items[i].since_ms < NB_RPC_TIMEOUT_MS)
            requests->items[kept++] = requests->items[i];
        else
            nb_log_line(&server->log, NB_LOG_WARN, "the client never answered %s",
                        requests->items[i].method);
    }
    requests->count = kept;
}

nb_buf *nb_rpc_request(nb_server *server, const char *method, nb_rpc_answer *answer)
{
    nb_rpc_requests *requests = &server->requests;
    if (requests->count == NB_RPC_WAITING_MAX)
        drop_expired(server);
    if (requests->count == NB_RPC_WAITING_MAX) {
        nb_log_line(&server->log, NB_LOG_WARN, "%s is not sent: the client answers nothing",
                    method);
        return NULL;
    }
    uint32_t id = ++requests->last_id;
    requests->items[requests->count++] = (nb_rpc_waiting){id, method, server->now_ms, answer};
    nb_buf *out = begin(server);
    nb_buf_add_str(out, ",\"id\":");
    nb_json_add_uint(out, id);
    nb_buf_add_str(out, ",\"method\":\"");
    nb_buf_add_str(out, method);
    nb_buf_add_str(out, "\",\"params\":");
    return out;
}

void nb_rpc_take_response(nb_server *server, const cJSON *message)
{
    nb_rpc_requests *requests = &server->requests;
    int64_t id = nb_json_int(nb_json_get(message, "id"), -1);
    for (uint32_t i = 0; i < requests->count; i++) {
        if (requests->items[i].id != id)
            continue;
        nb_rpc_waiting waiting = requests->items[i];
        requests->items[i] = requests->items[--requests->count];
        const cJSON *error = nb_json_get(message, "error");
        if (error)
            nb_log_line(&server->log, NB_LOG_INFO, "the client refused %s: %.*s", waiting.method,
                        NB_ARG(nb_json_path_view(error, "message")));
        if (waiting.answer)
            waiting.answer(server, error ? NULL : nb_json_get(message, "result"), error);
        return;
    }
    nb_log_line(&server->log, NB_LOG_INFO, "an answer to no request was ignored");
}
