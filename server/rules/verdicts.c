#include "rules/verdicts.h"

nb_verdicts nb_verdicts_judge(nb_arena *arena, const nb_report *report, nb_lang lang)
{
    (void)arena;
    (void)report;
    (void)lang;
    return (nb_verdicts){NULL, 0};
}
