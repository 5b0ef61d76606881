#ifndef NB_LSP_LOG_H
#define NB_LSP_LOG_H

#include <stdio.h>

#include "nb/base/view.h"

/*
 * The server's own log: lines on stderr or in a file, never on stdout, which belongs to the
 * protocol.
 */
typedef enum nb_log_level {
    NB_LOG_ERROR, /* the session cannot go on */
    NB_LOG_WARN,  /* a client did what it should not, or a request failed */
    NB_LOG_INFO,  /* the life of the session: initialize, documents, settings */
    NB_LOG_DEBUG, /* every message by name */
    NB_LOG_LEVELS
} nb_log_level;

typedef struct nb_log {
    FILE *file; /* NULL: nowhere */
    nb_log_level level;
    uint32_t lines; /* written so far */
} nb_log;

/* A peer that does everything wrong must not fill a disk. */
#define NB_LOG_LINES_MAX 100000u

void nb_log_line(nb_log *log, nb_log_level level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* False if name is none of error, warn, info, debug. */
bool nb_log_level_of(const char *name, nb_log_level *level);

#endif
