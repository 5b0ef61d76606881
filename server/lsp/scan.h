#ifndef NB_LSP_SCAN_H
#define NB_LSP_SCAN_H

#include "nb/base/arena.h"

/*
 * A walk over folders for files that may be reports, in steps small enough to be taken between
 * two keystrokes: each lists one folder or gives one file. Hidden names and node_modules are left
 * out, links to folders are not followed.
 */
#define NB_SCAN_FILES_MAX 20000u
#define NB_SCAN_DEPTH_MAX 64u

typedef struct nb_scan nb_scan;

typedef enum nb_scan_step {
    NB_SCAN_FOLDER, /* a folder was listed */
    NB_SCAN_FILE,   /* *path is a file */
    NB_SCAN_FULL,   /* as many files as are looked at were seen; ends the walk */
    NB_SCAN_END,
} nb_scan_step;

/* folders are absolute paths. */
nb_scan *nb_scan_new(const nb_view *folders, uint32_t count);
void nb_scan_free(nb_scan *scan); /* NULL is allowed */

/* *path lives as long as the scan and is followed by a NUL. */
nb_scan_step nb_scan_next(nb_scan *scan, nb_view *path);

#endif
