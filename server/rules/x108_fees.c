#include "rules/claims_compare.h"

/*
 * Relation 30: the fee for processing information. An application that was dropped because a fee
 * was not paid shows that a notice was sent; money taken belongs in table 二 as well.
 */

#define WAN INT64_C(10000)

static void report_notices(nb_rule_ctx *ctx, const nb_statement *statement, uint32_t start,
                           uint32_t end, nb_amount unpaid)
{
    static const nb_text2 message = {
        "正文说未发出收费通知，表格中却有{found}件申请因逾期未缴费不再处理",
        "the text says that no fee notice was sent, yet {found} applications were dropped unpaid"};
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_mapped_source(&statement->text, start, end));
    nb_finding_message(draft, message);
    nb_finding_arg_micro(draft, "found", unpaid.micro);
    nb_finding_relate(draft, unpaid.span,
                      (nb_text2){"表格：（六）其他处理 2", "table: (6) otherwise, 2"},
                      (nb_view){0});
}

static void check_notices(nb_rule_ctx *ctx, const nb_statement *statement, nb_amount unpaid)
{
    static const nb_view denials[] = {NB_W("未发出收费通知"), NB_W("未发出信息处理费收费通知"),
                                      NB_W("没有发出收费通知"), NB_W("未下达收费通知"),
                                      NB_W("未出具收费通知")};
    uint32_t at = 0;
    uint32_t word = nb_words_last(statement->text.text, denials, NB_LEN(denials), &at);
    if (word != NB_VIEW_NONE && unpaid.is_known && unpaid.micro > 0)
        report_notices(ctx, statement, at, at + denials[word].len, unpaid);
}

static void check_taken(nb_rule_ctx *ctx, const nb_statement *statement, const nb_quantity *q,
                        nb_amount fees)
{
    static const nb_text2 message = {
        "正文说收取信息处理费{claimed}元，表格中行政事业性收费为{found}万元",
        "the text says that {claimed} yuan of fees were taken, the table shows {found} 万元"};
    nb_view lead = nb_quantity_lead(statement, q);
    if (!nb_quantity_is_exact(q) || !nb_view_eq(q->figure.unit, NB_V("元")) ||
        !nb_view_contains(lead, NB_V("信息处理费")) || !fees.is_known || fees.micro != 0 ||
        q->figure.micro / WAN < fees.cell->figure.step_micro)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_quantity_digits(statement, q));
    nb_finding_message(draft, message);
    nb_finding_arg_micro(draft, "claimed", q->figure.micro);
    nb_finding_arg_micro(draft, "found", fees.micro);
    nb_finding_relate(draft, fees.span, (nb_text2){"表格：行政事业性收费", "table: fees"},
                      (nb_view){0});
    if (q->figure.micro % WAN == 0)
        nb_claim_fix_cell(ctx, draft, q->figure.micro / WAN, fees.cell);
}

/* The form of 2014 has a row for the fees taken. */
static void check_denied(nb_rule_ctx *ctx, const nb_statement *statement, nb_amount taken)
{
    static const nb_view denials[] = {NB_W("未收取"), NB_W("没有收取"), NB_W("未收费"),
                                      NB_W("不收费"), NB_W("无收费"),   NB_W("免费提供")};
    static const nb_text2 message = {"正文说未收费，统计表中收取的费用为{found}万元",
                                     "the text denies fees, the form has {found} 万元"};
    uint32_t at = 0;
    uint32_t word = nb_words_last(statement->text.text, denials, NB_LEN(denials), &at);
    if (word == NB_VIEW_NONE || !taken.is_known || taken.micro <= 0 ||
        nb_statement_is_other_time(nb_ctx_report(ctx), statement, at))
        return;
    nb_finding_draft *draft = nb_ctx_find(
        ctx, NB_SEVERITY_WARNING, nb_mapped_source(&statement->text, at, at + denials[word].len));
    nb_finding_message(draft, message);
    nb_finding_arg_micro(draft, "found", taken.micro);
    nb_finding_relate(draft, taken.span, (nb_text2){"统计表：收取的费用", "form: fees taken"},
                      (nb_view){0});
    nb_claim_fix_cell(ctx, draft, 0, taken.cell);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_table *statistics = nb_report_table(report, NB_TABLE_STATISTICS);
    nb_amount unpaid =
        nb_amount_of(nb_report_table(report, NB_TABLE_REQUESTS), "otherwise_fee_unpaid", "total");
    nb_amount fees = nb_amount_of(nb_report_table(report, NB_TABLE_DISCLOSURE), "fees", "amount");
    nb_amount taken = nb_amount_of(statistics, "fees", "value");
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_section_key section = statement->sentence->section;
        if (section == NB_SECTION_FEES && statistics)
            check_denied(ctx, statement, taken);
        if (!(statement->has & NB_HAS_FEE) ||
            (section != NB_SECTION_OTHER && section != NB_SECTION_OVERVIEW))
            continue;
        check_notices(ctx, statement, unpaid);
        for (uint32_t k = 0; k < statement->quantity_count; k++)
            check_taken(ctx, statement, &statement->quantities[k], fees);
    }
}

#define EXAMPLE(sentence)                                                                                            \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n" \
    "| 第二十条第（一）项 |  |  |  |\n|---|---|---|---|\n"                                                  \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"                              \
    "| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 0 | 0 | 0 |\n"                                                \
    "| 第二十条第（八）项 |  |  |  |\n| 信息内容 | 本年收费金额（单位：万元） |  |  |\n"   \
    "| 行政事业性收费 | 0.00 |  |  |\n\n## 六、其他需要报告的事项\n\n" sentence "\n"

const nb_rule nb_rule_x108_fees = {
    .code = "X108",
    .slug = "fees-differ",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"收费的说法与表格不一致", "what is said of fees differs from the table"},
    .message = {"收费的说法与表格不一致", "what is said of fees differs from the table"},
    .explanation =
        {"表格中有“申请人逾期未按收费通知要求缴纳费用”的申请，就说明发出过收费通知；正文说收取了"
         "信息处理费，表格的行政事业性收费（万元）就不应为0；统计表有收费金额，正文就不应说未"
         "收费。",
         "Applications dropped for an unpaid fee show that a notice was sent; fees that "
         "the text says were taken belong in the table (in 万元); fees in the form of "
         "2014 contradict a text that denies them."},
    .bad = {EXAMPLE("2023年，收取信息处理费3200元。"), EXAMPLE("2023年，收取信息处理费3200元。")},
    .good = {EXAMPLE("2023年，未收取信息处理费。"), EXAMPLE("2023年，未收取信息处理费。")},
    .basis = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    .check = check,
};
