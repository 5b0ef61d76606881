#include "shell/config_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "nb/base/bug.h"
#include "shell/errno_text.h"
#include "shell/read_file.h"

typedef struct folder_entry {
    nb_view folder;
    uint64_t hash;
    const nb_config_file *file;
} folder_entry;

struct nb_config_cache {
    nb_arena *arena;
    nb_lang lang;
    NB_VEC(folder_entry) folders;
    NB_VEC(const nb_config_file *) files;
};

nb_config_cache *nb_config_cache_new(nb_lang lang)
{
    nb_config_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        nb_out_of_memory();
    cache->arena = nb_arena_new();
    cache->lang = lang;
    return cache;
}

void nb_config_cache_free(nb_config_cache *cache)
{
    if (!cache)
        return;
    nb_arena_free(cache->arena);
    free(cache);
}

void nb_config_cache_clear(nb_config_cache *cache, nb_lang lang)
{
    nb_arena *arena = cache->arena;
    nb_arena_reset(arena, 0);
    *cache = (nb_config_cache){.arena = arena, .lang = lang};
}

const nb_config_file *nb_config_cache_load(nb_config_cache *cache, nb_view path)
{
    for (uint32_t i = 0; i < cache->files.len; i++) {
        if (nb_view_eq(cache->files.items[i]->path, path))
            return cache->files.items[i];
    }
    nb_view text;
    const char *name = nb_arena_copy(cache->arena, path).ptr;
    const nb_config_file *file =
        nb_file_read(cache->arena, name, NB_CONFIG_BYTES_MAX, &text)
            ? nb_config_read_text(cache->arena, path, text, cache->lang)
            : nb_config_unreadable(cache->arena, path, nb_errno_text(errno, cache->lang));
    *nb_vec_push(cache->arena, &cache->files) = file;
    return file;
}

static const nb_config_file *look_up(nb_config_cache *cache, nb_view folder)
{
    for (;;) {
        nb_view path = nb_arena_printf(cache->arena, "%.*s%s" NB_CONFIG_NAME, NB_ARG(folder),
                                       nb_view_ends_with(folder, NB_V("/")) ? "" : "/");
        struct stat status;
        if (stat(path.ptr, &status) == 0 && !S_ISDIR(status.st_mode))
            return nb_config_cache_load(cache, path);
        uint32_t slash = nb_view_find_last(folder, NB_V("/"));
        if (slash == NB_VIEW_NONE || folder.len <= 1)
            return NULL;
        folder = nb_view_sub(folder, 0, slash ? slash : 1);
    }
}

const nb_config_file *nb_config_cache_find(nb_config_cache *cache, nb_view folder)
{
    uint64_t hash = nb_view_hash(folder);
    for (uint32_t i = cache->folders.len; i-- > 0;) { /* the last one asked for comes again */
        const folder_entry *entry = &cache->folders.items[i];
        if (entry->hash == hash && nb_view_eq(entry->folder, folder))
            return entry->file;
    }
    folder = nb_arena_copy(cache->arena, folder);
    const nb_config_file *file = folder.len ? look_up(cache, folder) : NULL;
    *nb_vec_push(cache->arena, &cache->folders) = (folder_entry){folder, hash, file};
    return file;
}

const nb_config_file *const *nb_config_cache_files(const nb_config_cache *cache, uint32_t *count)
{
    *count = cache->files.len;
    return cache->files.items;
}

nb_view nb_config_folder_of(nb_arena *arena, const char *path, nb_view *absolute)
{
    nb_view v = nb_view_of(strcmp(path, "-") == 0 ? "" : path);
    uint32_t slash = nb_view_find_last(v, NB_V("/"));
    nb_view folder = slash == NB_VIEW_NONE ? NB_V(".") : nb_view_sub(v, 0, slash ? slash : 1);
    nb_view name = slash == NB_VIEW_NONE ? v : nb_view_sub(v, slash + 1, v.len);
    char *real = realpath(nb_arena_copy(arena, folder).ptr, NULL);
    *absolute = v;
    if (!real)
        return (nb_view){0};
    nb_view result = nb_arena_copy(arena, nb_view_of(real));
    free(real);
    *absolute = nb_arena_printf(arena, "%.*s%s%.*s", NB_ARG(result),
                                nb_view_ends_with(result, NB_V("/")) ? "" : "/", NB_ARG(name));
    return result;
}
