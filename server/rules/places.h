#ifndef NB_RULES_PLACES_H
#define NB_RULES_PLACES_H

#include "rules/structure.h"

/* Where a fix puts new text: behind the parts, at the end of one, in the preamble. */

/* The last part that has a heading; NULL if none has. */
const nb_heading *nb_last_part(const nb_report *report);

/* Where the last part ends: before the signature or an annexed table, else at the end. */
uint32_t nb_parts_end(nb_rule_ctx *ctx);

/* What parts the text before place from a new paragraph: the end of its line, and an empty line
 * where the document has them between paragraphs. */
nb_view nb_gap_before(nb_rule_ctx *ctx, uint32_t place, const nb_skeleton_style *style);

/* The start of the line behind all that belongs to the section; false if it shares lines with
 * another. */
bool nb_section_stop(nb_rule_ctx *ctx, const nb_section *section, uint32_t *place);

/* Offers to add paragraphs (as of nb_paragraph_like) at the end of a section; {0} of title becomes
 * value. False, and no fix, if it has no end of its own. */
bool nb_section_append(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_section *section,
                       nb_text2 title, nb_view value, nb_view paragraphs);

/* Offers to add a sentence behind the last one of the preamble, or as a paragraph before the first
 * part; {0} of title becomes value. False, and no fix, if there is no such place. */
bool nb_preamble_append(nb_rule_ctx *ctx, nb_finding_draft *draft, nb_text2 title, nb_view value,
                        nb_view sentence);

#endif
