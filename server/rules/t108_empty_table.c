#include "rules/table_names.h"

/* A table of the form in which nothing was filled in (domain: BL-2). */

typedef struct tally {
    uint32_t blank;
    uint32_t other;
    nb_span first_label;
    nb_span first_blank;
} tally;

static void add_row(tally *t, const nb_table_block *block, uint32_t r)
{
    const nb_row *row = &block->rows[r];
    if (!row->is_present || block->form->rows[r].kind == NB_VALUE_NONE)
        return;
    for (uint32_t c = 0; c < block->form->column_count; c++) {
        bool is_blank = row->cells[c].state == NB_CELL_BLANK;
        if (is_blank && t->blank == 0) {
            t->first_label = row->label_span;
            t->first_blank = row->cells[c].span;
        }
        t->blank += is_blank;
        t->other += !is_blank && row->cells[c].state != NB_CELL_ABSENT;
    }
}

/* Only the body knows that nothing happened: offered, and asked to be confirmed. */
static void offer_zeros(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_table *table,
                        uint32_t count)
{
    static const nb_text2 fill = {"全部没有发生：{0}格填0",
                                  "nothing happened: write 0 in {0} cells"};
    const nb_cell *before = NULL;
    for (int pass = 0; pass < 2; pass++) {
        nb_fix_draft *fix = NULL;
        if (pass == 1)
            fix = nb_finding_fix(draft, NB_FIX_SUGGEST, fill,
                                 nb_arena_printf(nb_ctx_arena(ctx), "%u", count));
        for (uint32_t b = 0; b < table->block_count; b++)
            for (uint32_t r = 0; r < table->blocks[b].form->row_count; r++)
                for (uint32_t c = 0; c < table->blocks[b].form->column_count; c++) {
                    const nb_cell *cell = &table->blocks[b].rows[r].cells[c];
                    if (cell->state != NB_CELL_BLANK)
                        continue;
                    if (pass == 1)
                        nb_fix_write_figure(ctx, fix, cell, 0, NULL);
                    else if (!nb_cell_is_writable(cell) ||
                             (before && cell->span.start <= before->span.start))
                        return;
                    before = cell;
                }
        if (fix)
            nb_fix_changes_figure(fix);
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 0; i < report->table_count; i++) {
        const nb_table *table = &report->tables[i];
        tally t = {0};
        for (uint32_t b = 0; b < table->block_count; b++)
            for (uint32_t r = 0; r < table->blocks[b].form->row_count; r++)
                add_row(&t, &table->blocks[b], r);
        if (t.blank == 0 || t.other > 0)
            continue;
        nb_span span = nb_span_is_empty(t.first_label) ? t.first_blank : t.first_label;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
        nb_finding_arg(draft, "table", nb_table_name(ctx, table));
        nb_finding_place(draft, nb_view_of(nb_table_key_name(table->key)));
        offer_zeros(ctx, draft, table, t.blank);
    }
}

#define HEAD "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"
#define BAD HEAD "| 规章 | | | |\n| 行政规范性文件 | | | |\n"
#define GOOD HEAD "| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 0 | 9 |\n"

const nb_rule nb_rule_t108_empty_table = {
    .code = "T108",
    .slug = "empty-table",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"表格已填写", "tables are filled in"},
    .message = {"{table}各格全部空白，没有填写", "{table}: every cell is blank"},
    .explanation = {"表格没有填写任何数字。没有发生的事项应填0，不能整表留空。",
                    "No figure at all was filled in. What did not happen is reported as 0."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "《政府信息公开条例》第五十条",
    .check = check,
};
