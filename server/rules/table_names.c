#include "rules/table_names.h"

#include <string.h>

nb_view nb_row_name(const nb_form_row *row)
{
    nb_view label = nb_view_of(row->label);
    uint32_t bracket = nb_view_find(label, NB_V("（"), 3);
    return bracket == NB_VIEW_NONE ? label : nb_view_sub(label, 0, bracket);
}

nb_view nb_column_name(nb_arena *arena, const nb_form_column *column)
{
    nb_view label = nb_view_of(column->label);
    uint32_t bracket = nb_view_find(label, NB_V("（"), 3);
    if (bracket != NB_VIEW_NONE)
        label = nb_view_sub(label, 0, bracket);
    bool is_review = strstr(column->key, "review_") == column->key ||
                     strstr(column->key, "direct_") == column->key ||
                     strstr(column->key, "after_") == column->key;
    return is_review ? nb_arena_printf(arena, "%s %.*s", column->group, NB_ARG(label)) : label;
}

nb_view nb_cell_name(nb_rule_ctx *ctx, const nb_table_block *block, uint32_t row, uint32_t column)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view row_name = nb_row_name(&block->form->rows[row]);
    nb_view column_name = nb_column_name(arena, &block->form->columns[column]);
    bool is_zh = nb_ctx_lang(ctx) == NB_LANG_ZH;
    if (row_name.len == 0)
        return nb_arena_printf(arena, is_zh ? "“%.*s”" : "\"%.*s\"", NB_ARG(column_name));
    if (block->form->column_count == 1)
        return nb_arena_printf(arena, is_zh ? "“%.*s”" : "\"%.*s\"", NB_ARG(row_name));
    return nb_arena_printf(arena, is_zh ? "“%.*s”的“%.*s”" : "\"%.*s\", \"%.*s\"", NB_ARG(row_name),
                           NB_ARG(column_name));
}

nb_view nb_table_name(nb_rule_ctx *ctx, const nb_table *table)
{
    static const nb_text2 names[NB_TABLE_COUNT] = {
        [NB_TABLE_DISCLOSURE] = {"表二（主动公开）", "table 2 (disclosure)"},
        [NB_TABLE_REQUESTS] = {"表三（申请）", "table 3 (requests)"},
        [NB_TABLE_REVIEW] = {"表四（复议、诉讼）", "table 4 (reviews and lawsuits)"},
        [NB_TABLE_STATISTICS] = {"统计表", "the statistics form"},
        [NB_TABLE_NONE] = {"", ""},
        [NB_TABLE_OTHER] = {"", ""},
    };
    return nb_view_of(nb_text2_in(names[table->key], nb_ctx_lang(ctx)));
}

bool nb_table_is_bound(const nb_report *report, const nb_table *table)
{
    return table->key != NB_TABLE_STATISTICS || report->year == 0 ||
           report->year >= nb_form_get(NB_FORM_2014)->first_year;
}

nb_view nb_cell_key(nb_arena *arena, const nb_table *table, const char *row_key,
                    const char *column_key)
{
    return nb_arena_printf(arena, "%s/%s/%s", nb_table_key_name(table->key), row_key ? row_key : "",
                           column_key ? column_key : "");
}

nb_span nb_cell_place(const nb_row *row, const nb_cell *cell)
{
    if (!nb_span_is_empty(cell->span))
        return cell->span;
    return nb_span_is_empty(row->label_span) ? cell->span : row->label_span;
}

bool nb_cell_is_writable(const nb_cell *cell)
{
    return cell->state == NB_CELL_BLANK ||
           (cell->state == NB_CELL_VALUE && !cell->figure.has_magnitude &&
            cell->figure.digits.end > cell->figure.digits.start);
}

bool nb_fix_write_figure(nb_rule_ctx *ctx, nb_fix_draft *fix, const nb_cell *cell, int64_t micro,
                         const nb_cell *like)
{
    nb_figure plain = {.state = NB_FIGURE_VALUE};
    const nb_figure *style = &plain;
    nb_span span = cell->span;
    if (!nb_cell_is_writable(cell))
        return false;
    if (cell->state == NB_CELL_VALUE) {
        style = &cell->figure;
        span = nb_mapped_source(&cell->raw, cell->figure.digits.start, cell->figure.digits.end);
    } else if (like) {
        style = &like->figure;
    }
    nb_fix_replace(fix, span, nb_figure_format_like(nb_ctx_arena(ctx), micro, style));
    return true;
}

const nb_cell *nb_cell_neighbour(const nb_table_block *block, uint32_t row, uint32_t column)
{
    for (uint32_t c = 0; c < block->form->column_count; c++)
        if (block->rows[row].cells[c].state == NB_CELL_VALUE)
            return &block->rows[row].cells[c];
    for (uint32_t r = 0; r < block->form->row_count; r++)
        if (block->rows[r].is_present && block->rows[r].cells[column].state == NB_CELL_VALUE)
            return &block->rows[r].cells[column];
    return NULL;
}

nb_view nb_micro_text(nb_arena *arena, int64_t micro)
{
    char digits[32];
    uint32_t len = nb_figure_format(micro, 0, digits);
    return nb_arena_copy(arena, (nb_view){digits, len});
}
