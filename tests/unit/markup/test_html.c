#include "picture.h"

#define HTML NB_SOURCE_HTML

static void headings_and_paragraphs(void **state)
{
    (void)state;
    assert_picture(
        HTML,
        "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>\n"
        "<script>var a = '<p>no</p>';</script>\n"
        "<h1>虚构县<br>报告</h1>\n<div>甲\n<p>一、<b>情</b>况</p>乙<br/>丙</div>\n"
        "<ul><li>丁</li><li>戊</li></ul><p>&nbsp;</p>\n<p style=\"display: none\">己</p>",
        "h1 虚构县报告\n+p 甲\np 一、情况\n+p 乙\n+p 丙\n+p 丁\n+p 戊\n");
}

static void white_space(void **state)
{
    (void)state;
    assert_picture(HTML, "<p>行政\n   规范性 文件 in\n English 3\n 件</p>",
                   "p 行政规范性 文件 in English 3件\n");
    assert_picture(HTML, "<p>\xE3\x80\x80\xE3\x80\x80&nbsp;首行缩进</p>", "p 首行缩进\n");
}

static void comments(void **state)
{
    (void)state;
    assert_picture(
        HTML, "<!-- a -->\n<p>甲<!-- b --></p><!--[if gte mso 9]><xml></xml><![endif]--><p>乙</p>",
        "comment a\n+p 甲\n+comment b\n+p 乙\n");
}

static void spans_of_cells(void **state)
{
    (void)state;
    assert_picture(HTML,
                   "<table><thead><tr><th rowspan=2 colspan='2'>甲<th colspan=3>乙</thead>"
                   "<tr><td>丙<td rowspan=0>丁<td>戊</table>",
                   "grid html rows blanks columns\n[甲>2v2][乙>3]\n[丙][丁][戊]\n");
    assert_picture(
        HTML, "<table><tr><td style='a>b' COLSPAN = \"2\"x='1'>甲<td a=b\"c colspan=3>乙</table>",
        "grid html rows blanks columns\n[甲>2][乙>3]\n");
    nb_arena *arena = nb_arena_new();
    nb_markup m = nb_markup_parse(
        arena,
        NB_V("<table><tr><td rowspan=3>a<td>b<td rowspan=2>c<tr><td>d<tr><td>e<td>f</table>"),
        HTML);
    const uint16_t columns[] = {0, 1, 2, 1, 1, 2};
    const nb_grid *g = m.blocks[0].grid;
    assert_int_equal(g->cell_count, 6);
    assert_int_equal(g->column_count, 3);
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(g->cells[i].column, columns[i]);
    nb_arena_free(arena);
}

static void content_of_cells(void **state)
{
    (void)state;
    assert_picture(HTML,
                   "<table><tr><td><p>本年新</p>\n<p>制作数量</p></td>"
                   "<td><span>1</span><span lang=EN-US>2<o:p></o:p></span></td>"
                   "<td>1<br>2</td><td>&nbsp;&#8212;&nbsp;</td><td><p>&nbsp;</p></td>"
                   "<td>甲<!-- x -->乙</td></tr></table>",
                   "grid html rows blanks columns\n[本年新制作数量][12][1 2][—][][甲乙]\n");
}

static void tables_in_tables(void **state)
{
    (void)state;
    /* A table that places things on the page is none. */
    assert_picture(HTML,
                   "<table><tr><td><p>标题</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
                   "<p>后文</p></table>",
                   "+p 标题\n+grid html rows blanks columns\n[甲][1]\n[乙][2]\n+p 后文\n");
    /* One among many figures is part of its cell. */
    assert_picture(
        HTML,
        "<table><tr><td>1<td>2<td>3<td>4<tr><td>5<td>6<td>7<td>8<tr><td>9<td>10<td>11<td>12"
        "<tr><td>a<table><tr><td>b<tr><td>c</table><td>d</table>",
        "grid html rows blanks columns\n[1][2][3][4]\n[5][6][7][8]\n[9][10][11][12]\n[a b c][d]\n");
}

static void captions_and_stray_text(void **state)
{
    (void)state;
    assert_picture(HTML, "<p>甲</p><table><caption>表一</caption><tr><td>1</table>",
                   "p 甲\n+p 表一\n+grid html rows blanks columns\n[1]\n");
    assert_picture(HTML, "<p>甲</p><table>走失<tr><td>1</table><p>乙</p>",
                   "p 甲\n+grid html rows blanks columns\n[1]\n+p 乙\n");
}

static void places(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text =
        NB_V("<p>a&amp;b&lt;<i>&#65301;</i></x>c\r\n d</p>"
             "<table><tr><td><p><span>&nbsp;</span></p><td><b>1</b><b>2</b><td></table>");
    nb_markup m = nb_markup_parse(arena, text, HTML);
    assert_int_equal(m.block_count, 2);
    const nb_mapped *t = &m.blocks[0].text;
    assert_string_equal(nb_arena_copy(arena, t->text).ptr, "a&b<５c d");
    assert_source(text, m.blocks[0].span, "<p>a&amp;b&lt;<i>&#65301;</i></x>c\r\n d</p>");
    assert_source(text, nb_mapped_source(t, 1, 2), "&amp;");
    assert_source(text, nb_mapped_source(t, 2, 3), "b");
    assert_source(text, nb_mapped_source(t, 3, 4), "&lt;");
    assert_source(text, nb_mapped_source(t, 4, 7), "&#65301;");
    assert_source(text, nb_mapped_source(t, 7, 8), "c");
    assert_source(text, nb_mapped_source(t, 9, 10), "d");
    const nb_grid *g = m.blocks[1].grid;
    assert_int_equal(g->cells[0].span.start, g->cells[0].span.end);
    assert_memory_equal(text.ptr + g->cells[0].span.start, "&nbsp;", 6);
    assert_source(text, g->cells[1].span, "1</b><b>2");
    assert_memory_equal(text.ptr + g->cells[2].span.start - 4, "<td></table>", 12);
    nb_arena_free(arena);
}

static void hostile_nesting_ends_as_text(void **state)
{
    (void)state;
    const char *tags[] = {"<div>", "<span>", "<table><tr><td>", "<b id=1><p>", "<ul><li>"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        nb_buf text = {0};
        nb_buf_add_str(&text, "<html><p>开头</p>");
        for (int k = 0; k < 100000; k++)
            nb_buf_add_str(&text, tags[i]);
        nb_buf_add_str(&text, "\n结尾\n");
        nb_arena *arena = nb_arena_new();
        nb_markup m = nb_markup_parse(arena, nb_buf_view(&text), HTML);
        assert_true(m.block_count >= 2);
        assert_source(m.text, nb_mapped_whole(&m.blocks[0].text), "开头");
        assert_source(m.text, m.blocks[m.block_count - 1].span, "结尾");
        nb_arena_free(arena);
        nb_buf_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_and_paragraphs),
        cmocka_unit_test(white_space),
        cmocka_unit_test(comments),
        cmocka_unit_test(spans_of_cells),
        cmocka_unit_test(content_of_cells),
        cmocka_unit_test(tables_in_tables),
        cmocka_unit_test(captions_and_stray_text),
        cmocka_unit_test(places),
        cmocka_unit_test(hostile_nesting_ends_as_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
