#include "picture.h"

static void rows_and_cells(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT,
                   "二、虚构情况\n"
                   "\t第一项\n\n"
                   "\t内容\n\t件数\n\n"
                   "\t规定\n\t0\n\n\n"
                   "三、后文\n",
                   "p 二、虚构情况\n"
                   "grid tab-cells rows blanks\n"
                   "[第一项]\n[内容][件数]\n[规定][0]\n"
                   "p 三、后文\n");
}

static void empty_cells_stay(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT, "\t甲\n\t\n\t\xC2\xA0 \n\n\t\n\t\xC2\xA0 6\n\t7\xC2\xA0\n",
                   "grid tab-cells rows blanks\n[甲][][]\n[][6][7]\n");
}

static void line_breaks_inside_cells(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT,
                   "\t内容\n\t本年新\n制作数量\n\t对外公\n开总\n数量\n\n\t规定\n\t0\n\t0\n",
                   "grid tab-cells rows blanks\n"
                   "[内容][本年新制作数量][对外公开总数量]\n[规定][0][0]\n");
}

static void text_behind_the_table_is_not_swallowed(void **state)
{
    (void)state;
    const char *grid = "grid tab-cells rows blanks\n[甲][乙]\n[丙][0]\n";
    const char *tails[] = {"五、后文\n", "虚构县样例局\n二〇二一年三月\n", "后文一句话。\n"};
    const char *read[] = {"p 五、后文\n", "p 虚构县样例局\np 二〇二一年三月\n", "p 后文一句话。\n"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        char text[256];
        char expected[256];
        snprintf(text, sizeof text, "\t甲\n\t乙\n\n\t丙\n\t0\n%s", tails[i]);
        snprintf(expected, sizeof expected, "%s%s", grid, read[i]);
        assert_picture(NB_SOURCE_TEXT, text, expected);
    }
}

static void indented_paragraphs_are_no_table(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT,
                   "\t本年度我局认真做好公开工作，按照要求逐项落实到位。\n"
                   "\t各科室分工负责，按照时限办结了收到的全部申请事项。\n",
                   "p 本年度我局认真做好公开工作，按照要求逐项落实到位。\n"
                   "p 各科室分工负责，按照时限办结了收到的全部申请事项。\n");
    assert_picture(NB_SOURCE_TEXT, "\t一、甲\n\n\t二、乙\n\n\t三、丙\n",
                   "p 一、甲\np 二、乙\np 三、丙\n");
}

static void prose_in_front_of_the_table(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT,
                   "\t本年度我局认真做好公开工作，按照要求逐项落实到位。\n\n"
                   "\t甲\n\t1\n\n\t乙\n\t2\n",
                   "p 本年度我局认真做好公开工作，按照要求逐项落实到位。\n"
                   "grid tab-cells rows blanks\n[甲][1]\n[乙][2]\n");
}

static void other_line_ends(void **state)
{
    (void)state;
    assert_picture(NB_SOURCE_TEXT, "\t甲\r\n\t本\r\n年\r\n\r\n\t乙\r\n\t2\r\n",
                   "grid tab-cells rows blanks\n[甲][本年]\n[乙][2]\n");
    assert_picture(NB_SOURCE_TEXT, "\t甲\r\t1\r\r\t乙\r\t2",
                   "grid tab-cells rows blanks\n[甲][1]\n[乙][2]\n");
}

static void places_of_cells(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = NB_V("\t甲\n\t 本\n年 \n\n\t\n\t5\n");
    nb_markup m = nb_markup_parse(arena, text, NB_SOURCE_TEXT);
    assert_int_equal(m.block_count, 1);
    const nb_grid *g = m.blocks[0].grid;
    assert_int_equal(g->cell_count, 4);
    assert_source(text, g->cells[1].span, "本\n年");
    nb_span second = nb_mapped_source(&g->cells[1].text, 3, 6);
    assert_source(text, second, "年");
    assert_int_equal(g->cells[2].span.start, g->cells[2].span.end);
    assert_memory_equal(text.ptr + g->cells[2].span.start - 1, "\t\n", 2);
    assert_source(text, g->cells[3].span, "5");
    assert_int_equal(g->cells[3].row, 1);
    assert_int_equal(g->cells[3].column, 1);
    nb_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_cells),
        cmocka_unit_test(empty_cells_stay),
        cmocka_unit_test(line_breaks_inside_cells),
        cmocka_unit_test(text_behind_the_table_is_not_swallowed),
        cmocka_unit_test(indented_paragraphs_are_no_table),
        cmocka_unit_test(prose_in_front_of_the_table),
        cmocka_unit_test(other_line_ends),
        cmocka_unit_test(places_of_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
