#ifndef NB_RULES_RULE_H
#define NB_RULES_RULE_H

#include "nb/report/report.h"

/*
 * A rule is one descriptor and one pure function over the report. The descriptor feeds everything
 * that names the rule: diagnostics, `explain`, RULES.md, the editors' settings. Codes keep
 * their meaning for ever; families: S structure, P period, T table arithmetic, X across text,
 * tables and years, F form of the text, N notes on the user's own suppressions.
 */

typedef enum nb_severity { /* LSP's numbers */
                           NB_SEVERITY_OFF = 0,
                           NB_SEVERITY_ERROR = 1,
                           NB_SEVERITY_WARNING = 2,
                           NB_SEVERITY_INFORMATION = 3,
                           NB_SEVERITY_HINT = 4,
} nb_severity;

const char *nb_severity_name(nb_severity severity); /* "error", … */

typedef enum nb_fix_kind {
    NB_FIX_NONE,
    NB_FIX_SUGGEST, /* offered, alternatives allowed; never applied in bulk: figures, statements */
    NB_FIX_SAFE,    /* form only; applied by `fix` and by source.fixAll */
} nb_fix_kind;

typedef enum nb_rule_tag { /* LSP's DiagnosticTag */
                           NB_TAG_NONE = 0,
                           NB_TAG_UNNECESSARY = 1, /* the text may go */
                           NB_TAG_DEPRECATED = 2,  /* it was right once */
} nb_rule_tag;

typedef struct nb_rule_ctx nb_rule_ctx;

typedef struct nb_rule {
    const char *code;     /* "T101" */
    const char *slug;     /* "column-balance" */
    nb_severity severity; /* the default, and the highest it ever emits */
    nb_fix_kind fix;      /* the best kind it offers */
    nb_text2 title;       /* a few words */
    nb_text2 message;     /* with {placeholders}; see nb_finding_arg */
    nb_text2 explanation; /* Markdown: what is wanted, why, what to do */
    nb_text2 bad;         /* a short example that fires, in Chinese in both (texts of a report) */
    nb_text2 good;        /* and one that does not */
    const char *basis;    /* article, decree with number; NULL: our own convention */
    nb_text2 no_fix;      /* why a finding without a fix has none; NULL where a fix is the rule */
    void (*check)(nb_rule_ctx *ctx);
    bool on_any_text; /* also where no report was recognised: speaks of the text as such */
    nb_rule_tag tag;  /* how an editor may draw what is found */
} nb_rule;

/* All rules in the order of rules.def. */
extern const nb_rule *const nb_rules[];
extern const uint32_t nb_rule_count;

/* By code or by slug; NULL if unknown. */
const nb_rule *nb_rule_find(nb_view code_or_slug);

/* The rule that a mistyped code or slug most likely means; NULL if none is near. */
const nb_rule *nb_rule_nearest(nb_view code_or_slug);

/* ---- findings ---- */

typedef struct nb_edit {
    nb_span span;     /* replaced; empty: insertion */
    nb_view new_text; /* with the document's line ends */
} nb_edit;

typedef struct nb_fix {
    nb_view title; /* in the language of the analysis */
    nb_fix_kind kind;
    bool is_preferred;    /* the one safe repair; at most one of a finding */
    bool changes_figure;  /* asks for confirmation where the editor can */
    const nb_edit *edits; /* sorted, not overlapping */
    uint32_t edit_count;
} nb_fix;

typedef struct nb_related {
    nb_span span;
    nb_view message;
} nb_related;

typedef struct nb_finding {
    const nb_rule *rule;
    nb_severity severity; /* after the configuration */
    nb_span span;         /* the smallest text that is wrong; never empty in a non-empty document */
    nb_view message;
    const nb_related *related;
    uint32_t related_count;
    const nb_fix *fixes; /* the likelier first */
    uint32_t fix_count;
    uint64_t fingerprint; /* rule, operands, place by keys: survives edits elsewhere */
} nb_finding;

/* How an identity of a table ended, for every identity and every column or row it holds in. */
typedef enum nb_verdict_state {
    NB_VERDICT_HOLDS,
    NB_VERDICT_FAILS,
    NB_VERDICT_UNJUDGED,
} nb_verdict_state;

typedef struct nb_verdict {
    const nb_table *table;
    uint32_t block;
    const nb_identity *identity;
    uint32_t index; /* column (NB_AXIS_ROWS) or row (NB_AXIS_COLUMNS) within the block */
    nb_verdict_state state;
    nb_view reason; /* UNJUDGED: why, in the language of the analysis */
    int64_t left_micro;
    int64_t right_micro;
} nb_verdict;

/* ---- what a check function may call ---- */

const nb_report *nb_ctx_report(const nb_rule_ctx *ctx);
nb_view nb_ctx_text(const nb_rule_ctx *ctx); /* the document; only what stands in the report and
                                                on the lines beside it may be looked at */
nb_view nb_ctx_whole_text(nb_rule_ctx *ctx); /* the document, all of it */
nb_arena *nb_ctx_arena(nb_rule_ctx *ctx);    /* lives as long as the analysis */
nb_lang nb_ctx_lang(const nb_rule_ctx *ctx);
int nb_ctx_length_limit(const nb_rule_ctx *ctx); /* characters of 总体情况 */
int nb_ctx_deadline(const nb_rule_ctx *ctx);     /* month * 100 + day set by the user, or 0 */
/* Last year's report, if there is one and it is of this body and of the year before; else NULL. */
const nb_report *nb_ctx_last_year(const nb_rule_ctx *ctx);
/* The suppressions that stand in the text, judged; NULL but for the family N. */
const struct nb_suppressions *nb_ctx_suppressions(const nb_rule_ctx *ctx);
/* Verdicts of all identities, judged once before the rules run. */
const nb_verdict *nb_ctx_verdicts(const nb_rule_ctx *ctx, uint32_t *count);

/*
 * Opens a finding of the running rule on span (an empty one is widened to a character). severity
 * must not be above the rule's. NULL is never returned; later calls take the pointer.
 */
typedef struct nb_finding_draft nb_finding_draft;
nb_finding_draft *nb_ctx_find(nb_rule_ctx *ctx, nb_severity severity, nb_span span);

/* Fills {name} of the message; also part of the fingerprint. Missing names are a bug. */
void nb_finding_arg(nb_finding_draft *draft, const char *name, nb_view value);
void nb_finding_arg_int(nb_finding_draft *draft, const char *name, int64_t value);
void nb_finding_arg_micro(nb_finding_draft *draft, const char *name, int64_t micro);

/* Replaces the rule's message by another wording of it. */
void nb_finding_message(nb_finding_draft *draft, nb_text2 message);

/* Another place that belongs to it; template's {0} becomes value. */
void nb_finding_relate(nb_finding_draft *draft, nb_span span, nb_text2 message, nb_view value);

/* A stable place for the fingerprint where the arguments do not tell
 * ("requests/total/natural_person"). */
void nb_finding_place(nb_finding_draft *draft, nb_view key);

/* A fix; {0} of the title becomes value. Then its edits, in any order. */
typedef struct nb_fix_draft nb_fix_draft;
nb_fix_draft *nb_finding_fix(nb_finding_draft *draft, nb_fix_kind kind, nb_text2 title,
                             nb_view value);
void nb_fix_replace(nb_fix_draft *fix, nb_span span, nb_view new_text);
void nb_fix_prefer(nb_fix_draft *fix);
void nb_fix_changes_figure(nb_fix_draft *fix);

/*
 * The place that the rule was shown last by nb_ctx_next_piece (rules/prose.h) or
 * nb_ctx_next_statement (rules/claims.h) shall be shown to it in the next analysis too, though
 * nothing is found there now: what is found depends on other paragraphs as well.
 */
void nb_ctx_keep(nb_rule_ctx *ctx);

/* Notes that a figure of the prose speaks of a cell of a table, whether they agree or not. */
void nb_ctx_link(nb_rule_ctx *ctx, nb_span claim, nb_span cell);

/* ---- running them ---- */

typedef struct nb_rule_options {
    nb_lang lang;
    int length_limit;              /* 0: the default, 1000 */
    const nb_severity *severities; /* nb_rule_count entries, NULL: the defaults. OFF switches off,
                                     another one replaces ERROR … HINT of every finding */
    const bool *overridden;        /* nb_rule_count entries, NULL: none; which severities count */
    int deadline;                  /* month * 100 + day of a local rule; 0: the statutory one */
    const nb_report *last_year;    /* the same body's report of the year before, found by the shell
                                      or in the same text; NULL: none. Outlives the run */
    const struct nb_suppressions
        *suppressions;      /* those of the text, for the family N; by nb_check */
    bool is_further_report; /* of a text with several: the rules with on_any_text have spoken */
    bool is_followed;       /* a run over a later state of the report will be told of this one */
    const struct nb_rules_before *before; /* see below; NULL: none. Only where is_followed */
} nb_rule_options;

/* What a run takes over from one of the same rules, with the same options, over an earlier state of
 * the report. It may live in another arena; nothing of it is kept. */
typedef struct nb_rules_before {
    const struct nb_block_pairs *pairs;  /* of the blocks of both states */
    const struct nb_rule_memory *memory; /* of that run */
} nb_rules_before;

typedef struct nb_findings {
    const nb_finding *items; /* by span start, then severity, then code */
    uint32_t count;
    const nb_verdict *verdicts;
    uint32_t verdict_count;
    const struct nb_claim_link *links;
    uint32_t link_count;
    bool is_truncated;                   /* a rule found more than is kept of one rule (1000) */
    const struct nb_rule_memory *memory; /* for the next run; NULL: nothing is remembered */
} nb_findings;

/* A figure of the prose, and a cell (or several side by side) that it speaks of. */
typedef struct nb_claim_link {
    nb_span claim;
    nb_span cell;
} nb_claim_link;

/*
 * Puts the findings of several runs over one text into that order, drops repetitions (same rule,
 * place and message) and tells equal fingerprints apart. Sorts items in place; the new count.
 */
uint32_t nb_findings_settle(nb_arena *arena, nb_finding *items, uint32_t count);

nb_findings nb_rules_run(nb_arena *arena, const nb_report *report, const nb_rule_options *options);

/* Only the rules with on_any_text: for a text in which no report was recognised. */
nb_findings nb_rules_run_on_any_text(nb_arena *arena, const nb_report *report,
                                     const nb_rule_options *options);

#endif
