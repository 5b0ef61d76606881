#include "rules/claims_compare.h"

/* Relation 53: 主动公开政府信息N条, and what else the prose counts, against the form of 2014. */

static void check_quantity(nb_rule_ctx *ctx, const nb_table *table, const nb_statement *statement,
                           const nb_quantity *q)
{
    static const nb_text2 all = {"主动公开政府信息数", "information disclosed"};
    static const nb_text2 online = {"政府网站公开政府信息数", "disclosed on the website"};
    bool on_website = false;
    if (!nb_claim_is_disclosed(statement, q, &on_website))
        return;
    nb_options options = {.len = 0};
    nb_options_add(&options, nb_amount_of(table, "disclosed", "value"), all);
    if (on_website)
        nb_options_add(&options, nb_amount_of(table, "channel_website", "value"), online);
    if (nb_claim_contradicts(ctx, statement, q, &options, 0))
        nb_options_report(ctx, NB_SEVERITY_WARNING, statement, q, &options);
}

/* ---- staff, meetings and courses ---- */

typedef struct form_row {
    nb_view word; /* how the prose says it */
    const char *row;
    const char *or_row; /* NULL, or another one that the same words may mean */
    nb_view units[3];
    nb_text2 name;
} form_row;

/* clang-format off */
static const form_row others[] = {
    {{NB_LIT("从事政府信息公开工作人员")}, "staff", NULL, {NB_W("人"), NB_W("名")}, {"工作人员数", "staff"}},
    {{NB_LIT("政府信息公开工作人员")}, "staff", NULL, {NB_W("人"), NB_W("名")}, {"工作人员数", "staff"}},
    {{NB_LIT("专职人员")}, "staff_full_time", NULL, {NB_W("人"), NB_W("名")}, {"专职人员数", "full-time"}},
    {{NB_LIT("专职工作人员")}, "staff_full_time", NULL, {NB_W("人"), NB_W("名")}, {"专职人员数", "full-time"}},
    {{NB_LIT("兼职人员")}, "staff_part_time", NULL, {NB_W("人"), NB_W("名")}, {"兼职人员数", "part-time"}},
    {{NB_LIT("兼职工作人员")}, "staff_part_time", NULL, {NB_W("人"), NB_W("名")}, {"兼职人员数", "part-time"}},
    {{NB_LIT("政府信息公开查阅点")}, "reading_points", NULL, {NB_W("个"), NB_W("处")}, {"查阅点数", "reading points"}},
    {{NB_LIT("政府信息公开工作会议或专题会议")}, "meetings", NULL, {NB_W("次"), NB_W("场")}, {"会议数", "meetings"}},
    {{NB_LIT("政府信息公开培训班")}, "courses", NULL, {NB_W("次"), NB_W("期")}, {"培训班数", "courses"}},
    {{NB_LIT("接受培训人员")}, "persons_trained", NULL, {NB_W("人次"), NB_W("人")}, {"接受培训人员数", "people trained"}},
    {{NB_LIT("主动公开规范性文件")}, "disclosed_normative", "issued_normative", {NB_W("件"), NB_W("条"), NB_W("份")}, {"主动公开规范性文件数", "normative documents disclosed"}},
    {{NB_LIT("制发规范性文件")}, "issued_normative", "disclosed_normative", {NB_W("件"), NB_W("份"), NB_W("个")}, {"制发规范性文件总数", "normative documents issued"}},
    {{NB_LIT("制定规范性文件")}, "issued_normative", "disclosed_normative", {NB_W("件"), NB_W("份"), NB_W("个")}, {"制发规范性文件总数", "normative documents issued"}},
    {{NB_LIT("政府公报公开政府信息")}, "channel_gazette", NULL, {NB_W("条")}, {"政府公报公开政府信息数", "disclosed in the gazette"}},
    {{NB_LIT("政府网站公开政府信息")}, "channel_website", "disclosed", {NB_W("条")}, {"政府网站公开政府信息数", "disclosed on the website"}},
    {{NB_LIT("政务微博公开政府信息")}, "channel_microblog", NULL, {NB_W("条")}, {"政务微博公开政府信息数", "disclosed by microblog"}},
    {{NB_LIT("政务微信公开政府信息")}, "channel_wechat", NULL, {NB_W("条")}, {"政务微信公开政府信息数", "disclosed by WeChat"}},
    {{NB_LIT("参加或举办新闻发布会")}, "press_conferences", NULL, {NB_W("次"), NB_W("场")}, {"新闻发布会总次数", "press conferences"}},
    {{NB_LIT("政府网站在线访谈")}, "online_interviews", NULL, {NB_W("次"), NB_W("期")}, {"在线访谈次数", "online interviews"}},
    {{NB_LIT("政策解读稿件")}, "policy_explanations", NULL, {NB_W("篇"), NB_W("条"), NB_W("件")}, {"政策解读稿件发布数", "explanations of policies"}},
    {{NB_LIT("微博微信回应事件")}, "social_media_responses", NULL, {NB_W("次"), NB_W("件"), NB_W("起")}, {"微博微信回应事件数", "responses by social media"}},
};
/* clang-format on */

/* The row that a figure in the plainest words is of: 配备专职人员2名、兼职人员5名. */
static uint32_t other_row(const nb_statement *statement, const nb_quantity *q)
{
    static const nb_view filler[] = {
        NB_W("我局"), NB_W("我县"), NB_W("我市"), NB_W("我区"),   NB_W("我镇"),  NB_W("我乡"),
        NB_W("全年"), NB_W("本年"), NB_W("共"),   NB_W("共有"),   NB_W("现有"),  NB_W("配备"),
        NB_W("设置"), NB_W("设立"), NB_W("召开"), NB_W("举办"),   NB_W("组织"),  NB_W("有"),
        NB_W("各类"), NB_W("、"),   NB_W("，"),   NB_W("本单位"), NB_W("开展"),  NB_W("其中"),
        NB_W("通过"), NB_W("利用"), NB_W("发布"), NB_W("我街道"), NB_W("本年度")};
    nb_view words = nb_words_without_year(nb_quantity_lead(statement, q));
    for (uint32_t i = 0; i < NB_LEN(others); i++) {
        if (!nb_view_ends_with(words, others[i].word) || q->figure.unit.len == 0 ||
            !nb_quantity_has_unit(q, others[i].units, NB_LEN(others[i].units)))
            continue;
        nb_view before = nb_view_sub(words, 0, words.len - others[i].word.len);
        if (nb_words_only(before, filler, NB_LEN(filler)))
            return i;
    }
    return NB_VIEW_NONE;
}

static void check_other(nb_rule_ctx *ctx, const nb_table *table, const nb_statement *statement,
                        const nb_quantity *q)
{
    static const nb_text2 message = {"正文写{claimed}，统计表中{name}为{found}",
                                     "the text says {claimed}, the form has {found} ({name})"};
    uint32_t i = other_row(statement, q);
    if (i == NB_VIEW_NONE || !nb_quantity_is_exact(q) || q->figure.has_magnitude ||
        nb_statement_is_other_scope(nb_ctx_report(ctx), statement, q->start) ||
        nb_quantity_is_other_time(nb_ctx_report(ctx), statement, q))
        return;
    nb_options options = {.len = 0};
    nb_options_add(&options, nb_amount_of(table, others[i].row, "value"), others[i].name);
    if (others[i].or_row)
        nb_options_add(&options, nb_amount_of(table, others[i].or_row, "value"), others[i].name);
    if (nb_claim_contradicts(ctx, statement, q, &options, 0))
        nb_finding_message(nb_options_report(ctx, NB_SEVERITY_WARNING, statement, q, &options),
                           message);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_table *table = nb_report_table(report, NB_TABLE_STATISTICS);
    if (!table)
        return;
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_section_key section = statement->sentence->section;
        for (uint32_t k = 0; k < statement->quantity_count; k++)
            if (section != NB_SECTION_PROBLEMS)
                check_other(ctx, table, statement, &statement->quantities[k]);
        if (statement->quantity_count == 0 || !(statement->has & NB_HAS_DISCLOSED) ||
            (section != NB_SECTION_OVERVIEW && section != NB_SECTION_DISCLOSURE))
            continue;
        for (uint32_t k = 0; k < statement->quantity_count; k++)
            if (!nb_quantity_is_other_time(report, statement, &statement->quantities[k]))
                check_quantity(ctx, table, statement, &statement->quantities[k]);
    }
}

#define EXAMPLE(count)                                                                                               \
    "# 示例县样例局2016年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n" \
    "2016年，我局主动公开政府信息" count "条。\n\n## 七、政府信息公开情况统计表\n\n"                  \
    "| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n| 一、主动公开情况 |  |  |\n"                     \
    "| （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条） | 条 | 52 |\n"      \
    "| 其中：主动公开规范性文件数 | 条 | 1 |\n| 制发规范性文件总数 | 件 | 1 |\n"             \
    "| （二）通过不同渠道和方式公开政府信息的情况 |  |  |\n"                                    \
    "| 1.政府公报公开政府信息数 | 条 | 0 |\n| 2.政府网站公开政府信息数 | 条 | 52 |\n"

const nb_rule nb_rule_x109_disclosed = {
    .code = "X109",
    .slug = "disclosed-differs",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"正文中的主动公开条数与统计表不一致",
              "information disclosed in the text differs from the form"},
    .message = {"正文写{claimed}条，统计表中{name}为{found}条",
                "the text says {claimed}, the form has {found} ({name})"},
    .explanation =
        {"正文所述全年主动公开政府信息的条数，应当等于统计表“主动公开政府信息数”；写明通过政府"
         "网站公开的，也可以等于“政府网站公开政府信息数”。规范性文件、渠道、解读、人员、会议、培训"
         "的数量也与表中各行比较。",
         "The number of items disclosed in the year that the text gives must equal the "
         "form's first row; where it names the government website, the website's row "
         "will do as well. Documents, channels, explanations, staff, meetings and courses are "
         "compared too."},
    .bad = {EXAMPLE("25"), EXAMPLE("25")},
    .good = {EXAMPLE("52"), EXAMPLE("52")},
    .basis = "国办发〔2014〕32号",
    .check = check,
};
