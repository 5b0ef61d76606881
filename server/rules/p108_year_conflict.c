#include "rules/period.h"

/*
 * Places that name the reporting year and disagree (domain: relation 54). The period has a rule of
 * its own (P102). A report may be signed in December of its year.
 */

static const nb_text2 signed_in = {"落款日期在{year}年，{expected}年度的报告应在{next}年公布",
                                   "signed in {year}; the report of {expected} is due in {next}"};
static const nb_text2 title_here = {"报告年度在这里写为{0}", "here the reporting year is {0}"};
static const nb_text2 change_year = {"改为{0}", "change it to {0}"};

/* The best place that is not the one in question. */
static const nb_year_evidence *best_other(const nb_report *report)
{
    for (uint32_t i = 0; i < report->year_count; i++) {
        nb_year_source source = report->years[i].source;
        if (source == NB_YEAR_TITLE || source == NB_YEAR_PERIOD)
            return &report->years[i];
    }
    return NULL;
}

static void relate(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_year_evidence *e)
{
    nb_finding_relate(draft, e->span, title_here,
                      nb_arena_printf(nb_ctx_arena(ctx), "%d", e->year));
}

static void check_sign_off(nb_rule_ctx *ctx, const nb_year_evidence *best)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_date *date = &report->sign_off.date;
    if (!report->sign_off.has_date || !date->is_possible || date->year == best->year + 1)
        return;
    if (date->year == best->year && date->month == 12)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, date->span);
    nb_finding_message(draft, signed_in);
    nb_finding_arg_int(draft, "year", date->year);
    nb_finding_arg_int(draft, "expected", best->year);
    nb_finding_arg_int(draft, "next", best->year + 1);
    relate(ctx, draft, best);
    if (!nb_date_is_rewritable(ctx, date))
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, change_year,
                                       nb_arena_printf(nb_ctx_arena(ctx), "%d", best->year + 1));
    (void)nb_date_rewrite(ctx, fix, date, best->year + 1, date->month, date->day);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_year_evidence *best = best_other(report);
    if (!best)
        return;
    check_sign_off(ctx, best);
    for (uint32_t i = 0; i < report->year_count; i++) {
        const nb_year_evidence *e = &report->years[i];
        if ((e->source != NB_YEAR_PREAMBLE && e->source != NB_YEAR_CAPTION) ||
            e->year == best->year)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, e->span);
        nb_finding_arg_int(draft, "year", e->year);
        nb_finding_arg_int(draft, "expected", best->year);
        relate(ctx, draft, best);
        nb_view digits = nb_arena_printf(nb_ctx_arena(ctx), "%d", best->year);
        if (e->span.end - e->span.start != digits.len)
            continue;
        nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, change_year, digits);
        nb_fix_replace(fix, e->span, digits);
    }
}

const nb_rule nb_rule_p108_year_conflict = {
    .code = "P108",
    .slug = "year-conflict",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"各处的年份不一致", "years that disagree"},
    .message = {"此处报告年度写为{year}，别处为{expected}",
                "the reporting year is {year} here and {expected} elsewhere"},
    .explanation = {"标题、前言、表名中的报告年度应当一致，落款日期应在次年。",
                    "Title, preamble and captions name one reporting year; the report is signed in "
                    "the year after."},
    .bad = NB_SAME("某某市示例局2023年政府信息公开工作年度报告\n现公布某某市示例局2022年政府信息公"
                   "开工作年度报告。\n"
                   "一、总体情况\n良好。\n"),
    .good = NB_SAME("某某市示例局2023年政府信息公开工作年度报告\n现公布某某市示例局2023年政府信息公"
                    "开工作年度报告。\n"
                    "一、总体情况\n良好。\n"),
    .basis = NULL,
    .check = check,
};
