#include "picture.h"

static void rows_of_a_spreadsheet(void **state)
{
    (void)state;
    assert_picture(
        NB_SOURCE_TEXT,
        "三、标题\n说明\t\t申请人\t\n\t\t自然人\t总计\n一、新收\t\t1\t2\n\t其他\t\t3\n四、标题\n",
        "p 三、标题\n"
        "grid tsv rows blanks columns\n"
        "[说明][][申请人][]\n[][][自然人][总计]\n[一、新收][][1][2]\n[][其他][][3]\n"
        "p 四、标题\n");
}

static void stripped_rows_between_rows(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT, "甲\t1\t2\n第二十条第（五）项\n乙\t3\t4\n",
                   "grid tsv rows blanks columns\n[甲][1][2]\n[第二十条第（五）项]\n[乙][3][4]\n");
    /* The heading between two tables of different width is none. */
    assert_picture(NB_SOURCE_TEXT, "甲\t1\n乙\t2\n四、标题\n丙\t3\t4\n丁\t5\t6\n",
                   "grid tsv rows blanks columns\n[甲][1]\n[乙][2]\n"
                   "p 四、标题\n"
                   "grid tsv rows blanks columns\n[丙][3][4]\n[丁][5][6]\n");
}

static void quoted_cells_go_over_lines(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT, "内容\t\"本年新\n制作数量\"\t合计\n甲\t1\t2\n",
                   "grid tsv rows blanks columns\n[内容][本年新制作数量][合计]\n[甲][1][2]\n");
    assert_picture(NB_SOURCE_TEXT, "\"甲\t1\n乙\t2\n",
                   "grid tsv rows blanks columns\n[\"甲][1]\n[乙][2]\n");
}

static void lists_and_single_lines_are_no_tables(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT, "一、\t总体情况\n二、\t公开情况\n",
                   "p 一、\t总体情况\np 二、\t公开情况\n");
    assert_picture(NB_SOURCE_TEXT, "•\t甲事项\n•\t乙事项\n", "p •\t甲事项\np •\t乙事项\n");
    assert_picture(NB_SOURCE_TEXT, "电话\t000\n正文\n", "p 电话\t000\np 正文\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_a_spreadsheet),
        cmocka_unit_test(stripped_rows_between_rows),
        cmocka_unit_test(quoted_cells_go_over_lines),
        cmocka_unit_test(lists_and_single_lines_are_no_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
