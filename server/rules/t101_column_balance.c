#include "rules/table_sums.h"

static void check(nb_rule_ctx *ctx)
{
    nb_sums_check(ctx, NB_SUM_BALANCE);
}

#define BAD                                                                                                                       \
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | | 自然人 | " \
    "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"                                 \
    "|---|---|---|---|---|---|---|---|---|---|\n"                                                                                 \
    "| 一、本年新收政府信息公开申请数量 |  |  | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"                                    \
    "| 二、上年结转政府信息公开申请数量 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"                                    \
    "| 三、本年度办理结果 | （七）总计 |  | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"                                          \
    "| 四、结转下年度继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
#define GOOD                                                                                                                      \
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | | 自然人 | " \
    "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"                                 \
    "|---|---|---|---|---|---|---|---|---|---|\n"                                                                                 \
    "| 一、本年新收政府信息公开申请数量 |  |  | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"                                    \
    "| 二、上年结转政府信息公开申请数量 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"                                    \
    "| 三、本年度办理结果 | （七）总计 |  | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"                                          \
    "| 四、结转下年度继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"

const nb_rule nb_rule_t101_column_balance = {
    .code = "T101",
    .slug = "column-balance",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"表三各列：第一项加第二项之和等于第三项加第四项之和",
              "table 3: new + carried in = handled + carried out"},
    .message = {NB_SUM_MESSAGE_ZH, NB_SUM_MESSAGE_EN},
    .explanation = {"表三左上角印有勾稽关系：每一列中，第一项（本年新收）加第二项（上年结转）之和，"
                    "等于第三项（办理结果总计）加第四项（结转下年度）之和。一列不平，说明收件、办结"
                    "、结转三者至少有一个数不对。\n\n先核对“（七）总计”是否等于各项之和，再核对结转"
                    "数；上年结转应与上年报告的结转下年度一致。",
                    "The form prints the relation in its corner: in every column, new requests "
                    "plus those carried in equal those handled plus those carried out. Check the "
                    "total of results first, then the numbers carried over."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "国办公开办函〔2021〕30号表格内注：本列数据的勾稽关系为：第一项加第二项之和，等于第三"
             "项加第四项之和",
    .check = check,
};
