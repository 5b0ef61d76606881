#include <string.h>

#include "rules/table_names.h"

/* 行政事业性收费 is reported in 万元 since 2021; large round figures are probably 元 (relation 16).
 */

#define WAN 10000
#define SUSPICIOUS_MICRO (100000 * NB_FIGURE_ONE)

static void check_cell(nb_rule_ctx *ctx, const nb_table *table, const nb_table_block *block,
                       uint32_t r, uint32_t c)
{
    static const nb_text2 large = {"{cell}为{value}万元，是否误以元为单位？",
                                   "{cell} is {value} 万元; was it meant in 元?"};
    const nb_cell *cell = &block->rows[r].cells[c];
    if (cell->state != NB_CELL_VALUE)
        return;
    bool in_yuan = nb_view_eq(cell->figure.unit, NB_V("元")) && !cell->figure.has_magnitude;
    bool is_large = cell->figure.unit.len == 0 && !cell->figure.has_magnitude &&
                    cell->figure.micro >= SUSPICIOUS_MICRO &&
                    cell->figure.micro % NB_FIGURE_ONE == 0;
    if (!in_yuan && !is_large)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, cell->span);
    nb_finding_arg(draft, "cell", nb_cell_name(ctx, block, r, c));
    if (!in_yuan) {
        nb_finding_message(draft, large);
        nb_finding_arg_micro(draft, "value", cell->figure.micro);
    }
    nb_finding_place(draft, nb_cell_key(nb_ctx_arena(ctx), table, block->form->rows[r].key,
                                        block->form->columns[c].key));
    static const nb_text2 convert = {"原以元为单位：改为{0}（万元）",
                                     "it was in 元: write {0} (万元)"};
    if (cell->figure.micro % WAN != 0)
        return;
    nb_view figure = nb_figure_format_like(nb_ctx_arena(ctx), cell->figure.micro / WAN,
                                           &(nb_figure){.is_fullwidth = cell->figure.is_fullwidth});
    nb_span span = nb_mapped_source(&cell->raw, cell->figure.whole.start, cell->figure.whole.end);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, convert, figure);
    nb_fix_replace(fix, span, figure);
    nb_fix_changes_figure(fix);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        if (table->key != NB_TABLE_DISCLOSURE || table->form_id != NB_FORM_2021)
            continue;
        for (uint32_t b = 0; b < table->block_count; b++) {
            const nb_table_block *block = &table->blocks[b];
            for (uint32_t r = 0; r < block->form->row_count; r++)
                for (uint32_t c = 0; c < block->form->column_count; c++)
                    if (block->rows[r].is_present &&
                        nb_cell_kind(block->form, r, c) == NB_VALUE_AMOUNT)
                        check_cell(ctx, table, block, r, c);
        }
    }
}

#define HEAD "| 信息内容 | 本年收费金额（单位：万元） |\n|---|---|\n"
#define BAD HEAD "| 行政事业性收费 | 1035000 |\n"
#define GOOD HEAD "| 行政事业性收费 | 103.5 |\n"

const nb_rule nb_rule_t118_amount_unit = {
    .code = "T118",
    .slug = "amount-unit",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SUGGEST,
    .title = {"收费金额以万元为单位", "fees are in 万元"},
    .message = {"{cell}以元为单位，格式要求以万元为单位", "{cell} is in 元; the form wants 万元"},
    .explanation =
        {"2021年格式规定行政事业性收费以万元为单位。带“元”的数，或十万以上的整数，多半没有换算。",
         "The form of 2021 wants fees in 万元. A figure in 元, or a whole number of a "
         "hundred thousand and more, was probably not converted."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "国办公开办函〔2021〕30号格式第二部分表格",
    .check = check,
};
