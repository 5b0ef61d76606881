#ifndef NB_CLI_BASELINE_H
#define NB_CLI_BASELINE_H

#include "cli/settings.h"

/*
 * A baseline: the findings there are today, so that only those that come are reported. A JSON
 * file, a finding a line; paths in it are relative to its folder, so that it may be kept with
 * the reports.
 */

#define CLI_BASELINE_MAX 1000000u /* findings read */

typedef struct cli_baseline cli_baseline;

/* NULL, after a sentence on stderr, if it cannot be read. */
cli_baseline *cli_baseline_read(nb_arena *arena, const char *path, nb_lang lang);

/* Adds what it holds of the file of this absolute path to those that are left out. */
void cli_baseline_apply(nb_arena *arena, const cli_baseline *baseline, nb_view absolute,
                        nb_check_options *options);

/*
 * Checks every path and writes options.write_baseline, in the place of one that is there. The
 * program's exit status; what is wrong is told on stderr.
 */
int cli_baseline_write(const cli_settings *settings);

#endif
