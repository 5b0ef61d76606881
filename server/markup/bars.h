#ifndef NB_MARKUP_BARS_H
#define NB_MARKUP_BARS_H

#include "markup/source.h"

/*
 * Tables whose cells are parted by bars. Some writers repeat, behind the last cell of a row, a
 * bar for each cell that a merged one has swallowed: "label | 0 | 0 | ||". Such a bar with
 * nothing in front of it is a filler and no cell.
 */

typedef struct nb_bar_run {
    uint32_t first; /* lines [first, end) */
    uint32_t end;
    uint32_t content_lines; /* those that hold more than bars */
    uint32_t leading;       /* of these begin with a bar */
    uint32_t trailing;      /* end with one */
    uint32_t single;        /* hold one cell only */
    bool has_rule;          /* |---|---| */
    bool has_fillers;
    bool is_spaced; /* an empty line stands between any two rows */
} nb_bar_run;

/* Bytes of the bar that begins at or ends before at, else 0. */
uint32_t nb_bar_at(nb_view text, uint32_t at, uint32_t end);
uint32_t nb_bar_before(nb_view text, uint32_t start, uint32_t at);
/* The next bar at or after at that no backslash takes away, or end. */
uint32_t nb_bar_find(nb_view text, uint32_t at, uint32_t end);

bool nb_line_is_bars_only(nb_view text, const nb_line *line);
bool nb_line_is_rule(nb_view text, const nb_line *line);

/* A cell between two bars. */
void nb_bar_cell(nb_source *s, nb_grid_builder *b, nb_span raw);

/* The table of a run; return the lines taken. */
uint32_t nb_take_bar_rows(nb_source *s, const nb_bar_run *run);
uint32_t nb_take_bar_cells(nb_source *s, const nb_bar_run *run);

#endif
