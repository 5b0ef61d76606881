/*
 * The server against a peer that says anything. The first byte chooses: the input is the stream
 * itself, in pieces of that many bytes; or its lines are bodies, framed here, after initialize or
 * without it. Whatever comes, what goes out is frames of JSON-RPC, and every request is answered
 * once: no more answers than requests, and none but one for each id that was asked.
 */
#include "lsp_bench.h"

typedef struct tally {
    uint32_t answers;
} tally;

static void check_message(void *context, const cJSON *message)
{
    tally *t = context;
    bool has_method = cJSON_IsString(nb_json_get(message, "method"));
    bool has_result = nb_json_get(message, "result") != NULL;
    bool has_error = nb_json_get(message, "error") != NULL;
    PROPERTY(strcmp(nb_json_get(message, "jsonrpc")->valuestring, "2.0") == 0);
    PROPERTY(has_method != (has_result || has_error));
    PROPERTY(!(has_result && has_error));
    if (has_error)
        PROPERTY(cJSON_IsNumber(nb_json_path(message, "error.code")) &&
                 cJSON_IsString(nb_json_path(message, "error.message")));
    t->answers += !has_method;
}

static void run_stream(lsp_bench *b, nb_view input, uint32_t piece)
{
    for (uint32_t at = 0; at < input.len; at += piece) {
        nb_server_input(b->server, nb_view_sub(input, at, at + piece));
        if (at / piece % 3 == 0)
            lsp_bench_turn(b);
    }
}

/* Every body is a message: it is answered at most once, a request exactly once. */
static uint32_t run_bodies(lsp_bench *b, nb_view input)
{
    uint32_t bodies = 0;
    while (input.len && !b->server->is_over) {
        uint32_t end = nb_view_find(input, NB_V("\n"), 0);
        nb_view body = nb_view_sub(input, 0, end == NB_VIEW_NONE ? input.len : end);
        input = nb_view_sub(input, body.len + 1, input.len);
        if (body.len == 0) {
            lsp_bench_turn(b); /* an empty line: time passes */
            continue;
        }
        b->server->now_ms += 1000;
        lsp_bench_say(b, body);
        bodies++;
    }
    return bodies;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1 || size > 65536)
        return 0;
    nb_view input = {(const char *)data + 1, (uint32_t)size - 1};
    lsp_bench b;
    lsp_bench_open(&b);
    tally t = {0};
    uint32_t bodies = UINT32_MAX;
    if (data[0] == 'I' || data[0] == 'B') {
        if (data[0] == 'I')
            lsp_bench_say(&b, NB_V(LSP_BENCH_INITIALIZE("utf-8")));
        bodies = run_bodies(&b, input) + (data[0] == 'I');
    } else {
        run_stream(&b, input, data[0] % 61 + 1u);
    }
    lsp_bench_turn(&b);
    nb_server_gone(b.server, "the input has ended");
    PROPERTY(b.server->is_over);
    lsp_bench_each(&b, &t, check_message);
    PROPERTY(t.answers <= bodies);
    lsp_bench_close(&b);
    return 0;
}
