#ifndef NB_LSP_SERVER_H
#define NB_LSP_SERVER_H

#include "lsp/client.h"
#include "lsp/documents.h"
#include "lsp/frame.h"
#include "lsp/inbox.h"
#include "lsp/log.h"
#include "lsp/rpc.h"
#include "shell/config_file.h"

/*
 * All state of one session. The server knows no I/O: bytes come in through nb_server_input, and go
 * out through the host, which a test can be as well as the transport.
 */

typedef struct nb_server_host {
    void *context;
    void (*send)(void *context, nb_view bytes);
    void (*watch_process)(void *context, int pid); /* may be NULL */
    bool reads_files; /* nianbao.json may be looked for beside the documents */
} nb_server_host;

typedef enum nb_phase {
    NB_PHASE_NEW,      /* initialize has not come: everything else is refused */
    NB_PHASE_RUNNING,  /* from the answer to initialize on */
    NB_PHASE_SHUTDOWN, /* only exit may come */
} nb_phase;

typedef struct nb_server {
    nb_server_host host;
    nb_log log;
    nb_phase phase;
    bool is_ready;    /* `initialized` has come: requests of ours are allowed */
    bool is_over;     /* exit came, or the input cannot be read any further */
    int exit_status;  /* valid when is_over */
    uint64_t now_ms;  /* kept by whoever drives the server */
    bool is_tracing;  /* $/setTrace is not "off" */
    bool is_draining; /* inside nb_server_round */

    nb_client client;
    nb_check_options options;
    const nb_config_file *settings; /* of the editor; NULL before any came */
    nb_arena *settings_arena;       /* they live here; NULL like them */
    nb_config_cache *configs;       /* the files read; NULL before the first */
    uint32_t configs_told;          /* of how many the problems were told */
    nb_frame_reader frames;
    nb_inbox inbox;
    nb_rpc_requests requests;
    nb_documents documents;
    nb_arena *spare;   /* for the next analysis */
    nb_arena *scratch; /* one message long */
    nb_buf out;        /* the message being written */
    nb_buf text;       /* the diagnostics being compared with the last */
} nb_server;

nb_server *nb_server_new(const nb_server_host *host, const nb_log *log);
void nb_server_free(nb_server *server);

/* Bytes from the client, in pieces of any size. */
void nb_server_input(nb_server *server, nb_view bytes);

/* Handles every message that is complete. */
void nb_server_round(nb_server *server);

/* Nothing more waits in the input: publishes. True if work is left. */
bool nb_server_idle(nb_server *server);

/* Analyses what has changed and publishes what differs from what was published before. */
void nb_server_publish(nb_server *server);

/* The client is gone without `exit`. */
void nb_server_gone(nb_server *server, const char *why);

/* ---- for the handlers ---- */

/* The open document that params.textDocument.uri names, or NULL; then the request is answered. */
nb_open *nb_request_document(nb_server *server, const cJSON *params, nb_reply *reply);

/* Its analysis, up to date. */
const nb_analysis *nb_request_analysis(nb_server *server, nb_open *open);

/* A request about an open document, and a place in it. */
typedef struct nb_query {
    nb_server *server;
    nb_reply *reply;
    nb_open *open;
    const nb_analysis *analysis; /* up to date */
    uint32_t offset;             /* of params.position, if it was asked for */
} nb_query;

/* False if the params do not name them; then the request has been answered. */
bool nb_query_begin(nb_query *query, nb_server *server, const cJSON *params, nb_reply *reply,
                    bool with_position);

/* The language of what is said about the document. */
static inline nb_lang nb_query_lang(const nb_query *query)
{
    return query->open->options.rules.lang;
}

/* A span of the analysis as a range in the client's units. */
void nb_server_add_range(const nb_server *server, nb_buf *out, const nb_analysis *analysis,
                         nb_span span);

#endif
