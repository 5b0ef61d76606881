#include "rules/table_sums.h"

static void check(nb_rule_ctx *ctx)
{
    nb_sums_check(ctx, NB_SUM_APPLICANTS);
}

#define BAD                                                                                                                       \
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | | 自然人 | " \
    "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"                                 \
    "|---|---|---|---|---|---|---|---|---|---|\n"                                                                                 \
    "| 一、本年新收政府信息公开申请数量 | | | 3 | 1 | 0 | 0 | 0 | 0 | 5 |\n"
#define GOOD                                                                                                                      \
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | | 自然人 | " \
    "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"                                 \
    "|---|---|---|---|---|---|---|---|---|---|\n"                                                                                 \
    "| 一、本年新收政府信息公开申请数量 | | | 3 | 1 | 0 | 0 | 0 | 0 | 4 |\n"

const nb_rule nb_rule_t103_row_total = {
    .code = "T103",
    .slug = "row-total",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"表三“总计”列等于各类申请人之和",
              "table 3: the total of a row = sum over applicants"},
    .message = {NB_SUM_MESSAGE_ZH, NB_SUM_MESSAGE_EN},
    .explanation = {"每一行的“总计”应等于自然人与法人或其他组织五类之和。",
                    "The total of every row is the sum of natural persons and the five kinds of "
                    "organisations."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "国办公开办函〔2021〕30号格式第三部分表格",
    .check = check,
};
