#include "cmocka_nb.h"
#include "nb/check/apply.h"
#include "nb/check/suppress.h"

#include "check/fixtures.h"

/* The edit "suppress here", on every finding of every fixture of the rules. */

static bool is_of(const nb_finding *finding, const char *code)
{
    return nb_view_eq(nb_view_of(finding->rule->code), nb_view_of(code));
}

static uint32_t count_of(const nb_analysis *analysis, const nb_rule *rule)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        count += analysis->findings[i].rule == rule;
    return count;
}

typedef struct tally {
    uint32_t edits;
    uint32_t refused; /* there was no place for one */
    uint32_t wrong;
} tally;

static const char *fault_of(const nb_analysis *before, const nb_analysis *after,
                            const nb_finding *finding)
{
    uint32_t reminders = 0;
    for (uint32_t i = 0; i < after->finding_count; i++) {
        if (is_of(&after->findings[i], "N101") || is_of(&after->findings[i], "N102"))
            return "it does not do what it says";
        reminders += is_of(&after->findings[i], "N103");
    }
    if (count_of(after, finding->rule) >= count_of(before, finding->rule))
        return "the finding is still there";
    if (reminders != 1)
        return "nobody reminds of the reason";
    if (after->finding_count - reminders >= before->finding_count)
        return "other findings have come";
    return after->suppressed_count > 0 ? NULL : "nothing is suppressed";
}

static void try_each(void *self, const char *path, nb_view text, nb_source_kind kind)
{
    tally *sum = self;
    nb_arena *arena = nb_arena_new();
    nb_check_options options = {.kind = kind};
    const nb_analysis *before = nb_check(arena, text, &options);
    bool has_notes = false;
    for (uint32_t i = 0; i < before->finding_count; i++)
        has_notes |= before->findings[i].rule->code[0] == 'N';
    for (uint32_t i = 0; !has_notes && i < before->finding_count; i++) {
        const nb_finding *finding = &before->findings[i];
        nb_edit edit;
        if (!nb_suppress_edit(arena, before, finding, NB_LANG_ZH, &edit)) {
            sum->refused++;
            continue;
        }
        sum->edits++;
        nb_view edited = nb_edits_apply(arena, before->text, &edit, 1);
        const nb_analysis *after = nb_check(arena, edited, &options);
        const char *fault = fault_of(before, after, finding);
        if (fault) {
            sum->wrong++;
            nb_position at = nb_lines_range(&before->lines, finding->span, NB_UTF32).start;
            print_error("%s:%u: %s: %s\n", path, at.line + 1, finding->rule->code, fault);
        }
    }
    nb_arena_free(arena);
}

static void every_finding_can_be_suppressed_where_it_stands(void **state)
{
    (void)state;
    tally sum = {0};
    uint32_t files = fixtures_visit(try_each, &sum);
    print_message("%u files, %u edits, %u refused\n", files, sum.edits, sum.refused);
    assert_true(files > 100);
    assert_int_equal(sum.wrong, 0);
    assert_true(sum.refused * 20 < sum.edits);
}

#define TITLE "某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n"

static nb_view edited(nb_arena *arena, const char *text, nb_source_kind kind, nb_lang lang)
{
    nb_check_options options = {.kind = kind};
    const nb_analysis *analysis = nb_check(arena, nb_view_of(text), &options);
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        nb_edit edit;
        if (is_of(&analysis->findings[i], "F102") &&
            nb_suppress_edit(arena, analysis, &analysis->findings[i], lang, &edit))
            return nb_edits_apply(arena, analysis->text, &edit, 1);
    }
    return NB_V("none");
}

static void is_written_as_the_dialect_allows(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = edited(arena, TITLE "\n加强学习）。\n", NB_SOURCE_TEXT, NB_LANG_ZH);
    assert_true(nb_view_contains(
        text, NB_V("\n[nianbao-disable-next-line F102 【待填：原因】]\n加强学习）。\n")));
    text = edited(arena, "# " TITLE "\n| 名称 | 件数 |\n| --- | --- |\n| 学习）。 | 1 |\n",
                  NB_SOURCE_MARKDOWN, NB_LANG_EN);
    assert_true(nb_view_contains(
        text, NB_V("\n<!-- nianbao-disable-next-line F102 【reason】 -->\n| 名称 | 件数 |\n")));
    text = edited(arena,
                  "<h1>某某市示例局2023年政府信息公开工作年度报告</h1>\r\n<h2>一、总体情况</h2>\r\n"
                  "  <p>加强学习）。</p>\r\n",
                  NB_SOURCE_HTML, NB_LANG_ZH);
    assert_true(nb_view_contains(
        text, NB_V("\r\n  <!-- nianbao-disable-next-line F102 【待填：原因】 -->\r\n  <p>加强")));
    nb_arena_free(arena);
}

static void a_placeholder_is_no_reason(void **state)
{
    (void)state;
    assert_false(nb_reason_is_given(NB_V("")));
    assert_false(nb_reason_is_given(NB_V("  ")));
    assert_false(nb_reason_is_given(NB_V("【待填：原因】 ")));
    assert_false(nb_reason_is_given(NB_V("【reason】")));
    assert_true(nb_reason_is_given(NB_V("原表如此")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_finding_can_be_suppressed_where_it_stands),
        cmocka_unit_test(is_written_as_the_dialect_allows),
        cmocka_unit_test(a_placeholder_is_no_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
