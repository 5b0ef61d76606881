#include "lsp/transport.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "nb/base/bug.h"

#define READ_SIZE (64u * 1024u) /* the capacity of a pipe on Linux */
#define WATCH_MS 3000u
#define FLUSH_MS 2000u

typedef union endpoint {
    uv_handle_t handle;
    uv_stream_t stream;
    uv_pipe_t pipe;
    uv_tcp_t tcp;
    uv_tty_t tty;
} endpoint;

struct nb_transport {
    nb_transport_events events;
    uv_loop_t loop;
    endpoint in;
    endpoint out;
    bool in_is_file;
    bool out_is_file;
    bool is_stopping;
    bool is_paused; /* the backlog is full */
    bool had_input; /* in this round of the loop */
    size_t backlog;
    uv_check_t round;
    uv_idle_t busy; /* runs while work waits: the loop then looks for input without sleeping */
    uv_timer_t watch;
    uv_timer_t flush;
    uv_timer_t wake;
    int watched_pid;
    char buffer[READ_SIZE];
};

/* A write that could not be done at once. */
typedef struct pending_write {
    uv_write_t request;
    size_t len;
    char bytes[];
} pending_write;

static void go(nb_transport *t, const char *why)
{
    if (!t->is_stopping)
        t->events.on_gone(t->events.context, why);
}

static void on_busy(uv_idle_t *idle)
{
    (void)idle; /* its being active is all it does, except for a file as input */
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buf)
{
    (void)suggested;
    nb_transport *t = handle->data;
    *buf = uv_buf_init(t->buffer, READ_SIZE);
}

static void take(nb_transport *t, size_t len)
{
    t->had_input = true;
    t->events.on_input(t->events.context, (nb_view){t->buffer, (uint32_t)len});
}

static void on_read(uv_stream_t *stream, ssize_t len, const uv_buf_t *buf)
{
    (void)buf;
    nb_transport *t = stream->data;
    if (t->is_stopping || len == 0)
        return;
    if (len > 0) {
        take(t, (size_t)len);
        return;
    }
    (void)uv_read_stop(stream);
    /* What came before the end is answered first. */
    t->events.on_round(t->events.context);
    go(t, len == UV_EOF ? "the input has ended" : uv_strerror((int)len));
}

static void on_file_turn(uv_idle_t *idle)
{
    nb_transport *t = idle->data;
    uv_fs_t request;
    uv_buf_t buf = uv_buf_init(t->buffer, READ_SIZE);
    int len = uv_fs_read(&t->loop, &request, 0, &buf, 1, -1, NULL);
    uv_fs_req_cleanup(&request);
    if (len > 0) {
        take(t, (size_t)len);
        return;
    }
    t->in_is_file = false;
    t->events.on_round(t->events.context);
    go(t, "the input has ended");
}

static void on_round(uv_check_t *check)
{
    nb_transport *t = check->data;
    if (t->is_stopping)
        return;
    if (t->had_input) {
        t->had_input = false;
        t->events.on_round(t->events.context);
        if (!t->is_stopping && !t->in_is_file)
            (void)uv_idle_start(&t->busy, on_busy);
        return;
    }
    if (!uv_is_active((uv_handle_t *)&t->busy) || t->in_is_file)
        return;
    if (!t->events.on_idle(t->events.context) && !t->is_stopping)
        (void)uv_idle_stop(&t->busy);
}

static void on_watch(uv_timer_t *timer)
{
    nb_transport *t = timer->data;
    if (uv_kill(t->watched_pid, 0) == UV_ESRCH)
        go(t, "the parent process has ended");
}

static void on_flush_timeout(uv_timer_t *timer)
{
    uv_stop(timer->loop);
}

static const char *open_endpoint(nb_transport *t, int fd, endpoint *end, bool *is_file)
{
    int status = 0;
    switch (uv_guess_handle(fd)) {
    case UV_NAMED_PIPE:
        (void)uv_pipe_init(&t->loop, &end->pipe, 0);
        status = uv_pipe_open(&end->pipe, fd);
        break;
    case UV_TCP:
        (void)uv_tcp_init(&t->loop, &end->tcp);
        status = uv_tcp_open(&end->tcp, fd);
        break;
    case UV_TTY:
        status = uv_tty_init(&t->loop, &end->tty, fd, 0);
        break;
    case UV_FILE:
        *is_file = true;
        return NULL;
    case UV_UNKNOWN_HANDLE:
    case UV_ASYNC:
    case UV_CHECK:
    case UV_FS_EVENT:
    case UV_FS_POLL:
    case UV_HANDLE:
    case UV_IDLE:
    case UV_POLL:
    case UV_PREPARE:
    case UV_PROCESS:
    case UV_STREAM:
    case UV_TIMER:
    case UV_UDP:
    case UV_SIGNAL:
    case UV_HANDLE_TYPE_MAX:
    default:
        return "standard input or output is closed or of an unknown kind";
    }
    end->handle.data = t;
    return status ? uv_strerror(status) : NULL;
}

nb_transport *nb_transport_new(const nb_transport_events *events, const char **error)
{
    /* A client that went away shows as a failed write, not as a signal. */
    (void)signal(SIGPIPE, SIG_IGN);
    nb_transport *t = calloc(1, sizeof *t);
    if (!t || uv_loop_init(&t->loop) != 0)
        nb_out_of_memory();
    t->events = *events;
    (void)uv_check_init(&t->loop, &t->round);
    (void)uv_idle_init(&t->loop, &t->busy);
    (void)uv_timer_init(&t->loop, &t->watch);
    (void)uv_timer_init(&t->loop, &t->flush);
    (void)uv_timer_init(&t->loop, &t->wake);
    t->round.data = t->busy.data = t->watch.data = t->flush.data = t->wake.data = t;
    *error = open_endpoint(t, 0, &t->in, &t->in_is_file);
    if (!*error)
        *error = open_endpoint(t, 1, &t->out, &t->out_is_file);
    if (*error) {
        nb_transport_free(t);
        return NULL;
    }
    return t;
}

static void close_handle(uv_handle_t *handle, void *arg)
{
    (void)arg;
    if (!uv_is_closing(handle))
        uv_close(handle, NULL);
}

void nb_transport_free(nb_transport *transport)
{
    if (!transport)
        return;
    uv_walk(&transport->loop, close_handle, NULL);
    (void)uv_run(&transport->loop, UV_RUN_DEFAULT);
    (void)uv_loop_close(&transport->loop);
    free(transport);
}

void nb_transport_run(nb_transport *transport)
{
    nb_transport *t = transport;
    (void)uv_check_start(&t->round, on_round);
    if (t->in_is_file)
        (void)uv_idle_start(&t->busy, on_file_turn);
    else
        (void)uv_read_start(&t->in.stream, on_alloc, on_read);
    (void)uv_run(&t->loop, UV_RUN_DEFAULT);
    if (t->backlog == 0)
        return;
    (void)uv_timer_start(&t->flush, on_flush_timeout, FLUSH_MS, 0);
    while (t->backlog && uv_is_active((uv_handle_t *)&t->flush))
        (void)uv_run(&t->loop, UV_RUN_ONCE);
}

void nb_transport_stop(nb_transport *transport)
{
    nb_transport *t = transport;
    t->is_stopping = true;
    (void)uv_check_stop(&t->round);
    (void)uv_idle_stop(&t->busy);
    (void)uv_timer_stop(&t->watch);
    (void)uv_timer_stop(&t->wake);
    if (!t->in_is_file && t->in.handle.data)
        (void)uv_read_stop(&t->in.stream);
    uv_stop(&t->loop);
}

static void set_paused(nb_transport *t, bool paused)
{
    if (t->is_paused == paused || t->in_is_file || t->is_stopping)
        return;
    t->is_paused = paused;
    if (paused)
        (void)uv_read_stop(&t->in.stream);
    else
        (void)uv_read_start(&t->in.stream, on_alloc, on_read);
}

static void on_written(uv_write_t *request, int status)
{
    nb_transport *t = request->handle->data;
    pending_write *write = request->data;
    t->backlog -= write->len;
    free(write);
    if (status < 0 && status != UV_ECANCELED)
        go(t, uv_strerror(status));
    else if (t->backlog < NB_TRANSPORT_BACKLOG_MAX / 2)
        set_paused(t, false);
}

static void send_file(nb_transport *t, nb_view bytes)
{
    while (bytes.len) {
        uv_fs_t request;
        uv_buf_t buf = uv_buf_init((char *)(uintptr_t)bytes.ptr, bytes.len);
        int len = uv_fs_write(&t->loop, &request, 1, &buf, 1, -1, NULL);
        uv_fs_req_cleanup(&request);
        if (len <= 0) {
            go(t, "the output cannot be written");
            return;
        }
        bytes = nb_view_sub(bytes, (uint32_t)len, bytes.len);
    }
}

void nb_transport_send(nb_transport *transport, nb_view bytes)
{
    nb_transport *t = transport;
    if (t->out_is_file) {
        send_file(t, bytes);
        return;
    }
    /* Nearly always the pipe has room, and a system call is all that is needed. */
    if (t->backlog == 0) {
        uv_buf_t buf = uv_buf_init((char *)(uintptr_t)bytes.ptr, bytes.len);
        int len = uv_try_write(&t->out.stream, &buf, 1);
        if (len > 0)
            bytes = nb_view_sub(bytes, (uint32_t)len, bytes.len);
    }
    if (bytes.len == 0)
        return;
    pending_write *write = malloc(sizeof *write + bytes.len);
    if (!write)
        nb_out_of_memory();
    write->len = bytes.len;
    write->request.data = write;
    memcpy(write->bytes, bytes.ptr, bytes.len);
    uv_buf_t buf = uv_buf_init(write->bytes, bytes.len);
    t->backlog += bytes.len;
    if (uv_write(&write->request, &t->out.stream, &buf, 1, on_written) != 0) {
        t->backlog -= bytes.len;
        free(write);
        go(t, "the output cannot be written");
    } else if (t->backlog > NB_TRANSPORT_BACKLOG_MAX) {
        set_paused(t, true);
    }
}

void nb_transport_watch_process(nb_transport *transport, int pid)
{
    transport->watched_pid = pid;
    if (pid > 0)
        (void)uv_timer_start(&transport->watch, on_watch, WATCH_MS, WATCH_MS);
    else
        (void)uv_timer_stop(&transport->watch);
}

/* Idleness is looked for as after input, so that input which has come meanwhile goes first. */
static void on_wake(uv_timer_t *timer)
{
    nb_transport *t = timer->data;
    if (!t->is_stopping && !t->in_is_file)
        (void)uv_idle_start(&t->busy, on_busy);
}

void nb_transport_wake(nb_transport *transport, uint32_t ms)
{
    (void)uv_timer_start(&transport->wake, on_wake, ms, 0);
}

uint64_t nb_transport_now(const nb_transport *transport)
{
    return uv_now(&transport->loop);
}
