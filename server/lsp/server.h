#ifndef NB_LSP_SERVER_H
#define NB_LSP_SERVER_H

#include "lsp/client.h"
#include "lsp/documents.h"
#include "lsp/frame.h"
#include "lsp/inbox.h"
#include "lsp/log.h"
#include "lsp/progress.h"
#include "lsp/rpc.h"
#include "lsp/workspace.h"
#include "shell/config_file.h"

/*
 * All state of one session, and nothing that acts on it: what happens with it is in loop.h and
 * in the handlers. The server knows no I/O: bytes come in through nb_server_input, and go out
 * through the host, which a test can be as well as the transport.
 */

typedef struct nb_server_host {
    void *context;
    void (*send)(void *context, nb_view bytes);
    void (*watch_process)(void *context, int pid); /* may be NULL */
    void (*wake)(void *context, uint32_t ms);      /* nb_server_idle after so long; may be NULL */
    bool reads_files; /* nianbao.json may be looked for beside the documents */
} nb_server_host;

typedef enum nb_phase {
    NB_PHASE_NEW,      /* initialize has not come: everything else is refused */
    NB_PHASE_RUNNING,  /* from the answer to initialize on */
    NB_PHASE_SHUTDOWN, /* only exit may come */
} nb_phase;

typedef enum nb_trace { NB_TRACE_OFF, NB_TRACE_MESSAGES, NB_TRACE_VERBOSE } nb_trace;

typedef struct nb_server {
    nb_server_host host;
    nb_log log;
    nb_phase phase;
    bool is_ready;   /* `initialized` has come: requests of ours are allowed */
    bool is_over;    /* exit came, or the input cannot be read any further */
    int exit_status; /* valid when is_over */
    uint64_t now_ms; /* kept by whoever drives the server */
    nb_trace trace;  /* as $/setTrace wants it */

    nb_client client;
    nb_check_options options;
    const nb_config_file *settings; /* of the editor; NULL before any came */
    nb_view manual;                 /* address of RULES.md as the user has it; empty: unknown */
    nb_arena *settings_arena;       /* they live here; NULL like them */
    nb_config_cache *configs;       /* the files read; NULL before the first */
    uint32_t configs_told;          /* of how many the problems were told */
    nb_frame_reader frames;
    nb_inbox inbox;
    nb_rpc_requests requests;
    nb_documents documents;
    nb_workspace workspace;
    uint32_t typing_rest_ms;        /* see hold.h; 0: nothing waits */
    nb_progress progress;           /* of the one long work there may be */
    struct nb_workspace_pull *pull; /* see pull.h; NULL before the first */
    nb_arena *spare;                /* for the next analysis */
    size_t spare_wanted;            /* bytes it should have when there is time: what follows a
                                       whole analysis needs half of its memory. 0: it has */
    nb_arena *scratch;              /* one message long */
    nb_buf out;                     /* the message being written */
    nb_buf text;                    /* the diagnostics being compared with the last */
} nb_server;

#endif
