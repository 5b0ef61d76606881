#ifndef NB_LSP_CONFIGURATION_H
#define NB_LSP_CONFIGURATION_H

#include "lsp/server.h"

/*
 * How each document is checked: as the nearest nianbao.json says, and where that is silent as the
 * editor's settings do (settings.h). The project's file comes first, so that everybody who opens a
 * report sees the same; only the language is the reader's own before it is the project's.
 */

/* Of a document; kept until something of it changes. */
const nb_check_options *nb_configuration_of(nb_server *server, nb_open *open);

/* What was found for the documents is stale: the settings have changed. */
void nb_configuration_forget(nb_server *server);

/* Every nianbao.json is read anew when it is needed. */
void nb_configuration_reload(nb_server *server);

/* Asks the client to tell when a nianbao.json is written. */
void nb_configuration_watch(nb_server *server);

/* The array of diagnostics of a nianbao.json that is open in the editor. */
void nb_configuration_add_problems(const nb_server *server, nb_buf *out, const nb_open *open);

/* Tells the user what is wrong in files that were read and are not open. */
void nb_configuration_tell(nb_server *server);

/* {"path", "ignored", "problems"}: what was found by nb_configuration_of. */
void nb_configuration_add_answer(const nb_server *server, nb_buf *out, const nb_open *open);

void nb_configuration_release(nb_server *server);

#endif
