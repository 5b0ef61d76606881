#ifndef NB_TEXT_FIGURE_CONTEXT_H
#define NB_TEXT_FIGURE_CONTEXT_H

#include "number.h"

/* What stands around digits in running text, and what it says about them. */

static inline bool nb_is_letter_or_digit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* Characters that hold parts of an address, a telephone number or a date together. */
static inline bool nb_is_word_joiner(char c)
{
    return c == '.' || c == '/' || c == ':' || c == '@' || c == '&' || c == '=' || c == '?' ||
           c == '%' || c == '#' || c == '~' || c == '-' || c == '+' || c == '\\';
}

/* at moved behind the blanks of the line. */
uint32_t nb_context_skip(nb_view text, uint32_t at);

/* True if the digits belong to a date, an ordinal, a document number, a range, numbering … */
bool nb_context_forbids(nb_view text, const nb_number *number);

/* The same for digits that no unit and no % was found behind. */
bool nb_context_forbids_bare(nb_view text, const nb_number *number, const nb_figure *figure);

/* Signs and vague words before the figure. */
void nb_context_read_before(nb_view text, nb_figure *figure);

/* The end of the run of numeral characters at start. */
uint32_t nb_context_numeral_end(nb_view text, uint32_t start);

bool nb_context_forbids_numeral(nb_view text, uint32_t start, uint32_t end);

/* 一起, 一部分, 二期: a numeral and a measure word, but no count. */
bool nb_context_is_phrase(nb_view text, nb_span numeral, nb_view unit);

#endif
