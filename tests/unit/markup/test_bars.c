#include "picture.h"

static void rows_with_fillers(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT,
                   "第一项 | |||\n内容 | 新 | 旧 | 现 |\n许可 | 4 | ||\n三、结果 | （一） | 1 | |\n"
                   "收费 | 5 |  | |\n",
                   "grid bar-rows rows blanks\n"
                   "[第一项]\n[内容][新][旧][现]\n[许可][4]\n[三、结果][（一）][1]\n[收费][5][]\n");
}

static void rows_without_fillers(void **state)
{
    (void)state;
    const char *grid = "grid bar-rows rows blanks columns\n[甲][乙][丙]\n[丁][][1]\n";
    assert_picture(NB_SOURCE_TEXT, "甲 | 乙 | 丙 |\n丁 |  | 1 |\n", grid);
    assert_picture(NB_SOURCE_TEXT, "| 甲 | 乙 | 丙 |\n| 丁 |  | 1 |\n", grid);
    assert_picture(NB_SOURCE_TEXT, "甲 | 乙 | 丙\n丁 | | 1\n", grid);
    assert_picture(NB_SOURCE_TEXT, "|甲||乙|\n|丁|1|2|\n",
                   "grid bar-rows rows blanks columns\n[甲][][乙]\n[丁][1][2]\n");
    assert_picture(NB_SOURCE_TEXT, "甲｜乙｜\n丁｜1｜\n",
                   "grid bar-rows rows blanks columns\n[甲][乙]\n[丁][1]\n");
}

static void a_row_over_two_lines(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT,
                   "内容 | 本年新\n制作数量 | 旧 |\n甲 | 1 | 2 |\n乙 | 3 | 4 |\n丙 | 5 | 6 |\n",
                   "grid bar-rows rows blanks columns\n[内容][本年新制作数量][旧]\n[甲][1][2]\n"
                   "[乙][3][4]\n[丙][5][6]\n");
}

static void drawn_tables(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT,
                   "+----+----+\n| 甲 | 乙 |\n+----+----+\n| 丙 | 1  |\n+----+----+\n",
                   "grid bar-rows rows blanks columns\n[甲][乙]\n[丙][1]\n");
}

static void cells_with_fillers(void **state)
{
    (void)state;
    assert_picture(
        NB_SOURCE_TEXT,
        "第一项 |\n|||\n内容 |\n新 |\n旧 |\n现 |\n规定 |\n0 |\n |\n2 |\n许可 |\n4 |\n||\n其他 |\n"
        "5 |\n6 |\n|\n",
        "grid bar-cells rows blanks\n"
        "[第一项]\n[内容][新][旧][现]\n[规定][0][][2]\n[许可][4]\n[其他][5][6]\n");
}

static void cells_without_fillers(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT,
                   "指标 |\n单位 |\n数 |\n一、甲 |\n |\n |\n乙 |\n条 |\n3 |\n丙 |\n件 |\n0 |\n",
                   "grid bar-cells rows blanks columns\n"
                   "[指标][单位][数]\n[一、甲][][]\n[乙][条][3]\n[丙][件][0]\n");
}

static void cells_and_bars_take_turns(void **state)
{
    (void)state;
    assert_picture(
        NB_SOURCE_TEXT,
        "指标\n|\n单位\n|\n数\n|\n本年新\n收数\n|\n条\n|\n3\n|\n丙\n|\n件\n|\n0\n|\n",
        "grid bar-cells rows blanks columns\n[指标][单位][数]\n[本年新收数][条][3]\n[丙][件][0]\n");
}

/* A conversion has doubled the line ends. */
static void rows_between_empty_lines(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT, "甲 | 乙 |\n\n丙 | 1 |\n\n丁 | 2 |\n\n后文\n",
                   "grid bar-rows rows blanks columns\n[甲][乙]\n[丙][1]\n[丁][2]\np 后文\n");
    assert_picture(NB_SOURCE_MARKDOWN, "| 甲 | 乙 |\n\n|---|---|\n\n| 丙 | 1 |\n\n| 丁 | 2 |\n",
                   "grid markdown rows blanks columns\n[甲][乙]\n[丙][1]\n[丁][2]\n");
    assert_picture(NB_SOURCE_TEXT, "甲\n|\n乙\n|\n\n丙\n|\n1\n|\n\n丁\n|\n2\n|\n",
                   "grid bar-cells rows blanks columns\n[甲][乙]\n[丙][1]\n[丁][2]\n");
    /* Two tables are not one. */
    assert_picture(NB_SOURCE_TEXT, "甲 | 乙 |\n丙 | 1 |\n\n丁 | 戊 |\n己 | 2 |\n",
                   "grid bar-rows rows blanks columns\n[甲][乙]\n[丙][1]\n"
                   "grid bar-rows rows blanks columns\n[丁][戊]\n[己][2]\n");
}

/* Where nothing tells the width of a row, no rows are made up. */
static void rows_that_cannot_be_told(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT, "甲 |\n乙 |\n丙 |\n丁 |\n戊 |\n",
                   "grid bar-cells blanks\n[甲][乙][丙][丁][戊]\n");
}

static void a_bar_in_prose(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT, "首页 | 公开 | 年报\n正文\n", "p 首页 | 公开 | 年报\np 正文\n");
}

static void places_of_empty_cells(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = NB_V("甲 |  | 1 |\n丁 | 2 | 3 |\n");
    nb_markup m = nb_markup_parse(arena, text, NB_SOURCE_TEXT);
    const nb_grid_cell *cell = &m.blocks[0].grid->cells[1];
    assert_int_equal(cell->span.start, cell->span.end);
    assert_memory_equal(text.ptr + cell->span.start - 2, "|  |", 4);
    nb_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_with_fillers),         cmocka_unit_test(rows_without_fillers),
        cmocka_unit_test(a_row_over_two_lines),      cmocka_unit_test(drawn_tables),
        cmocka_unit_test(cells_with_fillers),        cmocka_unit_test(cells_without_fillers),
        cmocka_unit_test(cells_and_bars_take_turns), cmocka_unit_test(rows_between_empty_lines),
        cmocka_unit_test(rows_that_cannot_be_told),  cmocka_unit_test(a_bar_in_prose),
        cmocka_unit_test(places_of_empty_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
