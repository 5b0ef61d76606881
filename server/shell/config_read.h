#ifndef NB_SHELL_CONFIG_READ_H
#define NB_SHELL_CONFIG_READ_H

#include <cjson/cJSON.h>

#include "nb/check/config.h"

/*
 * From JSON to nb_config. What is not understood has no effect and is told, with its place; the
 * rest holds.
 */

#define NB_CONFIG_BYTES_MAX (4u * 1024u * 1024u) /* of nianbao.json */
#define NB_CONFIG_PROBLEMS_MAX 100u              /* told of one file */

typedef struct nb_config_problem {
    nb_span span; /* in nb_config_file.text; empty at 0 where there is no text */
    nb_view message;
} nb_config_problem;

typedef struct nb_config_file {
    nb_config config;
    nb_view path; /* absolute; empty: the settings of an editor */
    nb_view text; /* as read, for the places of problems */
    const nb_config_problem *problems;
    uint32_t problem_count;
    bool is_broken; /* could not be read or is no JSON object: nothing of it holds */
} nb_config_file;

/* The text of a nianbao.json; path as above. Everything lives in the arena. */
const nb_config_file *nb_config_read_text(nb_arena *arena, nb_view path, nb_view text,
                                          nb_lang lang);

/*
 * An editor's settings: the same keys. Others are left to the editor's own part, null means that a
 * setting is not made. settings may be NULL.
 */
const nb_config_file *nb_config_read_settings(nb_arena *arena, const cJSON *settings, nb_lang lang);

/* A file that cannot be read, as one with this problem. */
const nb_config_file *nb_config_unreadable(nb_arena *arena, nb_view path, const char *why);

#endif
