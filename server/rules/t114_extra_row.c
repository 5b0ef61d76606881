#include "rules/table_names.h"

/* Rows and columns that the form does not have, and rows that stand twice. */

static bool is_tolerated(const nb_table *table)
{
    /* Local additions to table 二 and to the statistics form are common, and no defect. */
    return table->key == NB_TABLE_DISCLOSURE || table->key == NB_TABLE_STATISTICS ||
           table->key == NB_TABLE_OTHER;
}

static void check_extras(nb_rule_ctx *ctx, const nb_table *table)
{
    for (uint32_t i = 0; i < table->extra_count; i++) {
        const nb_table_extra *extra = &table->extras[i];
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, extra->span);
        nb_finding_arg(draft, "table", nb_table_name(ctx, table));
        nb_finding_arg(draft, "label", extra->label);
    }
}

static void check_repeated(nb_rule_ctx *ctx, const nb_table_block *block)
{
    static const nb_text2 twice = {"“{label}”出现两次", "\"{label}\" stands twice"};
    for (uint32_t r = 0; r < block->form->row_count; r++) {
        if (block->rows[r].doubt != NB_ROW_REPEATED)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, block->rows[r].label_span);
        nb_finding_message(draft, twice);
        nb_finding_arg(draft, "label", nb_row_name(&block->form->rows[r]));
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        if (!is_tolerated(table))
            check_extras(ctx, table);
        for (uint32_t b = 0; b < table->block_count; b++)
            check_repeated(ctx, &table->blocks[b]);
    }
}

#define HEAD                                                                                                                               \
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 " \
    "| 科研机构 | "                                                                                                                    \
    "社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n"
#define BAD                                                                                        \
    HEAD "| 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"                                        \
         "| 6.无法联系到申请人 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
#define GOOD HEAD "| 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"

const nb_rule nb_rule_t114_extra_row = {
    .code = "T114",
    .slug = "extra-row",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .title = {"表格没有格式以外的行、列", "tables have no further rows or columns"},
    .message = {"{table}的格式中没有“{label}”", "the form of {table} has no \"{label}\""},
    .explanation = {"表三、表四的行、列由统一格式规定，不自行增加；同一行出现两次时，程序不知道以哪"
                    "一行为准，有关的和不判断。",
                    "Rows and columns of tables 3 and 4 are those of the form. Of a row that "
                    "stands twice nobody knows which one counts, so its sums are not judged."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .no_fix = {"多出的行是删去还是并入其他行，由编写单位决定",
               "Whether the row goes or is added to another, the body decides"},
    .basis = "《政府信息公开条例》第五十条",
    .check = check,
};
