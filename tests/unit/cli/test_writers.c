#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "cli/diff.h"
#include "cli/json.h"
#include "cli/snippet.h"

static void json_is_valid_and_compact(void **state)
{
    (void)state;
    nb_buf out = {0};
    json j = {.out = &out};
    json_open(&j, '{');
    json_key(&j, "a");
    json_string(&j, NB_V("年\"\\\n\x01\x7F\xFF\xE5\xB9x"));
    json_key(&j, "b");
    json_open(&j, '[');
    json_int(&j, -5);
    json_bool(&j, true);
    json_text(&j, NULL);
    json_open(&j, '{');
    json_close(&j, '}');
    json_close(&j, ']');
    json_close(&j, '}');
    assert_string_equal(out.ptr, "{\"a\":\"年\\\"\\\\\\n\\u0001\\u007f\xEF\xBF\xBD\xEF\xBF\xBD"
                                 "\xEF\xBF\xBDx\",\"b\":[-5,true,null,{}]}");
    nb_buf_release(&out);
}

static void snippet_is(const char *text, nb_span span, const char *expected)
{
    nb_arena *arena = nb_arena_new();
    nb_lines lines = nb_lines_index(arena, nb_view_of(text));
    nb_buf out = {0};
    snippet_add(&out, &lines, span, "", "");
    assert_string_equal(out.ptr, expected);
    nb_buf_release(&out);
    nb_arena_free(arena);
}

static void marks_stand_below_the_text(void **state)
{
    (void)state;
    snippet_is("a\n共计15件，\n", nb_span_of(8, 10), " 2 | 共计15件，\n   |     ^^\n");
    snippet_is("共计15件", nb_span_of(3, 6), " 1 | 共计15件\n   |   ^^\n");
    snippet_is("\t\t15\n", nb_span_of(2, 4), " 1 | 15\n   | ^^\n");
    snippet_is("甲\n乙", nb_span_of(0, 7), " 1 | 甲\n   | ^^\n"); /* several lines: the first */
    snippet_is("甲", nb_span_of(3, 3), " 1 | 甲\n   |   ^\n");
    snippet_is("", nb_span_of(0, 0), " 1 | \n   | ^\n");
    snippet_is("a\033[31mb\xE2\x80\xAE"
               "c",
               nb_span_of(6, 7), " 1 | a [31mb c\n   |       ^\n");
}

static void long_lines_are_cut_around_the_place(void **state)
{
    (void)state;
    nb_buf text = {0};
    for (int i = 0; i < 500; i++)
        nb_buf_add_str(&text, i == 300 ? "错" : "字");
    nb_arena *arena = nb_arena_new();
    nb_lines lines = nb_lines_index(arena, nb_buf_view(&text));
    nb_buf out = {0};
    snippet_add(&out, &lines, nb_span_of(900, 903), "", "");
    assert_true(out.len < 400);
    assert_true(nb_view_contains(nb_buf_view(&out), NB_V("错")));
    assert_true(nb_view_contains(nb_buf_view(&out), NB_V("…\n")));
    nb_buf_release(&out);
    nb_buf_release(&text);
    nb_arena_free(arena);
}

static void diff_is(const char *before, const char *after, const char *expected)
{
    nb_arena *arena = nb_arena_new();
    nb_buf out = {0};
    diff_write(&out, arena, "f", nb_view_of(before), nb_view_of(after));
    assert_string_equal(out.ptr ? out.ptr : "", expected);
    nb_buf_release(&out);
    nb_arena_free(arena);
}

static void diffs_are_unified(void **state)
{
    (void)state;
    diff_is("a\n", "a\n", "");
    diff_is("a\nb\nc\n", "a\nx\nc\n", "--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
    diff_is("", "a\n", "--- a/f\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n");
    diff_is("a", "b",
            "--- a/f\n+++ b/f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n"
            "+b\n\\ No newline at end of file\n");
    diff_is("1\n2\n3\n4\n5\n6\n7\n8\n9\n0\n", "x\n2\n3\n4\n5\n6\n7\n8\n9\ny\n",
            "--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n"
            "@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-0\n+y\n");
    diff_is("1\n2\n3\n4\n", "0\n1\n3\n4\n5\n",
            "--- a/f\n+++ b/f\n@@ -1,4 +1,5 @@\n+0\n 1\n-2\n 3\n 4\n+5\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_is_valid_and_compact),
        cmocka_unit_test(marks_stand_below_the_text),
        cmocka_unit_test(long_lines_are_cut_around_the_place),
        cmocka_unit_test(diffs_are_unified),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
