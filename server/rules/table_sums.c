#include "rules/table_sums.h"

#include <string.h>

#include "rules/table_faults.h"
#include "rules/table_names.h"

static const nb_text2 as_is = {"{0}", "{0}"};

static const nb_text2 cell_message = {
    "{where}：{says}不成立，左边为{left}，右边为{right}，相差{difference}；{cell}印作{printed}，"
    "改为{wanted}则有关各项都成立",
    "{where}: {says} does not hold; left {left}, right {right}, difference {difference}; {cell} "
    "reads {printed}, with {wanted} all sums it is part of hold",
};

static const nb_verdict *main_of(const nb_fault *fault);

static nb_sum_family family_of(const nb_fault *fault)
{
    const nb_verdict *verdict = main_of(fault);
    if (fault->table->key == NB_TABLE_REVIEW)
        return NB_SUM_REVIEW;
    if (fault->table->key == NB_TABLE_STATISTICS)
        return NB_SUM_STATISTICS;
    if (verdict->identity->axis == NB_AXIS_COLUMNS)
        return NB_SUM_APPLICANTS;
    return verdict->identity->total ? NB_SUM_RESULTS : NB_SUM_BALANCE;
}

/*
 * The failure to report a fault as: the sum whose total is the wrong cell; of a wrong part the sum
 * of its row, where the reader sees it at once.
 */
static const nb_verdict *main_of(const nb_fault *fault)
{
    const nb_verdict *best = fault->main;
    uint32_t best_rank = 0;
    for (uint32_t i = 0; i < fault->verdict_count && fault->is_cell; i++) {
        const nb_verdict *verdict = fault->verdicts[i];
        const nb_identity *identity = verdict->identity;
        const nb_form_block *block = fault->table->blocks[fault->block].form;
        const char *key = identity->axis == NB_AXIS_ROWS
                              ? block->rows[fault->repairs[0].row[0]].key
                              : block->columns[fault->repairs[0].column[0]].key;
        uint32_t rank = identity->total && strcmp(identity->total, key) == 0 ? 3
                        : identity->axis == NB_AXIS_COLUMNS                  ? 2
                        : identity->total                                    ? 1
                                                                             : 0;
        if (rank > best_rank) {
            best = verdict;
            best_rank = rank;
        }
    }
    return best;
}

static nb_severity severity_of(const nb_fault *fault)
{
    nb_severity severity = NB_SEVERITY_HINT;
    for (uint32_t i = 0; i < fault->verdict_count; i++) {
        const nb_verdict *verdict = fault->verdicts[i];
        bool is_above = verdict->left_micro > verdict->right_micro;
        nb_strength strength =
            is_above ? verdict->identity->strength : verdict->identity->strength_below;
        nb_severity s = strength == NB_MUST     ? NB_SEVERITY_ERROR
                        : strength == NB_SHOULD ? NB_SEVERITY_WARNING
                                                : NB_SEVERITY_HINT;
        /* A row that the document leaves out may be what is missing. */
        nb_operands ops;
        const nb_table_block *block = &fault->table->blocks[fault->block];
        nb_operands_of(block->form, verdict->identity, &ops);
        for (uint32_t k = 0; k < ops.left_count && !is_above; k++)
            if (verdict->identity->axis == NB_AXIS_ROWS && !block->rows[ops.left[k]].is_present &&
                s == NB_SEVERITY_ERROR)
                s = NB_SEVERITY_WARNING;
        if (s < severity)
            severity = s;
    }
    return severity;
}

typedef struct place {
    uint32_t row;
    uint32_t column;
} place;

static place place_of(const nb_verdict *verdict, uint32_t operand)
{
    return verdict->identity->axis == NB_AXIS_ROWS ? (place){operand, verdict->index}
                                                   : (place){verdict->index, operand};
}

/* The wrong cell, else the total, else the first operand that is printed. */
static place find_place(const nb_fault *fault, const nb_verdict *verdict)
{
    const nb_table_block *block = &fault->table->blocks[fault->block];
    if (fault->is_cell)
        return (place){fault->repairs[0].row[0], fault->repairs[0].column[0]};
    nb_operands ops;
    nb_operands_of(block->form, verdict->identity, &ops);
    if (ops.total != NB_VIEW_NONE)
        return place_of(verdict, ops.total);
    for (uint32_t i = 0; i < ops.right_count + ops.left_count; i++) {
        uint32_t operand = i < ops.right_count ? ops.right[i] : ops.left[i - ops.right_count];
        place p = place_of(verdict, operand);
        if (block->rows[p.row].is_present &&
            block->rows[p.row].cells[p.column].state == NB_CELL_VALUE)
            return p;
    }
    return place_of(verdict, ops.right[0]);
}

static nb_view where(nb_rule_ctx *ctx, const nb_fault *fault, const nb_verdict *verdict)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_form_block *block = fault->table->blocks[fault->block].form;
    nb_view table = nb_table_name(ctx, fault->table);
    bool by_rows = verdict->identity->axis == NB_AXIS_ROWS;
    nb_view name = by_rows ? nb_column_name(arena, &block->columns[verdict->index])
                           : nb_row_name(&block->rows[verdict->index]);
    bool is_only = by_rows ? block->column_count == 1 : block->row_count == 1;
    if (is_only)
        return table;
    if (nb_ctx_lang(ctx) == NB_LANG_ZH)
        return nb_arena_printf(arena, "%.*s“%.*s”%s", NB_ARG(table), NB_ARG(name),
                               by_rows ? "列" : "行");
    return nb_arena_printf(arena, "%.*s, %s \"%.*s\"", NB_ARG(table), by_rows ? "column" : "row",
                           NB_ARG(name));
}

static nb_view says(nb_rule_ctx *ctx, const nb_verdict *verdict)
{
    return nb_view_of(nb_text2_in(verdict->identity->says, nb_ctx_lang(ctx)));
}

/* Every printed operand of the failure, with its row and column. */
static void relate_operands(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_fault *fault,
                            const nb_verdict *verdict)
{
    const nb_table_block *block = &fault->table->blocks[fault->block];
    nb_operands ops;
    nb_operands_of(block->form, verdict->identity, &ops);
    for (uint32_t i = 0; i < ops.left_count + ops.right_count; i++) {
        uint32_t operand = i < ops.left_count ? ops.left[i] : ops.right[i - ops.left_count];
        place p = place_of(verdict, operand);
        const nb_row *row = &block->rows[p.row];
        const nb_cell *cell = &row->cells[p.column];
        if (!row->is_present || cell->state != NB_CELL_VALUE)
            continue;
        nb_view name = nb_cell_name(ctx, block, p.row, p.column);
        nb_view text =
            nb_arena_printf(nb_ctx_arena(ctx), "%.*s＝%.*s", NB_ARG(name),
                            NB_ARG(nb_micro_text(nb_ctx_arena(ctx), cell->figure.micro)));
        nb_finding_relate(draft, cell->span, as_is, text);
    }
}

/* The other failures of the fault: where, what, and both figures. */
static void relate_failures(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_fault *fault,
                            const nb_verdict *main)
{
    static const nb_text2 also = {"同时不成立：{0}", "does not hold either: {0}"};
    nb_arena *arena = nb_ctx_arena(ctx);
    for (uint32_t i = 0; i < fault->verdict_count; i++) {
        const nb_verdict *verdict = fault->verdicts[i];
        if (verdict == main)
            continue;
        nb_fault alone = *fault;
        alone.is_cell = false;
        place p = find_place(&alone, verdict);
        const nb_row *row = &fault->table->blocks[fault->block].rows[p.row];
        nb_view text = nb_arena_printf(
            arena, "%.*s %.*s（%.*s≠%.*s）", NB_ARG(where(ctx, fault, verdict)),
            NB_ARG(says(ctx, verdict)), NB_ARG(nb_micro_text(arena, verdict->left_micro)),
            NB_ARG(nb_micro_text(arena, verdict->right_micro)));
        nb_finding_relate(draft, nb_cell_place(row, &row->cells[p.column]), also, text);
    }
}

static bool can_write(const nb_fault *fault, const nb_repair *repair)
{
    const nb_table_block *block = &fault->table->blocks[fault->block];
    for (uint32_t k = 0; k < repair->count; k++)
        if (!nb_cell_is_writable(&block->rows[repair->row[k]].cells[repair->column[k]]))
            return false;
    return repair->count > 0;
}

static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_fault *fault,
                  const nb_repair *repair)
{
    static const nb_text2 titles[NB_REPAIR_CELLS_MAX] = {
        {"将{0}", "set {0}"},
        {"将{0}（该行两格同改）", "set {0} (both cells of the row)"},
    };
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_table_block *block = &fault->table->blocks[fault->block];
    bool is_zh = nb_ctx_lang(ctx) == NB_LANG_ZH;
    if (!can_write(fault, repair))
        return;
    nb_view list = {NULL, 0};
    for (uint32_t k = 0; k < repair->count; k++) {
        nb_view name = nb_cell_name(ctx, block, repair->row[k], repair->column[k]);
        nb_view wanted = nb_micro_text(arena, repair->wanted_micro[k]);
        const char *comma = k == 0 ? "" : is_zh ? "、" : ", ";
        list = nb_arena_printf(arena, is_zh ? "%.*s%s%.*s改为%.*s" : "%.*s%s%.*s to %.*s",
                               NB_ARG(list), comma, NB_ARG(name), NB_ARG(wanted));
    }
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, titles[repair->count - 1], list);
    for (uint32_t k = 0; k < repair->count; k++) {
        uint32_t row = repair->row[k], column = repair->column[k];
        nb_fix_write_figure(ctx, fix, &block->rows[row].cells[column], repair->wanted_micro[k],
                            nb_cell_neighbour(block, row, column));
    }
    nb_fix_changes_figure(fix);
}

/* The first repair writes the total of the sum. */
static bool is_total_of(const nb_verdict *verdict, const nb_fault *fault)
{
    nb_operands ops;
    nb_operands_of(fault->table->blocks[fault->block].form, verdict->identity, &ops);
    place p = ops.total == NB_VIEW_NONE ? (place){NB_VIEW_NONE, NB_VIEW_NONE}
                                        : place_of(verdict, ops.total);
    return p.row == fault->repairs[0].row[0] && p.column == fault->repairs[0].column[0];
}

/*
 * Alternatives of a sum with a total: only the total is offered, because which of the parts would
 * be wrong is anybody's guess.
 */
static void offer_repairs(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_fault *fault)
{
    uint32_t count = fault->repair_count;
    if (count > 1 && fault->repairs[0].count == 1)
        count = is_total_of(main_of(fault), fault) ? 1 : 0;
    for (uint32_t i = 0; i < count; i++)
        offer(ctx, draft, fault, &fault->repairs[i]);
}

static void report_fault(nb_rule_ctx *ctx, const nb_fault *fault)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_table_block *block = &fault->table->blocks[fault->block];
    const nb_verdict *verdict = main_of(fault);
    place p = find_place(fault, verdict);
    const nb_row *row = &block->rows[p.row];
    const nb_cell *cell = &row->cells[p.column];
    nb_finding_draft *draft = nb_ctx_find(ctx, severity_of(fault), nb_cell_place(row, cell));
    int64_t difference = verdict->left_micro - verdict->right_micro;
    nb_finding_arg(draft, "where", where(ctx, fault, verdict));
    nb_finding_arg(draft, "says", says(ctx, verdict));
    nb_finding_arg_micro(draft, "left", verdict->left_micro);
    nb_finding_arg_micro(draft, "right", verdict->right_micro);
    nb_finding_arg_micro(draft, "difference", difference < 0 ? -difference : difference);
    /* A single failure repaired by its own total says nothing beyond itself. */
    if (fault->is_cell && fault->verdict_count > 1 && cell->state == NB_CELL_VALUE) {
        nb_finding_message(draft, cell_message);
        nb_finding_arg(draft, "cell", nb_cell_name(ctx, block, p.row, p.column));
        nb_finding_arg_micro(draft, "printed", cell->figure.micro);
        nb_finding_arg_micro(draft, "wanted", fault->repairs[0].wanted_micro[0]);
    }
    nb_finding_place(draft, nb_cell_key(arena, fault->table, block->form->rows[p.row].key,
                                        block->form->columns[p.column].key));
    relate_operands(ctx, draft, fault, verdict);
    relate_failures(ctx, draft, fault, verdict);
    offer_repairs(ctx, draft, fault);
}

void nb_sums_check(nb_rule_ctx *ctx, nb_sum_family family)
{
    nb_faults faults = nb_faults_find(ctx);
    for (uint32_t i = 0; i < faults.count; i++)
        if (family_of(&faults.items[i]) == family)
            report_fault(ctx, &faults.items[i]);
}
