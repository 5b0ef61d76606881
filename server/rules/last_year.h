#ifndef NB_RULES_LAST_YEAR_H
#define NB_RULES_LAST_YEAR_H

#include "rules/claims.h"

/*
 * What the rules that look at last year's report share. Reorganisations and recounts break what
 * otherwise follows from one year to the next; where the text speaks of them these rules are
 * silent.
 */

/* The words for it, anywhere in the report. */
bool nb_report_was_recounted(const nb_report *report);

/* A table of last year's report that has the same form as this one; NULL if there is none. */
const nb_table *nb_last_year_table(nb_rule_ctx *ctx, const nb_table *table);

/* For the examples: a report of 示例县样例局 with one table under the heading of its part. */
#define NB_LAST_YEAR_REPORT(year, heading, table)                                                                   \
    "# 示例县样例局" year "年政府信息公开工作年度报告\n\n## 一、总体情况\n\n按月公开。\n\n" \
    "## 二、主动公开政府信息情况\n\n" heading table "\n\n"                                                          \
    "## 五、存在的主要问题及改进情况\n\n解读形式偏少，将增加图解。\n\n"                  \
    "## 六、其他需要报告的事项\n\n无。\n\n"

#endif
