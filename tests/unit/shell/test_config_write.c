#include "cmocka_nb.h"
#include "nb/base/buf.h"
#include "nb/check/apply.h"
#include "shell/config_read.h"
#include "shell/config_write.h"

/* What the edit makes of a nianbao.json, and what is then read. */

static const nb_finding *finding_of(nb_arena *arena)
{
    nb_finding *finding = NB_NEW(arena, nb_finding);
    *finding = (nb_finding){.rule = nb_rule_find(NB_V("T101")),
                            .fingerprint = UINT64_C(0x1f0c9b6e5d3a2874)};
    return finding;
}

#define ENTRY(path)                                                                                \
    "{\"fingerprint\": \"1f0c9b6e5d3a2874\", \"code\": \"T101\", \"path\": \"" path                \
    "\", \"reason\": \"【reason】\"}"

static nb_view edited(nb_arena *arena, const char *text, const char *path)
{
    nb_edit edit;
    if (!nb_config_suppress_edit(arena, nb_view_of(text), finding_of(arena), nb_view_of(path),
                                 NB_LANG_EN, &edit))
        return NB_V("none");
    return nb_edits_apply(arena, nb_view_of(text), &edit, 1);
}

static void everything_else_stays(void **state)
{
    nb_arena *arena = *state;
    static const char *const cases[][2] = {
        {"", "{\n  \"suppress\": [\n    " ENTRY("a.md") "\n  ]\n}\n"},
        {"{}", "{\n  \"suppress\": [" ENTRY("a.md") "]\n}"},
        {"{ }\n", "{\n  \"suppress\": [" ENTRY("a.md") "]\n }\n"},
        {"{\"year\":2020}", "{\"year\":2020, \"suppress\": [" ENTRY("a.md") "]}"},
        {"{\n\t\"year\": 2020\n}\n",
         "{\n\t\"year\": 2020,\n\t\"suppress\": [" ENTRY("a.md") "]\n}\n"},
        {"{\"suppress\": []}", "{\"suppress\": [" ENTRY("a.md") "]}"},
        {"{\"suppress\": [\n    {\"a\": [1, 2]}\n  ], \"year\": 1}",
         "{\"suppress\": [\n    {\"a\": [1, 2]},\n    " ENTRY("a.md") "\n  ], \"year\": 1}"},
        {"\xEF\xBB\xBF{\"form\": \"2021\"}",
         "\xEF\xBB\xBF{\"form\": \"2021\", \"suppress\": [" ENTRY("a.md") "]}"},
        {"{\"suppress\": 3}", "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        nb_view got = edited(arena, cases[i][0], "a.md");
        if (!nb_view_eq(got, nb_view_of(cases[i][1])))
            fail_msg("%s: %.*s", cases[i][0], NB_ARG(got));
    }
}

static void what_is_written_is_read(void **state)
{
    nb_arena *arena = *state;
    static const char *const texts[] = {"", "{}", "{\"year\": 2020}", "{\"suppress\": [\n]}"};
    static const char path[] = "年报/a\"b\\c\n.md";
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        nb_view text = edited(arena, texts[i], path);
        const nb_config_file *file =
            nb_config_read_text(arena, NB_V("/x/nianbao.json"), text, NB_LANG_EN);
        assert_false(file->is_broken);
        assert_int_equal(file->config.suppress_count, 1);
        assert_true(file->config.suppress[0].fingerprint == UINT64_C(0x1f0c9b6e5d3a2874));
        assert_true(nb_view_eq(file->config.suppress[0].path, nb_view_of(path)));
        /* The placeholder is no reason, and the file's owner is told so. */
        assert_int_equal(file->problem_count, 1);
        assert_true(nb_view_contains(file->problems[0].message, NB_V("reason")));
    }
}

static int setup(void **state)
{
    *state = nb_arena_new();
    return 0;
}

static int teardown(void **state)
{
    nb_arena_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(everything_else_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_written_is_read, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
