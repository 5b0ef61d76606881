#ifndef NB_REPORT_READING_H
#define NB_REPORT_READING_H

#include "nb/markup/pairs.h"
#include "nb/report/report.h"

/*
 * What one reading of a document leaves to the next one, of the same document a keystroke later.
 * Nothing here is told by where an edit was: blocks are paired by their content, and what is taken
 * over is what a block says by itself.
 */
typedef struct nb_reading {
    const nb_markup *markup; /* as the reports know it: title rows parted from their grids */
    nb_block_pairs pairs;    /* with the reading before; only as long as that one lives */
    const struct nb_para *paras;
    const uint32_t *para_of_block; /* NB_VIEW_NONE: the block is no para */
} nb_reading;

#endif
