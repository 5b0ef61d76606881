#include "lsp/lsp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lsp/loop.h"
#include "lsp/transport.h"
#include "shell/user_lang.h"

typedef struct session {
    nb_server *server;
    nb_transport *transport;
} session;

typedef struct arguments {
    const char *log_path;
    nb_log_level log_level;
    int client_pid;
} arguments;

static void stop_if_over(session *s)
{
    if (s->server->is_over)
        nb_transport_stop(s->transport);
}

static void on_input(void *context, nb_view bytes)
{
    session *s = context;
    s->server->now_ms = nb_transport_now(s->transport);
    nb_server_input(s->server, bytes);
    stop_if_over(s);
}

static void on_round(void *context)
{
    session *s = context;
    nb_server_round(s->server);
    stop_if_over(s);
}

static bool on_idle(void *context)
{
    session *s = context;
    s->server->now_ms = nb_transport_now(s->transport);
    return nb_server_idle(s->server);
}

static void on_gone(void *context, const char *why)
{
    session *s = context;
    nb_server_gone(s->server, why);
    stop_if_over(s);
}

static void send_bytes(void *context, nb_view bytes)
{
    session *s = context;
    nb_transport_send(s->transport, bytes);
}

static void watch_process(void *context, int pid)
{
    session *s = context;
    nb_transport_watch_process(s->transport, pid);
}

static void wake(void *context, uint32_t ms)
{
    session *s = context;
    nb_transport_wake(s->transport, ms);
}

/* wrong: the argument that is not understood; NULL: help was asked for. */
static int usage(const char *wrong)
{
    static const nb_text2 unknown = {"nianbao lsp：无法理解：", "nianbao lsp: not understood: "};
    static const nb_text2 words = {
        "nianbao lsp [选项]\n\n标准输入输出上的语言服务器，由编辑器启动\n\n"
        "  --log FILE              日志写入此文件；默认为标准错误\n"
        "  --log-level LEVEL       error、warn（默认）、info、debug\n"
        "  --stdio, --clientProcessId N\n"
        "                          可以给出；进程 N 结束时服务器随之结束\n",
        "nianbao lsp [OPTIONS]\n\na language server on standard input and output; an editor starts "
        "it\n\n"
        "  --log FILE              where the log goes; by default standard error\n"
        "  --log-level LEVEL       error, warn (default), info, debug\n"
        "  --stdio, --clientProcessId N\n"
        "                          accepted; the server ends with process N\n"};
    nb_lang lang = nb_lang_of_environment();
    if (wrong)
        fprintf(stderr, "%s%s\n", nb_text2_in(unknown, lang), wrong);
    fputs(nb_text2_in(words, lang), wrong ? stderr : stdout);
    return wrong ? 2 : 0;
}

/* The value of "--name=value" or of "--name value"; NULL if argv[*i] is not --name. */
static const char *option_value(int argc, char **argv, int *i, const char *name)
{
    size_t len = strlen(name);
    if (strncmp(argv[*i], name, len) != 0)
        return NULL;
    if (argv[*i][len] == '=')
        return argv[*i] + len + 1;
    return argv[*i][len] == '\0' && *i + 1 < argc ? argv[++*i] : NULL;
}

/* NULL, or the first argument that is wrong. */
static const char *read_arguments(int argc, char **argv, arguments *args)
{
    for (int i = 2; i < argc; i++) {
        const char *name = argv[i];
        const char *value;
        if (strcmp(argv[i], "--stdio") == 0)
            continue;
        if ((value = option_value(argc, argv, &i, "--clientProcessId")))
            args->client_pid = (int)strtol(value, NULL, 10);
        else if ((value = option_value(argc, argv, &i, "--log-level"))) {
            if (!nb_log_level_of(value, &args->log_level))
                return name;
        } else if ((value = option_value(argc, argv, &i, "--log")))
            args->log_path = value;
        else
            return name;
    }
    return NULL;
}

static int run(session *s, const arguments *args, const nb_log *log)
{
    const nb_transport_events events = {s, on_input, on_round, on_idle, on_gone};
    const nb_server_host host = {s, send_bytes, watch_process, wake, .reads_files = true};
    const char *error;
    s->transport = nb_transport_new(&events, &error);
    if (!s->transport) {
        fprintf(stderr, "nianbao: %s\n", error);
        return 2;
    }
    s->server = nb_server_new(&host, log);
    if (args->client_pid > 0)
        nb_transport_watch_process(s->transport, args->client_pid);
    nb_transport_run(s->transport);
    int status = s->server->exit_status;
    nb_server_free(s->server);
    nb_transport_free(s->transport);
    return status;
}

int nb_lsp_main(int argc, char **argv)
{
    if (argc > 2 && (strcmp(argv[2], "--help") == 0 || strcmp(argv[2], "-h") == 0))
        return usage(NULL);
    arguments args = {.log_level = NB_LOG_WARN};
    const char *wrong = read_arguments(argc, argv, &args);
    if (wrong)
        return usage(wrong);
    nb_log log = {.file = stderr, .level = args.log_level};
    if (args.log_path && !(log.file = fopen(args.log_path, "a"))) {
        fprintf(stderr, "nianbao: %s cannot be written\n", args.log_path);
        return 2;
    }
    session s = {0};
    int status = run(&s, &args, &log);
    if (args.log_path)
        (void)fclose(log.file);
    return status;
}
