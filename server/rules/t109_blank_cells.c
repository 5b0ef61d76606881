#include <string.h>

#include "rules/table_names.h"

/*
 * Blank cells in a table that is filled in (domain: BL-3 to BL-5): one message a table. Bodies
 * either print 0 or leave zeros out; both in one report is worth a warning. 规章 may be blank where
 * the body has no power to make any. Blank totals are T107's, tables without any figure T108's.
 */

typedef struct blanks {
    const nb_table *table;
    NB_VEC(const nb_cell *) cells;
    const nb_row *first_row;
    bool has_figure;
} blanks;

static bool may_be_blank(const nb_table *table, const nb_form_row *row)
{
    return table->key == NB_TABLE_DISCLOSURE && strcmp(row->key, "rules") == 0;
}

static void add_block(nb_rule_ctx *ctx, blanks *found, uint32_t b)
{
    const nb_table_block *block = &found->table->blocks[b];
    nb_amounts amounts = nb_amounts_of(nb_ctx_arena(ctx), found->table, b);
    for (uint32_t r = 0; r < amounts.rows; r++) {
        const nb_row *row = &block->rows[r];
        if (!row->is_present || block->form->rows[r].kind == NB_VALUE_NONE)
            continue;
        for (uint32_t c = 0; c < amounts.columns; c++) {
            found->has_figure |= row->cells[c].state == NB_CELL_VALUE;
            if (amounts.items[r * amounts.columns + c].state != NB_AMOUNT_BLANK ||
                may_be_blank(found->table, &block->form->rows[r]))
                continue;
            if (!found->first_row)
                found->first_row = row;
            *nb_vec_push(nb_ctx_arena(ctx), &found->cells) = &row->cells[c];
        }
    }
}

static bool prints_zeros(const nb_report *report)
{
    for (uint32_t t = 0; t < report->table_count; t++)
        for (uint32_t b = 0; b < report->tables[t].block_count; b++) {
            const nb_table_block *block = &report->tables[t].blocks[b];
            for (uint32_t r = 0; r < block->form->row_count; r++)
                for (uint32_t c = 0; c < block->form->column_count; c++)
                    if (block->rows[r].cells[c].state == NB_CELL_VALUE &&
                        block->rows[r].cells[c].figure.micro == 0)
                        return true;
        }
    return false;
}

/* Zeros must contradict nothing, and every cell must have a place of its own. */
static bool may_fill(nb_rule_ctx *ctx, const blanks *found)
{
    for (uint32_t b = 0; b < found->table->block_count; b++) {
        nb_amounts amounts = nb_amounts_of(nb_ctx_arena(ctx), found->table, b);
        if (!nb_amounts_hold_with_zeros(&amounts))
            return false;
    }
    for (uint32_t i = 1; i < found->cells.len; i++)
        if (found->cells.items[i]->span.start <= found->cells.items[i - 1]->span.start)
            return false;
    return true;
}

typedef struct blanks_list {
    blanks *items;
    uint32_t count;
    bool prints_zeros;
} blanks_list;

/*
 * Fills the blank cells of the table; where the report prints no 0 at all those of its other tables
 * too, because 0 in one and blanks in the other would be worse than before.
 */
static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const blanks_list *list, uint32_t one)
{
    static const nb_text2 fill = {"{0}处空白填0", "fill {0} blank cells with 0"};
    uint32_t first = list->prints_zeros ? one : 0;
    uint32_t end = list->prints_zeros ? one + 1 : list->count;
    uint32_t count = 0;
    for (uint32_t i = first; i < end; i++) {
        if (list->items[i].cells.len > 0 && !may_fill(ctx, &list->items[i]))
            return;
        count += list->items[i].cells.len;
    }
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, fill,
                                       nb_arena_printf(nb_ctx_arena(ctx), "%u", count));
    for (uint32_t i = first; i < end; i++)
        for (uint32_t k = 0; k < list->items[i].cells.len; k++)
            nb_fix_write_figure(ctx, fix, list->items[i].cells.items[k], 0, NULL);
    nb_fix_changes_figure(fix);
}

static void report_blanks(nb_rule_ctx *ctx, const blanks_list *list, uint32_t one)
{
    const blanks *found = &list->items[one];
    nb_severity severity = list->prints_zeros ? NB_SEVERITY_WARNING : NB_SEVERITY_HINT;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, severity, nb_cell_place(found->first_row, found->cells.items[0]));
    nb_finding_arg(draft, "table", nb_table_name(ctx, found->table));
    nb_finding_arg_int(draft, "count", found->cells.len);
    nb_finding_place(draft, nb_view_of(nb_table_key_name(found->table->key)));
    offer(ctx, draft, list, one);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    blanks_list list = {.prints_zeros = prints_zeros(report)};
    list.items = NB_NEW_ARRAY(nb_ctx_arena(ctx), blanks, report->table_count);
    for (uint32_t t = 0; t < report->table_count; t++) {
        blanks *found = &list.items[list.count];
        found->table = &report->tables[t];
        for (uint32_t b = 0; b < found->table->block_count; b++)
            add_block(ctx, found, b);
        if (found->has_figure && found->cells.len > 0)
            list.count++;
        else
            *found = (blanks){0};
    }
    for (uint32_t i = 0; i < list.count; i++)
        report_blanks(ctx, &list, i);
}

#define HEAD                                                                                                              \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | " \
    "0 | 0 |\n"
#define BAD HEAD "| 行政规范性文件 | 2 | | 9 |\n"
#define GOOD HEAD "| 行政规范性文件 | 2 | 0 | 9 |\n"

const nb_rule nb_rule_t109_blank_cells = {
    .code = "T109",
    .slug = "blank-cells",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"表格没有空格", "tables have no blank cells"},
    .message = {"{table}有{count}处空白，没有发生的应填0",
                "{table}: {count} cells are blank; write 0 for none"},
    .explanation = {"没有发生的事项应填0。同一报告中有的填0、有的留空，读者分不清是没有发生还是漏填"
                    "，按警告报告；"
                    "全部用空白表示0的按提示报告。无规章制定权的机关“规章”行留空不报告。",
                    "What did not happen is reported as 0. Both 0 and blanks in one report leave "
                    "open whether a figure was forgotten: a warning; blanks throughout are a hint. "
                    "The row 规章 may be blank where the body cannot make any."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = NULL,
    .check = check,
};
