/* Texts with places to be filled in, as snippets. */
#include "cmocka_nb.h"

#include "lsp/snippets.h"

static void check(const char *text, const char *wanted)
{
    nb_arena *arena = nb_arena_new();
    nb_view snippet = nb_snippet_of(arena, nb_view_of(text));
    assert_view_at(snippet, nb_view_of(wanted), text, 0);
    nb_arena_free(arena);
}

static void placeholders_become_tab_stops(void **state)
{
    (void)state;
    check("", "");
    check("无。", "无。");
    check("【待填：地址】", "${1:【待填：地址】}");
    check("地址：【待填：地址】，电话：【待填：电话】。\r\n",
          "地址：${1:【待填：地址】}，电话：${2:【待填：电话】}。\r\n");
    check("【待填：没有结尾", "【待填：没有结尾");
    assert_true(nb_snippet_is_wanted(NB_V("甲【待填：乙】")));
    assert_false(nb_snippet_is_wanted(NB_V("甲")));
}

static void signs_of_snippets_mean_themselves(void **state)
{
    (void)state;
    check("$1 {a} \\", "\\$1 {a\\} \\\\");
    check("【待填：$x}】$", "${1:【待填：\\$x\\}】}\\$");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placeholders_become_tab_stops),
        cmocka_unit_test(signs_of_snippets_mean_themselves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
