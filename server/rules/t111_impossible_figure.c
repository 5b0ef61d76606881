#include "rules/table_names.h"

/* Counts are whole and not negative (domain: relation 4). */

static const nb_text2 fraction = {"{cell}是件数，不应有小数：{text}",
                                  "{cell} is a count and cannot have decimals: {text}"};

static void check_cell(nb_rule_ctx *ctx, const nb_table *table, uint32_t b, uint32_t r, uint32_t c)
{
    const nb_table_block *block = &table->blocks[b];
    const nb_cell *cell = &block->rows[r].cells[c];
    nb_value_kind kind = nb_cell_kind(block->form, r, c);
    if (cell->state != NB_CELL_VALUE || kind == NB_VALUE_NONE)
        return;
    bool is_negative = cell->figure.micro < 0 && kind != NB_VALUE_SIGNED;
    bool has_fraction = cell->figure.micro % NB_FIGURE_ONE != 0 && kind != NB_VALUE_AMOUNT;
    if (!is_negative && !has_fraction)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_ERROR, cell->span);
    if (!is_negative)
        nb_finding_message(draft, fraction);
    nb_finding_arg(draft, "cell", nb_cell_name(ctx, block, r, c));
    nb_finding_arg(draft, "text", cell->raw.text);
    nb_finding_place(draft, nb_cell_key(nb_ctx_arena(ctx), table, block->form->rows[r].key,
                                        block->form->columns[c].key));
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t t = 0; t < report->table_count; t++)
        for (uint32_t b = 0; b < report->tables[t].block_count; b++) {
            const nb_table_block *block = &report->tables[t].blocks[b];
            for (uint32_t r = 0; r < block->form->row_count; r++)
                for (uint32_t c = 0; c < block->form->column_count; c++)
                    if (block->rows[r].is_present)
                        check_cell(ctx, &report->tables[t], b, r, c);
        }
}

#define HEAD                                                                                                              \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | " \
    "0 | 0 |\n"
#define BAD HEAD "| 行政规范性文件 | 2 | -1 | 9 |\n"
#define GOOD HEAD "| 行政规范性文件 | 2 | 1 | 9 |\n"

const nb_rule nb_rule_t111_impossible_figure = {
    .code = "T111",
    .slug = "impossible-figure",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_NONE,
    .title = {"件数为非负整数", "counts are whole and not negative"},
    .message = {"{cell}不应为负数：{text}", "{cell} cannot be negative: {text}"},
    .explanation =
        {"件数、人数、次数只能是0或正整数；只有“本年增/减”可以为负，只有金额可以有小数。",
         "Counts are 0 or positive whole numbers. Only 本年增/减 may be negative, only "
         "amounts of money may have decimals."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .no_fix = {"正确的数字须与台账核对", "The right figure has to come from the records"},
    .basis = NULL,
    .check = check,
};
