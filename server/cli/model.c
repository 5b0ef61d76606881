#include <string.h>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/model.h"
#include "cli/settings.h"

int cli_model(const cli_options *options)
{
    bool is_english = options->lang == NB_LANG_EN;
    if (options->operand_count != 1) {
        fputs(is_english ? "nianbao model: one file, please\n" : "nianbao model：请给出一个文件\n",
              stderr);
        return CLI_FAILED;
    }
    nb_arena *arena = nb_arena_new();
    const char *path = options->operands[0];
    cli_path item = {.path = path, .is_named = true};
    cli_paths paths = {&item, 1};
    cli_settings settings;
    if (!cli_settings_make(arena, options, &paths, &settings)) {
        cli_settings_release(&settings);
        nb_arena_free(arena);
        return CLI_FAILED;
    }
    options = &settings.options;
    cli_input input = cli_input_read(arena, path, options->lang);
    if (strcmp(path, "-") == 0 && options->stdin_name)
        path = options->stdin_name;
    int status = CLI_FAILED;
    if (input.error.len) {
        fprintf(stderr, "nianbao: %s: %.*s\n", path, NB_ARG(input.error));
    } else {
        nb_check_options check = *settings.paths.items[0].check;
        check.kind = nb_source_kind_of_path(nb_view_of(path));
        const nb_analysis *analysis = nb_check(arena, input.text, &check);
        nb_buf out = {0};
        if (options->format == CLI_JSON)
            model_write_json(&out, path, analysis);
        else
            model_write_text(&out, analysis, options->lang);
        status = cli_put(nb_buf_view(&out), options->lang);
        nb_buf_release(&out);
    }
    cli_settings_release(&settings);
    nb_arena_free(arena);
    return status;
}
