#include "cli/baseline.h"
#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/settings.h"

static const cli_output *output_of(cli_format format)
{
    switch (format) {
    case CLI_JSON:
        return &cli_output_json;
    case CLI_JSONL:
        return &cli_output_jsonl;
    case CLI_SARIF:
        return &cli_output_sarif;
    case CLI_GITHUB:
        return &cli_output_github;
    case CLI_HTML:
        return &cli_output_html;
    case CLI_TEXT:
        return &cli_output_text;
    case CLI_MARKDOWN:
    case CLI_SCHEMA:
        break;
    }
    return NULL;
}

static bool has_failures(const cli_options *options, const cli_totals *totals)
{
    for (nb_severity s = NB_SEVERITY_ERROR; s <= NB_SEVERITY_HINT; s++) {
        if (totals->by_severity[s] && cli_is_failure(options, s))
            return true;
    }
    return false;
}

/* A sentence about what cannot be asked for; NULL: nothing is wrong. */
static const char *mistake(const cli_options *options, const cli_output *output)
{
    bool is_english = options->lang == NB_LANG_EN;
    if (!output)
        return is_english ? "nianbao check: no such format" : "nianbao check：没有这种格式";
    if (options->operand_count == 0)
        return is_english ? "nianbao check: which file? (- is standard input)"
                          : "nianbao check：请给出文件（- 为标准输入）";
    if (options->baseline && options->write_baseline)
        return is_english ? "nianbao check: --baseline and --write-baseline exclude each other"
                          : "nianbao check：--baseline 与 --write-baseline 不能同时使用";
    return NULL;
}

static int run(const cli_settings *settings, const cli_output *output)
{
    const cli_options *options = &settings->options;
    cli_style style = {options, options->format == CLI_TEXT && cli_wants_color(options), stdout};
    cli_totals totals = {0};
    if (!cli_batch_run(&settings->paths, &style, output, &totals)) {
        fputs(options->lang == NB_LANG_EN ? "nianbao: the output cannot be written\n"
                                          : "nianbao：无法写出结果\n",
              stderr);
        return CLI_FAILED;
    }
    if (totals.failed)
        return CLI_FAILED;
    return has_failures(options, &totals) ? CLI_FOUND : CLI_OK;
}

int cli_check(const cli_options *options)
{
    const cli_output *output = output_of(options->format);
    const char *wrong = mistake(options, output);
    if (wrong) {
        fprintf(stderr, "%s\n", wrong);
        return CLI_FAILED;
    }
    nb_arena *arena = nb_arena_new();
    cli_paths paths = cli_paths_expand(arena, options->operands, options->operand_count);
    cli_settings settings;
    int status = CLI_FAILED;
    if (cli_settings_make(arena, options, &paths, &settings))
        status = options->write_baseline ? cli_baseline_write(&settings) : run(&settings, output);
    cli_settings_release(&settings);
    nb_arena_free(arena);
    return status;
}
