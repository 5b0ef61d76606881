#ifndef NB_CLI_COMMANDS_H
#define NB_CLI_COMMANDS_H

#include "cli/options.h"

/* The program's exit status. */
enum { CLI_OK = 0, CLI_FOUND = 1, CLI_FAILED = 2 };

int cli_check(const cli_options *options);
int cli_fix(const cli_options *options);
int cli_explain(const cli_options *options);
int cli_rules(const cli_options *options);
int cli_model(const cli_options *options);
int cli_template(const cli_options *options);

/*
 * Writes bytes to stdout; nothing for none (fwrite wants no NULL). Returns the exit status: a full
 * disk or a closed pipe is a failure of the command, and is told.
 */
int cli_put(nb_view bytes, nb_lang lang);

/* Should out be coloured? --color, NO_COLOR (no-color.org), TERM, and whether it is a terminal. */
bool cli_wants_color(const cli_options *options);

#endif
