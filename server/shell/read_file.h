#ifndef NB_SHELL_READ_FILE_H
#define NB_SHELL_READ_FILE_H

#include <stddef.h>

#include "nb/base/arena.h"

/*
 * The bytes of a regular file, into the arena; false with errno. EFBIG: larger than max. Never
 * waits: what is no regular file is not read.
 */
bool nb_file_read(nb_arena *arena, const char *path, size_t max, nb_view *out);

#endif
