#include "cli/settings.h"

#include <string.h>

#include "cli/baseline.h"
#include "cli/input.h"
#include "nb/text/lines.h"

/* A path as the user would write it: below the working folder without that. */
static nb_view shown(nb_view path, nb_view folder)
{
    if (folder.len > 1 && nb_view_starts_with(path, folder) && path.len > folder.len &&
        path.ptr[folder.len] == '/')
        return nb_view_sub(path, folder.len + 1, path.len);
    return path;
}

static void tell(nb_arena *arena, const nb_config_file *file, nb_lang lang)
{
    static const nb_text2 words[] = {{"警告", "warning"}, {"错误", "error"}};
    const char *severity = nb_text2_in(words[file->is_broken], lang);
    nb_lines lines = nb_lines_index(arena, file->text);
    nb_view nothing;
    nb_view path = shown(file->path, nb_config_folder_of(arena, "-", &nothing));
    for (uint32_t i = 0; i < file->problem_count; i++) {
        const nb_config_problem *problem = &file->problems[i];
        nb_position at = nb_lines_range(&lines, problem->span, NB_UTF32).start;
        fprintf(stderr, "%.*s:%u:%u: %s: %.*s\n", NB_ARG(path), at.line + 1, at.character + 1,
                severity, NB_ARG(problem->message));
    }
}

/* Everything that was read, once; false if a file that is in force cannot be used. */
static bool tell_all(nb_arena *arena, const cli_settings *settings)
{
    uint32_t count;
    const nb_config_file *const *files = nb_config_cache_files(settings->cache, &count);
    bool is_good = true;
    for (uint32_t i = 0; i < count; i++) {
        tell(arena, files[i], settings->options.lang);
        is_good &= !files[i]->is_broken;
    }
    return is_good;
}

typedef struct place {
    nb_view absolute;
    const nb_config_file *file; /* NULL: none */
} place;

static place find(nb_arena *arena, cli_settings *settings, const char *path)
{
    const cli_options *options = &settings->options;
    if (strcmp(path, "-") == 0 && options->stdin_name)
        path = options->stdin_name;
    place found = {0};
    nb_view folder = nb_config_folder_of(arena, path, &found.absolute);
    if (options->no_config)
        return found;
    if (options->config) {
        nb_view absolute;
        (void)nb_config_folder_of(arena, options->config, &absolute);
        found.file = nb_config_cache_load(settings->cache, absolute);
    } else if (folder.len) {
        found.file = nb_config_cache_find(settings->cache, folder);
    }
    return found;
}

static void choose_language(cli_settings *settings, const place *places, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const nb_config_file *file = places[i].file;
        if (!file || !file->config.has_lang)
            continue;
        settings->options.lang = file->config.lang;
        settings->options.check.rules.lang = file->config.lang;
        return;
    }
}

static const nb_check_options *options_for(nb_arena *arena, const cli_settings *settings,
                                           const cli_baseline *baseline, const place *where)
{
    nb_check_options *check = NB_NEW(arena, nb_check_options);
    *check = settings->options.check;
    if (where->file)
        nb_config_apply(arena, &where->file->config, where->absolute, check);
    if (baseline)
        cli_baseline_apply(arena, baseline, where->absolute, check);
    return check;
}

static bool is_ignored(const cli_path *path, const place *where)
{
    return !path->is_named && where->file &&
           nb_config_ignores(&where->file->config, where->absolute);
}

/* Reads --last-year; a sentence to the user and false if it is no report. */
static bool read_last_year(nb_arena *arena, cli_options *options)
{
    static const nb_text2 no_report = {"不是年度报告", "no yearly report"};
    if (!options->last_year)
        return true;
    cli_input input = cli_input_read(arena, options->last_year, options->lang);
    nb_view wrong = input.error;
    if (!wrong.len) {
        nb_check_options check = {.kind = nb_source_kind_of_path(nb_view_of(options->last_year))};
        const nb_analysis *analysis = nb_check(arena, input.text, &check);
        if (analysis->is_report)
            options->check.rules.last_year = analysis->report;
        else
            wrong = nb_view_of(nb_text2_in(no_report, options->lang));
    }
    if (wrong.len)
        fprintf(stderr, "nianbao: %s: %.*s\n", options->last_year, NB_ARG(wrong));
    return wrong.len == 0;
}

bool cli_settings_make(nb_arena *arena, const cli_options *options, const cli_paths *paths,
                       cli_settings *settings)
{
    *settings = (cli_settings){.options = *options, .cache = nb_config_cache_new(options->lang)};
    cli_baseline *baseline = NULL;
    if (!read_last_year(arena, &settings->options))
        return false;
    if (options->baseline) {
        baseline = cli_baseline_read(arena, options->baseline, options->lang);
        if (!baseline)
            return false;
    }
    place *places = NB_NEW_ARRAY(arena, place, (size_t)paths->count + 1);
    for (uint32_t i = 0; i < paths->count; i++)
        places[i] = find(arena, settings, paths->items[i].path);
    if (!options->lang_given)
        choose_language(settings, places, paths->count);
    cli_path *kept = NB_NEW_ARRAY(arena, cli_path, (size_t)paths->count + 1);
    for (uint32_t i = 0; i < paths->count; i++) {
        if (is_ignored(&paths->items[i], &places[i]))
            continue;
        cli_path *path = &kept[settings->paths.count++];
        *path = paths->items[i];
        path->check = options_for(arena, settings, baseline, &places[i]);
    }
    settings->paths.items = kept;
    return tell_all(arena, settings);
}

void cli_settings_release(cli_settings *settings)
{
    nb_config_cache_free(settings->cache);
    settings->cache = NULL;
}
