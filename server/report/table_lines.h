#ifndef NB_REPORT_TABLE_LINES_H
#define NB_REPORT_TABLE_LINES_H

#include "nb/report/report.h"
#include "nb/text/needles.h"
#include "report/form_words.h"
#include "report/reading.h"

/*
 * The common ground of all dialects: a table as lines of tokens. A line of a grid is a row of it;
 * in text that only its labels give away, a line ends before the label that follows figures.
 */

typedef enum nb_token_kind {
    NB_TOKEN_LABEL,  /* a word of the forms */
    NB_TOKEN_FIGURE, /* reads as a figure; in text also digits that several figures were glued to */
    NB_TOKEN_BLANK,  /* an empty cell, or a mark such as / — 无 */
    NB_TOKEN_UNIT,   /* 条 件 次 … alone */
    NB_TOKEN_TEXT,   /* anything else */
    NB_TOKEN_BREAK,  /* in text: prose, where every table ends; in no line */
} nb_token_kind;

typedef struct nb_table_token {
    nb_token_kind kind;
    bool has_marker; /* LABEL: a numbering stood before it */
    bool is_glued;   /* FIGURE: nothing parted it from the label before it */
    uint16_t column; /* in its grid */
    uint16_t colspan;
    uint16_t cell;           /* in its grid; of several that were merged, the first */
    const nb_word *word;     /* LABEL */
    const nb_mapped *raw;    /* as printed */
    const nb_figure *figure; /* FIGURE, BLANK, TEXT: what was read; else nb_table_no_figure */
    nb_span span;
} nb_table_token;

extern const nb_figure nb_table_no_figure;

/* A token of a text that is no grid; figure: NULL if none was read. In the arena. */
nb_table_token nb_table_token_of(nb_arena *arena, nb_token_kind kind, nb_mapped raw,
                                 const nb_figure *figure);

/* What the words of a line say by themselves (table_facts.c). */
typedef struct nb_table_line_facts {
    nb_table_key table; /* that its words speak for, else that of its grid or run */
    bool is_first_row;  /* it begins a table of its kind */
    bool has_column_label;
    bool is_single_otherwise; /* （六）其他处理 with figures of its own, as in the form of 2019 */
    uint32_t figures;
    uint16_t labels[NB_FORM_COUNT]; /* that in this table are this form's alone */
} nb_table_line_facts;

typedef struct nb_table_line {
    const nb_table_token *tokens; /* NULL: nb_table_tokens_read gives them */
    uint32_t count;
    nb_span span;
    const nb_grid *grid; /* NULL: text */
    nb_dialect dialect;
    nb_table_key key; /* of the grid or run it belongs to */
    uint32_t block;   /* of markup */
    nb_table_line_facts facts;
} nb_table_line;

typedef NB_VEC(nb_table_line) nb_table_line_vec;
typedef NB_VEC(nb_table_area) nb_table_area_vec;

/* True if text is a unit of the statistics form and nothing else. */
bool nb_table_is_unit(nb_view text);

/* A figure that was read from the text was, as read from now, which holds the same. */
nb_figure nb_table_figure_in(const nb_figure *figure, nb_view was, nb_view now);

/* The first line whose block is not before block. */
uint32_t nb_table_line_at(const nb_table_areas *areas, uint32_t block);

/* The key that most words of the lines [first, end) speak for, and how strongly. */
typedef struct nb_table_vote {
    uint32_t words[NB_TABLE_COUNT]; /* words of this table, whether or not of others too */
    uint32_t figures;
    uint32_t labels;
} nb_table_vote;

void nb_table_vote_add(nb_table_vote *vote, const nb_table_token *token);
nb_table_key nb_table_vote_key(const nb_table_vote *vote);

/*
 * Appends the rows of a grid as lines. before: the table that the grid just before belongs to, or
 * NONE; a grid without a header may go on with it.
 */
void nb_table_lines_of_grid(nb_arena *arena, const nb_grid *grid, uint32_t block,
                            nb_table_key before, nb_table_line_vec *lines);

/* ---- table_facts.c ---- */

/* Reads the facts of a line from its tokens and its key. */
nb_table_line_facts nb_table_facts_of(const nb_table_line *line);

/* ---- table_keep.c ---- */

/*
 * Appends the lines that nb_table_lines_of_grid would, without tokens, if the reading before had
 * them of the same grid behind the same table; else notes for the next reading what stood before,
 * and returns false.
 */
bool nb_table_lines_take_over(nb_arena *arena, nb_reading *reading, uint32_t block,
                              nb_table_key before, nb_table_line_vec *lines);

/* Gives the line its tokens, and with it all lines of its grid. */
void nb_table_tokens_read(nb_arena *arena, const nb_reading *reading, const nb_table_line *line);

/* The block before whose lines those of a grid were taken over from, or NB_VIEW_NONE. */
uint32_t nb_table_grid_before(const nb_reading *reading, uint32_t block, uint32_t *shift);

/* The first of the blocks [first, end) of prose in whose text an anchor stands, or NB_VIEW_NONE. */
uint32_t nb_table_anchored_block(nb_reading *reading, const nb_needles *anchors, uint32_t first,
                                 uint32_t end);

/* The text of a block in which anchors are looked for: in plain text the document's lines. */
nb_view nb_table_anchor_text(const nb_markup *markup, uint32_t block);

/* ---- table_scan.c ---- */

/* What is looked for in every text, made once for a document. */
typedef struct nb_table_words {
    const nb_needles *anchors;
    nb_word_filter *labels; /* NULL until an anchor is found */
} nb_table_words;

/* The labels of which one must stand in a text that is to have a table. */
const nb_needles *nb_table_anchors(nb_arena *arena);

/*
 * Finds tables in the paragraphs and headings [first, end) of the markup, appends their lines and
 * areas. Costs next to nothing where no label of a header stands in the text.
 */
void nb_table_lines_of_text(nb_arena *arena, nb_reading *reading, uint32_t first, uint32_t end,
                            nb_table_words *words, nb_table_line_vec *lines,
                            nb_table_area_vec *areas);

/*
 * If a block is nothing but labels (with numbering and brackets), appends them as a line and
 * returns true.
 */
bool nb_table_line_of_labels(nb_arena *arena, const nb_markup *markup, uint32_t block,
                             nb_table_key key, nb_table_line_vec *lines);

/* The block of markup that holds the byte at offset, or the last one before it. */
uint32_t nb_table_block_at(const nb_markup *markup, uint32_t offset);

#endif
