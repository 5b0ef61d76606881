#ifndef NB_LSP_PROGRESS_H
#define NB_LSP_PROGRESS_H

#include "lsp/json.h"

struct nb_server;

/*
 * Work-done progress of one long piece of work (LSP 3.17, "Work Done Progress"): on the token that
 * came with the request, or on one of ours, which the client has to accept first. begin, report
 * and end come exactly in this order, whoever calls what.
 */
typedef struct nb_progress {
    char token[64]; /* a JSON value; empty: none */
    bool is_ours;
    bool is_usable; /* the client's, or it accepted ours */
    bool is_begun;
} nb_progress;

/* With the client's token, if it gave one that can be used. */
void nb_progress_start(nb_progress *progress, const cJSON *token);

/* Asks for a token of ours, once, if there is none and the client can make one. */
void nb_progress_ask(struct nb_server *server, nb_progress *progress);

/* Begins it if that has not been done. */
void nb_progress_report(struct nb_server *server, nb_progress *progress, const char *title,
                        nb_view message);
void nb_progress_end(struct nb_server *server, nb_progress *progress);

/* True if the JSON value is its token. */
bool nb_progress_is(const nb_progress *progress, const cJSON *token);

/* The token as a JSON value into out, NUL-terminated; false if it is none or too long. */
bool nb_progress_token(const cJSON *token, char *out, size_t size);

#endif
