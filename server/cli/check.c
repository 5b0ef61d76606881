#include "cli/batch.h"
#include "cli/commands.h"

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
    case CLI_TEXT:
        return &cli_output_text;
    case CLI_MARKDOWN:
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

int cli_check(const cli_options *options)
{
    bool is_english = options->lang == NB_LANG_EN;
    const cli_output *output = output_of(options->format);
    if (!output || options->operand_count == 0) {
        fputs(output ? (is_english ? "nianbao check: which file? (- is standard input)\n"
                                   : "nianbao check：请给出文件（- 为标准输入）\n")
                     : (is_english ? "nianbao check: no such format\n"
                                   : "nianbao check：没有这种格式\n"),
              stderr);
        return CLI_FAILED;
    }
    nb_arena *arena = nb_arena_new();
    cli_paths paths = cli_paths_expand(arena, options->operands, options->operand_count);
    cli_style style = {options, options->format == CLI_TEXT && cli_wants_color(options)};
    cli_totals totals = {0};
    bool is_written = cli_batch_run(&paths, &style, output, &totals);
    nb_arena_free(arena);
    if (!is_written) {
        fputs(is_english ? "nianbao: the output cannot be written\n" : "nianbao：无法写出结果\n",
              stderr);
        return CLI_FAILED;
    }
    if (totals.failed)
        return CLI_FAILED;
    return has_failures(options, &totals) ? CLI_FOUND : CLI_OK;
}
