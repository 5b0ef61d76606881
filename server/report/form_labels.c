#include "report/tables.h"

nb_table_areas nb_tables_find(nb_arena *arena, const nb_markup *markup)
{
    (void)arena;
    (void)markup;
    return (nb_table_areas){0};
}

const nb_table_area *nb_table_area_at(const nb_table_areas *areas, uint32_t offset)
{
    uint32_t low = 0, high = areas->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (areas->items[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < areas->count && areas->items[low].span.start <= offset)
        return &areas->items[low];
    return NULL;
}

void nb_tables_read(nb_arena *arena, nb_report *report)
{
    (void)arena;
    (void)report;
}

nb_form_id nb_tables_form_used(const nb_report *report)
{
    (void)report;
    return NB_FORM_NONE;
}
