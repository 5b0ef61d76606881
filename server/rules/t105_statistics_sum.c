#include "rules/table_sums.h"

static void check(nb_rule_ctx *ctx)
{
    nb_sums_check(ctx, NB_SUM_STATISTICS);
}

#define BAD                                                                                        \
    "| 统计指标 | 单位 | 统计数 |\n"                                                      \
    "|---|---|---|\n"                                                                              \
    "| （二）申请办结数 | 件 | 5 |\n"                                                     \
    "| 1.按时办结数 | 件 | 3 |\n"                                                            \
    "| 2.延期办结数 | 件 | 1 |\n"
#define GOOD                                                                                       \
    "| 统计指标 | 单位 | 统计数 |\n"                                                      \
    "|---|---|---|\n"                                                                              \
    "| （二）申请办结数 | 件 | 5 |\n"                                                     \
    "| 1.按时办结数 | 件 | 4 |\n"                                                            \
    "| 2.延期办结数 | 件 | 1 |\n"

const nb_rule nb_rule_t105_statistics_sum = {
    .code = "T105",
    .slug = "statistics-sum",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"统计表的分项之和等于总数", "the statistics form: parts add up to their total"},
    .message = {NB_SUM_MESSAGE_ZH, NB_SUM_MESSAGE_EN},
    .explanation = {"统计表中逐条编号的分项是对总数的完整划分，其和应等于总数；行政复议、诉讼、举报"
                    "的未结案件没有单列一行，总数可以较大，但不能小于分项之和。",
                    "Numbered rows of the statistics form split the row above them completely. "
                    "Pending cases have no row of their own, so such totals may be larger, never "
                    "smaller, than their parts."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "国办发〔2014〕32号《政府信息公开情况统计表》",
    .check = check,
};
