#ifndef NB_RULES_TABLE_SUMS_H
#define NB_RULES_TABLE_SUMS_H

#include "nb/rules/rule.h"

/* What T101–T105 share: they differ in the sums they speak of. */
typedef enum nb_sum_family {
    NB_SUM_BALANCE,    /* 一＋二＝三（七）＋四 */
    NB_SUM_RESULTS,    /* （七）总计 of a column */
    NB_SUM_APPLICANTS, /* 总计 of a row */
    NB_SUM_REVIEW,     /* table 四 */
    NB_SUM_STATISTICS, /* the form of 2014 */
} nb_sum_family;

/* Reports every fault whose main failure is of the family. */
void nb_sums_check(nb_rule_ctx *ctx, nb_sum_family family);

/* One message for all of them, with these placeholders. */
#define NB_SUM_MESSAGE_ZH "{where}：{says}不成立，左边为{left}，右边为{right}，相差{difference}"
#define NB_SUM_MESSAGE_EN                                                                          \
    "{where}: {says} does not hold; left {left}, right {right}, difference {difference}"

#endif
