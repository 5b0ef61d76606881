/* Runs rule fixtures; README.md beside this file says what they are. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"

enum {
    FIRING_MIN = 2,
    SILENT_MIN = 2,
    EXAMPLE_YEAR = 2024,
};

/* The rule that a folder such as "T101-column-balance" belongs to. */
static const nb_rule *rule_of_folder(nb_view name)
{
    uint32_t dash = nb_view_find(name, NB_V("-"), 0);
    const nb_rule *rule = nb_rule_find(nb_view_sub(name, 0, dash));
    if (!rule || dash == NB_VIEW_NONE)
        return NULL;
    nb_view slug = nb_view_sub(name, dash + 1, name.len);
    return nb_view_eq(slug, nb_view_of(rule->slug)) ? rule : NULL;
}

static nb_view last_part(nb_view path)
{
    while (path.len && path.ptr[path.len - 1] == '/')
        path.len--;
    uint32_t slash = nb_view_find_last(path, NB_V("/"));
    return nb_view_sub(path, slash == NB_VIEW_NONE ? 0 : slash + 1, path.len);
}

static nb_view with_crlf(nb_arena *arena, nb_view text)
{
    NB_VEC(char) out = {0};
    for (uint32_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n' && (i == 0 || text.ptr[i - 1] != '\r'))
            *nb_vec_push(arena, &out) = '\r';
        *nb_vec_push(arena, &out) = text.ptr[i];
    }
    return (nb_view){out.items, out.len};
}

static int compare(const fixture *f, const char *how, nb_view expected, nb_view found)
{
    if (nb_view_eq(expected, found))
        return 0;
    printf("%s%s: expected\n%.*sfound\n%.*s\n", f->path, how, NB_ARG(expected), NB_ARG(found));
    return 1;
}

static int verify_clean(const fixture *f, const nb_analysis *analysis)
{
    int failures = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *finding = &analysis->findings[i];
        if (finding->severity == NB_SEVERITY_HINT)
            continue;
        printf("%s: not clean: %s %s at byte %u: %.*s\n", f->path,
               nb_severity_name(finding->severity), finding->rule->code, finding->span.start,
               NB_ARG(finding->message));
        failures++;
    }
    return failures;
}

static int run_fixture(nb_arena *arena, const char *path, const nb_rule *rule)
{
    fixture f;
    if (!fixture_load(arena, path, &f))
        return 1;
    if (!f.has_sidecar && !f.is_silent && !f.is_clean) {
        printf("%s: has no .expect file beside it\n", path);
        return 1;
    }
    const nb_analysis *analysis = nb_check(arena, f.text, &f.options);
    nb_view found = fixture_findings(arena, analysis, rule);
    int failures = compare(&f, "", f.expected, found);
    if (f.is_clean)
        failures += verify_clean(&f, analysis);
    if (failures)
        return failures;

    nb_check_options english = f.options;
    english.rules.lang = NB_LANG_EN;
    found = fixture_findings(arena, nb_check(arena, f.text, &english), rule);
    failures += compare(&f, " in English", f.expected, found);

    const nb_analysis *crlf = nb_check(arena, with_crlf(arena, f.text), &f.options);
    failures += compare(&f, " with CRLF", f.expected, fixture_findings(arena, crlf, rule));
    failures += fixes_verify(arena, &f, analysis, rule);
    return failures + (failures ? 0 : fixes_verify(arena, &f, crlf, rule));
}

static void update_fixture(nb_arena *arena, const char *path, const nb_rule *rule)
{
    fixture f;
    if (!fixture_load(arena, path, &f) || f.is_silent || f.is_clean)
        return;
    nb_view found = fixture_findings(arena, nb_check(arena, f.text, &f.options), rule);
    nb_view stem = nb_view_sub(nb_view_of(path), 0, nb_view_find_last(nb_view_of(path), NB_V(".")));
    nb_view sidecar = nb_arena_printf(arena, "%.*s.expect", NB_ARG(stem));
    if (f.has_sidecar && nb_view_eq(found, f.expected))
        return;
    printf("%.*s:\n%.*s", NB_ARG(sidecar), NB_ARG(found));
    nb_view content = nb_arena_printf(arena, "%.*s%.*s", NB_ARG(f.header), NB_ARG(found));
    if (!harness_write(sidecar.ptr, content))
        printf("%.*s: cannot be written\n", NB_ARG(sidecar));
}

static int run_folder(const char *folder, bool is_update)
{
    nb_arena *arena = nb_arena_new();
    const nb_rule *rule = rule_of_folder(last_part(nb_view_of(folder)));
    int failures = 0;
    if (!rule) {
        printf("%s: is no rule's folder (<CODE>-<slug>)\n", folder);
        failures = 1;
    }
    harness_names names = harness_list(arena, folder);
    for (uint32_t i = 0; rule && i < names.count; i++) {
        if (!fixture_is_document(names.items[i]))
            continue;
        const char *path = nb_arena_printf(arena, "%s/%s", folder, names.items[i]).ptr;
        if (is_update)
            update_fixture(arena, path, rule);
        else
            failures += run_fixture(arena, path, rule);
    }
    nb_arena_free(arena);
    return failures;
}

static uint32_t example_findings(nb_arena *arena, const nb_rule *rule, const char *text)
{
    nb_check_options options = {.force_report = true};
    const nb_analysis *analysis = nb_check(arena, nb_view_of(text), &options);
    if (analysis->report->year == 0) {
        options.report.force_year = EXAMPLE_YEAR;
        analysis = nb_check(arena, nb_view_of(text), &options);
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        count += analysis->findings[i].rule == rule;
    return count;
}

static int run_example(nb_arena *arena, const nb_rule *rule, const char *name, nb_text2 example,
                       bool fires)
{
    int failures = 0;
    for (int lang = 0; lang < NB_LANG_COUNT; lang++) {
        const char *text = nb_text2_in(example, (nb_lang)lang);
        if (!text) {
            printf("%s: has no example %s in language %d\n", rule->code, name, lang);
            failures++;
        } else if ((example_findings(arena, rule, text) > 0) != fires) {
            printf("%s: its example %s %s\n%s\n", rule->code, name,
                   fires ? "does not fire" : "fires", text);
            failures++;
        }
    }
    return failures;
}

static int run_examples(void)
{
    nb_arena *arena = nb_arena_new();
    int failures = 0;
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        failures += run_example(arena, nb_rules[i], "bad", nb_rules[i]->bad, true);
        failures += run_example(arena, nb_rules[i], "good", nb_rules[i]->good, false);
    }
    nb_arena_free(arena);
    return failures;
}

static int cover_rule(nb_arena *arena, const char *root, const nb_rule *rule)
{
    const char *folder = nb_arena_printf(arena, "%s/%s-%s", root, rule->code, rule->slug).ptr;
    harness_names names = harness_list(arena, folder);
    int firing = 0;
    int silent = 0;
    for (uint32_t i = 0; i < names.count; i++) {
        fixture f;
        const char *path = nb_arena_printf(arena, "%s/%s", folder, names.items[i]).ptr;
        if (!fixture_is_document(names.items[i]) || !fixture_load(arena, path, &f))
            continue;
        if (f.expected.len)
            firing++;
        else
            silent++;
    }
    if (firing >= FIRING_MIN && silent >= SILENT_MIN)
        return 0;
    printf("%s: %d firing and %d silent fixtures, wanted are %d and %d\n", folder, firing, silent,
           FIRING_MIN, SILENT_MIN);
    return 1;
}

static int run_coverage(const char *root)
{
    nb_arena *arena = nb_arena_new();
    int failures = 0;
    for (uint32_t i = 0; i < nb_rule_count; i++)
        failures += cover_rule(arena, root, nb_rules[i]);
    harness_names names = harness_list(arena, root);
    for (uint32_t i = 0; i < names.count; i++) {
        const char *path = nb_arena_printf(arena, "%s/%s", root, names.items[i]).ptr;
        if (harness_is_folder(path) && !rule_of_folder(nb_view_of(names.items[i]))) {
            printf("%s: is no rule's folder\n", path);
            failures++;
        }
    }
    nb_arena_free(arena);
    return failures;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--examples") == 0)
        return run_examples() ? EXIT_FAILURE : EXIT_SUCCESS;
    if (argc == 3 && strcmp(argv[1], "--coverage") == 0)
        return run_coverage(argv[2]) ? EXIT_FAILURE : EXIT_SUCCESS;
    bool is_update = argc > 1 && strcmp(argv[1], "--update") == 0;
    int failures = 0;
    for (int i = is_update ? 2 : 1; i < argc; i++)
        failures += run_folder(argv[i], is_update);
    if (argc < (is_update ? 3 : 2))
        printf("usage: rules_run [--update] FOLDER... | --examples | --coverage ROOT\n");
    return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
