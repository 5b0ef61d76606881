#ifndef NB_LSP_TELLING_H
#define NB_LSP_TELLING_H

#include "lsp/server.h"

/*
 * Words for the person at the editor. The log of log.h is for whoever looks after the server; what
 * a user can do something about is told here, and stands in the log as well.
 */
typedef enum nb_message_type { /* MessageType of the protocol */
                               NB_MESSAGE_ERROR = 1,
                               NB_MESSAGE_WARNING = 2,
                               NB_MESSAGE_INFO = 3,
} nb_message_type;

/* window/logMessage: the editor keeps it where the user may look. */
void nb_tell_log(nb_server *server, nb_message_type type, nb_view message);

/* window/showMessage as well: for what the user has to know now. */
void nb_tell_show(nb_server *server, nb_message_type type, nb_view message);

/* $/logTrace, if the client has asked for it by $/setTrace. */
void nb_tell_trace(nb_server *server, const char *method, nb_view id);

#endif
