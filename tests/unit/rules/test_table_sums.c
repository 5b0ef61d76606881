#include <stdio.h>
#include <string.h>

#include "cmocka_nb.h"
#include "nb/base/buf.h"
#include "nb/rules/rule.h"

/*
 * In the consistent reports of tests/reports, each figure of tables 三 and 四 made wrong, one at a
 * time: one finding of the sums, at that cell in table 三, and its first fix gives back the text as
 * it was (of table 四 and the statistics form if the wrong figure was a total).
 */

typedef struct text_file {
    nb_buf text;
    nb_source_kind kind;
} text_file;

static void load(text_file *file, const char *form, const char *name)
{
    char path[512], bytes[4096];
    snprintf(path, sizeof path, NB_SOURCE_DIR "/tests/reports/%s/%s", form, name);
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, in)) > 0;)
        nb_buf_add(&file->text, bytes, got);
    fclose(in);
    file->kind = strstr(name, ".md")     ? NB_SOURCE_MARKDOWN
                 : strstr(name, ".html") ? NB_SOURCE_HTML
                                         : NB_SOURCE_TEXT;
}

typedef struct outcome {
    nb_lines lines;
    nb_markup markup;
    const nb_report *report;
    nb_findings findings;
    const nb_finding *sum; /* the only one of the sums, NULL: none */
    uint32_t sums;
} outcome;

static void run(nb_arena *arena, nb_view text, nb_source_kind kind, outcome *out)
{
    out->lines = nb_lines_index(arena, text);
    out->markup = nb_markup_parse(arena, text, kind);
    out->report = nb_report_read(arena, &out->markup, &out->lines, NULL).items[0];
    out->findings = nb_rules_run(arena, out->report, NULL);
    out->sum = NULL;
    out->sums = 0;
    for (uint32_t i = 0; i < out->findings.count; i++) {
        const char *code = out->findings.items[i].rule->code;
        if (strcmp(code, "T101") >= 0 && strcmp(code, "T105") <= 0) {
            out->sum = &out->findings.items[i];
            out->sums++;
        }
    }
}

static bool is_total_column(const nb_form_block *block, uint32_t column)
{
    return strstr(block->columns[column].key, "total") != NULL;
}

/* Plants one digit more into the cell at span and looks at what is found. */
static void plant(nb_arena *arena, const text_file *file, nb_span span, bool is_located)
{
    nb_buf wrong = {0};
    nb_view text = nb_buf_view(&file->text);
    nb_buf_add_view(&wrong, text);
    nb_buf_splice(&wrong, span.start, span.start, NB_V("7"));
    outcome out;
    run(arena, nb_buf_view(&wrong), file->kind, &out);
    assert_int_equal(out.sums, 1);
    assert_int_equal(out.sum->severity, NB_SEVERITY_ERROR);
    if (is_located) {
        assert_int_equal(out.sum->span.start, span.start);
        assert_true(out.sum->fix_count > 0);
        const nb_fix *fix = &out.sum->fixes[0];
        assert_int_equal(fix->edit_count, 1);
        nb_buf_splice(&wrong, fix->edits[0].span.start, fix->edits[0].span.end,
                      fix->edits[0].new_text);
        assert_true(nb_view_eq(nb_buf_view(&wrong), text));
    }
    nb_buf_release(&wrong);
}

static void every_cell(const char *form, const char *name)
{
    text_file file = {0};
    load(&file, form, name);
    nb_arena *arena = nb_arena_new(), *scratch = nb_arena_new();
    outcome out;
    run(arena, nb_buf_view(&file.text), file.kind, &out);
    assert_int_equal(out.sums, 0);
    uint32_t planted = 0;
    for (uint32_t t = 0; t < out.report->table_count; t++) {
        const nb_table *table = &out.report->tables[t];
        const nb_table_block *block = &table->blocks[0];
        if (table->key != NB_TABLE_REQUESTS && table->key != NB_TABLE_REVIEW)
            continue;
        for (uint32_t r = 0; r < block->form->row_count; r++)
            for (uint32_t c = 0; c < block->form->column_count; c++) {
                bool is_located =
                    table->key == NB_TABLE_REQUESTS || is_total_column(block->form, c);
                /* In HTML a figure may be "06"; everywhere 7 before it changes its value. */
                plant(scratch, &file, block->rows[r].cells[c].span, is_located);
                nb_arena_reset(scratch, 1u << 22);
                planted++;
            }
    }
    assert_true(planted > 170);
    nb_arena_free(arena);
    nb_arena_free(scratch);
    nb_buf_release(&file.text);
}

static void of_2021_in_tab_cells(void **state)
{
    (void)state;
    every_cell("2021", "tab-cells.txt");
}

static void of_2021_in_html(void **state)
{
    (void)state;
    every_cell("2021", "html.html");
}

static void of_2019_in_columns(void **state)
{
    (void)state;
    every_cell("2019", "columns.txt");
}

static void of_2019_in_bars(void **state)
{
    (void)state;
    every_cell("2019", "bar-rows.txt");
}

/* Totals of the statistics form that only one sum speaks of. */
static void of_2014(void **state)
{
    (void)state;
    static const char *const totals[] = {"received",  "review",    "suit",
                                         "complaint", "delivered", "staff"};
    text_file file = {0};
    load(&file, "2014", "tsv.txt");
    nb_arena *arena = nb_arena_new(), *scratch = nb_arena_new();
    outcome out;
    run(arena, nb_buf_view(&file.text), file.kind, &out);
    assert_int_equal(out.sums, 0);
    for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++) {
        const nb_cell *cell = nb_table_cell(&out.report->tables[0], totals[i], "value");
        nb_buf wrong = {0};
        nb_buf_add_view(&wrong, nb_buf_view(&file.text));
        nb_buf_splice(&wrong, cell->span.start, cell->span.start, NB_V("7"));
        outcome after;
        run(scratch, nb_buf_view(&wrong), file.kind, &after);
        assert_int_equal(after.sums, 1);
        assert_int_equal(after.sum->span.start, cell->span.start);
        nb_buf_release(&wrong);
        nb_arena_reset(scratch, 1u << 22);
    }
    nb_arena_free(arena);
    nb_arena_free(scratch);
    nb_buf_release(&file.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_2021_in_tab_cells),
        cmocka_unit_test(of_2021_in_html),
        cmocka_unit_test(of_2019_in_columns),
        cmocka_unit_test(of_2019_in_bars),
        cmocka_unit_test(of_2014),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
