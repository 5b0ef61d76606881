#include <string.h>

#include "report/forms/data.h"

static const nb_form *const forms[NB_FORM_COUNT] = {
#define FORM(year) [NB_FORM_##year] = &nb_form_##year,
#include "report/forms/forms.def"
#undef FORM
};

static const char *const section_names[NB_SECTION_COUNT] = {
    [NB_SECTION_NONE] = "none",
    [NB_SECTION_OVERVIEW] = "overview",
    [NB_SECTION_DISCLOSURE] = "disclosure",
    [NB_SECTION_REQUESTS] = "requests",
    [NB_SECTION_FEES] = "fees",
    [NB_SECTION_REVIEW] = "review",
    [NB_SECTION_PROBLEMS] = "problems",
    [NB_SECTION_OTHER] = "other",
};

static const char *const table_names[NB_TABLE_COUNT] = {
    [NB_TABLE_NONE] = "none",
    [NB_TABLE_DISCLOSURE] = "disclosure",
    [NB_TABLE_REQUESTS] = "requests",
    [NB_TABLE_REVIEW] = "review",
    [NB_TABLE_STATISTICS] = "statistics",
    [NB_TABLE_OTHER] = "other",
};

const char *nb_section_key_name(nb_section_key key)
{
    return section_names[key];
}

const char *nb_table_key_name(nb_table_key key)
{
    return table_names[key];
}

const nb_form *nb_form_get(nb_form_id id)
{
    return forms[id];
}

nb_form_id nb_form_of_year(int year)
{
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++)
        if (year >= forms[id]->first_year && year <= forms[id]->last_year)
            return (nb_form_id)id;
    return NB_FORM_NONE;
}

const char *nb_form_name(nb_form_id id)
{
    return forms[id] ? forms[id]->name : NULL;
}

const nb_form_table *nb_form_table_of(const nb_form *form, nb_table_key key)
{
    for (uint32_t i = 0; form && i < form->table_count; i++)
        if (form->tables[i].key == key)
            return &form->tables[i];
    return NULL;
}

const nb_form_section *nb_form_section_of(const nb_form *form, nb_section_key key)
{
    for (uint32_t i = 0; form && i < form->section_count; i++)
        if (form->sections[i].key == key)
            return &form->sections[i];
    return NULL;
}

/* The forms' own keys are mostly the very same literals; only those of others are compared. */
uint32_t nb_form_row_index(const nb_form_block *block, const char *key)
{
    for (uint32_t i = 0; i < block->row_count; i++)
        if (block->rows[i].key == key)
            return i;
    for (uint32_t i = 0; i < block->row_count; i++)
        if (strcmp(block->rows[i].key, key) == 0)
            return i;
    return NB_VIEW_NONE;
}

uint32_t nb_form_column_index(const nb_form_block *block, const char *key)
{
    for (uint32_t i = 0; i < block->column_count; i++)
        if (block->columns[i].key == key)
            return i;
    for (uint32_t i = 0; i < block->column_count; i++)
        if (strcmp(block->columns[i].key, key) == 0)
            return i;
    return NB_VIEW_NONE;
}
