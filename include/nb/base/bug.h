#ifndef NB_BASE_BUG_H
#define NB_BASE_BUG_H

/*
 * "We are wrong": an assumption of ours does not hold. On in release too, because an
 * editor restarts a server that stopped, but nobody recalls a wrong finding about an
 * official report. Never use it for what a document or the outside world can cause.
 */
#define NB_BUG_ON(condition, assumption)                                                           \
    ((condition) ? nb_bug(__FILE__, __LINE__, (assumption)) : (void)0)

_Noreturn void nb_bug(const char *file, int line, const char *assumption);

/* Ends the program with a sentence on stderr and status 2: memory is exhausted. */
_Noreturn void nb_out_of_memory(void);

#endif
