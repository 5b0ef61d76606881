#include "rules/claims.h"

/* An outlook speaks of the year to come; in the report for 2016 "2016年，我们将…" was left over. */

static bool is_plan(nb_view words)
{
    /* 将 alone may be 把: 将信息公开纳入考核. */
    static const nb_view plans[] = {
        NB_W("将采取"), NB_W("将重点"), NB_W("将进一步"), NB_W("将继续"), NB_W("将着力"),
        NB_W("将从"),   NB_W("将主要"), NB_W("将做好"),   NB_W("将不断"), NB_W("将努力"),
        NB_W("将切实"), NB_W("将持续"), NB_W("将着重"),   NB_W("将紧紧"), NB_W("将深入"),
        NB_W("拟采取"), NB_W("计划从"), NB_W("打算"),     NB_W("将认真"), NB_W("将在以下"),
    };
    return NB_HAS(words, plans);
}

static void check(nb_rule_ctx *ctx)
{
    static const nb_text2 title = {"将年份改为{0}", "change the year to {0}"};
    const nb_report *report = nb_ctx_report(ctx);
    if (report->year == 0 || report->year_source == NB_YEAR_BODY)
        return;
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_view text = statement->text.text;
        uint32_t at = 0;
        uint32_t start = 0;
        if (statement->sentence->section != NB_SECTION_PROBLEMS || !(statement->has & NB_HAS_YEAR))
            continue;
        int year = nb_year_next(text, &at, &start);
        /* The year opens the sentence, the plan follows within its first clauses. */
        if (year == 0 || start != 0 || year > report->year || year < report->year - 1 ||
            !is_plan(nb_view_sub(text, at, at + 60)))
            continue;
        nb_span span = nb_mapped_source(&statement->text, 0, at - 3);
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
        nb_finding_arg_int(draft, "year", year);
        nb_finding_arg_int(draft, "report", report->year);
        nb_view wanted = nb_arena_printf(nb_ctx_arena(ctx), "%d", report->year + 1);
        nb_fix_replace(nb_finding_fix(draft, NB_FIX_SUGGEST, title, wanted), span, wanted);
    }
}

#define EXAMPLE(year)                                                                              \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## "                       \
    "一、总体情况\n\n2023年，公开信息52条。\n\n"                                     \
    "## 五、存在的主要问题及改进情况\n\n工作中还有不足。" year "年，我局将进一步改进解读工作。\n"

const nb_rule nb_rule_x302_plan_year = {
    .code = "X302",
    .slug = "plan-for-the-past",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"打算的年份不是下一年", "the outlook is for a year that is over"},
    .message = {"{report}年的报告谈今后打算，却写{year}年",
                "the outlook of the report for {report} speaks of {year}"},
    .explanation = {"“存在的主要问题及改进情况”中今后的打算，说的应当是报告年度的下一年。",
                    "What a report intends to do next is for the year after the reporting year."},
    .bad = {EXAMPLE("2023"), EXAMPLE("2023")},
    .good = {EXAMPLE("2024"), EXAMPLE("2024")},
    .check = check,
};
