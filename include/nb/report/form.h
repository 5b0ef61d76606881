#ifndef NB_REPORT_FORM_H
#define NB_REPORT_FORM_H

#include "nb/base/lang.h"
#include "nb/base/view.h"

/*
 * The official forms as data. One file per form under server/report/forms/, only static const
 * data, written out so that it can be read beside the decree; listed in forms.def.
 * Lists of strings end with NULL. Strings are as printed; matching folds them.
 */

typedef enum nb_form_id {
    NB_FORM_NONE, /* not known */
    NB_FORM_2008, /* reporting years up to 2013: contents by article 32, no national form */
    NB_FORM_2014, /* 2014–2018: the 72 rows of 国办发〔2014〕32号 */
    NB_FORM_2019, /* 2019–2020: 国办公开办函〔2019〕60号 */
    NB_FORM_2021, /* 2021–: 国办公开办函〔2021〕30号 */
    NB_FORM_COUNT
} nb_form_id;

/* Keys of sections; stable, used in JSON ("overview", …) and in tests. */
typedef enum nb_section_key {
    NB_SECTION_NONE,       /* a heading that is none of the form's */
    NB_SECTION_OVERVIEW,   /* 总体情况 / 概述 */
    NB_SECTION_DISCLOSURE, /* 主动公开政府信息情况 (art. 50(1), art. 32(1)) */
    NB_SECTION_REQUESTS,   /* 收到和处理政府信息公开申请情况 (50(2), 32(2)) */
    NB_SECTION_FEES,       /* 收费及减免情况 (32(3); before 2019 only) */
    NB_SECTION_REVIEW,     /* 行政复议、行政诉讼情况 (50(3), 32(4)) */
    NB_SECTION_PROBLEMS,   /* 存在的主要问题及改进情况 (50(4), 32(5)) */
    NB_SECTION_OTHER,      /* 其他需要报告的事项 (50(5), 32(6)) */
    NB_SECTION_COUNT
} nb_section_key;

const char *nb_section_key_name(nb_section_key key); /* "overview", … */

typedef struct nb_form_section {
    nb_section_key key;
    int number;                    /* its place in the form from 1; 0 where the form gives none */
    const char *title;             /* official wording */
    const char *const *variants;   /* wordings to be accepted without a message */
    const char *const *unofficial; /* recognised, but worth a hint */
    nb_text2 content;              /* what the law wants there, in a few words */
    const char *basis; /* e.g. 《政府信息公开条例》第五十条第（一）项 */
} nb_form_section;

/* The five dimensions of 总体情况 (国办公开办函〔2021〕30号). */
typedef struct nb_form_dimension {
    const char *key; /* "disclosure", "requests", "management", "platform", "supervision" */
    const char *title;
    const char *const *keywords; /* folded text of a heading or sentence start that shows it */
} nb_form_dimension;

typedef enum nb_value_kind {
    NB_VALUE_COUNT,  /* a whole number ≥ 0 */
    NB_VALUE_SIGNED, /* a whole number, may be negative (本年增/减) */
    NB_VALUE_AMOUNT, /* money, decimals allowed */
    NB_VALUE_NONE,   /* not a figure: group rows, the unit column */
} nb_value_kind;

typedef struct nb_form_column {
    const char *key; /* "natural_person" */
    const char *label;
    const char *const *variants; /* NULL or list */
    const char *group;           /* label of the header cell above it, NULL if none */
    const char *group2;          /* and above that */
    nb_value_kind kind;
} nb_form_column;

typedef struct nb_form_row {
    const char *key;   /* "received_new"; unique in its table */
    const char *label; /* as printed in its last label cell */
    const char *const *variants;
    const char *group;  /* label cell to its left, e.g. （三）不予公开; NULL if none */
    const char *group2; /* and left of that, e.g. 三、本年度办理结果 */
    const char *unit;   /* printed unit (2014 form), NULL if none */
    nb_value_kind kind; /* NB_VALUE_NONE: a heading row without figures */
} nb_form_row;

/* Rows that share their columns. 2019 and 2021: table 二 has several, the others one. */
typedef struct nb_form_block {
    const char *title;  /* 第二十条第（一）项; NULL if none */
    const char *corner; /* top-left header cell: 信息内容, the note on 勾稽; NULL if none */
    const nb_form_column *columns;
    uint32_t column_count;
    const nb_form_row *rows;
    uint32_t row_count;
} nb_form_block;

/* What a linear relation says of the sums of its two sides. */
typedef enum nb_relation {
    NB_REL_EQ, /* left = right */
    NB_REL_LE, /* left ≤ right */
} nb_relation;

typedef enum nb_identity_axis {
    NB_AXIS_ROWS,    /* terms are row keys; it must hold in every column of their block */
    NB_AXIS_COLUMNS, /* terms are column keys; it must hold in every row of the block */
} nb_identity_axis;

/* How a failure is rated: domain-rules section 4. */
typedef enum nb_strength {
    NB_MUST,   /* the form prints it, or plain addition */
    NB_SHOULD, /* implied by the definitions, known exceptions */
    NB_HEUR,   /* suspicious at most */
} nb_strength;

typedef struct nb_identity {
    const char *key; /* "balance", "total_of_results", … unique in the table */
    nb_identity_axis axis;
    nb_relation relation;
    nb_strength strength;       /* when left > right, or ≠ where both directions weigh the same */
    nb_strength strength_below; /* when left < right (relation 49: total > sum is weaker) */
    const char *block;       /* title of the block it belongs to, NULL: the only one or every one */
    const char *const *left; /* keys; the side that is a total or the larger one stands right */
    const char *const *right;
    const char *total;   /* the key that is the computed one (its fix writes it); NULL if none */
    int relation_number; /* in the project's list of relations, for RULES.md */
    nb_text2 says;       /* "一＋二＝三（七）＋四" */
    const char *basis;
} nb_identity;

typedef enum nb_table_key {
    NB_TABLE_NONE,
    NB_TABLE_DISCLOSURE, /* section 二 of 2019 and 2021 */
    NB_TABLE_REQUESTS,   /* section 三 */
    NB_TABLE_REVIEW,     /* section 四 */
    NB_TABLE_STATISTICS, /* the 72 rows of 2014 */
    NB_TABLE_OTHER,      /* a table that is none of the forms' */
    NB_TABLE_COUNT
} nb_table_key;

const char *nb_table_key_name(nb_table_key key);

typedef struct nb_form_table {
    nb_table_key key;
    nb_section_key section; /* where it belongs; NB_SECTION_NONE: an annex */
    const char *title;      /* caption, NULL if none */
    const nb_form_block *blocks;
    uint32_t block_count;
    const nb_identity *identities;
    uint32_t identity_count;
    const char *basis;
} nb_form_table;

typedef struct nb_form {
    nb_form_id id;
    const char *name; /* "2021" */
    int first_year;
    int last_year;      /* INT_MAX: in force */
    nb_text2 title;     /* what to call it in a message */
    const char *decree; /* 国办公开办函〔2021〕30号 */
    const char *decree_title;
    const char *regulation; /* 国务院令第711号 … */
    const nb_form_section *sections;
    uint32_t section_count;
    bool has_fixed_titles; /* 2019, 2021: six titles in fixed order */
    const nb_form_dimension *dimensions;
    uint32_t dimension_count;
    const nb_form_table *tables;
    uint32_t table_count;
} nb_form;

/* NULL for NB_FORM_NONE. */
const nb_form *nb_form_get(nb_form_id id);

/* The form that a reporting year requires; NB_FORM_NONE for years before 2008. */
nb_form_id nb_form_of_year(int year);

const char *nb_form_name(nb_form_id id); /* "2021"; NULL for NONE */

/* NULL if the form has no such table or section, or form is NULL. */
const nb_form_table *nb_form_table_of(const nb_form *form, nb_table_key key);
const nb_form_section *nb_form_section_of(const nb_form *form, nb_section_key key);

/* Index of a row or column key in its block, or NB_VIEW_NONE. */
uint32_t nb_form_row_index(const nb_form_block *block, const char *key);
uint32_t nb_form_column_index(const nb_form_block *block, const char *key);

#endif
