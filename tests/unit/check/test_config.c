#include "cmocka_nb.h"
#include "nb/check/config.h"

#define matches(pattern, path) nb_config_pattern_matches(NB_V(pattern), NB_V(path))

static void patterns_are_those_of_gitignore(void **state)
{
    (void)state;
    assert_true(matches("draft.md", "draft.md"));
    assert_true(matches("draft.md", "a/b/draft.md"));
    assert_false(matches("draft.md", "a/xdraft.md"));
    assert_true(matches("drafts", "a/drafts/x/y.md"));
    assert_true(matches("drafts/", "drafts/y.md"));
    assert_true(matches("/drafts", "drafts/y.md"));
    assert_false(matches("/drafts", "a/drafts/y.md"));
    assert_false(matches("a/drafts", "b/a/drafts/y.md"));
    assert_true(matches("*.txt", "a/b.txt"));
    assert_false(matches("a/*.txt", "a/b/c.txt"));
    assert_true(matches("a/**/*.txt", "a/b/c/d.txt"));
    assert_true(matches("a/**/*.txt", "a/d.txt"));
    assert_true(matches("**/旧稿*", "甲/乙/旧稿2019.md"));
    assert_true(matches("??.md", "报告.md"));
    assert_false(matches("?.md", "报告.md"));
    assert_true(matches("./a.md", "a.md"));
    assert_false(matches("", "a.md"));
    assert_false(matches("/", "a.md"));
    assert_true(matches("**", "a/b.md"));
    assert_true(matches("a*b*c/x*y.md", "a1b2b3c/xzy.md"));
    assert_false(matches("a*b*c", "a1b2d"));
}

static void a_path_elsewhere_is_taken_as_it_is(void **state)
{
    (void)state;
    static const nb_view patterns[] = {{NB_LIT("out/*.md")}};
    nb_config config = {.folder = NB_V("/home/用户"), .ignore = patterns, .ignore_count = 1};
    assert_true(nb_config_ignores(&config, NB_V("/home/用户/out/a.md")));
    assert_false(nb_config_ignores(&config, NB_V("/home/用户2/out/a.md")));
    assert_false(nb_config_ignores(&config, NB_V("/home/用户/in/a.md")));
}

static void what_was_said_before_stays(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_config config = {.year = 2020,
                        .form = NB_FORM_2019,
                        .issuer = NB_ISSUER_TOWNSHIP,
                        .deadline = 331,
                        .length_limit = 800};
    nb_check_options open = {0};
    nb_config_apply(arena, &config, NB_V("/a.md"), &open);
    assert_int_equal(open.report.force_year, 2020);
    assert_int_equal(open.report.force_form, NB_FORM_2019);
    assert_int_equal(open.report.issuer_kind, NB_ISSUER_TOWNSHIP);
    assert_int_equal(open.rules.deadline, 331);
    assert_int_equal(open.rules.length_limit, 800);
    nb_check_options said = {.report = {.force_year = 2023, .issuer_kind = NB_ISSUER_DEPARTMENT}};
    nb_config_apply(arena, &config, NB_V("/a.md"), &said);
    assert_int_equal(said.report.force_year, 2023);
    assert_int_equal(said.report.issuer_kind, NB_ISSUER_DEPARTMENT);
    assert_int_equal(said.report.force_form, NB_FORM_2019);
    nb_arena_free(arena);
}

static void rules_are_merged_one_by_one(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_severity *near = NB_NEW_ARRAY(arena, nb_severity, nb_rule_count);
    nb_severity *far = NB_NEW_ARRAY(arena, nb_severity, nb_rule_count);
    bool *near_set = NB_NEW_ARRAY(arena, bool, nb_rule_count);
    bool *far_set = NB_NEW_ARRAY(arena, bool, nb_rule_count);
    near_set[0] = far_set[0] = far_set[1] = true;
    near[0] = NB_SEVERITY_HINT;
    far[0] = far[1] = NB_SEVERITY_ERROR;
    nb_check_options options = {0};
    nb_config strong = {.severities = near, .overridden = near_set};
    nb_config weak = {.severities = far, .overridden = far_set};
    nb_config_apply(arena, &strong, NB_V("/a.md"), &options);
    nb_config_apply(arena, &weak, NB_V("/a.md"), &options);
    assert_int_equal(options.rules.severities[0], NB_SEVERITY_HINT);
    assert_int_equal(options.rules.severities[1], NB_SEVERITY_ERROR);
    assert_true(options.rules.overridden[1]);
    assert_false(options.rules.overridden[2]);
    nb_arena_free(arena);
}

static void suppressions_are_added_in_order(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    static const uint64_t first[] = {5};
    static const nb_config_suppression more[] = {
        {9, {0}}, {2, {NB_LIT("a.md")}}, {3, {NB_LIT("b.md")}}, {7, {NB_LIT("/sub/a.md")}}};
    nb_check_options options = {.suppressed = first, .suppressed_count = 1};
    nb_config config = {.folder = NB_V("/r"), .suppress = more, .suppress_count = 4};
    nb_config_apply(arena, &config, NB_V("/r/sub/a.md"), &options);
    assert_int_equal(options.suppressed_count, 4);
    assert_int_equal(options.suppressed[0], 2);
    assert_int_equal(options.suppressed[1], 5);
    assert_int_equal(options.suppressed[2], 7);
    assert_int_equal(options.suppressed[3], 9);
    nb_arena_free(arena);
}

static void names_and_what_they_were_meant_to_be(void **state)
{
    (void)state;
    nb_config_key key;
    nb_config_key nearest;
    assert_true(nb_config_key_find(NB_V("lengthLimit"), &key, NULL));
    assert_int_equal(key, NB_CONFIG_LENGTH_LIMIT);
    assert_false(nb_config_key_find(NB_V("lenghtlimit"), &key, &nearest));
    assert_int_equal(nearest, NB_CONFIG_LENGTH_LIMIT);
    assert_false(nb_config_key_find(NB_V("colour"), &key, &nearest));
    assert_int_equal(nearest, NB_CONFIG_KEY_COUNT);
    int deadline;
    assert_true(nb_deadline_of_name(NB_V("02-29"), &deadline));
    assert_int_equal(deadline, 229);
    assert_false(nb_deadline_of_name(NB_V("02-30"), &deadline));
    assert_false(nb_deadline_of_name(NB_V("13-01"), &deadline));
    assert_false(nb_deadline_of_name(NB_V("3-31"), &deadline));
    uint64_t print;
    assert_true(nb_fingerprint_of_name(NB_V("00ff00FF00ff00ff"), &print));
    assert_true(print == UINT64_C(0x00ff00ff00ff00ff));
    assert_false(nb_fingerprint_of_name(NB_V("00ff00ff00ff00f"), &print));
    assert_false(nb_fingerprint_of_name(NB_V("00ff00ff00ff00fg"), &print));
    nb_severity severity;
    assert_true(nb_severity_of_name(NB_V("off"), &severity));
    assert_int_equal(severity, NB_SEVERITY_OFF);
    assert_false(nb_severity_of_name(NB_V("Error"), &severity));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_are_those_of_gitignore),
        cmocka_unit_test(a_path_elsewhere_is_taken_as_it_is),
        cmocka_unit_test(what_was_said_before_stays),
        cmocka_unit_test(rules_are_merged_one_by_one),
        cmocka_unit_test(suppressions_are_added_in_order),
        cmocka_unit_test(names_and_what_they_were_meant_to_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
