#include "markup/bars.h"

/*
 * BAR_ROWS and MARKDOWN: a row a line. Where rows end with a bar, a line that does not is the
 * first half of a row whose cell holds a line break.
 */

#define ROW_CELLS_MAX 64u /* what goes beyond is left out: the widest form has 15 columns */

typedef struct row_cells {
    nb_span items[ROW_CELLS_MAX];
    uint32_t count;
} row_cells;

static bool is_filler(const nb_source *s, nb_span raw)
{
    uint32_t len = raw.end - raw.start;
    return !len || (len == 1 && s->text.ptr[raw.start] == ' ');
}

/* Splits [at, end); what stands behind the last bar is a cell only if it is not blank. */
static void split(const nb_source *s, row_cells *row, uint32_t at, uint32_t end)
{
    for (;;) {
        uint32_t bar = nb_bar_find(s->text, at, end);
        nb_span raw = nb_span_of(at, bar);
        if (bar >= end && nb_span_is_empty(nb_trim(s->text, raw)))
            return;
        if (row->count < ROW_CELLS_MAX)
            row->items[row->count++] = raw;
        if (bar >= end)
            return;
        at = bar + nb_bar_at(s->text, bar, end);
    }
}

static uint32_t row_start(const nb_source *s, const nb_bar_run *run, const nb_line *line)
{
    bool is_leading_style = run->leading * 2 >= run->content_lines;
    uint32_t bar = nb_bar_at(s->text, line->first, line->last);
    return is_leading_style && bar ? line->first + bar : line->start;
}

static bool is_half(const nb_source *s, const nb_bar_run *run, uint32_t i)
{
    if (run->trailing * 4 < run->content_lines * 3 || i + 1 >= run->end)
        return false;
    const nb_line *line = nb_line_of(s, i);
    const nb_line *next = nb_line_of(s, i + 1);
    return !nb_bar_before(s->text, line->first, line->last) &&
           !nb_bar_at(s->text, next->first, next->last) && next->bars;
}

/* Adds the row that begins at line i; returns the number of its lines. */
static uint32_t add_row(nb_source *s, nb_grid_builder *b, const nb_bar_run *run, uint32_t i)
{
    const nb_line *line = nb_line_of(s, i);
    row_cells row = {0};
    split(s, &row, row_start(s, run, line), line->last);
    uint32_t lines = 1;
    if (is_half(s, run, i) && row.count) {
        /* The cell that the line break cuts goes on to the first bar of the next line. */
        lines = 2;
        uint32_t start = row.items[--row.count].start;
        split(s, &row, start, nb_line_of(s, i + 1)->last);
    }
    while (run->has_fillers && row.count && is_filler(s, row.items[row.count - 1]))
        row.count--;
    nb_grid_row(b);
    for (uint32_t k = 0; k < row.count; k++)
        nb_bar_cell(s, b, row.items[k]);
    return lines;
}

uint32_t nb_take_bar_rows(nb_source *s, const nb_bar_run *run)
{
    nb_dialect dialect = run->has_rule ? NB_DIALECT_MARKDOWN : NB_DIALECT_BAR_ROWS;
    nb_grid_builder *b =
        nb_grid_begin(s->arena, &s->grid_room, dialect, true, true, !run->has_fillers);
    uint32_t at = run->first;
    while (at < run->end && !nb_grid_is_full(b, ROW_CELLS_MAX)) {
        bool is_row =
            !nb_line_is_blank(nb_line_of(s, at)) && !nb_line_is_rule(s->text, nb_line_of(s, at));
        at += is_row ? add_row(s, b, run, at) : 1;
    }
    nb_span span = nb_span_of(nb_line_of(s, run->first)->start, nb_line_of(s, at - 1)->last);
    nb_source_add_grid(s, nb_grid_end(b, span));
    return at - run->first;
}
