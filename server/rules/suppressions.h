#ifndef NB_RULES_SUPPRESSIONS_H
#define NB_RULES_SUPPRESSIONS_H

#include "nb/rules/rule.h"

/*
 * What the writer of a report asks not to be told, in the report itself:
 *
 *     <!-- nianbao-disable-next-line T101 reason -->    in Markdown and HTML
 *     [nianbao-disable T101,S103 reason]                a line of plain text or Markdown
 *
 * Found and applied by check/suppress.c; the rules of the family N speak of those that do not
 * do what they say.
 */

#define NB_SUPPRESSIONS_MAX 256u     /* in one text; further ones have no effect */
#define NB_SUPPRESSION_CODES_MAX 32u /* in one of them */
#define NB_SUPPRESSION_LEN_MAX 1024u /* bytes of one of them */

typedef struct nb_suppressed_code {
    nb_span span;
    const nb_rule *rule; /* NULL: there is no such rule */
    bool is_used;
    bool is_off; /* the rule does not run, so nobody can tell whether it is used */
} nb_suppressed_code;

typedef struct nb_suppression {
    nb_span span;      /* the comment with its marks, or the line's brackets */
    nb_span name_span; /* nianbao-disable… */
    nb_span scope;     /* what begins in it is not reported */
    bool is_known;     /* the name is one that there is */
    bool is_whole_text;
    bool has_reason;
    nb_suppressed_code *codes;
    uint32_t code_count;
} nb_suppression;

typedef struct nb_suppressions {
    nb_suppression *items; /* in the order of the text */
    uint32_t count;
    const nb_span *lines; /* those that are lines of their own: no part of the report */
    uint32_t line_count;
    bool is_judged; /* is_used can be relied on: no finding was dropped for their number */
} nb_suppressions;

extern const nb_rule nb_rule_n101_unknown_suppression;
extern const nb_rule nb_rule_n102_unused_suppression;
extern const nb_rule nb_rule_n103_suppression_reason;

#endif
