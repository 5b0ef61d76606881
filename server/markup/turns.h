#ifndef NB_MARKUP_TURNS_H
#define NB_MARKUP_TURNS_H

#include "markup/source.h"

/*
 * Reading a text anew that has changed a little. The documents are read by a loop over lines. At
 * some turns of it a mark notes how things stand, and how far the parser looks up to the next one.
 * With the marks of the text before, the loop begins at the last one before which nothing was
 * looked at that has changed; and where it comes to one behind the change in the same state, what
 * follows is what followed then. The blocks of both parts are copied.
 */

/* What is so near to a change counts as changed: the rest of a character or of a line end tells how
 * the bytes beside it are read. */
#define NB_NEAR 8u
#define NB_MARK_BYTES 1024u /* from one mark to the next, at least */

/* How things stand before the turn of a line that is read as it stands in the text. */
typedef struct nb_mark {
    uint32_t start; /* of the line */
    uint32_t line;
    uint32_t block_count;
    uint32_t looked; /* the end of what was looked at before the next mark; UINT32_MAX: also
                        whether the text ends there */
    bool lacks_comment_end;
    bool lacks_table_end;
    nb_open_paragraph open;
} nb_mark;

/* Lines of a text by measure that end in mid-sentence: what a layout is found by. */
typedef struct nb_layout_sums {
    uint32_t lines; /* long enough to have been broken */
    uint32_t broken;
    uint32_t over; /* longer than any page is wide */
    bool has_widths;
    struct {
        uint32_t broken[NB_MEASURE_MAX + 1];
        uint32_t total; /* lines of prose that are long enough */
    } widths[2];        /* in columns, in characters */
} nb_layout_sums;

/* What one reading leaves to the next. All lives as long as the markup does. */
typedef struct nb_trail {
    nb_view text;
    nb_source_kind kind;
    const nb_line *lines;
    uint32_t line_count;
    const nb_span *hidden;
    uint32_t hidden_count;
    nb_layout layout;
    const nb_layout_sums *sums; /* NULL for Markdown */
    const nb_block *blocks;
    uint32_t block_count;
    const nb_mark *marks; /* the first one at the first line */
    uint32_t mark_count;
} nb_trail;

typedef struct nb_turns {
    const nb_trail *before; /* NULL: nothing can be taken over */
    nb_change change;       /* since then, in the text or in what is hidden, and what is near */
    uint32_t head_lines;    /* of before that stand at the start now, … */
    uint32_t tail_lines;    /* … and at the end */
    uint32_t next_before;   /* the mark of before that the loop has not passed */
    uint32_t stop;          /* a line that begins at or behind this offset may be one for a mark */
    bool is_done;           /* the rest has been taken over */
    nb_layout layout;
    const nb_layout_sums *sums;
    struct {
        nb_mark *items;
        uint32_t len;
        uint32_t cap;
    } marks;
} nb_turns;

/* line_index.c: the lines of the text without the hidden ones. */
void nb_source_index(nb_source *s, const nb_span *hidden, uint32_t count);

/* layout_find.c */
nb_layout nb_layout_find(nb_source *s);

/* turns.c */
nb_change nb_trail_change(const nb_trail *before, nb_view text, const nb_span *hidden,
                          uint32_t count);
/* The line that the loop begins at; 0 if nothing is taken over. */
uint32_t nb_turns_begin(nb_source *s);
/* Where the turn begins that would begin at line i: behind what is taken over there. */
uint32_t nb_turn_stop(nb_source *s, uint32_t i);
static inline uint32_t nb_turn(nb_source *s, uint32_t i)
{
    return i >= s->line_count || s->lines[i].start < s->turns->stop ? i : nb_turn_stop(s, i);
}
/* Behind the loop: what it leaves to the next one. */
const nb_trail *nb_turns_end(nb_source *s, const nb_span *hidden, uint32_t count);

/* copy.c: adds blocks [first, end) of before, whose text has moved by shift bytes. */
void nb_blocks_copy(nb_source *s, const nb_trail *before, uint32_t first, uint32_t end,
                    uint32_t shift);

#endif
