#include <string.h>

#include "rules/table_names.h"

/*
 * Rows and columns of the form that a table does not have: one message a table. Not judged where
 * labels may have been lost with the borders of the cells.
 */

#define NAMED_MAX 3u

typedef struct gaps {
    NB_VEC(nb_view) names;
    uint32_t present;
    nb_span place; /* of the label before the first gap */
} gaps;

/*
 * Rows of the statistics form that only some provinces print: where they are absent the form is no
 * less complete.
 */
static bool is_local_row(const nb_form_row *row)
{
    static const char *const keys[] = {
        "received_other", "complaint_upheld", "complaint_corrected", "complaint_other",
        "delivered",      "delivered_paper",  "delivered_electronic"};
    for (uint32_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (!strcmp(row->key, keys[i]))
            return true;
    }
    return false;
}

static void add_rows(nb_rule_ctx *ctx, const nb_table *table, const nb_table_block *block,
                     gaps *found)
{
    bool has_local_rows = table->key == NB_TABLE_STATISTICS;
    for (uint32_t r = 0; r < block->form->row_count; r++) {
        const nb_row *row = &block->rows[r];
        if (row->is_present) {
            found->present++;
            if (found->names.len == 0 && !nb_span_is_empty(row->label_span))
                found->place = row->label_span;
        } else if (!has_local_rows || !is_local_row(&block->form->rows[r])) {
            *nb_vec_push(nb_ctx_arena(ctx), &found->names) = nb_row_name(&block->form->rows[r]);
        }
    }
}

/* A column that no row has. */
static void add_columns(nb_rule_ctx *ctx, const nb_table_block *block, gaps *found)
{
    for (uint32_t c = 0; c < block->form->column_count; c++) {
        uint32_t rows = 0, absent = 0;
        for (uint32_t r = 0; r < block->form->row_count; r++) {
            rows += block->rows[r].is_present && block->form->rows[r].kind != NB_VALUE_NONE;
            absent += block->rows[r].is_present && block->form->rows[r].kind != NB_VALUE_NONE &&
                      block->rows[r].cells[c].state == NB_CELL_ABSENT;
        }
        if (rows > 0 && rows == absent)
            *nb_vec_push(nb_ctx_arena(ctx), &found->names) =
                nb_column_name(nb_ctx_arena(ctx), &block->form->columns[c]);
    }
}

static void report_gaps(nb_rule_ctx *ctx, const nb_table *table, const gaps *found)
{
    static const nb_text2 more = {"{table}缺少{names}等{count}项",
                                  "{table} lacks {count} rows or columns, among them {names}"};
    nb_arena *arena = nb_ctx_arena(ctx);
    bool is_zh = nb_ctx_lang(ctx) == NB_LANG_ZH;
    /* Local forms of 2014 leave rows out; a fragment of a table proves nothing. */
    bool is_soft = table->key == NB_TABLE_STATISTICS || found->present < found->names.len ||
                   table->extra_count > 0;
    nb_span place = nb_span_is_empty(found->place)
                        ? nb_span_of(table->span.start, table->span.start)
                        : found->place;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, is_soft ? NB_SEVERITY_HINT : NB_SEVERITY_WARNING, place);
    nb_view names = {NULL, 0};
    for (uint32_t i = 0; i < found->names.len && i < NAMED_MAX; i++)
        names = nb_arena_printf(arena, is_zh ? "%.*s%s“%.*s”" : "%.*s%s\"%.*s\"", NB_ARG(names),
                                i == 0  ? ""
                                : is_zh ? "、"
                                        : ", ",
                                NB_ARG(found->names.items[i]));
    nb_finding_arg(draft, "table", nb_table_name(ctx, table));
    nb_finding_arg(draft, "names", names);
    if (found->names.len > NAMED_MAX) {
        nb_finding_message(draft, more);
        nb_finding_arg_int(draft, "count", found->names.len);
    }
    nb_finding_place(draft, nb_view_of(nb_table_key_name(table->key)));
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        gaps found = {.present = 0};
        if (table->dialect == NB_DIALECT_GLUED || !nb_table_is_bound(report, table))
            continue;
        for (uint32_t b = 0; b < table->block_count; b++) {
            add_rows(ctx, table, &table->blocks[b], &found);
            add_columns(ctx, &table->blocks[b], &found);
        }
        if (found.names.len > 0)
            report_gaps(ctx, table, &found);
    }
}

#define HEAD                                                                                                                   \
    "| 第二十条第（一）项 | | | |\n|---|---|---|---|\n"                                                               \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n"                \
    "| 行政规范性文件 | 2 | 0 | 9 |\n| 第二十条第（五）项 | | | |\n| 信息内容 | 本年处理决定数量 " \
    "| | |\n"                                                                                                                  \
    "| 行政许可 | 4 | | |\n| 第二十条第（六）项 | | | |\n| 信息内容 | 本年处理决定数量 | | |\n"
#define TAIL                                                                                                    \
    "| 第二十条第（八）项 | | | |\n| 信息内容 | 本年收费金额（单位：万元） | | |\n| " \
    "行政事业性收费 | 0 | | |\n"
#define BAD HEAD "| 行政处罚 | 3 | | |\n" TAIL
#define GOOD HEAD "| 行政处罚 | 3 | | |\n| 行政强制 | 0 | | |\n" TAIL

const nb_rule nb_rule_t113_missing_row = {
    .code = "T113",
    .slug = "missing-row",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .title = {"表格的行、列齐全", "tables have every row and column of the form"},
    .message = {"{table}缺少{names}", "{table} lacks {names}"},
    .explanation =
        {"统一格式的行、列不能删减，没有发生的事项填0。2014年统计表各地有增减，只作提示。",
         "Rows and columns of the form may not be left out; what did not happen is 0. "
         "Local versions of the statistics form of 2014 differ: a hint only."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .no_fix = {"缺少的行要连同数字补上，数字须与台账核对",
               "The missing row needs its figures from the records"},
    .basis = "《政府信息公开条例》第五十条",
    .check = check,
};
