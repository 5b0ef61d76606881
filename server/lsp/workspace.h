#ifndef NB_LSP_WORKSPACE_H
#define NB_LSP_WORKSPACE_H

#include "lsp/json.h"

/* The folders that are open in the editor. */

#define NB_FOLDERS_MAX 64u

typedef struct nb_workspace {
    nb_arena *arena;                 /* NULL: no folder yet */
    nb_view folders[NB_FOLDERS_MAX]; /* absolute paths */
    uint32_t count;
} nb_workspace;

/* From initialize: workspaceFolders, else rootUri, else rootPath, else none. */
void nb_workspace_read(nb_workspace *workspace, const cJSON *params);

/* The event of workspace/didChangeWorkspaceFolders. */
void nb_workspace_change(nb_workspace *workspace, const cJSON *event);

void nb_workspace_release(nb_workspace *workspace);

#endif
