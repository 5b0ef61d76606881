#include <string.h>

#include "read_text.h"

/* One report a form, written in nine dialects (tests/reports): the same cells in each. */

static const char *const names[] = {"markdown.md",    "html.html",    "tab-cells.txt",
                                    "tsv.txt",        "bar-rows.txt", "spaced.txt",
                                    "para-cells.txt", "columns.txt",  "bar-cells.txt"};

static void read_named(reading *r, const char *form, const char *name)
{
    char path[512];
    nb_buf text = {0};
    snprintf(path, sizeof path, NB_SOURCE_DIR "/tests/reports/%s/%s", form, name);
    assert_true(read_whole_file(path, &text));
    nb_source_kind kind = strstr(name, ".md")     ? NB_SOURCE_MARKDOWN
                          : strstr(name, ".html") ? NB_SOURCE_HTML
                                                  : NB_SOURCE_TEXT;
    read_view(r, nb_buf_view(&text), kind);
    nb_buf_release(&text);
}

static void assert_same_block(const reading *r, const nb_table_block *a, const nb_table_block *b)
{
    assert_ptr_equal(a->form, b->form);
    for (uint32_t i = 0; i < a->form->row_count; i++) {
        assert_true(b->rows[i].is_present);
        assert_int_equal(b->rows[i].doubt, NB_ROW_SURE);
        for (uint32_t c = 0; c < a->form->column_count; c++) {
            const nb_cell *x = &a->rows[i].cells[c], *y = &b->rows[i].cells[c];
            if (a->form->rows[i].kind == NB_VALUE_NONE)
                continue;
            assert_int_equal(y->state, NB_CELL_VALUE);
            assert_int_equal(x->figure.micro, y->figure.micro);
            assert_view_at(nb_view_sub(r->text, y->span.start, y->span.end), y->raw.text, __FILE__,
                           __LINE__);
        }
    }
}

static void dialects_agree(const char *form)
{
    reading first;
    read_named(&first, form, names[0]);
    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
        reading r;
        read_named(&r, form, names[n]);
        assert_int_equal(r.report->table_count, first.report->table_count);
        assert_string_equal(nb_form_name(r.report->form_used), form);
        for (uint32_t t = 0; t < r.report->table_count; t++) {
            const nb_table *a = &first.report->tables[t], *b = &r.report->tables[t];
            assert_int_equal(a->key, b->key);
            assert_true(b->is_assigned);
            assert_int_equal(b->extra_count, 0);
            for (uint32_t i = 0; i < a->block_count; i++)
                assert_same_block(&r, &a->blocks[i], &b->blocks[i]);
        }
        read_done(&r);
    }
    read_done(&first);
}

static void of_2014(void **state)
{
    (void)state;
    dialects_agree("2014");
}

static void of_2019(void **state)
{
    (void)state;
    dialects_agree("2019");
}

static void of_2021(void **state)
{
    (void)state;
    dialects_agree("2021");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_2014),
        cmocka_unit_test(of_2019),
        cmocka_unit_test(of_2021),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
