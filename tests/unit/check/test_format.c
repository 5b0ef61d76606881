#include "cmocka_nb.h"

#include "nb/base/buf.h"
#include "nb/check/apply.h"
#include "nb/check/format.h"
#include "nb/text/utf8.h"

#define assert_same(a, b) assert_view_at((a), (b), __FILE__, __LINE__)

static nb_view format(nb_arena *arena, nb_view text, nb_source_kind kind, bool force)
{
    nb_check_options options = {.kind = kind, .force_report = force};
    const nb_analysis *analysis = nb_check(arena, text, &options);
    nb_format_edits edits = nb_format(arena, analysis, nb_span_of(0, text.len));
    return nb_edits_apply(arena, text, edits.items, edits.count);
}

/* What was read, without where: headings, cells, findings. */
static nb_view model(nb_arena *arena, nb_view text, nb_source_kind kind)
{
    nb_check_options options = {.kind = kind, .force_report = true};
    const nb_analysis *a = nb_check(arena, text, &options);
    nb_buf out = {0};
    nb_buf_printf(&out, "%u lines\n", a->lines.count);
    for (uint32_t i = 0; i < a->reports.count; i++) {
        const nb_report *r = a->reports.items[i];
        nb_buf_printf(&out, "%d %u %u\n", r->year, r->heading_count, r->sentence_count);
        for (uint32_t h = 0; h < r->heading_count; h++)
            nb_buf_printf(&out, "%.*s\n", NB_ARG(r->headings[h].title));
        for (uint32_t t = 0; t < r->table_count; t++)
            for (uint32_t b = 0; b < r->tables[t].block_count; b++) {
                const nb_table_block *block = &r->tables[t].blocks[b];
                for (uint32_t k = 0; block->rows && k < block->form->row_count; k++)
                    for (uint32_t c = 0; block->rows[k].is_present && c < block->form->column_count;
                         c++)
                        nb_buf_printf(&out, "%d:%lld ", (int)block->rows[k].cells[c].state,
                                      (long long)block->rows[k].cells[c].figure.micro);
            }
    }
    for (uint32_t i = 0; i < a->finding_count; i++)
        nb_buf_printf(&out, "%s %.*s\n", a->findings[i].rule->code, NB_ARG(a->findings[i].message));
    nb_view dump = nb_arena_copy(arena, nb_buf_view(&out));
    nb_buf_release(&out);
    return dump;
}

static void keeps_model(nb_view text, nb_source_kind kind)
{
    nb_arena *arena = nb_arena_new();
    nb_view once = format(arena, text, kind, true);
    assert_same(model(arena, once, kind), model(arena, text, kind));
    assert_same(format(arena, once, kind, true), once);
    nb_arena_free(arena);
}

/* The examples of all rules: every kind of heading, table, fault and oddity there is. */
static void examples_keep_their_model(void **state)
{
    (void)state;
    static const nb_source_kind kinds[] = {NB_SOURCE_AUTO, NB_SOURCE_MARKDOWN, NB_SOURCE_TEXT,
                                           NB_SOURCE_HTML};
    for (uint32_t i = 0; i < nb_rule_count; i++)
        for (int k = 0; k < 4; k++) {
            keeps_model(nb_view_of(nb_rules[i]->bad.zh), kinds[k]);
            keeps_model(nb_view_of(nb_rules[i]->good.zh), kinds[k]);
        }
}

#define TITLE "# 虚构县样例局2023年政府信息公开工作年度报告\n\n"

static void bars_stand_under_each_other(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = NB_V(TITLE "##一、总体情况\n\n"
                              "|信息内容|本年制发件数 | 本年废止件数 |现行有效件数|  \n"
                              "|:-|---|-:|:-:|\n"
                              "| 规章|０|0|１,２３４|\n"
                              "|行政规范性文件|2||　|\n");
    nb_view wanted =
        NB_V(TITLE "## 一、总体情况\n\n"
                   "| 信息内容       | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
                   "| :------------- | ------------ | -----------: | :----------: |\n"
                   "| 规章           | 0            |            0 |    1,234     |\n"
                   "| 行政规范性文件 | 2            |              |      　      |\n");
    assert_same(format(arena, text, NB_SOURCE_MARKDOWN, true), wanted);
    keeps_model(text, NB_SOURCE_MARKDOWN);
    nb_arena_free(arena);
}

static void what_cannot_be_aligned_stays(void **state)
{
    (void)state;
    static const nb_view texts[] = {
        {NB_LIT(TITLE "a | b\n---|---\n1 | 2\n")},          /* no outer bars */
        {NB_LIT(TITLE "| a | b |\n|---|---|\n| 1｜2 |\n")}, /* bars of two kinds */
        {NB_LIT(TITLE "| a | b \\|\n|---|---|\n| 1 | 2 |\n")},
        {NB_LIT(TITLE "| a |\n| b |\n")},
        {NB_LIT(TITLE "```\n|a|\n|-|\n```\n")},
    };
    nb_arena *arena = nb_arena_new();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_same(format(arena, texts[i], NB_SOURCE_MARKDOWN, true), texts[i]);
    nb_view other = NB_V("#纪要\n\n|a|\n|-|\n|１|\n");
    assert_same(format(arena, other, NB_SOURCE_MARKDOWN, false), other);
    nb_arena_free(arena);
}

static void only_lines_of_the_range(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = NB_V(TITLE "|a|\n|---|\n|长长长|\n");
    nb_check_options options = {.kind = NB_SOURCE_MARKDOWN, .force_report = true};
    const nb_analysis *analysis = nb_check(arena, text, &options);
    uint32_t at = nb_view_find(text, NB_V("|a|"), 0);
    nb_format_edits edits = nb_format(arena, analysis, nb_span_of(at, at + 1));
    assert_int_equal(edits.count, 1);
    assert_same(edits.items[0].new_text, NB_V("| a      |"));
    nb_arena_free(arena);
}

static void one_edit_between_texts(void **state)
{
    (void)state;
    static const char *const texts[] = {"",       "a",    "年报",       "年表", "报年",
                                        "a\r\nb", "a\nb", "a\r\n\r\nb", "𠮷𠮸", "𠮷",
                                        "aaaa",   "aa",   "\r\n",       "\n",   "\r"};
    enum { COUNT = sizeof texts / sizeof *texts };
    nb_arena *arena = nb_arena_new();
    for (int i = 0; i < COUNT; i++)
        for (int k = 0; k < COUNT; k++) {
            nb_view from = nb_view_of(texts[i]);
            nb_edit edit = nb_edit_between(from, nb_view_of(texts[k]));
            assert_true(nb_utf8_floor(from, edit.span.start) == edit.span.start);
            assert_true(nb_utf8_floor(from, edit.span.end) == edit.span.end);
            assert_int_equal(nb_utf8_check(edit.new_text), NB_VIEW_NONE);
            assert_same(nb_edits_apply(arena, from, &edit, 1), nb_view_of(texts[k]));
        }
    nb_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_keep_their_model),
        cmocka_unit_test(bars_stand_under_each_other),
        cmocka_unit_test(what_cannot_be_aligned_stays),
        cmocka_unit_test(only_lines_of_the_range),
        cmocka_unit_test(one_edit_between_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
