#include <string.h>

#include "report/table_build.h"
#include "report/tables.h"

/*
 * A table that the reading before has of the same grid. Its lines are the same then, and so is what
 * they were read as; only its places have moved, and its texts are those of the cells now.
 */

typedef struct copier {
    nb_arena *arena;
    const nb_grid *was;
    const nb_grid *now;
    uint32_t shift;
} copier;

/* Nothing of a grid that is copied stands at 0: what ends there was never set. */
static nb_span moved(const copier *c, nb_span span)
{
    return span.end ? nb_span_of(span.start + c->shift, span.end + c->shift) : span;
}

/* The cell now that is the one before with this index; NULL if what was read is not of that one. */
static const nb_grid_cell *cell_of(const copier *c, uint32_t index, nb_span span, nb_view text)
{
    if (index >= c->was->cell_count)
        return NULL;
    const nb_grid_cell *was = &c->was->cells[index];
    bool is_same = was->span.start == span.start && was->span.end == span.end &&
                   was->text.text.ptr == text.ptr && was->text.text.len == text.len;
    return is_same ? &c->now->cells[index] : NULL;
}

static bool move_cell(const copier *c, nb_cell *now)
{
    if (!now->span.end)
        return true;
    nb_view was = now->raw.text;
    const nb_grid_cell *cell = cell_of(c, now->grid_cell, now->span, was);
    if (!cell)
        return false;
    now->raw = cell->text;
    now->span = cell->span;
    if (now->figure.unit.ptr)
        now->figure = nb_table_figure_in(&now->figure, was, cell->text.text);
    return true;
}

static void *copy_of(const copier *c, const void *items, size_t size)
{
    void *copy = nb_arena_alloc(c->arena, size);
    if (size)
        memcpy(copy, items, size);
    return copy;
}

static bool copy_block(const copier *c, nb_table_block *now, const nb_table_block *was)
{
    uint32_t columns = was->form->column_count, rows = was->form->row_count;
    *now = *was;
    now->title_span = moved(c, was->title_span);
    now->header_spans = copy_of(c, was->header_spans, columns * sizeof *was->header_spans);
    for (uint32_t i = 0; i < columns; i++)
        now->header_spans[i] = moved(c, was->header_spans[i]);
    now->rows = copy_of(c, was->rows, rows * sizeof *was->rows);
    /* Those of all rows are one piece. */
    nb_cell *cells =
        rows ? copy_of(c, was->rows[0].cells, (size_t)rows * columns * sizeof *cells) : NULL;
    for (uint32_t r = 0; r < rows; r++) {
        now->rows[r].cells = cells + r * columns;
        now->rows[r].label_span = moved(c, was->rows[r].label_span);
        for (uint32_t i = 0; i < columns; i++)
            if (!move_cell(c, &now->rows[r].cells[i]))
                return false;
    }
    return true;
}

static bool copy_extras(const copier *c, nb_table *now, const nb_table *was)
{
    nb_table_extra *extras = NB_NEW_ARRAY(c->arena, nb_table_extra, was->extra_count);
    for (uint32_t i = 0; i < was->extra_count; i++) {
        const nb_table_extra *extra = &was->extras[i];
        const nb_grid_cell *cell = cell_of(c, extra->grid_cell, extra->span, extra->label);
        if (!cell)
            return false;
        extras[i] = *extra;
        extras[i].span = cell->span;
        extras[i].label = cell->text.text;
    }
    now->extras = extras;
    now->extra_count = was->extra_count;
    return true;
}

/* The table before whose first line is this one, or NULL. */
static const nb_kept_table *kept_at(const nb_reading *before, uint32_t line)
{
    uint32_t low = 0, high = before->tables.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (before->tables.items[middle].lines[0] < line)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < before->tables.len && before->tables.items[low].lines[0] == line;
    return is_found ? &before->tables.items[low] : NULL;
}

static bool has_same_lines(const nb_kept_table *kept, const uint32_t *indices, uint32_t count)
{
    if (kept->line_count != count)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (kept->lines[i] - kept->lines[0] != indices[i] - indices[0])
            return false;
    return true;
}

bool nb_table_take_over(nb_arena *arena, const nb_reading *reading, nb_table *table,
                        const uint32_t *indices, uint32_t count)
{
    copier c = {.arena = arena, .now = table->grid};
    const nb_table_areas *areas = &reading->areas;
    uint32_t block = areas->lines[indices[0]].block;
    uint32_t was = table->grid ? nb_table_grid_before(reading, block, &c.shift) : NB_VIEW_NONE;
    if (was == NB_VIEW_NONE)
        return false;
    uint32_t index = indices[0] - nb_table_line_at(areas, block); /* among the grid's lines */
    uint32_t first = nb_table_line_at(&reading->before->areas, was) + index;
    const nb_kept_table *kept = kept_at(reading->before, first);
    if (!kept || !has_same_lines(kept, indices, count) || kept->table->key != table->key ||
        kept->table->form_id != table->form_id || !kept->table->grid || !kept->table->span.start)
        return false;
    c.was = kept->table->grid;
    table->block_count = kept->table->block_count;
    table->blocks = NB_NEW_ARRAY(arena, nb_table_block, table->block_count);
    for (uint32_t i = 0; i < table->block_count; i++)
        if (!copy_block(&c, &table->blocks[i], &kept->table->blocks[i]))
            return false;
    if (!copy_extras(&c, table, kept->table))
        return false;
    table->is_assigned = kept->table->is_assigned;
    table->reason = kept->table->reason;
    table->hash = kept->table->hash;
    table->before = kept->table;
    return true;
}
