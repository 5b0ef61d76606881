#include "rules/claims_requests.h"

/* Relation 24: 予以公开a件、部分公开b件… in the prose against the rows of the table. */

enum { GRANTED = 1, PARTIAL = 2, REFUSED = 4, UNABLE = 8, DECLINED = 16, OTHERWISE = 32 };

static const nb_term results[] = {
    {{NB_LIT("予以公开")}, GRANTED},   {{NB_LIT("全部公开")}, GRANTED},
    {{NB_LIT("部分公开")}, PARTIAL},   {{NB_LIT("予以部分公开")}, PARTIAL},
    {{NB_LIT("不予公开")}, REFUSED},   {{NB_LIT("无法提供")}, UNABLE},
    {{NB_LIT("不予处理")}, DECLINED},  {{NB_LIT("其他处理")}, OTHERWISE},
    {{NB_LIT("同意公开")}, GRANTED},   {{NB_LIT("同意部分公开")}, PARTIAL},
    {{NB_LIT("不同意公开")}, REFUSED}, {{NB_LIT("其它处理")}, OTHERWISE},
};

static const nb_view filler[] = {
    NB_W("其中"), NB_W("作出"),   NB_W("答复"),     NB_W("依法"), NB_W("决定"),   NB_W("情形"),
    NB_W("类"),   NB_W("结果"),   NB_W("办理结果"), NB_W("为"),   NB_W("有"),     NB_W("的"),
    NB_W("申请"), NB_W("共"),     NB_W("共计"),     NB_W("及"),   NB_W("和"),     NB_W("以及"),
    NB_W("、"),   NB_W("“"),      NB_W("”"),        NB_W("数"),   NB_W("数量"),   NB_W("给予"),
    NB_W("或"),   NB_W("处理"),   NB_W("政府信息"), NB_W("信息"), NB_W("属于"),   NB_W("或者"),
    NB_W("\""),   NB_W("答复为"), NB_W("的有"),     NB_W("按"),   NB_W("分别为"),
};

static const struct {
    uint32_t mask;
    const char *rows;       /* prefix of the row keys since 2019 */
    const char *statistics; /* row of the 2014 form, NULL if it has none */
    nb_text2 name;
} rows[] = {
    {GRANTED, "granted", "answered_granted", {"予以公开", "granted"}},
    {PARTIAL, "partial", "answered_partial", {"部分公开", "granted in part"}},
    {REFUSED, "refused_", "answered_refused", {"不予公开各项之和", "refused"}},
    {UNABLE, "unable_", NULL, {"无法提供各项之和", "unable to provide"}},
    {DECLINED, "declined_", NULL, {"不予处理各项之和", "not dealt with"}},
    {OTHERWISE, "otherwise", NULL, {"其他处理各项之和", "dealt with otherwise"}},
};

static nb_amount amount_of_results(const nb_table *requests, const nb_table *statistics,
                                   uint32_t mask, nb_text2 *name)
{
    nb_amount sum = {.is_known = true};
    uint32_t met = 0;
    for (uint32_t i = 0; i < NB_LEN(rows); i++) {
        if (!(mask & rows[i].mask))
            continue;
        nb_amount part = {0};
        if (requests)
            part = nb_amount_of_rows(requests, rows[i].rows, "total");
        else if (rows[i].statistics)
            part = nb_amount_of(statistics, rows[i].statistics, "value");
        sum = met++ ? nb_amount_plus(sum, part) : part;
        *name = rows[i].name;
    }
    if (met > 1)
        *name = (nb_text2){"各项之和", "their sum"};
    return sum;
}

/* 制发公文412件，其中…不予公开291件: how documents were classified, or proposals answered. */
static bool is_about_documents(const nb_statement *statement, uint32_t end)
{
    static const nb_view words[] = {NB_W("公文"), NB_W("发文"), NB_W("制发"), NB_W("属性"),
                                    NB_W("提案"), NB_W("建议"), NB_W("议案"), NB_W("拟文"),
                                    NB_W("行文"), NB_W("档案")};
    return NB_HAS(nb_view_sub(statement->text.text, 0, end), words);
}

static void check_quantity(nb_rule_ctx *ctx, const nb_statement *statement, const nb_quantity *q)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_table *requests = nb_report_table(report, NB_TABLE_REQUESTS);
    const nb_table *statistics = nb_report_table(report, NB_TABLE_STATISTICS);
    uint32_t mask = 0;
    nb_text2 name = {0};
    if (!nb_requests_is_count(q) ||
        !nb_terms_read(nb_quantity_clause(statement, q), results, NB_LEN(results), filler,
                       NB_LEN(filler), &mask) ||
        mask == 0)
        return;
    if (is_about_documents(statement, q->start) ||
        nb_statement_is_other_scope(report, statement, q->start) ||
        nb_quantity_is_other_time(report, statement, q))
        return;
    nb_options options = {.len = 0};
    nb_options_add(&options, amount_of_results(requests, statistics, mask, &name), name);
    if (nb_claim_contradicts(ctx, statement, q, &options, 0))
        nb_options_report(ctx, NB_SEVERITY_WARNING, statement, q, &options);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (!nb_report_table(report, NB_TABLE_REQUESTS) &&
        !nb_report_table(report, NB_TABLE_STATISTICS))
        return;
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        if (statement->quantity_count == 0 || !(statement->has & NB_HAS_RESULT) ||
            !nb_requests_may_be_here(statement))
            continue;
        for (uint32_t k = 0; k < statement->quantity_count; k++)
            check_quantity(ctx, statement, &statement->quantities[k]);
    }
}

#define EXAMPLE(count)                                                                             \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" \
    "2023年，办结政府信息公开申请3件，其中予以公开" count "件。\n\n"                             \
    "## 三、收到和处理政府信息公开申请情况\n\n" NB_REQUESTS_EXAMPLE_TABLE

const nb_rule nb_rule_x103_results = {
    .code = "X103",
    .slug = "results-differ",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"正文中的办理结果与表格不一致", "results in the text differ from the table"},
    .message = {"正文写{claimed}件，表格中{name}为{found}件",
                "the text says {claimed}, the table has {found} ({name})"},
    .explanation =
        {"正文逐项写出予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数时，"
         "各项应当等于表格中该项（含其各小项之和）的总计。",
         "Where the text gives the numbers granted, granted in part, refused, unable to "
         "provide, not dealt with and dealt with otherwise, each must equal the total "
         "of that result in the table, its sub-items added up."},
    .bad = {EXAMPLE("2"), EXAMPLE("2")},
    .good = {EXAMPLE("3"), EXAMPLE("3")},
    .basis = "《政府信息公开条例》第五十条第（二）项；国办公开办函〔2021〕30号",
    .check = check,
};
