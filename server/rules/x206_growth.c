#include "rules/claims_compare.h"

/*
 * Relation 20, where nothing has to be guessed: 164条，比上年增加42条，增长34.4%, and
 * 98件，较2022年的85件增加13件. The figure before the comparison less the change is the base; the
 * rate must follow from it, or it is printed itself. A rate without the change has no certain base
 * and is left alone.
 */

/* What a clause that compares with the year before is made of, its growth word aside. */
static const nb_view comparing[] = {
    NB_W("，"),   NB_W("比"),     NB_W("较"),       NB_W("与"),       NB_W("同"),
    NB_W("相比"), NB_W("同比"),   NB_W("同期"),     NB_W("上年"),     NB_W("上年度"),
    NB_W("去年"), NB_W("上一年"), NB_W("上一年度"), NB_W("上年同期"), NB_W("去年同期"),
    NB_W("年"),   NB_W("年度"),   NB_W("的"),       NB_W("总体"),     NB_W("共"),
};

static bool compares(nb_view words)
{
    uint32_t at = 0, start = 0;
    if (nb_year_next(words, &at, &start)) {
        nb_view behind = nb_view_sub(words, at, words.len);
        return nb_words_only(nb_view_sub(words, 0, start), comparing, NB_LEN(comparing)) &&
               nb_words_only(behind, comparing, NB_LEN(comparing));
    }
    return nb_words_only(words, comparing, NB_LEN(comparing));
}

/* 增加42条, 减少3件: a whole number with a unit that a growth word makes a change. */
static bool is_change(const nb_quantity *q)
{
    const nb_figure *f = &q->figure;
    return f->state == NB_FIGURE_VALUE && f->is_signed && !f->is_percent && !f->is_approximate &&
           !f->has_magnitude && f->unit.len > 0 && f->micro % NB_FIGURE_ONE == 0;
}

static bool is_count_of(const nb_quantity *q, nb_view unit)
{
    return nb_quantity_is_whole(q) && nb_view_eq(q->figure.unit, unit);
}

/* The words between two quantities, the marks among them included. */
static nb_view between(const nb_statement *statement, const nb_quantity *a, const nb_quantity *b)
{
    return nb_view_sub(statement->text.text, a->end, b->start);
}

/* ---- 98件，较2022年的85件增加13件 ---- */

static void check_difference(nb_rule_ctx *ctx, const nb_statement *statement, uint32_t k)
{
    static const nb_text2 message = {"由{before}到{now}，变化应为{right}，文中写{printed}",
                                     "from {before} to {now} the change is {right}, not {printed}"};
    static const nb_text2 title = {"将变化改为{0}", "change the difference to {0}"};
    const nb_quantity *now = &statement->quantities[k], *before = now + 1, *change = now + 2;
    if (!is_change(change) || !is_count_of(now, change->figure.unit) ||
        !is_count_of(before, change->figure.unit) || change->lead != change->start ||
        change->mark != NB_BOUNDARY_FIGURE || !compares(between(statement, now, before)))
        return;
    int64_t difference = now->figure.micro - before->figure.micro;
    if (difference == change->figure.micro || difference == 0 ||
        (difference < 0) != (change->figure.micro < 0))
        return;
    int64_t right = difference < 0 ? -difference : difference;
    int64_t printed = change->figure.micro < 0 ? -change->figure.micro : change->figure.micro;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_quantity_digits(statement, change));
    nb_finding_message(draft, message);
    nb_finding_arg_micro(draft, "before", before->figure.micro);
    nb_finding_arg_micro(draft, "now", now->figure.micro);
    nb_finding_arg_micro(draft, "right", right);
    nb_finding_arg_micro(draft, "printed", printed);
    nb_claim_fix_text(ctx, draft, statement, change, right, title);
}

/* ---- 164条，比上年增加42条，增长34.4% ---- */

/* Up to a hundredfold: what grows by more is a slip of another kind, or too much to multiply. */
#define RATE_MAX (INT64_C(10000) * NB_FIGURE_ONE)

static bool is_rate(const nb_quantity *q)
{
    const nb_figure *f = &q->figure;
    return f->state == NB_FIGURE_VALUE && f->is_percent && f->is_signed && !f->is_approximate &&
           !f->has_magnitude && f->micro != 0 && f->micro <= RATE_MAX && f->micro >= -RATE_MAX;
}

static void report_rate(nb_rule_ctx *ctx, const nb_statement *statement, const nb_quantity *rate,
                        int64_t change, int64_t base)
{
    static const nb_text2 title = {"将百分比改为{0}", "change the percentage to {0}"};
    int64_t size = change < 0 ? -change : change;
    int64_t right = nb_percent_of(size, base, rate->figure.step_micro);
    int64_t printed = rate->figure.micro < 0 ? -rate->figure.micro : rate->figure.micro;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_quantity_digits(statement, rate));
    nb_finding_arg_int(draft, "base", base);
    nb_finding_arg_int(draft, "change", size);
    nb_finding_arg_micro(draft, "right", right);
    nb_finding_arg_micro(draft, "printed", printed);
    nb_claim_fix_text(ctx, draft, statement, rate, right, title);
}

/* 98件，较2022年的85件: quantity k is that of the year before. */
static bool is_of_last_year(const nb_statement *statement, uint32_t k)
{
    static const nb_view than[] = {NB_W("比"), NB_W("较"), NB_W("上年"), NB_W("去年")};
    if (k == 0)
        return false;
    const nb_quantity *q = &statement->quantities[k];
    nb_view words = between(statement, q - 1, q);
    return NB_HAS(words, than) && compares(words);
}

static void check_rate(nb_rule_ctx *ctx, const nb_statement *statement, uint32_t k)
{
    enum { COUNT_MAX = 100000000 }; /* keeps the products below 64 bits */
    const nb_quantity *count = &statement->quantities[k], *change = count + 1, *rate = count + 2;
    if (!is_change(change) || !is_rate(rate) || !is_count_of(count, change->figure.unit) ||
        !compares(between(statement, count, change)) ||
        !compares(between(statement, change, rate)) ||
        (change->figure.micro < 0) != (rate->figure.micro < 0))
        return;
    int64_t by = change->figure.micro / NB_FIGURE_ONE;
    int64_t base = count->figure.micro / NB_FIGURE_ONE - (is_of_last_year(statement, k) ? 0 : by);
    int64_t now = base + by;
    /* A rate of this year's figure is another mistake, and not one of adding up. */
    if (base <= 0 || base > COUNT_MAX || now < 0 || now > COUNT_MAX ||
        nb_percent_fits(by, base, &rate->figure) ||
        (now > 0 && nb_percent_fits(by, now, &rate->figure)))
        return;
    report_rate(ctx, statement, rate, by, base);
}

static void check(nb_rule_ctx *ctx)
{
    for (const nb_statement *statement = NULL; (statement = nb_ctx_next_statement(ctx, statement));)
        for (uint32_t k = 0; k + 2 < statement->quantity_count; k++) {
            check_difference(ctx, statement, k);
            check_rate(ctx, statement, k);
        }
}

#define EXAMPLE(rate)                                                                              \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" \
    "2023年，主动公开政府信息125条，比上年增加25条，增长" rate "%。\n"

const nb_rule nb_rule_x206_growth = {
    .code = "X206",
    .slug = "growth",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"增减数与增长率不符", "a change does not fit its figures"},
    .message = {"以{base}为基数变化{change}，应为{right}%，文中写{printed}%",
                "a change of {change} on {base} is {right} %, the text says {printed} %"},
    .explanation =
        {"同一句写出本年数、比上年的增减数和增减的百分比时，三者应当相符：百分比等于增减数除以上年"
         "数（"
         "本年数减增减数）；写出上年数的，本年数减上年数应当等于增减数。只写百分比的，基数不能确定"
         "，"
         "不作判断。",
         "Where a sentence gives this year's figure, the change since last year and the rate, the "
         "rate is the change divided by last year's figure; where last year's figure is given, the "
         "change is the difference. A rate alone has no certain base and is left alone."},
    .bad = {EXAMPLE("35"), EXAMPLE("35")},
    .good = {EXAMPLE("25"), EXAMPLE("25")},
    .check = check,
};
