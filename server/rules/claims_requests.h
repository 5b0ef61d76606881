#ifndef NB_RULES_CLAIMS_REQUESTS_H
#define NB_RULES_CLAIMS_REQUESTS_H

#include "rules/claims_compare.h"

/* Which sentences speak of applications (政府信息公开申请), and what their verbs say. */

enum {
    NB_REQUESTS_NEW = 1 << 0,      /* 新收: the new ones only */
    NB_REQUESTS_RECEIVED = 1 << 1, /* 收到 受理: new, perhaps with those carried in */
    NB_REQUESTS_HANDLED = 1 << 2,  /* 办理 处理: all, or the finished ones */
    NB_REQUESTS_DONE = 1 << 3,     /* 办结 答复 */
    NB_REQUESTS_IN = 1 << 4,       /* 上年结转 */
    NB_REQUESTS_OUT = 1 << 5,      /* 结转下年 */
};

/* True for statements that may be about this report's applications, by their place. */
bool nb_requests_may_be_here(const nb_statement *statement);

/*
 * What the quantity counts: a set of the above, 0 if it is no total of applications or that is in
 * doubt (a channel, a kind of applicant, a result, another body, words that are not understood).
 */
uint32_t nb_requests_verbs(const nb_report *report, const nb_statement *statement, uint32_t index);

/* An exact whole number of cases: 件, 条, 宗, 份, 项. */
bool nb_requests_is_count(const nb_quantity *quantity);

/* For the examples of rules: three applications in, three finished. */
#define NB_REQUESTS_EXAMPLE_TABLE                                                                                                         \
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |  |  | 申请人情况 | " \
    " |  |  |  |  |  |\n"                                                                                                                 \
    "|---|---|---|---|---|---|---|---|---|---|\n"                                                                                         \
    "|  |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计 |\n"                                                               \
    "|  |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |\n"                                 \
    "| 一、本年新收政府信息公开申请数量 |  |  | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"                                            \
    "| 二、上年结转政府信息公开申请数量 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"                                            \
    "| 三、本年度办理结果 | （一）予以公开 |  | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"                                            \
    "|  | （七）总计 |  | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"                                                                             \
    "| 四、结转下年度继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"

#endif
