#include <string.h>

#include "rules/last_year.h"

/* Relation 17: what last year carried out this year carries in. */

static void report_column(nb_rule_ctx *ctx, nb_severity severity, const nb_form_column *column,
                          nb_amount now, nb_amount before)
{
    nb_finding_draft *draft = nb_ctx_find(ctx, severity, now.span);
    int64_t difference = now.micro - before.micro;
    nb_finding_arg(draft, "column", nb_view_of(column->label));
    nb_finding_arg_micro(draft, "now", now.micro);
    nb_finding_arg_micro(draft, "before", before.micro);
    nb_finding_arg_micro(draft, "difference", difference < 0 ? -difference : difference);
}

static bool check_column(nb_rule_ctx *ctx, nb_severity severity, const nb_table *table,
                         const nb_table *old, const nb_form_column *column)
{
    nb_amount now = nb_amount_of(table, "carried_in", column->key);
    nb_amount before = nb_amount_of(old, "carried_out", column->key);
    if (!now.is_known || !before.is_known || now.micro == before.micro)
        return false;
    report_column(ctx, severity, column, now, before);
    return true;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_table *table = nb_report_table(report, NB_TABLE_REQUESTS);
    const nb_report *before = nb_ctx_last_year(ctx);
    const nb_table *old = before ? nb_report_table(before, NB_TABLE_REQUESTS) : NULL;
    if (!table || !old || nb_report_was_recounted(report))
        return;
    const nb_form_block *block = table->blocks[0].form;
    uint32_t total = nb_form_column_index(block, "total");
    if (check_column(ctx, NB_SEVERITY_WARNING, table, old, &block->columns[total]))
        return;
    /* The same total told apart otherwise: once. */
    for (uint32_t c = 0; c < block->column_count; c++)
        if (check_column(ctx, NB_SEVERITY_HINT, table, old, &block->columns[c]))
            return;
}

#define HEAD                                                                                                                      \
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | | 自然人 | " \
    "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"                                 \
    "|---|---|---|---|---|---|---|---|---|---|\n"
#define REPORT(year, in, out)                                                                                      \
    NB_LAST_YEAR_REPORT(year, "按月公开。\n\n## 三、收到和处理政府信息公开申请情况\n\n",                           \
                        HEAD "| 一、本年新收政府信息公开申请数量 | | | 4 | 0 | 0 | 0 | 0 | 0 | 4 " \
                             "|\n| 二、上年结转政府信息公开申请数量 | | | " in                                     \
                             " | 0 | 0 | 0 | 0 | 0 | " in                                                          \
                             " |\n| | （七）总计 | | 4 | 0 | 0 | 0 | "                                        \
                             "0 | 0 | 4 |\n| 四、结转下年度继续办理 | | | " out                                    \
                             " | 0 | 0 | 0 | 0 | 0 | " out " |\n")

const nb_rule nb_rule_x401_carried_over = {
    .code = "X401",
    .slug = "carried-over",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .no_fix = {"两年的数字哪一年有误，须与台账核对",
               "Which of the two years is wrong, the records tell"},
    .title = {"上年结转与上年度报告不一致", "carried in differs from what last year carried out"},
    .message = {"“{column}”上年结转{now}件，上年度报告结转下年度{before}件，相差{difference}件",
                "{column}: {now} carried in, last year's report carried out {before}, difference "
                "{difference}"},
    .explanation =
        {"本年“上年结转政府信息公开申请数量”应当等于上年度报告的“结转下年度继续办理”。机构改革、"
         "口径调整造成的差别，请在正文中说明；说明了的不提示。\n\n上年度报告由 `--last-year FILE` "
         "给出，或者与本年度报告在同一文件中。",
         "Applications carried in are those that last year's report carried out. Where "
         "reorganisation or a recount explains a difference, the text should say so; then nothing "
         "is said.\n\nLast year's report is given by `--last-year FILE`, or stands in the same "
         "file."},
    .bad = {REPORT("2022", "0", "0") REPORT("2023", "1", "1"),
            REPORT("2022", "0", "0") REPORT("2023", "1", "1")},
    .good = {REPORT("2022", "1", "1") REPORT("2023", "1", "1"),
             REPORT("2022", "1", "1") REPORT("2023", "1", "1")},
    .basis = "国办公开办函〔2021〕30号格式第三部分表格",
    .check = check,
};
