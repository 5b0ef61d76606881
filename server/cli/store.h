#ifndef NB_CLI_STORE_H
#define NB_CLI_STORE_H

#include "nb/base/view.h"

typedef enum store_step {
    STORE_DONE,
    STORE_TARGET, /* the file itself cannot be replaced: it is gone, or read-only */
    STORE_BESIDE, /* no new file can be made in its folder */
    STORE_WRITE,  /* the new file cannot be written: the disk is full, … */
} store_step;

typedef struct store_result {
    store_step failed; /* STORE_DONE: nothing did */
    int error;         /* an errno */
} store_result;

/*
 * Puts content in the place of a file: written beside it, synchronised and renamed over it, so that
 * the file is at every moment either the old or the new one, and the old one after every failure.
 * Permissions and, where allowed, the owner stay; a symbolic link stays one and what it leads to is
 * replaced. A file that nobody may write is not replaced, not even for root.
 */
store_result store_replace(const char *path, nb_view content);

#endif
