#ifndef NB_RULES_PERIOD_H
#define NB_RULES_PERIOD_H

#include "rules/structure.h"

/* What the rules on the statistics period share. */

/*
 * True if the report itself is meant: the statement stands in the preamble or in 总体情况, or it
 * speaks of 统计 or 本报告. Other data may have periods of their own.
 */
bool nb_period_is_stated(nb_rule_ctx *ctx, const nb_period *period);

/* Both dates were read and exist. */
bool nb_period_is_sound(const nb_period *period);

/* Negative, 0 or positive as a comes before, with or after b; absent days and months are equal to
 * any. */
int nb_date_compare(const nb_date *a, const nb_date *b);

/* The body came into being or ended in the year, so its period may be shorter. */
bool nb_report_has_changed_body(const nb_report *report);

/*
 * The year that the report is about, by everything but its period; 0 if nothing tells. *is_sure:
 * the title says it, the user has set it, or two other places agree and none disagrees.
 */
int nb_report_year_apart(const nb_report *report, bool *is_sure);

/*
 * The edits that make a date read year-month-day, in its own kind of digits; what is right already
 * is left alone. year 0: keep the printed one. False if the parts of the date cannot be told apart.
 */
bool nb_date_rewrite(nb_rule_ctx *ctx, nb_fix_draft *fix, const nb_date *date, int year, int month,
                     int day);

/* True if the parts of the date can be told apart and stand in plain text. */
bool nb_date_is_rewritable(nb_rule_ctx *ctx, const nb_date *date);

/* A fix that makes period read 1 January to 31 December of year. */
void nb_period_offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_period *period, int year,
                     bool is_preferred);

/* 2020年1月1日至12月31日, as printed. */
nb_view nb_period_text(nb_rule_ctx *ctx, const nb_period *period);

#endif
