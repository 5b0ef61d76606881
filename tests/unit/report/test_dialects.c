/*
 * One report of each form, written in every dialect, gives the identical model: every figure of
 * every table in its place, the same sections and the same period. Every cell has a figure of
 * its own, so that a figure in the wrong place is noticed.
 */
#include "cmocka_nb.h"

#include <inttypes.h>
#include <stdio.h>

#include "nb/report/skeleton.h"

static const nb_dialect dialects[] = {
    NB_DIALECT_TAB_CELLS,  NB_DIALECT_TSV,      NB_DIALECT_BAR_ROWS,
    NB_DIALECT_BAR_CELLS,  NB_DIALECT_MARKDOWN, NB_DIALECT_HTML,
    NB_DIALECT_PARA_CELLS, NB_DIALECT_COLUMNS,  NB_DIALECT_SPACED,
};
#define DIALECT_COUNT (sizeof dialects / sizeof dialects[0])

/* Figures below it: 9973 makes all of a table differ, 3 makes many of them 0. */
static int64_t modulus = 9973;

static int64_t figure_of(const nb_form_block *block, uint32_t row, uint32_t column)
{
    uint32_t place = (row * block->column_count + column) * 7;
    uint32_t salt = block->title ? (uint32_t)(nb_view_hash(nb_view_of(block->title)) % 5000) : 0;
    return (int64_t)(place + salt) % modulus;
}

static nb_view value(void *data, const nb_form_block *block, uint32_t row, uint32_t column)
{
    nb_arena *arena = data;
    int64_t figure = figure_of(block, row, column);
    bool is_amount =
        block->columns[column].kind == NB_VALUE_AMOUNT || block->rows[row].kind == NB_VALUE_AMOUNT;
    return nb_arena_printf(arena, is_amount ? "%" PRId64 ".25" : "%" PRId64, figure);
}

static int64_t expected_micro(const nb_form_block *block, uint32_t row, uint32_t column)
{
    bool is_amount =
        block->columns[column].kind == NB_VALUE_AMOUNT || block->rows[row].kind == NB_VALUE_AMOUNT;
    return figure_of(block, row, column) * NB_FIGURE_ONE + (is_amount ? NB_FIGURE_ONE / 4 : 0);
}

static nb_source_kind kind_of(nb_dialect dialect)
{
    return dialect == NB_DIALECT_MARKDOWN ? NB_SOURCE_MARKDOWN
           : dialect == NB_DIALECT_HTML   ? NB_SOURCE_HTML
                                          : NB_SOURCE_TEXT;
}

static const nb_report *read(nb_arena *arena, nb_view text, nb_source_kind kind)
{
    nb_markup *markup = NB_NEW(arena, nb_markup);
    nb_lines *lines = NB_NEW(arena, nb_lines);
    *markup = nb_markup_parse(arena, text, kind);
    *lines = nb_lines_index(arena, text);
    return nb_report_read(arena, markup, lines, NULL).items[0];
}

static uint32_t check_cell(const nb_table *table, uint32_t b, uint32_t r, uint32_t c,
                           const char *where)
{
    const nb_form_block *block = &table->form->blocks[b];
    const nb_row *row = &table->blocks[b].rows[r];
    int64_t wanted = expected_micro(block, r, c);
    const nb_cell *cell = row->is_present ? &row->cells[c] : NULL;
    if (cell && cell->state == NB_CELL_VALUE && cell->figure.micro == wanted &&
        row->doubt == NB_ROW_SURE)
        return 0;
    print_error("%s: %s/%s: state %d, doubt %d, %" PRId64 ", wanted %" PRId64 "\n", where,
                block->rows[r].key, block->columns[c].key, cell ? (int)cell->state : -1,
                (int)row->doubt, cell ? cell->figure.micro : 0, wanted);
    return 1;
}

static uint32_t check_table(const nb_report *report, const nb_form_table *form, const char *where)
{
    const nb_table *table = nb_report_table(report, form->key);
    uint32_t faults = 0;
    if (!table || table->form != form || !table->is_assigned) {
        print_error("%s: table %s %s\n", where, nb_table_key_name(form->key),
                    !table                ? "is not there"
                    : table->form != form ? "is of another form"
                                          : table->reason);
        return 1;
    }
    for (uint32_t b = 0; b < form->block_count; b++)
        for (uint32_t r = 0; r < form->blocks[b].row_count; r++)
            for (uint32_t c = 0; c < form->blocks[b].column_count; c++)
                if (form->blocks[b].rows[r].kind != NB_VALUE_NONE)
                    faults += check_cell(table, b, r, c, where);
    return faults;
}

static uint32_t check_report(const nb_report *report, const nb_form *form, int year,
                             nb_dialect dialect)
{
    char where[64];
    uint32_t faults = 0;
    (void)snprintf(where, sizeof where, "%s %s", form->name, nb_dialect_name(dialect));
    for (uint32_t i = 0; i < form->section_count; i++)
        if (!nb_report_section(report, form->sections[i].key)) {
            print_error("%s: no section %s\n", where, nb_section_key_name(form->sections[i].key));
            faults++;
        }
    if (report->section_count != form->section_count || report->year != year ||
        report->form_required != form->id || report->period_count != 1) {
        print_error("%s: %u sections, year %d, %u periods\n", where, report->section_count,
                    report->year, report->period_count);
        faults++;
    }
    for (uint32_t i = 0; i < form->table_count; i++)
        faults += check_table(report, &form->tables[i], where);
    return faults;
}

static void every_dialect_gives_the_model(void **state)
{
    modulus = *(const int *)*state;
    static const int years[] = {2010, 2016, 2020, 2024};
    uint32_t faults = 0;
    for (size_t y = 0; y < sizeof years / sizeof years[0]; y++)
        for (size_t d = 0; d < DIALECT_COUNT; d++) {
            nb_arena *arena = nb_arena_new();
            const nb_form *form = nb_form_get(nb_form_of_year(years[y]));
            nb_skeleton_style style = nb_skeleton_style_plain(dialects[d]);
            nb_skeleton_values values = {.value = value, .data = arena};
            nb_view text =
                nb_skeleton_report(arena, form, years[y], NB_V("示例县样例局"), &style, &values);
            faults +=
                check_report(read(arena, text, kind_of(dialects[d])), form, years[y], dialects[d]);
            nb_arena_free(arena);
        }
    assert_int_equal(faults, 0);
}

static void a_section_is_written_in_the_style_of_its_document(void **state)
{
    (void)state;
    for (size_t d = 0; d < DIALECT_COUNT; d++) {
        nb_arena *arena = nb_arena_new();
        const nb_form *form = nb_form_get(NB_FORM_2021);
        nb_skeleton_style plain = nb_skeleton_style_plain(dialects[d]);
        nb_skeleton_values values = {.value = value, .data = arena};
        nb_view text = nb_skeleton_report(arena, form, 2024, NB_V("示例县样例局"), &plain, &values);
        const nb_report *report = read(arena, text, kind_of(dialects[d]));
        nb_skeleton_style style = nb_skeleton_style_of(arena, report);
        assert_int_equal(style.dialect, dialects[d]);
        nb_view wanted = nb_skeleton_section(arena, form, NB_SECTION_REVIEW, 4, &plain, &values);
        nb_view got = nb_skeleton_section(arena, form, NB_SECTION_REVIEW, 4, &style, &values);
        assert_view_at(got, wanted, nb_dialect_name(dialects[d]), (int)d);
        nb_arena_free(arena);
    }
}

int main(void)
{
    static int many = 9973;
    static int few = 3;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(every_dialect_gives_the_model, &many),
        cmocka_unit_test_prestate(every_dialect_gives_the_model, &few),
        cmocka_unit_test(a_section_is_written_in_the_style_of_its_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
