#ifndef NB_REPORT_SKELETON_LAYOUT_H
#define NB_REPORT_SKELETON_LAYOUT_H

#include "nb/base/buf.h"
#include "nb/report/skeleton.h"

/* The printed shape of a form's table: a matrix of slots with merged cells, before any dialect. */

typedef enum nb_slot_kind {
    NB_SLOT_EMPTY,
    NB_SLOT_LABEL,        /* a header, a label, a block title */
    NB_SLOT_VALUE,        /* where a figure stands */
    NB_SLOT_LEFT,         /* part of the merged cell to its left */
    NB_SLOT_ABOVE,        /* first column of a merged cell that began in a row above */
    NB_SLOT_ABOVE_INSIDE, /* its further columns */
} nb_slot_kind;

typedef struct nb_slot {
    nb_slot_kind kind;
    nb_view text;
    uint32_t rowspan;
    uint32_t colspan;
    const nb_form_block *block; /* of a VALUE: which cell of the form it is */
    uint32_t row;
    uint32_t column;
} nb_slot;

typedef struct nb_layout {
    nb_slot *slots; /* row_count × column_count */
    uint32_t row_count;
    uint32_t column_count;
} nb_layout;

nb_layout nb_layout_make(nb_arena *arena, const nb_form_table *table,
                         const nb_skeleton_values *values, nb_view blank);

static inline nb_slot *nb_layout_at(const nb_layout *layout, uint32_t row, uint32_t column)
{
    return &layout->slots[row * layout->column_count + column];
}

/* Adds the layout in the dialect of style. Begins at a line start, ends with a line end. */
void nb_layout_write(nb_buf *out, const nb_layout *layout, const nb_skeleton_style *style);

/* Blank cells vanish in these, so a mark that is read as blank stands in them (BL-1). */
bool nb_dialect_loses_blanks(nb_dialect dialect);

/* True if the row has figure cells. */
bool nb_layout_row_has_values(const nb_layout *layout, uint32_t row);

#endif
