#include "markup/bars.h"

/* Where a table of bars begins and ends, and of which of the two kinds it is. */

enum {
    SPACED_ROWS_MIN = 3,
    SPACED_ROW_LINES_MAX = 40, /* cells and bars of the widest row of a form */
};

/* Where bars without anything between them stand: fillers at the end of a line, else cells. */
static void look_for_glued(nb_view text, const nb_line *line, bool *at_end, bool *inside)
{
    uint32_t at = line->first;
    while ((at = nb_bar_find(text, at, line->last)) < line->last) {
        uint32_t count = 0;
        for (uint32_t len; (len = nb_bar_at(text, at, line->last)); at += len)
            count++;
        if (count > 1)
            *(at >= line->last ? at_end : inside) = true;
    }
}

static bool begins_with_markup(const nb_source *s, const nb_line *line)
{
    return line->has_markup && s->text.ptr[line->first] == '<';
}

/* A cell of a table whose bars stand on lines of their own. */
static bool is_bare_cell(const nb_source *s, const nb_line *line)
{
    return !line->bars && !line->has_markup && !nb_line_is_blank(line) &&
           !nb_is_prose(s->text, nb_span_of(line->first, line->last));
}

static bool is_bars_only_at(const nb_source *s, uint32_t i)
{
    return nb_has_line(s, i) && nb_line_is_bars_only(s->text, nb_line_of(s, i));
}

/*
 * Line i belongs to a table if it has bars, or is a cell whose bar stands on the next line. Within
 * such a table, between bars, a cell can have two lines.
 */
static bool is_run_line(const nb_source *s, uint32_t i, bool is_inside)
{
    if (!nb_has_line(s, i))
        return false;
    const nb_line *line = nb_line_of(s, i);
    if (line->bars)
        return !begins_with_markup(s, line);
    if (!is_bare_cell(s, line))
        return false;
    bool has_two_lines = is_inside && is_bars_only_at(s, i - 1) && nb_has_line(s, i + 1) &&
                         is_bare_cell(s, nb_line_of(s, i + 1)) && is_bars_only_at(s, i + 2) &&
                         !nb_numbering_is_top(s->text, nb_span_of(line->first, line->last));
    return has_two_lines || is_bars_only_at(s, i + 1);
}

/* A rule line needs no bar: --- under a table of one column, +----+ and box lines. */
static bool is_drawn_line(const nb_source *s, uint32_t i)
{
    if (!nb_has_line(s, i) || nb_line_is_blank(nb_line_of(s, i)) || nb_line_of(s, i)->bars)
        return false;
    char c = s->text.ptr[nb_line_of(s, i)->first];
    return (c == '+' || c == '\xE2') && nb_line_is_rule(s->text, nb_line_of(s, i));
}

static void look_at_line(const nb_source *s, nb_bar_run *run, const nb_line *line, bool *inside)
{
    if (line->bars && nb_line_is_rule(s->text, line)) {
        run->has_rule = true;
        return;
    }
    bool at_end = false;
    look_for_glued(s->text, line, &at_end, inside);
    run->has_fillers |= at_end;
    if (nb_line_is_bars_only(s->text, line))
        return;
    bool leads = nb_bar_at(s->text, line->first, line->last) > 0;
    bool trails = nb_bar_before(s->text, line->first, line->last) > 0;
    run->content_lines++;
    run->leading += leads;
    run->trailing += trails;
    run->single += !line->bars || (line->bars == 1 && trails);
}

static bool is_blank_line(const nb_source *s, uint32_t i)
{
    return !nb_has_line(s, i) || nb_line_is_blank(nb_line_of(s, i));
}

/*
 * Lines of the one row that stands at line i between empty lines: a line of cells, or cells and
 * bars that alternate. 0 if there is more than a row.
 */
static uint32_t lone_row(const nb_source *s, uint32_t i)
{
    uint32_t at = i, bars_only = 0, bare = 0;
    for (; !is_blank_line(s, at) && at - i < SPACED_ROW_LINES_MAX; at++) {
        const nb_line *line = nb_line_of(s, at);
        if (begins_with_markup(s, line) || (!line->bars && !is_bare_cell(s, line)))
            return 0;
        if (!line->bars && nb_numbering_is_top(s->text, nb_span_of(line->first, line->last)))
            return 0;
        bars_only += nb_line_is_bars_only(s->text, line);
        bare += !line->bars;
    }
    uint32_t lines = at - i;
    if (lines == 1)
        return bare == 0 || is_bars_only_at(s, i + 2) ? 1 : 0;
    return is_blank_line(s, at) && bars_only > 0 && is_bars_only_at(s, at - 1) &&
                   bare + bars_only == lines
               ? lines
               : 0;
}

/* Rows, each between empty lines, as a conversion that doubles line ends leaves them. */
static nb_bar_run find_spaced_run(const nb_source *s, uint32_t i)
{
    nb_bar_run run = {.first = i, .end = i, .is_spaced = true};
    uint32_t rows = 0;
    bool inside = false;
    for (uint32_t at = i, lines; (lines = lone_row(s, at)) > 0; at = run.end + 1, rows++) {
        if (rows == 0 && nb_line_of(s, at)->bars &&
            nb_line_is_bars_only(s->text, nb_line_of(s, at)))
            break;
        for (uint32_t k = at; k < at + lines; k++)
            look_at_line(s, &run, nb_line_of(s, k), &inside);
        run.end = at + lines;
    }
    if (rows < SPACED_ROWS_MIN)
        run.end = i;
    run.has_fillers &= !inside && !run.has_rule;
    return run;
}

static nb_bar_run find_run(const nb_source *s, uint32_t i)
{
    nb_bar_run run = {.first = i};
    bool inside = false;
    uint32_t at = i;
    for (; is_run_line(s, at, at > i) || (at > i && is_drawn_line(s, at)); at++)
        look_at_line(s, &run, nb_line_of(s, at), &inside);
    run.end = at;
    run.has_fillers &= !inside && !run.has_rule;
    return run;
}

/* The table at line i, which is no border. */
static uint32_t take_run(nb_source *s, uint32_t i)
{
    if (i < s->no_bars_before)
        return 0;
    nb_bar_run run = find_spaced_run(s, i);
    if (run.end == i && !is_run_line(s, i, false))
        return 0;
    if (run.end == i)
        run = find_run(s, i);
    uint32_t lines = run.end - run.first;
    const nb_line *line = nb_line_of(s, i);
    bool is_row = line->bars > 2 && nb_bar_before(s->text, line->first, line->last);
    if (!run.content_lines || (lines < 2 && !is_row)) {
        s->no_bars_before = run.end;
        return 0;
    }
    if (!run.has_rule && lines > 3 && run.single * 2 > run.content_lines)
        return nb_take_bar_cells(s, &run);
    return nb_take_bar_rows(s, &run);
}

uint32_t nb_take_bars(nb_source *s, uint32_t i)
{
    const nb_line *line = nb_line_of(s, i);
    bool bars_follow =
        nb_has_line(s, i + 1) &&
        (nb_line_of(s, i + 1)->bars || (is_blank_line(s, i + 1) && is_bars_only_at(s, i + 2)));
    if (nb_line_is_blank(line) || (!line->bars && !bars_follow))
        return 0;
    uint32_t border = is_drawn_line(s, i) ? 1 : 0;
    uint32_t taken = take_run(s, i + border);
    return taken ? taken + border : 0;
}
