#include "report/skeleton_layout.h"

#include "nb/text/utf8.h"

/* Each dialect as real converters write it: which cells of a merged area are kept differs. */

#define COLUMNS_INDENT "    "
#define COLUMNS_GAP "     "
#define COLUMNS_LABEL_GAP "   "
#define COLUMNS_LABEL_WIDTH 60u /* display columns that labels take in an aligned table */

static bool is_written(const nb_slot *slot)
{
    return slot->kind == NB_SLOT_LABEL || slot->kind == NB_SLOT_VALUE;
}

/* A line per cell after a TAB; a merged cell shows once in each row that it touches. */
static void write_tab_cells(nb_buf *out, const nb_layout *layout, nb_view eol)
{
    for (uint32_t r = 0; r < layout->row_count; r++) {
        for (uint32_t c = 0; c < layout->column_count; c++) {
            const nb_slot *slot = nb_layout_at(layout, r, c);
            if (!is_written(slot) && slot->kind != NB_SLOT_ABOVE)
                continue;
            nb_buf_add_char(out, '\t');
            if (is_written(slot))
                nb_buf_add_view(out, slot->text);
            nb_buf_add_view(out, eol);
        }
        nb_buf_add_view(out, eol);
    }
}

static void write_tsv(nb_buf *out, const nb_layout *layout, nb_view eol)
{
    for (uint32_t r = 0; r < layout->row_count; r++) {
        for (uint32_t c = 0; c < layout->column_count; c++) {
            if (c > 0)
                nb_buf_add_char(out, '\t');
            nb_buf_add_view(out, nb_layout_at(layout, r, c)->text);
        }
        nb_buf_add_view(out, eol);
    }
}

/* Merged cells are dropped; their bars follow at the end of the row. */
static void write_bars(nb_buf *out, const nb_layout *layout, nb_view eol, bool on_lines)
{
    for (uint32_t r = 0; r < layout->row_count; r++) {
        uint32_t written = 0;
        for (uint32_t c = 0; c < layout->column_count; c++) {
            const nb_slot *slot = nb_layout_at(layout, r, c);
            if (!is_written(slot))
                continue;
            if (written++ > 0 && !on_lines)
                nb_buf_add_char(out, ' ');
            nb_buf_add_view(out, slot->text);
            nb_buf_add_str(out, slot->text.len ? " |" : "|");
            if (on_lines)
                nb_buf_add_view(out, eol);
        }
        if (written < layout->column_count && !on_lines)
            nb_buf_add_char(out, ' ');
        for (uint32_t c = written; c < layout->column_count; c++)
            nb_buf_add_char(out, '|');
        if (!on_lines || written < layout->column_count)
            nb_buf_add_view(out, eol);
    }
}

static void write_markdown(nb_buf *out, const nb_layout *layout, nb_view eol)
{
    for (uint32_t r = 0; r < layout->row_count; r++) {
        nb_buf_add_char(out, '|');
        for (uint32_t c = 0; c < layout->column_count; c++) {
            nb_buf_add_char(out, ' ');
            nb_buf_add_view(out, nb_layout_at(layout, r, c)->text);
            nb_buf_add_str(out, " |");
        }
        nb_buf_add_view(out, eol);
        if (r > 0)
            continue;
        nb_buf_add_char(out, '|');
        for (uint32_t c = 0; c < layout->column_count; c++)
            nb_buf_add_str(out, "---|");
        nb_buf_add_view(out, eol);
    }
}

static void write_html_cell(nb_buf *out, const nb_slot *slot, const nb_skeleton_html *html)
{
    nb_buf_add_str(out, "<td");
    if (slot->colspan > 1)
        nb_buf_printf(out, " colspan=\"%u\"", slot->colspan);
    if (slot->rowspan > 1)
        nb_buf_printf(out, " rowspan=\"%u\"", slot->rowspan);
    nb_buf_add_view(out, html->cell_attributes);
    nb_buf_add_char(out, '>');
    nb_buf_add_view(out, html->cell_before);
    nb_buf_add_view(out, slot->text);
    nb_buf_add_view(out, html->cell_after);
    nb_buf_add_str(out, "</td>");
}

static void write_html(nb_buf *out, const nb_layout *layout, nb_view eol,
                       const nb_skeleton_html *html)
{
    nb_view between = html->rows_on_lines ? eol : (nb_view){0};
    nb_buf_add_view(out, html->table_open);
    nb_buf_add_view(out, between);
    for (uint32_t r = 0; r < layout->row_count; r++) {
        nb_buf_add_view(out, html->row_open);
        for (uint32_t c = 0; c < layout->column_count; c++)
            if (is_written(nb_layout_at(layout, r, c)))
                write_html_cell(out, nb_layout_at(layout, r, c), html);
        nb_buf_add_str(out, "</tr>");
        nb_buf_add_view(out, between);
    }
    nb_buf_add_view(out, html->table_close);
    nb_buf_add_view(out, eol);
}

static void write_para_cells(nb_buf *out, const nb_layout *layout, nb_view eol)
{
    for (uint32_t r = 0; r < layout->row_count; r++)
        for (uint32_t c = 0; c < layout->column_count; c++) {
            const nb_slot *slot = nb_layout_at(layout, r, c);
            if (slot->text.len == 0)
                continue;
            nb_buf_add_view(out, slot->text);
            nb_buf_add_view(out, eol);
            nb_buf_add_view(out, eol);
        }
}

static void write_aligned_row(nb_buf *out, const nb_layout *layout, uint32_t r)
{
    bool has_values = nb_layout_row_has_values(layout, r);
    size_t from = out->len;
    bool in_values = false;
    for (uint32_t c = 0; c < layout->column_count; c++) {
        const nb_slot *slot = nb_layout_at(layout, r, c);
        if (slot->text.len == 0)
            continue;
        bool is_first = out->len == from;
        if (slot->kind == NB_SLOT_VALUE && !in_values && !is_first) {
            nb_view left = {out->ptr + from, (uint32_t)(out->len - from)};
            uint32_t width = nb_utf8_columns(left); /* before the buffer moves */
            in_values = true;
            nb_buf_add_str(out, COLUMNS_LABEL_GAP);
            for (uint32_t w = width; w < COLUMNS_LABEL_WIDTH; w++)
                nb_buf_add_char(out, ' ');
        } else if (!is_first) {
            nb_buf_add_str(out, has_values && !in_values ? COLUMNS_LABEL_GAP : COLUMNS_GAP);
        }
        nb_buf_add_view(out, slot->text);
    }
}

static void write_columns(nb_buf *out, const nb_layout *layout, nb_view eol)
{
    for (uint32_t r = 0; r < layout->row_count; r++) {
        nb_buf_add_str(out, COLUMNS_INDENT);
        write_aligned_row(out, layout, r);
        nb_buf_add_view(out, eol);
    }
}

static void write_spaced(nb_buf *out, const nb_layout *layout, nb_view eol)
{
    for (uint32_t r = 0; r < layout->row_count; r++) {
        bool is_first = true;
        for (uint32_t c = 0; c < layout->column_count; c++) {
            const nb_slot *slot = nb_layout_at(layout, r, c);
            if (slot->text.len == 0)
                continue;
            if (!is_first)
                nb_buf_add_char(out, ' ');
            is_first = false;
            nb_buf_add_view(out, slot->text);
        }
        nb_buf_add_view(out, eol);
    }
}

bool nb_dialect_loses_blanks(nb_dialect dialect)
{
    return dialect != NB_DIALECT_TAB_CELLS && dialect != NB_DIALECT_TSV &&
           dialect != NB_DIALECT_MARKDOWN && dialect != NB_DIALECT_HTML;
}

void nb_layout_write(nb_buf *out, const nb_layout *layout, const nb_skeleton_style *style)
{
    switch (style->dialect) {
    case NB_DIALECT_TAB_CELLS:
        write_tab_cells(out, layout, style->eol);
        break;
    case NB_DIALECT_TSV:
        write_tsv(out, layout, style->eol);
        break;
    case NB_DIALECT_BAR_ROWS:
    case NB_DIALECT_BAR_CELLS:
        write_bars(out, layout, style->eol, style->dialect == NB_DIALECT_BAR_CELLS);
        break;
    case NB_DIALECT_MARKDOWN:
        write_markdown(out, layout, style->eol);
        break;
    case NB_DIALECT_HTML:
        write_html(out, layout, style->eol, &style->html);
        break;
    case NB_DIALECT_PARA_CELLS:
        write_para_cells(out, layout, style->eol);
        break;
    case NB_DIALECT_COLUMNS:
        write_columns(out, layout, style->eol);
        break;
    default:
        write_spaced(out, layout, style->eol);
        break;
    }
}

nb_view nb_skeleton_table(nb_arena *arena, const nb_form_table *table,
                          const nb_skeleton_style *style, const nb_skeleton_values *values)
{
    nb_view blank = nb_dialect_loses_blanks(style->dialect) ? NB_V("-") : (nb_view){0};
    nb_layout layout = nb_layout_make(arena, table, values, blank);
    nb_buf out = {0};
    nb_layout_write(&out, &layout, style);
    nb_view result = nb_arena_copy(arena, nb_buf_view(&out));
    nb_buf_release(&out);
    return result;
}
