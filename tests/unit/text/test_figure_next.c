#include "cmocka_nb.h"

#include <stdio.h>
#include <string.h>

#include "nb/text/figure.h"

/*
 * One line for each figure: the digits as printed = value, unit, and letters for what is known:
 * % percent, ~ approximate, s signed, g grouped, w full-width, m magnitude, ! unreadable.
 */
static nb_view describe(nb_arena *arena, const char *literal)
{
    nb_view text = nb_view_of(literal);
    nb_view all = {0};
    nb_figure f;
    uint32_t at = 0;
    while (nb_figure_next(text, &at, &f)) {
        char value[32];
        uint32_t len = nb_figure_format(f.micro, 0, value);
        assert_true(f.whole.start <= f.digits.start && f.digits.start < f.digits.end);
        assert_true(f.digits.end <= f.whole.end && f.whole.end <= at);
        nb_view digits = nb_view_sub(text, f.digits.start, f.digits.end);
        all = nb_arena_printf(arena, "%.*s%s%.*s=%.*s%.*s%s%s%s%s%s%s%s", NB_ARG(all),
                              all.len ? "|" : "", NB_ARG(digits), (int)len, value, NB_ARG(f.unit),
                              f.is_percent ? "%" : "", f.is_approximate ? "~" : "",
                              f.is_signed ? "s" : "", f.is_grouped ? "g" : "",
                              f.is_fullwidth ? "w" : "", f.has_magnitude ? "m" : "",
                              f.state == NB_FIGURE_VALUE ? "" : "!");
    }
    assert_int_equal(at, text.len);
    return all;
}

typedef struct row {
    const char *text;
    const char *figures;
} row;

static void check_rows(const row *rows, size_t count)
{
    nb_arena *arena = nb_arena_new();
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        nb_view got = describe(arena, rows[i].text);
        if (nb_view_eq(got, nb_view_of(rows[i].figures)))
            continue;
        print_error("%s\n  got    %.*s\n  wanted %s\n", rows[i].text, NB_ARG(got), rows[i].figures);
        wrong++;
    }
    nb_arena_free(arena);
    assert_int_equal(wrong, 0);
}

#define CHECK_ROWS(rows) check_rows(rows, sizeof rows / sizeof *rows)

static void figures_with_units(void **state)
{
    (void)state;
    static const row rows[] = {
        {"", ""},
        {"全年没有收到申请。", ""},
        {"公开信息3条。", "3=3条"},
        {"共12件，其中网上5件、当面7件", "12=12件|5=5件|7=7件"},
        {"累计办理2764.2万宗", "2764.2=27642000宗m"},
        {"合计258.5亿元", "258.5=25850000000元m"},
        {"支出1.5万元", "1.5=15000元m"},
        {"受理1,234件", "1,234=1234件g"},
        {"受理１２件", "１２=12件w"},
        {"受理１，２３４件", "１，２３４=1234件gw!"},
        {"共计5 件", "5=5件"},
        {"共收到\xC2\xA0"
         "8　件",
         "8=8件"},
        {"培训120人次", "120=120人次"},
        {"1个乡、5个街道、20家部门", "1=1个|5=5个|20=20家"},
        {"24小时内答复，15个工作日办结", "24=24小时|15=15个工作日"},
        {"较上年提高2.3个百分点", "2.3=2.3个百分点s"},
        {"主动公开8", "8=8"},
        {"3项规章", "3=3项"},
        {"依照12条例外", "12=12"},
        {"发放5册、6张、7幅、8字、9页", "5=5册|6=6张|7=7幅|8=8字|9=9页"},
        {"热线电话11通", "11=11通"},
        {"受理5处理3", "5=5|3=3"},
        {"分别为3、5、8件", "3=3|5=5|8=8件"},
    };
    CHECK_ROWS(rows);
}

static void percent_approximate_and_signed(void **state)
{
    (void)state;
    static const row rows[] = {
        {"占33.9%，", "33.9=33.9%"},
        {"占１２．５％", "１２．５=12.5%w"},
        {"占百分之三十三点九五", "三十三点九五=33.95%"},
        {"占百分之20", "20=20%"},
        {"发布100余条", "100=100条~"},
        {"答复68余条", "68=68条~"},
        {"浏览2.7万余次", "2.7=27000次~m"},
        {"浏览100多万次", "100=1000000次~m"},
        {"回复100+条", "100=100条~"},
        {"约30件", "30=30件~"},
        {"超过30件", "30=30件~"},
        {"30件以上", "30=30件~"},
        {"30件左右", "30=30件~"},
        {"不足 30 件", "30=30件~"},
        {"比上年增加5件", "5=5件s"},
        {"比上年减少了5件", "5=-5件s"},
        {"同比增长约12%", "12=12%~s"},
        {"全年新增5件", "5=5件"},
        {"网上5件", "5=5件"},
        {"总数5件", "5=5件"},
    };
    CHECK_ROWS(rows);
}

static void numerals_before_measure_words(void **state)
{
    (void)state;
    static const row rows[] = {
        {"受理十二件", "十二=12件"},
        {"召开两次会议", "两=2次"},
        {"发布一百零三条", "一百零三=103条"},
        {"由六个部分组成", "六=6个"},
        {"由八部分组成", "八=8部分"},
        {"支出三万元", "三万=30000元m"},
        {"数十件", "十=10件~"},
        {"二十余件", "二十=20件~"},
        {"三四件", ""},
        {"第十二件", ""},
        {"一是加强领导，二是健全制度", ""},
        {"百姓关心的万元", ""},
        {"“四个意识”", ""},
        {"危及“三安全一稳定”", ""},
        {"统一项目、逐一件", ""},
        {"与群众一起、一部分、一次性、一件事、一条龙", ""},
        {"二期工程、二次", ""},
        {"二〇二一年、二○二一年度", ""},
        {"十二月三十一日", ""},
        {"最多跑一次", ""},
        {"十九大、十四五、三公经费、一级栏目", ""},
        {"第二十条第（一）项", ""},
        {"十百件", ""},
    };
    CHECK_ROWS(rows);
}

static void digits_that_count_nothing(void **state)
{
    (void)state;
    static const row rows[] = {
        {"2020年1月1日至12月31日", ""},
        {"2020 年度共 5 件", "5=5件"},
        {"2020.1.1—2020.12.31", ""},
        {"2020-01-01 08:30:15", ""},
        {"2013-2017年，累计58条", "58=58条"},
        {"2014—2017年", ""},
        {"2014～2017年", ""},
        {"10至15件", ""},
        {"国办发〔2021〕30号", ""},
        {"（国办函〔2020〕109号）", ""},
        {"【2019】60号", ""},
        {"〔202130号", ""},
        {"国务院令第711号", ""},
        {"第1季度、第 19 条", ""},
        {"1季度公开5条", "5=5条"},
        {"电话：0434-3273010", ""},
        {"联系电话:3273010，邮编：136000", ""},
        {"邮编136000", ""},
        {"12345热线办理6件", "6=6件"},
        {"12345政务服务", ""},
        {"http://www.example.gov.cn/6/2022.html，共5条", "5=5条"},
        {"a12@example.com", ""},
        {"5G、H5、4K、App2.0", ""},
        {"—2—\n- 6 -", ""},
        {"1.主动公开", ""},
        {"  2、依申请公开", ""},
        {"完成。3.创新公开5条", "5=5条"},
        {"(15)推进", ""},
        {"（15）推进", ""},
        {"1）推进", ""},
        {"7×24小时", ""},
        {"1 主动公开", ""},
        {"1.2024年公开3件", "3=3件"},
        {"公开12，345件", "12，345=12345件g!"},
        {"公开1,23,4件", "1,23,4=1234件g!"},
        {"000行政规范性文件", ""},
        {"①②½Ⅳ², 5件", "5=5件"},
        {"第5", ""},
        {"主要做法1.加强领导", ""},
        {"方面1、明确职责", ""},
        {"目录（2025版）、2版", "2=2版"},
        {"开展110宣传日活动", ""},
        {"中共中央14届", "14=14"},
        {"98765432109876件", "98765432109876=987654321098件!"},
    };
    CHECK_ROWS(rows);
}

static void spans_cover_what_was_read(void **state)
{
    (void)state;
    nb_view text = NB_V("同比减少约2.7万余 件。");
    uint32_t at = 0;
    nb_figure f;
    assert_true(nb_figure_next(text, &at, &f));
    assert_view(nb_view_sub(text, f.digits.start, f.digits.end), "2.7");
    assert_view(nb_view_sub(text, f.whole.start, f.whole.end), "减少约2.7万余 件");
    assert_view(f.unit, "件");
    assert_int_equal(f.step_micro, INT64_C(1000) * NB_FIGURE_ONE);
    assert_int_equal(f.micro, INT64_C(-27000) * NB_FIGURE_ONE);
    assert_int_equal(at, f.whole.end);
    assert_false(nb_figure_next(text, &at, &f));
    assert_int_equal(at, text.len);
}

static void broken_bytes_do_no_harm(void **state)
{
    (void)state;
    nb_view whole =
        NB_V("同比减少约１2.7万余 件，百分之三十点一，约一百二十件；第２0条〔2021〕3号");
    for (uint32_t start = 0; start < whole.len; start++) {
        for (uint32_t end = start; end <= whole.len; end++) {
            nb_view v = nb_view_sub(whole, start, end);
            uint32_t at = 0;
            uint32_t before = 0;
            nb_figure f;
            while (nb_figure_next(v, &at, &f)) {
                assert_true(at > before && f.whole.end <= v.len);
                before = at;
            }
            assert_int_equal(at, v.len);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_with_units),
        cmocka_unit_test(percent_approximate_and_signed),
        cmocka_unit_test(numerals_before_measure_words),
        cmocka_unit_test(digits_that_count_nothing),
        cmocka_unit_test(spans_cover_what_was_read),
        cmocka_unit_test(broken_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
