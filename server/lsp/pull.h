#ifndef NB_LSP_PULL_H
#define NB_LSP_PULL_H

#include "lsp/server.h"

/*
 * workspace/diagnostic (LSP 3.17, "Workspace Diagnostics"): the findings of every report below the
 * folders of the workspace, open or not. One request at a time is worked on, file by file, while
 * nothing else is to be done; if nothing is new to the client it is held open until something is.
 */

/* One step. True if more is left to do at once. */
bool nb_pull_step(nb_server *server);

/* A file or a setting may have changed: what is held is looked at again. */
void nb_pull_wake(nb_server *server);

/* Nothing that was found is right any more: the settings have changed. */
void nb_pull_forget(nb_server *server);

/* Answers the request with this id as cancelled; false if it is not worked on. */
bool nb_pull_cancel(nb_server *server, const cJSON *id);

/* The user wants no more of it (window/workDoneProgress/cancel), or the session ends. */
void nb_pull_stop(nb_server *server);

void nb_pull_release(nb_server *server);

/* The id of a list of diagnostics: a hash, so that equal lists have equal ids. */
uint64_t nb_pull_result_id(nb_view list);

#endif
