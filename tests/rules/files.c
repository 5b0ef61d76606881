#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "harness.h"

bool harness_read(nb_arena *arena, const char *path, nb_view *content)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    char chunk[8192];
    NB_VEC(char) bytes = {0};
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        for (size_t i = 0; i < got; i++)
            *nb_vec_push(arena, &bytes) = chunk[i];
    }
    bool is_good = !ferror(file);
    fclose(file);
    *content = (nb_view){bytes.items, bytes.len};
    return is_good;
}

bool harness_write(const char *path, nb_view content)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return false;
    bool is_good = fwrite(content.ptr, 1, content.len, file) == content.len;
    return fclose(file) == 0 && is_good;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

harness_names harness_list(nb_arena *arena, const char *folder)
{
    NB_VEC(const char *) names = {0};
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        if (entry->d_name[0] != '.')
            *nb_vec_push(arena, &names) = nb_arena_copy(arena, nb_view_of(entry->d_name)).ptr;
    }
    if (dir)
        closedir(dir);
    if (names.len)
        qsort(names.items, names.len, sizeof *names.items, compare_names);
    return (harness_names){names.items, names.len};
}

bool harness_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}
