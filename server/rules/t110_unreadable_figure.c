#include "rules/table_names.h"

/* A cell in which something stands that is no figure, or one that is only about right. */

static void check_cell(nb_rule_ctx *ctx, const nb_table *table, uint32_t b, uint32_t r, uint32_t c)
{
    static const nb_text2 approximate = {"{cell}是约数“{text}”，应填准确数",
                                         "{cell} is only about right: \"{text}\""};
    const nb_table_block *block = &table->blocks[b];
    const nb_cell *cell = &block->rows[r].cells[c];
    /* What a template wants filled in is residue, and reported as such. */
    if (nb_view_starts_with(cell->raw.text, NB_V("【待填")))
        return;
    bool is_about = cell->state == NB_CELL_VALUE && cell->figure.is_approximate;
    if ((cell->state != NB_CELL_UNREADABLE && !is_about) || nb_span_is_empty(cell->span))
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, cell->span);
    if (is_about)
        nb_finding_message(draft, approximate);
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
                    if (block->rows[r].is_present && block->form->rows[r].kind != NB_VALUE_NONE)
                        check_cell(ctx, &report->tables[t], b, r, c);
        }
}

#define HEAD                                                                                                              \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | " \
    "0 | 0 |\n"
#define BAD HEAD "| 行政规范性文件 | 2 | 待核 | 9 |\n"
#define GOOD HEAD "| 行政规范性文件 | 2 | 0 | 9 |\n"

const nb_rule nb_rule_t110_unreadable_figure = {
    .code = "T110",
    .slug = "unreadable-figure",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .title = {"表格中的数可以读出", "figures of tables can be read"},
    .message = {"{cell}不是一个数：“{text}”", "{cell} is no figure: \"{text}\""},
    .explanation = {"单元格里应是一个准确的数。读不出的数不参加勾稽核对，有关的和不能判断。",
                    "A cell holds one exact figure. What cannot be read takes no part in sums; "
                    "those it belongs to are not judged."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .no_fix = {"这里原来是什么数字，须与台账核对", "What figure stood here, the records tell"},
    .basis = NULL,
    .check = check,
};
