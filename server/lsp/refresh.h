#ifndef NB_LSP_REFRESH_H
#define NB_LSP_REFRESH_H

#include "lsp/server.h"

/* Everything shown is made anew: called when a setting or a nianbao.json has changed. */
void nb_refresh_all(nb_server *server);

/* A client that pulls is asked to pull again, if it can be. */
void nb_refresh_diagnostics(nb_server *server);

#endif
