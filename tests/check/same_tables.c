/* Tables: what was read of them, and where they stand. */
#include "same_walk.h"

#include "report/table_lines.h"

bool same_figure(same_walk *w, const void *va, const void *vb)
{
    const nb_figure *a = va, *b = vb;
    return SAME_VALUE(state) && SAME_VALUE(why) && SAME_VALUE(micro) && SAME_VALUE(step_micro) &&
           SAME_SPAN(digits) && SAME_SPAN(whole) && SAME_VIEW(unit) && SAME_VALUE(has_magnitude) &&
           SAME_VALUE(is_percent) && SAME_VALUE(is_approximate) && SAME_VALUE(is_signed) &&
           SAME_VALUE(is_grouped) && SAME_VALUE(is_fullwidth);
}

static bool same_cell(same_walk *w, const void *va, const void *vb)
{
    const nb_cell *a = va, *b = vb;
    return SAME_VALUE(state) && SAME_PART(figure, same_figure) && SAME_PART(raw, same_mapped) &&
           SAME_SPAN(span);
}

static bool same_row(same_walk *w, const nb_row *a, const nb_row *b, uint32_t columns)
{
    return SAME_VALUE(form_row) && SAME_VALUE(is_present) && SAME_SPAN(label_span) &&
           SAME_VALUE(doubt) && SAME_ROW(cells, columns, same_cell);
}

static bool same_rows(same_walk *w, const nb_table_block *a, const nb_table_block *b)
{
    if (!same_field(w, !a->rows == !b->rows, "rows"))
        return false;
    for (uint32_t i = 0; a->rows && i < a->form->row_count; i++)
        if (!same_row(w, &a->rows[i], &b->rows[i], a->form->column_count))
            return same_field(w, false, a->form->rows[i].key);
    return true;
}

static bool same_table_block(same_walk *w, const void *va, const void *vb)
{
    const nb_table_block *a = va, *b = vb;
    return SAME_VALUE(form) && same_rows(w, a, b) && SAME_VALUE(is_present) &&
           SAME_SPAN(title_span) && SAME_VALUE(columns_sure) && SAME_VALUE(has_extra_columns) &&
           SAME_ROW(header_spans, a->form->column_count, same_span_item);
}

static bool same_extra(same_walk *w, const void *va, const void *vb)
{
    const nb_table_extra *a = va, *b = vb;
    return SAME_SPAN(span) && SAME_VIEW(label) && SAME_VALUE(is_column);
}

bool same_table(same_walk *w, const void *va, const void *vb)
{
    const nb_table *a = va, *b = vb;
    return SAME_VALUE(key) && SAME_VALUE(form_id) && SAME_VALUE(form) && SAME_VALUE(dialect) &&
           SAME_SPAN(span) && SAME_VALUE(section) && SAME_VALUE(is_assigned) && SAME_STR(reason) &&
           SAME_VALUE(hash) && SAME_LIST(blocks, block_count, same_table_block) &&
           SAME_LIST(extras, extra_count, same_extra);
}

static bool same_area(same_walk *w, const void *va, const void *vb)
{
    const nb_table_area *a = va, *b = vb;
    return SAME_SPAN(span) && SAME_VALUE(key) && SAME_VALUE(first_block) && SAME_VALUE(last_block);
}

static bool same_token(same_walk *w, const void *va, const void *vb)
{
    const nb_table_token *a = va, *b = vb;
    return SAME_VALUE(kind) && SAME_VALUE(has_marker) && SAME_VALUE(is_glued) &&
           SAME_VALUE(column) && SAME_VALUE(colspan) && SAME_VALUE(word) &&
           same_field(w, same_mapped(w, a->raw, b->raw), "raw") && SAME_SPAN(span) &&
           same_field(w, same_figure(w, a->figure, b->figure), "figure");
}

static bool same_facts(same_walk *w, const void *va, const void *vb)
{
    const nb_table_line_facts *a = va, *b = vb;
    return SAME_VALUE(table) && SAME_VALUE(is_first_row) && SAME_VALUE(has_column_label) &&
           SAME_VALUE(is_single_otherwise) && SAME_VALUE(figures) &&
           same_field(w, memcmp(a->labels, b->labels, sizeof a->labels) == 0, "labels");
}

/* Lines of a grid that were taken over have no tokens until somebody asks for them. */
static bool same_tokens(same_walk *w, const nb_table_line *a, const nb_table_line *b)
{
    bool has_both = a->tokens && b->tokens;
    return SAME_VALUE(count) && (has_both || a->grid) &&
           (!has_both || SAME_ROW(tokens, a->count, same_token));
}

static bool same_line(same_walk *w, const void *va, const void *vb)
{
    const nb_table_line *a = va, *b = vb;
    const nb_markup *in_a = w->a->report->markup, *in_b = w->b->report->markup;
    return same_tokens(w, a, b) && SAME_PART(facts, same_facts) && SAME_SPAN(span) &&
           same_field(w, same_grid_of(w, in_a, a->grid, in_b, b->grid), "grid") &&
           SAME_VALUE(dialect) && SAME_VALUE(key) && SAME_VALUE(block);
}

bool same_table_areas(same_walk *w, const void *va, const void *vb)
{
    const nb_table_areas *a = va, *b = vb;
    return SAME_LIST(items, count, same_area) && SAME_LIST(lines, line_count, same_line);
}
