#ifndef NB_SHELL_CONFIG_FILE_H
#define NB_SHELL_CONFIG_FILE_H

#include "shell/config_read.h"

/* The nianbao.json that holds for a file: the nearest one in its folder or above. */

#define NB_CONFIG_NAME "nianbao.json"

typedef struct nb_config_cache nb_config_cache;

/* Messages of problems are in lang. */
nb_config_cache *nb_config_cache_new(nb_lang lang);
void nb_config_cache_free(nb_config_cache *cache); /* NULL is allowed */

/* Forgets everything: a file was written, or the language has changed. What was given is freed. */
void nb_config_cache_clear(nb_config_cache *cache, nb_lang lang);

/*
 * For the files in a folder (absolute); NULL if there is none. Every nianbao.json is read once,
 * every folder looked at once.
 */
const nb_config_file *nb_config_cache_find(nb_config_cache *cache, nb_view folder);

/* This very file; one that cannot be read is broken and says why. */
const nb_config_file *nb_config_cache_load(nb_config_cache *cache, nb_view path);

/* All files read so far, in the order of reading. */
const nb_config_file *const *nb_config_cache_files(const nb_config_cache *cache, uint32_t *count);

/* The folder of a path, made absolute with links resolved; empty if there is no such folder. The
 * name alone is put behind it in *absolute. "-" stands for the working folder. In the arena. */
nb_view nb_config_folder_of(nb_arena *arena, const char *path, nb_view *absolute);

#endif
