#ifndef NB_CLI_OPTION_TABLE_H
#define NB_CLI_OPTION_TABLE_H

#include "cli/options.h"

/* Every option of the command line, in the order of --help. */

#define CLI_ALL (CLI_CHECK | CLI_FIX | CLI_EXPLAIN | CLI_RULES | CLI_MODEL | CLI_TEMPLATE)

typedef struct cli_option {
    const char *name;    /* without the dashes */
    const char *metavar; /* NULL: a switch */
    unsigned commands;   /* bits of cli_command_id */
    nb_text2 help;       /* with the values that may stand there */
    /* false: value is not one of them. A switch gets NULL. */
    bool (*set)(cli_options *options, const char *value);
} cli_option;

extern const cli_option cli_option_table[];
extern const size_t cli_option_count;

#endif
