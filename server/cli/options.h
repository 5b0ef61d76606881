#ifndef NB_CLI_OPTIONS_H
#define NB_CLI_OPTIONS_H

#include <stdio.h>

#include "nb/check/apply.h"

/* What the command line asks for. Strings are those of argv. */

typedef enum cli_command_id {
    CLI_CHECK = 1 << 0,
    CLI_FIX = 1 << 1,
    CLI_EXPLAIN = 1 << 2,
    CLI_RULES = 1 << 3,
    CLI_MODEL = 1 << 4,
    CLI_LSP = 1 << 5,
    CLI_TEMPLATE = 1 << 6,
} cli_command_id;

typedef enum cli_format {
    CLI_TEXT,
    CLI_JSON,
    CLI_JSONL,
    CLI_SARIF,
    CLI_GITHUB,
    CLI_HTML,
    CLI_MARKDOWN,
    CLI_SCHEMA,
} cli_format;

typedef enum cli_when { CLI_AUTO, CLI_ALWAYS, CLI_NEVER } cli_when;

#define CLI_SUGGEST_MAX 64 /* rules named by --suggest */
#define CLI_JOBS_MAX 256

typedef struct cli_options {
    nb_lang lang;
    cli_format format;
    cli_when color;
    nb_severity fail_on; /* OFF: never */
    nb_check_options check;
    const char *stdin_name; /* NULL: not given */
    const char *config;     /* NULL: the nearest nianbao.json */
    const char *baseline;   /* NULL: none */
    const char *write_baseline;
    const char *last_year; /* the report of the year before; NULL: none */
    bool no_config;
    bool lang_given;
    int jobs; /* 0: as many as there are processors */
    bool verdicts;
    bool diff;
    const nb_rule *suggest[CLI_SUGGEST_MAX];
    uint32_t suggest_count;
    const char *body;            /* of a template; NULL: a placeholder */
    nb_dialect dialect;          /* of a template's tables */
    const char *const *operands; /* what stands beside the options */
    uint32_t operand_count;
    bool help;
} cli_options;

/* lang from the environment, everything else as documented. */
cli_options cli_options_default(void);

/*
 * Reads argv[first…]; options may stand between operands, "--" ends them. Operands are gathered
 * in argv itself. On a mistake says so on stderr and returns false.
 */
bool cli_options_read(cli_options *options, cli_command_id command, int argc, char **argv,
                      int first);

/* The lines of --help that describe a command's options. */
void cli_options_describe(FILE *out, cli_command_id command, nb_lang lang);

#endif
