#ifndef NB_CLI_STORE_H
#define NB_CLI_STORE_H

#include "nb/base/view.h"

/*
 * Puts content in the place of a file: written beside it, synchronised and renamed over it, so that
 * the file is at every moment either the old or the new one. Permissions and, where allowed, the
 * owner stay; a symbolic link stays one and what it leads to is replaced. 0, or an errno.
 */
int store_replace(const char *path, nb_view content);

#endif
