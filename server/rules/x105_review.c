#include "rules/claims_requests.h"

/*
 * Relation 26, kept narrow: only a plain count of this body's reviews and lawsuits of the year
 * about information disclosure. 备案, 审结, 应诉 and the like count something else.
 */

enum { REVIEW = 1, SUIT = 2 };

static const nb_term objects[] = {
    {{NB_LIT("行政复议")}, REVIEW},
    {{NB_LIT("复议")}, REVIEW},
    {{NB_LIT("行政诉讼")}, SUIT},
    {{NB_LIT("诉讼")}, SUIT},
};

static const nb_view filler[] = {
    NB_W("因"),         NB_W("政府信息公开"), NB_W("信息公开"), NB_W("工作"),     NB_W("申请"),
    NB_W("被申请"),     NB_W("引起"),         NB_W("引发"),     NB_W("的"),       NB_W("提起"),
    NB_W("被提起"),     NB_W("发生"),         NB_W("产生"),     NB_W("收到"),     NB_W("共"),
    NB_W("共计"),       NB_W("有关"),         NB_W("涉及"),     NB_W("案件"),     NB_W("案"),
    NB_W("数"),         NB_W("数量"),         NB_W("为"),       NB_W("我局"),     NB_W("本机关"),
    NB_W("我县"),       NB_W("我市"),         NB_W("我区"),     NB_W("我镇"),     NB_W("我乡"),
    NB_W("全县"),       NB_W("全市"),         NB_W("全区"),     NB_W("全年"),     NB_W("本年度"),
    NB_W("我单位"),     NB_W("本单位"),       NB_W("我街道"),   NB_W("政府信息"), NB_W("公开"),
    NB_W("依申请公开"), NB_W("涉"),           NB_W("被"),       NB_W("有"),       NB_W("、"),
    NB_W("和"),         NB_W("及"),           NB_W("事项"),     NB_W("行为"),     NB_W("相关"),
};

static const nb_view units[] = {NB_W("件"), NB_W("起"), NB_W("宗"),  NB_W("例"),
                                NB_W("项"), NB_W("条"), NB_W("件次")};

/* Another way of counting, wherever it is spoken of. */
static const nb_view blocking[] = {
    NB_W("备案"), NB_W("新增"), NB_W("审结"),   NB_W("应诉"),   NB_W("出庭"), NB_W("结案"),
    NB_W("上年"), NB_W("胜诉"), NB_W("败诉"),   NB_W("终止"),   NB_W("撤回"), NB_W("一审"),
    NB_W("二审"), NB_W("旧存"), NB_W("去年"),   NB_W("答辩"),   NB_W("开庭"), NB_W("代理"),
    NB_W("撤销"), NB_W("驳回"), NB_W("经复议"), NB_W("复议后"),
};

/* Results, of which a figure behind them is one; those before them are of all. */
static const nb_view results[] = {NB_W("其中"), NB_W("维持"), NB_W("纠正")};

static nb_options options_of(const nb_report *report, uint32_t kind)
{
    static const nb_text2 review_name = {"行政复议总计", "administrative reviews"};
    static const nb_text2 suit_name = {"行政诉讼总计（两类之和）", "lawsuits, both kinds"};
    static const nb_text2 direct_name = {"未经复议直接起诉总计", "direct lawsuits"};
    static const nb_text2 after_name = {"复议后起诉总计", "lawsuits after review"};
    const nb_table *review = nb_report_table(report, NB_TABLE_REVIEW);
    const nb_table *statistics = nb_report_table(report, NB_TABLE_STATISTICS);
    nb_options options = {.len = 0};
    if (!review) {
        nb_options_add(&options,
                       nb_amount_of(statistics, kind == REVIEW ? "review" : "suit", "value"),
                       kind == REVIEW ? review_name : suit_name);
        return options;
    }
    if (kind == REVIEW) {
        nb_options_add(&options, nb_amount_of(review, "cases", "review_total"), review_name);
        return options;
    }
    nb_amount direct = nb_amount_of(review, "cases", "direct_total");
    nb_amount after = nb_amount_of(review, "cases", "after_total");
    nb_options_add(&options, nb_amount_plus(direct, after), suit_name);
    nb_options_add(&options, direct, direct_name);
    nb_options_add(&options, after, after_name);
    return options;
}

static void check_statement(nb_rule_ctx *ctx, const nb_statement *statement)
{
    const nb_report *report = nb_ctx_report(ctx);
    nb_view text = statement->text.text;
    bool is_about = statement->sentence->section == NB_SECTION_REVIEW ||
                    nb_view_contains(text, NB_V("信息公开")) ||
                    nb_view_contains(text, NB_V("依申请公开"));
    if (!is_about || NB_HAS(text, blocking))
        return;
    for (uint32_t k = 0; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        uint32_t mask = 0;
        nb_view tail = nb_quantity_tail(statement, q);
        if (!nb_quantity_is_whole(q) || !nb_quantity_has_unit(q, units, NB_LEN(units)) ||
            q->depth > 0 || NB_HAS(nb_view_sub(text, 0, q->end), results) ||
            !nb_terms_read(nb_quantity_clause(statement, q), objects, NB_LEN(objects), filler,
                           NB_LEN(filler), &mask) ||
            (mask != REVIEW && mask != SUIT) || !nb_words_only(tail, filler, NB_LEN(filler)) ||
            nb_statement_is_other_scope(report, statement, q->start) ||
            nb_quantity_is_other_time(report, statement, q))
            continue;
        nb_options options = options_of(report, mask);
        if (nb_claim_contradicts(ctx, statement, q, &options, 0))
            nb_options_report(ctx, NB_SEVERITY_WARNING, statement, q, &options);
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (!nb_report_table(report, NB_TABLE_REVIEW) && !nb_report_table(report, NB_TABLE_STATISTICS))
        return;
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_section_key section = statement->sentence->section;
        if (statement->quantity_count > 0 && (statement->has & NB_HAS_REVIEW) &&
            (section == NB_SECTION_OVERVIEW || section == NB_SECTION_REQUESTS ||
             section == NB_SECTION_REVIEW))
            check_statement(ctx, statement);
    }
}

#define EXAMPLE(count)                                                                                                     \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n"                         \
    "2023年，因政府信息公开被申请行政复议" count "件。\n\n"                                                              \
    "## 四、政府信息公开行政复议、行政诉讼情况\n\n"                                                     \
    "| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n"                                             \
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"                                                      \
    "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | "       \
    "复议后起诉 |  |  |  |  |\n"                                                                                      \
    "|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | " \
    "其他结果 | 尚未审结 | 总计 |\n"                                                                             \
    "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"

const nb_rule nb_rule_x105_review = {
    .code = "X105",
    .slug = "reviews-differ",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"正文中的复议、诉讼件数与表格不一致",
              "reviews or lawsuits in the text differ from the table"},
    .message = {"正文写{claimed}件，表格中{name}为{found}件",
                "the text says {claimed}, the table has {found} ({name})"},
    .explanation =
        {"正文所述本机关因政府信息公开被申请行政复议、被提起行政诉讼的件数，应当与“政府信息"
         "公开行政复议、行政诉讼情况”表的总计一致；诉讼为“未经复议直接起诉”与“复议后起诉”"
         "之和。备案、审结、应诉等不同口径的数字不作比较。",
         "The numbers of reviews and lawsuits about information disclosure that the "
         "text gives must agree with the totals of the table; for lawsuits both kinds "
         "are added. Numbers of another kind (filed, closed, attended) are not "
         "compared."},
    .bad = {EXAMPLE("2"), EXAMPLE("2")},
    .good = {EXAMPLE("1"), EXAMPLE("1")},
    .basis = "《政府信息公开条例》第五十条第（三）项",
    .check = check,
};
