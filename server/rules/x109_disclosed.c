#include "rules/claims_compare.h"

/* Relation 53: 主动公开政府信息N条 against the form of 2014. */

static void check_quantity(nb_rule_ctx *ctx, const nb_table *table, const nb_statement *statement,
                           const nb_quantity *q)
{
    static const nb_text2 all = {"主动公开政府信息数", "information disclosed"};
    static const nb_text2 online = {"政府网站公开政府信息数", "disclosed on the website"};
    bool on_website = false;
    if (!nb_claim_is_disclosed(statement, q, &on_website))
        return;
    nb_options options = {.len = 0};
    nb_options_add(&options, nb_amount_of(table, "disclosed", "value"), all);
    if (on_website)
        nb_options_add(&options, nb_amount_of(table, "channel_website", "value"), online);
    if (nb_claim_contradicts(ctx, statement, q, &options, 0))
        nb_options_report(ctx, NB_SEVERITY_WARNING, statement, q, &options);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_claims *claims = nb_ctx_claims(ctx);
    const nb_table *table = nb_report_table(report, NB_TABLE_STATISTICS);
    if (!table)
        return;
    for (uint32_t i = 0; i < claims->count; i++) {
        const nb_statement *statement = &claims->items[i];
        nb_section_key section = statement->sentence->section;
        if (statement->quantity_count == 0 || !(statement->has & NB_HAS_DISCLOSED) ||
            (section != NB_SECTION_OVERVIEW && section != NB_SECTION_DISCLOSURE))
            continue;
        for (uint32_t k = 0; k < statement->quantity_count; k++)
            if (!nb_quantity_is_other_time(report, statement, &statement->quantities[k]))
                check_quantity(ctx, table, statement, &statement->quantities[k]);
    }
}

#define EXAMPLE(count)                                                                                               \
    "# 示例县样例局2016年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n" \
    "2016年，我局主动公开政府信息" count "条。\n\n## 七、政府信息公开情况统计表\n\n"                  \
    "| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n| 一、主动公开情况 |  |  |\n"                     \
    "| （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条） | 条 | 52 |\n"      \
    "| 其中：主动公开规范性文件数 | 条 | 1 |\n| 制发规范性文件总数 | 件 | 1 |\n"             \
    "| （二）通过不同渠道和方式公开政府信息的情况 |  |  |\n"                                    \
    "| 1.政府公报公开政府信息数 | 条 | 0 |\n| 2.政府网站公开政府信息数 | 条 | 52 |\n"

const nb_rule nb_rule_x109_disclosed = {
    .code = "X109",
    .slug = "disclosed-differs",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"正文中的主动公开条数与统计表不一致",
              "information disclosed in the text differs from the form"},
    .message = {"正文写{claimed}条，统计表中{name}为{found}条",
                "the text says {claimed}, the form has {found} ({name})"},
    .explanation =
        {"正文所述全年主动公开政府信息的条数，应当等于统计表“主动公开政府信息数”；写明通过政府"
         "网站公开的，也可以等于“政府网站公开政府信息数”。",
         "The number of items disclosed in the year that the text gives must equal the "
         "form's first row; where it names the government website, the website's row "
         "will do as well."},
    .bad = {EXAMPLE("25"), EXAMPLE("25")},
    .good = {EXAMPLE("52"), EXAMPLE("52")},
    .basis = "国办发〔2014〕32号",
    .check = check,
};
