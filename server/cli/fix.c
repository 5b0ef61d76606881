#include <signal.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/diff.h"
#include "cli/input.h"
#include "cli/settings.h"
#include "cli/store.h"
#include "shell/errno_text.h"

enum { ARENA_KEEP = 8 * 1024 * 1024 };

typedef struct fix_run {
    const cli_options *options;
    nb_arena *arena;
    bool is_english;
    uint32_t fixes;
    uint32_t files;
    bool has_failed;
} fix_run;

static void complain(fix_run *run, const char *path, const char *zh, const char *en)
{
    fprintf(stderr, "nianbao: %s: %s\n", path, run->is_english ? en : zh);
    run->has_failed = true;
}

/* A file is written only if what was read can be told from what would be written by the fixes
 * alone: the old text must encode to the very bytes that were read. */
static bool encode(fix_run *run, const char *path, const cli_input *input, nb_view text,
                   nb_view *bytes)
{
    nb_view old;
    if (cli_input_encode(run->arena, input->text, input, &old) && nb_view_eq(old, input->bytes) &&
        cli_input_encode(run->arena, text, input, bytes))
        return true;
    complain(run, path, "其编码不能原样写回，未修改",
             "cannot be written back in its encoding without loss; left alone");
    return false;
}

/* What failed, why, and that the file is as it was. */
static void complain_of_store(fix_run *run, const char *path, store_result result)
{
    static const nb_text2 what[] = {
        [STORE_TARGET] = {"文件不可写", "the file cannot be written"},
        [STORE_BESIDE] = {"所在文件夹中不能新建文件", "no new file can be made in its folder"},
        [STORE_WRITE] = {"写入失败", "writing failed"},
    };
    nb_lang lang = run->is_english ? NB_LANG_EN : NB_LANG_ZH;
    const char *why = nb_errno_text(result.error, lang);
    fprintf(stderr,
            run->is_english ? "nianbao: %s: %s (%s); left as it was\n"
                            : "nianbao: %s: %s（%s），原文件未改动\n",
            path, nb_text2_in(what[result.failed], lang), why);
    run->has_failed = true;
}

static void put(fix_run *run, const char *path, bool is_stdin, const cli_input *input,
                const nb_fixed *fixed)
{
    nb_view bytes;
    if (is_stdin && fixed->fix_count == 0) {
        run->has_failed |= cli_put(input->bytes, run->options->lang) != CLI_OK;
        return;
    }
    if (fixed->fix_count == 0 || !encode(run, path, input, fixed->text, &bytes))
        return;
    if (!is_stdin && nb_view_eq(bytes, input->bytes))
        return; /* fixes that came to nothing */
    if (is_stdin) {
        run->has_failed |= cli_put(bytes, run->options->lang) != CLI_OK;
        return;
    }
    store_result stored = store_replace(path, bytes);
    if (stored.failed) {
        complain_of_store(run, path, stored);
        return;
    }
    printf(run->is_english ? "%s: %u repaired\n" : "%s：修改 %u 处\n", path, fixed->fix_count);
}

static void fix_file(fix_run *run, const cli_path *item)
{
    const char *path = item->path;
    const cli_options *options = run->options;
    bool is_stdin = strcmp(path, "-") == 0;
    cli_input input = cli_input_read(run->arena, path, options->lang);
    const char *shown = is_stdin && options->stdin_name ? options->stdin_name : path;
    if (input.error.len) {
        fprintf(stderr, "nianbao: %s: %.*s\n", shown, NB_ARG(input.error));
        run->has_failed = true;
        return;
    }
    nb_check_options check = *item->check;
    check.kind = nb_source_kind_of_path(nb_view_of(shown));
    nb_fix_choice choice = {.suggest = options->suggest, .suggest_count = options->suggest_count};
    nb_fixed fixed = nb_fix_all(run->arena, input.text, &check, &choice);
    run->fixes += fixed.fix_count;
    run->files += fixed.fix_count > 0;
    if (!options->diff) {
        put(run, path, is_stdin, &input, &fixed);
        return;
    }
    nb_buf out = {0};
    diff_write(&out, run->arena, shown, input.text, fixed.text);
    run->has_failed |= cli_put(nb_buf_view(&out), run->options->lang) != CLI_OK;
    nb_buf_release(&out);
}

int cli_fix(const cli_options *options)
{
    fix_run run = {
        .options = options, .arena = nb_arena_new(), .is_english = options->lang == NB_LANG_EN};
    (void)signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is an error of write, told as one */
    if (options->operand_count == 0) {
        fputs(run.is_english ? "nianbao fix: which file?\n" : "nianbao fix：请给出文件\n", stderr);
        nb_arena_free(run.arena);
        return CLI_FAILED;
    }
    nb_arena *names = nb_arena_new();
    cli_paths paths = cli_paths_expand(names, options->operands, options->operand_count);
    cli_settings settings;
    bool is_ready = cli_settings_make(names, options, &paths, &settings);
    run.options = &settings.options;
    run.is_english = settings.options.lang == NB_LANG_EN;
    run.has_failed = !is_ready;
    for (uint32_t i = 0; is_ready && i < settings.paths.count; i++) {
        fix_file(&run, &settings.paths.items[i]);
        nb_arena_reset(run.arena, ARENA_KEEP);
    }
    cli_settings_release(&settings);
    nb_arena_free(names);
    nb_arena_free(run.arena);
    bool is_quiet = options->diff || run.fixes;
    if (!is_quiet && !run.has_failed)
        fputs(run.is_english ? "nothing to repair\n" : "没有可自动修改之处\n", stderr);
    return run.has_failed ? CLI_FAILED : CLI_OK;
}
