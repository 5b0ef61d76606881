#include <string.h>

#include "read_text.h"

/*
 * One consistent report a form in every dialect, of the material that is kept beside the project;
 * skipped where it is absent. Every table must be found; every cell assigned, but for figures that
 * nothing parts.
 */

#define FOLDER NB_SOURCE_DIR "/../shared/corpus/dialects/"

static const char *const dialects[][2] = {
    {"html-table", ".html"},    {"html-word", ".html"},  {"markdown", ".md"},
    {"para-cells", ".txt"},     {"pdf-layout", ".txt"},  {"pipe-multi-line", ".txt"},
    {"pipe-one-line", ".txt"},  {"plain-glued", ".txt"}, {"plain-spaced", ".txt"},
    {"tika-tab-cells", ".txt"}, {"tsv", ".txt"},
};

static nb_source_kind kind_of(const char *extension)
{
    return strcmp(extension, ".md") == 0     ? NB_SOURCE_MARKDOWN
           : strcmp(extension, ".html") == 0 ? NB_SOURCE_HTML
                                             : NB_SOURCE_TEXT;
}

/* Rows that the reports of this corpus leave out of the form of 2014. */
static bool may_be_absent(const nb_table *table, const nb_form_row *row)
{
    return table->key == NB_TABLE_STATISTICS &&
           (strcmp(row->key, "received_other") == 0 || strncmp(row->key, "complaint_", 10) == 0 ||
            strncmp(row->key, "delivered", 9) == 0);
}

static void assert_read(const reading *r, const nb_table *table, bool is_glued)
{
    assert_int_equal(table->is_assigned, !is_glued);
    assert_int_equal(table->extra_count, 0);
    if (is_glued) {
        assert_string_equal(table->reason, "glued");
        return;
    }
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_table_block *block = &table->blocks[b];
        for (uint32_t i = 0; i < block->form->row_count; i++) {
            const nb_row *row = &block->rows[i];
            if (block->form->rows[i].kind == NB_VALUE_NONE)
                continue;
            if (!row->is_present) {
                assert_true(may_be_absent(table, &block->form->rows[i]));
                continue;
            }
            for (uint32_t c = 0; c < block->form->column_count; c++) {
                const nb_cell *cell = &row->cells[c];
                assert_int_equal(cell->state, NB_CELL_VALUE);
                char first = r->text.ptr[cell->span.start];
                assert_int_equal(first, cell->raw.text.ptr[0]);
            }
        }
    }
}

static void every_dialect_is_read(void **state)
{
    (void)state;
    static const int years[] = {2014, 2019, 2021};
    uint32_t files = 0;
    for (size_t d = 0; d < sizeof dialects / sizeof dialects[0]; d++)
        for (size_t y = 0; y < 3; y++) {
            char path[512];
            snprintf(path, sizeof path, FOLDER "%s-%d%s", dialects[d][0], years[y], dialects[d][1]);
            nb_buf text = {0};
            if (!read_whole_file(path, &text))
                continue;
            files++;
            reading r;
            read_view(&r, nb_buf_view(&text), kind_of(dialects[d][1]));
            bool is_glued = strcmp(dialects[d][0], "plain-glued") == 0;
            if (r.report->table_count != (years[y] == 2014 ? 1 : 3))
                print_error("%s\n", path);
            assert_int_equal(r.report->table_count, years[y] == 2014 ? 1 : 3);
            assert_string_equal(nb_form_name(r.report->form_used), years[y] == 2014   ? "2014"
                                                                   : years[y] == 2019 ? "2019"
                                                                                      : "2021");
            for (uint32_t t = 0; t < r.report->table_count; t++)
                assert_read(&r, &r.report->tables[t], is_glued);
            read_done(&r);
            nb_buf_release(&text);
        }
    if (files == 0) {
        print_message("no corpus beside the project\n");
        skip();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_dialect_is_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
