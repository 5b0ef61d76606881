#include "picture.h"

#define MD NB_SOURCE_MARKDOWN

static void headings(void **state)
{
    (void)state;
    assert_picture(MD, "# 题 #\n## **一、** 情况 ##\n#二、情况\n#话题#\n###\n",
                   "h1 题\nh2 一、 情况\nh1 二、情况\np #话题#\nh3 \n");
    assert_picture(MD, "总标题\n===\n\n分标题\n---\n正文。\n", "h1 总标题\nh2 分标题\np 正文。\n");
}

static void tables(void **state)
{
    (void)state;
    assert_picture(
        MD, "| 甲 | 乙 |\n|:--|--:|\n| **1** | `2` |\n| - | - |\n|  | a\\|b |\n后文。\n",
        "grid markdown rows blanks columns\n[甲][乙]\n[1][2]\n[-][-]\n[][a|b]\np 后文。\n");
    assert_picture(MD, "甲 | 乙\n---|---\n1 | 2<br>3\n",
                   "grid markdown rows blanks columns\n[甲][乙]\n[1][2 3]\n");
    assert_picture(MD, "正文\n\n| 甲 | 乙 |\n| 1 | 2 |\n",
                   "p 正文\ngrid bar-rows rows blanks columns\n[甲][乙]\n[1][2]\n");
}

static void code_is_not_looked_into(void **state)
{
    (void)state;
    assert_picture(
        MD, "---\nyear: 2021\n---\n甲\n```\n| a | b |\n|---|---|\n```\n~~~~\n# x\n~~~\n~~~~\n乙\n",
        "code year: 2021\np 甲\ncode | a | b |\n|---|---|\ncode # x\n~~~\np 乙\n");
    assert_picture(MD, "```\n没有结尾", "code 没有结尾\n");
}

static void paragraphs_and_lists(void **state)
{
    (void)state;
    assert_picture(MD, "（一）主动公开\n2021年，公开5条。\n1. 甲\n2. 乙\n- 丙\n* 丁\n> 引\n",
                   "p （一）主动公开\np 2021年，公开5条。\np 1. 甲\np 2. 乙\np 丙\np 丁\np 引\n");
    /* A long line that stops in mid-sentence has been wrapped. */
    assert_picture(
        MD,
        "本年度我局认真做好政府信息公开各项工作，按照上级要求逐项落实，不断改进\n"
        "工作方法，没有发生差错。\n某某局\n",
        "p 本年度我局认真做好政府信息公开各项工作，按照上级要求逐项落实，不断改进工作方法，"
        "没有发生差错。\np 某某局\n");
}

static void inline_marks(void **state)
{
    (void)state;
    assert_picture(
        MD, "见[公开指南](http://e.invalid/a_b)和![图](x.png)，<u>共</u>&nbsp;**3**件&#65307;\n",
        "p 见公开指南和，共\xC2\xA0"
        "3件；\n");
    assert_picture(MD, "*注：另见a_b_c@e.invalid，1~2天，[附注]不变。\n",
                   "p *注：另见a_b_c@e.invalid，1~2天，[附注]不变。\n");
    assert_picture(MD, "\\*甲\\* <http://e.invalid/> a<b\n", "p *甲* http://e.invalid/ a<b\n");
}

static void places_survive_the_marks(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = NB_V("公开 **12**&#xFF13; 条\n");
    nb_markup m = nb_markup_parse(arena, text, MD);
    const nb_mapped *t = &m.blocks[0].text;
    assert_string_equal(nb_arena_copy(arena, t->text).ptr, "公开 12３ 条");
    assert_source(text, nb_mapped_source(t, 7, 9), "12");
    assert_source(text, nb_mapped_source(t, 9, 12), "&#xFF13;");
    assert_source(text, nb_mapped_source(t, 13, 16), "条");
    nb_arena_free(arena);
}

static void html_inside(void **state)
{
    (void)state;
    assert_picture(MD, "# 题 <!-- a -->\n<!--\nb\n| c |\n-->\n甲<!-- d -->乙\n",
                   "h1 题\n+comment a\ncomment b\n| c |\np 甲\n+comment d\n+p 乙\n");
    assert_picture(MD, "甲<!--[if !x]-->7、<!--[endif]-->乙\n", "p 甲7、乙\n");
    assert_picture(MD, "# 题\n<table>\n<tr><td>1</td>\n<td>2</td></tr>\n</table>\n后文。\n",
                   "h1 题\ngrid html rows blanks columns\n[1][2]\np 后文。\n");
    assert_picture(MD, "# 题\n<!-- 没有结尾\n<table> 也没有\n",
                   "h1 题\np <!-- 没有结尾\np 也没有\n");
}

static void kinds(void **state)
{
    (void)state;
    const struct {
        const char *text;
        nb_source_kind kind;
    } rows[] = {
        {"", NB_SOURCE_TEXT},
        {"正文\n# 不是标题么\n", NB_SOURCE_MARKDOWN},
        {"#1号文件\n", NB_SOURCE_TEXT},
        {"| a | b |\n|---|---|\n", NB_SOURCE_MARKDOWN},
        {"a | b |\n1 | 2 |\n", NB_SOURCE_TEXT},
        {"\xEF\xBB\xBF <!DOCTYPE html>", NB_SOURCE_HTML},
        {"<!-- x -->\n<div>甲</div>", NB_SOURCE_HTML},
        {"<p style='a'>甲</p>", NB_SOURCE_HTML},
        {"<table><tr><td>1</td></tr></table>", NB_SOURCE_HTML},
        {"# 题\n<table><tr><td>1</td></tr></table>", NB_SOURCE_MARKDOWN},
        {"正文 a<b，没有标签\n", NB_SOURCE_TEXT},
        {"<!-- 说明 -->\n一、甲\n", NB_SOURCE_TEXT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(nb_source_kind_of(nb_view_of(rows[i].text)), rows[i].kind);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings),
        cmocka_unit_test(tables),
        cmocka_unit_test(code_is_not_looked_into),
        cmocka_unit_test(paragraphs_and_lists),
        cmocka_unit_test(inline_marks),
        cmocka_unit_test(places_survive_the_marks),
        cmocka_unit_test(html_inside),
        cmocka_unit_test(kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
