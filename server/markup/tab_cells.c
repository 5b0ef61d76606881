#include "markup/source.h"

/*
 * TAB_CELLS: what document converters make of a table. Each cell is a line that starts with one
 * TAB; an empty line parts rows; a line break inside a cell goes on without the TAB. Paragraphs
 * indented by a TAB look the same line by line, so a table needs rows of several cells, and a
 * first cell that reads as prose ends it.
 */

static bool is_cell_line(const nb_source *s, uint32_t i)
{
    if (!nb_has_line(s, i))
        return false;
    const nb_line *line = nb_line_of(s, i);
    return line->lead_tabs == 1 && line->tabs == 1 && !line->has_markup;
}

static nb_span content_of(const nb_line *line)
{
    return nb_span_of(line->first, line->last);
}

static bool is_blank_at(const nb_source *s, uint32_t i)
{
    return !nb_has_line(s, i) || nb_line_is_blank(nb_line_of(s, i));
}

static bool may_continue(const nb_source *s, uint32_t i)
{
    const nb_line *line = nb_line_of(s, i);
    nb_span content = content_of(line);
    return !line->tabs && !line->bars && !line->has_markup &&
           nb_count_chars(s->text, content, NB_SHORT_MAX) <= NB_SHORT_MAX &&
           !nb_numbering_is_top(s->text, content) && !nb_is_prose(s->text, content);
}

/*
 * Lines of the cell that begins at line i. Text that follows a table without an empty line must
 * not become part of its last cell: a figure never goes on, and at the end of a table only one
 * line of a row with several cells does.
 */
static uint32_t cell_lines(const nb_source *s, uint32_t i, bool is_first_in_row)
{
    nb_span content = content_of(nb_line_of(s, i));
    if (!nb_has_line(s, i + 1) || nb_span_is_empty(content) || is_blank_at(s, i + 1) ||
        is_cell_line(s, i + 1) || nb_is_figure_like(s->text, content))
        return 1;
    uint32_t end = i + 1;
    while (nb_has_line(s, end) && !nb_line_is_blank(nb_line_of(s, end)) && !is_cell_line(s, end)) {
        if (end - i >= NB_ROW_LINES_MAX || !may_continue(s, end))
            return 1;
        end++;
    }
    bool goes_on = is_cell_line(s, end) || (is_blank_at(s, end) && is_cell_line(s, end + 1));
    bool closes = end == i + 2 && !is_first_in_row;
    return goes_on || closes ? end - i : 1;
}

/* The line behind the row that begins at line i; the number of its cells. */
static uint32_t row_end(const nb_source *s, uint32_t i, uint32_t *cells)
{
    *cells = 0;
    while (is_cell_line(s, i)) {
        i += cell_lines(s, i, *cells == 0);
        ++*cells;
    }
    return i;
}

/* A note in brackets is part of many tables, however long. */
static bool starts_prose(const nb_source *s, uint32_t i)
{
    nb_span content = content_of(nb_line_of(s, i));
    if (!nb_is_prose(s->text, content))
        return false;
    nb_view view = nb_view_sub(s->text, content.start, content.end);
    return !nb_view_starts_with(view, NB_V("（")) && !nb_view_starts_with(view, NB_V("("));
}

/* The first line behind the table that begins at line i; i if there is none. */
static uint32_t table_end(nb_source *s, uint32_t i)
{
    uint32_t rows = 0;
    uint32_t cells = 0;
    uint32_t wide_rows = 0;
    uint32_t end = i;
    uint32_t at = i;
    while (is_cell_line(s, at) && !starts_prose(s, at)) {
        uint32_t in_row;
        end = row_end(s, at, &in_row);
        rows++;
        cells += in_row;
        wide_rows += in_row > 1;
        at = end + 1;
        if (!is_blank_at(s, end))
            break;
    }
    bool is_table = rows > 1 && wide_rows && cells >= rows + wide_rows;
    if (!is_table)
        s->no_tab_cells_before = end;
    return is_table ? end : i;
}

uint32_t nb_take_tab_cells(nb_source *s, uint32_t i)
{
    if (!is_cell_line(s, i) || i < s->no_tab_cells_before)
        return 0;
    uint32_t end = table_end(s, i);
    if (end == i)
        return 0;
    nb_grid_builder *b =
        nb_grid_begin(s->arena, &s->grid_room, NB_DIALECT_TAB_CELLS, true, true, false);
    uint32_t at = i;
    while (at < end) {
        uint32_t in_row;
        uint32_t behind = row_end(s, at, &in_row);
        if (at > i && nb_grid_is_full(b, in_row)) {
            end = at - 1;
            break;
        }
        nb_grid_row(b);
        for (bool is_first = true; at < behind; is_first = false) {
            uint32_t lines = cell_lines(s, at, is_first);
            nb_grid_cell_plain(
                s, b, nb_span_of(nb_line_of(s, at)->start + 1, nb_line_of(s, at + lines - 1)->end));
            at += lines;
        }
        at = behind + 1;
    }
    nb_source_add_grid(
        s, nb_grid_end(b, nb_span_of(nb_line_of(s, i)->start, nb_line_of(s, end - 1)->end)));
    return end - i;
}
