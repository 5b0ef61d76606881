#include <stdio.h>

#include "cli/json.h"
#include "cli/model.h"

const char *model_state_name(nb_cell_state state)
{
    static const char *const names[] = {NULL, "unassigned", "blank", "value", "unreadable"};
    return names[state];
}

static void write_position(json *j, const char *key, nb_position p)
{
    json_key(j, key);
    json_open(j, '{');
    json_key(j, "line");
    json_int(j, p.line);
    json_key(j, "character");
    json_int(j, p.character);
    json_close(j, '}');
}

static void write_range(json *j, const nb_analysis *a, nb_span span)
{
    nb_range range = nb_lines_range(&a->lines, span, NB_UTF16);
    json_key(j, "range");
    json_open(j, '{');
    write_position(j, "start", range.start);
    write_position(j, "end", range.end);
    json_close(j, '}');
}

static nb_view text_of(const nb_analysis *a, nb_span span)
{
    return nb_view_sub(a->text, span.start, span.end);
}

static void write_year(json *j, const char *key, int year)
{
    json_key(j, key);
    if (year)
        json_int(j, year);
    else
        json_null(j);
}

static void write_view(json *j, const char *key, nb_view v)
{
    json_key(j, key);
    if (v.len)
        json_string(j, v);
    else
        json_null(j);
}

static void write_form(json *j, const nb_analysis *a, const nb_report *report)
{
    json_key(j, "form");
    json_open(j, '{');
    json_key(j, "required");
    json_text(j, nb_form_name(report->form_required));
    json_key(j, "used");
    json_text(j, nb_form_name(report->form_used));
    json_key(j, "evidence");
    json_open(j, '[');
    for (uint32_t i = 0; i < report->year_count; i++) {
        const nb_year_evidence *e = &report->years[i];
        json_open(j, '{');
        json_key(j, "source");
        json_text(j, nb_year_source_name(e->source));
        json_key(j, "year");
        json_int(j, e->year);
        json_key(j, "text");
        json_string(j, text_of(a, e->span));
        write_range(j, a, e->span);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
}

static void write_date(json *j, const char *key, const nb_date *date)
{
    json_key(j, key);
    if (!date->is_possible) {
        json_null(j);
        return;
    }
    char text[48];
    int len = snprintf(text, sizeof text, "%04d-%02d-%02d", date->year, date->month, date->day);
    /* 2020年1月至12月 has no days, 2020年度 no months. */
    if (date->day == 0 && len > 6)
        text[len - (date->month == 0 ? 6 : 3)] = '\0';
    json_text(j, text);
}

static void write_period(json *j, const nb_analysis *a, const nb_report *report)
{
    json_key(j, "period");
    if (report->period_count == 0) {
        json_null(j);
        return;
    }
    const nb_period *p = &report->periods[0];
    json_open(j, '{');
    json_key(j, "text");
    json_string(j, text_of(a, p->sentence));
    write_date(j, "start", &p->start);
    write_date(j, "end", &p->end);
    write_range(j, a, p->dates);
    json_close(j, '}');
}

static void write_sections(json *j, const nb_analysis *a, const nb_report *report)
{
    json_key(j, "sections");
    json_open(j, '[');
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_section *s = &report->sections[i];
        const nb_heading *h =
            s->heading < report->heading_count ? &report->headings[s->heading] : NULL;
        json_open(j, '{');
        json_key(j, "key");
        json_text(j, nb_section_key_name(s->key));
        json_key(j, "number");
        if (h && h->number)
            json_int(j, h->number);
        else
            json_null(j);
        write_view(j, "title", h ? text_of(a, h->title_span) : (nb_view){0});
        write_range(j, a, h ? h->span : s->span);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_headings(json *j, const nb_analysis *a, const nb_report *report)
{
    json_key(j, "headings");
    json_open(j, '[');
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        json_open(j, '{');
        json_key(j, "depth");
        json_int(j, h->depth);
        json_key(j, "number");
        json_int(j, h->number);
        json_key(j, "section");
        json_text(j, nb_section_key_name(h->section));
        json_key(j, "title");
        json_string(j, text_of(a, h->title_span));
        write_range(j, a, h->span);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_cell(json *j, const nb_analysis *a, const char *row, const char *column,
                       const nb_cell *cell)
{
    const char *state = model_state_name(cell->state);
    if (!state)
        return;
    json_open(j, '{');
    json_key(j, "row");
    json_text(j, row);
    json_key(j, "column");
    json_text(j, column);
    json_key(j, "raw");
    json_string(j, cell->raw.text);
    json_key(j, "value");
    if (cell->state == NB_CELL_VALUE) {
        char figure[32];
        uint32_t len = nb_figure_format(cell->figure.micro, 0, figure);
        nb_buf_add(j->out, figure, len);
        j->needs_comma = true;
    } else {
        json_null(j);
    }
    json_key(j, "state");
    json_text(j, cell->state == NB_CELL_UNASSIGNED ? "unreadable" : state);
    write_range(j, a, cell->span);
    json_close(j, '}');
}

static void write_block(json *j, const nb_analysis *a, const nb_table_block *block)
{
    const nb_form_block *form = block->form;
    for (uint32_t r = 0; form && r < form->row_count; r++) {
        const nb_row *row = &block->rows[r];
        bool is_group = form->rows[r].kind == NB_VALUE_NONE; /* no figures are wanted there */
        for (uint32_t c = 0; row->is_present && row->cells && c < form->column_count; c++)
            if (!is_group || row->cells[c].state == NB_CELL_VALUE)
                write_cell(j, a, form->rows[r].key, form->columns[c].key, &row->cells[c]);
    }
}

static void write_tables(json *j, const nb_analysis *a, const nb_report *report)
{
    json_key(j, "tables");
    json_open(j, '[');
    for (uint32_t i = 0; i < report->table_count; i++) {
        const nb_table *t = &report->tables[i];
        json_open(j, '{');
        json_key(j, "key");
        json_text(j, nb_table_key_name(t->key));
        json_key(j, "form");
        json_text(j, nb_form_name(t->form_id));
        json_key(j, "section");
        json_text(j, nb_section_key_name(t->section));
        json_key(j, "dialect");
        json_text(j, nb_dialect_name(t->dialect));
        write_range(j, a, t->span);
        json_key(j, "assigned");
        json_bool(j, t->is_assigned);
        json_key(j, "reason");
        json_text(j, t->reason);
        json_key(j, "cells");
        json_open(j, '[');
        for (uint32_t b = 0; t->form && b < t->block_count; b++)
            write_block(j, a, &t->blocks[b]);
        json_close(j, ']');
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_sign_off(json *j, const nb_analysis *a, const nb_report *report)
{
    const nb_sign_off *s = &report->sign_off;
    json_key(j, "signOff");
    json_open(j, '{');
    write_view(j, "body", s->has_body ? s->body : (nb_view){0});
    write_view(j, "date", s->has_date ? text_of(a, s->date.span) : (nb_view){0});
    json_close(j, '}');
}

static void write_report(json *j, const nb_analysis *a, const nb_report *report)
{
    write_view(j, "title",
               report->title.is_present ? text_of(a, report->title.span) : (nb_view){0});
    write_view(j, "issuer", report->issuer);
    write_year(j, "year", report->year);
    write_form(j, a, report);
    write_period(j, a, report);
    write_sections(j, a, report);
    write_tables(j, a, report);
    write_headings(j, a, report);
    write_sign_off(j, a, report);
    json_key(j, "isReport");
    json_bool(j, report->is_report);
}

void model_write_json(nb_buf *out, const char *path, const nb_analysis *analysis)
{
    json j = {.out = out};
    json_open(&j, '{');
    json_key(&j, "path");
    json_text(&j, path);
    write_report(&j, analysis, analysis->reports.items[0]);
    if (analysis->reports.count > 1) {
        json_key(&j, "others");
        json_open(&j, '[');
        for (uint32_t i = 1; i < analysis->reports.count; i++) {
            json_open(&j, '{');
            write_report(&j, analysis, analysis->reports.items[i]);
            json_close(&j, '}');
        }
        json_close(&j, ']');
    }
    json_close(&j, '}');
    nb_buf_add_char(out, '\n');
}
