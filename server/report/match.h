#ifndef NB_REPORT_MATCH_H
#define NB_REPORT_MATCH_H

#include "nb/report/form.h"

/* Words in text: several in one string, parted by '|' ("复议|诉讼"). */

/* True if word stands at offset at of v. */
static inline bool nb_match_at(nb_view v, uint32_t at, nb_view word)
{
    if (at > v.len || v.len - at < word.len)
        return false;
    for (uint32_t i = 0; i < word.len; i++)
        if (v.ptr[at + i] != word.ptr[i])
            return false;
    return true;
}

/*
 * How far a loop over offsets of v may go on from at when nothing that begins with the Han
 * character there matters: 3 over one of U+5000–U+9FFF (lead E5…E9), else 1. Most of a text is
 * such.
 */
static inline uint32_t nb_match_step(nb_view v, uint32_t at)
{
    unsigned char lead = (unsigned char)v.ptr[at];
    /* A branch, mostly foreseen; computing the step would make each turn wait for the last one. */
    if (__builtin_expect(lead >= 0xe5 && lead <= 0xe9 && v.len - at > 3, 1))
        return 3;
    return 1;
}

/* The words are separated by '|'; NB_VIEW_NONE or the index of the word found at offset at. */
uint32_t nb_match_word(nb_view v, uint32_t at, const char *words, uint32_t *len);

/* True if v contains, starts or ends with one of the words ("甲|乙"). */
bool nb_match_contains(nb_view v, const char *words);
bool nb_match_starts(nb_view v, const char *words);
bool nb_match_ends(nb_view v, const char *words);

/* Which part of a report a folded title (without number) names. number: of the heading, 0 if none.
 */
nb_section_key nb_title_key(nb_view title, int number);

/* Characters (code points) of v, counted up to limit. */
uint32_t nb_match_length(nb_view v, uint32_t limit);

#endif
