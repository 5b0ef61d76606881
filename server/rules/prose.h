#ifndef NB_RULES_PROSE_H
#define NB_RULES_PROSE_H

#include "nb/rules/rule.h"

/*
 * The running text of a report with an index of everything in it that is no Han character. The
 * rules on the form of the text look for punctuation, brackets, digits and letters; these are one
 * character in seven, and one pass over the text finds them for all of these rules.
 */

/* A character, or a run of blanks, ASCII digits or ASCII letters. Offsets into the piece's text. */
typedef struct nb_mark {
    uint32_t at;
    uint32_t end;
    uint32_t cp; /* the character; ' ' '0' 'a' for runs */
} nb_mark;

/* A paragraph, a heading or a cell of a table. */
typedef struct nb_piece {
    const nb_mapped *text; /* the block's or the cell's */
    const nb_mark *marks;  /* NULL until a rule is shown the piece */
    uint32_t mark_count;
    uint32_t block; /* index into the markup's blocks */
    bool is_cell;
    bool is_heading; /* marked as one by the dialect */
} nb_piece;

typedef struct nb_prose {
    nb_piece *items;
    uint32_t count;
} nb_prose;

/*
 * The next piece of the report that the running rule should look at, with its marks; behind piece,
 * or the first one for NULL. NULL at the end. Pieces at which the rule found nothing before, and
 * nothing has changed, are left out: see nb_ctx_keep. Code, comments and cells
 * that are a figure in ASCII digits are no pieces.
 */
const nb_piece *nb_ctx_next_piece(nb_rule_ctx *ctx, const nb_piece *piece);

/* Is the character at (before) offset at a Han character? False at the ends. */
bool nb_prose_han_at(nb_view text, uint32_t at);
bool nb_prose_han_before(nb_view text, uint32_t at);

/*
 * Where bytes [start, end) of a piece stand in the document, if they stand there as one stretch
 * with nothing else between them; else false (markup or a line end lies in between: an edit would
 * delete it).
 */
bool nb_piece_source(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t start, uint32_t end,
                     nb_span *span);

/* Does any of the NULL-terminated words begin at offset at? Its length, or 0. */
uint32_t nb_prose_word_at(nb_view text, uint32_t at, const char *const *words);

/* Does any of the NULL-terminated words end at offset at? Its length, or 0. */
uint32_t nb_prose_word_before(nb_view text, uint32_t at, const char *const *words);

#endif
