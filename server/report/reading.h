#ifndef NB_REPORT_READING_H
#define NB_REPORT_READING_H

#include "nb/markup/pairs.h"
#include "nb/report/report.h"

/*
 * What one reading of a document leaves to the next one, of the same document a keystroke later.
 * Nothing here is told by where an edit was: blocks are paired by their content.
 */
typedef struct nb_reading {
    const nb_markup *markup; /* as the reports know it: title rows parted from their grids */
    nb_block_pairs pairs;    /* with the reading before; only as long as that one lives */
} nb_reading;

#endif
