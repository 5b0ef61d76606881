#ifndef NB_MARKUP_MARKUP_H
#define NB_MARKUP_MARKUP_H

#include "nb/text/mapped.h"

/*
 * From bytes to blocks: headings, paragraphs and table grids, whatever the dialect. This layer
 * knows how tables are written, not what the forms say; tables that only their labels give away
 * (each cell a paragraph, cells parted by blanks) stay paragraphs here and are put together in
 * report/, through the same nb_grid_builder.
 */

typedef enum nb_source_kind {
    NB_SOURCE_AUTO, /* decide by content (and by the hint of a file name, given by the shell) */
    NB_SOURCE_TEXT,
    NB_SOURCE_MARKDOWN, /* may contain HTML */
    NB_SOURCE_HTML,
} nb_source_kind;

/* How a table is written. The names are those of `nianbao model`. */
typedef enum nb_dialect {
    NB_DIALECT_NONE,
    NB_DIALECT_TAB_CELLS, /* each cell a line that starts with TAB, rows parted by an empty line */
    NB_DIALECT_TSV,       /* a row a line, cells parted by TAB */
    NB_DIALECT_BAR_ROWS,  /* a | b | c |, no rule line */
    NB_DIALECT_BAR_CELLS, /* cells and bars on lines of their own */
    NB_DIALECT_MARKDOWN,  /* with a rule line |---|---| */
    NB_DIALECT_HTML,
    NB_DIALECT_PARA_CELLS, /* each cell a paragraph */
    NB_DIALECT_COLUMNS,    /* aligned by runs of blanks (text of a PDF) */
    NB_DIALECT_SPACED,     /* cells parted by one blank */
    NB_DIALECT_GLUED,      /* nothing between cells: figures cannot be told apart */
    NB_DIALECT_COUNT
} nb_dialect;

const char *nb_dialect_name(nb_dialect dialect); /* "tab-cells", "tsv", … */

typedef struct nb_grid_cell {
    nb_mapped text;  /* inner line breaks, entities and nested markup resolved; trimmed of blanks */
    nb_span span;    /* the place of the content in the document; for an empty cell an empty span
                        where a figure may be written */
    uint16_t row;    /* from 0 */
    uint16_t column; /* from 0; where the dialect gives no columns, the index in its row */
    uint16_t rowspan; /* at least 1 */
    uint16_t colspan;
} nb_grid_cell;

typedef struct nb_grid {
    nb_dialect dialect;
    nb_span span;
    const nb_grid_cell *cells; /* row by row, in order */
    uint32_t cell_count;
    uint32_t row_count;
    uint32_t column_count;        /* the widest row, spans counted */
    const uint32_t *row_first;    /* row_count + 1 indices into cells */
    bool keeps_rows;              /* row borders were in the source */
    bool keeps_blanks;            /* an empty cell leaves a cell */
    bool keeps_columns;           /* column indices of different rows can be compared */
    const struct nb_grid *before; /* that this one is a copy of, all of its places moved by as much;
                                     NULL: none. Good for a comparison with the grids of the markup
                                     before only, as long as that lives. */
} nb_grid;

#define NB_GRID_CELLS_MAX 65535u /* in one grid; further cells begin a new grid */

/* Where a grid is put together before its size is known; empty at first, and good for one grid
 * after the other in the same arena. */
typedef struct nb_grid_room {
    NB_VEC(nb_grid_cell) cells;
    NB_VEC(uint32_t) rows;
} nb_grid_room;

/* The one way to make a grid. room: until nb_grid_end no other grid may be in it. */
typedef struct nb_grid_builder nb_grid_builder;
nb_grid_builder *nb_grid_begin(nb_arena *arena, nb_grid_room *room, nb_dialect dialect,
                               bool keeps_rows, bool keeps_blanks, bool keeps_columns);
/* Ends the row that was open and begins one. */
void nb_grid_row(nb_grid_builder *builder);
void nb_grid_cell_add(nb_grid_builder *builder, const nb_mapped *text, nb_span span,
                      uint32_t rowspan, uint32_t colspan);
/* NULL if no cell was added. */
const nb_grid *nb_grid_end(nb_grid_builder *builder, nb_span span);

typedef enum nb_block_kind {
    NB_BLOCK_HEADING,   /* marked as one by the dialect: # …, <h2> */
    NB_BLOCK_PARAGRAPH, /* in plain text every line that is not part of a table; lines that a
                           fixed-width layout has broken are joined */
    NB_BLOCK_GRID,
    NB_BLOCK_CODE,    /* a Markdown code fence: nobody looks inside */
    NB_BLOCK_COMMENT, /* an HTML comment: text is its content */
} nb_block_kind;

typedef struct nb_block {
    nb_block_kind kind;
    uint8_t level;         /* of a heading, 1–6; else 0 */
    bool is_first_in_line; /* false for blocks that begin in mid-line (inline HTML) */
    nb_span span;   /* of the whole block in the document, markup included, without its line end */
    nb_mapped text; /* content without markup, trimmed; empty for a grid */
    const nb_grid *grid; /* NB_BLOCK_GRID only */
} nb_block;

typedef struct nb_markup {
    nb_source_kind kind;    /* never AUTO */
    nb_view text;           /* the document */
    const nb_block *blocks; /* in order of their spans, which do not overlap */
    uint32_t block_count;
    const struct nb_trail
        *trail; /* for nb_markup_options.before; NULL: nothing can be taken over */
} nb_markup;

/* Never fails; work and memory grow linearly with text. Everything lives in the arena. */
nb_markup nb_markup_parse(nb_arena *arena, nb_view text, nb_source_kind kind);

typedef struct nb_markup_options {
    /* The text is read as if the lines that hold one of these spans (in order, each in one line,
     * blank in text) were not there: a table or a broken paragraph goes on over them. Not for
     * HTML. */
    const nb_span *hidden;
    uint32_t hidden_count;
    /* Of an earlier state of the same text: what neither the change nor anything that the parser
     * looks at there has touched is copied from it. The result is the one without it. It may live
     * in another arena, which may be released afterwards. NULL: none. Not for HTML. */
    const nb_markup *before;
} nb_markup_options;

nb_markup nb_markup_parse_with(nb_arena *arena, nb_view text, nb_source_kind kind,
                               const nb_markup_options *options);

/* The kind that AUTO finds in text. */
nb_source_kind nb_source_kind_of(nb_view text);

#endif
