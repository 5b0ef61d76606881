#include "rules/table_faults.h"

#include <string.h>

/* One block with its judged verdicts. */
typedef struct ground {
    nb_arena *arena;
    nb_amounts amounts;
    const nb_verdict *verdicts; /* of the whole report */
    uint32_t first;             /* those of this block */
    uint32_t end;
    bool *is_done; /* per verdict of the block: explained */
    int8_t *signs; /* identity × operand: 1 left, -1 right, 0 no part of it */
    uint32_t width;
} ground;

static nb_operands operands(const ground *g, const nb_identity *identity)
{
    nb_operands ops;
    nb_operands_of(g->amounts.table->blocks[g->amounts.block].form, identity, &ops);
    return ops;
}

/* 1 if the cell is on the left of the verdict, -1 on the right, 0 if it is not in it. */
static int side_of(const ground *g, const nb_verdict *verdict, uint32_t row, uint32_t column)
{
    bool by_rows = verdict->identity->axis == NB_AXIS_ROWS;
    if (verdict->index != (by_rows ? column : row))
        return 0;
    uint32_t identity = (uint32_t)(verdict->identity - g->amounts.table->form->identities);
    return g->signs[identity * g->width + (by_rows ? row : column)];
}

static void fill_signs(ground *g)
{
    const nb_form_table *form = g->amounts.table->form;
    g->width = g->amounts.rows > g->amounts.columns ? g->amounts.rows : g->amounts.columns;
    g->signs = NB_NEW_ARRAY(g->arena, int8_t, form->identity_count * g->width);
    for (uint32_t i = 0; i < form->identity_count; i++) {
        nb_operands ops;
        const nb_form_block *block = g->amounts.table->blocks[g->amounts.block].form;
        if (!nb_operands_of(block, &form->identities[i], &ops))
            continue;
        for (uint32_t k = 0; k < ops.left_count; k++)
            g->signs[i * g->width + ops.left[k]] = 1;
        for (uint32_t k = 0; k < ops.right_count; k++)
            g->signs[i * g->width + ops.right[k]] = -1;
    }
}

static nb_amount amount_at(const ground *g, uint32_t row, uint32_t column)
{
    return g->amounts.items[row * g->amounts.columns + column];
}

/* Could this cell be written so? */
static bool may_become(const ground *g, uint32_t row, uint32_t column, int64_t wanted)
{
    const nb_table_block *block = &g->amounts.table->blocks[g->amounts.block];
    nb_amount_state state = amount_at(g, row, column).state;
    nb_value_kind kind = nb_cell_kind(block->form, row, column);
    if (state != NB_AMOUNT_PRINTED && state != NB_AMOUNT_BLANK)
        return false;
    if (wanted < 0 && kind != NB_VALUE_SIGNED)
        return false;
    return kind == NB_VALUE_AMOUNT || wanted % NB_FIGURE_ONE == 0;
}

/*
 * Adds change to the cells of the repair: how many open failures does it repair? 0 if one of them
 * stays, or a sum that holds breaks. *bonus counts the failed inequalities that it repairs too.
 */
static uint32_t score(ground *g, const nb_repair *repair, int64_t change, uint32_t *bonus)
{
    uint32_t repaired = 0;
    *bonus = 0;
    for (uint32_t i = g->first; i < g->end; i++) {
        const nb_verdict *verdict = &g->verdicts[i];
        int sides = 0;
        if (verdict->state == NB_VERDICT_UNJUDGED)
            continue;
        for (uint32_t k = 0; k < repair->count; k++)
            sides += side_of(g, verdict, repair->row[k], repair->column[k]);
        if (sides == 0)
            continue;
        int64_t difference = verdict->left_micro - verdict->right_micro + sides * change;
        bool holds = verdict->identity->relation == NB_REL_EQ ? difference == 0 : difference <= 0;
        if (!holds && verdict->identity->relation == NB_REL_LE &&
            verdict->state == NB_VERDICT_FAILS)
            continue;
        if (!holds)
            return 0;
        if (verdict->identity->relation == NB_REL_EQ && verdict->state == NB_VERDICT_FAILS)
            repaired += !g->is_done[i - g->first];
        else if (verdict->state == NB_VERDICT_FAILS)
            (*bonus)++;
    }
    return repaired;
}

static bool fill_wanted(const ground *g, nb_repair *repair, int64_t change)
{
    for (uint32_t k = 0; k < repair->count; k++) {
        nb_amount amount = amount_at(g, repair->row[k], repair->column[k]);
        repair->wanted_micro[k] = amount.micro + change;
        if (!may_become(g, repair->row[k], repair->column[k], repair->wanted_micro[k]))
            return false;
    }
    return true;
}

/* The change of a cell on this side of the verdict that makes it hold. */
static int64_t change_for(const nb_verdict *verdict, int side)
{
    return side * (verdict->right_micro - verdict->left_micro);
}

static bool is_total(ground *g, const nb_verdict *verdict, uint32_t row, uint32_t column)
{
    nb_operands ops = operands(g, verdict->identity);
    return ops.total == (verdict->identity->axis == NB_AXIS_ROWS ? row : column);
}

typedef struct search {
    nb_repair best[NB_REPAIRS_MAX];
    uint32_t count; /* of the best, may exceed NB_REPAIRS_MAX */
    uint32_t score;
    uint32_t bonus;
} search;

static void offer(ground *g, search *s, const nb_repair *repair, int64_t change, bool is_likely)
{
    uint32_t bonus = 0;
    uint32_t value = score(g, repair, change, &bonus);
    if (value < s->score || value == 0 || (value == s->score && bonus < s->bonus))
        return;
    if (value > s->score || bonus > s->bonus) {
        s->score = value;
        s->bonus = bonus;
        s->count = 0;
    }
    if (s->count < NB_REPAIRS_MAX)
        s->best[s->count] = *repair;
    if (is_likely) {
        uint32_t last = s->count < NB_REPAIRS_MAX ? s->count : NB_REPAIRS_MAX - 1;
        s->best[last] = s->best[0];
        s->best[0] = *repair;
    }
    s->count++;
}

static void try_operand(ground *g, search *s, const nb_verdict *verdict, uint32_t operand, int side)
{
    bool by_rows = verdict->identity->axis == NB_AXIS_ROWS;
    nb_repair repair = {.count = 1};
    repair.row[0] = by_rows ? operand : verdict->index;
    repair.column[0] = by_rows ? verdict->index : operand;
    int64_t change = change_for(verdict, side);
    if (!fill_wanted(g, &repair, change))
        return;
    offer(g, s, &repair, change, is_total(g, verdict, repair.row[0], repair.column[0]));
}

static search search_cell(ground *g, const nb_verdict *verdict)
{
    search s = {.count = 0};
    nb_operands ops = operands(g, verdict->identity);
    for (uint32_t i = 0; i < ops.left_count; i++)
        try_operand(g, &s, verdict, ops.left[i], 1);
    for (uint32_t i = 0; i < ops.right_count; i++)
        try_operand(g, &s, verdict, ops.right[i], -1);
    return s;
}

/*
 * A cell and the total of its row together: a row that adds up, but whose figure is not what the
 * columns want.
 */
static search search_pair(ground *g, const nb_verdict *verdict)
{
    search s = {.count = 0};
    if (verdict->identity->axis != NB_AXIS_ROWS || g->amounts.table->key != NB_TABLE_REQUESTS)
        return s;
    nb_operands ops = operands(g, verdict->identity);
    uint32_t total = g->amounts.columns - 1;
    for (uint32_t c = 0; c < g->amounts.columns; c++) {
        if ((verdict->index != total && c != verdict->index) || c == total)
            continue;
        for (uint32_t i = 0; i < ops.left_count + ops.right_count; i++) {
            bool is_left = i < ops.left_count;
            uint32_t row = is_left ? ops.left[i] : ops.right[i - ops.left_count];
            nb_repair repair = {.count = 2, .row = {row, row}, .column = {c, total}};
            int64_t change = change_for(verdict, is_left ? 1 : -1);
            if (fill_wanted(g, &repair, change))
                offer(g, &s, &repair, change, row == ops.total);
        }
    }
    /* Fewer than two repaired failures prove nothing: any row would do. */
    if (s.score < 2)
        s.count = 0;
    return s;
}

static bool touches(ground *g, const nb_verdict *verdict, const nb_repair *repair)
{
    for (uint32_t k = 0; k < repair->count; k++)
        if (side_of(g, verdict, repair->row[k], repair->column[k]) != 0)
            return true;
    return false;
}

static bool is_open(const ground *g, uint32_t i)
{
    return g->verdicts[i].state == NB_VERDICT_FAILS &&
           g->verdicts[i].identity->relation == NB_REL_EQ && !g->is_done[i - g->first];
}

/* Every open failure that the first repair touches; without a repair all of the same identity if
 * that is the balance, whose columns are rarely wrong one by one. */
static nb_fault make_fault(ground *g, uint32_t main, const search *s)
{
    nb_fault fault = {.table = g->amounts.table, .block = g->amounts.block};
    const nb_verdict **list = NB_NEW_ARRAY(g->arena, const nb_verdict *, g->end - g->first);
    fault.main = &g->verdicts[main];
    bool is_balance = fault.main->identity->total == NULL;
    for (uint32_t i = g->first; i < g->end; i++) {
        if (!is_open(g, i))
            continue;
        bool belongs = i == main || (s->count > 0 && touches(g, &g->verdicts[i], &s->best[0])) ||
                       (is_balance && g->verdicts[i].identity == fault.main->identity);
        if (!belongs)
            continue;
        list[fault.verdict_count++] = &g->verdicts[i];
        g->is_done[i - g->first] = true;
    }
    fault.verdicts = list;
    /* A repair of a part of it would leave the rest behind. */
    bool is_guess = s->count > NB_REPAIRS_MAX && s->best[0].count > 1;
    if (s->score == fault.verdict_count && !is_guess)
        fault.repair_count = s->count < NB_REPAIRS_MAX ? s->count : NB_REPAIRS_MAX;
    memcpy(fault.repairs, s->best, sizeof fault.repairs);
    fault.is_cell = s->count == 1 && s->best[0].count == 1;
    return fault;
}

typedef NB_VEC(nb_fault) fault_vec;

static void explain(ground *g, fault_vec *faults)
{
    for (;;) {
        search best = {.count = 0};
        uint32_t main = NB_VIEW_NONE;
        for (uint32_t i = g->first; i < g->end; i++) {
            if (!is_open(g, i))
                continue;
            search s = search_cell(g, &g->verdicts[i]);
            if (main == NB_VIEW_NONE || s.score > best.score) {
                best = s;
                main = i;
            }
        }
        if (main == NB_VIEW_NONE)
            return;
        for (uint32_t i = g->first; i < g->end; i++) {
            if (!is_open(g, i))
                continue;
            search s = search_pair(g, &g->verdicts[i]);
            if (s.count > 0 && s.score > best.score) {
                best = s;
                main = i;
            }
        }
        *nb_vec_push(g->arena, faults) = make_fault(g, main, &best);
    }
}

static bool has_failure(const nb_verdict *verdicts, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (verdicts[i].state == NB_VERDICT_FAILS && verdicts[i].identity->relation == NB_REL_EQ)
            return true;
    return false;
}

nb_faults nb_faults_find(nb_rule_ctx *ctx)
{
    fault_vec faults = {0};
    uint32_t count = 0;
    const nb_verdict *verdicts = nb_ctx_verdicts(ctx, &count);
    for (uint32_t first = 0, end = 0; first < count; first = end) {
        for (end = first; end < count && verdicts[end].table == verdicts[first].table &&
                          verdicts[end].block == verdicts[first].block;
             end++)
            continue;
        if (!has_failure(verdicts, first, end))
            continue;
        ground g = {.arena = nb_ctx_arena(ctx), .verdicts = verdicts, .first = first, .end = end};
        g.amounts = nb_amounts_of(g.arena, verdicts[first].table, verdicts[first].block);
        fill_signs(&g);
        g.is_done = NB_NEW_ARRAY(g.arena, bool, end - first);
        explain(&g, &faults);
    }
    return (nb_faults){faults.items, faults.len};
}

bool nb_fault_explains(const nb_fault *fault, const nb_verdict *verdict)
{
    if (!fault->is_cell || fault->repair_count == 0 || fault->table != verdict->table ||
        fault->block != verdict->block)
        return false;
    const nb_table_block *block = &fault->table->blocks[fault->block];
    uint32_t row = fault->repairs[0].row[0], column = fault->repairs[0].column[0];
    bool by_rows = verdict->identity->axis == NB_AXIS_ROWS;
    uint32_t operand = by_rows ? row : column;
    nb_operands ops;
    if (verdict->index != (by_rows ? column : row) ||
        !nb_operands_of(block->form, verdict->identity, &ops))
        return false;
    int64_t change =
        fault->repairs[0].wanted_micro[0] - block->rows[row].cells[column].figure.micro;
    int64_t left = verdict->left_micro, right = verdict->right_micro;
    for (uint32_t i = 0; i < ops.left_count; i++)
        left += ops.left[i] == operand ? change : 0;
    for (uint32_t i = 0; i < ops.right_count; i++)
        right += ops.right[i] == operand ? change : 0;
    return left <= right;
}
