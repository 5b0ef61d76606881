#include "cmocka_nb.h"

#include <stdio.h>
#include <stdlib.h>

#include "lsp/dispatch.h"
#include "lsp/loop.h"

/* A server without transport: what it sends piles up in a buffer, frames and all. */
typedef struct bench {
    nb_server *server;
    nb_buf sent;
    int watched_pid;
} bench;

static void keep(void *context, nb_view bytes)
{
    nb_buf_add_view(&((bench *)context)->sent, bytes);
}

static void watch(void *context, int pid)
{
    ((bench *)context)->watched_pid = pid;
}

static int setup(void **state)
{
    bench *b = calloc(1, sizeof *b);
    nb_server_host host = {b, keep, watch, .reads_files = false};
    nb_log log = {.file = NULL};
    b->server = nb_server_new(&host, &log);
    *state = b;
    return 0;
}

static int teardown(void **state)
{
    bench *b = *state;
    nb_server_free(b->server);
    nb_buf_release(&b->sent);
    free(b);
    return 0;
}

static void say(bench *b, const char *body)
{
    nb_buf frame = {0};
    nb_view v = nb_view_of(body);
    nb_buf_printf(&frame, "Content-Length: %u\r\n\r\n%s", v.len, body);
    nb_server_input(b->server, nb_buf_view(&frame));
    nb_buf_release(&frame);
}

/* Handles what was said; what came out, without frames, is compared. */
static void expect_at(bench *b, const char *wanted, int line)
{
    nb_server_round(b->server);
    (void)nb_server_idle(b->server);
    nb_frame_reader reader = {0};
    nb_view input = nb_buf_view(&b->sent);
    nb_buf bodies = {0};
    while (input.len && nb_frame_take(&reader, &input) == NB_FRAME_READY) {
        nb_buf_add(&bodies, reader.body.ptr, reader.body.len);
        nb_buf_add_char(&bodies, '\n');
    }
    nb_buf_add(&bodies, "", 0);
    assert_view_at(nb_buf_view(&bodies), nb_view_of(wanted), __FILE__, line);
    nb_buf_release(&bodies);
    nb_frame_release(&reader);
    nb_buf_clear(&b->sent);
}

#define expect(b, wanted) expect_at((b), (wanted), __LINE__)

static void start(bench *b)
{
    say(b,
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"capabilities\":{},"
        "\"processId\":77}}");
    nb_server_round(b->server);
    nb_buf_clear(&b->sent);
}

static void initialize_tells_the_parent(void **state)
{
    bench *b = *state;
    start(b);
    assert_int_equal(b->watched_pid, 77);
    assert_int_equal(b->server->phase, NB_PHASE_RUNNING);
}

static void errors(void **state)
{
    bench *b = *state;
    say(b, "{\"id\":1,\"method\":\"shutdown\"}");
    expect(b, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32002,\"message\":"
              "\"initialize has not been called\"}}\n");
    start(b);
    say(b, "[]");
    expect(b, "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":"
              "\"LSP has no batches\"}}\n");
    say(b, "{\"id\":\"x\",\"method\":\"a/b\"}");
    expect(b, "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":-32601,\"message\":"
              "\"no such method\"}}\n");
    say(b, "{\"method\":\"a/b\"}");
    expect(b, "");
    say(b, "{\"id\":5,\"result\":null}");
    expect(b, "");
}

static void a_cancellation_overtakes(void **state)
{
    bench *b = *state;
    start(b);
    say(b, "{\"id\":\"1\",\"method\":\"shutdown\"}");
    say(b, "{\"id\":1,\"method\":\"textDocument/codeAction\"}");
    say(b, "{\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}");
    say(b, "{\"method\":\"$/cancelRequest\",\"params\":{\"id\":\"1\"}}");
    expect(b, "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"error\":{\"code\":-32800,\"message\":"
              "\"cancelled\"}}\n"
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32800,\"message\":"
              "\"cancelled\"}}\n");
}

static void a_full_inbox_is_worked_off(void **state)
{
    bench *b = *state;
    start(b);
    for (uint32_t i = 0; i < NB_INBOX_COUNT_MAX + 1; i++)
        say(b, "{\"method\":\"a/b\"}");
    assert_int_equal(b->server->inbox.count, 1);
}

static void exit_status(void **state)
{
    bench *b = *state;
    start(b);
    say(b, "{\"id\":1,\"method\":\"shutdown\"}");
    say(b, "{\"method\":\"exit\"}");
    say(b, "{\"id\":2,\"method\":\"shutdown\"}");
    expect(b, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}\n");
    assert_true(b->server->is_over);
    assert_int_equal(b->server->exit_status, 0);
}

static void every_reply_is_single(void **state)
{
    bench *b = *state;
    start(b);
    nb_reply reply = {b->server, NB_V("3"), "a/b", true};
    nb_buf *out = nb_reply_begin(&reply);
    nb_buf_add_str(out, "[1,2");
    nb_reply_abandon(&reply, NB_ERR_REQUEST_FAILED, "no");
    assert_false(reply.is_open);
    expect(b, "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32803,\"message\":\"no\"}}\n");
    nb_reply first = {b->server, NB_V("4"), "a/b", true};
    nb_reply kept = nb_reply_keep(&first);
    assert_false(first.is_open);
    nb_reply_null(&kept);
    nb_reply_forget(&kept);
    expect(b, "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":null}\n");
}

static void take_nothing(nb_server *server, const cJSON *result, const cJSON *error)
{
    (void)server;
    (void)result;
    (void)error;
}

static void unanswered_requests_are_bounded_and_expire(void **state)
{
    bench *b = *state;
    start(b);
    for (uint32_t i = 0; i < NB_RPC_WAITING_MAX; i++) {
        nb_buf *out = nb_rpc_request(b->server, "a/b", take_nothing);
        assert_non_null(out);
        nb_buf_add_str(out, "null");
        nb_rpc_send(b->server);
    }
    assert_null(nb_rpc_request(b->server, "a/b", take_nothing));
    b->server->now_ms += NB_RPC_TIMEOUT_MS;
    nb_buf *out = nb_rpc_request(b->server, "a/b", take_nothing);
    assert_non_null(out);
    nb_buf_add_str(out, "null");
    nb_rpc_send(b->server);
    assert_int_equal(b->server->requests.count, 1);
    say(b, "{\"id\":65,\"error\":{\"code\":1,\"message\":\"\"}}");
    nb_server_round(b->server);
    assert_int_equal(b->server->requests.count, 0);
}

static void every_method_is_found(void **state)
{
    (void)state;
    static const char *const names[] = {"$/cancelRequest",      "exit",
                                        "initialize",           "shutdown",
                                        "textDocument/didOpen", "workspace/executeCommand"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const nb_method *method = nb_method_find(names[i]);
        assert_non_null(method);
        assert_true(!method->request != !method->notification);
    }
    assert_null(nb_method_find("textDocument"));
    assert_null(nb_method_find(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(initialize_tells_the_parent, setup, teardown),
        cmocka_unit_test_setup_teardown(errors, setup, teardown),
        cmocka_unit_test_setup_teardown(a_cancellation_overtakes, setup, teardown),
        cmocka_unit_test_setup_teardown(a_full_inbox_is_worked_off, setup, teardown),
        cmocka_unit_test_setup_teardown(exit_status, setup, teardown),
        cmocka_unit_test_setup_teardown(every_reply_is_single, setup, teardown),
        cmocka_unit_test_setup_teardown(unanswered_requests_are_bounded_and_expire, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(every_method_is_found, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
