#include "markup/bars.h"

/*
 * BAR_CELLS: the rows are not in the source, but every row has the same number of bars once the
 * fillers are counted. The width is the greatest number that divides the place of every end of
 * fillers; without fillers it is the smallest one that gives rows of a label and figures.
 */
#define WIDTH_MAX 64u
#define WIDTH_PLAIN_MAX 16u

typedef enum item_kind {
    ITEM_CELL,
    ITEM_FILLER,
    ITEM_BAR, /* alone on its line: a filler at the end of a row, else an empty cell */
} item_kind;

typedef struct item {
    item_kind kind;
    uint32_t line; /* where it begins */
    nb_span raw;
} item;

typedef struct item_list {
    item *items;
    uint32_t len;
    uint32_t cap;
    bool is_open; /* the last cell has had no bar yet */
    uint32_t open_lines;
} item_list;

static void push(nb_source *s, item_list *list, item_kind kind, uint32_t line, nb_span raw)
{
    *nb_vec_push(s->arena, list) = (item){.kind = kind, .line = line, .raw = raw};
}

/* A line of bars only: one that closes an open cell, fillers, or empty cells. */
static void collect_bars(nb_source *s, item_list *list, uint32_t i)
{
    const nb_line *line = nb_line_of(s, i);
    uint32_t from = line->start;
    bool is_glued = line->bars > 1;
    for (uint32_t at = line->first; at < line->last; at++)
        is_glued &= !nb_blank_at(s->text, at, line->last);
    for (uint32_t at = line->first; at < line->last;) {
        uint32_t len = nb_bar_at(s->text, at, line->last);
        if (!len) {
            at += nb_blank_at(s->text, at, line->last);
            continue;
        }
        if (list->is_open)
            list->is_open = false;
        else if (is_glued)
            push(s, list, ITEM_FILLER, i, nb_span_of(at, at));
        else
            push(s, list, from == at ? ITEM_BAR : ITEM_CELL, i, nb_span_of(from, at));
        at += len;
        from = at;
    }
}

/* A line with content: the first piece ends an open cell, a last one without a bar opens one. */
static void collect_content(nb_source *s, item_list *list, uint32_t i)
{
    const nb_line *line = nb_line_of(s, i);
    uint32_t at = line->start;
    while (at < line->last) {
        uint32_t bar = nb_bar_find(s->text, at, line->last);
        if (list->is_open && list->open_lines < NB_ROW_LINES_MAX && at == line->start) {
            list->items[list->len - 1].raw.end = bar;
            list->open_lines++;
        } else {
            push(s, list, ITEM_CELL, i, nb_span_of(at, bar));
            list->open_lines = 1;
        }
        list->is_open = bar >= line->last;
        if (list->is_open)
            return;
        at = bar + nb_bar_at(s->text, bar, line->last);
    }
}

static uint32_t gcd(uint32_t a, uint32_t b)
{
    while (b) {
        uint32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static uint32_t width_by_fillers(const item_list *list)
{
    uint32_t width = list->len;
    for (uint32_t i = 0; i + 1 < list->len; i++) {
        if (list->items[i].kind == ITEM_FILLER && list->items[i + 1].kind != ITEM_FILLER)
            width = gcd(width, i + 1);
    }
    return width > 1 && width <= WIDTH_MAX ? width : 0;
}

static bool is_figure_item(const nb_source *s, const item *it)
{
    return nb_is_figure_like(s->text, nb_trim(s->text, it->raw));
}

/* Every row begins with a label; one with figures ends with a figure or nothing. */
static bool fits(const nb_source *s, const item_list *list, uint32_t width)
{
    uint32_t heads = 0;
    if (list->len % width || list->len / width < 3)
        return false;
    for (uint32_t i = 0; i < list->len; i += width) {
        uint32_t figures = 0;
        if (is_figure_item(s, &list->items[i]))
            return false;
        for (uint32_t k = 1; k < width; k++)
            figures += is_figure_item(s, &list->items[i + k]);
        if (figures && !is_figure_item(s, &list->items[i + width - 1]))
            return false;
        heads += figures == 0;
    }
    return heads * 2 <= list->len / width;
}

static uint32_t width_by_content(const nb_source *s, const item_list *list)
{
    for (uint32_t width = 2; width <= WIDTH_PLAIN_MAX; width++) {
        if (fits(s, list, width))
            return width;
    }
    return 0;
}

/* Adds the cells; returns the line behind the last one that fitted. */
static uint32_t add_items(nb_source *s, nb_grid_builder *b, const nb_bar_run *run,
                          const item_list *list, uint32_t width)
{
    for (uint32_t i = 0; i < list->len; i++) {
        const item *it = &list->items[i];
        bool begins_row = width && i % width == 0;
        if (i && (begins_row || !width) && it->line > list->items[i - 1].line &&
            nb_grid_is_full(b, width + 1))
            return it->line;
        if (begins_row)
            nb_grid_row(b);
        bool ends_row = width && i % width == width - 1;
        bool is_filler =
            it->kind == ITEM_FILLER || (it->kind == ITEM_BAR && run->has_fillers && ends_row);
        if (!is_filler)
            nb_bar_cell(s, b, it->raw);
    }
    return run->end;
}

uint32_t nb_take_bar_cells(nb_source *s, const nb_bar_run *run)
{
    item_list list = {0};
    for (uint32_t i = run->first; i < run->end; i++) {
        if (nb_line_is_blank(nb_line_of(s, i)))
            continue;
        if (nb_line_is_bars_only(s->text, nb_line_of(s, i)))
            collect_bars(s, &list, i);
        else
            collect_content(s, &list, i);
    }
    uint32_t width = run->has_fillers ? width_by_fillers(&list) : width_by_content(s, &list);
    bool keeps_columns = width && !run->has_fillers;
    nb_grid_builder *b = nb_grid_begin(s->arena, &s->grid_room, NB_DIALECT_BAR_CELLS, width > 0,
                                       true, keeps_columns);
    uint32_t end = add_items(s, b, run, &list, width);
    nb_span span = nb_span_of(nb_line_of(s, run->first)->start, nb_line_of(s, end - 1)->last);
    nb_source_add_grid(s, nb_grid_end(b, span));
    return end - run->first;
}
