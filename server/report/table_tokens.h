#ifndef NB_REPORT_TABLE_TOKENS_H
#define NB_REPORT_TABLE_TOKENS_H

#include "report/table_lines.h"

/* What stands between two labels in plain text. */

typedef NB_VEC(nb_table_token) nb_table_token_vec;

/* True for a line such as "— 3 —", "-3-", "第 3 页". */
bool nb_table_is_page_marker(nb_view line);

/*
 * Reads text[from, to), the gap between two labels (from NB_VIEW_NONE: before the first one; to
 * NB_VIEW_NONE: behind the last one), and appends figures, blanks, units, stretches of other text,
 * and a BREAK where the rest is prose. The numbering of the label at to is not part of the gap;
 * true if there is one.
 */
bool nb_table_read_gap(nb_arena *arena, const nb_mapped *text, uint32_t from, uint32_t to,
                       nb_table_token_vec *tokens);

/* ---- table_text.c ---- */

/*
 * Appends the tokens that text has as far as it begins like the text that was searched at the
 * same place in their order in the reading before. True: those are all; else *label_end is where
 * the last label of them ends in text, from where on it is to be searched, or stays as it is if
 * there are none. longest: of all labels, in bytes, folded.
 */
bool nb_table_tokens_take_over(nb_arena *arena, const nb_reading *reading, const nb_mapped *text,
                               uint32_t longest, nb_table_token_vec *tokens, uint32_t *label_end);

/* Keeps a text, which is as printed, with all its tokens for the next reading. */
void nb_table_tokens_keep(nb_arena *arena, nb_reading *reading, const nb_mapped *text,
                          const nb_table_token_vec *tokens);

#endif
