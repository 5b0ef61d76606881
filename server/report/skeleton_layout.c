#include "report/skeleton_layout.h"

#include <string.h>

#define CHAIN_MAX 3u /* group2, group, label */

/* The labels of a row or a column from the outermost group to its own. */
typedef struct chain {
    const char *items[CHAIN_MAX];
    uint32_t len;
} chain;

static void chain_add(chain *c, const char *label)
{
    if (label && *label)
        c->items[c->len++] = label;
}

static chain column_chain(const nb_form_column *column)
{
    chain c = {.len = 0};
    chain_add(&c, column->group2);
    chain_add(&c, column->group);
    chain_add(&c, column->label);
    return c;
}

static bool is_row_label(const nb_form_block *block, const char *text)
{
    for (uint32_t r = 0; text && r < block->row_count; r++)
        if (strcmp(block->rows[r].label, text) == 0)
            return true;
    return false;
}

/* A group that is a row of its own (the 2014 form) has no label cell beside the rows below it. */
static chain row_chain(const nb_form_block *block, const nb_form_row *row)
{
    chain c = {.len = 0};
    if (!is_row_label(block, row->group2))
        chain_add(&c, row->group2);
    if (!is_row_label(block, row->group))
        chain_add(&c, row->group);
    chain_add(&c, row->label);
    return c;
}

static bool has_units(const nb_form_block *block)
{
    for (uint32_t r = 0; r < block->row_count; r++)
        if (block->rows[r].unit)
            return true;
    return false;
}

/* True if level belongs to groups in both, the same ones up to there. */
static bool chains_share(const chain *a, const chain *b, uint32_t level)
{
    if (level + 1 >= a->len || level + 1 >= b->len)
        return false;
    for (uint32_t i = 0; i <= level; i++)
        if (strcmp(a->items[i], b->items[i]) != 0)
            return false;
    return true;
}

static uint32_t label_columns(const nb_form_block *block)
{
    uint32_t most = 0;
    for (uint32_t r = 0; r < block->row_count; r++) {
        chain c = row_chain(block, &block->rows[r]);
        most = c.len > most ? c.len : most;
    }
    return most;
}

static uint32_t header_rows(const nb_form_block *block)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < block->column_count; i++) {
        chain c = column_chain(&block->columns[i]);
        most = c.len > most ? c.len : most;
    }
    return most;
}

static void place(nb_layout *layout, uint32_t row, uint32_t column, nb_slot slot)
{
    for (uint32_t r = 0; r < slot.rowspan; r++)
        for (uint32_t c = 0; c < slot.colspan; c++) {
            nb_slot *at = nb_layout_at(layout, row + r, column + c);
            at->kind = r == 0 ? NB_SLOT_LEFT : c == 0 ? NB_SLOT_ABOVE : NB_SLOT_ABOVE_INSIDE;
        }
    *nb_layout_at(layout, row, column) = slot;
}

static nb_slot label_slot(const char *text, uint32_t rowspan, uint32_t colspan)
{
    return (nb_slot){
        .kind = NB_SLOT_LABEL, .text = nb_view_of(text), .rowspan = rowspan, .colspan = colspan};
}

/* Columns that the block's column i takes: its last one reaches to the edge of the table. */
static uint32_t column_width(const nb_form_block *block, uint32_t i, uint32_t rest)
{
    return i + 1 == block->column_count ? rest + 1 : 1;
}

static void place_headers(nb_layout *layout, const nb_form_block *block, uint32_t top,
                          uint32_t labels)
{
    uint32_t depth = header_rows(block);
    uint32_t first = labels + has_units(block);
    uint32_t rest = layout->column_count - first - block->column_count;

    if (labels > 0 && depth > 0)
        place(layout, top, 0, label_slot(block->corner, depth, labels));
    if (has_units(block))
        place(layout, top, labels, label_slot("单位", depth, 1));
    for (uint32_t level = 0; level < depth; level++)
        for (uint32_t i = 0; i < block->column_count;) {
            chain own = column_chain(&block->columns[i]);
            uint32_t next = i + 1;
            uint32_t width = column_width(block, i, rest);
            for (; next < block->column_count; next++) {
                chain other = column_chain(&block->columns[next]);
                if (!chains_share(&own, &other, level))
                    break;
                width += column_width(block, next, rest);
            }
            if (level < own.len)
                place(
                    layout, top + level, first + i,
                    label_slot(own.items[level], level + 1 == own.len ? depth - level : 1, width));
            i = next;
        }
}

static void place_labels(nb_layout *layout, const nb_form_block *block, uint32_t top,
                         uint32_t labels)
{
    for (uint32_t level = 0; level < labels; level++)
        for (uint32_t r = 0; r < block->row_count;) {
            chain own = row_chain(block, &block->rows[r]);
            uint32_t next = r + 1;
            for (; next < block->row_count; next++) {
                chain other = row_chain(block, &block->rows[next]);
                if (!chains_share(&own, &other, level))
                    break;
            }
            if (level < own.len)
                place(layout, top + r, level,
                      label_slot(own.items[level], next - r,
                                 level + 1 == own.len ? labels - level : 1));
            r = next;
        }
}

static nb_view cell_text(const nb_form_block *block, uint32_t r, uint32_t i,
                         const nb_skeleton_values *values, nb_view blank)
{
    nb_view text = {0};
    if (block->rows[r].kind == NB_VALUE_NONE) /* a heading row has no figure */
        return text;
    if (values)
        text = values->value ? values->value(values->data, block, r, i) : values->fill;
    return text.len ? text : blank;
}

static void place_values(nb_layout *layout, const nb_form_block *block, uint32_t top,
                         uint32_t labels, const nb_skeleton_values *values, nb_view blank)
{
    uint32_t first = labels + has_units(block);
    uint32_t rest = layout->column_count - first - block->column_count;
    for (uint32_t r = 0; r < block->row_count; r++) {
        if (has_units(block))
            place(layout, top + r, labels, label_slot(block->rows[r].unit, 1, 1));
        for (uint32_t i = 0; i < block->column_count; i++) {
            nb_view text = cell_text(block, r, i, values, blank);
            nb_slot slot = {.kind = NB_SLOT_VALUE,
                            .text = text,
                            .rowspan = 1,
                            .colspan = column_width(block, i, rest),
                            .block = block,
                            .row = r,
                            .column = i};
            place(layout, top + r, first + i, slot);
        }
    }
}

nb_layout nb_layout_make(nb_arena *arena, const nb_form_table *table,
                         const nb_skeleton_values *values, nb_view blank)
{
    nb_layout layout = {0};
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_form_block *block = &table->blocks[b];
        uint32_t width = label_columns(block) + has_units(block) + block->column_count;
        layout.column_count = width > layout.column_count ? width : layout.column_count;
        layout.row_count += (block->title ? 1 : 0) + header_rows(block) + block->row_count;
    }
    layout.slots = NB_NEW_ARRAY(arena, nb_slot, (size_t)layout.row_count * layout.column_count);

    uint32_t top = 0;
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_form_block *block = &table->blocks[b];
        uint32_t labels = label_columns(block);
        if (block->title)
            place(&layout, top++, 0, label_slot(block->title, 1, layout.column_count));
        place_headers(&layout, block, top, labels);
        top += header_rows(block);
        place_labels(&layout, block, top, labels);
        place_values(&layout, block, top, labels, values, blank);
        top += block->row_count;
    }
    return layout;
}

bool nb_layout_row_has_values(const nb_layout *layout, uint32_t row)
{
    for (uint32_t c = 0; c < layout->column_count; c++)
        if (nb_layout_at(layout, row, c)->kind == NB_SLOT_VALUE)
            return true;
    return false;
}
