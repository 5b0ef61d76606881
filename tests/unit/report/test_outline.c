#include "reading.h"

static void check(const char *text, const char *outline, const char *sections)
{
    reading *r = reading_of(text);
    if (strcmp(reading_outline(r), outline) != 0)
        print_error("%s\n", text);
    assert_string_equal(reading_outline(r), outline);
    assert_string_equal(reading_sections(r), sections);
    reading_end(r);
}

static void plain_headings(void **state)
{
    (void)state;
    check("一、总体情况\n（一）主动公开\n按要求公开。\n（二）依申请公开\n无。\n"
          "二、主动公开政府信息情况\n（一）数量\n三、收到和处理政府信息公开申请情况\n",
          "1.1 2.1 2.2 1.2 2.1 1.3", "overview disclosure requests");
    /* Leading blanks of all kinds, a heading that ends in a full stop, ． and blanks as signs. */
    check("\xc2\xa0\xe3\x80\x80一、总体情况\n\xe3\x80\x80\xe3\x80\x80"
          "二．主动公开政府信息情况。\n 三、 收到和处理政府信息公开申请情况\n",
          "1.1 1.2 1.3", "overview disclosure requests");
}

static void run_in_headings(void **state)
{
    (void)state;
    reading *r = reading_of("一、总体情况\n（一）主动公开方面。宣传条例，组织学习。\n"
                            "（二）依申请公开方面：依法答复。\n");
    assert_string_equal(reading_outline(r), "1.1 2.1 2.2");
    assert_view(r->report->headings[1].title, "主动公开方面");
    assert_true(r->report->headings[1].is_run_in);
    assert_view(r->report->headings[2].title, "依申请公开方面");
    assert_false(r->report->headings[0].is_run_in);
    assert_view(reading_at(r, r->report->headings[1].body), "。宣传条例，组织学习。\n");
    reading_end(r);
}

static void marked_headings(void **state)
{
    (void)state;
    check("# 某某局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n### "
          "（一）主动公开\n\n好。\n\n"
          "## 二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n",
          "1.1 2.1 1.2 1.3", "overview disclosure requests");
    check("# 某某局2023年政府信息公开工作年度报告\n\n## 总体情况\n\n### 主动公开\n\n好。\n\n"
          "## 主动公开政府信息情况\n\n## 收到和处理政府信息公开申请情况\n",
          "1.0 2.0 1.0 1.0", "overview disclosure requests");
    check("<h1>某某局2023年政府信息公开工作年度报告</h1>\n<h2>一、总体情况</h2>\n<p>好。</p>\n"
          "<p>（一）主动公开。按要求。</p><h2>二、主动公开政府信息情况</h2>\n",
          "1.1 2.1 1.2", "overview disclosure");
}

static void a_sibling_may_change_its_style(void **state)
{
    (void)state;
    check("一、总体情况\n（一）主动公开方面。好。\n2. 依申请公开方面。好。\n3. 平台建设方面。好。\n"
          "二、主动公开政府信息情况\n",
          "1.1 2.1 2.2 2.3 1.2", "overview disclosure");
    /* A list that began in mid-line goes on below its own heading. */
    check("一、总体情况\n（一）主动公开方面。做法有：1.抓培训，提升能力。\n2.抓检查，落实责任。\n"
          "（二）依申请公开方面。好。\n",
          "1.1 2.1 2.2", "overview");
}

static void lists_are_no_parts(void **state)
{
    (void)state;
    check("一、总体情况\n1、加强领导，成立工作专班，明确分工，压实责任，定期调度，形成合力，推动落"
          "实。\n"
          "2、加强培训，组织业务学习，提高工作人员的能力，规范各项流程，确保质量，按时完成。\n"
          "二、主动公开政府信息情况\n",
          "1.1 1.2", "overview disclosure");
    check("四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n"
          "一、存在问题\n不足。\n二、改进措施\n加强。\n六、其他需要报告的事项\n无。\n",
          "1.4 1.5 2.1 2.2 1.6", "review problems other");
}

static void gaps_and_repetitions_stay_visible(void **state)
{
    (void)state;
    check("一、总体情况\n三、主动公开政府信息情况\n四、收到和处理政府信息公开申请情况\n",
          "1.1 1.3 1.4", "overview disclosure requests");
    check("一、概述\n二、主动公开政府信息以及公开平台建设情况\n（二）政府信息公开平台建设情况\n",
          "1.1 1.2 2.2", "overview disclosure");
    check("一、总体情况\n二、主动公开政府信息情况\n二、收到和处理政府信息公开申请情况\n",
          "1.1 1.2 1.2", "overview disclosure requests");
}

static void one_line_pages(void **state)
{
    (void)state;
    check("某某局2021年政府信息公开工作年度报告 "
          "本报告根据条例编制，所列数据的统计期限自2021年1月1日起至"
          "2021年12月31日止。电话：0591-"
          "23165370。一、总体情况2021年，我局认真落实。（一）主动公开方面"
          "按照要求公开信息，及时回应关切，全年公开八条。（二）依申请公开方面。没有收到申请。二、主"
          "动公开"
          "政府信息情况共计八条。三、收到和处理政府信息公开申请情况未收到。四、政府信息公开行政复议"
          "、行政诉讼"
          "情况无。五、存在的主要问题及改进情况2021年仍有不足，将加强学习。六、其他需要报告的事项无"
          "。\n",
          "1.1 2.1 2.2 1.2 1.3 1.4 1.5 1.6", "overview disclosure requests review problems other");
}

static void numbers_in_a_declared_list_are_none(void **state)
{
    (void)state;
    check("某某局2021年政府信息公开工作年度报告\n本报告由一、总体情况；二、主动公开政府信息情况；三"
          "、收到和处理"
          "政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情"
          "况；六、其他需要"
          "报告的事项共六个部分组成。\n一、总体情况\n好。\n二、主动公开政府信息情况\n好。\n",
          "1.1 1.2", "overview disclosure");
}

static void the_declared_list_is_aligned(void **state)
{
    (void)state;
    reading *r = reading_of("某某局2017年政府信息公开工作年度报告\n本报告由概述、主动公开政府信息情"
                            "况、依申请公开情况、因政府信息公开"
                            "申请行政复议、提起行政诉讼的情况、存在的主要问题及改进措施、等六个部分"
                            "组成。\n一、概述\n好。\n二、主动公开"
                            "政府信息情况\n好。\n三、依申请公开政府信息情况\n无。\n四、因政府信息公"
                            "开申请行政复议、提起行政诉讼的情况\n"
                            "无。\n五、存在的主要问题及改进措施\n有。\n");
    const nb_declaration *d = &r->report->declaration;
    assert_true(d->is_present);
    assert_int_equal(d->count, 6);
    assert_view(reading_at(r, d->count_span), "六");
    assert_int_equal(d->part_count, 5);
    for (uint32_t i = 0; i < 5; i++)
        assert_int_equal(r->report->headings[d->parts[i].heading].number, i + 1);
    assert_true(d->parts_certain);
    reading_end(r);
}

static void quoted_lists(void **state)
{
    (void)state;
    reading *r = reading_of("报告内容包括“总体情况”“主动公开政府信息情况”“ "
                            "政府信息公开行政复议、行政诉讼情况”三个部分。\n"
                            "一、总体情况\n好。\n二、主动公开政府信息情况\n好。\n三、政府信息公开行"
                            "政复议、行政诉讼情况\n无。\n");
    assert_int_equal(r->report->declaration.part_count, 3);
    assert_int_equal(r->report->declaration.count, 3);
    assert_true(r->report->declaration.parts_certain);
    assert_int_equal(r->report->declaration.parts[2].heading, 2);
    reading_end(r);
}

static void sign_offs(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *body;
        int year, month, day;
    } CASES[] = {
        {"一、总体情况\n好。\n六、其他需要报告的事项\n无。\n\n某某市示例局\n2024年1月18日\n",
         "某某市示例局", 2024, 1, 18},
        {"一、总体情况\n好。\n六、其他需要报告的事项\n无。某某市示例局2024年1月18日\n",
         "某某市示例局", 2024, 1, 18},
        {"某某市示例局2017年政府信息公开工作年度报告\n（2018年1月17日）\n一、概述\n好。\n", "",
         2018, 1, 17},
        {"一、概述\n好。\n示例街道办事处\n二〇一八年一月二十日\n", "示例街道办事处", 2018, 1, 20},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        reading *r = reading_of(CASES[i].text);
        const nb_sign_off *s = &r->report->sign_off;
        assert_true(s->has_date);
        assert_int_equal(s->date.year, CASES[i].year);
        assert_int_equal(s->date.month, CASES[i].month);
        assert_int_equal(s->date.day, CASES[i].day);
        assert_view(s->body, CASES[i].body);
        reading_end(r);
    }
}

static void no_sign_off(void **state)
{
    (void)state;
    reading *r = reading_of("一、概述\n好。\n六、其他需要报告的事项\n2020年3月1日召开了会议。\n");
    assert_false(r->report->sign_off.has_date);
    assert_false(r->report->sign_off.has_body);
    reading_end(r);
}

static void sentences_know_where_they_stand(void **state)
{
    (void)state;
    reading *r = reading_of("前言一句。\n一、总体情况\n（一）主动公开方面。甲句。乙句！\n二、主动公"
                            "开政府信息情况\n丙句");
    static const struct {
        const char *text;
        nb_section_key section;
        bool is_heading;
    } WANTED[] = {
        {"前言一句。", NB_SECTION_NONE, false},
        {"一、总体情况", NB_SECTION_OVERVIEW, true},
        {"（一）主动公开方面。", NB_SECTION_OVERVIEW, true},
        {"甲句。", NB_SECTION_OVERVIEW, false},
        {"乙句！", NB_SECTION_OVERVIEW, false},
        {"二、主动公开政府信息情况", NB_SECTION_DISCLOSURE, true},
        {"丙句", NB_SECTION_DISCLOSURE, false},
    };
    assert_int_equal(r->report->sentence_count, 7);
    for (uint32_t i = 0; i < 7; i++) {
        const nb_sentence *s = &r->report->sentences[i];
        assert_view(s->text.text, WANTED[i].text);
        assert_int_equal(s->section, WANTED[i].section);
        assert_int_equal(s->is_heading, WANTED[i].is_heading);
    }
    reading_end(r);
}

static void several_reports_in_one_document(void **state)
{
    (void)state;
    static const char ONE[] =
        "某某局%d年政府信息公开工作年度报告\n统计期限自%"
        "d年1月1日起至12月31日止。\n一、总体情况\n好。\n"
        "二、主动公开政府信息情况\n好。\n三、收到和处理政府信息公开申请情况\n无。\n"
        "四、政府信息公开行政复议、行政诉讼情况\n无。\n";
    char text[4000];
    int len = snprintf(text, sizeof text, ONE, 2021, 2021);
    snprintf(text + len, sizeof text - (size_t)len, ONE, 2022, 2022);
    reading *r = reading_of(text);
    assert_int_equal(r->list.count, 2);
    assert_int_equal(r->list.items[0]->year, 2021);
    assert_int_equal(r->list.items[1]->year, 2022);
    assert_int_equal(r->list.items[0]->extent.end <= r->list.items[1]->extent.start, 1);
    assert_int_equal(r->list.items[0]->section_count, 4);
    assert_int_equal(r->list.items[1]->section_count, 4);
    reading_end(r);
}

/* What decorates a heading, and what is lost between its number and its title. */
static void decorated_headings(void **state)
{
    (void)state;
    check("【一、总体情况】\n好。\n【二、主动公开政府信息情况】\n", "1.1 1.2",
          "overview disclosure");
    check("“一、总体情况”\n好。\n“二、主动公开政府信息情况”\n", "1.1 1.2", "overview disclosure");
    check("★一、总体情况\n好。\n★二、主动公开政府信息情况\n", "1.1 1.2", "overview disclosure");
    check("一 总体情况\n好。\n二 主动公开政府信息情况\n", "1.1 1.2", "overview disclosure");
    check("# 某某局2023年政府信息公开工作年度报告\n\n## 一、总体情况 {#a}\n\n好。\n\n"
          "## 二、主动公开政府信息情况 {#b .c}\n",
          "1.1 1.2", "overview disclosure");
}

/* Parts of 总体情况 that are numbered in the style of the parts. */
static void one_style_on_two_levels(void **state)
{
    (void)state;
    check("一、总体情况\n一、主动公开。八条。\n二、依申请公开。无。\n三、平台建设。好。\n"
          "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
          "1.1 2.1 2.2 2.3 1.2 1.3", "overview disclosure requests");
    check("（一）总体情况\n（一）主动公开。八条。\n（二）依申请公开。无。\n（三）平台建设。好。\n"
          "（二）主动公开政府信息情况\n（三）收到和处理政府信息公开申请情况\n"
          "（四）政府信息公开行政复议、行政诉讼情况\n（五）存在的主要问题及改进情况\n",
          "1.1 2.1 2.2 2.3 1.2 1.3 1.4 1.5", "overview disclosure requests review problems");
}

static void a_lost_heading(void **state)
{
    (void)state;
    check("某某局2021年政府信息公开工作年度报告\n（一）主动公开\n好。\n（二）依申请公开\n好。\n"
          "二、主动公开政府信息情况\n好。\n",
          "2.1 2.2 1.2", "overview disclosure");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_headings),
        cmocka_unit_test(run_in_headings),
        cmocka_unit_test(marked_headings),
        cmocka_unit_test(a_sibling_may_change_its_style),
        cmocka_unit_test(lists_are_no_parts),
        cmocka_unit_test(gaps_and_repetitions_stay_visible),
        cmocka_unit_test(one_line_pages),
        cmocka_unit_test(numbers_in_a_declared_list_are_none),
        cmocka_unit_test(the_declared_list_is_aligned),
        cmocka_unit_test(quoted_lists),
        cmocka_unit_test(sign_offs),
        cmocka_unit_test(no_sign_off),
        cmocka_unit_test(sentences_know_where_they_stand),
        cmocka_unit_test(several_reports_in_one_document),
        cmocka_unit_test(decorated_headings),
        cmocka_unit_test(one_style_on_two_levels),
        cmocka_unit_test(a_lost_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
