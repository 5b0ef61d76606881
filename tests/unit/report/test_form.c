#include <string.h>

#include "cmocka_nb.h"
#include "nb/report/form.h"

/* Every form is well formed: what one line of data says, another must not contradict. */

static const nb_form *form_at(int id)
{
    const nb_form *form = nb_form_get((nb_form_id)id);
    assert_non_null(form);
    assert_int_equal(form->id, id);
    return form;
}

static void keys_are_unique(const nb_form_block *block)
{
    for (uint32_t i = 0; i < block->row_count; i++) {
        assert_non_null(block->rows[i].label);
        assert_int_equal(nb_form_row_index(block, block->rows[i].key), i);
    }
    for (uint32_t i = 0; i < block->column_count; i++) {
        assert_true(block->columns[i].label[0] != '\0');
        assert_int_equal(nb_form_column_index(block, block->columns[i].key), i);
    }
}

static void labels_are_unique_in_their_group(const nb_form_block *block)
{
    for (uint32_t i = 0; i < block->row_count; i++)
        for (uint32_t k = 0; k < i; k++) {
            const nb_form_row *a = &block->rows[i], *b = &block->rows[k];
            const char *ga = a->group ? a->group : "", *gb = b->group ? b->group : "";
            assert_false(strcmp(a->label, b->label) == 0 && strcmp(ga, gb) == 0);
        }
}

static bool has_key(const nb_form_block *block, nb_identity_axis axis, const char *key)
{
    return (axis == NB_AXIS_ROWS ? nb_form_row_index(block, key)
                                 : nb_form_column_index(block, key)) != NB_VIEW_NONE;
}

static void identity_fits(const nb_form_table *table, const nb_identity *identity)
{
    uint32_t blocks = 0;
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_form_block *block = &table->blocks[b];
        if (identity->block && (!block->title || strcmp(block->title, identity->block) != 0))
            continue;
        blocks++;
        for (uint32_t i = 0; identity->left[i]; i++)
            assert_true(has_key(block, identity->axis, identity->left[i]));
        for (uint32_t i = 0; identity->right[i]; i++)
            assert_true(has_key(block, identity->axis, identity->right[i]));
        assert_true(!identity->total || has_key(block, identity->axis, identity->total));
    }
    assert_true(blocks >= 1);
    assert_non_null(identity->right[0]);
    assert_true(identity->relation_number > 0 && identity->says.zh && identity->says.en);
}

static void tables_are_well_formed(void **state)
{
    (void)state;
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++) {
        const nb_form *form = form_at(id);
        for (uint32_t t = 0; t < form->table_count; t++) {
            const nb_form_table *table = &form->tables[t];
            assert_ptr_equal(nb_form_table_of(form, table->key), table);
            assert_true(table->block_count > 0);
            for (uint32_t b = 0; b < table->block_count; b++) {
                keys_are_unique(&table->blocks[b]);
                labels_are_unique_in_their_group(&table->blocks[b]);
            }
            for (uint32_t i = 0; i < table->identity_count; i++) {
                identity_fits(table, &table->identities[i]);
                for (uint32_t k = 0; k < i; k++)
                    assert_string_not_equal(table->identities[i].key, table->identities[k].key);
            }
        }
    }
}

static void sections_are_well_formed(void **state)
{
    (void)state;
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++) {
        const nb_form *form = form_at(id);
        for (uint32_t i = 0; i < form->section_count; i++) {
            const nb_form_section *section = &form->sections[i];
            assert_ptr_equal(nb_form_section_of(form, section->key), section);
            assert_int_equal(section->number, form->has_fixed_titles ? (int)i + 1 : 0);
            assert_true(section->title && section->variants && section->unofficial);
            assert_true(section->content.zh && section->content.en && section->basis);
        }
    }
}

static void years_choose_the_form(void **state)
{
    (void)state;
    static const struct {
        int year;
        nb_form_id form;
    } cases[] = {
        {2007, NB_FORM_NONE}, {2008, NB_FORM_2008}, {2013, NB_FORM_2008},
        {2014, NB_FORM_2014}, {2018, NB_FORM_2014}, {2019, NB_FORM_2019},
        {2020, NB_FORM_2019}, {2021, NB_FORM_2021}, {2099, NB_FORM_2021},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(nb_form_of_year(cases[i].year), cases[i].form);
    assert_null(nb_form_get(NB_FORM_NONE));
    assert_null(nb_form_name(NB_FORM_NONE));
    assert_string_equal(nb_form_name(NB_FORM_2021), "2021");
}

/* The counts that the decrees' annexes have. */
static void tables_have_the_official_size(void **state)
{
    (void)state;
    const nb_form *of2019 = form_at(NB_FORM_2019), *of2021 = form_at(NB_FORM_2021);
    assert_int_equal(nb_form_table_of(of2019, NB_TABLE_REQUESTS)->blocks[0].row_count, 23);
    assert_int_equal(nb_form_table_of(of2021, NB_TABLE_REQUESTS)->blocks[0].row_count, 25);
    assert_int_equal(nb_form_table_of(of2019, NB_TABLE_DISCLOSURE)->block_count, 5);
    assert_int_equal(nb_form_table_of(of2021, NB_TABLE_DISCLOSURE)->block_count, 4);
    assert_int_equal(nb_form_table_of(of2021, NB_TABLE_REVIEW)->blocks[0].column_count, 15);
    const nb_form_table *statistics = nb_form_table_of(form_at(NB_FORM_2014), NB_TABLE_STATISTICS);
    assert_int_equal(statistics->blocks[0].row_count, 72);
    assert_null(nb_form_table_of(form_at(NB_FORM_2008), NB_TABLE_STATISTICS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_well_formed),
        cmocka_unit_test(sections_are_well_formed),
        cmocka_unit_test(years_choose_the_form),
        cmocka_unit_test(tables_have_the_official_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
