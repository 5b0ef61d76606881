#include "reading.h"

/* Every wording of the statistics period that was met, and what must not be taken for one. */

typedef struct wording {
    const char *text;
    int from[3];
    int to[3];
    bool end_year_printed;
} wording;

#define YEAR_2020                                                                                  \
    {2020, 1, 1},                                                                                  \
    {                                                                                              \
        2020, 12, 31                                                                               \
    }

static const wording WORDINGS[] = {
    {"本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。", YEAR_2020, true},
    {"本报告所列数据的统计时限自2020年1月1日至2020年12月31日。", YEAR_2020, true},
    {"所使用数据统计期限自2020年1月1日起至12月31日止，电子版可下载。", YEAR_2020, false},
    {"统计期限为2020年1月1日至12月31日。", YEAR_2020, false},
    {"统计期限为2020年1月1日至2020年12月31日。", YEAR_2020, true},
    {"统计期限从2020年1月1日到12月31日止。", YEAR_2020, false},
    {"统计期限从2020年1月1日起至2020年12月31日止。", YEAR_2020, true},
    {"统计期限，自2020年1月1日起至2020年12月31日止。", YEAR_2020, true},
    {"数据的统计期限自2020年1月1日起，至2020年12月31日止。", YEAR_2020, true},
    {"统计时间为2020年1月1日—12月31日。", YEAR_2020, false},
    {"统计时间为2020年1月1日-12月31日。", YEAR_2020, false},
    {"统计时间为2020年1月1日~12月31日。", YEAR_2020, false},
    {"统计时间为2020年1月1日——12月31日。", YEAR_2020, false},
    {"统计时限为2020年1月1日起至2020年12月31日止。", YEAR_2020, true},
    {"统计期限为2020年1月1日至2020年12月31日止。", YEAR_2020, true},
    {"统计期为2020年1月1日至2020年12月31日。", YEAR_2020, true},
    {"本报告统计数据从2020年1月1日至2020年12月31日止。", YEAR_2020, true},
    {"本报告统计数据时间段：2020年1月1日至2020年12月31日。", YEAR_2020, true},
    {"本报告所列数据为2020年1月1日至2020年12月31日。", YEAR_2020, true},
    {"本报告内容涵盖2020年1月1日至12月31日期间的政府信息公开工作。", YEAR_2020, false},
    {"统计期限自2020年1月1日起到2020年12月31日止。", YEAR_2020, true},
    {"（本报告所列数据统计期限自2020年1月1日起至2020年12月31日止）", YEAR_2020, true},
    {"除特别说明的外，所列数据统计时限为2020年1月1日至12月31日。", YEAR_2020, false},
    {"所列统计数据的期限自2020年1月1日至2020年12月31日止。", YEAR_2020, true},
    {"各项数据核定时间为2020年1月1日至2020年12月31日。", YEAR_2020, true},
    {"统计期限自２０２０年１月１日起至２０２０年１２月３１日止。", YEAR_2020, true},
    {"统计期限自二〇二〇年一月一日起至二〇二〇年十二月三十一日止。", YEAR_2020, true},
    {"统计期限自二○二○年一月一日起至十二月三十一日止。", YEAR_2020, false},
    {"统计期限自二零二零年一月一日起至二零二零年十二月三十一日止。", YEAR_2020, true},
    {"统计区间：2020.1.1—2020.12.31。", YEAR_2020, true},
    {"统计周期为2020-01-01至2020-12-31。", YEAR_2020, true},
    {"统计周期为2020/1/1-2020/12/31。", YEAR_2020, true},
    {"统计期限自2020 年 1 月 1 日起至 2020 年 12 月 31 日止。", YEAR_2020, true},
    {"统计期限自2020年元月1日起至2020年12月31日止。", YEAR_2020, true},
    {"统计期限自2020年1月1日始，至2020年12月31日止。", YEAR_2020, true},
    {"统计期限自2020年1月1日起至同年12月31日止。", YEAR_2020, false},
    {"统计期限为2020年1-12月。", {2020, 1, 0}, {2020, 12, 0}, false},
    {"统计期限自2020年2月1日起至2020年11月30日止。", {2020, 2, 1}, {2020, 11, 30}, true},
    {"统计期限为2020年1月至12月。", {2020, 1, 0}, {2020, 12, 0}, false},
    {"统计期限自2019年1月1日起至2020年12月31日止。", {2019, 1, 1}, {2020, 12, 31}, true},
    {"统计期限自2020年1月1日起至202020年12月31日止。", {2020, 1, 1}, {202020, 12, 31}, true},
    {"统计期限自2020年1月1日起至2020年13月31日止。", {2020, 1, 1}, {2020, 13, 31}, true},
    {"统计期限自2020年2月30日起至2020年12月31日止。", {2020, 2, 30}, {2020, 12, 31}, true},
};

static reading *report_with(const char *sentence)
{
    char text[2000];
    snprintf(text, sizeof text,
             "某某市示例局政府信息公开工作年度报告\n本报告根据条例编制。%s如有疑问，请联系。\n"
             "一、总体情况\n工作有序。\n",
             sentence);
    return reading_of(text);
}

static void wordings_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof WORDINGS / sizeof WORDINGS[0]; i++) {
        const wording *w = &WORDINGS[i];
        reading *r = report_with(w->text);
        if (r->report->period_count != 1)
            print_error("%s\n", w->text);
        assert_int_equal(r->report->period_count, 1);
        const nb_period *p = &r->report->periods[0];
        assert_int_equal(p->state, NB_PERIOD_READ);
        int got[6] = {p->start.year, p->start.month, p->start.day,
                      p->end.year,   p->end.month,   p->end.day};
        for (int k = 0; k < 6; k++) {
            int wanted = k < 3 ? w->from[k] : w->to[k - 3];
            if (got[k] != wanted)
                print_error("%s\n", w->text);
            assert_int_equal(got[k], wanted);
        }
        assert_int_equal(p->end_year_printed, w->end_year_printed);
        reading_end(r);
    }
}

static void impossible_dates_are_kept_as_such(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool start, end;
    } CASES[] = {
        {"统计期限自2020年1月1日起至202020年12月31日止。", true, false},
        {"统计期限自2020年1月1日起至2020年13月31日止。", true, false},
        {"统计期限自2020年2月30日起至2020年12月31日止。", false, true},
        {"统计期限自2021年2月29日起至2021年12月31日止。", false, true},
        {"统计期限自2020年2月29日起至2020年12月32日止。", true, false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        reading *r = report_with(CASES[i].text);
        assert_int_equal(r->report->period_count, 1);
        assert_int_equal(r->report->periods[0].start.is_possible, CASES[i].start);
        assert_int_equal(r->report->periods[0].end.is_possible, CASES[i].end);
        reading_end(r);
    }
}

static void digits_run_together_are_unreadable(void **state)
{
    (void)state;
    static const char *const CASES[] = {
        "本报告统计期限自202511日起,至20251231日止。",
        "本报告统计期限自20231月1日至202312月31日止。",
        "本报告统计期限自2023年11日至2023年1231日止。",
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        reading *r = report_with(CASES[i]);
        if (r->report->period_count != 1)
            print_error("%s\n", CASES[i]);
        assert_int_equal(r->report->period_count, 1);
        assert_int_equal(r->report->periods[0].state, NB_PERIOD_UNREADABLE);
        reading_end(r);
    }
}

static void other_dates_are_no_period(void **state)
{
    (void)state;
    static const char *const CASES[] = {
        "2013-2017年，累计公开政府信息58条。",
        "2013年至2017年，累计统计公开信息58条。",
        "截至2020年12月31日，累计发布信息58条。",
        "截止2020年底，数据共58条。",
        "根据2020年1月15日印发的通知，数据由各科室提供。",
        "网址http://www.example.gov.cn/year/6/2022.html，数据可下载。",
        "2020年3月1日至2020年4月30日开展了专项检查。",
        "数据见国办公开办函〔2021〕30号。",
        "电话：0430-2020123，邮编：136000，统计数据可查询。",
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        reading *r = report_with(CASES[i]);
        if (r->report->period_count)
            print_error("%s\n", CASES[i]);
        assert_int_equal(r->report->period_count, 0);
        reading_end(r);
    }
}

static void spans_cover_the_statement(void **state)
{
    (void)state;
    reading *r = report_with("所列数据的统计期限自2020年1月1日起至12月31日止。");
    const nb_period *p = &r->report->periods[0];
    assert_view(reading_at(r, p->dates), "2020年1月1日起至12月31日");
    assert_view(reading_at(r, p->start.span), "2020年1月1日");
    assert_view(reading_at(r, p->end.span), "12月31日");
    assert_int_equal(r->report->year, 2020);
    assert_int_equal(r->report->year_source, NB_YEAR_PERIOD);
    reading_end(r);
}

static void several_statements_are_kept(void **state)
{
    (void)state;
    reading *r = report_with("统计期限自2020年1月1日起至12月31日止。"
                             "所列数据的统计期限自2019年1月1日起至12月31日止。");
    assert_int_equal(r->report->period_count, 2);
    reading_end(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wordings_are_read),
        cmocka_unit_test(impossible_dates_are_kept_as_such),
        cmocka_unit_test(digits_run_together_are_unreadable),
        cmocka_unit_test(other_dates_are_no_period),
        cmocka_unit_test(spans_cover_the_statement),
        cmocka_unit_test(several_statements_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
