#ifndef NB_RULES_CLAIMS_H
#define NB_RULES_CLAIMS_H

#include "nb/rules/rule.h"
#include "rules/claims_scan.h"

/*
 * What the sentences of a report claim: every figure with the words that lead to it and follow
 * it. The rules of family X read these instead of the bytes. A statement's text has no blanks
 * and full-width punctuation, so that one spelling has to be matched only; its map leads back.
 */

/* What stands before the words of a quantity. */
typedef enum nb_boundary {
    NB_BOUNDARY_START,
    NB_BOUNDARY_COMMA,     /* ， */
    NB_BOUNDARY_SEMICOLON, /* ； */
    NB_BOUNDARY_COLON,     /* ： */
    NB_BOUNDARY_LIST,      /* 、 */
    NB_BOUNDARY_OPEN,      /* （ */
    NB_BOUNDARY_CLOSE,     /* ） */
    NB_BOUNDARY_STOP,      /* 。 */
    NB_BOUNDARY_FIGURE,    /* directly behind another figure */
} nb_boundary;

/* Offsets are into the statement's text. */
typedef struct nb_quantity {
    nb_figure figure;
    uint32_t clause; /* start of its clause: behind the last figure or mark that is no 、 */
    uint32_t lead;   /* start of its words: behind the last mark or figure */
    uint32_t start;  /* of the figure with its unit */
    uint32_t end;
    uint32_t tail; /* end of the words behind it: the next mark, or the next figure */
    nb_boundary mark;
    uint8_t depth; /* brackets around it */
} nb_quantity;

/*
 * What has more figures is no sentence that a person wrote; only its beginning is read, so that the
 * work stays linear in the document.
 */
#define NB_QUANTITIES_MAX 256u

typedef struct nb_statement {
    const nb_sentence *sentence;
    uint32_t index; /* of the sentence in the report */
    uint32_t has;   /* NB_HAS_…: the words that it holds */
    nb_mapped text;
    const nb_quantity *quantities;
    uint32_t quantity_count;
} nb_statement;

typedef struct nb_claims {
    const nb_statement *items; /* sentences that are no headings, in order; all of them */
    uint32_t count;
} nb_claims;

/*
 * Reads the whole prose; work is linear in it. known: for each sentence of the report the statement
 * that was read from the same words before, to be copied, or NULL; NULL for all of them.
 */
nb_claims nb_claims_read(nb_arena *arena, const nb_report *report,
                         const nb_statement *const *known);

/* The claims of the running analysis, read once and shared by its rules. */
const nb_claims *nb_ctx_claims(nb_rule_ctx *ctx);

/*
 * The next statement that the running rule should look at: behind statement, or the first one for
 * NULL; NULL at the end. Those at which the rule found nothing before, in the same report with the
 * same figures in its tables, are left out; a rule that looks at several at once says nb_ctx_keep.
 * What is left out is still among nb_ctx_claims.
 */
const nb_statement *nb_ctx_next_statement(nb_rule_ctx *ctx, const nb_statement *statement);

/* Words of a quantity. */
nb_view nb_quantity_lead(const nb_statement *statement, const nb_quantity *quantity);
nb_view nb_quantity_clause(const nb_statement *statement, const nb_quantity *quantity);
nb_view nb_quantity_tail(const nb_statement *statement, const nb_quantity *quantity);

/* Where a quantity stands in the document: its digits with sign and magnitude, or all of it. */
nb_span nb_quantity_digits(const nb_statement *statement, const nb_quantity *quantity);
nb_span nb_quantity_span(const nb_statement *statement, const nb_quantity *quantity);

/* A count that can be compared: a figure, not a percentage, not 余 多 约, no growth (增加11件). */
bool nb_quantity_is_exact(const nb_quantity *quantity);
/* And a whole number, printed without 万 and the like. */
bool nb_quantity_is_whole(const nb_quantity *quantity);
bool nb_quantity_has_unit(const nb_quantity *quantity, const nb_view *units, uint32_t count);

/* ---- words ---- */

/* A list of words: static const nb_view list[] = {NB_W("甲"), NB_W("乙")}; NB_HAS(v, list) */
#define NB_W(s)                                                                                    \
    {                                                                                              \
        NB_LIT(s)                                                                                  \
    }
#define NB_LEN(list) ((uint32_t)(sizeof(list) / sizeof((list)[0])))
#define NB_HAS(v, list) nb_words_has((v), (list), NB_LEN(list))

bool nb_words_has(nb_view v, const nb_view *words, uint32_t count);

/* The word that ends last in v: its index, and where it begins; NB_VIEW_NONE if there is none. */
uint32_t nb_words_last(nb_view v, const nb_view *words, uint32_t count, uint32_t *at);

/* True if v is nothing but such words, in any order (the longest taken first). */
bool nb_words_only(nb_view v, const nb_view *words, uint32_t count);

/* The word that v ends with, or NB_VIEW_NONE; the longest. */
uint32_t nb_words_ending(nb_view v, const nb_view *words, uint32_t count);
uint32_t nb_words_starting(nb_view v, const nb_view *words, uint32_t count);

/* ---- period and scope ---- */

/* The next year in four digits before 年 at or after *at, moved behind it; 0 if none. */
int nb_year_next(nb_view text, uint32_t *at, uint32_t *start);

/*
 * True if the words before end may speak of another time than the reporting year: another year is
 * the last one named, or several years, a part of the year, a plan. What stands behind, as in
 * 收到98件，较2022年增加13件, has no say. Comparisons (同比) are left to the clause.
 */
bool nb_statement_is_other_time(const nb_report *report, const nb_statement *statement,
                                uint32_t end);
static inline bool nb_quantity_is_other_time(const nb_report *report, const nb_statement *statement,
                                             const nb_quantity *quantity)
{
    return nb_statement_is_other_time(report, statement, quantity->tail);
}

/*
 * True if the words before end may speak of others than the report's tables do: 全市 in the report
 * of a department, 本机关 in that of a government, a body of another name.
 */
bool nb_statement_is_other_scope(const nb_report *report, const nb_statement *statement,
                                 uint32_t end);

/* ---- tables ---- */

typedef struct nb_amount {
    bool is_known;
    int64_t micro;
    nb_span span;        /* of the cells */
    const nb_cell *cell; /* where it is one */
} nb_amount;

/* A cell that was surely read. */
nb_amount nb_amount_of(const nb_table *table, const char *row, const char *column);

/* What the sums of its table say to a cell that gets another figure. */
typedef enum nb_cell_change {
    NB_CHANGE_BREAKS,  /* one that holds would fail */
    NB_CHANGE_NEUTRAL, /* none changes, or none was judged */
    NB_CHANGE_REPAIRS, /* none breaks and one that fails would hold */
} nb_cell_change;

nb_cell_change nb_cell_change_of(nb_rule_ctx *ctx, const nb_cell *cell, int64_t micro);

/*
 * The sum over the rows whose key begins with prefix. A blank counts as 0 beside a figure (BL-3);
 * a cell that could not be read makes it unknown.
 */
nb_amount nb_amount_of_rows(const nb_table *table, const char *prefix, const char *column);

/*
 * Where the figures of a row run together (77132470), a cell's figure is not known, but some
 * figures are ruled out: the first column's begins the digits, the last one's ends them, and the
 * others are among them. True if micro cannot be the cell's; *span is the digits'.
 */
bool nb_glued_rules_out(const nb_table *table, const char *row, const char *column, int64_t micro,
                        nb_span *span);

nb_amount nb_amount_plus(nb_amount a, nb_amount b);

#endif
