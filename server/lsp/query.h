#ifndef NB_LSP_QUERY_H
#define NB_LSP_QUERY_H

#include "lsp/server.h"

/* What most handlers begin with: the document that is asked about, and the place in it. */

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

/* params.range as bytes of the analysis; false if there is none, then the request is answered. */
bool nb_query_span(const nb_query *query, const cJSON *params, nb_span *span);

/* The language of what is said about the document. */
static inline nb_lang nb_query_lang(const nb_query *query)
{
    return query->open->options.rules.lang;
}

/* A span of the analysis as a range in the client's units. */
void nb_server_add_range(const nb_server *server, nb_buf *out, const nb_analysis *analysis,
                         nb_span span);

#endif
