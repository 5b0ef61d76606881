/*
 * How fast the text layer goes over a report: bench_text [FILE]. Prints the best of several
 * rounds, in microseconds for the text and in megabytes a second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "nb/base/buf.h"
#include "nb/text/document.h"
#include "nb/text/figure.h"
#include "nb/text/fold.h"
#include "nb/text/utf8.h"

enum { ROUNDS = 200 };

static volatile uint32_t sink; /* keeps the work from being optimised away */

typedef void work(nb_arena *arena, nb_view text);

static void check(nb_arena *arena, nb_view text)
{
    (void)arena;
    sink = nb_utf8_check(text);
}

static void decode(nb_arena *arena, nb_view text)
{
    (void)arena;
    uint32_t sum = 0;
    for (uint32_t at = 0; at < text.len;)
        sum += nb_utf8_next(text, &at);
    sink = sum;
}

static void index_lines(nb_arena *arena, nb_view text)
{
    sink = nb_lines_index(arena, text).count;
}

static void positions(nb_arena *arena, nb_view text)
{
    enum { PLACES = 100 };
    nb_lines lines = nb_lines_index(arena, text);
    for (uint32_t i = 0; i < PLACES; i++) {
        nb_position p = nb_lines_position(&lines, text.len / PLACES * i, NB_UTF16);
        sink = nb_lines_offset(&lines, p, NB_UTF16);
    }
}

static void fold_base(nb_arena *arena, nb_view text)
{
    nb_mapped m = nb_mapped_identity(text, nb_span_of(0, text.len));
    sink = nb_fold(arena, &m, NB_FOLD_BASE).text.len;
}

static void fold_all(nb_arena *arena, nb_view text)
{
    nb_mapped m = nb_mapped_identity(text, nb_span_of(0, text.len));
    nb_fold_flags flags = (nb_fold_flags)(NB_FOLD_TRADITIONAL | NB_FOLD_PUNCTUATION);
    sink = nb_fold(arena, &m, flags).text.len;
}

static void fold_lines(nb_arena *arena, nb_view text)
{
    nb_lines lines = nb_lines_index(arena, text);
    for (uint32_t i = 0; i < lines.count; i++) {
        nb_mapped m = nb_mapped_identity(text, nb_lines_span(&lines, i));
        sink = nb_fold(arena, &m, NB_FOLD_BASE).text.len;
    }
}

static void figures(nb_arena *arena, nb_view text)
{
    (void)arena;
    nb_figure f;
    for (uint32_t at = 0; nb_figure_next(text, &at, &f);)
        sink = f.digits.start;
}

static void columns(nb_arena *arena, nb_view text)
{
    (void)arena;
    sink = nb_utf8_columns(text);
}

static void edits(nb_arena *arena, nb_view text)
{
    (void)arena;
    enum { EDITS = 100 };
    nb_document *d = nb_document_new(text);
    for (int i = 0; i < EDITS; i++) {
        nb_position at = {nb_document_lines(d)->count / 2, 0};
        nb_document_edit(d, (nb_range){at, at}, NB_UTF16, NB_V("字"));
    }
    sink = nb_document_text(d).len;
    nb_document_free(d);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void measure(const char *name, work *f, nb_view text)
{
    nb_arena *arena = nb_arena_new();
    double best = 1e18;
    for (int i = 0; i < ROUNDS; i++) {
        double start = now();
        f(arena, text);
        double took = now() - start;
        best = took < best ? took : best;
        nb_arena_reset(arena, SIZE_MAX);
    }
    printf("%-28s %9.1f us %8.0f MB/s\n", name, best, text.len / best);
    nb_arena_free(arena);
}

/* A made-up report of about 30 KB. */
static void make_text(nb_buf *out)
{
    for (int i = 0; out->len < 30000; i++)
        nb_buf_printf(out,
                      "（%d）主动公开方面。某某市通过网站公开信息%d条，其中：规范性文件%d件，"
                      "占%d.%d%%，办理“五公开”事项　%d 项；积极回应群众关切，做好政策解读。\n"
                      "\t规章\t%d\t0\t0\n",
                      i % 9, i * 37, i % 50, i % 100, i % 10, i, i % 7);
}

int main(int argc, char **argv)
{
    nb_buf text = {0};
    if (argc > 1) {
        FILE *file = fopen(argv[1], "rb");
        if (!file)
            return 2;
        char block[4096];
        for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
            nb_buf_add(&text, block, n);
        fclose(file);
    } else {
        make_text(&text);
    }
    nb_view v = nb_buf_view(&text);
    printf("%u bytes\n", v.len);
    measure("utf8 check", check, v);
    measure("utf8 next", decode, v);
    measure("utf8 columns", columns, v);
    measure("lines index", index_lines, v);
    measure("100 positions and back", positions, v);
    measure("fold, base", fold_base, v);
    measure("fold, all flags", fold_all, v);
    measure("fold, line by line", fold_lines, v);
    measure("figures", figures, v);
    measure("set and 100 edits", edits, v);
    nb_buf_release(&text);
    return 0;
}
