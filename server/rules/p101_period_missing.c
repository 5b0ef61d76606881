#include "rules/places.h"

/* Every report should say for which time its figures are (domain: 2.4, PER). */

static const nb_text2 add_it = {"补写“{0}”", "add \"{0}\""};

static void offer_sentence(nb_rule_ctx *ctx, nb_finding_draft *draft)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (!report->year)
        return;
    nb_view sentence = nb_arena_printf(nb_ctx_arena(ctx),
                                       "本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。",
                                       report->year, report->year);
    (void)nb_preamble_append(ctx, draft, add_it, sentence, sentence);
}

static void check(nb_rule_ctx *ctx)
{
    enum { SECTIONS_MIN = 2 }; /* fewer: the report is only being begun */
    const nb_report *report = nb_ctx_report(ctx);
    if (report->period_count || nb_sections_known(report) < SECTIONS_MIN)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_report_head(report));
    offer_sentence(ctx, draft);
}

const nb_rule nb_rule_p101_period_missing = {
    .code = "P101",
    .slug = "period-missing",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"没有写明统计期限", "no statistics period"},
    .message = {"没有写明数据的统计期限", "the report does not say for which time its figures are"},
    .explanation = {"前言中应当写明所列数据的统计期限，即报告年度的1月1日至12月31日。",
                    "The preamble states the period of the figures, 1 January to 31 December of "
                    "the reporting year."},
    .bad =
        NB_SAME("本报告根据条例编制。\n一、总体情况\n良好。\n二、主动公开政府信息情况\n八条。\n"),
    .good = NB_SAME("本报告根据条例编制。所列数据的统计期限自2024年1月1日起至12月31日止。\n一、总体"
                    "情况\n良好。\n"
                    "二、主动公开政府信息情况\n八条。\n"),
    .basis = NULL,
    .check = check,
};
