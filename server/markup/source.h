#ifndef NB_MARKUP_SOURCE_H
#define NB_MARKUP_SOURCE_H

#include "nb/markup/markup.h"
#include "nb/text/change.h"

/*
 * What the dialects share: the lines of the text with what one look at each tells, and the list
 * of blocks that grows in the order of the document.
 */

/* Labels and inner line breaks of a cell, in characters: what is longer is prose. */
#define NB_SHORT_MAX 40u
/* Lines that one logical row or one cell may go over. */
#define NB_ROW_LINES_MAX 8u

typedef struct nb_line {
    uint32_t start; /* the line is [start, end), its line end [end, next) */
    uint32_t end;
    uint32_t next;
    uint32_t first; /* its content without blanks of any kind is [first, last) */
    uint32_t last;
    uint32_t tabs;      /* all of them */
    uint32_t lead_tabs; /* those before anything else */
    uint32_t bars;      /* |, ｜ and │ */
    bool has_markup;    /* holds <!-- or <table */
} nb_line;

typedef struct nb_line_vec {
    nb_line *items;
    uint32_t len;
    uint32_t cap;
} nb_line_vec;

/* How far the parser has looked: what it found out can depend on nothing behind that. */
typedef struct nb_look {
    uint32_t line; /* the last one; line_count or more: it has seen that the text ends */
    uint32_t end;  /* of the bytes that were searched beyond lines; UINT32_MAX: to the end */
} nb_look;

/* Markdown: the paragraph that the next line may go on with. */
typedef struct nb_open_paragraph {
    nb_span span;
    uint32_t start;      /* where its marker begins */
    uint32_t lines;      /* 0: none is open, and nothing else counts */
    uint32_t line_start; /* of its last line */
    bool is_closed;      /* by a hard line break */
} nb_open_paragraph;

/* A line that was read as another one, and what it was. */
typedef struct nb_changed_line {
    uint32_t index;
    nb_line was;
} nb_changed_line;

typedef struct nb_source {
    nb_arena *arena;
    nb_view text;
    nb_line *lines; /* while blocks are looked for: through nb_has_line and nb_line_of only */
    uint32_t line_count;
    nb_source_kind kind;
    nb_look *look;
    struct nb_turns *turns; /* turns.h; NULL for HTML */
    bool lacks_comment_end; /* no --> from here to the end: do not search for it again */
    bool lacks_table_end;
    uint32_t no_tab_cells_before; /* lines known to begin no such table */
    uint32_t no_tsv_before;
    uint32_t no_bars_before;
    nb_view html; /* the copy of the HTML that is being read, and where it begins in the text */
    uint32_t html_start;
    nb_open_paragraph open;
    nb_grid_room grid_room;
    struct {
        nb_changed_line *items;
        uint32_t len;
        uint32_t cap;
    } changed;
    struct {
        nb_block *items;
        uint32_t len;
        uint32_t cap;
    } blocks;
} nb_source;

/* lines.c */
nb_line nb_line_scan(nb_view text, uint32_t start);
/* The lines that begin in [start, end); start begins one. */
nb_line_vec nb_lines_scan(nb_arena *arena, nb_view text, nb_span span);
/* Takes the lines away that hold one of the spans. */
void nb_lines_hide(nb_line_vec *lines, const nb_span *hidden, uint32_t count);
/* From now on line i is read as this one. */
void nb_line_change(nb_source *s, uint32_t i, nb_line line);
static inline bool nb_line_is_blank(const nb_line *line)
{
    return line->first >= line->last;
}

static inline void nb_look_at_line(const nb_source *s, uint32_t i)
{
    if (i > s->look->line)
        s->look->line = i;
}

/* The bytes up to end were looked at; UINT32_MAX: a search has come to the end of the text. */
static inline void nb_look_to(const nb_source *s, uint32_t end)
{
    if (end > s->look->end)
        s->look->end = end;
}

static inline bool nb_has_line(const nb_source *s, uint32_t i)
{
    nb_look_at_line(s, i);
    return i < s->line_count;
}

/* Line i, which is there. */
static inline const nb_line *nb_line_of(const nb_source *s, uint32_t i)
{
    nb_look_at_line(s, i);
    return &s->lines[i];
}

/* blocks.c */
void nb_source_add(nb_source *s, nb_block_kind kind, uint32_t level, nb_span span, nb_mapped text);
void nb_source_add_grid(nb_source *s, const nb_grid *grid);
/* The content of a line (blanks at its ends taken off) as a paragraph; nothing for a blank one. */
void nb_source_add_paragraph(nb_source *s, const nb_line *line);
/* Brings the blocks from first on into order and takes those away that overlap an earlier one.
 * False if nothing was to be done. */
bool nb_source_settle(nb_source *s, uint32_t first);

/* blank.c: bytes of the blank (ASCII, NBSP, U+2000–200B, U+3000, U+FEFF, TAB) at or before at. */
uint32_t nb_blank_at(nb_view text, uint32_t at, uint32_t end);
uint32_t nb_blank_before(nb_view text, uint32_t start, uint32_t at);
nb_span nb_trim(nb_view text, nb_span span);
/* Characters in span; counting stops above limit. */
uint32_t nb_count_chars(nb_view text, nb_span span, uint32_t limit);

/* prose.c */
/* Bytes of a numbering (一、 （一） (1) 1. 1、 ①) that span begins with, else 0. */
uint32_t nb_numbering(nb_view text, nb_span span);
/* 一、 二． …: the numbering of a part of a report. */
bool nb_numbering_is_top(nb_view text, nb_span span);
/* Ends with 。！？；： or a closing quote or bracket behind one. */
bool nb_ends_sentence(nb_view text, nb_span span);
/* Digits, signs, separators and points only, or what forms write for "none". */
bool nb_is_figure_like(nb_view text, nb_span span);
/* Longer than a label, or a sentence of some length. */
bool nb_is_prose(nb_view text, nb_span span);

/* join.c: lines of one cell or paragraph; Chinese is joined without a blank, Latin with one. */
typedef enum nb_join {
    NB_JOIN_WORDS,  /* a blank where neither side is Chinese */
    NB_JOIN_BROKEN, /* a layout has broken the line at a width: never a blank */
} nb_join;
nb_mapped nb_join_spans(nb_source *s, const nb_span *spans, uint32_t count, nb_join how);
/* Han, kana, full-width forms and the punctuation that belongs to them. */
bool nb_is_chinese(uint32_t cp);
bool nb_joins_closely(nb_view text, uint32_t before_end, uint32_t after_start);

/*
 * The dialects: each looks at line i and either takes lines from there, adds its blocks and
 * returns how many lines it took, or returns 0.
 */
uint32_t nb_take_tab_cells(nb_source *s, uint32_t i);
uint32_t nb_take_tsv(nb_source *s, uint32_t i);
uint32_t nb_take_bars(nb_source *s, uint32_t i); /* BAR_ROWS, BAR_CELLS and MARKDOWN */

/* take_table.c: whichever of these finds a table at line i. */
uint32_t nb_take_table(nb_source *s, uint32_t i);

/*
 * embedded.c: if line i holds an HTML comment or table, what stands before it is handed to
 * nb_source_add_paragraph (before: if not NULL to before), the blocks are added, and the line
 * behind it becomes the rest of its line. Returns the index of that line, or UINT32_MAX.
 */
uint32_t nb_take_embedded(nb_source *s, uint32_t i, void (*before)(nb_source *, const nb_line *));

/* md_inline.c: a piece of Markdown (or of a cell) as it is read; trimmed. */
nb_mapped nb_md_inline(nb_source *s, nb_span span);

/* layout.c */
typedef struct nb_layout {
    uint32_t width; /* 0: lines are paragraphs */
    bool in_chars;  /* width counts characters, else columns */
} nb_layout;
bool nb_is_page_mark(nb_view text, nb_span span);
/* Neither blank nor of a table, as far as one line can tell. */
bool nb_is_prose_line(nb_view text, const nb_line *line);
#define NB_MEASURE_MIN 20u /* in characters; twice that in columns */
#define NB_MEASURE_MAX 160u
#define NB_SLACK_CHARS 2u
#define NB_SLACK_COLUMNS 4u
/* The characters or columns of span. */
uint32_t nb_measure(nb_view text, nb_span span, bool in_chars);
/* Line i as a paragraph with the lines that go on with it; returns the number of lines taken. */
uint32_t nb_take_broken(nb_source *s, const nb_layout *layout, uint32_t i);

/* The documents. */
void nb_parse_text(nb_source *s);
void nb_parse_markdown(nb_source *s);
/* html.c: the bytes of region, whose blocks are added. */
void nb_parse_html(nb_source *s, nb_span region);

/* grid.c */
/* With cells and rows of its own, in one piece; *cells: the cells, to be changed. */
nb_grid *nb_grid_copy(nb_arena *arena, const nb_grid *grid, nb_grid_cell **cells);
bool nb_grid_is_full(const nb_grid_builder *builder, uint32_t more);
/*
 * A cell of the plain dialects: raw without the blanks at its ends, its lines joined. If it is
 * blank its span is empty and stands at the start of raw.
 */
void nb_grid_cell_plain(nb_source *s, nb_grid_builder *b, nb_span raw);

#endif
