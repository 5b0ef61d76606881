#include "cmocka_nb.h"
#include "nb/base/buf.h"
#include "nb/check/check.h"

/* Suppressions in the text and by fingerprint, as the shells see them: through nb_check. */

#define HEAD "某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n"

static const nb_analysis *check(nb_arena *arena, const char *text, const nb_check_options *options)
{
    nb_check_options own = options ? *options : (nb_check_options){0};
    own.force_report = true;
    return nb_check(arena, nb_view_of(text), &own);
}

static uint32_t count(const nb_analysis *analysis, const char *code)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        found += nb_view_eq(nb_view_of(analysis->findings[i].rule->code), nb_view_of(code));
    return found;
}

static const nb_finding *first(const nb_analysis *analysis, const char *code)
{
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        if (nb_view_eq(nb_view_of(analysis->findings[i].rule->code), nb_view_of(code)))
            return &analysis->findings[i];
    return NULL;
}

static void reaches_the_next_line_only(void **state)
{
    nb_arena *arena = *state;
    const nb_analysis *a = check(arena,
                                 HEAD "加强学习）。\n[nianbao-disable-next-line F102 原样]\n\n"
                                      "加强培训）。\n加强宣传）。\n",
                                 NULL);
    assert_int_equal(count(a, "F102"), 2);
    assert_int_equal(a->suppressed_count, 1);
    assert_int_equal(count(a, "N101") + count(a, "N102") + count(a, "N103"), 0);
}

static void reaches_the_whole_text(void **state)
{
    nb_arena *arena = *state;
    const nb_analysis *a =
        check(arena, HEAD "加强学习）。\n加强培训）。\n[nianbao-disable pairs 原样]\n", NULL);
    assert_int_equal(count(a, "F102"), 0);
    assert_int_equal(a->suppressed_count, 2);
}

static void reaches_the_whole_table_that_begins_there(void **state)
{
    nb_arena *arena = *state;
    const nb_analysis *a =
        check(arena,
              "# 某某市示例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n"
              "<!-- nianbao-disable-next-line F101 表样 -->\n\n"
              "| 名称 | 件数 |\n| --- | --- |\n| 甲 | XX件 |\n| 乙 | XX件 |\n\n"
              "XX件\n",
              NULL);
    assert_int_equal(count(a, "F101"), 1);
    assert_int_equal(a->suppressed_count, 2);
}

static void reaches_one_row_of_an_html_table(void **state)
{
    nb_arena *arena = *state;
    const nb_analysis *a = check(arena,
                                 "<h1>某某市示例局2023年政府信息公开工作年度报告</h1>\n"
                                 "<table><tr><td>甲</td>\n<td>XX件</td></tr>\n"
                                 "<!-- nianbao-disable-next-line F101 表样 -->\n"
                                 "<tr><td>乙</td>\n<td>XX件</td></tr>\n"
                                 "<tr><td>丙</td>\n<td>XX件</td></tr></table>\n",
                                 NULL);
    assert_int_equal(count(a, "F101"), 2);
    assert_int_equal(a->suppressed_count, 1);
}

/* A line that is a suppression is nothing to the reader: the report reads as if it were empty. */
static void is_no_content(void **state)
{
    nb_arena *arena = *state;
    const nb_analysis *bare = check(arena, "\n" HEAD "\n公开信息12条。\n", NULL);
    const nb_analysis *noted = check(arena,
                                     "[nianbao-disable F101 2019年XX市旧文]\n" HEAD
                                     "  【nianbao-disable F107 一、旧的说明】  \n公开信息12条。\n",
                                     NULL);
    assert_int_equal(noted->markup.block_count, bare->markup.block_count);
    assert_int_equal(noted->report->heading_count, bare->report->heading_count);
    assert_int_equal(noted->report->year, 2023);
    assert_true(nb_view_eq(noted->report->title.body, bare->report->title.body));
    assert_int_equal(count(noted, "F101"), 0);
    assert_true(nb_view_eq(noted->markup.text, noted->text));
}

/* So a table and a broken paragraph go on over it, and next-line is the next row. */
static void a_table_goes_on_over_a_line(void **state)
{
    nb_arena *arena = *state;
    static const char *const tables[][2] = {
        {"| 名称 | 件数 |\n| 甲 | XX件 |\n", "| 乙 | XX件 |\n| 丙 | XX件 |\n"},
        {"名称\t件数\n甲\tXX件\n", "乙\tXX件\n丙\tXX件\n"},
    };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        nb_buf bare = {0};
        nb_buf noted = {0};
        nb_buf_add_str(&bare, HEAD);
        nb_buf_add_str(&bare, tables[i][0]);
        nb_buf_add(&noted, bare.ptr, bare.len);
        nb_buf_add_str(&noted, "[nianbao-disable-next-line F101 表样]\n");
        nb_buf_add_str(&bare, tables[i][1]);
        nb_buf_add_str(&noted, tables[i][1]);
        nb_buf_add_char(&bare, '\0');
        nb_buf_add_char(&noted, '\0');
        const nb_analysis *a = check(arena, bare.ptr, NULL);
        const nb_analysis *b = check(arena, noted.ptr, NULL);
        assert_int_equal(b->markup.block_count, a->markup.block_count);
        assert_int_equal(count(a, "F101"), 3);
        assert_int_equal(count(b, "F101"), 2);
        assert_int_equal(b->suppressed_count, 1);
        nb_buf_release(&bare);
        nb_buf_release(&noted);
    }
}

static void a_rule_switched_off_leaves_nothing_unused(void **state)
{
    nb_arena *arena = *state;
    nb_severity *severities = NB_NEW_ARRAY(arena, nb_severity, nb_rule_count);
    bool *overridden = NB_NEW_ARRAY(arena, bool, nb_rule_count);
    const char *text = HEAD "[nianbao-disable F102 原样]\n公开信息12条。\n";
    assert_int_equal(count(check(arena, text, NULL), "N102"), 1);
    for (uint32_t i = 0; i < nb_rule_count; i++)
        overridden[i] = nb_rules[i] == nb_rule_find(NB_V("F102"));
    nb_check_options options = {.rules = {.severities = severities, .overridden = overridden}};
    assert_int_equal(count(check(arena, text, &options), "N102"), 0);
    for (uint32_t i = 0; i < nb_rule_count; i++)
        overridden[i] = nb_rules[i] == nb_rule_find(NB_V("N102"));
    assert_int_equal(count(check(arena, text, &options), "N102"), 0);
}

static void nothing_is_said_of_other_texts(void **state)
{
    nb_arena *arena = *state;
    const nb_analysis *a =
        nb_check(arena, NB_V("# 笔记\n\n<!-- nianbao-disable X999 -->\n今天天气很好。\n"), NULL);
    assert_false(a->is_report);
    assert_int_equal(a->finding_count, 0);
}

static void more_than_is_kept_has_no_effect(void **state)
{
    nb_arena *arena = *state;
    nb_buf text = {0};
    nb_buf_add_str(&text, HEAD);
    for (int i = 0; i < 400; i++)
        nb_buf_add_str(&text, "[nianbao-disable-next-line F102 原样]\n加强学习）。\n");
    nb_check_options options = {.force_report = true};
    const nb_analysis *a = nb_check(arena, nb_buf_view(&text), &options);
    assert_int_equal(a->suppressed_count, 256);
    nb_buf_release(&text);
}

static void ends_of_text_and_open_comments(void **state)
{
    nb_arena *arena = *state;
    static const char *const texts[] = {
        "[nianbao-disable]",      "[nianbao-disable",          "<!-- nianbao-disable",
        "<!--nianbao-disable-->", "<!-- nianbao-disable- -->", "[nianbao-disable-next-line F102 x]",
        "nianbao-disable F102]",  "[nianbao-disable F102,]",   "<!---nianbao-disable F102 -->",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (int kind = NB_SOURCE_AUTO; kind <= NB_SOURCE_HTML; kind++) {
            nb_check_options options = {.kind = (nb_source_kind)kind};
            (void)check(arena, texts[i], &options);
        }
}

/* ---- fingerprints ---- */

static void a_fingerprint_is_left_out(void **state)
{
    nb_arena *arena = *state;
    const char *text = HEAD "加强学习）。\n落实“一网通办。\n";
    const nb_analysis *before = check(arena, text, NULL);
    uint64_t print = first(before, "F102")->fingerprint;
    nb_check_options options = {.suppressed = &print, .suppressed_count = 1};
    const nb_analysis *after = check(arena, text, &options);
    assert_int_equal(after->finding_count + 1, before->finding_count);
    assert_int_equal(after->suppressed_count, 1);
    for (uint32_t i = 0; i < after->finding_count; i++)
        assert_true(after->findings[i].fingerprint != print);
}

/* What is written elsewhere, before or behind, moves a finding and leaves its fingerprint. */
static void a_fingerprint_survives_edits_elsewhere(void **state)
{
    nb_arena *arena = *state;
    static const char *const texts[] = {
        HEAD "XX市加强学习。\n",
        HEAD "新增一段，公开信息12条。\n另起一段。\nXX市加强学习。\n",
        "\n\n" HEAD "XX市加强学习。\n\n二、主动公开政府信息情况\n公开信息34条。\n",
        HEAD "全年XX市加强学习，公开信息56条。\n落实“一网通办。\n",
    };
    uint64_t print = first(check(arena, texts[0], NULL), "F101")->fingerprint;
    for (size_t i = 1; i < sizeof texts / sizeof texts[0]; i++)
        assert_true(first(check(arena, texts[i], NULL), "F101")->fingerprint == print);
    nb_check_options english = {.rules = {.lang = NB_LANG_EN}};
    assert_true(first(check(arena, texts[0], &english), "F101")->fingerprint == print);
    assert_true(first(check(arena, HEAD "XX年加强学习。\n", NULL), "F101")->fingerprint != print);
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reaches_the_next_line_only),
        TEST(reaches_the_whole_text),
        TEST(reaches_the_whole_table_that_begins_there),
        TEST(reaches_one_row_of_an_html_table),
        TEST(is_no_content),
        TEST(a_table_goes_on_over_a_line),
        TEST(a_rule_switched_off_leaves_nothing_unused),
        TEST(nothing_is_said_of_other_texts),
        TEST(more_than_is_kept_has_no_effect),
        TEST(ends_of_text_and_open_comments),
        TEST(a_fingerprint_is_left_out),
        TEST(a_fingerprint_survives_edits_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
