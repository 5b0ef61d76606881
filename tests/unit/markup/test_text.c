#include "picture.h"

#define TEXT NB_SOURCE_TEXT

static void a_line_a_paragraph(void **state)
{
    (void)state;
    assert_picture(TEXT, "\xEF\xBB\xBF题\n\n\xE3\x80\x80\xE3\x80\x80甲。\xC2\xA0\r\n \t \r乙\n",
                   "p 题\np 甲。\np 乙\n");
    assert_picture(TEXT, "", "");
    assert_picture(TEXT, "\n\n", "");
    assert_picture(TEXT, "甲<!-- a -->\n<!-- b --> 乙\n", "p 甲\n+comment a\ncomment b\n+p 乙\n");
    assert_picture(TEXT, "甲<!--[if !x]-->7、<!--[endif]-->乙\n",
                   "p 甲<!--[if !x]-->7、<!--[endif]-->乙\n");
}

static const char layout[] = "虚构县样例局年度工作报告\n"
                             "本报告根据有关规定编制，全文由概述、公开情况、申请情况、收费情\n"
                             "况、问题和改进情况组成，所列数据的统计期限从一月一日起到年底为\n"
                             "止，如有疑问，请与办公室联系。\n"
                             "一、概述\n"
                             "本年度，我局继续把公开工作放在重要位置，明确分工，落实责任，完\n"
                             "— 1 —\n"
                             "善制度，没有发生差错，收到的各项申请都在规定时限以内办结，答复\n"
                             "了申请人。\n"
                             "    内容     新     旧\n"
                             "    甲项     1      2\n"
                             "1.公开渠道更多，除了网站以外，还通过公告栏、报纸和其他方式公开\n"
                             "了信息。\n"
                             "2021年，公开信息12条。\n"
                             "虚构县样例局\n";

static void lines_that_a_layout_has_broken(void **state)
{
    (void)state;
    assert_picture(
        TEXT, layout,
        "p 虚构县样例局年度工作报告\n"
        "p 本报告根据有关规定编制，全文由概述、公开情况、申请情况、收费情况、问题和改进情况"
        "组成，所列数据的统计期限从一月一日起到年底为止，如有疑问，请与办公室联系。\n"
        "p 一、概述\n"
        "p 本年度，我局继续把公开工作放在重要位置，明确分工，落实责任，完善制度，没有发生差错，"
        "收到的各项申请都在规定时限以内办结，答复了申请人。\n"
        "p 内容     新     旧\n"
        "p 甲项     1      2\n"
        "p 1.公开渠道更多，除了网站以外，还通过公告栏、报纸和其他方式公开了信息。\n"
        "p 2021年，公开信息12条。\n"
        "p 虚构县样例局\n");
}

static void joined_lines_keep_their_places(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = NB_V(layout);
    nb_markup m = nb_markup_parse(arena, text, TEXT);
    const nb_mapped *t = &m.blocks[3].text;
    uint32_t at = nb_view_find(t->text, NB_V("完善"), 0);
    assert_source(text, nb_mapped_source(t, at, at + 6), "完\n— 1 —\n善");
    nb_arena_free(arena);
}

/* Titles in several lines, lists without full stops: no layout, nothing is joined. */
static void other_lines_stay_apart(void **state)
{
    (void)state;
    assert_picture(
        TEXT,
        "虚构县样例局\n年度报告\n"
        "本年度我局继续做好公开工作，落实责任，没有发生差错，收到的各项申请都在时限以内办结。\n"
        "一是明确分工，完善制度，加强学习，提高认识\n"
        "二是拓宽渠道，及时更新，方便群众，接受监督\n",
        "p 虚构县样例局\np 年度报告\n"
        "p 本年度我局继续做好公开工作，落实责任，没有发生差错，收到的各项申请都在时限以内办结。\n"
        "p 一是明确分工，完善制度，加强学习，提高认识\n"
        "p 二是拓宽渠道，及时更新，方便群众，接受监督\n");
}

static void large_grids_begin_anew(void **state)
{
    (void)state;
    nb_buf text = {0};
    for (int i = 0; i < 40000; i++)
        nb_buf_add_str(&text, "甲\t1\n");
    nb_arena *arena = nb_arena_new();
    nb_markup m = nb_markup_parse(arena, nb_buf_view(&text), TEXT);
    uint32_t cells = 0;
    for (uint32_t i = 0; i < m.block_count; i++) {
        assert_non_null(m.blocks[i].grid);
        assert_true(m.blocks[i].grid->cell_count <= NB_GRID_CELLS_MAX);
        cells += m.blocks[i].grid->cell_count;
    }
    assert_int_equal(cells, 80000);
    nb_arena_free(arena);
    nb_buf_release(&text);
}

static void grids_by_hand(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = NB_V("甲1");
    nb_grid_room room = {0};
    nb_grid_builder *b = nb_grid_begin(arena, &room, NB_DIALECT_SPACED, true, false, false);
    assert_null(nb_grid_end(b, nb_span_of(0, 0)));
    nb_mapped label = nb_mapped_identity(text, nb_span_of(0, 3));
    nb_mapped figure = nb_mapped_identity(text, nb_span_of(3, 4));
    b = nb_grid_begin(arena, &room, NB_DIALECT_SPACED, true, false, false);
    nb_grid_cell_add(b, &label, nb_span_of(0, 3), 1, 1); /* opens a row */
    nb_grid_row(b);
    nb_grid_cell_add(b, &label, nb_span_of(0, 3), 0, 2); /* a span of 0 is 1 */
    nb_grid_cell_add(b, &figure, nb_span_of(3, 4), 1, 1);
    nb_grid_row(b); /* an empty row at the end goes away */
    const nb_grid *g = nb_grid_end(b, nb_span_of(0, 4));
    assert_int_equal(g->row_count, 2);
    assert_int_equal(g->column_count, 3);
    assert_int_equal(g->row_first[1], 1);
    assert_int_equal(g->row_first[2], 3);
    assert_int_equal(g->cells[2].column, 2);
    assert_int_equal(g->cells[1].rowspan, 1);
    assert_string_equal(nb_dialect_name(g->dialect), "spaced");
    nb_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_a_paragraph),
        cmocka_unit_test(lines_that_a_layout_has_broken),
        cmocka_unit_test(joined_lines_keep_their_places),
        cmocka_unit_test(other_lines_stay_apart),
        cmocka_unit_test(large_grids_begin_anew),
        cmocka_unit_test(grids_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
