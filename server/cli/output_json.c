#include <inttypes.h>
#include <stdio.h>

#include "cli/json.h"
#include "cli/output.h"

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

/* "range" in lines and UTF-16 units, "bytes" as a pair of offsets; both from 0. */
static void write_place(json *j, const nb_lines *lines, nb_span span)
{
    nb_range range = nb_lines_range(lines, span, NB_UTF16);
    json_key(j, "range");
    json_open(j, '{');
    write_position(j, "start", range.start);
    write_position(j, "end", range.end);
    json_close(j, '}');
    json_key(j, "bytes");
    json_open(j, '[');
    json_int(j, span.start);
    json_int(j, span.end);
    json_close(j, ']');
}

static void write_related(json *j, const nb_lines *lines, const nb_finding *f)
{
    json_key(j, "related");
    json_open(j, '[');
    for (uint32_t i = 0; i < f->related_count; i++) {
        json_open(j, '{');
        json_key(j, "message");
        json_string(j, f->related[i].message);
        write_place(j, lines, f->related[i].span);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_fixes(json *j, const nb_lines *lines, const nb_finding *f)
{
    json_key(j, "fixes");
    json_open(j, '[');
    for (uint32_t i = 0; i < f->fix_count; i++) {
        const nb_fix *fix = &f->fixes[i];
        json_open(j, '{');
        json_key(j, "title");
        json_string(j, fix->title);
        json_key(j, "kind");
        json_text(j, fix->kind == NB_FIX_SAFE ? "safe" : "suggest");
        json_key(j, "edits");
        json_open(j, '[');
        for (uint32_t k = 0; k < fix->edit_count; k++) {
            json_open(j, '{');
            write_place(j, lines, fix->edits[k].span);
            json_key(j, "newText");
            json_string(j, fix->edits[k].new_text);
            json_close(j, '}');
        }
        json_close(j, ']');
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_finding(json *j, const nb_analysis *analysis, const nb_finding *f)
{
    char print[17];
    json_open(j, '{');
    json_key(j, "code");
    json_text(j, f->rule->code);
    json_key(j, "slug");
    json_text(j, f->rule->slug);
    json_key(j, "severity");
    json_text(j, nb_severity_name(f->severity));
    json_key(j, "message");
    json_string(j, f->message);
    write_place(j, &analysis->lines, f->span);
    json_key(j, "text");
    json_string(j, nb_view_sub(analysis->text, f->span.start, f->span.end));
    write_related(j, &analysis->lines, f);
    write_fixes(j, &analysis->lines, f);
    (void)snprintf(print, sizeof print, "%016" PRIx64, f->fingerprint);
    json_key(j, "fingerprint");
    json_text(j, print);
    json_close(j, '}');
}

static void write_verdict(json *j, const nb_verdict *v)
{
    static const char *const states[] = {"holds", "fails", "unjudged"};
    char figure[32];
    json_open(j, '{');
    json_key(j, "table");
    json_text(j, nb_table_key_name(v->table->key));
    json_key(j, "identity");
    json_text(j, v->identity->key);
    json_key(j, v->identity->axis == NB_AXIS_ROWS ? "column" : "row");
    json_text(j, cli_verdict_key(v));
    json_key(j, "state");
    json_text(j, states[v->state]);
    if (v->state == NB_VERDICT_UNJUDGED) {
        json_key(j, "reason");
        json_string(j, v->reason);
    } else {
        json_key(j, "left");
        json_string(j, (nb_view){figure, nb_figure_format(v->left_micro, 0, figure)});
        json_key(j, "right");
        json_string(j, (nb_view){figure, nb_figure_format(v->right_micro, 0, figure)});
    }
    json_close(j, '}');
}

static void write_checked(json *j, const cli_style *style, const nb_analysis *analysis)
{
    const nb_report *report = analysis->report;
    json_key(j, "status");
    json_text(j, "checked");
    json_key(j, "error");
    json_null(j);
    json_key(j, "year");
    if (report->year)
        json_int(j, report->year);
    else
        json_null(j);
    json_key(j, "format");
    json_text(j, report->form ? report->form->name : NULL);
    json_key(j, "diagnostics");
    json_open(j, '[');
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        write_finding(j, analysis, &analysis->findings[i]);
    json_close(j, ']');
    if (!style->options->verdicts)
        return;
    json_key(j, "verdicts");
    json_open(j, '[');
    for (uint32_t i = 0; i < analysis->verdict_count; i++)
        write_verdict(j, &analysis->verdicts[i]);
    json_close(j, ']');
}

static void write_failed(json *j, nb_view error)
{
    json_key(j, "status");
    json_text(j, "failed");
    json_key(j, "error");
    json_string(j, error);
    json_key(j, "year");
    json_null(j);
    json_key(j, "format");
    json_null(j);
    json_key(j, "diagnostics");
    json_open(j, '[');
    json_close(j, ']');
}

static void json_file(nb_buf *out, const cli_style *style, const cli_result *result)
{
    json j = {.out = out};
    json_open(&j, '{');
    json_key(&j, "path");
    json_text(&j, result->path);
    if (result->analysis)
        write_checked(&j, style, result->analysis);
    else
        write_failed(&j, result->error);
    json_close(&j, '}');
}

static void jsonl_file(nb_buf *out, const cli_style *style, const cli_result *result)
{
    json_file(out, style, result);
    nb_buf_add_char(out, '\n');
}

static void json_begin(nb_buf *out, const cli_style *style)
{
    (void)style;
    nb_buf_add_str(out, "{\"version\":1,\"files\":[");
}

static void json_end(nb_buf *out, const cli_style *style, const cli_totals *totals)
{
    (void)style;
    (void)totals;
    nb_buf_add_str(out, "]}\n");
}

const cli_output cli_output_json = {json_begin, json_file, ",", json_end};
const cli_output cli_output_jsonl = {NULL, jsonl_file, "", NULL};
