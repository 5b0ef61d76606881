#include "rules/claims_compare.h"
#include "rules/claims_lists.h"

/* Relation 31: the parts of a breakdown against their total. */

static bool has_part_without_figure(const nb_list *list)
{
    for (uint32_t i = 0; i < list->part_count; i++)
        if (list->parts[i].quantity->figure.micro < 0)
            return true;
    return list->total->figure.micro < 0;
}

/*
 * True if several parts from the first on make up the total exactly: what follows them in the
 * sentence is then rather another matter than a part too many.
 */
static bool prefix_is_whole(const nb_list *list)
{
    int64_t sum = 0;
    uint32_t counted = 0;
    for (uint32_t i = 0; i < list->part_count; i++) {
        sum += list->parts[i].quantity->figure.micro;
        counted += list->parts[i].quantity->figure.micro > 0;
        if (sum == list->total->figure.micro && counted >= 2)
            return true;
    }
    return false;
}

/*
 * 公开1520条，累计4236条。其中…: the parts are of the first figure; if they make less than all
 * the years together, that says nothing.
 */
static bool is_another_total(const nb_list *list)
{
    const nb_statement *statement = list->total_statement;
    bool is_of_years = list->sum_micro < list->total->figure.micro &&
                       nb_view_contains(nb_quantity_clause(statement, list->total), NB_V("累计"));
    for (uint32_t k = 0; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        if (q->start >= list->total->start)
            break;
        if ((is_of_years || q->figure.micro == list->sum_micro) &&
            nb_view_eq(q->figure.unit, list->total->figure.unit))
            return true;
    }
    return false;
}

static void relate_parts(nb_finding_draft *draft, const nb_list *list)
{
    static const nb_text2 part = {"分项：{0}", "part: {0}"};
    for (uint32_t i = 0; i < list->part_count; i++) {
        const nb_part *p = &list->parts[i];
        nb_view words = nb_view_sub(p->statement->text.text, p->quantity->start, p->quantity->end);
        nb_finding_relate(draft, nb_quantity_span(p->statement, p->quantity), part, words);
    }
}

static bool has_shares(const nb_list *list)
{
    for (uint32_t i = 0; i < list->part_count; i++)
        if (list->parts[i].share)
            return true;
    return false;
}

/* Whether a part of total is what its share prints; figures too large for the product do not. */
static bool fits_share(int64_t part_micro, int64_t total_micro, const nb_quantity *share)
{
    int64_t part = part_micro / NB_FIGURE_ONE;
    int64_t total = total_micro / NB_FIGURE_ONE;
    const nb_figure *f = &share->figure;
    return part >= 0 && total > 0 && total <= INT64_C(10000000000) && part <= total &&
           !f->has_magnitude && f->micro >= 0 && f->micro <= 100 * NB_FIGURE_ONE &&
           nb_percent_fits(part, total, f);
}

/*
 * Where the parts have shares, another total would make these wrong. Offered is the one part whose
 * change makes sum and share right.
 */
static void fix_part(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_list *list)
{
    static const nb_text2 title = {"将分项改为{0}（总数减其余各项）",
                                   "change the part to {0} (the total less the others)"};
    int64_t total = list->total->figure.micro;
    for (uint32_t i = 0; i < list->part_count; i++) {
        const nb_part *part = &list->parts[i];
        int64_t right = total - (list->sum_micro - part->quantity->figure.micro);
        bool was_right =
            part->share && fits_share(part->quantity->figure.micro, total, part->share);
        if (part->share && !was_right && fits_share(right, total, part->share))
            nb_claim_fix_text(ctx, draft, part->statement, part->quantity, right, title);
    }
}

static void report_list(nb_rule_ctx *ctx, nb_severity severity, const nb_list *list)
{
    static const nb_text2 title = {"将总数改为{0}（各分项之和）",
                                   "change the total to {0} (the sum of its parts)"};
    int64_t total = list->total->figure.micro;
    int64_t difference = list->sum_micro - total;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, severity, nb_quantity_span(list->total_statement, list->total));
    nb_finding_arg_micro(draft, "total", total);
    nb_finding_arg_micro(draft, "sum", list->sum_micro);
    nb_finding_arg_micro(draft, "difference", difference < 0 ? -difference : difference);
    nb_finding_arg(draft, "unit", list->total->figure.unit);
    relate_parts(draft, list);
    if (has_shares(list))
        fix_part(ctx, draft, list);
    else if (!list->total->figure.has_magnitude)
        nb_claim_fix_text(ctx, draft, list->total_statement, list->total, list->sum_micro, title);
}

static void check_list(void *data, const nb_list *list)
{
    int64_t total = list->total->figure.micro;
    if (list->is_summed_up) {
        if (list->sum_micro < total || (list->sum_micro > total && !list->may_overlap))
            report_list(data, NB_SEVERITY_WARNING, list);
        return;
    }
    if (!list->is_pure || has_part_without_figure(list) || list->sum_micro == total ||
        is_another_total(list))
        return;
    if (list->sum_micro > total && !list->may_overlap && !prefix_is_whole(list))
        report_list(data, NB_SEVERITY_ERROR, list);
    else if (list->sum_micro < total && list->is_complete && !list->is_cut)
        report_list(data, NB_SEVERITY_HINT, list);
}

/* ---- kinds of all that was disclosed ---- */

#define KINDS_MIN 3u
#define KINDS_LISTS_MAX 8u /* for each the whole text is searched for its total */

/* The statement's figures as a closed list of kinds (类别有：甲类…条，…，其他…条). */
static bool read_kinds(const nb_statement *statement, nb_list *list)
{
    nb_view text = statement->text.text;
    if (statement->quantity_count < KINDS_MIN || !nb_view_contains(text, NB_V("类别")) ||
        !nb_view_contains(text, NB_V("主动公开")))
        return false;
    const nb_quantity *first = &statement->quantities[0];
    nb_view intro = nb_view_sub(text, 0, first->start);
    uint32_t kinds = nb_view_find(intro, NB_V("类别"), 0);
    if (kinds == NB_VIEW_NONE || nb_view_contains(intro, NB_V("其中")))
        return false;
    for (uint32_t k = 0; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        if (q->figure.is_percent)
            continue;
        if (!nb_quantity_is_exact(q) || q->depth > 0 || list->part_count == NB_PARTS_MAX ||
            !nb_part_can_be_added(q) || !nb_view_eq(q->figure.unit, first->figure.unit))
            return false;
        nb_view words = nb_quantity_clause(statement, q);
        list->is_closed = nb_view_starts_with(words, NB_V("其他"));
        list->parts[list->part_count++] = (nb_part){statement, q, NULL};
        list->sum_micro += q->figure.micro;
    }
    return list->is_closed && list->part_count >= KINDS_MIN;
}

/* The one total of the year: 主动公开政府信息N条, said once or always alike. */
static bool find_total(const nb_report *report, const nb_claims *claims, nb_list *list)
{
    for (uint32_t i = 0; i < claims->count; i++) {
        const nb_statement *statement = &claims->items[i];
        for (uint32_t k = 0; k < statement->quantity_count; k++) {
            const nb_quantity *q = &statement->quantities[k];
            if (!nb_claim_is_disclosed_total(statement, q) ||
                nb_quantity_is_other_time(report, statement, q) ||
                !nb_view_eq(q->figure.unit, list->parts[0].quantity->figure.unit))
                continue;
            if (list->total && list->total->figure.micro != q->figure.micro)
                return false;
            if (!list->total) {
                list->total = q;
                list->total_statement = statement;
            }
        }
    }
    return list->total != NULL;
}

/* True if the statement is such a list. */
static bool check_kinds(nb_rule_ctx *ctx, const nb_claims *claims, const nb_statement *statement)
{
    nb_list list = {.is_pure = true};
    if (!read_kinds(statement, &list))
        return false;
    if (!find_total(nb_ctx_report(ctx), claims, &list) ||
        list.sum_micro == list.total->figure.micro)
        return true;
    report_list(ctx,
                list.sum_micro > list.total->figure.micro ? NB_SEVERITY_WARNING : NB_SEVERITY_HINT,
                &list);
    return true;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_claims *claims = nb_ctx_claims(ctx);
    uint32_t looked = 0;
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_lists_read(claims, (uint32_t)(statement - claims->items), check_list, ctx);
        nb_closing_totals_read(statement, check_list, ctx);
        if (!(statement->has & NB_HAS_KINDS))
            continue;
        nb_ctx_keep(ctx); /* their total may stand anywhere */
        if (looked < KINDS_LISTS_MAX)
            looked += check_kinds(ctx, claims, statement);
    }
}

#define EXAMPLE(part)                                                                              \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" \
    "2023年，主动公开政府信息8条，其中政策解读5条、财政信息" part "条。\n"

const nb_rule nb_rule_x201_breakdown = {
    .code = "X201",
    .slug = "parts-and-total",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"分项之和与总数不符", "the parts do not add up to the total"},
    .message = {"各分项之和为{sum}{unit}，总数写{total}{unit}，相差{difference}",
                "the parts add up to {sum}, the total says {total}: {difference} apart"},
    .explanation =
        {"“其中”所列各项是总数的一部分，单位相同时其和不能超过总数（错误）；写明“分别为”、列全或以“"
         "其他”"
         "收尾的清单，其和应当等于总数（提示）；“甲若干件、乙若干件，共若干件”也应当相等（警告）。"
         "约数、不同单位的项目不参加计算。",
         "What 其中 lists is part of the total: with equal units its sum cannot exceed it (error). "
         "A list announced as the whole, or closed by 其他, must add up to it (hint), and so must "
         "parts that are summed up behind them by 共 (warning). Approximate "
         "figures and other units are left out."},
    .bad = {EXAMPLE("4"), EXAMPLE("4")},
    .good = {EXAMPLE("3"), EXAMPLE("3")},
    .check = check,
};
