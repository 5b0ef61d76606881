#include "rules/claims_compare.h"

/*
 * Relation 29: decisions on 行政许可, 行政处罚, 行政强制 and the 行政事业性收费, against table 二.
 * The text may round (2764.2万件): what it prints must lie within one unit of its last digit.
 */

#define WAN INT64_C(10000)

typedef struct decision_kind {
    nb_view word;
    const char *row;
    nb_text2 name;
} decision_kind;

static const decision_kind decisions[] = {
    {{NB_LIT("行政许可")}, "licensing", {"行政许可处理决定数量", "licensing decisions"}},
    {{NB_LIT("行政处罚")}, "penalties", {"行政处罚处理决定数量", "penalty decisions"}},
    {{NB_LIT("行政强制")}, "coercion", {"行政强制处理决定数量", "coercive decisions"}},
};

/* 作出行政许可决定N件: nothing but these words, so that no part or kind is meant. */
static const nb_view filler[] = {
    NB_W("作出"),   NB_W("做出"), NB_W("决定"), NB_W("处理决定"), NB_W("全年"),   NB_W("共"),
    NB_W("共计"),   NB_W("合计"), NB_W("各类"), NB_W("的"),       NB_W("我局"),   NB_W("我县"),
    NB_W("我市"),   NB_W("我区"), NB_W("我镇"), NB_W("全县"),     NB_W("全市"),   NB_W("全区"),
    NB_W("本机关"), NB_W("依法"), NB_W("、"),   NB_W("本年"),     NB_W("本年度"), NB_W("数量"),
    NB_W("数"),     NB_W("为"),   NB_W("实施"), NB_W("下达"),     NB_W("案件"),
};

/* A decision is one by its name, or because it was taken; 实施行政许可58项 are kinds of licences.
 */
static const nb_view taken[] = {NB_W("决定"), NB_W("作出"), NB_W("做出")};
static const nb_view imposed[] = {NB_W("实施"), NB_W("下达")};

static const nb_view units[] = {NB_W("件"), NB_W("宗"), NB_W("项"),
                                NB_W("个"), NB_W("起"), NB_W("次")};

static const decision_kind *decision_of(nb_view words)
{
    for (uint32_t i = 0; i < NB_LEN(decisions); i++) {
        uint32_t at = nb_view_find(words, decisions[i].word, 0);
        if (at == NB_VIEW_NONE)
            continue;
        nb_view before = nb_view_sub(words, 0, at);
        nb_view after = nb_view_sub(words, at + decisions[i].word.len, words.len);
        if (nb_words_only(before, filler, NB_LEN(filler)) &&
            nb_words_only(after, filler, NB_LEN(filler)))
            return &decisions[i];
        return NULL;
    }
    return NULL;
}

static int64_t tolerance_of(const nb_figure *figure)
{
    return figure->has_magnitude ? figure->step_micro : 0;
}

static void check_decision(nb_rule_ctx *ctx, const nb_table *table, const nb_statement *statement,
                           const nb_quantity *q)
{
    nb_view lead = nb_words_without_year(nb_quantity_lead(statement, q));
    const decision_kind *decision = decision_of(lead);
    bool is_imposed = decision && decision != &decisions[0] && NB_HAS(lead, imposed);
    if (!decision || (!NB_HAS(lead, taken) && !is_imposed) ||
        !nb_quantity_has_unit(q, units, NB_LEN(units)))
        return;
    nb_options options = {.len = 0};
    nb_options_add(&options, nb_amount_of(table, decision->row, "decisions"), decision->name);
    if (!nb_claim_contradicts(ctx, statement, q, &options, tolerance_of(&q->figure)))
        return;
    (void)nb_options_report(ctx, NB_SEVERITY_WARNING, statement, q, &options);
}

/* The amount in 元: the column is in 万元 unless the cell prints 元. */
static nb_amount fees_in_yuan(const nb_table *table)
{
    nb_amount amount = nb_amount_of(table, "fees", "amount");
    if (amount.is_known && !nb_view_eq(amount.cell->figure.unit, NB_V("元"))) {
        if (amount.micro > INT64_MAX / WAN || amount.micro < 0)
            return (nb_amount){0};
        amount.micro *= WAN;
    }
    return amount;
}

static void check_fees(nb_rule_ctx *ctx, const nb_table *table, const nb_statement *statement,
                       const nb_quantity *q)
{
    static const nb_text2 name = {"行政事业性收费金额", "administrative fees"};
    static const nb_view words[] = {
        NB_W("行政事业性收费"), NB_W("收取"), NB_W("共"),   NB_W("共计"),   NB_W("全年"),
        NB_W("金额"),           NB_W("总额"), NB_W("收入"), NB_W("总金额"), NB_W("为")};
    nb_view lead = nb_quantity_lead(statement, q);
    if (!nb_view_eq(q->figure.unit, NB_V("元")) ||
        !nb_view_contains(lead, NB_V("行政事业性收费")) ||
        !nb_words_only(lead, words, NB_LEN(words)))
        return;
    nb_options options = {.len = 0};
    nb_options_add(&options, fees_in_yuan(table), name);
    int64_t step = options.len ? options.items[0].amount.cell->figure.step_micro : 0;
    int64_t tolerance = tolerance_of(&q->figure);
    if (step < INT64_MAX / WAN && step * WAN > tolerance)
        tolerance = step * WAN;
    if (nb_claim_contradicts(ctx, statement, q, &options, tolerance)) {
        nb_finding_draft *draft =
            nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_quantity_span(statement, q));
        nb_finding_message(draft, (nb_text2){"正文写行政事业性收费{claimed}元，表格为{found}元",
                                             "the text says {claimed} yuan of fees, the table "
                                             "{found}"});
        nb_finding_arg_micro(draft, "claimed", q->figure.micro);
        nb_finding_arg_micro(draft, "found", options.items[0].amount.micro);
        nb_finding_relate(draft, options.items[0].amount.span,
                          (nb_text2){"表格：{0}", "table: {0}"},
                          nb_view_of(nb_text2_in(name, nb_ctx_lang(ctx))));
        if (!q->figure.has_magnitude)
            nb_claim_fix_text(ctx, draft, statement, q, options.items[0].amount.micro,
                              (nb_text2){"将正文改为{0}（与表格一致）",
                                         "change the text to {0} (as in the table)"});
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_table *table = nb_report_table(report, NB_TABLE_DISCLOSURE);
    if (!table)
        return;
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_section_key section = statement->sentence->section;
        if (statement->quantity_count == 0 ||
            (section != NB_SECTION_OVERVIEW && section != NB_SECTION_DISCLOSURE) ||
            !(statement->has & NB_HAS_DECISION))
            continue;
        for (uint32_t k = 0; k < statement->quantity_count; k++) {
            const nb_quantity *q = &statement->quantities[k];
            if (!nb_quantity_is_exact(q) ||
                nb_statement_is_other_scope(report, statement, q->start) ||
                nb_quantity_is_other_time(report, statement, q))
                continue;
            check_decision(ctx, table, statement, q);
            check_fees(ctx, table, statement, q);
        }
    }
}

#define EXAMPLE(count)                                                                              \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n"  \
    "2023年，作出行政许可决定" count "件。\n\n## 二、主动公开政府信息情况\n\n"        \
    "| 第二十条第（一）项 |  |  |  |\n|---|---|---|---|\n"                                 \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"             \
    "| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 0 | 0 | 0 |\n"                               \
    "| 第二十条第（五）项 |  |  |  |\n| 信息内容 | 本年处理决定数量 |  |  |\n" \
    "| 行政许可 | 120 |  |  |\n"

const nb_rule nb_rule_x107_decisions = {
    .code = "X107",
    .slug = "decisions-differ",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"正文中的许可、处罚、强制、收费与表格不一致",
              "decisions or fees in the text differ from the table"},
    .message = {"正文写{claimed}，表格中{name}为{found}",
                "the text says {claimed}, the table has {found} ({name})"},
    .explanation = {"正文所述作出的行政许可、行政处罚、行政强制决定件数和行政事业性收费金额，应当与"
                    "“主动公开政府信息情况”表一致；以“万”“亿”为单位的，按印出的位数四舍五入或截取后"
                    "比较。",
                    "Decisions on licences, penalties and coercive measures and the administrative "
                    "fees that the text gives must agree with table 二; figures in 万 or 亿 are "
                    "compared to the digits printed."},
    .bad = {EXAMPLE("102"), EXAMPLE("102")},
    .good = {EXAMPLE("120"), EXAMPLE("120")},
    .basis = "《政府信息公开条例》第二十条第（五）项、第（六）项、第（八）项",
    .check = check,
};
