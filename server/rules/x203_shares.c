#include "rules/claims_lists.h"

/* Relation 33: shares that are announced as the whole add up to 100, give or take the rounding. */

#define SHARES_MIN 3u

/* A run of percentages, each with 占 before it, the last one of 其他. */
static uint32_t run_of(const nb_statement *statement, uint32_t first, int64_t *sum, int64_t *step)
{
    uint32_t count = 0;
    bool is_closed = false;
    *sum = 0;
    *step = 0;
    for (uint32_t k = first; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        nb_view words = nb_quantity_clause(statement, q);
        if (!q->figure.is_percent || q->figure.state != NB_FIGURE_VALUE ||
            q->figure.is_approximate || q->figure.is_signed ||
            !(nb_view_ends_with(words, NB_V("占")) || nb_view_ends_with(words, NB_V("占比"))))
            break;
        *sum += q->figure.micro;
        *step = q->figure.step_micro > *step ? q->figure.step_micro : *step;
        is_closed = nb_view_starts_with(words, NB_V("其他"));
        count++;
    }
    return is_closed && count >= SHARES_MIN ? count : 0;
}

static void check_statement(nb_rule_ctx *ctx, const nb_statement *statement)
{
    for (uint32_t k = 0; k < statement->quantity_count; k++) {
        int64_t sum = 0;
        int64_t step = 0;
        uint32_t count = run_of(statement, k, &sum, &step);
        if (count == 0)
            continue;
        int64_t difference = sum - 100 * NB_FIGURE_ONE;
        if (difference > step * count || -difference > step * count) {
            nb_span span = nb_mapped_source(&statement->text, statement->quantities[k].clause,
                                            statement->quantities[k + count - 1].end);
            nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, span);
            nb_finding_arg_micro(draft, "sum", sum);
        }
        k += count - 1;
    }
}

static void check(nb_rule_ctx *ctx)
{
    for (const nb_statement *statement = NULL; (statement = nb_ctx_next_statement(ctx, statement));)
        if (statement->quantity_count >= SHARES_MIN && (statement->has & NB_HAS_SHARE))
            check_statement(ctx, statement);
}

#define EXAMPLE(rest)                                                                              \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" \
    "2023年公开的信息中，政策解读占45%，财政信息占30%，其他信息占" rest "%。\n"

const nb_rule nb_rule_x203_shares = {
    .code = "X203",
    .slug = "shares-of-a-whole",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_NONE,
    .title = {"各项占比之和不是100%", "the shares do not add up to 100 %"},
    .message = {"各项占比之和为{sum}%", "the shares add up to {sum} %"},
    .explanation = {"以“其他”收尾的占比清单，各项之和应当是100%；四舍五入造成的差别不计。",
                    "Shares of which 其他 is the last one must add up to 100 %, rounding aside."},
    .bad = {EXAMPLE("15"), EXAMPLE("15")},
    .good = {EXAMPLE("25"), EXAMPLE("25")},
    .no_fix = {"哪一项占比有误，须重新计算", "Which share is wrong has to be computed again"},
    .check = check,
};
