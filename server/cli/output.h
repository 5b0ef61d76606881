#ifndef NB_CLI_OUTPUT_H
#define NB_CLI_OUTPUT_H

#include "cli/options.h"
#include "nb/base/buf.h"

/* How results become bytes: one output per --format, all of the same shape. */

typedef struct cli_result {
    const char *path; /* as shown */
    bool is_named;    /* by the user, not found in a folder */
    nb_view error;    /* empty: analysis is there */
    const nb_analysis *analysis;
} cli_result;

typedef struct cli_totals {
    uint32_t files;  /* read and checked */
    uint32_t failed; /* could not be read */
    uint32_t by_severity[NB_SEVERITY_HINT + 1];
    uint32_t safe_fixes;
} cli_totals;

typedef struct cli_style {
    const cli_options *options;
    bool has_color;
    FILE *to; /* where it is written */
} cli_style;

typedef struct cli_output {
    void (*begin)(nb_buf *out, const cli_style *style);
    /* Called in any thread; pure but for out. */
    void (*file)(nb_buf *out, const cli_style *style, const cli_result *result);
    const char *separator; /* between files that gave any output */
    void (*end)(nb_buf *out, const cli_style *style, const cli_totals *totals);
} cli_output;

extern const cli_output cli_output_text;
extern const cli_output cli_output_json;
extern const cli_output cli_output_jsonl;
extern const cli_output cli_output_sarif;
extern const cli_output cli_output_github;
extern const cli_output cli_output_html;

/* Is this finding part of --fail-on? */
bool cli_is_failure(const cli_options *options, nb_severity severity);

/* What names a row or column of an identity's verdict ("自然人"), and its key; NULL if unknown. */
const char *cli_verdict_label(const nb_verdict *verdict);
const char *cli_verdict_key(const nb_verdict *verdict);

#endif
