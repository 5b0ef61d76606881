#include "rules/claims_requests.h"

/*
 * Relation 35: the same quantity told twice must be the same. Only what is told in the plainest
 * words is compared: information disclosed in the year and applications received in the year.
 */

enum { DISCLOSED, DISCLOSED_ON_WEBSITE, RECEIVED, SUBJECTS };

typedef struct told {
    const nb_statement *statement;
    const nb_quantity *quantity;
    bool is_regional; /* 全县…, not this body alone */
} told;

static bool is_regional(nb_view words)
{
    static const nb_view region[] = {NB_W("全市"), NB_W("全县"), NB_W("全区"), NB_W("我市"),
                                     NB_W("我县"), NB_W("我区"), NB_W("全镇"), NB_W("全乡")};
    return NB_HAS(words, region);
}

static int subject_of(const nb_report *report, const nb_statement *statement, uint32_t index)
{
    const nb_quantity *q = &statement->quantities[index];
    bool on_website = false;
    if (nb_claim_is_disclosed(statement, q, &on_website))
        return on_website ? DISCLOSED_ON_WEBSITE : DISCLOSED;
    bool has_table =
        nb_report_table(report, NB_TABLE_REQUESTS) || nb_report_table(report, NB_TABLE_STATISTICS);
    if (!has_table && nb_requests_may_be_here(statement) &&
        nb_requests_verbs(report, statement, index) == NB_REQUESTS_RECEIVED)
        return RECEIVED;
    return SUBJECTS;
}

static void report_pair(nb_rule_ctx *ctx, const told *first, const told *second)
{
    static const nb_text2 title = {"改为{0}（与前文一致）", "change to {0} (as said before)"};
    nb_span span = nb_quantity_digits(second->statement, second->quantity);
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
    nb_finding_arg_micro(draft, "second", second->quantity->figure.micro);
    nb_finding_arg_micro(draft, "first", first->quantity->figure.micro);
    nb_finding_relate(draft, nb_quantity_digits(first->statement, first->quantity),
                      (nb_text2){"前文", "said before"}, (nb_view){0});
    nb_claim_fix_text(ctx, draft, second->statement, second->quantity,
                      first->quantity->figure.micro, title);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    told known[SUBJECTS] = {{0}};
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_section_key section = statement->sentence->section;
        if (statement->quantity_count == 0 ||
            (!(statement->has & (NB_HAS_DISCLOSED | NB_HAS_REQUEST)) &&
             section != NB_SECTION_REQUESTS) ||
            section == NB_SECTION_PROBLEMS)
            continue;
        for (uint32_t k = 0; k < statement->quantity_count; k++) {
            int subject = subject_of(report, statement, k);
            const nb_quantity *q = &statement->quantities[k];
            if (subject == SUBJECTS || nb_quantity_is_other_time(report, statement, q))
                continue;
            nb_ctx_keep(ctx);
            nb_view before = nb_view_sub(statement->text.text, 0, q->start);
            told now = {statement, q, is_regional(before)};
            told *first = &known[subject];
            if (!first->quantity)
                *first = now;
            else if (first->is_regional == now.is_regional &&
                     first->quantity->figure.micro != q->figure.micro)
                report_pair(ctx, first, &now);
        }
    }
}

#define EXAMPLE(count)                                                                                \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n"    \
    "2023年，我局主动公开政府信息52条。\n\n## 二、主动公开政府信息情况\n\n" \
    "2023年，我局共主动公开政府信息" count "条。\n"

const nb_rule nb_rule_x205_repeated = {
    .code = "X205",
    .slug = "told-differently",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"同一数量前后不一致", "one quantity is told in two ways"},
    .message = {"此处写{second}，前文写{first}", "{second} here, {first} before"},
    .explanation = {"报告中同一年度、同一对象的数量（如全年主动公开政府信息条数）前后应当一致。",
                    "The same quantity of the same year, such as the items disclosed, must be the "
                    "same wherever the report gives it."},
    .bad = {EXAMPLE("25"), EXAMPLE("25")},
    .good = {EXAMPLE("52"), EXAMPLE("52")},
    .check = check,
};
