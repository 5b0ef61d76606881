#include "reading.h"

/* What is a report and what only speaks of one. */

static void reports_are_recognised(void **state)
{
    (void)state;
    static const char *const CASES[] = {
        /* While it is being written. */
        "某某市示例局2023年政府信息公开工作年度报告\n",
        "某某市示例局2023年政府信息公开工作年度报告\n一、总体情况\n",
        "# 某某市示例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n",
        /* The web page carries the title. */
        "本报告根据《中华人民共和国政府信息公开条例》编制。所列数据的统计期限自2023年1月1日起至12月"
        "31日止。\n"
        "一、总体情况\n2023年，工作有序。\n二、主动公开政府信息情况\n公开八条。\n",
        ("2017年，我局积极推进政府信息公开。\n一、组织领导和制度建设情况\n好。\n二、主动公开政府信"
         "息"
         "情况\n八条。\n"
         "三、政府信息公开申请办理情况\n无。\n四、政府信息公开收费及减免情况\n无。\n"),
        "<html><body><h1>虚构县样例局2021年政府信息公开工作年度报告</h1><h2>一、总体情况</h2></"
        "body></html>",
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        reading *r = reading_of(CASES[i]);
        if (!r->report->is_report)
            print_error("%s\n", CASES[i]);
        assert_true(r->report->is_report);
        reading_end(r);
    }
}

static void other_texts_are_not(void **state)
{
    (void)state;
    static const char *const CASES[] = {
        "",
        "\n\n",
        "# nianbao\n\nA checker for annual reports.\n\n## Usage\n\n1. Build it.\n2. Run it.\n",
        "# 政府信息公开年报检查工具\n\n本工具检查政府信息公开工作年度报告。\n\n## "
        "一、安装\n\n先安装依赖。\n\n"
        "## 二、使用\n\n运行命令。\n\n## 三、问题及改进\n\n见列表。\n",
        "第一章 雪夜\n\n一、风起\n那年冬天，城里下了很大的雪。\n二、归人\n他在门外站了很久。\n",
        "关于做好2023年政府信息公开工作年度报告编制发布工作的通知\n\n各单位：\n\n现将有关事项通知如"
        "下。\n\n"
        "一、总体要求\n按照条例编制。\n二、报告内容\n（一）总体情况。（二）主动公开政府信息情况。\n"
        "三、时间要求\n统计期限为2023年1月1日至12月31日。\n",
        "中华人民共和国政府信息公开条例\n\n第一章 总则\n\n第一条 "
        "为了保障公民、法人和其他组织依法获取政府信息，制定"
        "本条例。\n\n第二章 公开的主体和范围\n\n第十条 "
        "行政机关制作的政府信息，由制作该政府信息的行政机关负责公开。\n",
        "本报讯 "
        "某某市近日公布政府信息公开情况，全年主动公开信息一万条，受理申请八十件，群众满意度明显提升"
        "。\n",
        "某某市政府信息公开工作制度\n\n一、总则\n为规范工作，制定本制度。\n二、主动公开政府信息的范"
        "围\n下列信息应当"
        "公开。\n三、依申请公开的办理\n收到申请后登记。\n四、监督\n投诉举报由办公室受理。\n",
        "int main(void)\n{\n    return 0; /* 政府信息公开 */\n}\n",
        "示例大学2022—2023学年信息公开工作年度报告\n一、概述\n统计期限为2022年9月1日至2023年8月31日"
        "。"
        "\n二、主动公开情况\n三、依申请公开情况\n无。\n",
        "示例局2023年上半年政府信息公开工作报告\n一、总体情况\n上半年公开八条信息。\n"
        "二、主动公开情况\n",
        "政府信息公开年报\n示例局2023年政府信息公开工作年度报告 2024-01-20\n"
        "示例局2022年政府信息公开工作年度报告 2023-01-18\n"
        "示例局2021年政府信息公开工作年度报告 2022-01-20\n"
        "示例局2020年政府信息公开工作年度报告 2021-01-22\n",
        "# Parts\n\nThe parts of a 政府信息公开工作年度报告:\n\n1. 总体情况\n2. "
        "主动公开政府信息情况\n"
        "3. 收到和处理政府信息公开申请情况\n4. 政府信息公开行政复议、行政诉讼情况\n",
        "某某公司2023年年度报告\n\n一、公司基本情况\n二、主要会计数据\n三、其他需要报告的事项\n",
        "2023年政府工作报告\n\n一、过去一年工作回顾\n二、存在的问题\n三、今年工作安排\n",
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        reading *r = reading_of(CASES[i]);
        if (r->report->is_report)
            print_error("%s\n", CASES[i]);
        assert_false(r->report->is_report);
        reading_end(r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_are_recognised),
        cmocka_unit_test(other_texts_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
