#ifndef NB_RULES_ENGINE_H
#define NB_RULES_ENGINE_H

#include "nb/rules/rule.h"
#include "rules/memory.h"
#include "rules/prose.h"
#include "rules/verdicts.h"

/* What the files of the engine share; rules see none of it. */

/* Findings of one rule in one report; what comes after them is dropped (nb_findings.is_truncated).
 * A report with more faults of one kind than this is not helped by more messages. */
#define NB_FINDINGS_PER_RULE_MAX 1000u

#define NB_LINKS_MAX 10000u /* figures of the prose that are led to cells */

typedef struct nb_message_arg {
    const char *name;
    nb_view value;
} nb_message_arg;

struct nb_fix_draft {
    nb_fix_draft *next;
    nb_rule_ctx *ctx;
    nb_view title;
    nb_fix_kind kind;
    bool is_preferred;
    bool changes_figure;
    NB_VEC(nb_edit) edits;
};

struct nb_finding_draft {
    nb_rule_ctx *ctx;
    nb_severity severity;
    nb_span span;
    nb_text2 message;
    nb_view place;
    NB_VEC(nb_message_arg) args;
    NB_VEC(nb_related) related;
    nb_fix_draft *first_fix;
    nb_fix_draft *last_fix;
    uint32_t fix_count;
};

typedef NB_VEC(nb_mark) nb_mark_vec;

struct nb_rule_ctx {
    nb_arena *arena;
    const nb_report *report;
    const nb_rule_options *options;
    nb_view text;
    nb_verdicts verdicts;
    nb_prose *prose;                   /* NULL until a rule asks for it */
    nb_mark_vec marks;                 /* room for those of one piece */
    const nb_claims *claims;           /* NULL until a rule asks for them */
    const nb_rule *rule;               /* the running one */
    uint32_t rule_index;               /* in nb_rules, where those are run */
    NB_VEC(nb_finding_draft *) drafts; /* of the running rule */
    nb_finding_draft *discarded;       /* takes what comes beyond the maximum */
    NB_VEC(nb_claim_link) links;
    NB_VEC(nb_link_origin) origins; /* of the links */
    bool is_truncated;
    bool has_read_all;
    bool is_remembered;            /* for the run that follows */
    const nb_rules_before *before; /* NULL: nothing is known of an earlier run */
    uint64_t facts;
    uint64_t figures;
    nb_quiet *quiet_pieces;           /* NULL: what rules pass over is not remembered */
    nb_quiet *quiet_statements;       /* so too */
    const nb_statement *const *known; /* see nb_memory_of_sentences; NULL: links are made anew */
    uint32_t replayed;                /* links before that the running rule is through with */
    nb_quiet *shown;                  /* of the place that the rule was shown last; NULL: none */
    uint32_t shown_statement;         /* that place, if it is a statement; else NB_VIEW_NONE */
    uint32_t links_before;            /* when it was shown */
    bool is_heard;                    /* the rule has found or kept something there */
};

/*
 * The next of count places, behind at (NB_VIEW_NONE: from the first on), that is not quiet for the
 * running rule; NB_VIEW_NONE at the end. Notes what became of the one at which it was last.
 */
uint32_t nb_ctx_next_loud(nb_rule_ctx *ctx, nb_quiet *quiet, uint32_t at, uint32_t count);

/*
 * Fills a template's {names}; what is no {name} stays as it is. A name without an argument is a
 * bug. used[i] becomes true for each argument that was used.
 */
nb_view nb_message_fill(nb_arena *arena, const char *template, const nb_message_arg *args,
                        uint32_t count, bool *used);

/* The fingerprint: of the rule, the place by keys and the arguments, as they are in the language of
 * the context. */
uint64_t nb_finding_print(const nb_finding_draft *draft);

/* Closes a draft: message, fixes with sorted and verified edits, fingerprint. */
nb_finding nb_finding_close(const nb_finding_draft *draft);

/* nb_rules_run over rules of the caller's choice; the options' arrays are indexed like rules. */
nb_findings nb_engine_run(nb_arena *arena, const nb_report *report, const nb_rule_options *options,
                          const nb_rule *const *rules, uint32_t rule_count);

#endif
