/*
 * What nb_check finds when it is told of the analysis before is what it finds without: texts are
 * edited at random, and after every step both analyses are compared in everything.
 *
 *   check_edited [--seed N] [--rounds N | --seconds N] [--steps N] [--keep FOLDER] FOLDER...
 *   check_edited --replay OPTIONS OPTIONS BEFORE AFTER
 *
 * FOLDER: texts in it and in the folders below. Where a difference is found it is told, with the
 * line that replays it; the texts before and after the step are left in the folder kept.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "edits.h"
#include "harness.h"
#include "same.h"
#include "setup.h"

enum {
    TEXT_MAX = 65536,
    SEVERAL = 5, /* reports in one document */
};

typedef NB_VEC(const char *) path_vec;

typedef struct settings {
    uint64_t seed;
    uint32_t rounds;
    uint32_t steps;
    time_t until; /* 0: after the rounds */
    const char *keep;
} settings;

/* The step that is running; static, for whoever has to tell of a crash. */
static struct step {
    const settings *settings; /* NULL: replayed */
    const char *path;
    const char *said;
    uint64_t seed; /* of the chain */
    uint32_t number;
    uint32_t options_before;
    uint32_t options_now;
    nb_buf before;
    nb_buf now;
} step;

/* Writes the texts where they can be replayed from, and says how. */
static void leave_texts(void)
{
    const char *dot = strrchr(step.path, '.');
    const char *suffix = dot && !strchr(dot, '/') ? dot : ".txt";
    char paths[2][4200];
    const nb_buf *texts[2] = {&step.before, &step.now};
    for (int i = 0; i < 2; i++) {
        (void)snprintf(paths[i], sizeof paths[i], "%s/edited-%llu-%u-%s%.10s", step.settings->keep,
                       (unsigned long long)step.seed, step.number, i ? "now" : "before", suffix);
        if (!harness_write(paths[i], nb_buf_view(texts[i])))
            printf("%s cannot be written\n", paths[i]);
    }
    printf("  replay: --replay %u %u %s %s\n", step.options_before, step.options_now, paths[0],
           paths[1]);
}

static void tell(const char *what)
{
    printf("%s: seed %llu, step %u, %s: %s\n", step.path, (unsigned long long)step.seed,
           step.number, step.said, what);
    if (step.settings)
        leave_texts();
    (void)fflush(stdout);
}

static void on_signal(int number)
{
    tell("crashed");
    _exit(128 + number);
}

/* Called by the address sanitizer before it ends the program. */
void __asan_on_error(void);
void __asan_on_error(void)
{
    tell("see what the sanitizer found");
}

static void set_text(nb_buf *buf, nb_view text)
{
    nb_buf_clear(buf);
    nb_buf_add_view(buf, text);
}

/*
 * Analyses step.now with and without before, which lives in *arena; then this arena is spoilt and
 * *arena is that of the new analysis. NULL if they differ.
 */
static const nb_analysis *check_step(nb_arena **arena, const nb_analysis *before,
                                     const nb_report *last_year)
{
    nb_arena *fresh = nb_arena_new(), *next = nb_arena_new();
    nb_check_options options = setup_options(fresh, step.options_now, step.path);
    if (setup_has_last_year(step.options_now))
        options.rules.last_year = last_year;
    if (before)
        setup_suppress(fresh, step.options_now, before, &options);
    options.before = before;
    options.is_followed = true;
    const nb_analysis *told = nb_check(next, nb_buf_view(&step.now), &options);
    same_spoil(*arena);
    *arena = next;
    options.before = NULL;
    options.is_followed = false;
    const nb_analysis *found = nb_check(fresh, nb_buf_view(&step.now), &options);
    same_place where;
    bool is_same = same_analysis(told, found, &where);
    if (!is_same)
        tell(where.text);
    nb_arena_free(fresh);
    return is_same ? told : NULL;
}

/* Mostly as before; else what the chain begins with, or anything. */
static uint32_t next_options(edits *e, uint32_t first)
{
    uint32_t chance = edits_chance(e, 100);
    if (chance >= 8)
        return step.options_now;
    return chance < 4 ? first : edits_chance(e, UINT32_MAX);
}

static bool run_steps(edits *e, uint32_t count, nb_view other)
{
    nb_arena *arena = nb_arena_new(), *years = nb_arena_new();
    const nb_report *last_year = setup_last_year(years, nb_buf_view(&e->original));
    uint32_t first = edits_chance(e, 3) ? 0 : edits_chance(e, UINT32_MAX);
    const nb_analysis *before = NULL;
    step.options_now = first;
    set_text(&step.now, edits_chance(e, 4) ? nb_buf_view(&e->original) : other);
    step.said = "the first analysis";
    before = check_step(&arena, NULL, last_year);
    for (step.number = 1; before && step.number <= count; step.number++) {
        step.options_before = step.options_now;
        step.options_now = next_options(e, first);
        set_text(&step.before, nb_buf_view(&step.now));
        for (uint32_t n = edits_chance(e, 8) ? 1 : 3; n; n--)
            edits_step(e);
        step.said = e->said;
        set_text(&step.now, nb_buf_view(&e->now));
        before = check_step(&arena, before, last_year);
    }
    nb_arena_free(arena);
    nb_arena_free(years);
    return before;
}

/* ---- the documents ---- */

static void with_crlf(nb_buf *text)
{
    nb_buf out = {0};
    for (size_t i = 0; i < text->len; i++) {
        if (text->ptr[i] == '\n' && (i == 0 || text->ptr[i - 1] != '\r'))
            nb_buf_add_char(&out, '\r');
        nb_buf_add_char(&out, text->ptr[i]);
    }
    nb_buf_release(text);
    *text = out;
}

static bool add_file(nb_buf *text, const char *path)
{
    nb_arena *arena = nb_arena_new();
    nb_view content;
    bool is_read = harness_read(arena, path, &content) && text->len + content.len <= TEXT_MAX;
    if (is_read)
        nb_buf_add_view(text, content);
    nb_arena_free(arena);
    return is_read;
}

/* Document i, as it stands, or with those that follow it, or with CRLF, as chance has it. */
static bool run_chain(const settings *s, const path_vec *paths, uint32_t i, uint64_t seed)
{
    edits e;
    nb_buf text = {0}, other = {0};
    edits_begin(&e, (nb_view){0}, seed);
    uint32_t chance = edits_chance(&e, 16);
    uint32_t several = chance == 0 ? SEVERAL : chance < 3 ? 2 : 1;
    bool is_crlf = edits_chance(&e, 4) == 0;
    edits_release(&e);
    for (uint32_t k = 0; k < several; k++)
        if (!add_file(&text, paths->items[(i + k) % paths->len]) && k == 0)
            printf("%s: cannot be read, or is too large\n", paths->items[i]);
    (void)add_file(&other, paths->items[(i + 1) % paths->len]);
    if (is_crlf)
        with_crlf(&text);
    edits_begin(&e, nb_buf_view(&text), seed);
    step.seed = seed;
    step.number = 0;
    step.path = paths->items[i];
    bool is_same = run_steps(&e, s->steps, nb_buf_view(&other));
    edits_release(&e);
    nb_buf_release(&text);
    nb_buf_release(&other);
    return is_same;
}

static void collect(nb_arena *arena, const char *folder, path_vec *paths)
{
    harness_names names = harness_list(arena, folder);
    for (uint32_t i = 0; i < names.count; i++) {
        const char *path = nb_arena_printf(arena, "%s/%s", folder, names.items[i]).ptr;
        if (harness_is_folder(path))
            collect(arena, path, paths);
        else if (fixture_is_document(names.items[i]) || strstr(folder, "/corpus/"))
            *nb_vec_push(arena, paths) = path;
    }
}

static int run(const settings *s, const path_vec *paths)
{
    uint32_t failures = 0, chains = 0;
    for (uint32_t round = 0; s->until ? time(NULL) < s->until : round < s->rounds; round++)
        for (uint32_t i = 0; i < paths->len && (!s->until || time(NULL) < s->until); i++, chains++)
            failures += !run_chain(s, paths, i, (s->seed + round) * 100000 + i);
    printf("%u chains of %u steps over %u texts: %u differ\n", chains, s->steps, paths->len,
           failures);
    return failures || paths->len == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

static int replay(const char *const *args)
{
    nb_arena *arena = nb_arena_new(), *years = nb_arena_new();
    step.path = args[3];
    step.said = "replayed";
    if (!add_file(&step.now, args[2])) {
        printf("%s: cannot be read\n", args[2]);
        return EXIT_FAILURE;
    }
    const nb_report *last_year = setup_last_year(years, nb_buf_view(&step.now));
    step.options_now = (uint32_t)strtoul(args[0], NULL, 10);
    const nb_analysis *before = check_step(&arena, NULL, last_year);
    set_text(&step.before, nb_buf_view(&step.now));
    step.options_before = step.options_now;
    step.options_now = (uint32_t)strtoul(args[1], NULL, 10);
    nb_buf_clear(&step.now);
    (void)add_file(&step.now, args[3]);
    bool is_same = before && check_step(&arena, before, last_year);
    printf("%s\n", is_same ? "the same" : "different");
    nb_arena_free(arena);
    nb_arena_free(years);
    return is_same ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool read_setting(settings *s, const char *name, const char *value)
{
    if (strcmp(name, "--seed") == 0)
        s->seed = strtoull(value, NULL, 10);
    else if (strcmp(name, "--rounds") == 0)
        s->rounds = (uint32_t)strtoul(value, NULL, 10);
    else if (strcmp(name, "--steps") == 0)
        s->steps = (uint32_t)strtoul(value, NULL, 10);
    else if (strcmp(name, "--seconds") == 0)
        s->until = time(NULL) + strtol(value, NULL, 10);
    else if (strcmp(name, "--keep") == 0)
        s->keep = value;
    else
        return false;
    return true;
}

int main(int argc, char **argv)
{
    settings s = {.seed = 1, .rounds = 1, .steps = 20, .keep = "."};
    (void)signal(SIGSEGV, on_signal);
    (void)signal(SIGBUS, on_signal);
    (void)signal(SIGABRT, on_signal);
    if (argc == 6 && strcmp(argv[1], "--replay") == 0)
        return replay((const char *const *)argv + 2);
    step.settings = &s;
    nb_arena *arena = nb_arena_new();
    path_vec paths = {0};
    for (int i = 1; i < argc; i++) {
        if (i + 1 < argc && read_setting(&s, argv[i], argv[i + 1]))
            i++;
        else
            collect(arena, argv[i], &paths);
    }
    int code = run(&s, &paths);
    nb_arena_free(arena);
    return code;
}
