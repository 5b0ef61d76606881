/*
 * Every fix of every fixture of the rules, in every dialect that can carry it, with both kinds of
 * line ends: fixes_fixtures [--loud] ROOT [DIALECT]. README.md beside this file says what is asked.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "render.h"
#include "verify.h"

typedef struct tally {
    bool is_loud;
    const char *only; /* name of a dialect; NULL: all */
    uint32_t fixes;
    uint32_t texts;
    int failures;
} tally;

static void run_text(nb_arena *arena, tally *t, const char *path, const char *how, nb_view text,
                     const nb_check_options *options)
{
    verify_place place = {.path = path, .how = how, .options = options, .is_loud = t->is_loud};
    t->failures += verify_fixes(arena, &place, nb_check(arena, text, options), &t->fixes);
    t->texts++;
}

static void run_dialect(nb_arena *arena, tally *t, const char *path, const fixture *f,
                        const nb_report *report, nb_dialect dialect)
{
    const char *name = nb_dialect_name(dialect);
    if (t->only && strcmp(t->only, name) != 0)
        return;
    nb_view text = render_in(arena, report, dialect);
    nb_check_options options = f->options;
    options.kind = render_kind(dialect);
    run_text(arena, t, path, name, text, &options);
    run_text(arena, t, path, nb_arena_printf(arena, "%s CRLF", name).ptr, render_crlf(arena, text),
             &options);
}

static void run_fixture(nb_arena *arena, tally *t, const char *path)
{
    fixture f;
    if (!fixture_load(arena, path, &f)) {
        t->failures++;
        return;
    }
    const nb_analysis *analysis = nb_check(arena, f.text, &f.options);
    if (analysis->finding_count == 0)
        return;
    if (!t->only)
        run_text(arena, t, path, "as it is", f.text, &f.options);
    for (int d = NB_DIALECT_NONE + 1; d < NB_DIALECT_GLUED; d++)
        run_dialect(arena, t, path, &f, analysis->report, (nb_dialect)d);
}

static void run_folder(tally *t, const char *folder)
{
    nb_arena *names_arena = nb_arena_new();
    nb_arena *arena = nb_arena_new();
    harness_names names = harness_list(names_arena, folder);
    for (uint32_t i = 0; i < names.count; i++) {
        if (!fixture_is_document(names.items[i]))
            continue;
        run_fixture(arena, t, nb_arena_printf(names_arena, "%s/%s", folder, names.items[i]).ptr);
        nb_arena_reset(arena, 1u << 20);
    }
    nb_arena_free(arena);
    nb_arena_free(names_arena);
}

/* A rule that never has a fix says why. */
static int count_unexplained(void)
{
    int count = 0;
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        const nb_rule *rule = nb_rules[i];
        if (rule->fix != NB_FIX_NONE || (rule->no_fix.zh && rule->no_fix.en))
            continue;
        printf("%s: has no fix, and no_fix does not say why\n", rule->code);
        count++;
    }
    return count;
}

int main(int argc, char **argv)
{
    enum { FIXES_MIN = 2000 }; /* fewer: the fixtures were not found */
    tally t = {.is_loud = argc > 1 && strcmp(argv[1], "--loud") == 0};
    int first = t.is_loud ? 2 : 1;
    if (argc <= first) {
        printf("usage: fixes_fixtures [--loud] ROOT [DIALECT]\n");
        return EXIT_FAILURE;
    }
    t.only = argc > first + 1 ? argv[first + 1] : NULL;
    t.failures = count_unexplained();
    nb_arena *arena = nb_arena_new();
    if (strstr(argv[first], "/rules/")) {
        run_folder(&t, argv[first]);
    } else {
        harness_names names = harness_list(arena, argv[first]);
        for (uint32_t i = 0; i < names.count; i++) {
            const char *path = nb_arena_printf(arena, "%s/%s", argv[first], names.items[i]).ptr;
            if (harness_is_folder(path))
                run_folder(&t, path);
        }
        if (!t.only && t.fixes < FIXES_MIN)
            t.failures++;
    }
    printf("%u fixes in %u texts, %d failures\n", t.fixes, t.texts, t.failures);
    nb_arena_free(arena);
    return t.failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
