#ifndef NB_TESTS_READ_TEXT_H
#define NB_TESTS_READ_TEXT_H

#include <stdio.h>

#include "cmocka_nb.h"
#include "nb/base/buf.h"
#include "nb/report/report.h"

/* From a text to its report, for the tests of this layer. */

typedef struct reading {
    nb_arena *arena;
    nb_view text;
    nb_markup markup;
    nb_lines lines;
    const nb_report *report;
} reading;

static inline void read_view(reading *r, nb_view text, nb_source_kind kind)
{
    r->arena = nb_arena_new();
    r->text = nb_arena_copy(r->arena, text);
    r->markup = nb_markup_parse(r->arena, r->text, kind);
    r->lines = nb_lines_index(r->arena, r->text);
    r->report = nb_report_read(r->arena, &r->markup, &r->lines, NULL).items[0];
}

static inline void read_done(reading *r)
{
    nb_arena_free(r->arena);
}

/* False if there is no such file. */
static inline bool read_whole_file(const char *path, nb_buf *out)
{
    char bytes[4096];
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        nb_buf_add(out, bytes, got);
    fclose(file);
    return true;
}

#endif
