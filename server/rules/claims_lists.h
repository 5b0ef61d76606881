#ifndef NB_RULES_CLAIMS_LISTS_H
#define NB_RULES_CLAIMS_LISTS_H

#include "rules/claims.h"

/*
 * Breakdowns in prose: a total, and the parts that 其中, a bracket or a closed list of kinds gives
 * of it. A list holds parts of one unit only; it ends where other words than names of kinds begin.
 */

#define NB_PARTS_MAX 64u

/* Can it be summed up with as many others as a list has? Larger figures are none of a list. */
static inline bool nb_part_can_be_added(const nb_quantity *quantity)
{
    const int64_t max = INT64_MAX / NB_PARTS_MAX;
    return quantity->figure.micro <= max && quantity->figure.micro >= -max;
}

typedef struct nb_part {
    const nb_statement *statement;
    const nb_quantity *quantity;
    const nb_quantity *share; /* its 占X%, NULL if none */
} nb_part;

typedef struct nb_list {
    const nb_statement *total_statement;
    const nb_quantity *total;
    nb_part parts[NB_PARTS_MAX];
    uint32_t part_count;
    int64_t sum_micro;
    bool is_pure;      /* every figure of the list has the unit of the total and is exact */
    bool is_closed;    /* its last part is 其他… */
    bool is_cut;       /* ended because another matter begins in mid-sentence */
    bool is_complete;  /* announced as the whole: 分别为, a bracket without 其中, closed */
    bool may_overlap;  /* the parts are channels, and one item may go out by several */
    bool is_summed_up; /* the total stands behind the parts: 甲96件、乙121件，共217件 */
} nb_list;

/*
 * Calls visit for each breakdown whose parts begin in statement i; list lives during the call
 * only. The statements beside it in its paragraph are looked at too.
 */
typedef void nb_list_visit(void *data, const nb_list *list);
void nb_lists_read(const nb_claims *claims, uint32_t i, nb_list_visit *visit, void *data);

/* Calls visit for each total of the statement that sums up what stands directly before it. */
void nb_closing_totals_read(const nb_statement *statement, nb_list_visit *visit, void *data);

/* Are these the words of a channel, by which the same may go out more than once? */
bool nb_names_channel(nb_view words);

/* The percentage that directly follows a quantity as its share (…件，占X%), or NULL. */
const nb_quantity *nb_share_of(const nb_statement *statement, uint32_t index);

#endif
