#ifndef NB_RULES_SECTION_FIX_H
#define NB_RULES_SECTION_FIX_H

#include "rules/structure.h"

/*
 * What a part that is missing takes to be there: its place, its number, the numbers of those behind
 * it, and its name and number in the list that the preamble gives.
 */

/* Offers the whole part as a skeleton in the document's own way of writing. */
void nb_section_offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_form_section *section);

/* Offers the heading alone, before what stands of the part. */
void nb_section_offer_heading(nb_rule_ctx *ctx, nb_finding_draft *draft,
                              const nb_form_section *section, const nb_section *present);

#endif
