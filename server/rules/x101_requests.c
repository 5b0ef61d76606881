#include "rules/claims_requests.h"

/*
 * Relation 23: what the prose says of applications received, handled and carried over, against the
 * table. Which figures a verb may mean is told by practice: 收到 may include the applications
 * carried in, 办理 may be all or the finished ones.
 */

static nb_options options_2019(const nb_table *table, uint32_t verbs)
{
    static const nb_text2 new_name = {"本年新收", "new this year"};
    static const nb_text2 all_name = {"本年新收＋上年结转", "new + carried in"};
    static const nb_text2 done_name = {"办理结果总计", "total of results"};
    static const nb_text2 in_name = {"上年结转", "carried in"};
    static const nb_text2 out_name = {"结转下年度", "carried out"};
    nb_amount received = nb_amount_of(table, "received_new", "total");
    nb_amount carried = nb_amount_of(table, "carried_in", "total");
    nb_amount all = nb_amount_plus(received, carried);
    nb_amount done = nb_amount_of(table, "total", "total");
    nb_options c = {.len = 0};
    if (verbs & NB_REQUESTS_NEW && !(verbs & NB_REQUESTS_IN))
        nb_options_add(&c, received, new_name);
    if (verbs & (NB_REQUESTS_RECEIVED | NB_REQUESTS_HANDLED) ||
        (verbs & NB_REQUESTS_NEW && verbs & NB_REQUESTS_IN))
        nb_options_add(&c, all, all_name);
    if (verbs & NB_REQUESTS_RECEIVED)
        nb_options_add(&c, received, new_name);
    if (verbs & (NB_REQUESTS_HANDLED | NB_REQUESTS_DONE))
        nb_options_add(&c, done, done_name);
    if (verbs == NB_REQUESTS_IN)
        nb_options_add(&c, carried, in_name);
    if (verbs == NB_REQUESTS_OUT)
        nb_options_add(&c, nb_amount_of(table, "carried_out", "total"), out_name);
    return c;
}

static nb_options options_2014(const nb_table *table, uint32_t verbs)
{
    static const nb_text2 received_name = {"收到申请数", "applications received"};
    static const nb_text2 handled_name = {"申请办结数", "applications handled"};
    static const nb_text2 answered_name = {"申请答复数", "applications answered"};
    nb_options c = {.len = 0};
    if (verbs & (NB_REQUESTS_IN | NB_REQUESTS_OUT)) {
        c.is_lost = true;
        return c;
    }
    nb_options_add(&c, nb_amount_of(table, "received", "value"), received_name);
    if (verbs & (NB_REQUESTS_HANDLED | NB_REQUESTS_DONE)) {
        nb_options_add(&c, nb_amount_of(table, "handled", "value"), handled_name);
        nb_options_add(&c, nb_amount_of(table, "answered", "value"), answered_name);
    }
    return c;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_table *requests = nb_report_table(report, NB_TABLE_REQUESTS);
    const nb_table *statistics = nb_report_table(report, NB_TABLE_STATISTICS);
    if (!requests && !statistics)
        return;
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        if (statement->quantity_count == 0 || !nb_requests_may_be_here(statement))
            continue;
        for (uint32_t k = 0; k < statement->quantity_count; k++) {
            const nb_quantity *q = &statement->quantities[k];
            uint32_t verbs = nb_requests_verbs(report, statement, k);
            if (!verbs)
                continue;
            /* 新收 is strict only where the applications carried in are told beside it. */
            if (verbs == NB_REQUESTS_NEW && !nb_view_contains(statement->text.text, NB_V("结转")))
                verbs = NB_REQUESTS_RECEIVED;
            nb_options c =
                requests ? options_2019(requests, verbs) : options_2014(statistics, verbs);
            if (!nb_claim_contradicts(ctx, statement, q, &c, 0))
                continue;
            nb_options_report(ctx, NB_SEVERITY_WARNING, statement, q, &c);
            return; /* once a report: the others mostly follow from the same cause */
        }
    }
}

#define EXAMPLE(count)                                                                             \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" \
    "2023年，共收到政府信息公开申请" count "件。\n\n"                                            \
    "## 三、收到和处理政府信息公开申请情况\n\n" NB_REQUESTS_EXAMPLE_TABLE

const nb_rule nb_rule_x101_requests = {
    .code = "X101",
    .slug = "requests-differ",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"正文中的申请件数与表格不一致", "applications in the text differ from the table"},
    .message = {"正文写{claimed}件，表格中{name}为{found}件",
                "the text says {claimed}, the table has {found} ({name})"},
    .explanation =
        {"正文所述收到、受理、办理、办结、结转的政府信息公开申请件数，应当与“收到和处理政府信息公开"
         "申请情况”表一致：新收、收到、受理对应“本年新收”或其与“上年结转”之和；办理、处理对应二者之"
         "和"
         "或办理结果总计；办结、答复对应办理结果总计。请核对后改正文或改表。",
         "The numbers of applications received, accepted, handled, answered and carried over that "
         "the text gives must agree with the table of applications. 收到 and 受理 may mean the new "
         "ones or the new ones and those carried in; 办理 all or the finished ones; 办结 and 答复 "
         "the total of results. Check both and correct one of them."},
    .bad = {EXAMPLE("5"), EXAMPLE("5")},
    .good = {EXAMPLE("3"), EXAMPLE("3")},
    .basis = "《政府信息公开条例》第五十条第（二）项；国办公开办函〔2021〕30号",
    .check = check,
};
