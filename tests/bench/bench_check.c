/*
 * How long the whole analysis of a report takes: bench_check FILE [ROUNDS]. The report as it is,
 * then with its paragraphs of prose repeated until it has 10 KB, 30 KB, 100 KB and 1 MB: one report
 * that says more, not several of them. Prints the best and the median of the rounds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "nb/check/check.h"

enum { ROUNDS_MAX = 1000 };

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(nb_view text, int rounds)
{
    static double took[ROUNDS_MAX];
    nb_arena *arena = nb_arena_new();
    uint32_t findings = 0;
    size_t footprint = 0;
    for (int i = 0; i < rounds; i++) {
        nb_arena_reset(arena, SIZE_MAX);
        double start = nb_bench_cpu();
        findings = nb_check(arena, text, NULL)->finding_count;
        took[i] = nb_bench_cpu() - start;
        footprint = nb_arena_footprint(arena);
    }
    qsort(took, (size_t)rounds, sizeof took[0], by_size);
    printf("%9u bytes  best %9.1f us  median %9.1f us  %6.2f ns/byte  %4u findings  %6zu KiB\n",
           text.len, took[0], took[rounds / 2], took[0] * 1000 / text.len, findings,
           footprint / 1024);
    nb_arena_free(arena);
}

int main(int argc, char **argv)
{
    static const uint32_t sizes[] = {0, 10000, 30000, 100000, 1000000};
    nb_buf report = {0};
    if (argc < 2 || !nb_bench_read(&report, argv[1])) {
        fprintf(stderr, "usage: bench_check FILE [ROUNDS [SIZE]]\n");
        return 2;
    }
    int rounds = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 200;
    if (rounds < 1 || rounds > ROUNDS_MAX)
        rounds = ROUNDS_MAX;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        uint32_t size = argc > 3 ? (uint32_t)strtoul(argv[3], NULL, 10) : sizes[i];
        nb_buf text = {0};
        nb_bench_grow(&text, nb_buf_view(&report), size);
        measure(nb_buf_view(&text), size >= 1000000 ? rounds / 20 + 1 : rounds);
        nb_buf_release(&text);
        if (argc > 3)
            break;
    }
    nb_buf_release(&report);
    return 0;
}
