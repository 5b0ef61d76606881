#include <string.h>

#include "rules/table_names.h"

/* A total left blank beside its parts (domain: BL-3). */

/* Rows with a blank total of one table; more are told in one message. */
#define ROWS_ALONE_MAX 3u

typedef struct gaps {
    const nb_table_block *block;
    nb_amounts amounts;
    NB_VEC(uint32_t) rows;
} gaps;

static bool is_gap(const gaps *g, uint32_t row, uint32_t column)
{
    return g->amounts.items[row * g->amounts.columns + column].state == NB_AMOUNT_COMPUTED;
}

static uint32_t first_gap(const gaps *g, uint32_t row)
{
    for (uint32_t c = 0; c < g->amounts.columns; c++)
        if (is_gap(g, row, c))
            return c;
    return NB_VIEW_NONE;
}

/* （七）总计 is what the balance stands on. */
static bool is_grave(const nb_table *table, const gaps *g, uint32_t row)
{
    if (table->key != NB_TABLE_REQUESTS || strcmp(g->block->form->rows[row].key, "total") != 0)
        return false;
    for (uint32_t c = 0; c < g->amounts.columns; c++)
        if (is_gap(g, row, c) && g->amounts.items[row * g->amounts.columns + c].micro != 0)
            return true;
    return false;
}

static void fill_row(nb_rule_ctx *ctx, nb_fix_draft *fix, const gaps *g, uint32_t row)
{
    for (uint32_t c = 0; c < g->amounts.columns; c++)
        if (is_gap(g, row, c))
            nb_fix_write_figure(ctx, fix, &g->block->rows[row].cells[c],
                                g->amounts.items[row * g->amounts.columns + c].micro,
                                nb_cell_neighbour(g->block, row, c));
}

static void report_rows(nb_rule_ctx *ctx, const nb_table *table, const gaps *g, uint32_t first,
                        uint32_t count, nb_severity severity)
{
    static const nb_text2 several = {"{table}有{count}行总计空白，应为各项之和",
                                     "{table}: the totals of {count} rows are blank"};
    static const nb_text2 fill_one = {"填入各项之和{0}", "write the sum {0}"};
    static const nb_text2 fill_all = {"填入{0}行的总计", "write the totals of {0} rows"};
    nb_arena *arena = nb_ctx_arena(ctx);
    uint32_t row = g->rows.items[first], column = first_gap(g, row);
    const nb_cell *cell = &g->block->rows[row].cells[column];
    int64_t sum = g->amounts.items[row * g->amounts.columns + column].micro;
    nb_finding_draft *draft = nb_ctx_find(ctx, severity, nb_cell_place(&g->block->rows[row], cell));
    nb_view number = nb_arena_printf(arena, "%u", count);
    nb_finding_place(draft, nb_cell_key(arena, table, g->block->form->rows[row].key,
                                        g->block->form->columns[column].key));
    if (count > 1) {
        nb_finding_message(draft, several);
        nb_finding_arg(draft, "table", nb_table_name(ctx, table));
        nb_finding_arg(draft, "count", number);
    } else {
        nb_finding_arg(draft, "cell", nb_cell_name(ctx, g->block, row, column));
        nb_finding_arg_micro(draft, "sum", sum);
    }
    nb_fix_draft *fix =
        count > 1 ? nb_finding_fix(draft, NB_FIX_SUGGEST, fill_all, number)
                  : nb_finding_fix(draft, NB_FIX_SUGGEST, fill_one, nb_micro_text(arena, sum));
    for (uint32_t i = first; i < first + count; i++)
        fill_row(ctx, fix, g, g->rows.items[i]);
    nb_fix_changes_figure(fix);
}

static void check_block(nb_rule_ctx *ctx, const nb_table *table, uint32_t index)
{
    gaps g = {.block = &table->blocks[index]};
    g.amounts = nb_amounts_of(nb_ctx_arena(ctx), table, index);
    for (uint32_t r = 0; r < g.amounts.rows; r++) {
        if (first_gap(&g, r) == NB_VIEW_NONE)
            continue;
        *nb_vec_push(nb_ctx_arena(ctx), &g.rows) = r;
    }
    uint32_t plain = 0; /* of the rows that are not grave, moved to the front */
    for (uint32_t i = 0; i < g.rows.len; i++) {
        uint32_t r = g.rows.items[i];
        if (is_grave(table, &g, r))
            continue;
        g.rows.items[i] = g.rows.items[plain];
        g.rows.items[plain++] = r;
    }
    if (plain > ROWS_ALONE_MAX)
        report_rows(ctx, table, &g, 0, plain, NB_SEVERITY_WARNING);
    for (uint32_t i = 0; i < plain && plain <= ROWS_ALONE_MAX; i++)
        report_rows(ctx, table, &g, i, 1, NB_SEVERITY_WARNING);
    for (uint32_t i = plain; i < g.rows.len; i++)
        report_rows(ctx, table, &g, i, 1, NB_SEVERITY_ERROR);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t t = 0; t < report->table_count; t++)
        for (uint32_t b = 0; b < report->tables[t].block_count; b++)
            check_block(ctx, &report->tables[t], b);
}

#define HEAD                                                                                                                               \
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 " \
    "| 科研机构 | "                                                                                                                    \
    "社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n"
#define BAD HEAD "| 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | |\n"
#define GOOD HEAD "| 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |\n"

const nb_rule nb_rule_t107_missing_total = {
    .code = "T107",
    .slug = "missing-total",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"总计不空白", "totals are filled in"},
    .message = {"{cell}空白，各项之和为{sum}", "{cell} is blank; its parts add up to {sum}"},
    .explanation = {"各项已填而总计空白。表三“（七）总计”空白时，勾稽关系无从成立，按错误报告；其他"
                    "总计空白按警告报告，"
                    "同一表中多于三行的合并为一条。",
                    "The parts are there, the total is blank. A blank total (7) of table 3 is an "
                    "error, because the printed relation rests on it; others are warnings."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "国办公开办函〔2021〕30号格式表格",
    .check = check,
};
