#include "markup/source.h"

#include <string.h>

/*
 * TSV: pasted from a spreadsheet, a row a line. A cell with a line break inside stands in double
 * quotes, as spreadsheets write it. Trailing TABs may have been stripped by an editor, so a short
 * line without any can be a row too.
 */

static nb_span content_of(const nb_line *line)
{
    return nb_span_of(line->first, line->last);
}

/* "一、<TAB>…", "•<TAB>…": an item of a list as word processors export it. */
static bool is_list_item(const nb_source *s, const nb_line *line)
{
    const char *tab = memchr(s->text.ptr + line->first, '\t', line->last - line->first);
    if (!tab || line->tabs - line->lead_tabs != 1)
        return false;
    nb_span mark = nb_trim(s->text, nb_span_of(line->first, (uint32_t)(tab - s->text.ptr)));
    nb_span rest = nb_trim(s->text, nb_span_of(mark.end, line->last));
    uint32_t numbering = nb_numbering(s->text, mark);
    bool is_bullet = mark.end - mark.start <= 3 && !nb_is_figure_like(s->text, mark) &&
                     nb_count_chars(s->text, mark, 2) == 1 &&
                     (uint8_t)s->text.ptr[mark.start] < 0xE3;
    return (numbering && numbering == mark.end - mark.start) || is_bullet ||
           nb_is_prose(s->text, rest);
}

static bool is_row_line(const nb_source *s, uint32_t i)
{
    if (!nb_has_line(s, i))
        return false;
    const nb_line *line = nb_line_of(s, i);
    if (!line->tabs || line->has_markup)
        return false;
    if (line->tabs == line->lead_tabs && !nb_line_is_blank(line))
        return line->tabs > 1 && !nb_is_prose(s->text, content_of(line));
    return !is_list_item(s, line);
}

/* A row whose empty cells an editor has stripped, between rows that still have theirs. */
static bool is_stripped_row(const nb_source *s, uint32_t i)
{
    if (!nb_has_line(s, i + 1) || !is_row_line(s, i + 1))
        return false;
    const nb_line *line = nb_line_of(s, i);
    nb_span content = content_of(line);
    if (line->tabs || line->bars || line->has_markup || nb_span_is_empty(content) ||
        nb_count_chars(s->text, content, NB_SHORT_MAX) > NB_SHORT_MAX ||
        nb_ends_sentence(s->text, content))
        return false;
    return !nb_numbering_is_top(s->text, content) ||
           nb_line_of(s, i - 1)->tabs == nb_line_of(s, i + 1)->tabs;
}

/* Whether a quote at at closes a cell. */
static bool closes_cell(nb_view text, uint32_t at)
{
    return at + 1 >= text.len || strchr("\t\r\n", text.ptr[at + 1]);
}

/* The quote that closes the cell opened at at, before limit, or NB_VIEW_NONE. */
static uint32_t closing_quote(nb_view text, uint32_t at, uint32_t limit)
{
    for (uint32_t i = at + 1; i < limit; i++) {
        if (text.ptr[i] == '"' && closes_cell(text, i))
            return i;
        if (text.ptr[i] == '\t')
            return NB_VIEW_NONE;
    }
    return NB_VIEW_NONE;
}

/* Lines of the row at line i: more than one if a quoted cell goes over lines. */
static uint32_t row_lines(const nb_source *s, uint32_t i)
{
    uint32_t lines = 1;
    uint32_t last = i + NB_ROW_LINES_MAX;
    if (!nb_has_line(s, last))
        last = s->line_count;
    uint32_t limit = nb_line_of(s, last - 1)->end;
    uint32_t at = nb_line_of(s, i)->start;
    while (at < nb_line_of(s, i + lines - 1)->end) {
        const nb_line *line = nb_line_of(s, i + lines - 1);
        uint32_t quote = s->text.ptr[at] == '"' ? closing_quote(s->text, at, limit) : NB_VIEW_NONE;
        if (quote != NB_VIEW_NONE) {
            at = quote;
            while (nb_line_of(s, i + lines - 1)->end < quote)
                lines++;
            line = nb_line_of(s, i + lines - 1);
        }
        const char *tab = memchr(s->text.ptr + at, '\t', line->end - at);
        at = tab ? (uint32_t)(tab - s->text.ptr) + 1 : line->end;
    }
    return lines;
}

static void add_row(nb_source *s, nb_grid_builder *b, nb_span row)
{
    nb_grid_row(b);
    uint32_t at = row.start;
    for (;;) {
        uint32_t quote = at < row.end && s->text.ptr[at] == '"'
                             ? closing_quote(s->text, at, row.end)
                             : NB_VIEW_NONE;
        uint32_t from = quote != NB_VIEW_NONE ? quote : at;
        const char *tab = memchr(s->text.ptr + from, '\t', row.end - from);
        uint32_t end = tab ? (uint32_t)(tab - s->text.ptr) : row.end;
        bool is_quoted = quote != NB_VIEW_NONE;
        nb_grid_cell_plain(s, b, is_quoted ? nb_span_of(at + 1, quote) : nb_span_of(at, end));
        if (!tab)
            return;
        at = end + 1;
    }
}

/* The line behind the table at line i; i if that is none: one row is not enough, and some cell
 * must have one beside it. */
static uint32_t table_end(nb_source *s, uint32_t i)
{
    uint32_t rows = 0;
    uint32_t wide_rows = 0;
    uint32_t at = i;
    while (is_row_line(s, at) || (at > i && nb_has_line(s, at) && is_stripped_row(s, at))) {
        const nb_line *line = nb_line_of(s, at);
        rows += !nb_line_is_blank(line);
        wide_rows += !nb_line_is_blank(line) && line->tabs > line->lead_tabs;
        at += row_lines(s, at);
    }
    if (rows > 1 && wide_rows)
        return at;
    s->no_tsv_before = at;
    return i;
}

uint32_t nb_take_tsv(nb_source *s, uint32_t i)
{
    if (i < s->no_tsv_before || !is_row_line(s, i))
        return 0;
    uint32_t end = table_end(s, i);
    if (end == i)
        return 0;
    nb_grid_builder *b = nb_grid_begin(s->arena, &s->grid_room, NB_DIALECT_TSV, true, true, true);
    uint32_t at = i;
    while (at < end) {
        uint32_t lines = row_lines(s, at);
        uint32_t tabs = 0;
        for (uint32_t k = 0; k < lines; k++)
            tabs += nb_line_of(s, at + k)->tabs;
        if (at > i && nb_grid_is_full(b, tabs + 1))
            break;
        add_row(s, b, nb_span_of(nb_line_of(s, at)->start, nb_line_of(s, at + lines - 1)->end));
        at += lines;
    }
    nb_source_add_grid(
        s, nb_grid_end(b, nb_span_of(nb_line_of(s, i)->start, nb_line_of(s, at - 1)->end)));
    return at - i;
}
