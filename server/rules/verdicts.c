#include "rules/verdicts.h"

#include "rules/table_math.h"

/* Why an identity was not judged. */
typedef enum doubt {
    DOUBT_NONE,
    DOUBT_ABSENT,
    DOUBT_UNASSIGNED,
    DOUBT_UNREADABLE,
    DOUBT_BLANK,
    DOUBT_TOTAL_BLANK,
    DOUBT_EXTRA_COLUMN,
    DOUBT_EXTRA_ROW,
    DOUBT_COUNT
} doubt;

static const nb_text2 doubt_texts[DOUBT_COUNT] = {
    [DOUBT_NONE] = {.zh = "", .en = ""},
    [DOUBT_ABSENT] = {.zh = "有的行或列没有找到", .en = "a row or column was not found"},
    [DOUBT_UNASSIGNED] = {.zh = "有的数字分不清属于哪一格",
                          .en = "some figures cannot be assigned to their cells"},
    [DOUBT_UNREADABLE] = {.zh = "有的单元格不是数字", .en = "a cell does not read as a figure"},
    [DOUBT_BLANK] = {.zh = "有关单元格空白", .en = "the cells are blank"},
    [DOUBT_TOTAL_BLANK] = {.zh = "总计空白", .en = "the total is blank"},
    [DOUBT_EXTRA_COLUMN] = {.zh = "表中有格式以外的列", .en = "the table has further columns"},
    [DOUBT_EXTRA_ROW] = {.zh = "表中有格式以外的行", .en = "the table has further rows"},
};

typedef struct side {
    int64_t sum;
    uint32_t printed;
    uint32_t figures; /* printed or computed */
    uint32_t count;
    uint32_t absent;      /* rows that this document does not have */
    bool absent_are_last; /* and they are the last ones of the list */
} side;

typedef struct judge {
    nb_arena *arena;
    nb_lang lang;
    NB_VEC(nb_verdict) verdicts;
} judge;

static doubt doubt_of(const nb_amounts *amounts, nb_identity_axis axis, uint32_t operand,
                      uint32_t line)
{
    if (!nb_operand_row(amounts, axis, operand, line)->is_present)
        return DOUBT_ABSENT;
    switch (nb_operand_cell(amounts, axis, operand, line)->state) {
    case NB_CELL_ABSENT:
        return DOUBT_ABSENT;
    case NB_CELL_UNASSIGNED:
        return DOUBT_UNASSIGNED;
    default:
        return DOUBT_UNREADABLE;
    }
}

/* Adds up a side. Rows that the document leaves out are counted, not doubted, if may_lack. */
static doubt add_up(const nb_amounts *amounts, nb_identity_axis axis, const uint32_t *operands,
                    uint32_t count, uint32_t line, bool may_lack, side *out)
{
    *out = (side){.count = count, .absent_are_last = true};
    for (uint32_t i = 0; i < count; i++) {
        nb_amount amount = nb_amount_at(amounts, axis, operands[i], line);
        if (amount.state == NB_AMOUNT_UNKNOWN) {
            doubt why = doubt_of(amounts, axis, operands[i], line);
            if (why != DOUBT_ABSENT || !may_lack)
                return why;
            out->absent++;
            continue;
        }
        if (out->absent > 0)
            out->absent_are_last = false;
        out->printed += amount.state == NB_AMOUNT_PRINTED;
        out->figures += amount.state >= NB_AMOUNT_PRINTED;
        if (__builtin_add_overflow(out->sum, amount.micro, &out->sum))
            return DOUBT_UNREADABLE;
    }
    return DOUBT_NONE;
}

/*
 * Local forms of 2014 leave out the last row of a split (5.其他形式): then what is printed is the
 * split. A row left out in the middle may have been lost.
 */
static doubt judge_absent(const side *left, const side *right)
{
    if (left->absent == 0 || left->sum > right->sum)
        return DOUBT_NONE;
    return left->absent_are_last && left->absent < left->count ? DOUBT_NONE : DOUBT_ABSENT;
}

static doubt judge_equality(const nb_amounts *amounts, const nb_identity *identity,
                            const nb_operands *ops, uint32_t line, const side *left,
                            const side *right)
{
    if (ops->total != NB_VIEW_NONE) {
        if (nb_amount_at(amounts, identity->axis, ops->total, line).state != NB_AMOUNT_PRINTED)
            return left->figures > 0 ? DOUBT_TOTAL_BLANK : DOUBT_BLANK;
        if (left->figures == 0)
            return DOUBT_BLANK;
    }
    if (left->figures + right->figures == 0)
        return DOUBT_BLANK;
    if (identity->axis == NB_AXIS_ROWS && ops->total != NB_VIEW_NONE && left->sum < right->sum &&
        nb_table_has_extra_rows(amounts->table))
        return DOUBT_EXTRA_ROW;
    return judge_absent(left, right);
}

static void judge_line(judge *j, const nb_amounts *amounts, const nb_identity *identity,
                       const nb_operands *ops, uint32_t line)
{
    const nb_table_block *block = &amounts->table->blocks[amounts->block];
    bool may_lack = amounts->table->key == NB_TABLE_STATISTICS && identity->relation == NB_REL_EQ &&
                    ops->total != NB_VIEW_NONE;
    side left, right = {0};
    doubt why = add_up(amounts, identity->axis, ops->left, ops->left_count, line, may_lack, &left);
    if (why == DOUBT_NONE)
        why = add_up(amounts, identity->axis, ops->right, ops->right_count, line, false, &right);
    if (why == DOUBT_NONE && identity->axis == NB_AXIS_COLUMNS && block->has_extra_columns)
        why = DOUBT_EXTRA_COLUMN;
    if (why == DOUBT_NONE && identity->relation == NB_REL_EQ)
        why = judge_equality(amounts, identity, ops, line, &left, &right);
    if (why == DOUBT_NONE && identity->relation == NB_REL_LE &&
        left.printed + right.printed < left.count + right.count)
        why = DOUBT_BLANK;
    bool holds = identity->relation == NB_REL_EQ ? left.sum == right.sum : left.sum <= right.sum;
    *nb_vec_push(j->arena, &j->verdicts) = (nb_verdict){
        .table = amounts->table,
        .block = amounts->block,
        .identity = identity,
        .index = line,
        .state = why != DOUBT_NONE ? NB_VERDICT_UNJUDGED
                 : holds           ? NB_VERDICT_HOLDS
                                   : NB_VERDICT_FAILS,
        .reason = nb_view_of(nb_text2_in(doubt_texts[why], j->lang)),
        .left_micro = left.sum,
        .right_micro = right.sum,
    };
}

static void judge_table(judge *j, const nb_table *table)
{
    for (uint32_t b = 0; b < table->block_count; b++) {
        nb_amounts amounts = nb_amounts_of(j->arena, table, b);
        for (uint32_t i = 0; i < table->form->identity_count; i++) {
            const nb_identity *identity = &table->form->identities[i];
            nb_operands ops;
            if (!nb_operands_of(table->blocks[b].form, identity, &ops))
                continue;
            for (uint32_t line = 0; line < nb_identity_lines(table->blocks[b].form, identity);
                 line++)
                judge_line(j, &amounts, identity, &ops, line);
        }
    }
}

nb_verdicts nb_verdicts_judge(nb_arena *arena, const nb_report *report, nb_lang lang)
{
    judge j = {.arena = arena, .lang = lang};
    for (uint32_t i = 0; i < report->table_count; i++)
        if (report->tables[i].form)
            judge_table(&j, &report->tables[i]);
    return (nb_verdicts){j.verdicts.items, j.verdicts.len};
}
