#ifndef NB_RULES_MEMORY_H
#define NB_RULES_MEMORY_H

#include "nb/markup/pairs.h"
#include "nb/rules/rule.h"
#include "rules/claims.h"
#include "rules/prose.h"

/*
 * What a run of the rules over a report leaves to the run over the same report a keystroke later.
 *
 * Most pieces and sentences of a report are nothing to most rules. A rule that visits them with
 * nb_ctx_next_piece or nb_ctx_next_statement, and finds and keeps nothing at one, is not shown it
 * again while what the rule can see there is the same: the paragraph, where it stands, and the
 * facts below. Links that it made there are made again for it. Rules that look farther than the
 * paragraph say so with nb_ctx_keep.
 */

enum { NB_QUIET_WORDS = 2 }; /* of 64 rules each */

typedef struct nb_quiet {             /* rules by their index in nb_rules */
    uint64_t silent[NB_QUIET_WORDS];  /* those that had nothing to say */
    uint64_t linking[NB_QUIET_WORDS]; /* those that made links, and said nothing else */
} nb_quiet;

/* Where a link was made. */
typedef struct nb_link_origin {
    uint32_t rule;
    uint32_t statement; /* index into the claims; NB_VIEW_NONE: at none of them */
} nb_link_origin;

typedef struct nb_rule_memory {
    const nb_report *report;
    uint64_t facts;             /* hash of what the report is: its year, form, body … */
    uint64_t figures;           /* hash of all that its tables say */
    const nb_prose *prose;      /* NULL if no rule asked for it */
    const nb_claims *claims;    /* so too */
    nb_quiet *pieces;           /* of prose */
    nb_quiet *statements;       /* of claims */
    const nb_claim_link *links; /* by rule, then statement */
    const nb_link_origin *origins;
    uint32_t link_count;
    nb_findings found;  /* all of the run */
    bool has_read_all;  /* a rule looked at the whole document, not at the report alone */
    bool has_last_year; /* the rules looked at another report too */
} nb_rule_memory;

uint64_t nb_facts_hash(const nb_report *report);
uint64_t nb_figures_hash(const nb_report *report);

/* What rules said of the pieces, where these and the facts are the same. In the arena. */
nb_quiet *nb_memory_of_pieces(nb_arena *arena, const nb_rules_before *before, uint64_t facts,
                              const nb_prose *prose);

/* For each sentence of the report the statement before that was read from the same words in the
 * same paragraph, cut in the same way, or NULL. NULL for all: none is known. In the arena. */
const nb_statement **nb_memory_of_sentences(nb_arena *arena, const nb_rules_before *before,
                                            const nb_report *report);

/*
 * Where the report of ctx is one of before, moved at most, with everything around it that a rule
 * can see: what the rules found in it, moved too; those with on_any_text left out. False: it is to
 * be gone through. found lives in the arena of ctx.
 */
bool nb_memory_recall(const nb_rule_ctx *ctx, nb_findings *found);

/* True if the cells of a table are those of the one before, moved as far as it is itself. */
bool nb_table_is_moved(const nb_table *before, const nb_table *now);

/* True if every table of the report is one of before, moved at most. */
bool nb_memory_has_tables(const nb_rules_before *before, const nb_report *report);

#endif
