#ifndef NB_TESTS_FUZZ_LSP_BENCH_H
#define NB_TESTS_FUZZ_LSP_BENCH_H

#include <string.h>

#include "fuzz.h"
#include "lsp/loop.h"

/* A server without transport; what it sends is kept. */
typedef struct lsp_bench {
    nb_server *server;
    nb_buf sent;
    nb_buf frame;
} lsp_bench;

static void lsp_bench_keep(void *context, nb_view bytes)
{
    nb_buf_add_view(&((lsp_bench *)context)->sent, bytes);
}

static inline void lsp_bench_open(lsp_bench *b)
{
    nb_server_host host = {.context = b, .send = lsp_bench_keep};
    nb_log log = {.file = NULL};
    *b = (lsp_bench){.server = nb_server_new(&host, &log)};
}

static inline void lsp_bench_close(lsp_bench *b)
{
    nb_server_free(b->server);
    nb_buf_release(&b->sent);
    nb_buf_release(&b->frame);
}

/* One body, framed. */
static inline void lsp_bench_say(lsp_bench *b, nb_view body)
{
    nb_buf_clear(&b->frame);
    nb_buf_printf(&b->frame, "Content-Length: %u\r\n\r\n", body.len);
    nb_buf_add_view(&b->frame, body);
    nb_server_input(b->server, nb_buf_view(&b->frame));
}

/* Handles what was said; enough turns for every long work to come to its end or to be held. */
static inline void lsp_bench_turn(lsp_bench *b)
{
    nb_server_round(b->server);
    for (int i = 0; i < 100 && nb_server_idle(b->server); i++) {
    }
}

/* Calls visit for every message that was sent, each proven to be one frame of good JSON. */
static inline void lsp_bench_each(lsp_bench *b, void *context,
                                  void (*visit)(void *context, const cJSON *message))
{
    nb_frame_reader reader = {0};
    nb_view input = nb_buf_view(&b->sent);
    while (input.len) {
        PROPERTY(nb_frame_take(&reader, &input) == NB_FRAME_READY);
        cJSON *message = nb_json_parse(nb_buf_view(&reader.body));
        PROPERTY(cJSON_IsObject(message));
        visit(context, message);
        cJSON_Delete(message);
    }
    nb_frame_release(&reader);
    nb_buf_clear(&b->sent);
}

#define LSP_BENCH_INITIALIZE(encoding)                                                             \
    "{\"jsonrpc\":\"2.0\",\"id\":\"init\",\"method\":\"initialize\",\"params\":{\"processId\":"    \
    "null,\"capabilities\":{\"general\":{\"positionEncodings\":[\"" encoding "\"]}}}}"

#endif
