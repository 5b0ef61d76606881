#include <limits.h>

#include "report/forms/data.h"

/* Reporting years since 2021: 国办公开办函〔2021〕30号. */

#define DECREE "国办公开办函〔2021〕30号"

/* ---- section 二 ---- */

static const char *const decisions_variants[] = {"处理决定数量", NULL};
static const char *const amount_variants[] = {"本年收费金额（万元）", "本年收费金额", NULL};
static const char *const normative_variants[] = {"规范性文件", NULL};

static const nb_form_column documents_columns[] = {
    {"issued", "本年制发件数", NULL, NULL, NULL, NB_VALUE_COUNT},
    {"repealed", "本年废止件数", NULL, NULL, NULL, NB_VALUE_COUNT},
    {"in_force", "现行有效件数", NULL, NULL, NULL, NB_VALUE_COUNT},
};
static const nb_form_row documents_rows[] = {
    {"rules", "规章", NULL, NULL, NULL, NULL, NB_VALUE_COUNT},
    {"normative", "行政规范性文件", normative_variants, NULL, NULL, NULL, NB_VALUE_COUNT},
};

static const nb_form_column decisions_columns[] = {
    {"decisions", "本年处理决定数量", decisions_variants, NULL, NULL, NB_VALUE_COUNT},
};
static const nb_form_row licensing_rows[] = {
    {"licensing", "行政许可", NULL, NULL, NULL, NULL, NB_VALUE_COUNT},
};
static const nb_form_row enforcement_rows[] = {
    {"penalties", "行政处罚", NULL, NULL, NULL, NULL, NB_VALUE_COUNT},
    {"coercion", "行政强制", NULL, NULL, NULL, NULL, NB_VALUE_COUNT},
};

static const nb_form_column fee_columns[] = {
    {"amount", "本年收费金额（单位：万元）", amount_variants, NULL, NULL, NB_VALUE_AMOUNT},
};
static const nb_form_row fee_rows[] = {
    {"fees", "行政事业性收费", NULL, NULL, NULL, NULL, NB_VALUE_AMOUNT},
};

static const nb_form_block disclosure_blocks[] = {
    {"第二十条第（一）项", "信息内容", documents_columns, NB_COUNT(documents_columns),
     documents_rows, NB_COUNT(documents_rows)},
    {"第二十条第（五）项", "信息内容", decisions_columns, NB_COUNT(decisions_columns),
     licensing_rows, NB_COUNT(licensing_rows)},
    {"第二十条第（六）项", "信息内容", decisions_columns, NB_COUNT(decisions_columns),
     enforcement_rows, NB_COUNT(enforcement_rows)},
    {"第二十条第（八）项", "信息内容", fee_columns, NB_COUNT(fee_columns), fee_rows,
     NB_COUNT(fee_rows)},
};

static const char *const issued[] = {"issued", NULL};
static const char *const kept_or_repealed[] = {"in_force", "repealed", NULL};

static const nb_identity disclosure_identities[] = {
    {.key = "issued_is_kept_or_repealed",
     .axis = NB_AXIS_COLUMNS,
     .relation = NB_REL_LE,
     .strength = NB_HEUR,
     .strength_below = NB_HEUR,
     .block = "第二十条第（一）项",
     .left = issued,
     .right = kept_or_repealed,
     .relation_number = 11,
     .says = {.zh = "本年制发件数≤现行有效件数＋本年废止件数",
              .en = "issued this year ≤ in force + repealed"}},
};

/* ---- section 三 ---- */

#define RESULTS "三、本年度办理结果"
#define REFUSED "（三）不予公开"
#define UNABLE "（四）无法提供"
#define DECLINED "（五）不予处理"
#define OTHERWISE "（六）其他处理"

static const nb_form_row requests_rows[] = {
    {"received_new", "一、本年新收政府信息公开申请数量", NULL, NULL, NULL, NULL, NB_VALUE_COUNT},
    {"carried_in", "二、上年结转政府信息公开申请数量", NULL, NULL, NULL, NULL, NB_VALUE_COUNT},
    {"granted", "（一）予以公开", NULL, RESULTS, NULL, NULL, NB_VALUE_COUNT},
    {"partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", NULL, RESULTS, NULL,
     NULL, NB_VALUE_COUNT},
    {"refused_state_secret", "1.属于国家秘密", NULL, REFUSED, RESULTS, NULL, NB_VALUE_COUNT},
    {"refused_other_law", "2.其他法律行政法规禁止公开", NULL, REFUSED, RESULTS, NULL,
     NB_VALUE_COUNT},
    {"refused_stability", "3.危及“三安全一稳定”", NULL, REFUSED, RESULTS, NULL, NB_VALUE_COUNT},
    {"refused_third_party", "4.保护第三方合法权益", NULL, REFUSED, RESULTS, NULL, NB_VALUE_COUNT},
    {"refused_internal", "5.属于三类内部事务信息", NULL, REFUSED, RESULTS, NULL, NB_VALUE_COUNT},
    {"refused_process", "6.属于四类过程性信息", NULL, REFUSED, RESULTS, NULL, NB_VALUE_COUNT},
    {"refused_enforcement_file", "7.属于行政执法案卷", NULL, REFUSED, RESULTS, NULL,
     NB_VALUE_COUNT},
    {"refused_inquiry", "8.属于行政查询事项", NULL, REFUSED, RESULTS, NULL, NB_VALUE_COUNT},
    {"unable_not_held", "1.本机关不掌握相关政府信息", NULL, UNABLE, RESULTS, NULL, NB_VALUE_COUNT},
    {"unable_to_be_made", "2.没有现成信息需要另行制作", NULL, UNABLE, RESULTS, NULL,
     NB_VALUE_COUNT},
    {"unable_unclear", "3.补正后申请内容仍不明确", NULL, UNABLE, RESULTS, NULL, NB_VALUE_COUNT},
    {"declined_petition", "1.信访举报投诉类申请", NULL, DECLINED, RESULTS, NULL, NB_VALUE_COUNT},
    {"declined_repeated", "2.重复申请", NULL, DECLINED, RESULTS, NULL, NB_VALUE_COUNT},
    {"declined_publication", "3.要求提供公开出版物", NULL, DECLINED, RESULTS, NULL, NB_VALUE_COUNT},
    {"declined_excessive", "4.无正当理由大量反复申请", NULL, DECLINED, RESULTS, NULL,
     NB_VALUE_COUNT},
    {"declined_confirmation", "5.要求行政机关确认或重新出具已获取信息", NULL, DECLINED, RESULTS,
     NULL, NB_VALUE_COUNT},
    {"otherwise_not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
     NULL, OTHERWISE, RESULTS, NULL, NB_VALUE_COUNT},
    {"otherwise_fee_unpaid",
     "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", NULL, OTHERWISE,
     RESULTS, NULL, NB_VALUE_COUNT},
    {"otherwise_other", "3.其他", NULL, OTHERWISE, RESULTS, NULL, NB_VALUE_COUNT},
    {"total", "（七）总计", NULL, RESULTS, NULL, NULL, NB_VALUE_COUNT},
    {"carried_out", "四、结转下年度继续办理", NULL, NULL, NULL, NULL, NB_VALUE_COUNT},
};

static const nb_form_block requests_blocks[] = {
    {.corner = nb_requests_corner,
     .columns = nb_requests_columns,
     .column_count = NB_REQUESTS_COLUMN_COUNT,
     .rows = requests_rows,
     .row_count = NB_COUNT(requests_rows)},
};

static const char *const incoming[] = {"received_new", "carried_in", NULL};
static const char *const outgoing[] = {"total", "carried_out", NULL};
static const char *const results[] = {
    "granted",
    "partial",
    "refused_state_secret",
    "refused_other_law",
    "refused_stability",
    "refused_third_party",
    "refused_internal",
    "refused_process",
    "refused_enforcement_file",
    "refused_inquiry",
    "unable_not_held",
    "unable_to_be_made",
    "unable_unclear",
    "declined_petition",
    "declined_repeated",
    "declined_publication",
    "declined_excessive",
    "declined_confirmation",
    "otherwise_not_corrected",
    "otherwise_fee_unpaid",
    "otherwise_other",
    NULL,
};
static const char *const result_total[] = {"total", NULL};
static const char *const applicants[] = {
    "natural_person", "commercial", "research", "public_welfare", "legal_service", "other", NULL};
static const char *const applicant_total[] = {"total", NULL};

static const nb_identity requests_identities[] = {
    {.key = "balance",
     .axis = NB_AXIS_ROWS,
     .relation = NB_REL_EQ,
     .strength = NB_MUST,
     .strength_below = NB_MUST,
     .left = incoming,
     .right = outgoing,
     .relation_number = 1,
     .says = {.zh = "一＋二＝三（七）＋四", .en = "new + carried in = handled + carried out"},
     .basis = "表内注：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"},
    {.key = "total_of_results",
     .axis = NB_AXIS_ROWS,
     .relation = NB_REL_EQ,
     .strength = NB_MUST,
     .strength_below = NB_MUST,
     .left = results,
     .right = result_total,
     .total = "total",
     .relation_number = 2,
     .says = {.zh = "三、（一）至（六）各项之和＝（七）总计",
              .en = "the results (1) to (6) add up to (7) total"}},
    {.key = "total_of_applicants",
     .axis = NB_AXIS_COLUMNS,
     .relation = NB_REL_EQ,
     .strength = NB_MUST,
     .strength_below = NB_MUST,
     .left = applicants,
     .right = applicant_total,
     .total = "total",
     .relation_number = 3,
     .says = {.zh = "自然人＋法人或其他组织各列＝总计",
              .en = "natural persons + all kinds of organisations = total"}},
};

/* ---- the form ---- */

static const nb_form_table tables[] = {
    {.key = NB_TABLE_DISCLOSURE,
     .section = NB_SECTION_DISCLOSURE,
     .blocks = disclosure_blocks,
     .block_count = NB_COUNT(disclosure_blocks),
     .identities = disclosure_identities,
     .identity_count = NB_COUNT(disclosure_identities),
     .basis = DECREE},
    {.key = NB_TABLE_REQUESTS,
     .section = NB_SECTION_REQUESTS,
     .blocks = requests_blocks,
     .block_count = NB_COUNT(requests_blocks),
     .identities = requests_identities,
     .identity_count = NB_COUNT(requests_identities),
     .basis = DECREE},
    {.key = NB_TABLE_REVIEW,
     .section = NB_SECTION_REVIEW,
     .blocks = nb_review_blocks,
     .block_count = NB_REVIEW_BLOCK_COUNT,
     .identities = nb_review_identities,
     .identity_count = NB_REVIEW_IDENTITY_COUNT,
     .basis = DECREE},
};

const nb_form nb_form_2021 = {
    .id = NB_FORM_2021,
    .name = "2021",
    .first_year = 2021,
    .last_year = INT_MAX,
    .title = {.zh = "2021年格式", .en = "the form of 2021"},
    .decree = DECREE,
    .decree_title = "《中华人民共和国政府信息公开工作年度报告格式》",
    .regulation = "《中华人民共和国政府信息公开条例》（国务院令第711号）",
    .sections = nb_article_50_sections,
    .section_count = NB_ARTICLE_50_COUNT,
    .has_fixed_titles = true,
    .dimensions = nb_overview_dimensions,
    .dimension_count = NB_DIMENSION_COUNT,
    .tables = tables,
    .table_count = NB_COUNT(tables),
};
