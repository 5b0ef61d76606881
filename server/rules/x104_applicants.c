#include "rules/claims_requests.h"

/* Relation 25: who applied and through which channel, against the columns and the totals. */

enum { NATURAL = 1, LEGAL = 2 };

static const nb_term applicants[] = {
    {{NB_LIT("自然人")}, NATURAL},       {{NB_LIT("公民")}, NATURAL},
    {{NB_LIT("法人或其他组织")}, LEGAL}, {{NB_LIT("法人和其他组织")}, LEGAL},
    {{NB_LIT("法人及其他组织")}, LEGAL}, {{NB_LIT("法人或者其他组织")}, LEGAL},
    {{NB_LIT("法人、其他组织")}, LEGAL}, {{NB_LIT("法人和组织")}, LEGAL},
    {{NB_LIT("法人及其它组织")}, LEGAL}, {{NB_LIT("法人或其它组织")}, LEGAL},
};

static const nb_view filler[] = {
    NB_W("其中"),
    NB_W("申请"),
    NB_W("涉及"),
    NB_W("提出"),
    NB_W("提交"),
    NB_W("的"),
    NB_W("来自"),
    NB_W("由"),
    NB_W("申请人"),
    NB_W("为"),
    NB_W("有"),
    NB_W("共"),
    NB_W("向我局"),
    NB_W("、"),
    NB_W("类"),
    NB_W("数"),
    NB_W("数量"),
    NB_W("提起"),
    NB_W("政府信息公开申请"),
};

static nb_amount amount_of(const nb_table *table, const char *row, uint32_t who)
{
    nb_amount natural = nb_amount_of(table, row, "natural_person");
    if (who == NATURAL)
        return natural;
    nb_amount total = nb_amount_of(table, row, "total");
    if (!total.is_known || !natural.is_known)
        return (nb_amount){0};
    total.micro -= natural.micro;
    total.cell = NULL;
    return total;
}

static void check_applicant(nb_rule_ctx *ctx, const nb_table *table, const nb_statement *statement,
                            const nb_quantity *q)
{
    static const nb_text2 new_name = {"本年新收", "new this year"};
    static const nb_text2 all_name = {"本年新收＋上年结转", "new + carried in"};
    static const nb_text2 done_name = {"办理结果总计", "total of results"};
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t who = 0;
    if (!nb_requests_is_count(q) ||
        !nb_terms_read(nb_quantity_clause(statement, q), applicants, NB_LEN(applicants), filler,
                       NB_LEN(filler), &who) ||
        (who != NATURAL && who != LEGAL) ||
        nb_statement_is_other_scope(report, statement, q->start) ||
        nb_quantity_is_other_time(report, statement, q))
        return;
    nb_amount received = amount_of(table, "received_new", who);
    nb_options options = {.len = 0};
    nb_options_add(&options, received, new_name);
    nb_options_add(&options, nb_amount_plus(received, amount_of(table, "carried_in", who)),
                   all_name);
    nb_options_add(&options, amount_of(table, "total", who), done_name);
    if (nb_claim_contradicts(ctx, statement, q, &options, 0))
        nb_options_report(ctx, NB_SEVERITY_WARNING, statement, q, &options);
}

/* ---- channels ---- */

static const nb_term channels[] = {
    {{NB_LIT("网络")}, 1},      {{NB_LIT("网上")}, 1},      {{NB_LIT("在线")}, 1},
    {{NB_LIT("网站")}, 1},      {{NB_LIT("互联网")}, 1},    {{NB_LIT("信函")}, 2},
    {{NB_LIT("邮寄")}, 2},      {{NB_LIT("来信")}, 2},      {{NB_LIT("信件")}, 2},
    {{NB_LIT("当面")}, 4},      {{NB_LIT("现场")}, 4},      {{NB_LIT("传真")}, 8},
    {{NB_LIT("电子邮件")}, 16}, {{NB_LIT("电子邮箱")}, 16}, {{NB_LIT("其他方式")}, 32},
    {{NB_LIT("其他形式")}, 32}, {{NB_LIT("其他渠道")}, 32}, {{NB_LIT("其他")}, 32},
};

static const nb_view channel_filler[] = {
    NB_W("其中"), NB_W("申请"), NB_W("通过"),
    NB_W("提出"), NB_W("提交"), NB_W("的"),
    NB_W("收到"), NB_W("以"),   NB_W("方式"),
    NB_W("形式"), NB_W("为"),   NB_W("有"),
    NB_W("渠道"), NB_W("途径"), NB_W("、"),
    NB_W("平台"), NB_W("接收"), NB_W("受理"),
    NB_W("政府"), NB_W("数"),   NB_W("政府信息公开申请"),
};

/* Parts that run on from quantity first, each a channel; their number. */
static uint32_t channel_run(const nb_statement *statement, uint32_t first, int64_t *sum)
{
    uint32_t seen = 0;
    uint32_t k = first;
    *sum = 0;
    for (; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        uint32_t mask = 0;
        if (!nb_requests_is_count(q) ||
            !nb_terms_read(nb_quantity_clause(statement, q), channels, NB_LEN(channels),
                           channel_filler, NB_LEN(channel_filler), &mask) ||
            mask == 0 || (mask & seen))
            break;
        seen |= mask;
        *sum += q->figure.micro;
    }
    return k - first;
}

/*
 * 按申请渠道分，网络申请4件、信函申请1件: all channels there are. Not where another figure stands
 * among them, which may be that of a channel by another name, or words like 其余为当面申请.
 */
static bool is_announced_whole(const nb_statement *statement, uint32_t first, uint32_t count)
{
    static const nb_view words[] = {NB_W("渠道分"),     NB_W("方式分"),   NB_W("途径分"),
                                    NB_W("形式分"),     NB_W("渠道划分"), NB_W("方式划分"),
                                    NB_W("渠道来看"),   NB_W("方式来看"), NB_W("申请渠道看"),
                                    NB_W("申请方式看"), NB_W("渠道统计"), NB_W("方式统计")};
    static const nb_view rest[] = {NB_W("其余"), NB_W("剩余"), NB_W("余下"), NB_W("另"),
                                   NB_W("等"),   NB_W("均为"), NB_W("其他"), NB_W("其它")};
    const nb_quantity *q = statement->quantities;
    uint32_t end = first + count;
    nb_view text = statement->text.text;
    nb_view intro = nb_view_sub(text, first > 0 ? q[first - 1].end : 0, q[first].start);
    bool is_last = end == statement->quantity_count || q[end].mark == NB_BOUNDARY_SEMICOLON;
    nb_view behind = nb_view_sub(text, q[end - 1].end,
                                 end < statement->quantity_count ? q[end].start : text.len);
    return is_last && NB_HAS(intro, words) && !NB_HAS(behind, rest);
}

static void report_channels(nb_rule_ctx *ctx, nb_span span, int64_t sum, nb_amount amount,
                            nb_text2 name, nb_text2 message)
{
    nb_view called = nb_view_of(nb_text2_in(name, nb_ctx_lang(ctx)));
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
    nb_finding_message(draft, message);
    nb_finding_arg_micro(draft, "claimed", sum);
    nb_finding_arg_micro(draft, "found", amount.micro);
    nb_finding_arg(draft, "name", called);
    nb_finding_relate(draft, amount.span, (nb_text2){"表格：{0}", "table: {0}"}, called);
}

static void check_channels(nb_rule_ctx *ctx, const nb_table *table, const nb_statement *statement,
                           uint32_t first, uint32_t count, int64_t sum)
{
    static const nb_text2 too_many = {"各渠道申请之和为{claimed}件，超过表格中{name}{found}件",
                                      "the channels add up to {claimed}, more than the table's "
                                      "{found} ({name})"};
    static const nb_text2 differ = {"各渠道申请之和为{claimed}件，表格中{name}为{found}件",
                                    "the channels add up to {claimed}, the table has {found} "
                                    "({name})"};
    static const nb_text2 all_name = {"本年新收＋上年结转", "new + carried in"};
    static const nb_text2 new_name = {"本年新收", "new this year"};
    const nb_report *report = nb_ctx_report(ctx);
    const nb_quantity *from = &statement->quantities[first];
    const nb_quantity *to = &statement->quantities[first + count - 1];
    nb_amount received = nb_amount_of(table, "received_new", "total");
    nb_amount all = nb_amount_plus(received, nb_amount_of(table, "carried_in", "total"));
    nb_amount done = nb_amount_of(table, "total", "total");
    if (!all.is_known || nb_statement_is_other_scope(report, statement, from->start) ||
        nb_quantity_is_other_time(report, statement, to))
        return;
    nb_span span = nb_mapped_source(&statement->text, from->lead, to->end);
    if (sum > all.micro)
        report_channels(ctx, span, sum, all, all_name, too_many);
    else if (sum != all.micro && sum != received.micro && done.is_known && sum != done.micro &&
             is_announced_whole(statement, first, count))
        report_channels(ctx, span, sum, received, new_name, differ);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_table *table = nb_report_table(report, NB_TABLE_REQUESTS);
    if (!table)
        return;
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        if (statement->quantity_count == 0 || !(statement->has & NB_HAS_REQUEST) ||
            !nb_requests_may_be_here(statement))
            continue;
        for (uint32_t k = 0; k < statement->quantity_count;) {
            int64_t sum = 0;
            uint32_t run = channel_run(statement, k, &sum);
            if (run >= 2)
                check_channels(ctx, table, statement, k, run, sum);
            else
                check_applicant(ctx, table, statement, &statement->quantities[k]);
            k += run >= 2 ? run : 1;
        }
    }
}

#define EXAMPLE(count)                                                                             \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" \
    "2023年，收到政府信息公开申请3件，其中自然人申请" count "件。\n\n"                           \
    "## 三、收到和处理政府信息公开申请情况\n\n" NB_REQUESTS_EXAMPLE_TABLE

const nb_rule nb_rule_x104_applicants = {
    .code = "X104",
    .slug = "applicants-differ",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"正文中的申请人或申请渠道与表格不一致",
              "applicants or channels in the text differ from the table"},
    .message = {"正文写{claimed}件，表格中{name}为{found}件",
                "the text says {claimed}, the table has {found} ({name})"},
    .explanation =
        {"正文按自然人、法人或其他组织写出的申请件数，应当等于表格中相应列的“本年新收”、其与"
         "“上年结转”之和或办理结果总计；按网络、信函、当面等渠道写出的件数之和，不应超过新收"
         "与结转之和；写明“按渠道分”的，应当等于新收、新收与结转之和或办理总数。",
         "Applications by natural persons and by organisations must equal the table's "
         "columns (new, new and carried in, or finished); those by channel must not "
         "add up to more than the new ones and those carried in, and to no less where "
         "they are announced as all."},
    .bad = {EXAMPLE("2"), EXAMPLE("2")},
    .good = {EXAMPLE("3"), EXAMPLE("3")},
    .basis = "国办公开办函〔2021〕30号",
    .check = check,
};
