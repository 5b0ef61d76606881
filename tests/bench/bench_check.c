/*
 * How long the analysis of a report takes, whole and after a keystroke (told of the analysis
 * before): bench_check FILE [ROUNDS]. The report as it is; then with its paragraphs of prose
 * repeated until it has 10 KB, 30 KB, 100 KB and 1 MB, one report that says more; then the whole
 * report repeated, several in one text. A keystroke is one character put in at a random place, or
 * taken out again. Prints the best, the median and the 99th percentile of the rounds.
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

static void print(const char *what, uint32_t bytes, double *took, int rounds)
{
    qsort(took, (size_t)rounds, sizeof took[0], by_size);
    printf("%9u bytes  %-9s  best %9.1f us  median %9.1f us  p99 %9.1f us  %6.2f ns/byte\n", bytes,
           what, took[0], took[rounds / 2], took[rounds * 99 / 100],
           took[rounds / 2] * 1000 / bytes);
}

static void measure_whole(nb_view text, int rounds)
{
    static double took[ROUNDS_MAX];
    nb_arena *arena = nb_arena_new();
    for (int i = 0; i < rounds; i++) {
        nb_arena_reset(arena, SIZE_MAX);
        double start = nb_bench_cpu();
        (void)nb_check(arena, text, NULL);
        took[i] = nb_bench_cpu() - start;
    }
    print("whole", text.len, took, rounds);
    nb_arena_free(arena);
}

/* Puts a character in before the one at or behind a random place; where it now stands. */
static uint32_t put_in(nb_buf *text, nb_view piece)
{
    uint32_t at = (uint32_t)((double)rand() / ((double)RAND_MAX + 1) * (double)text->len);
    while (at < text->len && ((unsigned char)text->ptr[at] & 0xC0) == 0x80)
        at++;
    nb_view behind = {text->ptr + at, (uint32_t)text->len - at};
    nb_buf_add_view(text, piece); /* room */
    memmove(text->ptr + at + piece.len, text->ptr + at, behind.len);
    memcpy(text->ptr + at, piece.ptr, piece.len);
    return at;
}

static void measure_keystrokes(nb_buf *text, int rounds)
{
    static double took[ROUNDS_MAX];
    nb_arena *arena = nb_arena_new(), *spare = nb_arena_new();
    nb_check_options options = {.is_followed = true};
    options.before = nb_check(arena, nb_buf_view(text), &options);
    nb_arena_warm(spare, nb_arena_footprint(arena) / 2); /* as the server does when it is idle */
    uint32_t at = 0;
    srand(1);
    for (int i = 0; i < rounds; i++) {
        if (i % 2 == 0) {
            at = put_in(text, NB_V("某"));
        } else {
            text->len -= 3;
            memmove(text->ptr + at, text->ptr + at + 3, text->len - at);
        }
        nb_arena_reset(spare, SIZE_MAX);
        double start = nb_bench_cpu();
        options.before = nb_check(spare, nb_buf_view(text), &options);
        took[i] = nb_bench_cpu() - start;
        nb_arena *swap = arena;
        arena = spare;
        spare = swap;
    }
    print("keystroke", (uint32_t)text->len, took, rounds);
    nb_arena_free(arena);
    nb_arena_free(spare);
}

static void measure(nb_buf *text, int rounds)
{
    measure_whole(nb_buf_view(text), text->len >= 1000000 ? rounds / 20 + 1 : rounds);
    measure_keystrokes(text, rounds);
}

static void repeat(nb_buf *out, nb_view report, uint32_t size)
{
    do
        nb_buf_add_view(out, report);
    while (out->len < size);
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
        for (int several = 0; several < (size ? 2 : 1); several++) {
            nb_buf text = {0};
            if (several)
                repeat(&text, nb_buf_view(&report), size);
            else
                nb_bench_grow(&text, nb_buf_view(&report), size);
            printf(several ? "several reports\n" : "one report\n");
            measure(&text, rounds);
            nb_buf_release(&text);
        }
        if (argc > 3)
            break;
    }
    nb_buf_release(&report);
    return 0;
}
