#include "lsp/workspace.h"

#include "lsp/uri.h"

static void add(nb_workspace *workspace, nb_view path)
{
    if (path.len == 0 || workspace->count == NB_FOLDERS_MAX)
        return;
    if (!workspace->arena)
        workspace->arena = nb_arena_new();
    for (uint32_t i = 0; i < workspace->count; i++)
        if (nb_view_eq(workspace->folders[i], path))
            return;
    workspace->folders[workspace->count++] = nb_arena_copy(workspace->arena, path);
}

static void drop(nb_workspace *workspace, nb_view path)
{
    for (uint32_t i = 0; i < workspace->count; i++)
        if (nb_view_eq(workspace->folders[i], path)) {
            workspace->folders[i] = workspace->folders[--workspace->count];
            return;
        }
}

/* The path without a slash at its end, so that both spellings are one folder. */
static nb_view path_of(nb_arena *arena, nb_view uri)
{
    nb_view path = uri.len > NB_URI_MAX ? (nb_view){0} : nb_uri_path(arena, uri);
    while (path.len > 1 && path.ptr[path.len - 1] == '/')
        path = nb_arena_copy(arena, nb_view_sub(path, 0, path.len - 1));
    return path;
}

static void each(nb_workspace *workspace, const cJSON *folders,
                 void (*act)(nb_workspace *workspace, nb_view path))
{
    nb_arena *arena = nb_arena_new();
    const cJSON *folder;
    if (cJSON_IsArray(folders))
        cJSON_ArrayForEach(folder, folders)
        {
            act(workspace, path_of(arena, nb_json_path_view(folder, "uri")));
        }
    nb_arena_free(arena);
}

void nb_workspace_read(nb_workspace *workspace, const cJSON *params)
{
    nb_arena *arena = nb_arena_new();
    each(workspace, nb_json_get(params, "workspaceFolders"), add);
    if (workspace->count == 0)
        add(workspace, path_of(arena, nb_json_path_view(params, "rootUri")));
    nb_view root = nb_json_path_view(params, "rootPath");
    if (workspace->count == 0 && root.len <= NB_URI_MAX)
        add(workspace, root);
    nb_arena_free(arena);
}

void nb_workspace_change(nb_workspace *workspace, const cJSON *event)
{
    each(workspace, nb_json_get(event, "removed"), drop);
    each(workspace, nb_json_get(event, "added"), add);
}

void nb_workspace_release(nb_workspace *workspace)
{
    nb_arena_free(workspace->arena);
    *workspace = (nb_workspace){0};
}
