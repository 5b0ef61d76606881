#ifndef NB_RULES_CLAIMS_COMPARE_H
#define NB_RULES_CLAIMS_COMPARE_H

#include "rules/claims.h"

/*
 * A figure of the prose against the figures of a table that its words may mean. A claim that
 * agrees with any of them is right; with one of them unread nothing is said.
 */

#define NB_OPTIONS_MAX 6u

typedef struct nb_option {
    nb_amount amount;
    nb_text2 name; /* what to call it in a message */
} nb_option;

typedef struct nb_options {
    nb_option items[NB_OPTIONS_MAX];
    uint32_t len;
    bool is_lost;     /* one of them could not be read */
    bool keeps_table; /* the text's figure is not to be written into the table */
} nb_options;

void nb_options_add(nb_options *options, nb_amount amount, nb_text2 name);

/*
 * True if there is something to compare with and nothing of it equals the quantity, give or take
 * less than tolerance. Notes which cells the quantity speaks of: those that agree, else all.
 */
bool nb_claim_contradicts(nb_rule_ctx *ctx, const nb_statement *statement,
                          const nb_quantity *quantity, const nb_options *options,
                          int64_t tolerance);

/*
 * Opens a finding on the figure's digits with {claimed}, {found} and {name} (the first option),
 * the cells as related places, a fix of the text for each distinct figure, and one of the table
 * where that breaks none of its sums.
 */
nb_finding_draft *nb_options_report(nb_rule_ctx *ctx, nb_severity severity,
                                    const nb_statement *statement, const nb_quantity *quantity,
                                    const nb_options *options);

/* Offers to write micro, in the style of the figure, in place of the quantity's digits; {0} of
 * title becomes the figure. */
void nb_claim_fix_text(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_statement *statement,
                       const nb_quantity *quantity, int64_t micro, nb_text2 title);

/* Offers to write the text's figure micro into a cell; the caller knows what its sums say. */
void nb_claim_fix_cell(nb_rule_ctx *ctx, nb_finding_draft *draft, int64_t micro,
                       const nb_cell *cell);

/* ---- percentages ---- */

/*
 * Is part of base what the percentage prints, rounded or cut off at its last digit? base is above
 * 0, and base times the percentage at most 10^12 with at most 10^10 for base, so that the products
 * fit into 64 bits; the percentage has no magnitude (万).
 */
bool nb_percent_fits(int64_t part, int64_t base, const nb_figure *percent);

/* 100 × part ÷ base with as many decimals as step_micro prints, rounded half up; in micro. */
int64_t nb_percent_of(int64_t part, int64_t base, int64_t step_micro);

/* ---- the total of the year ---- */

/*
 * True if the quantity says how much this report's body disclosed in the year and nothing else:
 * 2023年，我局主动公开政府信息N条. With 通过政府网站 before it, it is not.
 */
bool nb_claim_is_disclosed_total(const nb_statement *statement, const nb_quantity *quantity);

/* The same with the words before it; *on_website tells that these name the government website. */
bool nb_claim_is_disclosed(const nb_statement *statement, const nb_quantity *quantity,
                           bool *on_website);

/* Words without the year that they begin with. */
nb_view nb_words_without_year(nb_view words);

/* ---- reading a clause word by word ---- */

typedef struct nb_term {
    nb_view word;
    uint32_t mask;
} nb_term;

/*
 * Reads text as nothing but terms and filler words, the longest first; false if anything else is
 * in it. *mask gets the terms that were met.
 */
bool nb_terms_read(nb_view text, const nb_term *terms, uint32_t term_count, const nb_view *filler,
                   uint32_t filler_count, uint32_t *mask);

#endif
