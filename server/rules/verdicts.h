#ifndef NB_RULES_VERDICTS_H
#define NB_RULES_VERDICTS_H

#include "nb/rules/rule.h"

/* Every identity of every table of a form, judged in each column or row that it holds in. */
typedef struct nb_verdicts {
    const nb_verdict *items;
    uint32_t count;
} nb_verdicts;

/* Pure; in the arena; reasons in lang. */
nb_verdicts nb_verdicts_judge(nb_arena *arena, const nb_report *report, nb_lang lang);

#endif
