#ifndef NB_CHECK_CHECK_H
#define NB_CHECK_CHECK_H

#include "nb/rules/rule.h"

/*
 * The only entry for the shells: text in, analysis out. Hover, symbols, actions and dumps are pure
 * functions of the analysis and live in this layer too.
 */

typedef struct nb_check_options {
    nb_source_kind kind; /* AUTO: by content */
    nb_report_options report;
    nb_rule_options rules;
    bool force_report;          /* check even a text in which no report was recognised */
    const uint64_t *suppressed; /* fingerprints of findings to leave out, ascending */
    uint32_t suppressed_count;
    /* An analysis of the text after a further edit will be told of this one: then what that one may
     * take over is noted. */
    bool is_followed;
    /* Of an earlier state of the same text: where its options were the same, what has not changed
     * since is taken from it. The result is the one without it, only sooner. It may live in
     * another arena, and may be released when nb_check returns. NULL: none. is_followed of both
     * should be set. */
    const struct nb_analysis *before;
} nb_check_options;

typedef struct nb_analysis {
    nb_view text; /* the analysis' own copy */
    nb_lines lines;
    nb_markup markup;
    nb_report_list reports;
    const nb_report *report;    /* the first */
    bool is_report;             /* else only damage of the text itself is found */
    const nb_finding *findings; /* sorted by place */
    uint32_t finding_count;
    const nb_verdict *verdicts;
    uint32_t verdict_count;
    const nb_claim_link *links; /* figures of the prose and their cells */
    uint32_t link_count;
    bool is_truncated;         /* more findings than are kept; see nb_findings */
    uint32_t suppressed_count; /* findings left out, by the text itself or by the options */
    const struct nb_rule_memory **memories; /* of each report, for the analysis that follows */
    uint64_t options_hash; /* of what it was made with; see nb_check_options.before */
} nb_analysis;

/* The dialect that a file name speaks of: MARKDOWN or HTML by its suffix, else AUTO. */
nb_source_kind nb_source_kind_of_path(nb_view path);

/* Whether a folder that is searched for reports gives up this file: by its suffix. */
bool nb_is_report_path(nb_view path);

/* Analyses text (copied into arena; everything lives there). options may be NULL. Never fails. */
const nb_analysis *nb_check(nb_arena *arena, nb_view text, const nb_check_options *options);

#endif
