#ifndef NB_LSP_CONFIG_CHANGE_H
#define NB_LSP_CONFIG_CHANGE_H

#include "lsp/server.h"

/*
 * A finding put among those that nianbao.json leaves out, as a change that the client makes: in
 * the file that is in force for the document, else in a new one beside the document.
 */
typedef struct nb_config_change {
    nb_view uri;
    const nb_open *open; /* the nianbao.json where the editor has it open, else NULL */
    nb_lines lines;      /* of its text */
    nb_edit edit;
    bool creates; /* there is no such file yet */
} nb_config_change;

/*
 * False if none can be offered: the document is no file, nianbao.json cannot be understood, or the
 * client cannot create one. Lives in the server's scratch arena.
 */
bool nb_config_change_for(nb_server *server, nb_open *open, const nb_finding *finding,
                          nb_config_change *change);

/* As a WorkspaceEdit. */
void nb_config_change_add(const nb_server *server, nb_buf *out, const nb_config_change *change);

#endif
