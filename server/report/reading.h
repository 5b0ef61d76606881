#ifndef NB_REPORT_READING_H
#define NB_REPORT_READING_H

#include "nb/base/arena.h"
#include "nb/markup/pairs.h"
#include "nb/report/report.h"

/* What the finding of tables noted of a block (table_keep.c). */
typedef struct nb_block_note {
    uint8_t anchor;  /* of prose: whether a label stands in it that tables begin with */
    uint8_t follows; /* of a grid: the nb_table_key of what it might have gone on with */
} nb_block_note;

/* A table, and which of the lines of areas it was read from, in order (table_copy.c). */
typedef struct nb_kept_table {
    const nb_table *table;
    const uint32_t *lines;
    uint32_t line_count;
} nb_kept_table;

/* A stretch of plain text that was searched for tables, as printed, and its tokens. */
typedef struct nb_kept_text {
    nb_mapped text;
    const struct nb_table_token *tokens;
    uint32_t token_count;
} nb_kept_text;

/*
 * What one reading of a document leaves to the next one, of the same document a keystroke later.
 * Nothing here is told by where an edit was: blocks are paired by their content, and what is taken
 * over is what a block says by itself.
 */
typedef struct nb_reading {
    const struct nb_reading *before; /* what is taken over is in it; NULL: nothing, or read */
    const nb_markup *markup; /* as the reports know it: title rows parted from their grids */
    nb_block_pairs pairs;    /* with the reading before; only as long as that one lives */
    nb_table_areas areas;
    nb_block_note *block_notes; /* as many as there are blocks */
    NB_VEC(nb_kept_text) texts;
    NB_VEC(nb_kept_table) tables; /* in order of their first lines */
    const struct nb_para *paras;
    const uint32_t *para_of_block; /* NB_VIEW_NONE: the block is no para */
} nb_reading;

#endif
