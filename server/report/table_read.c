#include <string.h>

#include "report/table_build.h"
#include "report/tables.h"

/* A report has three tables. What comes behind so many is taken for rows of the last one, which
 * then are there twice and said nothing of: each table has a cell for all that its form asks. */
#define FORM_TABLES_MAX 64u

/* Lines that make one table of the report. */
typedef struct instance {
    nb_table_key key;
    NB_VEC(uint32_t) lines; /* indices into the areas' lines */
    bool has_first_row;     /* the row that no table has twice */
    bool has_values;
    bool has_full_row; /* review: fifteen figures were read */
    nb_span span;
    nb_form_id form;
} instance;

typedef NB_VEC(instance) instance_vec;

typedef struct reader {
    nb_arena *arena;
    nb_reading *reading;
    nb_report *report;
    const nb_table_line *lines;
    uint32_t first;
    uint32_t end;
    instance_vec instances;
    uint32_t form_tables;          /* instances that are tables of a form */
    uint32_t open[NB_TABLE_COUNT]; /* instance of each table that further lines go to, or NONE */
} reader;

static instance *open_instance(reader *r, nb_table_key key)
{
    *nb_vec_push(r->arena, &r->instances) = (instance){.key = key};
    r->open[key] = r->instances.len - 1;
    return &r->instances.items[r->open[key]];
}

static void add_line(reader *r, uint32_t index)
{
    const nb_table_line *line = &r->lines[index];
    nb_table_line_facts facts = line->facts;
    nb_table_key key = facts.table;
    instance *in = r->open[key] == NB_VIEW_NONE ? NULL : &r->instances.items[r->open[key]];
    if (key == NB_TABLE_OTHER) {
        bool is_same = in && r->lines[in->lines.items[0]].grid == line->grid;
        if (!is_same)
            in = open_instance(r, key);
    } else {
        bool is_next = (facts.is_first_row && in && in->has_first_row) ||
                       (key == NB_TABLE_REVIEW && facts.has_column_label && in && in->has_full_row);
        if (!in || (is_next && r->form_tables++ < FORM_TABLES_MAX))
            in = open_instance(r, key);
    }
    nb_span span = line->grid ? line->grid->span : line->span;
    in->span = in->lines.len ? nb_span_union(in->span, span) : span;
    *nb_vec_push(r->arena, &in->lines) = index;
    in->has_first_row |= facts.is_first_row;
    in->has_values |= facts.figures > 0;
    in->has_full_row |= facts.figures > 10;
}

static void split_lines(reader *r)
{
    for (int key = 0; key < NB_TABLE_COUNT; key++)
        r->open[key] = NB_VIEW_NONE;
    for (uint32_t i = r->first; i < r->end; i++)
        add_line(r, i);
}

/* The form that another table of the report shows, the year requires, or the one in force. */
static nb_form_id fallback_form(const reader *r, nb_table_key key)
{
    for (uint32_t i = 0; i < r->instances.len; i++) {
        nb_form_id id = r->instances.items[i].form;
        if (id != NB_FORM_NONE && nb_form_table_of(nb_form_get(id), key))
            return id;
    }
    nb_form_id id = nb_form_of_year(r->report->year);
    if (id != NB_FORM_NONE && nb_form_table_of(nb_form_get(id), key))
        return id;
    for (int last = NB_FORM_COUNT - 1; last > NB_FORM_NONE; last--)
        if (nb_form_table_of(nb_form_get((nb_form_id)last), key))
            return (nb_form_id)last;
    return NB_FORM_NONE;
}

static void choose_forms(reader *r)
{
    for (uint32_t i = 0; i < r->instances.len; i++) {
        instance *in = &r->instances.items[i];
        if (in->key != NB_TABLE_OTHER)
            in->form = nb_table_form_by_labels(in->key, r->lines, in->lines.items, in->lines.len);
    }
    nb_form_id decided[NB_TABLE_COUNT];
    for (int key = 0; key < NB_TABLE_COUNT; key++)
        decided[key] = fallback_form(r, (nb_table_key)key);
    for (uint32_t i = 0; i < r->instances.len; i++) {
        instance *in = &r->instances.items[i];
        if (in->key != NB_TABLE_OTHER && in->form == NB_FORM_NONE)
            in->form = decided[in->key];
    }
}

static nb_section_key section_at(const nb_report *report, uint32_t offset)
{
    for (uint32_t i = report->section_count; i > 0; i--) {
        const nb_section *section = &report->sections[i - 1];
        if (section->span.start <= offset)
            return offset < section->span.end ? section->key : NB_SECTION_NONE;
    }
    return NB_SECTION_NONE;
}

/* The way most of the figures are written. */
static nb_dialect dialect_of(const reader *r, const instance *in)
{
    uint32_t counts[NB_DIALECT_COUNT] = {0};
    nb_dialect best = NB_DIALECT_NONE;
    for (uint32_t i = 0; i < in->lines.len; i++) {
        nb_dialect dialect = r->lines[in->lines.items[i]].dialect;
        if (++counts[dialect] > counts[best] || best == NB_DIALECT_NONE)
            best = dialect;
    }
    return best;
}

static const nb_grid *only_grid(const reader *r, const instance *in)
{
    const nb_grid *grid = r->lines[in->lines.items[0]].grid;
    for (uint32_t i = 1; i < in->lines.len; i++)
        if (r->lines[in->lines.items[i]].grid != grid)
            return NULL;
    return grid;
}

static void build_table(const reader *r, const instance *in, nb_table *table)
{
    table->key = in->key;
    table->form_id = in->form;
    table->form = nb_form_table_of(nb_form_get(in->form), in->key);
    table->dialect = dialect_of(r, in);
    table->span = in->span;
    table->section = section_at(r->report, in->span.start);
    table->grid = only_grid(r, in);
    const uint32_t *lines = in->lines.items;
    if (!table->form || nb_table_take_over(r->arena, r->reading, table, lines, in->lines.len))
        return;
    for (uint32_t i = 0; i < in->lines.len; i++)
        if (!r->lines[lines[i]].tokens)
            nb_table_tokens_read(r->arena, r->reading, &r->lines[lines[i]]);
    nb_table_fill(r->arena, table, r->lines, lines, in->lines.len);
}

static bool has_rows(const nb_table *table)
{
    for (uint32_t b = 0; b < table->block_count; b++)
        for (uint32_t i = 0; i < table->blocks[b].form->row_count; i++)
            if (table->blocks[b].rows[i].is_present)
                return true;
    return false;
}

void nb_tables_read(nb_arena *arena, nb_reading *reading, nb_report *report)
{
    const nb_table_areas *areas = &report->table_areas;
    reader r = {.arena = arena, .reading = reading, .report = report, .lines = areas->lines};
    r.first = nb_table_line_at(areas, report->first_block);
    r.end = nb_table_line_at(areas, report->block_end);
    split_lines(&r);
    choose_forms(&r);
    nb_table *tables = NB_NEW_ARRAY(arena, nb_table, r.instances.len);
    uint32_t count = 0;
    for (uint32_t i = 0; i < r.instances.len; i++) {
        const instance *in = &r.instances.items[i];
        memset(&tables[count], 0, sizeof tables[count]);
        build_table(&r, in, &tables[count]);
        if (tables[count].key != NB_TABLE_OTHER && !has_rows(&tables[count]))
            continue;
        *nb_vec_push(arena, &reading->tables) =
            (nb_kept_table){&tables[count], in->lines.items, in->lines.len};
        count++;
    }
    report->tables = tables;
    report->table_count = count;
}

nb_form_id nb_tables_form_used(const nb_report *report)
{
    uint32_t rows[NB_FORM_COUNT] = {0};
    nb_form_id best = NB_FORM_NONE;
    for (uint32_t i = 0; i < report->table_count; i++) {
        const nb_table *table = &report->tables[i];
        /* Table 四 is the same in both forms and says nothing. */
        if (!table->form || table->key == NB_TABLE_REVIEW)
            continue;
        rows[table->form_id] += table->key == NB_TABLE_DISCLOSURE ? 100 : 1;
        if (rows[table->form_id] > rows[best])
            best = table->form_id;
    }
    return best;
}

const nb_cell *nb_table_cell(const nb_table *table, const char *row_key, const char *column_key)
{
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_table_block *block = &table->blocks[b];
        uint32_t row = nb_form_row_index(block->form, row_key);
        uint32_t column = nb_form_column_index(block->form, column_key);
        if (row != NB_VIEW_NONE && column != NB_VIEW_NONE)
            return block->rows[row].is_present ? &block->rows[row].cells[column] : NULL;
    }
    return NULL;
}

const nb_table *nb_report_table(const nb_report *report, nb_table_key key)
{
    const nb_table *first = NULL;
    for (uint32_t i = 0; i < report->table_count; i++) {
        const nb_table *table = &report->tables[i];
        if (table->key != key)
            continue;
        if (report->form && table->form_id == report->form->id)
            return table;
        first = first ? first : table;
    }
    return first;
}
