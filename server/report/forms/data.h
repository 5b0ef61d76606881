#ifndef NB_REPORT_FORMS_DATA_H
#define NB_REPORT_FORMS_DATA_H

#include "nb/report/form.h"

/* For the files of this folder and form.c only. */

#define NB_COUNT(array) ((uint32_t)(sizeof(array) / sizeof((array)[0])))

/* A list of strings that ends with NULL, as the forms' lists do. */
#define NB_LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

/* One line per form in forms.def. */
#define FORM(year) extern const nb_form nb_form_##year;
#include "report/forms/forms.def"
#undef FORM

/* Sections that two forms share. */
#define NB_ARTICLE_32_COUNT 7
extern const nb_form_section nb_article_32_sections[NB_ARTICLE_32_COUNT];
#define NB_ARTICLE_50_COUNT 6
extern const nb_form_section nb_article_50_sections[NB_ARTICLE_50_COUNT];
#define NB_DIMENSION_COUNT 5
extern const nb_form_dimension nb_overview_dimensions[NB_DIMENSION_COUNT];

/* What sections 三 and 四 have had unchanged since 2019. */
#define NB_REQUESTS_COLUMN_COUNT 7
extern const nb_form_column nb_requests_columns[NB_REQUESTS_COLUMN_COUNT];
extern const char nb_requests_corner[];
#define NB_REVIEW_BLOCK_COUNT 1
extern const nb_form_block nb_review_blocks[NB_REVIEW_BLOCK_COUNT];
#define NB_REVIEW_IDENTITY_COUNT 3
extern const nb_identity nb_review_identities[NB_REVIEW_IDENTITY_COUNT];

#endif
