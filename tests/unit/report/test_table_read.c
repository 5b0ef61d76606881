#include <string.h>

#include "read_text.h"

/* How figures come to their cells, and when they do not. */

#define TITLE "示例市虚构局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
#define HEADER                                                                                                                            \
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t" \
    "\t\t\n"                                                                                                                              \
    "\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n"                                                                            \
    "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n"

static const nb_table *table_of(const reading *r, nb_table_key key)
{
    for (uint32_t i = 0; i < r->report->table_count; i++)
        if (r->report->tables[i].key == key)
            return &r->report->tables[i];
    return NULL;
}

static const nb_row *row_of(const nb_table *table, const char *key)
{
    for (uint32_t b = 0; b < table->block_count; b++) {
        uint32_t row = nb_form_row_index(table->blocks[b].form, key);
        if (row != NB_VIEW_NONE)
            return &table->blocks[b].rows[row];
    }
    return NULL;
}

static void assert_values(const nb_row *row, const int *values, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(row->cells[i].state, NB_CELL_VALUE);
        assert_int_equal(row->cells[i].figure.micro, values[i] * NB_FIGURE_ONE);
    }
}

static void columns_of_a_spreadsheet(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V(TITLE HEADER "一、本年新收政府信息公开申请数量\t\t\t5\t1\t0\t \t0\t0\t6\n"
                                "二、上年结转政府信息公开申请数量\t\t\t/\t0\t0\t0\t0\t0\t0\n"
                                "三、本年度办理结果\t（一）予以公开\t\t2\t0\t0\t0\t0\t0\t2\n"
                                "\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1\n"
                                "\t（七）总计\t\t3\t0\t0\t0\t0\t0\t3\n"),
              NB_SOURCE_TEXT);
    const nb_table *table = table_of(&r, NB_TABLE_REQUESTS);
    assert_non_null(table);
    const nb_row *row = row_of(table, "received_new");
    assert_true(row->is_present);
    assert_int_equal(row->cells[0].figure.micro, 5 * NB_FIGURE_ONE);
    assert_int_equal(row->cells[3].state, NB_CELL_BLANK);
    assert_int_equal(row_of(table, "carried_in")->cells[0].state, NB_CELL_BLANK);
    assert_values(row_of(table, "refused_state_secret"), (int[]){1, 0, 0, 0, 0, 0, 1}, 7);
    assert_values(row_of(table, "total"), (int[]){3, 0, 0, 0, 0, 0, 3}, 7);
    assert_false(row_of(table, "partial")->is_present);
    assert_null(nb_table_cell(table, "partial", "total"));
    assert_true(table->is_assigned);
    const nb_cell *cell = nb_table_cell(table, "received_new", "total");
    assert_view(nb_view_sub(r.text, cell->span.start, cell->span.end), "6");
    const nb_span *headers = table->blocks[0].header_spans;
    assert_view(nb_view_sub(r.text, headers[6].start, headers[6].end), "总计");
    assert_view(nb_view_sub(r.text, headers[3].start, headers[3].end), "社会公益组织");
    read_done(&r);
}

/* Blanks are lost where cells are parted by blanks: seven figures or none. */
static void lost_blanks_leave_a_row_unassigned(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V(TITLE "申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 "
                         "法律服务机构 其他\n"
                         "一、本年新收政府信息公开申请数量 7 1 8\n"
                         "二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n"
                         "三、本年度办理结果 （一）予以公开 4 0 0 0 0 0 4\n"
                         "（七）总计 4 0 0 0 0 — 4\n"),
              NB_SOURCE_TEXT);
    const nb_table *table = table_of(&r, NB_TABLE_REQUESTS);
    assert_non_null(table);
    const nb_row *row = row_of(table, "received_new");
    assert_true(row->is_present);
    assert_int_equal(row->doubt, NB_ROW_COUNT);
    assert_int_equal(row->cells[0].state, NB_CELL_UNASSIGNED);
    assert_values(row_of(table, "carried_in"), (int[]){1, 0, 0, 0, 0, 0, 1}, 7);
    assert_int_equal(row_of(table, "total")->cells[5].state, NB_CELL_BLANK);
    assert_false(table->is_assigned);
    assert_string_equal(table->reason, "cell-count");
    read_done(&r);
}

static void glued_figures_are_not_guessed(void **state)
{
    (void)state;
    reading r;
    read_view(
        &r,
        NB_V("示例市虚构局2023年政府信息公开工作年度报告二、主动公开政府信息情况第二十条第（一）项"
             "信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件62334第二十条第（五"
             "）项"
             "信息内容本年处理决定数量行政许可2629三、收到和处理政府信息公开申请情况"),
        NB_SOURCE_TEXT);
    const nb_table *table = table_of(&r, NB_TABLE_DISCLOSURE);
    assert_non_null(table);
    assert_int_equal(table->dialect, NB_DIALECT_GLUED);
    assert_int_equal(row_of(table, "normative")->doubt, NB_ROW_GLUED);
    assert_int_equal(row_of(table, "normative")->cells[0].state, NB_CELL_UNASSIGNED);
    assert_string_equal(table->reason, "glued");
    read_done(&r);
}

static void misspelt_and_extra_rows(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V("# 示例市虚构局2023年政府信息公开工作年度报告\n\n"
                   "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"
                   "| 规章 | 0 | 0 | 0 |\n| 行政规范性文伴 | 2 | 1 | 9 |\n"
                   "| 其他主动公开文件 | 5 | 5 | 5 |\n"),
              NB_SOURCE_MARKDOWN);
    const nb_table *table = table_of(&r, NB_TABLE_DISCLOSURE);
    assert_non_null(table);
    assert_int_equal(table->form_id, NB_FORM_2021);
    assert_int_equal(row_of(table, "normative")->doubt, NB_ROW_MISSPELT);
    assert_values(row_of(table, "normative"), (int[]){2, 1, 9}, 3);
    assert_int_equal(table->extra_count, 1);
    assert_view(table->extras[0].label, "其他主动公开文件");
    assert_false(table->extras[0].is_column);
    read_done(&r);
}

static void an_extra_column_is_noted(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V("# 示例市虚构局2023年政府信息公开工作年度报告\n\n"
                   "| 信息内容 | 本年制发件数 | 其中：修订件数 | 本年废止件数 | 现行有效件数 |\n"
                   "|---|---|---|---|---|\n"
                   "| 规章 | 0 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 1 | 0 | 9 |\n"),
              NB_SOURCE_MARKDOWN);
    const nb_table *table = table_of(&r, NB_TABLE_DISCLOSURE);
    assert_non_null(table);
    assert_true(table->blocks[0].has_extra_columns);
    assert_values(row_of(table, "normative"), (int[]){2, 0, 9}, 3);
    assert_int_equal(table->extra_count, 1);
    assert_true(table->extras[0].is_column);
    read_done(&r);
}

/* One small table a group, columns without names: merged, if the count fits. */
static void small_tables_become_one(void **state)
{
    (void)state;
    reading r;
    read_view(
        &r,
        NB_V(
            "# 示例市虚构局2023年政府信息公开工作年度报告\n\n## "
            "三、收到和处理政府信息公开申请情况\n\n"
            "### 一、本年新收政府信息公开申请数量\n\n"
            "| 类别 | 甲 | 乙 | 丙 | 丁 | 戊 | 己 | 总计 |\n|---|---|---|---|---|---|---|---|\n"
            "| 本年新收政府信息公开申请数量 | 4 | 3 | 0 | 0 | 5 | 0 | 12 |\n\n"
            "### （六）其他处理\n\n"
            "| 类别 | 甲 | 乙 | 丙 | 丁 | 戊 | 己 | 总计 |\n|---|---|---|---|---|---|---|---|\n"
            "| 3.其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| （七）总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n\n"
            "## 四、政府信息公开行政复议、行政诉讼情况\n\n### 行政复议\n\n"
            "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n"
            "| 1 | 0 | 0 | 0 | 1 |\n\n### 行政诉讼（复议后起诉）\n\n"
            "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n"
            "| 2 | 3 | 0 | 0 | 5 |\n"),
        NB_SOURCE_MARKDOWN);
    const nb_table *table = table_of(&r, NB_TABLE_REQUESTS);
    assert_non_null(table);
    assert_values(row_of(table, "received_new"), (int[]){4, 3, 0, 0, 5, 0, 12}, 7);
    assert_values(row_of(table, "otherwise_other"), (int[]){1, 0, 0, 0, 0, 0, 1}, 7);
    assert_values(row_of(table, "total"), (int[]){1, 0, 0, 0, 0, 0, 1}, 7);
    const nb_table *review = table_of(&r, NB_TABLE_REVIEW);
    assert_non_null(review);
    assert_values(row_of(review, "cases"), (int[]){1, 0, 0, 0, 1}, 5);
    assert_int_equal(row_of(review, "cases")->cells[5].state, NB_CELL_ABSENT);
    assert_int_equal(nb_table_cell(review, "cases", "after_corrected")->figure.micro,
                     3 * NB_FIGURE_ONE);
    read_done(&r);
}

static void cells_with_words_and_units(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V("示例市虚构局2020年政府信息公开工作年度报告\n信息内容\t本年新制作数量\t本年新公"
                   "开数量\t对外公开总数量\n"
                   "规章\t0\t0\t0\n规范性文件\t22（其中修订16件）\t２２\t1,022\n"
                   "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t31\t减3\t约5件\n"
                   "其他对外管理服务事项\t21\t+19\t40\n信息内容\t采购项目数量\t采购总金额\n"
                   "政府集中采购\t3\t251000元\n"),
              NB_SOURCE_TEXT);
    const nb_table *table = table_of(&r, NB_TABLE_DISCLOSURE);
    assert_non_null(table);
    assert_int_equal(table->form_id, NB_FORM_2019);
    assert_values(row_of(table, "normative"), (int[]){22, 22, 1022}, 3);
    assert_int_equal(row_of(table, "licensing")->cells[1].figure.micro, -3 * NB_FIGURE_ONE);
    assert_int_equal(row_of(table, "other_services")->cells[1].figure.micro, 19 * NB_FIGURE_ONE);
    assert_int_equal(row_of(table, "procurement")->cells[1].figure.micro, 251000 * NB_FIGURE_ONE);
    assert_int_equal(nb_table_cell(table, "procurement", "projects")->state, NB_CELL_VALUE);
    read_done(&r);
}

/* A table of another kind is known as one, and left in peace. */
static void other_tables_are_left(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V("# 示例市虚构局2023年政府信息公开工作年度报告\n\n| 栏目 | 条数 | 总计 "
                   "|\n|---|---|---|\n"
                   "| 工作动态 | 3 | 3 |\n| 其他 | 4 | 4 |\n"),
              NB_SOURCE_MARKDOWN);
    assert_int_equal(r.report->table_count, 1);
    assert_int_equal(r.report->tables[0].key, NB_TABLE_OTHER);
    assert_null(r.report->tables[0].form);
    read_done(&r);
}

/* Labels in prose make no table. */
static void prose_is_no_table(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V("示例市虚构局2023年政府信息公开工作年度报告\n一、总体情况\n"
                   "予以公开1件，部分公开2件，不予公开3件，无法提供4件，不予处理5件，其他处理6件，"
                   "总计21件。"
                   "行政许可 12 件，行政处罚 3 件，行政强制 0 件。\n"),
              NB_SOURCE_TEXT);
    assert_int_equal(r.report->table_count, 0);
    assert_int_equal(r.report->table_areas.count, 0);
    read_done(&r);
}

#define TITLE2 "示例市虚构局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
#define REVIEW_TITLE                                                                               \
    "示例市虚构局2023年政府信息公开工作年度报告\n"                              \
    "四、政府信息公开行政复议、行政诉讼情况\n"
#define FIVE "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"

/* Merged cells that were dropped: the places of header cells say nothing, their order does. */
static void dropped_cells_of_the_header(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V(REVIEW_TITLE "行政复议 | 行政诉讼 |\n" FIVE
                                " 未经复议直接起诉 | 复议后起诉 |\n" FIVE " " FIVE "\n"
                                "1 | 2 | 3 | 4 | 10 | 5 | 0 | 0 | 1 | 6 | 7 | 0 | 0 | 0 | 7 |\n"),
              NB_SOURCE_TEXT);
    const nb_table *table = table_of(&r, NB_TABLE_REVIEW);
    assert_non_null(table);
    assert_values(&table->blocks[0].rows[0], (int[]){1, 2, 3, 4, 10, 5, 0, 0, 1, 6, 7, 0, 0, 0, 7},
                  15);
    read_done(&r);
}

/* Merged cells that a converter wrote into every row and column they span. */
static void repeated_cells_are_one(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V(TITLE
                   "| 项目 | 项目 | 项目 | 申请人情况 | 申请人情况 | 申请人情况 | 申请人情况 | "
                   "申请人情况 | 申请人情况 | 申请人情况 |\n"
                   "|---|---|---|---|---|---|---|---|---|---|\n"
                   "| 项目 | 项目 | 项目 | 自然人 | 法人或其他组织 | 法人或其他组织 | "
                   "法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 总计 |\n"
                   "| 项目 | 项目 | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | "
                   "法律服务机构 | 其他 | 总计 |\n"
                   "| 一、本年新收政府信息公开申请数量 | 一、本年新收政府信息公开申请数量 | "
                   "一、本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 0 | 0 | 6 |\n"
                   "| 三、本年度办理结果 | （一）予以公开 | （一）予以公开 | 2 | 0 | 0 | 0 | 0 "
                   "| 0 | 2 |\n"
                   "| 三、本年度办理结果 | （七）总计 | （七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 "
                   "|\n"),
              NB_SOURCE_MARKDOWN);
    const nb_table *table = table_of(&r, NB_TABLE_REQUESTS);
    assert_non_null(table);
    assert_int_equal(table->extra_count, 0);
    assert_values(row_of(table, "received_new"), (int[]){5, 1, 0, 0, 0, 0, 6}, 7);
    assert_values(row_of(table, "granted"), (int[]){2, 0, 0, 0, 0, 0, 2}, 7);
    assert_values(row_of(table, "total"), (int[]){3, 0, 0, 0, 0, 0, 3}, 7);
    read_done(&r);
}

/* Bars and cells on alternating lines, without fillers: rows begin at labels. */
static void cells_and_bars_that_alternate(void **state)
{
    (void)state;
    reading r;
    read_view(
        &r,
        NB_V("示例市虚构局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
             "第二十条第（一）项\n|\n信息内容\n|\n本年制发件数\n|\n本年废止件数\n|\n"
             "现行有效件数\n|\n规章\n|\n1\n|\n0\n|\n3\n|\n行政规范性文件\n|\n2\n|\n1\n|\n15\n|\n"
             "第二十条第（五）项\n|\n信息内容\n|\n本年处理决定数量\n|\n行政许可\n|\n120\n|\n"),
        NB_SOURCE_TEXT);
    const nb_table *table = table_of(&r, NB_TABLE_DISCLOSURE);
    assert_non_null(table);
    assert_true(table->is_assigned);
    assert_values(&table->blocks[0].rows[0], (int[]){1, 0, 3}, 3);
    assert_values(&table->blocks[0].rows[1], (int[]){2, 1, 15}, 3);
    assert_values(&table->blocks[1].rows[0], (int[]){120}, 1);
    read_done(&r);
}

/* Words in the place of figures: the row is there, and nothing is read. */
static void rows_of_words(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        TITLE2 "第二十条第（六）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政处罚\t见附件\t\t\n"
               "行政强制\t4\t\t\n",
        TITLE2 "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 12\n"
               "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 见附件\n行政强制 4\n",
    };
    for (size_t i = 0; i < 2; i++) {
        reading r;
        read_view(&r, nb_view_of(TEXTS[i]), NB_SOURCE_TEXT);
        const nb_table *table = table_of(&r, NB_TABLE_DISCLOSURE);
        assert_non_null(table);
        const nb_row *row = row_of(table, "penalties");
        assert_true(row->is_present);
        assert_int_not_equal(row->cells[0].state, NB_CELL_VALUE);
        assert_values(row_of(table, "coercion"), (int[]){4}, 1);
        read_done(&r);
    }
}

/* A misspelt label directly behind a header that ends in 其他. */
static void misspelt_behind_the_header(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V(TITLE "申请人情况\n自然人 法人或其他组织 总计\n"
                         "商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
                         "一、本年新收政府信息公开审请数量 5 1 0 0 0 0 6\n"
                         "二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n"
                         "三、本年度办理结果\n（一）予以公开 6 1 0 0 0 0 7\n"),
              NB_SOURCE_TEXT);
    const nb_table *table = table_of(&r, NB_TABLE_REQUESTS);
    assert_non_null(table);
    assert_false(row_of(table, "otherwise_other")->is_present);
    assert_values(row_of(table, "received_new"), (int[]){5, 1, 0, 0, 0, 0, 6}, 7);
    assert_int_equal(row_of(table, "received_new")->doubt, NB_ROW_MISSPELT);
    read_done(&r);
}

/* One label of table 四 misspelt: fifteen figures have fifteen places all the same. */
static void a_lost_label_of_the_review(void **state)
{
    (void)state;
    reading r;
    read_view(&r,
              NB_V(REVIEW_TITLE
                   "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
                   "结果维持\t结果斜正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t"
                   "\t复议后起诉\t\t\t\t\n\t\t\t\t\t结果维持\t结果纠正\t其他结果\t"
                   "尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
                   "1\t2\t3\t4\t10\t5\t0\t0\t1\t6\t7\t0\t0\t0\t7\n"),
              NB_SOURCE_TEXT);
    const nb_table *table = table_of(&r, NB_TABLE_REVIEW);
    assert_non_null(table);
    assert_values(&table->blocks[0].rows[0], (int[]){1, 2, 3, 4, 10, 5, 0, 0, 1, 6, 7, 0, 0, 0, 7},
                  15);
    read_done(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_of_a_spreadsheet),
        cmocka_unit_test(lost_blanks_leave_a_row_unassigned),
        cmocka_unit_test(glued_figures_are_not_guessed),
        cmocka_unit_test(misspelt_and_extra_rows),
        cmocka_unit_test(an_extra_column_is_noted),
        cmocka_unit_test(small_tables_become_one),
        cmocka_unit_test(cells_with_words_and_units),
        cmocka_unit_test(other_tables_are_left),
        cmocka_unit_test(prose_is_no_table),
        cmocka_unit_test(dropped_cells_of_the_header),
        cmocka_unit_test(repeated_cells_are_one),
        cmocka_unit_test(cells_and_bars_that_alternate),
        cmocka_unit_test(rows_of_words),
        cmocka_unit_test(misspelt_behind_the_header),
        cmocka_unit_test(a_lost_label_of_the_review),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
