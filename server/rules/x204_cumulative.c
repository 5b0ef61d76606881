#include "rules/claims_compare.h"

/*
 * Relation 34: 2019-2023年累计公开N条. The range should end with the reporting year, and what was
 * gathered over years cannot be less than what this year alone brought.
 */

/* A range of years that ends at statement offset *end: its last year; 0 if there is none. */
static int range_of(nb_view text, uint32_t *start, uint32_t *end)
{
    static const nb_view dashes[] = {NB_W("-"), NB_W("—"), NB_W("－"), NB_W("～"),
                                     NB_W("~"), NB_W("–"), NB_W("至")};
    uint32_t last = 0;
    for (uint32_t at = 0;;) {
        int year = nb_year_next(text, &at, &last);
        if (!year)
            return 0;
        nb_view before = nb_view_sub(text, 0, last);
        uint32_t dash = nb_words_ending(before, dashes, NB_LEN(dashes));
        if (dash == NB_VIEW_NONE)
            continue;
        before = nb_view_sub(before, 0, before.len - dashes[dash].len);
        if (nb_view_ends_with(before, NB_V("年")))
            before = nb_view_sub(before, 0, before.len - 3);
        if (before.len < 4 || before.ptr[before.len - 1] < '0' || before.ptr[before.len - 1] > '9')
            continue;
        *start = last;
        *end = at - 3;
        return year;
    }
}

/* What was disclosed this year, where the text says it plainly; -1 if not. */
static int64_t disclosed_this_year(const nb_report *report, const nb_claims *claims)
{
    for (uint32_t i = 0; i < claims->count; i++) {
        const nb_statement *statement = &claims->items[i];
        for (uint32_t k = 0; k < statement->quantity_count; k++)
            if (nb_claim_is_disclosed_total(statement, &statement->quantities[k]) &&
                !nb_quantity_is_other_time(report, statement, &statement->quantities[k]))
                return statement->quantities[k].figure.micro;
    }
    return -1;
}

static void check_range(nb_rule_ctx *ctx, const nb_statement *statement)
{
    static const nb_text2 title = {"将年份改为{0}", "change the year to {0}"};
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t start = 0;
    uint32_t end = 0;
    int year = range_of(statement->text.text, &start, &end);
    if (year == 0 || year != report->year - 1)
        return;
    nb_span span = nb_mapped_source(&statement->text, start, end);
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, span);
    nb_finding_arg_int(draft, "year", year);
    nb_finding_arg_int(draft, "wanted", report->year);
    nb_view text = nb_arena_printf(nb_ctx_arena(ctx), "%d", report->year);
    nb_fix_replace(nb_finding_fix(draft, NB_FIX_SUGGEST, title, text), span, text);
}

static void check_amount(nb_rule_ctx *ctx, const nb_statement *statement, const nb_quantity *q,
                         int64_t this_year)
{
    static const nb_text2 message = {"历年累计{claimed}条，少于本年主动公开的{found}条",
                                     "{claimed} over the years is less than this year's {found}"};
    uint32_t start = 0;
    uint32_t end = 0;
    nb_view clause = nb_quantity_clause(statement, q);
    if (!range_of(statement->text.text, &start, &end) || q->start < end || this_year < 0 ||
        !nb_quantity_is_exact(q) || !nb_view_eq(q->figure.unit, NB_V("条")) ||
        !nb_view_contains(clause, NB_V("公开")) || !nb_view_contains(clause, NB_V("信息")) ||
        q->figure.micro >= this_year)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_quantity_digits(statement, q));
    nb_finding_message(draft, message);
    nb_finding_arg_micro(draft, "claimed", q->figure.micro);
    nb_finding_arg_micro(draft, "found", this_year);
}

/* Any figure of the year itself in the parts on disclosure. */
static bool counts_this_year(const nb_report *report, const nb_claims *claims)
{
    for (uint32_t i = 0; i < claims->count; i++) {
        const nb_statement *statement = &claims->items[i];
        nb_section_key section = statement->sentence->section;
        if (section != NB_SECTION_OVERVIEW && section != NB_SECTION_DISCLOSURE)
            continue;
        for (uint32_t k = 0; k < statement->quantity_count; k++)
            if (nb_view_eq(statement->quantities[k].figure.unit, NB_V("条")) &&
                !nb_quantity_is_other_time(report, statement, &statement->quantities[k]))
                return true;
    }
    return false;
}

/*
 * 2014-2017年，累计公开政府信息13条, and no figure of the year: up to 2018 the prose is the only
 * place that tells how much was disclosed (article 32).
 */
static void check_alone(nb_rule_ctx *ctx, const nb_claims *claims, const nb_statement *statement)
{
    static const nb_text2 message = {"只有累计数{claimed}条，没有{wanted}年的数量",
                                     "{claimed} over the years, and no figure of {wanted}"};
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t start = 0;
    uint32_t end = 0;
    if (report->year >= 2019 || report->table_count > 0 ||
        statement->sentence->section != NB_SECTION_DISCLOSURE ||
        !range_of(statement->text.text, &start, &end) || counts_this_year(report, claims))
        return;
    for (uint32_t k = 0; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        nb_view clause = nb_quantity_clause(statement, q);
        if (q->start < end || !nb_view_eq(q->figure.unit, NB_V("条")) ||
            !nb_view_contains(clause, NB_V("公开")) || !nb_view_contains(clause, NB_V("信息")))
            continue;
        nb_finding_draft *draft =
            nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_quantity_span(statement, q));
        nb_finding_message(draft, message);
        nb_finding_arg_micro(draft, "claimed", q->figure.micro);
        nb_finding_arg_int(draft, "wanted", report->year);
        return;
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_claims *claims = nb_ctx_claims(ctx);
    if (report->year == 0)
        return;
    int64_t this_year = -2; /* looked up when first needed */
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        if (statement->quantity_count == 0 || !(statement->has & NB_HAS_CUMULATIVE))
            continue;
        nb_ctx_keep(ctx);
        if (this_year == -2)
            this_year = disclosed_this_year(report, claims);
        check_range(ctx, statement);
        check_alone(ctx, claims, statement);
        for (uint32_t k = 0; k < statement->quantity_count; k++)
            check_amount(ctx, statement, &statement->quantities[k], this_year);
    }
}

#define EXAMPLE(year)                                                                              \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" \
    "2019-" year "年，累计公开政府信息560条。\n"

const nb_rule nb_rule_x204_cumulative = {
    .code = "X204",
    .slug = "cumulative",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"累计的年份或数量可疑", "a cumulative range or figure is suspect"},
    .message = {"累计到{year}年，报告年度是{wanted}年",
                "gathered up to {year}, the report is for {wanted}"},
    .explanation = {"“某年至某年累计”一般应截止到报告年度；历年累计的数量不应少于本年一年的数量。20"
                    "18年度及以前的报告只写累计数、没有本年数的，也提示。",
                    "A range of years usually ends with the reporting year, and its figure cannot "
                    "be less than that of this year alone."},
    .bad = {EXAMPLE("2022"), EXAMPLE("2022")},
    .good = {EXAMPLE("2023"), EXAMPLE("2023")},
    .check = check,
};
