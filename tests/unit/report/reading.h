#ifndef NB_TESTS_READING_H
#define NB_TESTS_READING_H

#include "cmocka_nb.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nb/report/report.h"

/* A document read from bytes; release with reading_end. */
typedef struct reading {
    nb_arena *arena;
    nb_view text;
    nb_lines lines;
    nb_markup markup;
    nb_report_list list;
    const nb_report *report;
} reading;

static inline reading *reading_of_view(nb_view text)
{
    reading *r = calloc(1, sizeof *r);
    r->arena = nb_arena_new();
    r->text = nb_arena_copy(r->arena, text);
    r->lines = nb_lines_index(r->arena, r->text);
    r->markup = nb_markup_parse(r->arena, r->text, NB_SOURCE_AUTO);
    r->list = nb_report_read(r->arena, &r->markup, &r->lines, NULL);
    assert_true(r->list.count >= 1);
    r->report = r->list.items[0];
    return r;
}

static inline reading *reading_of(const char *text)
{
    return reading_of_view(nb_view_of(text));
}

/* NULL if there is no such file. */
static inline reading *reading_of_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    static char bytes[1 << 20];
    size_t len = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return reading_of_view((nb_view){bytes, (uint32_t)len});
}

static inline void reading_end(reading *r)
{
    nb_arena_free(r->arena);
    free(r);
}

static inline nb_view reading_at(const reading *r, nb_span span)
{
    return nb_view_sub(r->text, span.start, span.end);
}

/* Keys of the parts in order: "overview disclosure …" */
static inline const char *reading_sections(const reading *r)
{
    static char out[1000];
    out[0] = '\0';
    for (uint32_t i = 0; i < r->report->section_count; i++) {
        if (strlen(out) > 900)
            break;
        if (i)
            strncat(out, " ", 2);
        strncat(out, nb_section_key_name(r->report->sections[i].key), 30);
    }
    return out;
}

/* Headings as depth and number: "1.1 2.1 2.2 1.2" */
static inline const char *reading_outline(const reading *r)
{
    static char out[1000];
    out[0] = '\0';
    for (uint32_t i = 0; i < r->report->heading_count && strlen(out) < 900; i++)
        snprintf(out + strlen(out), 30, "%s%d.%d", i ? " " : "", r->report->headings[i].depth,
                 r->report->headings[i].number);
    return out;
}

#endif
