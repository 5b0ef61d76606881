#ifndef NB_BENCH_LSP_CLIENT_H
#define NB_BENCH_LSP_CLIENT_H

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

/* A language server as a child, and its messages; everything blocks. Linux only. */
typedef struct client {
    pid_t pid;
    int to;
    int from;
    nb_buf in;   /* bytes read and not yet taken */
    nb_buf body; /* of the last message taken */
    nb_buf out;
} client;

/* Client and server share one processor: without that the kernel parts them now and then. */
static inline void client_pin(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(0, &set);
    (void)sched_setaffinity(0, sizeof set, &set);
}

static inline void client_fail(const char *what)
{
    perror(what);
    exit(1);
}

static inline client client_start(char *const argv[])
{
    int to[2];
    int from[2];
    if (pipe(to) || pipe(from))
        client_fail("pipe");
    client c = {.pid = fork(), .to = to[1], .from = from[0]};
    if (c.pid < 0)
        client_fail("fork");
    if (c.pid == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        if (dup2(to[0], 0) < 0 || dup2(from[1], 1) < 0 || dup2(nothing, 2) < 0)
            _exit(127);
        close(to[0]), close(to[1]), close(from[0]), close(from[1]), close(nothing);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(to[0]);
    close(from[1]);
    return c;
}

/* Adds a message to what is sent next; the body is printed. */
static inline void __attribute__((format(printf, 2, 3)))
client_add(client *c, const char *format, ...)
{
    nb_buf body = {0};
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    nb_buf_reserve(&body, (size_t)len + 1);
    va_start(args, format);
    (void)vsnprintf(body.ptr, (size_t)len + 1, format, args);
    va_end(args);
    nb_buf_printf(&c->out, "Content-Length: %d\r\n\r\n", len);
    nb_buf_add(&c->out, body.ptr, (size_t)len);
    nb_buf_release(&body);
}

static inline void client_send(client *c)
{
    for (size_t at = 0; at < c->out.len;) {
        ssize_t n = write(c->to, c->out.ptr + at, c->out.len - at);
        if (n <= 0)
            client_fail("the server does not read");
        at += (size_t)n;
    }
    nb_buf_clear(&c->out);
}

static inline void client_read_more(client *c)
{
    char block[65536];
    ssize_t n = read(c->from, block, sizeof block);
    if (n <= 0)
        client_fail("the server does not answer");
    nb_buf_add(&c->in, block, (size_t)n);
}

/* Reads the next message into body. */
static inline void client_take(client *c)
{
    char *end;
    while (!c->in.len || !(end = strstr(c->in.ptr, "\r\n\r\n")))
        client_read_more(c);
    const char *length = strstr(c->in.ptr, "Content-Length: ");
    size_t size = length ? strtoul(length + 16, NULL, 10) : 0;
    size_t head = (size_t)(end + 4 - c->in.ptr);
    while (c->in.len < head + size)
        client_read_more(c);
    nb_buf_clear(&c->body);
    nb_buf_add(&c->body, c->in.ptr + head, size);
    nb_buf_splice(&c->in, 0, head + size, (nb_view){0});
}

/* Reads messages until one of them has the words in it. */
static inline void client_wait_for(client *c, const char *words)
{
    do
        client_take(c);
    while (!strstr(c->body.ptr, words));
}

/* A line of /proc/PID/status in KiB. */
static inline long client_memory(const client *c, const char *key)
{
    char path[64];
    nb_buf status = {0};
    (void)snprintf(path, sizeof path, "/proc/%d/status", (int)c->pid);
    long kib = 0;
    if (nb_bench_read(&status, path)) {
        const char *line = strstr(status.ptr, key);
        kib = line ? strtol(line + strlen(key) + 1, NULL, 10) : 0;
    }
    nb_buf_release(&status);
    return kib;
}

/* Processor time that the server has used, in microseconds. */
static inline double client_cpu(const client *c)
{
    clockid_t clock;
    struct timespec t = {0};
    if (clock_getcpuclockid(c->pid, &clock) == 0)
        (void)clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static inline void client_end(client *c)
{
    close(c->to);
    close(c->from);
    (void)waitpid(c->pid, NULL, 0);
    nb_buf_release(&c->in);
    nb_buf_release(&c->body);
    nb_buf_release(&c->out);
}

#endif
