#include "read_text.h"

#include <string.h>

/* Titles of parts that stand inside a grid: no blank line around them, or a page laid out as one.
 */

#define HEAD "示例市虚构局2023年政府信息公开工作年度报告\n一、总体情况\n全年工作有序推进。\n"
#define TAIL                                                                                       \
    "五、存在的主要问题及改进情况\n形式不够丰富，将予改进。\n六、其他需要报告的事项\n无。\n"

static const char *const TSV =
    HEAD "%s\n第二十条第（五）项\t\n信息内容\t本年处理决定数量\n行政许可\t12\n"
         "第二十条第（六）项\t\n信息内容\t本年处理决定数量\n行政处罚\t3\n行政强制\t4\n"
         "%s\n行政复议\t\t\t\t\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n1\t0\t2\t0\t3\n" TAIL;
static const char *const BARS =
    HEAD "%s |\n第二十条第（五）项 |\n信息内容 | 本年处理决定数量 |\n行政许可 | 12 |\n"
         "第二十条第（六）项 |\n信息内容 | 本年处理决定数量 |\n行政处罚 | 3 |\n行政强制 | 4 |\n"
         "%s |\n行政复议 |\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
         "1 | 0 | 2 | 0 | 3 |\n" TAIL;
static const char *const HTML =
    "<h1>示例市虚构局2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>全年工作有序。</p>"
    "<table><tr><td colspan=5>%s</td></tr><tr><td colspan=5>第二十条第（五）项</td></tr>"
    "<tr><td>信息内容</td><td colspan=4>本年处理决定数量</td></tr>"
    "<tr><td>行政许可</td><td colspan=4>12</td></tr>"
    "<tr><td colspan=5>第二十条第（六）项</td></tr>"
    "<tr><td>信息内容</td><td colspan=4>本年处理决定数量</td></tr>"
    "<tr><td>行政处罚</td><td colspan=4>3</td></tr><tr><td>行政强制</td><td colspan=4>4</td></tr>"
    "<tr><td colspan=5>%s</td></tr><tr><td colspan=5>行政复议</td></tr><tr><td>结果维持</td>"
    "<td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr><tr><td>1</td><td>0</td>"
    "<td>2</td><td>0</td><td>3</td></tr></table><h2>五、存在的主要问题及改进情况</h2><p>将予改进。"
    "</p><h2>六、其他需要报告的事项</h2><p>无。</p>";

static void assert_parts(const nb_report *report)
{
    static const nb_section_key keys[] = {NB_SECTION_OVERVIEW, NB_SECTION_DISCLOSURE,
                                          NB_SECTION_REVIEW, NB_SECTION_PROBLEMS, NB_SECTION_OTHER};
    assert_int_equal(report->section_count, 5);
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(report->sections[i].key, keys[i]);
        assert_int_not_equal(report->sections[i].heading, NB_VIEW_NONE);
    }
    const nb_cell *cell =
        nb_table_cell(nb_report_table(report, NB_TABLE_DISCLOSURE), "coercion", "decisions");
    assert_int_equal(cell->figure.micro, 4 * NB_FIGURE_ONE);
    const nb_table *review = nb_report_table(report, NB_TABLE_REVIEW);
    assert_non_null(review);
    assert_int_equal(review->section, NB_SECTION_REVIEW);
    assert_int_equal(review->blocks[0].rows[0].cells[2].figure.micro, 2 * NB_FIGURE_ONE);
}

static void titles_in_grids(void **state)
{
    (void)state;
    static const char *const numbers[][2] = {
        {"二、", "四、"}, {"", ""}, {"二 ", "四 "}, {"【二、", "【四、"}, {"★二、", "★四、"},
    };
    static const char *const templates[] = {TSV, BARS, HTML};
    for (size_t t = 0; t < 3; t++)
        for (size_t n = 0; n < sizeof numbers / sizeof numbers[0]; n++) {
            bool is_closed = strncmp(numbers[n][0], "【", 3) == 0;
            char first[200], second[200], text[4000];
            snprintf(first, sizeof first, "%s主动公开政府信息情况%s", numbers[n][0],
                     is_closed ? "】" : "");
            snprintf(second, sizeof second, "%s政府信息公开行政复议、行政诉讼情况%s", numbers[n][1],
                     is_closed ? "】" : "");
/* The templates above are the formats. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
            snprintf(text, sizeof text, templates[t], first, second);
#pragma GCC diagnostic pop
            reading r;
            read_view(&r, nb_view_of(text), t == 2 ? NB_SOURCE_HTML : NB_SOURCE_TEXT);
            if (r.report->section_count != 5 || r.report->sections[2].heading == NB_VIEW_NONE ||
                r.report->sections[1].heading == NB_VIEW_NONE)
                print_error("%s\n", text);
            assert_parts(r.report);
            read_done(&r);
        }
}

/* 一、主动公开情况 without figures is a row of the form of 2014. */
static void groups_of_statistics_stay(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V("示例市虚构局2016年政府信息公开工作年度报告\n一、概述\n有序。\n"
                   "统计指标\t单位\t统计数\n一、主动公开情况\t\t\n"
                   "（一）主动公开政府信息数\t条\t3\n其中：主动公开规范性文件数\t条\t1\n"
                   "三、依申请公开情况\t\t\n（一）收到申请数\t件\t2\n1.当面申请数\t件\t2\n"),
              NB_SOURCE_TEXT);
    assert_int_equal(r.report->section_count, 1);
    assert_int_equal(r.report->table_count, 1);
    assert_int_equal(r.report->tables[0].key, NB_TABLE_STATISTICS);
    read_done(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_in_grids),
        cmocka_unit_test(groups_of_statistics_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
