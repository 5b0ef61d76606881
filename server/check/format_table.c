#include "check/format.h"
#include "nb/text/utf8.h"

/*
 * Markdown tables: every cell is filled up to the widest one of its column, in columns of the
 * screen. Only a table whose every line begins and ends with a bar is touched, for there a blank
 * more or less means nothing.
 */

#define COLUMNS_MAX 64u
#define WIDTH_MAX 400u /* of a cell; in a table with a wider one nothing would be seen */

typedef enum align { ALIGN_NONE, ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE } align;

typedef struct layout {
    uint32_t widths[COLUMNS_MAX];
    align aligns[COLUMNS_MAX];
    uint32_t count;
} layout;

/* A line that is being cut at its bars. */
typedef struct cutter {
    nb_view line;
    uint32_t at; /* behind a bar */
} cutter;

static bool cut_next(cutter *c, nb_view *cell)
{
    uint32_t start = c->at;
    uint32_t at = start;
    if (start >= c->line.len)
        return false;
    while (at < c->line.len && c->line.ptr[at] != '|')
        at += c->line.ptr[at] == '\\' && at + 1 < c->line.len ? 2 : 1;
    c->at = at + 1;
    *cell = nb_view_trim(nb_view_sub(c->line, start, at));
    return true;
}

/* Begins and ends with a bar that counts, and holds no other kind of bar. */
static bool is_barred(nb_view line)
{
    if (line.len < 3 || line.ptr[0] != '|' || line.ptr[line.len - 1] != '|' ||
        nb_view_contains(line, NB_V("｜")) || nb_view_contains(line, NB_V("│")))
        return false;
    uint32_t slashes = 0;
    while (line.ptr[line.len - 2 - slashes] == '\\')
        slashes++;
    return slashes % 2 == 0;
}

static bool is_rule_cell(nb_view cell, align *how)
{
    bool left = cell.len && cell.ptr[0] == ':';
    bool right = cell.len > 1 && cell.ptr[cell.len - 1] == ':';
    uint32_t dashes = cell.len - left - right;
    for (uint32_t i = left; i < left + dashes; i++)
        if (cell.ptr[i] != '-')
            return false;
    *how = left && right ? ALIGN_CENTRE : left ? ALIGN_LEFT : right ? ALIGN_RIGHT : ALIGN_NONE;
    return dashes > 0;
}

static nb_view line_of(const nb_formatter *f, uint32_t index, nb_span *span)
{
    const nb_analysis *a = f->analysis;
    *span = nb_lines_span(&a->lines, index);
    nb_view line = nb_view_sub(a->text, span->start, span->end);
    while (line.len && (line.ptr[line.len - 1] == ' ' || line.ptr[line.len - 1] == '\t'))
        line.len--; /* behind the last bar blanks mean nothing */
    return line;
}

static bool measure_rule(layout *all, nb_view line)
{
    cutter c = {line, 1};
    nb_view cell;
    while (cut_next(&c, &cell)) {
        if (all->count == COLUMNS_MAX || !is_rule_cell(cell, &all->aligns[all->count]))
            return false;
        all->widths[all->count++] = 3;
    }
    return all->count > 0;
}

static bool measure_row(layout *all, nb_view line, nb_buf *room)
{
    cutter c = {line, 1};
    nb_view cell;
    for (uint32_t i = 0; cut_next(&c, &cell); i++) {
        uint32_t width = nb_utf8_columns(nb_format_cell(room, cell));
        if (i >= all->count || width > WIDTH_MAX || nb_view_contains(cell, NB_V("\t")))
            return false;
        if (width > all->widths[i])
            all->widths[i] = width;
    }
    return true;
}

static void add_rule(nb_buf *out, const layout *all)
{
    for (uint32_t i = 0; i < all->count; i++) {
        bool left = all->aligns[i] == ALIGN_LEFT || all->aligns[i] == ALIGN_CENTRE;
        bool right = all->aligns[i] == ALIGN_RIGHT || all->aligns[i] == ALIGN_CENTRE;
        nb_buf_add_str(out, left ? "| :" : "| ");
        nb_buf_add_times(out, '-', all->widths[i] - left - right);
        nb_buf_add_str(out, right ? ": " : " ");
    }
    nb_buf_add_char(out, '|');
}

static void add_row(nb_buf *out, const layout *all, nb_view line, nb_buf *room)
{
    cutter c = {line, 1};
    nb_view cell;
    for (uint32_t i = 0; cut_next(&c, &cell); i++) {
        nb_view text = nb_format_cell(room, cell);
        uint32_t gap = all->widths[i] - nb_utf8_columns(text);
        uint32_t before = all->aligns[i] == ALIGN_RIGHT    ? gap
                          : all->aligns[i] == ALIGN_CENTRE ? gap / 2
                                                           : 0;
        nb_buf_add_str(out, "| ");
        nb_buf_add_times(out, ' ', before);
        nb_buf_add_view(out, text);
        nb_buf_add_times(out, ' ', gap - before + 1);
    }
    nb_buf_add_char(out, '|');
}

/* The first row, the rule, the other rows; false if anything else is among the lines. */
static bool measure(const nb_formatter *f, uint32_t first, uint32_t last, layout *all)
{
    nb_buf room = {0};
    nb_span span;
    bool is_good = measure_rule(all, line_of(f, first + 1, &span));
    for (uint32_t i = first; i <= last && is_good; i++) {
        nb_view line = line_of(f, i, &span);
        is_good = is_barred(line) && (i == first + 1 || measure_row(all, line, &room));
    }
    nb_buf_release(&room);
    return is_good;
}

void nb_format_table(nb_formatter *f, nb_span table, uint32_t rows)
{
    uint32_t first = nb_lines_at(&f->analysis->lines, table.start);
    uint32_t last = nb_lines_at(&f->analysis->lines, table.end);
    layout all = {.count = 0};
    if (last - first != rows || rows < 1 || !measure(f, first, last, &all))
        return;
    nb_buf out = {0}, room = {0};
    for (uint32_t i = first; i <= last; i++) {
        nb_span span;
        nb_view line = line_of(f, i, &span);
        nb_buf_clear(&out);
        if (i == first + 1)
            add_rule(&out, &all);
        else
            add_row(&out, &all, line, &room);
        nb_format_replace(f, span, nb_buf_view(&out));
    }
    nb_buf_release(&room);
    nb_buf_release(&out);
}
