#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "rules/engine.h"

/* Rules of this test, over a text of its own. */
#define TEXT "甲乙,丙,,丁\n\n戊,\n"

static nb_span span_of(nb_view text, const char *part, uint32_t from)
{
    uint32_t at = nb_view_find(text, nb_view_of(part), from);
    assert_int_not_equal(at, NB_VIEW_NONE);
    return nb_span_of(at, at + nb_view_of(part).len);
}

static void check_commas(nb_rule_ctx *ctx)
{
    nb_view text = nb_ctx_text(ctx);
    for (uint32_t at = text.len; at-- > 0;) { /* backwards: the engine sorts */
        if (text.ptr[at] != ',')
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_span_of(at, at + 1));
        nb_finding_arg(draft, "what", NB_V(","));
        nb_fix_draft *fix =
            nb_finding_fix(draft, NB_FIX_SAFE, (nb_text2){"改为{0}", "make it {0}"}, NB_V("，"));
        nb_fix_replace(fix, nb_span_of(at, at + 1), NB_V("，"));
        nb_fix_prefer(fix);
    }
}

static const nb_rule commas = {
    .code = "F901",
    .slug = "commas",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SAFE,
    .message = {"“{what}”{是}半角", "'{what}' is half-width"},
    .check = check_commas,
};

static const nb_rule start = {
    .code = "S901",
    .slug = "start",
    .severity = NB_SEVERITY_ERROR,
    .message = {"{count}{sum}", "{sum}{count}"},
};

static nb_findings run(nb_arena *arena, const char *text, const nb_rule *rule,
                       const nb_rule_options *options)
{
    nb_markup *markup = NB_NEW(arena, nb_markup);
    nb_report *report = NB_NEW(arena, nb_report);
    markup->text = nb_view_of(text);
    report->markup = markup;
    return nb_engine_run(arena, report, options, &rule, 1);
}

static void is_view(nb_view v, const char *s)
{
    assert_int_equal(v.len, nb_view_of(s).len);
    assert_memory_equal(v.ptr, s, v.len);
}

static void sorts_and_fills(void **state)
{
    nb_arena *arena = *state;
    nb_findings found = run(arena, TEXT, &commas, NULL);
    assert_int_equal(found.count, 4);
    assert_false(found.is_truncated);
    for (uint32_t i = 1; i < found.count; i++)
        assert_true(found.items[i - 1].span.start < found.items[i].span.start);
    is_view(found.items[0].message, "“,”{是}半角"); /* {是} is no name */
    assert_int_equal(found.items[0].severity, NB_SEVERITY_HINT);
    assert_int_equal(found.items[0].fix_count, 1);
    is_view(found.items[0].fixes[0].title, "改为，");
    assert_true(found.items[0].fixes[0].is_preferred);
    nb_rule_options english = {.lang = NB_LANG_EN};
    found = run(arena, TEXT, &commas, &english);
    is_view(found.items[0].message, "',' is half-width");
}

static void fingerprints_differ_and_survive_edits(void **state)
{
    nb_arena *arena = *state;
    nb_findings a = run(arena, TEXT, &commas, NULL);
    nb_findings b = run(arena, "我们先写了这一段。" TEXT, &commas, NULL);
    assert_int_equal(a.count, b.count);
    for (uint32_t i = 0; i < a.count; i++) {
        assert_true(a.items[i].fingerprint == b.items[i].fingerprint);
        for (uint32_t k = 0; k < i; k++)
            assert_true(a.items[i].fingerprint != a.items[k].fingerprint);
    }
}

static void overrides_severity(void **state)
{
    nb_severity severity = NB_SEVERITY_ERROR;
    bool overridden = false;
    nb_rule_options options = {.severities = &severity, .overridden = &overridden};
    assert_int_equal(run(*state, TEXT, &commas, &options).items[0].severity, NB_SEVERITY_HINT);
    overridden = true;
    assert_int_equal(run(*state, TEXT, &commas, &options).items[0].severity, NB_SEVERITY_ERROR);
    severity = NB_SEVERITY_OFF;
    assert_int_equal(run(*state, TEXT, &commas, &options).count, 0);
}

static void check_twice(nb_rule_ctx *ctx)
{
    for (int i = 0; i < 3; i++) {
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_ERROR, nb_span_of(0, 0));
        nb_finding_arg_int(draft, "count", -3);
        nb_finding_arg_micro(draft, "sum", INT64_C(6000000));
        nb_finding_relate(draft, span_of(nb_ctx_text(ctx), "戊", 0), (nb_text2){"见{0}", "see {0}"},
                          NB_V("戊"));
        if (i == 2) {
            nb_finding_message(draft, (nb_text2){"别的{count}{sum}", "other {count}{sum}"});
            nb_finding_place(draft, NB_V("elsewhere"));
        }
    }
}

static void drops_repetitions_and_widens(void **state)
{
    nb_rule twice = start;
    twice.check = check_twice;
    nb_findings found = run(*state, TEXT, &twice, NULL);
    assert_int_equal(found.count, 2);
    is_view(found.items[0].message, "-36");
    assert_int_equal(found.items[0].span.end, 3); /* the first character */
    assert_int_equal(found.items[0].related_count, 1);
    is_view(found.items[0].related[0].message, "见戊");
}

static void check_line_end(nb_rule_ctx *ctx)
{
    uint32_t end = nb_view_find(nb_ctx_text(ctx), NB_V("\n"), 0);
    (void)nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_span_of(end, end));
    (void)nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_span_of(1, 2)); /* inside a character */
}

static void places_are_visible(void **state)
{
    nb_rule rule = {.code = "S902",
                    .slug = "x",
                    .severity = NB_SEVERITY_HINT,
                    .message = {"x", "x"},
                    .check = check_line_end};
    nb_findings found = run(*state, TEXT, &rule, NULL);
    assert_int_equal(found.count, 2);
    assert_int_equal(found.items[0].span.start, 0);
    assert_int_equal(found.items[0].span.end, 3);
    assert_int_equal(found.items[1].span.end, nb_view_find(nb_view_of(TEXT), NB_V("\n"), 0));
    assert_true(found.items[1].span.start < found.items[1].span.end);
}

static void check_edits(nb_rule_ctx *ctx)
{
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_span_of(0, 3));
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, (nb_text2){"改", "fix"}, NB_V(""));
    nb_fix_replace(fix, nb_span_of(3, 6), NB_V("x"));
    nb_fix_replace(fix, nb_span_of(3, 3), NB_V("1"));
    nb_fix_replace(fix, nb_span_of(3, 3), NB_V("2"));
    nb_fix_replace(fix, nb_span_of(0, 3), NB_V("甲")); /* changes nothing */
    fix = nb_finding_fix(draft, NB_FIX_SUGGEST, (nb_text2){"空", "none"}, NB_V(""));
    nb_fix_replace(fix, nb_span_of(0, 3), NB_V("甲"));
}

static void edits_are_sorted(void **state)
{
    nb_rule rule = {.code = "S903",
                    .slug = "x",
                    .severity = NB_SEVERITY_HINT,
                    .fix = NB_FIX_SUGGEST,
                    .message = {"x", "x"},
                    .check = check_edits};
    nb_findings found = run(*state, TEXT, &rule, NULL);
    assert_int_equal(found.items[0].fix_count, 1); /* a fix that changes nothing is none */
    const nb_fix *fix = &found.items[0].fixes[0];
    assert_int_equal(fix->edit_count, 3);
    is_view(fix->edits[0].new_text, "1");
    is_view(fix->edits[1].new_text, "2");
    is_view(fix->edits[2].new_text, "x");
}

static void check_flood(nb_rule_ctx *ctx)
{
    for (uint32_t i = 0; i < 5000; i++)
        nb_finding_arg_int(nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_span_of(0, 3)), "n", (int)i);
}

static void a_flood_is_cut(void **state)
{
    nb_rule rule = {.code = "S904",
                    .slug = "x",
                    .severity = NB_SEVERITY_HINT,
                    .message = {"{n}", "{n}"},
                    .check = check_flood};
    nb_findings found = run(*state, TEXT, &rule, NULL);
    assert_int_equal(found.count, NB_FINDINGS_PER_RULE_MAX);
    assert_true(found.is_truncated);
}

/* Each of these is our mistake, and must stop the program (in a child). */
static void misses_argument(nb_rule_ctx *ctx)
{
    (void)nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_span_of(0, 3));
}

static void has_unused_argument(nb_rule_ctx *ctx)
{
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_span_of(0, 3));
    nb_finding_arg_int(draft, "n", 1);
    nb_finding_arg_int(draft, "m", 1);
}

static void is_too_severe(nb_rule_ctx *ctx)
{
    nb_finding_arg_int(nb_ctx_find(ctx, NB_SEVERITY_ERROR, nb_span_of(0, 3)), "n", 1);
}

static void overlaps(nb_rule_ctx *ctx)
{
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_span_of(0, 3));
    nb_finding_arg_int(draft, "n", 1);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, (nb_text2){"改", "fix"}, NB_V(""));
    nb_fix_replace(fix, nb_span_of(0, 3), NB_V("x"));
    nb_fix_replace(fix, nb_span_of(0, 1), NB_V("y"));
}

static void is_outside(nb_rule_ctx *ctx)
{
    nb_finding_arg_int(nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_span_of(0, 4000)), "n", 1);
}

static void stops(nb_arena *arena, void (*check)(nb_rule_ctx *))
{
    nb_rule rule = {.code = "S905",
                    .slug = "x",
                    .severity = NB_SEVERITY_HINT,
                    .fix = NB_FIX_SUGGEST,
                    .message = {"{n}", "{n}"},
                    .check = check};
    pid_t child = fork();
    if (child == 0) {
        (void)freopen("/dev/null", "w", stderr);
        (void)run(arena, TEXT, &rule, NULL);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_false(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void mistakes_of_a_rule_stop_the_program(void **state)
{
    stops(*state, misses_argument);
    stops(*state, has_unused_argument);
    stops(*state, is_too_severe);
    stops(*state, overlaps);
    stops(*state, is_outside);
}

static int set_up(void **state)
{
    *state = nb_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    nb_arena_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sorts_and_fills, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fingerprints_differ_and_survive_edits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(overrides_severity, set_up, tear_down),
        cmocka_unit_test_setup_teardown(drops_repetitions_and_widens, set_up, tear_down),
        cmocka_unit_test_setup_teardown(places_are_visible, set_up, tear_down),
        cmocka_unit_test_setup_teardown(edits_are_sorted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_flood_is_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(mistakes_of_a_rule_stop_the_program, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
