#include "rules/table_names.h"

/* Figures of table 二 that hardly go together (domain: relations 11, 13 to 15). All of them hints.
 */

static const nb_text2 vanished = {"本年制发{value}件，却没有现行有效的，也没有废止的",
                                  "{value} were issued this year, none is in force, none repealed"};
static const nb_text2 part = {"本年新公开{value}件，多于对外公开总数量{other}件",
                              "{value} newly disclosed, more than the {other} disclosed in all"};
static const nb_text2 undisclosed = {"本年新制作{value}件，却没有公开一件",
                                     "{value} were made this year, none was disclosed"};
static const nb_text2 negative = {"上一年{other}项，本年减少{value}项，不够减",
                                  "{value} fewer than last year's {other} items is impossible"};
static const nb_text2 no_item = {"没有项目，却有处理决定{value}件",
                                 "no items, yet {value} decisions"};

typedef struct line {
    nb_rule_ctx *ctx;
    const nb_table *table;
    const nb_table_block *block;
    uint32_t row;
} line;

/* The printed figure of a column; false if there is none that was surely read. */
static bool get(const line *l, const char *column, int64_t *micro)
{
    uint32_t c = nb_form_column_index(l->block->form, column);
    if (c == NB_VIEW_NONE)
        return false;
    const nb_cell *cell = &l->block->rows[l->row].cells[c];
    *micro = cell->figure.micro;
    return cell->state == NB_CELL_VALUE && !cell->figure.is_approximate;
}

static void report_line(const line *l, const char *column, nb_text2 message, int64_t value,
                        const int64_t *other)
{
    uint32_t c = nb_form_column_index(l->block->form, column);
    nb_finding_draft *draft =
        nb_ctx_find(l->ctx, NB_SEVERITY_HINT, l->block->rows[l->row].cells[c].span);
    nb_finding_message(draft, message);
    nb_finding_arg_micro(draft, "value", value);
    if (other)
        nb_finding_arg_micro(draft, "other", *other);
    nb_finding_place(draft, nb_cell_key(nb_ctx_arena(l->ctx), l->table,
                                        l->block->form->rows[l->row].key, column));
}

static void check_documents(const line *l)
{
    int64_t a, b, c;
    if (get(l, "issued", &a) && get(l, "repealed", &b) && get(l, "in_force", &c) && a > 0 &&
        b == 0 && c == 0)
        report_line(l, "issued", vanished, a, NULL);
    if (!get(l, "made", &a) || !get(l, "disclosed", &b) || !get(l, "disclosed_total", &c))
        return;
    if (b > c)
        report_line(l, "disclosed", part, b, &c);
    else if (a > 0 && b == 0 && c == 0)
        report_line(l, "made", undisclosed, a, NULL);
}

static void check_items(const line *l)
{
    int64_t previous, change, decisions;
    if (!get(l, "previous", &previous) || !get(l, "change", &change))
        return;
    if (previous + change < 0)
        report_line(l, "change", negative, -change, &previous);
    else if (previous + change == 0 && previous == 0 && get(l, "decisions", &decisions) &&
             decisions > 0)
        report_line(l, "decisions", no_item, decisions, NULL);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        for (uint32_t b = 0; table->key == NB_TABLE_DISCLOSURE && b < table->block_count; b++)
            for (uint32_t r = 0; r < table->blocks[b].form->row_count; r++) {
                line l = {ctx, table, &table->blocks[b], r};
                if (!table->blocks[b].rows[r].is_present)
                    continue;
                check_documents(&l);
                check_items(&l);
            }
    }
}

#define HEAD                                                                                                              \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | " \
    "0 | 0 |\n"
#define BAD HEAD "| 行政规范性文件 | 2 | 0 | 0 |\n"
#define GOOD HEAD "| 行政规范性文件 | 2 | 0 | 9 |\n"

const nb_rule nb_rule_t117_disclosure_doubt = {
    .code = "T117",
    .slug = "disclosure-doubt",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_NONE,
    .title = {"表二各数相互说得通", "the figures of table 2 go together"},
    .message = {"这一行的数相互矛盾：{value}",
                "the figures of this row contradict each other: {value}"},
    .explanation = {"表二没有印出勾稽关系，但按指标含义：本年制发的文件或者仍然有效，或者已经废止；"
                    "新公开的计入公开总数；"
                    "减少的项目不会多于原有的项目。不符的请核实，确有原因的可以不改。",
                    "Table 2 prints no relation, but its indicators imply some: what was issued is "
                    "in force or repealed, what was newly disclosed is part of the total, no more "
                    "items can go than there were."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .no_fix = {"哪一个数字有误，须与台账核对", "Which of the figures is wrong, the records tell"},
    .basis = NULL,
    .check = check,
};
