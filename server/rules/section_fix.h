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

/* ---- the list of parts in the preamble ---- */

/* Writes the number of parts, in the style of the one that stands there. */
void nb_declared_count_write(nb_rule_ctx *ctx, nb_fix_draft *fix, int count);

/* True if names can be put into the list: what joins them could be read. */
bool nb_declared_list_is_writable(nb_rule_ctx *ctx);

/* Names the heading (an index) at its place in the list. */
void nb_declared_name_add(nb_rule_ctx *ctx, nb_fix_draft *fix, uint32_t heading);

/* The part (an index) with what joins it to its neighbour; false if that could not be read. */
bool nb_declared_name_span(nb_rule_ctx *ctx, uint32_t part, nb_span *span);

#endif
