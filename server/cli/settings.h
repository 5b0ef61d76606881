#ifndef NB_CLI_SETTINGS_H
#define NB_CLI_SETTINGS_H

#include "cli/options.h"
#include "cli/paths.h"
#include "shell/config_file.h"

/* What nianbao.json, --config and --baseline say of each file, before any of them is checked. */

typedef struct cli_settings {
    cli_options options; /* those of the command line, completed */
    cli_paths paths;     /* without those that a configuration leaves out */
    nb_config_cache *cache;
} cli_settings;

/*
 * Gives every path its nb_check_options; who is named on the command line is checked even if it is
 * ignored. The language of the first configuration is that of the run, unless --lang or the
 * like was given. Problems are told on stderr; false if one of them leaves open what is wanted.
 * Lives in the arena, and until cli_settings_release, which is due in either case.
 */
bool cli_settings_make(nb_arena *arena, const cli_options *options, const cli_paths *paths,
                       cli_settings *settings);
void cli_settings_release(cli_settings *settings);

#endif
