#include "report/forms/data.h"

/*
 * What the tables of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号 have in common: the
 * columns of section 三 and the whole table of section 四.
 */

#define LEGAL "法人或其他组织"
#define APPLICANTS "申请人情况"

const char nb_requests_corner[] =
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

const nb_form_column nb_requests_columns[NB_REQUESTS_COLUMN_COUNT] = {
    {"natural_person", "自然人", NULL, APPLICANTS, NULL, NB_VALUE_COUNT},
    {"commercial", "商业企业", NULL, LEGAL, APPLICANTS, NB_VALUE_COUNT},
    {"research", "科研机构", NULL, LEGAL, APPLICANTS, NB_VALUE_COUNT},
    {"public_welfare", "社会公益组织", NULL, LEGAL, APPLICANTS, NB_VALUE_COUNT},
    {"legal_service", "法律服务机构", NULL, LEGAL, APPLICANTS, NB_VALUE_COUNT},
    {"other", "其他", NULL, LEGAL, APPLICANTS, NB_VALUE_COUNT},
    {"total", "总计", NULL, APPLICANTS, NULL, NB_VALUE_COUNT},
};

#define REVIEW "行政复议"
#define SUIT "行政诉讼"
#define DIRECT "未经复议直接起诉"
#define AFTER "复议后起诉"

static const nb_form_column review_columns[] = {
    {"review_upheld", "结果维持", NULL, REVIEW, NULL, NB_VALUE_COUNT},
    {"review_corrected", "结果纠正", NULL, REVIEW, NULL, NB_VALUE_COUNT},
    {"review_other", "其他结果", NULL, REVIEW, NULL, NB_VALUE_COUNT},
    {"review_pending", "尚未审结", NULL, REVIEW, NULL, NB_VALUE_COUNT},
    {"review_total", "总计", NULL, REVIEW, NULL, NB_VALUE_COUNT},
    {"direct_upheld", "结果维持", NULL, DIRECT, SUIT, NB_VALUE_COUNT},
    {"direct_corrected", "结果纠正", NULL, DIRECT, SUIT, NB_VALUE_COUNT},
    {"direct_other", "其他结果", NULL, DIRECT, SUIT, NB_VALUE_COUNT},
    {"direct_pending", "尚未审结", NULL, DIRECT, SUIT, NB_VALUE_COUNT},
    {"direct_total", "总计", NULL, DIRECT, SUIT, NB_VALUE_COUNT},
    {"after_upheld", "结果维持", NULL, AFTER, SUIT, NB_VALUE_COUNT},
    {"after_corrected", "结果纠正", NULL, AFTER, SUIT, NB_VALUE_COUNT},
    {"after_other", "其他结果", NULL, AFTER, SUIT, NB_VALUE_COUNT},
    {"after_pending", "尚未审结", NULL, AFTER, SUIT, NB_VALUE_COUNT},
    {"after_total", "总计", NULL, AFTER, SUIT, NB_VALUE_COUNT},
};

/* The row of figures has no label. */
static const nb_form_row review_rows[] = {
    {.key = "cases", .label = "", .unit = NULL, .kind = NB_VALUE_COUNT},
};

const nb_form_block nb_review_blocks[NB_REVIEW_BLOCK_COUNT] = {
    {.columns = review_columns,
     .column_count = NB_COUNT(review_columns),
     .rows = review_rows,
     .row_count = NB_COUNT(review_rows)},
};

static const char *const review_parts[] = {"review_upheld", "review_corrected", "review_other",
                                           "review_pending", NULL};
static const char *const review_total[] = {"review_total", NULL};
static const char *const direct_parts[] = {"direct_upheld", "direct_corrected", "direct_other",
                                           "direct_pending", NULL};
static const char *const direct_total[] = {"direct_total", NULL};
static const char *const after_parts[] = {"after_upheld", "after_corrected", "after_other",
                                          "after_pending", NULL};
static const char *const after_total[] = {"after_total", NULL};

const nb_identity nb_review_identities[NB_REVIEW_IDENTITY_COUNT] = {
    {.key = "review_total",
     .axis = NB_AXIS_COLUMNS,
     .relation = NB_REL_EQ,
     .strength = NB_MUST,
     .strength_below = NB_MUST,
     .left = review_parts,
     .right = review_total,
     .total = "review_total",
     .relation_number = 7,
     .says = {.zh = "行政复议四种结果之和＝总计", .en = "the four results of reviews = total"}},
    {.key = "direct_total",
     .axis = NB_AXIS_COLUMNS,
     .relation = NB_REL_EQ,
     .strength = NB_MUST,
     .strength_below = NB_MUST,
     .left = direct_parts,
     .right = direct_total,
     .total = "direct_total",
     .relation_number = 8,
     .says = {.zh = "未经复议直接起诉四种结果之和＝总计",
              .en = "the four results of direct lawsuits = total"}},
    {.key = "after_total",
     .axis = NB_AXIS_COLUMNS,
     .relation = NB_REL_EQ,
     .strength = NB_MUST,
     .strength_below = NB_MUST,
     .left = after_parts,
     .right = after_total,
     .total = "after_total",
     .relation_number = 9,
     .says = {.zh = "复议后起诉四种结果之和＝总计",
              .en = "the four results of lawsuits after review = total"}},
};
