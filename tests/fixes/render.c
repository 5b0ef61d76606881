#include "render.h"

#include "report/skeleton_layout.h"

nb_source_kind render_kind(nb_dialect dialect)
{
    return dialect == NB_DIALECT_MARKDOWN ? NB_SOURCE_MARKDOWN
           : dialect == NB_DIALECT_HTML   ? NB_SOURCE_HTML
                                          : NB_SOURCE_TEXT;
}

nb_view render_crlf(nb_arena *arena, nb_view text)
{
    NB_VEC(char) out = {0};
    for (uint32_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n' && (i == 0 || text.ptr[i - 1] != '\r'))
            *nb_vec_push(arena, &out) = '\r';
        *nb_vec_push(arena, &out) = text.ptr[i];
    }
    return (nb_view){out.items, out.len};
}

/* Text on one line; in HTML with its signs escaped. */
static nb_view flat(nb_arena *arena, nb_view text, bool is_html)
{
    nb_buf out = {0};
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\n' || c == '\r' || c == '\t')
            nb_buf_add_char(&out, ' ');
        else if (is_html && c == '<')
            nb_buf_add_str(&out, "&lt;");
        else if (is_html && c == '>')
            nb_buf_add_str(&out, "&gt;");
        else if (is_html && c == '&')
            nb_buf_add_str(&out, "&amp;");
        else
            nb_buf_add_char(&out, c);
    }
    nb_view result = nb_arena_copy(arena, nb_buf_view(&out));
    nb_buf_release(&out);
    return result;
}

static uint32_t place_of(const nb_grid *grid, uint32_t index)
{
    const nb_grid_cell *cell = &grid->cells[index];
    return grid->keeps_columns ? cell->column : index - grid->row_first[cell->row];
}

static void put_cell(nb_layout *layout, uint32_t column, const nb_grid_cell *cell, nb_view text)
{
    nb_slot slot = {
        .kind = NB_SLOT_LABEL, .text = text, .rowspan = cell->rowspan, .colspan = cell->colspan};
    if (cell->row + slot.rowspan > layout->row_count)
        slot.rowspan = 1;
    if (column + slot.colspan > layout->column_count)
        slot.colspan = 1;
    for (uint32_t r = 0; r < slot.rowspan; r++)
        for (uint32_t c = 0; c < slot.colspan; c++) {
            nb_slot *at = nb_layout_at(layout, cell->row + r, column + c);
            at->kind = r == 0 ? NB_SLOT_LEFT : c == 0 ? NB_SLOT_ABOVE : NB_SLOT_ABOVE_INSIDE;
        }
    *nb_layout_at(layout, cell->row, column) = slot;
}

/* Blanks behind the first cell with content stand for figures. */
static void mark_blanks(nb_layout *layout)
{
    for (uint32_t r = 0; r < layout->row_count; r++) {
        bool is_behind = false;
        for (uint32_t c = 0; c < layout->column_count; c++) {
            nb_slot *slot = nb_layout_at(layout, r, c);
            is_behind = is_behind || slot->text.len > 0;
            if (is_behind && slot->kind == NB_SLOT_LABEL && slot->text.len == 0)
                slot->text = NB_V("-");
        }
    }
}

static void write_grid(nb_arena *arena, nb_buf *out, const nb_grid *grid,
                       const nb_skeleton_style *style)
{
    nb_layout layout = {.row_count = grid->row_count, .column_count = grid->column_count};
    layout.slots = NB_NEW_ARRAY(arena, nb_slot, (size_t)grid->row_count * grid->column_count);
    for (uint32_t i = 0; i < grid->cell_count; i++) {
        uint32_t column = place_of(grid, i);
        nb_view text =
            nb_view_trim(flat(arena, grid->cells[i].text.text, style->dialect == NB_DIALECT_HTML));
        if (column < layout.column_count)
            put_cell(&layout, column, &grid->cells[i], text);
    }
    if (nb_dialect_loses_blanks(style->dialect))
        mark_blanks(&layout);
    nb_layout_write(out, &layout, style);
}

static bool keeps_columns(nb_dialect dialect)
{
    return dialect == NB_DIALECT_HTML || dialect == NB_DIALECT_MARKDOWN ||
           dialect == NB_DIALECT_TSV;
}

/* The table that was read from the grid and nothing beside it; NULL if there is none. */
static const nb_table *table_of(const nb_report *report, const nb_grid *grid)
{
    for (uint32_t i = 0; i < report->table_count; i++) {
        const nb_table *table = &report->tables[i];
        if (table->grid == grid && table->form && table->is_assigned && table->extra_count == 0)
            return table;
    }
    return NULL;
}

typedef struct source {
    nb_arena *arena;
    const nb_table *table;
    nb_view text;
} source;

static nb_view cell_value(void *data, const nb_form_block *form, uint32_t row, uint32_t column)
{
    const source *from = data;
    for (uint32_t b = 0; b < from->table->block_count; b++) {
        const nb_table_block *block = &from->table->blocks[b];
        if (block->form != form || !block->rows[row].is_present)
            continue;
        nb_span span = block->rows[row].cells[column].span;
        return nb_view_trim(
            flat(from->arena, nb_view_sub(from->text, span.start, span.end), false));
    }
    return (nb_view){0};
}

static void write_table(nb_arena *arena, nb_buf *out, const nb_report *report,
                        const nb_block *block, const nb_skeleton_style *style)
{
    const nb_table *table = table_of(report, block->grid);
    if (!table || block->grid->keeps_columns || !keeps_columns(style->dialect)) {
        write_grid(arena, out, block->grid, style);
        return;
    }
    source from = {arena, table, report->markup->text};
    nb_skeleton_values values = {.value = cell_value, .data = &from};
    nb_buf_add_view(out, nb_skeleton_table(arena, table->form, style, &values));
}

static void write_heading(nb_buf *out, const nb_block *block, nb_view text,
                          const nb_skeleton_style *style)
{
    unsigned level = block->level ? block->level : 2;
    if (style->dialect == NB_DIALECT_HTML) {
        nb_buf_printf(out, "<h%u>%.*s</h%u>\n", level, NB_ARG(text), level);
        return;
    }
    for (unsigned i = 0; i < level && style->dialect == NB_DIALECT_MARKDOWN; i++)
        nb_buf_add_char(out, '#');
    nb_buf_printf(out, "%s%.*s\n", style->dialect == NB_DIALECT_MARKDOWN ? " " : "", NB_ARG(text));
}

static void write_block(nb_arena *arena, nb_buf *out, const nb_report *report,
                        const nb_block *block, const nb_skeleton_style *style)
{
    bool is_html = style->dialect == NB_DIALECT_HTML;
    nb_view text = nb_view_trim(flat(arena, block->text.text, is_html));
    switch (block->kind) {
    case NB_BLOCK_HEADING:
        write_heading(out, block, text, style);
        break;
    case NB_BLOCK_GRID:
        write_table(arena, out, report, block, style);
        break;
    case NB_BLOCK_COMMENT:
        if (is_html || style->dialect == NB_DIALECT_MARKDOWN)
            nb_buf_printf(out, "<!-- %.*s -->\n", NB_ARG(block->text.text));
        break;
    default:
        nb_buf_printf(out, "%.*s%.*s%.*s\n", NB_ARG(style->paragraph_before), NB_ARG(text),
                      NB_ARG(style->paragraph_after));
        break;
    }
    if (style->blank_lines)
        nb_buf_add_char(out, '\n');
}

nb_view render_in(nb_arena *arena, const nb_report *report, nb_dialect dialect)
{
    nb_skeleton_style style = nb_skeleton_style_plain(dialect);
    nb_buf out = {0};
    for (uint32_t i = 0; i < report->markup->block_count; i++)
        write_block(arena, &out, report, &report->markup->blocks[i], &style);
    nb_view result = nb_arena_copy(arena, nb_buf_view(&out));
    nb_buf_release(&out);
    return result;
}
