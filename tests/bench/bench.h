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

/* Microseconds of processor time of this program: what others do on the machine counts less. */
static inline double nb_bench_cpu(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
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

#define NB_BENCH_PROSE_MIN 120u /* bytes of a line that is a paragraph */

static inline bool nb_bench_is_prose(nb_view line)
{
    return line.len >= NB_BENCH_PROSE_MIN && !nb_view_contains(line, NB_V("|")) &&
           !nb_view_contains(line, NB_V("\t")) && !nb_view_contains(line, NB_V("<"));
}

/* report with every paragraph of prose as often as it takes to come to size bytes. */
static inline void nb_bench_grow(nb_buf *out, nb_view report, uint32_t size)
{
    uint32_t prose = 0;
    uint32_t end = 0;
    for (uint32_t at = 0; at < report.len; at = end) {
        nb_view line = nb_bench_line(report, at, &end);
        prose += nb_bench_is_prose(line) ? line.len : 0;
    }
    uint32_t times = prose && size > report.len ? (size - report.len) / prose + 1 : 1;
    for (uint32_t at = 0; at < report.len; at = end) {
        nb_view line = nb_bench_line(report, at, &end);
        for (uint32_t i = 0; i < (nb_bench_is_prose(line) ? times : 1); i++)
            nb_buf_add_view(out, line);
    }
}

#endif
