#ifndef NB_BENCH_H
#define NB_BENCH_H

#include <stdio.h>
#include <time.h>

#include "nb/base/buf.h"

/* What the benchmarks share. */

/* Microseconds since some moment. */
static inline double nb_bench_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* Adds the content of a file; false if it cannot be opened. */
static inline bool nb_bench_read(nb_buf *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        nb_buf_add(out, block, n);
    fclose(file);
    return true;
}

/* The line at offset at with its LF; *end is where the next one starts. */
static inline nb_view nb_bench_line(nb_view text, uint32_t at, uint32_t *end)
{
    uint32_t lf = nb_view_find(text, NB_V("\n"), at);
    *end = lf == NB_VIEW_NONE ? text.len : lf + 1;
    return nb_view_sub(text, at, *end);
}

#endif
