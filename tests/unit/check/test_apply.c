#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nb/check/apply.h"

static void is_view(nb_view v, const char *s)
{
    assert_int_equal(v.len, nb_view_of(s).len);
    assert_memory_equal(v.ptr, s, v.len);
}

static void edits_become_text(void **state)
{
    nb_edit edits[] = {
        {{0, 0}, NB_V("前")}, {{0, 3}, NB_V("")}, {{3, 6}, NB_V("长得多")}, {{9, 9}, NB_V("后")}};
    is_view(nb_edits_apply(*state, nb_view_of("甲乙丙"), edits, 4), "前长得多丙后");
    is_view(nb_edits_apply(*state, nb_view_of("甲乙丙"), edits, 0), "甲乙丙");
    is_view(nb_edits_apply(*state, nb_view_of(""), edits, 1), "前");
}

/* An analysis made by hand: findings with one fix each. */
static nb_analysis with_fixes(nb_finding *findings, uint32_t count)
{
    return (nb_analysis){.findings = findings, .finding_count = count};
}

static const nb_rule rule = {.code = "F901"};
static const nb_rule other = {.code = "F902"};

static void overlapping_fixes_wait(void **state)
{
    nb_edit first[] = {{{0, 3}, NB_V("a")}, {{9, 12}, NB_V("b")}};
    nb_edit touching[] = {{{3, 6}, NB_V("c")}};
    nb_edit between[] = {{{5, 8}, NB_V("d")}};
    nb_edit suggested[] = {{{20, 21}, NB_V("e")}};
    nb_fix fixes[] = {{.kind = NB_FIX_SAFE, .edits = first, .edit_count = 2},
                      {.kind = NB_FIX_SAFE, .edits = touching, .edit_count = 1},
                      {.kind = NB_FIX_SAFE, .edits = between, .edit_count = 1},
                      {.kind = NB_FIX_SUGGEST, .edits = suggested, .edit_count = 1}};
    nb_finding findings[] = {{.rule = &rule, .fixes = &fixes[0], .fix_count = 1},
                             {.rule = &rule, .fixes = &fixes[1], .fix_count = 1},
                             {.rule = &rule, .fixes = &fixes[2], .fix_count = 1},
                             {.rule = &other, .fixes = &fixes[3], .fix_count = 1}};
    nb_analysis analysis = with_fixes(findings, 4);
    nb_fix_round round = nb_fix_round_of(*state, &analysis, NULL);
    assert_int_equal(round.fix_count, 2);
    assert_int_equal(round.edit_count, 3);
    assert_int_equal(round.edits[0].span.start, 0);
    assert_int_equal(round.edits[1].span.start, 5);
    assert_int_equal(round.edits[2].span.start, 9);

    const nb_rule *named[] = {&other};
    nb_fix_choice choice = {.suggest = named, .suggest_count = 1};
    round = nb_fix_round_of(*state, &analysis, &choice);
    assert_int_equal(round.fix_count, 3);
    assert_int_equal(round.edits[3].span.start, 20);
}

static void edits_of_one_fix_may_touch(void **state)
{
    nb_edit edits[] = {
        {{4, 4}, NB_V("1")}, {{4, 4}, NB_V("2")}, {{4, 6}, NB_V("3")}, {{6, 7}, NB_V("4")}};
    nb_fix fix = {.kind = NB_FIX_SAFE, .edits = edits, .edit_count = 4};
    nb_finding finding = {.rule = &rule, .fixes = &fix, .fix_count = 1};
    nb_analysis analysis = with_fixes(&finding, 1);
    nb_fix_round round = nb_fix_round_of(*state, &analysis, NULL);
    assert_int_equal(round.edit_count, 4);
    is_view(nb_edits_apply(*state, nb_view_of("abcdefgh"), round.edits, 4), "abcd1234h");
}

static void text_without_faults_is_left(void **state)
{
    nb_fixed fixed = nb_fix_all(*state, nb_view_of("不是年度报告。\r\n"), NULL, NULL);
    assert_true(fixed.is_stable);
    assert_int_equal(fixed.fix_count, 0);
    is_view(fixed.text, "不是年度报告。\r\n");
}

static void odd_texts_are_analysed(void **state)
{
    static const char *const texts[] = {"", "\n", "\xFF\xFE\x80", "一", "|||\n|-|\n", "<table>"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        nb_check_options options = {.force_report = true};
        const nb_analysis *analysis = nb_check(*state, nb_view_of(texts[i]), &options);
        assert_non_null(analysis->report);
        for (uint32_t k = 0; k < analysis->finding_count; k++) {
            nb_span span = analysis->findings[k].span;
            assert_true(span.end <= analysis->text.len && span.start <= span.end);
        }
    }
}

static void damage_is_told_of_any_text(void **state)
{
    const nb_analysis *analysis = nb_check(*state, nb_view_of("会议记录\xFF，，一份。\n"), NULL);
    assert_false(analysis->is_report);
    assert_int_equal(analysis->finding_count, 1); /* and nothing of the doubled comma */
    assert_string_equal(analysis->findings[0].rule->code, "F110");
    assert_int_equal(analysis->findings[0].span.start, 12);
    assert_int_equal(analysis->findings[0].span.end, 13);
}

static void names_tell_dialects(void **state)
{
    (void)state;
    assert_int_equal(nb_source_kind_of_path(NB_V("a/b.MD")), NB_SOURCE_MARKDOWN);
    assert_int_equal(nb_source_kind_of_path(NB_V("b.markdown")), NB_SOURCE_MARKDOWN);
    assert_int_equal(nb_source_kind_of_path(NB_V("年报.htm")), NB_SOURCE_HTML);
    assert_int_equal(nb_source_kind_of_path(NB_V("年报.txt")), NB_SOURCE_AUTO);
    assert_int_equal(nb_source_kind_of_path(NB_V(".md")), NB_SOURCE_AUTO);
    assert_int_equal(nb_source_kind_of_path(NB_V("")), NB_SOURCE_AUTO);
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
        cmocka_unit_test_setup_teardown(edits_become_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(overlapping_fixes_wait, set_up, tear_down),
        cmocka_unit_test_setup_teardown(edits_of_one_fix_may_touch, set_up, tear_down),
        cmocka_unit_test_setup_teardown(text_without_faults_is_left, set_up, tear_down),
        cmocka_unit_test_setup_teardown(odd_texts_are_analysed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(damage_is_told_of_any_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_tell_dialects, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
