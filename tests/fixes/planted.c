/*
 * One defect is planted into a clean report, its fix is applied, and the report is clean again; for
 * totals, periods and numbers it is the very text again: fixes_planted [--loud] ROOT [PART].
 * README.md beside this file says what is planted.
 */

#include "planted.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nb/base/buf.h"
#include "render.h"

/* ---- checking one planted text ---- */

static const nb_finding *worst(const nb_analysis *analysis)
{
    const nb_finding *best = NULL;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *f = &analysis->findings[i];
        bool is_filler = strcmp(f->rule->code, "F101") == 0 || strcmp(f->rule->code, "T108") == 0;
        if (f->severity < NB_SEVERITY_HINT && !is_filler && (!best || f->severity < best->severity))
            best = f;
    }
    return best;
}

static const nb_fix *chosen(const nb_finding *finding)
{
    for (uint32_t i = 0; i < finding->fix_count; i++)
        if (finding->fixes[i].is_preferred)
            return &finding->fixes[i];
    return finding->fix_count ? &finding->fixes[0] : NULL;
}

static void complain(planting *p, const planted *d, const char *what, const nb_finding *finding,
                     nb_view text)
{
    p->failures++;
    printf("%s %s: %s", p->name, d->what.ptr, what);
    if (finding)
        printf(": %s %.*s", finding->rule->code, NB_ARG(finding->message));
    printf("\n");
    if (p->is_loud)
        printf("%.*s\n", NB_ARG(text));
}

static void try_defect(planting *p, const planted *d)
{
    nb_arena *arena = p->arena;
    const nb_analysis *before = nb_check(arena, d->text, &p->options);
    const nb_finding *finding = worst(before);
    p->count++;
    if (!finding) {
        p->silent++;
        if (d->must_be_seen)
            complain(p, d, "not noticed", NULL, d->text);
        return;
    }
    const nb_fix *fix = chosen(finding);
    if (!fix) {
        complain(p, d, "no fix", finding, d->text);
        return;
    }
    nb_view text = nb_edits_apply(arena, before->text, fix->edits, fix->edit_count);
    const nb_finding *rest = worst(nb_check(arena, text, &p->options));
    if (rest)
        complain(p, d, "left over", rest, text);
    else if (d->must_be_same && !nb_view_eq(text, p->clean->text))
        complain(p, d, "not the text it was", finding, text);
}

/* ---- the reports ---- */

/* The names of the parts, for the preamble of reports that have none: 由“…”“…”等六个部分组成 */
static nb_view with_declaration(nb_arena *arena, nb_view text, const nb_check_options *options)
{
    const nb_report *report = nb_check(arena, text, options)->report;
    uint32_t at = nb_view_find(text, NB_V("联系地址"), 0);
    if (at == NB_VIEW_NONE || report->section_count == 0)
        return text;
    nb_view list = NB_V("");
    for (uint32_t i = 0; i < report->section_count; i++) {
        nb_span title = report->headings[report->sections[i].heading].title_span;
        list = nb_arena_printf(arena, "%.*s“%.*s”", NB_ARG(list),
                               NB_ARG(nb_view_sub(text, title.start, title.end)));
    }
    nb_edit edit = {nb_span_of(at, at),
                    nb_arena_printf(arena, "本报告由%.*s等%.*s个部分组成。", NB_ARG(list),
                                    NB_ARG(nb_numeral_han(arena, report->section_count)))};
    return nb_edits_apply(arena, text, &edit, 1);
}

static void plant_all(planting *p, const char *part)
{
    static const struct {
        const char *name;
        void (*plant)(planting *p);
    } parts[] = {{"section", plant_sections}, {"total", plant_totals}, {"period", plant_periods},
                 {"number", plant_numbers},   {"list", plant_list},    {"table", plant_tables}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (!part || strcmp(part, parts[i].name) == 0)
            parts[i].plant(p);
}

void planting_try(planting *p, planted d)
{
    nb_arena *all = p->arena;
    p->arena = nb_arena_new();
    try_defect(p, &d);
    nb_arena_free(p->arena);
    p->arena = all;
}

static void run_report(planting *p, const char *part, nb_view text)
{
    nb_arena *arena = p->arena;
    text = with_declaration(arena, text, &p->options);
    p->clean = nb_check(arena, text, &p->options);
    const nb_finding *finding = worst(p->clean);
    if (finding) {
        printf("%s: not clean: %s %.*s\n", p->name, finding->rule->code, NB_ARG(finding->message));
        p->failures++;
        return;
    }
    p->report = p->clean->report;
    plant_all(p, part);
}

/* Every figure of the tables in full-width digits: a fix has to write such ones. */
static nb_view full_width(nb_arena *arena, nb_view text, const nb_check_options *options)
{
    const nb_report *report = nb_check(arena, text, options)->report;
    bool *is_figure = NB_NEW_ARRAY(arena, bool, text.len + 1);
    for (uint32_t t = 0; t < report->table_count; t++)
        for (uint32_t b = 0; b < report->tables[t].block_count; b++) {
            const nb_table_block *block = &report->tables[t].blocks[b];
            for (uint32_t r = 0; r < block->form->row_count; r++)
                for (uint32_t c = 0; c < block->form->column_count; c++)
                    if (block->rows[r].cells[c].state == NB_CELL_VALUE)
                        memset(is_figure + block->rows[r].cells[c].span.start, 1,
                               block->rows[r].cells[c].span.end -
                                   block->rows[r].cells[c].span.start);
        }
    nb_buf out = {0};
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (is_figure[i] && c >= '0' && c <= '9')
            nb_buf_printf(&out, "\xEF\xBC%c", (char)(0x90 + (c - '0')));
        else
            nb_buf_add_char(&out, c);
    }
    nb_view result = nb_arena_copy(arena, nb_buf_view(&out));
    nb_buf_release(&out);
    return result;
}

static void run_file(planting *p, const char *part, const char *path)
{
    nb_view text;
    if (!harness_read(p->arena, path, &text)) {
        printf("%s: cannot be read\n", path);
        p->failures++;
        return;
    }
    p->options = (nb_check_options){.kind = nb_source_kind_of_path(nb_view_of(path))};
    p->name = path;
    run_report(p, part, text);
    p->name = nb_arena_printf(p->arena, "%s full-width", path).ptr;
    run_report(p, part && strcmp(part, "total") != 0 ? "none" : "total",
               full_width(p->arena, text, &p->options));
    p->name = nb_arena_printf(p->arena, "%s CRLF", path).ptr;
    run_report(p, part, render_crlf(p->arena, text));
}

/* The form of 2008 has no tables; its report is that of 2014 without them. */
static void run_without_tables(planting *p, const char *part, const char *path)
{
    nb_view text;
    if (!harness_read(p->arena, path, &text))
        return;
    uint32_t end = nb_view_find(text, NB_V("政府信息公开情况统计表"), 0);
    if (end == NB_VIEW_NONE)
        return;
    while (end > 0 && text.ptr[end - 1] != '\n')
        end--;
    nb_view old = nb_view_sub(text, 0, end);
    nb_buf out = {0};
    for (uint32_t i = 0; i < old.len; i++) { /* 2016 and 2017 become 2012 and 2013 */
        bool is_year = i >= 3 && memcmp(old.ptr + i - 3, "201", 3) == 0;
        char c = old.ptr[i];
        nb_buf_add_char(&out, is_year && (c == '6' || c == '7') ? (char)(c - 4) : c);
    }
    p->options = (nb_check_options){.kind = nb_source_kind_of_path(nb_view_of(path))};
    p->name = nb_arena_printf(p->arena, "%s of 2012", path).ptr;
    run_report(p, part, nb_arena_copy(p->arena, nb_buf_view(&out)));
    nb_buf_release(&out);
}

static void run_folder(planting *p, const char *part, const char *folder)
{
    nb_arena *names_arena = nb_arena_new();
    harness_names names = harness_list(names_arena, folder);
    for (uint32_t i = 0; i < names.count; i++) {
        const char *path = nb_arena_printf(names_arena, "%s/%s", folder, names.items[i]).ptr;
        p->arena = nb_arena_new();
        run_file(p, part, path);
        if (strstr(folder, "2014"))
            run_without_tables(p, part, path);
        nb_arena_free(p->arena);
    }
    nb_arena_free(names_arena);
}

int main(int argc, char **argv)
{
    enum { DEFECTS_MIN = 1000 }; /* fewer: the reports were not found */
    planting p = {.is_loud = argc > 1 && strcmp(argv[1], "--loud") == 0};
    int first = p.is_loud ? 2 : 1;
    if (argc <= first) {
        printf("usage: fixes_planted [--loud] ROOT [PART]\n");
        return EXIT_FAILURE;
    }
    const char *part = argc > first + 1 ? argv[first + 1] : NULL;
    static const char *const forms[] = {"2014", "2019", "2021"};
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        char folder[4096];
        (void)snprintf(folder, sizeof folder, "%s/%s", argv[first], forms[i]);
        run_folder(&p, part, folder);
    }
    if (!part && p.count < DEFECTS_MIN)
        p.failures++;
    printf("%u defects, %u not noticed, %u failures\n", p.count, p.silent, p.failures);
    return p.failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
