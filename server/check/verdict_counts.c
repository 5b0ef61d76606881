#include "check/verdict_counts.h"

nb_verdict_counts nb_verdicts_count(const nb_analysis *analysis, const nb_table *table,
                                    uint32_t *next)
{
    nb_verdict_counts counts = {0};
    uint32_t at = *next, end = analysis->verdict_count;
    if (table->form && (at >= end || analysis->verdicts[at].table != table))
        for (at = 0; at < end && analysis->verdicts[at].table != table;)
            at++;
    for (; at < end && analysis->verdicts[at].table == table; *next = ++at) {
        const nb_verdict *verdict = &analysis->verdicts[at];
        counts.holding += verdict->state == NB_VERDICT_HOLDS;
        counts.failing += verdict->state == NB_VERDICT_FAILS;
        if (verdict->state == NB_VERDICT_UNJUDGED && !counts.unjudged++)
            counts.reason = verdict->reason;
    }
    return counts;
}
