#include "lsp/scan.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "nb/base/bug.h"
#include "nb/check/check.h"

typedef struct pending {
    nb_view path;
    uint32_t depth; /* 0: a folder of the workspace */
} pending;

struct nb_scan {
    nb_arena *arena;
    NB_VEC(pending) stack; /* the next one is the last */
    uint32_t files;
};

nb_scan *nb_scan_new(const nb_view *folders, uint32_t count)
{
    nb_scan *scan = calloc(1, sizeof *scan);
    if (!scan)
        nb_out_of_memory();
    scan->arena = nb_arena_new();
    for (uint32_t i = count; i-- > 0;)
        *nb_vec_push(scan->arena, &scan->stack) =
            (pending){nb_arena_copy(scan->arena, folders[i]), 0};
    return scan;
}

void nb_scan_free(nb_scan *scan)
{
    if (!scan)
        return;
    nb_arena_free(scan->arena);
    free(scan);
}

static int compare_names(const void *a, const void *b)
{
    return nb_view_compare(*(const nb_view *)a, *(const nb_view *)b);
}

static void push(nb_scan *scan, const pending *folder, nb_view name)
{
    nb_view path =
        nb_arena_printf(scan->arena, "%.*s%s%.*s", NB_ARG(folder->path),
                        nb_view_ends_with(folder->path, NB_V("/")) ? "" : "/", NB_ARG(name));
    struct stat status;
    if (lstat(path.ptr, &status) != 0)
        return;
    bool is_folder = S_ISDIR(status.st_mode);
    bool is_wanted =
        is_folder ? folder->depth < NB_SCAN_DEPTH_MAX && !nb_view_eq(name, NB_V("node_modules"))
                  : nb_is_report_path(name);
    if (is_wanted)
        *nb_vec_push(scan->arena, &scan->stack) = (pending){path, folder->depth + 1};
}

/* False if it is no folder that can be listed. Backwards, so that the first name comes off first.
 */
static bool list(nb_scan *scan, const pending *folder)
{
    NB_VEC(nb_view) names = {0};
    DIR *dir = opendir(folder->path.ptr);
    if (!dir)
        return false;
    const struct dirent *entry;
    while ((entry = readdir(dir)) && names.len < NB_SCAN_FILES_MAX)
        if (entry->d_name[0] != '.')
            *nb_vec_push(scan->arena, &names) =
                nb_arena_copy(scan->arena, nb_view_of(entry->d_name));
    (void)closedir(dir);
    if (names.len)
        qsort(names.items, names.len, sizeof *names.items, compare_names);
    for (uint32_t i = names.len; i-- > 0;)
        push(scan, folder, names.items[i]);
    return true;
}

nb_scan_step nb_scan_next(nb_scan *scan, nb_view *path)
{
    if (scan->stack.len == 0)
        return NB_SCAN_END;
    if (scan->files == NB_SCAN_FILES_MAX)
        return NB_SCAN_FULL;
    pending top = scan->stack.items[--scan->stack.len];
    if (!nb_is_report_path(top.path) || top.depth == 0) {
        (void)list(scan, &top);
        return NB_SCAN_FOLDER;
    }
    if (list(scan, &top)) /* a folder may be called drafts.md */
        return NB_SCAN_FOLDER;
    scan->files++;
    *path = top.path;
    return NB_SCAN_FILE;
}
