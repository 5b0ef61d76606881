#include "report/reader.h"

#include "reading.h"

static nb_view folded(nb_arena *arena, const char *s)
{
    return nb_fold_view(arena, nb_view_of(s), NB_FOLD_TRADITIONAL);
}

static void parts_are_told_by_their_titles(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        int number;
        nb_section_key key;
    } CASES[] = {
        {"总体情况", 1, NB_SECTION_OVERVIEW},
        {"概述", 1, NB_SECTION_OVERVIEW},
        {"2020年政府信息公开工作总体情况", 1, NB_SECTION_OVERVIEW},
        {"示例局2025年政府信息公开总体情况", 1, NB_SECTION_OVERVIEW},
        {"本年度政府信息公开工作基本情况", 1, NB_SECTION_OVERVIEW},
        {"组织领导和制度建设情况", 1, NB_SECTION_OVERVIEW},
        {"主动公开政府信息情况", 2, NB_SECTION_DISCLOSURE},
        {"行政机关主动公开政府信息的情况", 2, NB_SECTION_DISCLOSURE},
        {"主动公开政府信息以及公开平台建设情况", 2, NB_SECTION_DISCLOSURE},
        {"收到和处理政府信息公开申请情况", 3, NB_SECTION_REQUESTS},
        {"依申请公开政府信息和不予公开政府信息的情况", 3, NB_SECTION_REQUESTS},
        {"政府信息公开申请接收与办理情况", 3, NB_SECTION_REQUESTS},
        {"政府信息公开的收费及减免情况", 4, NB_SECTION_FEES},
        {"依申请收费及减免情况", 4, NB_SECTION_FEES},
        {"政府信息公开行政复议、行政诉讼情况", 4, NB_SECTION_REVIEW},
        {"因政府信息公开申请投诉举报、行政复议、提起行政诉讼的情况", 4, NB_SECTION_REVIEW},
        {"复议、诉讼情况", 4, NB_SECTION_REVIEW},
        {"存在的主要问题及改进情况", 5, NB_SECTION_PROBLEMS},
        {"现存问题与改进举措", 5, NB_SECTION_PROBLEMS},
        {"存在问题及工作打算", 5, NB_SECTION_PROBLEMS},
        {"存在的主要问题和2018年重点工作安排", 7, NB_SECTION_PROBLEMS},
        {"其他需要报告的事项", 6, NB_SECTION_OTHER},
        {"其它需要报告事项", 6, NB_SECTION_OTHER},
        {"需要说明的事项与附表", 6, NB_SECTION_OTHER},
        {"其他工作情况", 6, NB_SECTION_OTHER},
        {"2017年度人大政协建议提案办理总体情况", 8, NB_SECTION_NONE},
        {"政务公开工作重点任务分工情况", 6, NB_SECTION_NONE},
        {"政府信息公开情况统计表", 7, NB_SECTION_NONE},
        {"机构设置、保障经费和培训会议情况", 7, NB_SECTION_NONE},
    };
    nb_arena *arena = nb_arena_new();
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        nb_section_key key = nb_title_key(folded(arena, CASES[i].title), CASES[i].number);
        if (key != CASES[i].key)
            print_error("%s: %s\n", CASES[i].title, nb_section_key_name(key));
        assert_int_equal(key, CASES[i].key);
    }
    nb_arena_free(arena);
}

static void wordings_are_official_or_not(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        int number;
        bool official, misspelt;
    } CASES[] = {
        {"总体情况", 1, true, false},
        {"主动公开政府信息情况", 2, true, false},
        {"主动公开政府信息的情况", 2, true, false},
        {"收到和处理政府信息公开申请的情况", 3, true, false},
        {"收到及处理政府信息公开申请情况", 3, true, false},
        {"政府信息公开行政复议和行政诉讼情况", 4, true, false},
        {"因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4, true, false},
        {"存在的主要问题及改进措施", 5, true, false},
        {"其它需要报告的事项", 6, true, false},
        {"府信息公开行政复议、行政诉讼情况", 4, false, true},
        {"主动公开政府信自情况", 2, false, true},
        {"收到和处里政府信息公开申请情况", 3, false, true},
        {"其他需耍报告的事项", 6, false, true},
        {"政府信息公开行政复议,行政诉讼情况", 4, true, false},
        {"收到和处理政府信息公开情况", 3, false, false},
        {"总休情况", 1, false, true},
        {"依申请公开政府信息情况", 3, false, false},
        {"现存问题与改进举措", 5, false, false},
        {"主动公开政府信息详情", 2, false, false},
        {"整体情况", 1, false, false},
        {"具体情况", 1, false, false},
    };
    nb_arena *arena = nb_arena_new();
    const nb_form *form = nb_form_get(NB_FORM_2021);
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        nb_title_match m =
            nb_title_match_form(arena, folded(arena, CASES[i].title), CASES[i].number, form);
        if (m.is_official != CASES[i].official || m.is_misspelt != CASES[i].misspelt)
            print_error("%s: official %d, misspelt %d (%s)\n", CASES[i].title, m.is_official,
                        m.is_misspelt, m.intended ? m.intended : "");
        assert_int_equal(m.is_official, CASES[i].official);
        assert_int_equal(m.is_misspelt, CASES[i].misspelt);
    }
    nb_arena_free(arena);
}

static void titles_of_reports(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *title;
        const char *body;
        int year;
        nb_issuer_kind kind;
    } CASES[] = {
        {"某某市示例局2023年政府信息公开工作年度报告\n一、总体情况\n",
         "某某市示例局2023年政府信息公开工作年度报告", "某某市示例局", 2023, NB_ISSUER_DEPARTMENT},
        {"2023年虚构县人民政府政府信息公开工作年度报告\n一、总体情况\n",
         "2023年虚构县人民政府政府信息公开工作年度报告", "虚构县人民政府", 2023,
         NB_ISSUER_GOVERNMENT},
        {"示例镇人民政府\n2023年度政府信息公开工作年度报告\n一、总体情况\n",
         "示例镇人民政府\n2023年度政府信息公开工作年度报告", "示例镇人民政府", 2023,
         NB_ISSUER_TOWNSHIP},
        {"样例局2020年度政府\n\n信息公开工作年度报告\n\n（2021年1月7日）\n\n一、总体情况\n",
         "样例局2020年度政府\n\n信息公开工作年度报告", "样例局", 2020, NB_ISSUER_DEPARTMENT},
        {"# 假想区示范街道办事处 2023 年政府信息公开工作年度报告\n\n## 一、总体情况\n",
         "假想区示范街道办事处 2023 年政府信息公开工作年度报告", "假想区示范街道办事处", 2023,
         NB_ISSUER_TOWNSHIP},
        {"标题: 某某市2012年政府信息公开工作年度报告\n发布时间: 2013-02-25\n一、概述\n",
         "某某市2012年政府信息公开工作年度报告", "某某市", 2012, NB_ISSUER_GOVERNMENT},
        {"示例街道办事处政府信息公开工作年度报告\n一、总体情况\n",
         "示例街道办事处政府信息公开工作年度报告", "示例街道办事处", 0, NB_ISSUER_TOWNSHIP},
        {"样例局政府信息公开工作年度报告（2022年度）\n一、总体情况\n",
         "样例局政府信息公开工作年度报告", "样例局", 2022, NB_ISSUER_DEPARTMENT},
        {"样例局\n政府信息公开工作年度报告\n（2022年）\n一、总体情况\n",
         "样例局\n政府信息公开工作年度报告", "样例局", 2022, NB_ISSUER_DEPARTMENT},
        {"《样例局2022年政府信息公开工作年度报告》\n一、总体情况\n",
         "样例局2022年政府信息公开工作年度报告", "样例局", 2022, NB_ISSUER_DEPARTMENT},
        {"样例局2022年政府信息公开工作年度报告.docx\n一、总体情况\n",
         "样例局2022年政府信息公开工作年度报告", "样例局", 2022, NB_ISSUER_DEPARTMENT},
        {"样例局关于2022年度政府信息公开工作情况的报告\n一、总体情况\n",
         "样例局关于2022年度政府信息公开工作情况的报告", "样例局", 2022, NB_ISSUER_DEPARTMENT},
        {"二〇二〇年样例局政府信息公开工作报告\n一、总体情况\n",
         "二〇二〇年样例局政府信息公开工作报告", "样例局", 2020, NB_ISSUER_DEPARTMENT},
        {"首页 政务公开 某某县样例局2021年政府信息公开工作年度报告 来源：样例局 时间：2022-01-05 "
         "一、总体情况 2021年，我局认真落实各项要求，按照部署推进公开工作，成效较好，群众比较满意。"
         "二、主动公开政府信息情况 2021年公开信息八条。\n",
         "某某县样例局2021年政府信息公开工作年度报告", "某某县样例局", 2021, NB_ISSUER_DEPARTMENT},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        reading *r = reading_of(CASES[i].text);
        assert_true(r->report->title.is_present);
        assert_view(reading_at(r, r->report->title.span), CASES[i].title);
        assert_view(r->report->title.body, CASES[i].body);
        assert_int_equal(r->report->title.year, CASES[i].year);
        assert_int_equal(r->report->issuer_kind, CASES[i].kind);
        reading_end(r);
    }
}

static void no_title(void **state)
{
    (void)state;
    static const char *const CASES[] = {
        "本报告根据《条例》编制，现公布2020年政府信息公开年度报告。\n一、总体情况\n",
        "一、总体情况\n二、主动公开政府信息情况\n",
        "关于做好2020年政府信息公开工作年度报告编制工作的通知\n各单位：\n",
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        reading *r = reading_of(CASES[i]);
        assert_false(r->report->title.is_present);
        reading_end(r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_told_by_their_titles),
        cmocka_unit_test(wordings_are_official_or_not),
        cmocka_unit_test(titles_of_reports),
        cmocka_unit_test(no_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
