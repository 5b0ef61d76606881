#ifndef NB_LSP_EDITS_H
#define NB_LSP_EDITS_H

#include "lsp/server.h"

/* A WorkspaceEdit with the edits of one fix, in the richest form that the client understands. */
typedef struct nb_edit_list {
    const nb_edit *items; /* sorted, not overlapping */
    uint32_t count;
    bool changes_figure; /* the client is asked to have it confirmed */
} nb_edit_list;

void nb_workspace_edit_add(const nb_server *server, nb_buf *out, const nb_open *open,
                           const nb_analysis *analysis, nb_edit_list edits);

#endif
