#ifndef NB_LSP_PULL_ITEMS_H
#define NB_LSP_PULL_ITEMS_H

#include "lsp/documents.h"
#include "lsp/idset.h"

/* The reports of one workspace/diagnostic: what the client has, and what is to be said. */
typedef struct nb_pull_items {
    nb_arena *arena; /* of previous */
    nb_idset previous;
    uint32_t count;   /* of full ones, streamed or to be said */
    nb_buf full;      /* WorkspaceDocumentDiagnosticReports with commas between */
    nb_buf unchanged; /* said if there is anything else to say */
} nb_pull_items;

/* previous is the request's previousResultIds. */
void nb_pull_items_begin(nb_pull_items *items, const cJSON *previous);

/* All files are looked at once more; what was gathered and not yet streamed is dropped. */
void nb_pull_items_restart(nb_pull_items *items);

/* One file: its diagnostics with their id; id 0: it is no report (any more). open may be NULL. */
void nb_pull_items_add(nb_pull_items *items, nb_view uri, uint64_t key, const nb_open *open,
                       nb_view list, uint64_t id);

/* Files that were reported once and are no longer there. */
void nb_pull_items_add_gone(nb_pull_items *items);

/* Puts the unchanged ones behind the others. */
void nb_pull_items_close(nb_pull_items *items);

void nb_pull_items_release(nb_pull_items *items);

#endif
