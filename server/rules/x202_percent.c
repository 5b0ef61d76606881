#include "rules/claims_compare.h"
#include "rules/claims_lists.h"

/*
 * Relation 32: N件，占X%. Some denominator must give the printed digits, rounded or cut off. It is
 * an error of the text only where the denominator is told: by 其中, or by another share of the
 * same sentence that agrees with it.
 */

#define BASES_MAX 24u
#define SHARES_MAX 32u
#define VOTES_MIN 2u
#define WHOLE_MAX INT64_C(10000000000) /* keeps the products below 64 bits */

typedef struct share {
    const nb_statement *statement;
    const nb_quantity *part;
    const nb_quantity *percent;
} share;

typedef struct bases {
    int64_t items[BASES_MAX]; /* whole numbers, distinct */
    uint32_t len;
} bases;

static void add_base(bases *b, int64_t micro)
{
    int64_t value = micro / NB_FIGURE_ONE;
    if (micro % NB_FIGURE_ONE || value <= 0 || value > WHOLE_MAX || b->len == BASES_MAX)
        return;
    for (uint32_t i = 0; i < b->len; i++)
        if (b->items[i] == value)
            return;
    b->items[b->len++] = value;
}

static void add_amount(bases *b, nb_amount amount)
{
    if (amount.is_known)
        add_base(b, amount.micro);
}

/* Every figure of a statement with the unit: totals, or sums of what is told beside each other. */
static void add_statement(bases *b, const nb_statement *statement, nb_view unit)
{
    for (uint32_t k = 0; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        if (q->figure.state == NB_FIGURE_VALUE && !q->figure.is_percent &&
            nb_view_eq(q->figure.unit, unit))
            add_base(b, q->figure.micro);
    }
}

static void add_tables(bases *b, const nb_report *report)
{
    const nb_table *requests = nb_report_table(report, NB_TABLE_REQUESTS);
    const nb_table *statistics = nb_report_table(report, NB_TABLE_STATISTICS);
    nb_amount received = nb_amount_of(requests, "received_new", "total");
    add_amount(b, received);
    add_amount(b, nb_amount_plus(received, nb_amount_of(requests, "carried_in", "total")));
    add_amount(b, nb_amount_of(requests, "total", "total"));
    add_amount(b, nb_amount_of(statistics, "disclosed", "value"));
    add_amount(b, nb_amount_of(statistics, "received", "value"));
    add_amount(b, nb_amount_of(statistics, "handled", "value"));
    add_amount(b, nb_amount_of(statistics, "answered", "value"));
}

static bool agrees(const share *s, int64_t base)
{
    return nb_percent_fits(s->part->figure.micro / NB_FIGURE_ONE, base, &s->percent->figure);
}

static bool agrees_with_any(const share *s, const bases *b)
{
    for (uint32_t i = 0; i < b->len; i++)
        if (agrees(s, b->items[i]))
            return true;
    return false;
}

static bool is_usable(const nb_statement *statement, uint32_t k)
{
    const nb_quantity *q = &statement->quantities[k];
    const nb_quantity *percent = nb_share_of(statement, k);
    return nb_quantity_is_exact(q) && q->figure.micro >= 0 &&
           q->figure.micro % NB_FIGURE_ONE == 0 && q->figure.micro / NB_FIGURE_ONE <= WHOLE_MAX &&
           percent && !percent->figure.is_approximate && !percent->figure.has_magnitude &&
           percent->figure.micro >= 0 && percent->figure.micro <= 100 * NB_FIGURE_ONE;
}

static uint32_t read_shares(const nb_statement *statement, share *shares)
{
    uint32_t count = 0;
    for (uint32_t k = 0; k + 1 < statement->quantity_count && count < SHARES_MAX; k++)
        if (is_usable(statement, k))
            shares[count++] =
                (share){statement, &statement->quantities[k], &statement->quantities[k + 1]};
    return count;
}

/*
 * The base that most of the other shares agree with, their number in *most; 0 if none of them
 * speaks for one.
 */
static int64_t told_base(const share *shares, uint32_t count, uint32_t but, const bases *b,
                         uint32_t *most)
{
    int64_t best = 0;
    *most = 0;
    for (uint32_t i = 0; i < b->len; i++) {
        uint32_t votes = 0;
        for (uint32_t k = 0; k < count; k++)
            votes += k != but && shares[k].part->figure.micro > 0 &&
                     nb_view_eq(shares[k].part->figure.unit, shares[but].part->figure.unit) &&
                     agrees(&shares[k], b->items[i]);
        if (votes > *most) {
            *most = votes;
            best = b->items[i];
        }
    }
    return best;
}

/* The total that 其中 before the share speaks of: the last figure of the unit in front of it. */
static int64_t total_of(const share *s, const nb_statement *previous)
{
    nb_view before = nb_view_sub(s->statement->text.text, 0, s->part->start);
    uint32_t among = nb_view_find_last(before, NB_V("其中"));
    if (among == NB_VIEW_NONE)
        return 0;
    const nb_statement *statement = among < 9 && previous ? previous : s->statement;
    uint32_t limit = statement == s->statement ? among : UINT32_MAX;
    int64_t total = 0;
    for (uint32_t k = 0; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        if (q->end <= limit && nb_quantity_is_exact(q) &&
            nb_view_eq(q->figure.unit, s->part->figure.unit))
            total = q->figure.micro / NB_FIGURE_ONE;
    }
    return total > 0 && total <= WHOLE_MAX ? total : 0;
}

static void report_share(nb_rule_ctx *ctx, const share *s, int64_t base)
{
    static const nb_text2 title = {"将百分比改为{0}", "change the percentage to {0}"};
    nb_arena *arena = nb_ctx_arena(ctx);
    int64_t right =
        nb_percent_of(s->part->figure.micro / NB_FIGURE_ONE, base, s->percent->figure.step_micro);
    uint32_t decimals = 0;
    for (int64_t step = s->percent->figure.step_micro; step < NB_FIGURE_ONE; step *= 10)
        decimals++;
    char digits[32];
    nb_view text =
        nb_arena_copy(arena, (nb_view){digits, nb_figure_format(right, decimals, digits)});
    nb_span span = nb_quantity_digits(s->statement, s->percent);
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
    nb_finding_arg_micro(draft, "part", s->part->figure.micro);
    nb_finding_arg_int(draft, "base", base);
    nb_finding_arg(draft, "right", text);
    nb_finding_arg_micro(draft, "printed", s->percent->figure.micro);
    nb_finding_relate(draft, nb_quantity_span(s->statement, s->part),
                      (nb_text2){"所占的数", "the part"}, (nb_view){0});
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, text);
    nb_fix_replace(fix, span, text);
    nb_fix_changes_figure(fix);
}

static void check_statement(nb_rule_ctx *ctx, const nb_claims *claims, uint32_t i)
{
    const nb_statement *statement = &claims->items[i];
    share shares[SHARES_MAX];
    uint32_t count = read_shares(statement, shares);
    if (count == 0)
        return;
    bool has_previous = i > 0 && claims->items[i - 1].sentence->block == statement->sentence->block;
    const nb_statement *previous = has_previous ? &claims->items[i - 1] : NULL;
    bases b = {.len = 0};
    nb_view unit = shares[0].part->figure.unit;
    add_statement(&b, statement, unit);
    for (uint32_t back = 1; back <= 3 && back <= i; back++)
        add_statement(&b, &claims->items[i - back], unit);
    add_tables(&b, nb_ctx_report(ctx));
    for (uint32_t k = 0; k < count; k++) {
        if (agrees_with_any(&shares[k], &b))
            continue;
        /* Between the total and 其中 another figure may stand (历年累计): the shares know better.
         */
        uint32_t votes;
        int64_t told = told_base(shares, count, k, &b, &votes);
        int64_t total = total_of(&shares[k], previous);
        int64_t base = total && votes < VOTES_MIN ? total : told;
        if (base && base >= shares[k].part->figure.micro / NB_FIGURE_ONE)
            report_share(ctx, &shares[k], base);
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_claims *claims = nb_ctx_claims(ctx);
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        if (statement->quantity_count < 2 || !(statement->has & NB_HAS_SHARE))
            continue;
        nb_ctx_keep(ctx); /* the sentences before it are looked at too */
        check_statement(ctx, claims, (uint32_t)(statement - claims->items));
    }
}

#define EXAMPLE(percent)                                                                           \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" \
    "2023年，主动公开政府信息80条，其中政策解读20条，占" percent "%。\n"

const nb_rule nb_rule_x202_percent = {
    .code = "X202",
    .slug = "percentage",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"百分比与数字不符", "a percentage does not fit its figures"},
    .message = {"{part}占{base}应为{right}%，文中写{printed}%",
                "{part} of {base} is {right} %, the text says {printed} %"},
    .explanation =
        {"“N件，占X%"
         "”中的百分比，应当能由文中的总数或表格中的新收、办理总数算出，四舍五入或截取到印出的"
         "位数都可以。分母不能确定的，不作判断。",
         "A percentage must follow from a total of the text or of the table, rounded or cut off at "
         "the digits printed. Where the denominator is not certain nothing is said."},
    .bad = {EXAMPLE("30"), EXAMPLE("30")},
    .good = {EXAMPLE("25"), EXAMPLE("25")},
    .check = check,
};
