#ifndef NB_CLI_PATHS_H
#define NB_CLI_PATHS_H

#include "nb/check/check.h"

typedef struct cli_path {
    const char *path; /* "-": standard input */
    bool is_too_deep; /* a folder below CLI_DEPTH_MAX others, which is not looked into */
    bool is_named;    /* by the user, not found in a folder */
    const nb_check_options *check; /* how it is checked; NULL before cli_settings_make */
} cli_path;

typedef struct cli_paths {
    const cli_path *items;
    uint32_t count;
} cli_paths;

/* Folders deeper than this below one that was named are told of and not looked into. */
#define CLI_DEPTH_MAX 64

/*
 * Files are taken as they are; a folder gives the .txt, .md, .markdown, .html and .htm files in and
 * below it, in byte order, without hidden ones and without following links to folders. In the
 * arena. What cannot be opened is left in the list: reading it will say why.
 */
cli_paths cli_paths_expand(nb_arena *arena, const char *const *operands, uint32_t count);

#endif
