#include "rules/table_sums.h"

static void check(nb_rule_ctx *ctx)
{
    nb_sums_check(ctx, NB_SUM_REVIEW);
}

#define BAD                                                                                        \
    "| 行政复议 | | | | |\n"                                                                   \
    "|---|---|---|---|---|\n"                                                                      \
    "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"                     \
    "| 1 | 0 | 1 | 0 | 3 |\n"
#define GOOD                                                                                       \
    "| 行政复议 | | | | |\n"                                                                   \
    "|---|---|---|---|---|\n"                                                                      \
    "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"                     \
    "| 1 | 0 | 1 | 0 | 2 |\n"

const nb_rule nb_rule_t104_review_total = {
    .code = "T104",
    .slug = "review-total",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"表四各组“总计”等于四种结果之和", "table 4: each total = sum of the four results"},
    .message = {NB_SUM_MESSAGE_ZH, NB_SUM_MESSAGE_EN},
    .explanation = {"行政复议、未经复议直接起诉、复议后起诉三组，每组的“总计”应等于结果维持、结果纠"
                    "正、其他结果、尚未审结之和。三个总计之间没有勾稽关系。",
                    "In each of the three groups the total is the sum of upheld, corrected, other "
                    "and pending. The three totals are not related to each other."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "国办公开办函〔2021〕30号格式第四部分表格",
    .check = check,
};
