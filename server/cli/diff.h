#ifndef NB_CLI_DIFF_H
#define NB_CLI_DIFF_H

#include "nb/base/arena.h"
#include "nb/base/buf.h"

/* Changes between texts of more lines apart than this are shown as one replacement. */
#define DIFF_DISTANCE_MAX 2000

/* A unified diff with three lines of context; nothing if the texts are equal. */
void diff_write(nb_buf *out, nb_arena *arena, const char *path, nb_view before, nb_view after);

#endif
