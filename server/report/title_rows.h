#ifndef NB_REPORT_TITLE_ROWS_H
#define NB_REPORT_TITLE_ROWS_H

#include "nb/markup/markup.h"

/*
 * markup with every grid parted at the rows that are titles of parts; markup itself if there are
 * none. In the arena.
 */
const nb_markup *nb_title_rows_part(nb_arena *arena, const nb_markup *markup);

#endif
