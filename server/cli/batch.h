#ifndef NB_CLI_BATCH_H
#define NB_CLI_BATCH_H

#include "cli/output.h"
#include "cli/paths.h"

/*
 * Checks every path and writes the results to style->to in the order of the paths, whatever the
 * order they are ready in. Files that could not be read are named on stderr too. Returns false if
 * that cannot be written.
 */
bool cli_batch_run(const cli_paths *paths, const cli_style *style, const cli_output *output,
                   cli_totals *totals);

#endif
