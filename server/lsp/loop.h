#ifndef NB_LSP_LOOP_H
#define NB_LSP_LOOP_H

#include "lsp/server.h"

/* A server's life, as whoever moves its bytes drives it: the transport, or a test. */

nb_server *nb_server_new(const nb_server_host *host, const nb_log *log);
void nb_server_free(nb_server *server);

/* Bytes from the client, in pieces of any size. */
void nb_server_input(nb_server *server, nb_view bytes);

/* Handles every message that is complete. */
void nb_server_round(nb_server *server);

/* Nothing more waits in the input: publishes. True if work is left. */
bool nb_server_idle(nb_server *server);

/* The client is gone without `exit`. */
void nb_server_gone(nb_server *server, const char *why);

#endif
