#ifndef NB_LSP_DISPATCH_H
#define NB_LSP_DISPATCH_H

#include "lsp/server.h"

/*
 * One row for each method: who handles it, and what `initialize` announces because of it. So
 * nothing can be announced that is not there.
 */
typedef void nb_request_handler(nb_server *server, const cJSON *params, nb_reply *reply);
typedef void nb_notification_handler(nb_server *server, const cJSON *params);
typedef bool nb_capability_filter(const nb_client *client);

typedef struct nb_method {
    const char *name;
    nb_request_handler *request; /* one of the two */
    nb_notification_handler *notification;
    const char *capability;       /* members of ServerCapabilities as JSON, NULL if none */
    nb_capability_filter *wanted; /* NULL: for every client */
} nb_method;

/* In the order of their names; NULL if unknown. */
const nb_method *nb_method_find(const char *name);

/* Handles one message by the rules of the phase (LSP 3.17, "Lifecycle Messages"). */
void nb_dispatch(nb_server *server, const nb_message *message);

/* The members of ServerCapabilities that the table gives, each followed by a comma. */
void nb_dispatch_add_capabilities(const nb_client *client, nb_buf *out);

#endif
