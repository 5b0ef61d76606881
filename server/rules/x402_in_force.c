#include "rules/last_year.h"

/* Relation 18: in force = in force a year ago + issued − repealed. */

static void check_row(nb_rule_ctx *ctx, const nb_table *table, const nb_table *old, const char *key,
                      nb_text2 name)
{
    nb_amount issued = nb_amount_of(table, key, "issued");
    nb_amount repealed = nb_amount_of(table, key, "repealed");
    nb_amount now = nb_amount_of(table, key, "in_force");
    nb_amount before = nb_amount_of(old, key, "in_force");
    if (!issued.is_known || !repealed.is_known || !now.is_known || !before.is_known)
        return;
    int64_t wanted = before.micro + issued.micro - repealed.micro;
    if (wanted == now.micro)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, now.span);
    nb_finding_arg(draft, "name", nb_view_of(nb_text2_in(name, nb_ctx_lang(ctx))));
    nb_finding_arg_micro(draft, "before", before.micro);
    nb_finding_arg_micro(draft, "issued", issued.micro);
    nb_finding_arg_micro(draft, "repealed", repealed.micro);
    nb_finding_arg_micro(draft, "wanted", wanted);
    nb_finding_arg_micro(draft, "now", now.micro);
}

static void check(nb_rule_ctx *ctx)
{
    static const nb_text2 rules = {"规章", "regulations"};
    static const nb_text2 normative = {"行政规范性文件", "normative documents"};
    const nb_table *table = nb_report_table(nb_ctx_report(ctx), NB_TABLE_DISCLOSURE);
    const nb_table *old = nb_last_year_table(ctx, table);
    if (!old || table->form_id != NB_FORM_2021 || nb_report_was_recounted(nb_ctx_report(ctx)))
        return;
    check_row(ctx, table, old, "rules", rules);
    check_row(ctx, table, old, "normative", normative);
}

#define REPORT(year, figures)                                                                               \
    NB_LAST_YEAR_REPORT(year, "",                                                                           \
                        "| 第二十条第（一）项 | | | |\n|---|---|---|---|\n"                        \
                        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n" \
                        "| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | " figures " |\n")

const nb_rule nb_rule_x402_in_force = {
    .code = "X402",
    .slug = "in-force",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .no_fix =
        {"几个数中哪一个有误，或者有失效未说明，须与文件目录核对",
         "Which of the figures is wrong, or what expired unsaid, the list of documents tells"},
    .title = {"现行有效件数与上年度报告接不上",
              "documents in force do not follow from last year's"},
    .message =
        {"{name}：上年度现行有效{before}件，本年制发{issued}件、废止{repealed}件，应为{wanted}"
         "件，表格为{now}件",
         "{name}: {before} in force last year, {issued} issued, {repealed} repealed make "
         "{wanted}, the table has {now}"},
    .explanation =
        {"现行有效件数一般等于上年度现行有效件数加本年制发、减本年废止。因清理、自然失效或者调整"
         "统计口径而不相等的，请在正文中说明；说明了的不提示。\n\n上年度报告由 `--last-year FILE` "
         "给出，或者与本年度报告在同一文件中。",
         "Documents in force are last year's, and those issued, without those repealed. Where a "
         "clean-up, expiry or a recount explains a difference, the text should say so; then "
         "nothing "
         "is said.\n\nLast year's report is given by `--last-year FILE`, or stands in the same "
         "file."},
    .bad = {REPORT("2022", "2 | 0 | 9") REPORT("2023", "3 | 1 | 12"),
            REPORT("2022", "2 | 0 | 9") REPORT("2023", "3 | 1 | 12")},
    .good = {REPORT("2022", "2 | 0 | 9") REPORT("2023", "3 | 1 | 11"),
             REPORT("2022", "2 | 0 | 9") REPORT("2023", "3 | 1 | 11")},
    .basis = "国办公开办函〔2021〕30号格式第二部分表格",
    .check = check,
};
