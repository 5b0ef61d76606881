#include "cli/paths.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "nb/check/check.h"

typedef NB_VEC(cli_path) path_vec;
typedef NB_VEC(const char *) name_vec;

/* A folder that is still to be listed, or a file, in the order of the output. */
typedef struct pending {
    const char *path;
    int depth;
} pending;

static bool is_folder(const char *path, bool follow)
{
    struct stat status;
    int failed = follow ? stat(path, &status) : lstat(path, &status);
    return !failed && S_ISDIR(status.st_mode);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *join(nb_arena *arena, const char *folder, const char *name)
{
    size_t len = strlen(folder);
    const char *slash = len && folder[len - 1] == '/' ? "" : "/";
    return nb_arena_printf(arena, "%s%s%s", folder, slash, name).ptr;
}

/* Names in a folder, sorted; false if it cannot be listed. */
static bool list(nb_arena *arena, const char *folder, name_vec *names)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return false;
    const struct dirent *entry;
    while ((entry = readdir(dir))) {
        if (entry->d_name[0] != '.')
            *nb_vec_push(arena, names) = nb_arena_copy(arena, nb_view_of(entry->d_name)).ptr;
    }
    (void)closedir(dir);
    if (names->len)
        qsort(names->items, names->len, sizeof *names->items, compare_names);
    return true;
}

/* A stack instead of recursion; names are pushed backwards, so that they come off in order. */
static void walk(nb_arena *arena, const char *root, path_vec *out)
{
    NB_VEC(pending) stack = {0};
    *nb_vec_push(arena, &stack) = (pending){root, 0};
    while (stack.len) {
        pending top = stack.items[--stack.len];
        if (top.depth > 0 && !is_folder(top.path, false)) {
            *nb_vec_push(arena, out) = (cli_path){.path = top.path};
            continue;
        }
        if (top.depth >= CLI_DEPTH_MAX) {
            *nb_vec_push(arena, out) = (cli_path){.path = top.path, .is_too_deep = true};
            continue;
        }
        name_vec names = {0};
        if (!list(arena, top.path, &names)) {
            *nb_vec_push(arena, out) = (cli_path){.path = top.path};
            continue;
        }
        for (uint32_t i = names.len; i-- > 0;) {
            const char *path = join(arena, top.path, names.items[i]);
            bool is_wanted = nb_is_report_path(nb_view_of(names.items[i]))
                                 ? !is_folder(path, true) || is_folder(path, false)
                                 : is_folder(path, false);
            if (is_wanted)
                *nb_vec_push(arena, &stack) = (pending){path, top.depth + 1};
        }
    }
}

cli_paths cli_paths_expand(nb_arena *arena, const char *const *operands, uint32_t count)
{
    path_vec out = {0};
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(operands[i], "-") != 0 && is_folder(operands[i], true))
            walk(arena, operands[i], &out);
        else
            *nb_vec_push(arena, &out) = (cli_path){.path = operands[i], .is_named = true};
    }
    return (cli_paths){out.items, out.len};
}
