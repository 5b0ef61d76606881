#include "rules/last_year.h"

/* Relation 19: in the form of 2019, items of last year = last year's own figure and its change. */

static void check_row(nb_rule_ctx *ctx, const nb_table *table, const nb_table *old,
                      const nb_form_row *row)
{
    nb_amount now = nb_amount_of(table, row->key, "previous");
    nb_amount before = nb_amount_of(old, row->key, "previous");
    nb_amount change = nb_amount_of(old, row->key, "change");
    if (!now.is_known || !before.is_known || !change.is_known ||
        before.micro + change.micro == now.micro)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, now.span);
    nb_finding_arg(draft, "row", nb_view_of(row->label));
    nb_finding_arg_micro(draft, "now", now.micro);
    nb_finding_arg_micro(draft, "before", before.micro);
    nb_finding_arg_micro(draft, "change", change.micro);
    nb_finding_arg_micro(draft, "wanted", before.micro + change.micro);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_table *table = nb_report_table(nb_ctx_report(ctx), NB_TABLE_DISCLOSURE);
    const nb_table *old = nb_last_year_table(ctx, table);
    if (!old || table->form_id != NB_FORM_2019 || nb_report_was_recounted(nb_ctx_report(ctx)))
        return;
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_form_block *block = table->blocks[b].form;
        if (nb_form_column_index(block, "previous") == NB_VIEW_NONE)
            continue;
        for (uint32_t r = 0; r < block->row_count; r++)
            check_row(ctx, table, old, &block->rows[r]);
    }
}

#define REPORT(year, figures)                                                                             \
    NB_LAST_YEAR_REPORT(year, "",                                                                         \
                        "| 第二十条第（五）项 | | | |\n|---|---|---|---|\n"                      \
                        "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n" \
                        "| 行政许可 | " figures " | 5 |\n| 其他对外管理服务事项 | 0 | 0 | 0 |\n")

const nb_rule nb_rule_x403_items_last_year = {
    .code = "X403",
    .slug = "items-last-year",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .no_fix = {"两年的数字哪一年有误，须与事项清单核对",
               "Which of the two years is wrong, the list of items tells"},
    .title = {"上一年项目数量与上年度报告接不上",
              "items of last year do not follow from its report"},
    .message = {"“{row}”上一年项目数量为{now}，上年度报告为{before}、增减{change}，应为{wanted}",
                "\"{row}\": {now} items last year; its report has {before} and a change of "
                "{change}, which make {wanted}"},
    .explanation =
        {"2019年格式中，“上一年项目数量”应当等于上年度报告的同一项加上“本年增/减”。因机构改革、"
         "清理而不相等的，请在正文中说明；说明了的不提示。\n\n上年度报告由 `--last-year FILE` "
         "给出，"
         "或者与本年度报告在同一文件中。",
         "In the form of 2019 the items of last year are those of last year's report with its "
         "change. Where a reorganisation explains a difference, the text should say so; then "
         "nothing is said.\n\nLast year's report is given by `--last-year FILE`, or stands in the "
         "same file."},
    .bad = {REPORT("2019", "6 | 1") REPORT("2020", "6 | 0"),
            REPORT("2019", "6 | 1") REPORT("2020", "6 | 0")},
    .good = {REPORT("2019", "6 | 1") REPORT("2020", "7 | 0"),
             REPORT("2019", "6 | 1") REPORT("2020", "7 | 0")},
    .basis = "国办公开办函〔2019〕60号格式第二部分表格",
    .check = check,
};
