#include <string.h>

#include "check/page.h"
#include "report/skeleton_layout.h"

/*
 * A table in the shape of its form. Verdicts stand where the eye looks for them: those of a row in
 * a column at its right, those of a column in a row below it. A block of one row (复议、诉讼) has
 * its verdicts below, each under the columns it adds up; a block of one column (the 72 rows of
 * 2014) beside the row that is the total.
 */

#define PAPER_ROWS 45u /* more do not fit a sheet: such a table may be broken */

typedef struct drawing {
    const nb_page *page;
    const nb_table *table;
    nb_layout layout;
    nb_marks marks;
    const nb_verdict **verdicts; /* of this table */
    uint32_t verdict_count;
    uint32_t extra; /* columns of verdicts at the right */
} drawing;

/* Rows of the layout that a block takes. */
typedef struct block_rows {
    uint32_t header; /* behind its title */
    uint32_t first;
    uint32_t end;
} block_rows;

static bool stands_below(const nb_form_block *form, const nb_identity *identity)
{
    return identity->axis == NB_AXIS_ROWS ? form->column_count > 1 : form->row_count == 1;
}

static bool is_of_block(const nb_identity *identity, const nb_form_block *form)
{
    return !identity->block || (form->title && strcmp(identity->block, form->title) == 0);
}

static bool is_judged(const drawing *d, uint32_t block, const nb_identity *identity)
{
    for (uint32_t i = 0; i < d->verdict_count; i++)
        if (d->verdicts[i]->block == block && d->verdicts[i]->identity == identity)
            return true;
    return false;
}

/* Columns at the right that a block needs: one for each identity of its rows, or one for all. */
static uint32_t side_columns(const drawing *d, uint32_t block)
{
    const nb_form_table *form = d->table->form;
    uint32_t count = 0;
    for (uint32_t i = 0; i < form->identity_count; i++) {
        const nb_identity *identity = &form->identities[i];
        if (!is_of_block(identity, &form->blocks[block]) || !is_judged(d, block, identity) ||
            stands_below(&form->blocks[block], identity))
            continue;
        if (identity->axis == NB_AXIS_ROWS)
            return 1;
        count++;
    }
    return count;
}

static void gather(drawing *d)
{
    const nb_analysis *analysis = d->page->analysis;
    uint32_t count = 0;
    for (uint32_t i = 0; i < analysis->verdict_count; i++)
        count += analysis->verdicts[i].table == d->table;
    d->verdicts = NB_NEW_ARRAY(d->page->scratch, const nb_verdict *, count + 1);
    for (uint32_t i = 0; i < analysis->verdict_count; i++)
        if (analysis->verdicts[i].table == d->table)
            d->verdicts[d->verdict_count++] = &analysis->verdicts[i];
    for (uint32_t b = 0; b < d->table->form->block_count; b++) {
        uint32_t columns = side_columns(d, b);
        d->extra = columns > d->extra ? columns : d->extra;
    }
}

/* ---- cells ---- */

static void add_spans(nb_buf *out, const nb_slot *slot)
{
    if (slot->rowspan > 1)
        nb_buf_printf(out, " rowspan=\"%u\"", slot->rowspan);
    if (slot->colspan > 1)
        nb_buf_printf(out, " colspan=\"%u\"", slot->colspan);
}

static void add_content(const drawing *d, const nb_cell *cell, const nb_mark *mark)
{
    static const nb_text2 should = {.zh = "应为", .en = "should be "};
    const nb_page *page = d->page;
    if (cell->state == NB_CELL_UNASSIGNED)
        nb_page_put(page, "?");
    else
        nb_page_add_text(page->out,
                         nb_view_sub(page->analysis->text, cell->span.start, cell->span.end));
    if (!(mark->is_wrong || mark->is_doubtful) || !mark->computed.len)
        return;
    nb_page_put(page, "<ins>");
    nb_page_say(page, should);
    nb_page_add_text(page->out, mark->computed);
    nb_page_put(page, "</ins>");
}

static const char *cell_class(const nb_cell *cell, const nb_mark *mark)
{
    if (mark->is_wrong || mark->is_doubtful)
        return mark->is_wrong ? "wrong" : "doubt";
    if (mark->is_part)
        return "part";
    if (mark->finding)
        return "note";
    return cell->state == NB_CELL_UNASSIGNED ? "open" : NULL;
}

static void add_value(const drawing *d, const nb_slot *slot, uint32_t block)
{
    const nb_page *page = d->page;
    const nb_table_block *read = &d->table->blocks[block];
    const nb_row *row = read->rows ? &read->rows[slot->row] : NULL;
    nb_page_put(page, "<td");
    add_spans(page->out, slot);
    if (slot->block->rows[slot->row].kind == NB_VALUE_NONE) {
        nb_page_put(page, "></td>");
        return;
    }
    if (!row || !row->is_present || !row->cells ||
        row->cells[slot->column].state == NB_CELL_ABSENT) {
        nb_page_put(page, " class=\"absent\"></td>");
        return;
    }
    const nb_cell *cell = &row->cells[slot->column];
    const nb_mark *mark = nb_mark_at(&d->marks, block, slot->row, slot->column);
    const char *class_name = cell_class(cell, mark);
    if (class_name)
        nb_buf_printf(page->out, " class=\"%s\"", class_name);
    if (mark->finding) {
        nb_page_put(page, " title=\"");
        nb_page_add_text(page->out, mark->finding->message);
        nb_page_put(page, "\"");
    }
    if (cell->state != NB_CELL_UNASSIGNED)
        nb_page_add_place(page, cell->span);
    nb_page_put(page, ">");
    add_content(d, cell, mark);
    nb_page_put(page, "</td>");
}

static void add_slot(const drawing *d, uint32_t row, uint32_t column, uint32_t block)
{
    const nb_slot *slot = nb_layout_at(&d->layout, row, column);
    if (slot->kind == NB_SLOT_VALUE) {
        add_value(d, slot, block);
        return;
    }
    if (slot->kind != NB_SLOT_LABEL)
        return;
    nb_page_put(d->page, "<th");
    add_spans(d->page->out, slot);
    nb_page_put(d->page, ">");
    nb_page_add_text(d->page->out, slot->text);
    nb_page_put(d->page, "</th>");
}

/* ---- verdicts at the right ---- */

static void add_side_headers(const drawing *d, uint32_t block, uint32_t depth)
{
    static const nb_text2 checked = {.zh = "核对", .en = "check"};
    const nb_form_table *form = d->table->form;
    bool is_one = false;
    for (uint32_t i = 0; i < form->identity_count && !is_one; i++) {
        const nb_identity *identity = &form->identities[i];
        if (!is_judged(d, block, identity) || stands_below(&form->blocks[block], identity))
            continue;
        is_one = identity->axis == NB_AXIS_ROWS;
        nb_page_put(d->page, "<th class=\"check\"");
        if (depth > 1)
            nb_buf_printf(d->page->out, " rowspan=\"%u\"", depth);
        nb_page_put(d->page, ">");
        nb_page_say(d->page, is_one ? checked : identity->says);
        nb_page_put(d->page, "</th>");
    }
}

/* The row that an identity of rows is shown beside: its total, or the part of a whole. */
static uint32_t shown_at(const nb_form_block *form, const nb_identity *identity)
{
    const char *key = identity->total ? identity->total : identity->right[0];
    if (!identity->total && identity->relation == NB_REL_LE && !identity->left[1])
        key = identity->left[0];
    return nb_form_row_index(form, key);
}

static void add_side_one(const drawing *d, uint32_t block, uint32_t row)
{
    nb_page_put(d->page, "<td class=\"checks\">");
    for (uint32_t i = 0; i < d->verdict_count; i++)
        if (d->verdicts[i]->block == block &&
            shown_at(&d->table->form->blocks[block], d->verdicts[i]->identity) == row)
            nb_page_add_verdict(d->page, d->verdicts[i], "p", 1, true);
    nb_page_put(d->page, "</td>");
}

static void add_side(const drawing *d, uint32_t block, uint32_t row)
{
    const nb_form_table *form = d->table->form;
    for (uint32_t i = 0; i < form->identity_count; i++) {
        const nb_identity *identity = &form->identities[i];
        if (!is_judged(d, block, identity) || stands_below(&form->blocks[block], identity))
            continue;
        if (identity->axis == NB_AXIS_ROWS) {
            add_side_one(d, block, row);
            return;
        }
        const nb_verdict *found = NULL;
        for (uint32_t v = 0; v < d->verdict_count && !found; v++)
            if (d->verdicts[v]->block == block && d->verdicts[v]->identity == identity &&
                d->verdicts[v]->index == row)
                found = d->verdicts[v];
        if (found)
            nb_page_add_verdict(d->page, found, "td", 1, false);
        else
            nb_page_put(d->page, "<td class=\"verdict\"></td>");
    }
}

/* ---- verdicts below ---- */

/* The identity's words under the labels, then a verdict under each column. */
static void add_column_verdicts(const drawing *d, uint32_t block, uint32_t row,
                                const nb_identity *identity)
{
    const nb_form_block *form = &d->table->form->blocks[block];
    uint32_t labels = 0;
    while (nb_layout_at(&d->layout, row, labels)->kind != NB_SLOT_VALUE)
        labels++;
    nb_page_put(d->page, "<tr class=\"check\">");
    if (labels) {
        nb_buf_printf(d->page->out, "<th colspan=\"%u\">", labels);
        nb_page_say(d->page, identity->says);
        nb_page_put(d->page, "</th>");
    }
    for (uint32_t c = 0; c < form->column_count; c++) {
        const nb_verdict *found = NULL;
        for (uint32_t v = 0; v < d->verdict_count && !found; v++)
            if (d->verdicts[v]->block == block && d->verdicts[v]->identity == identity &&
                d->verdicts[v]->index == c)
                found = d->verdicts[v];
        const nb_slot *slot = nb_layout_at(&d->layout, row, labels + c);
        if (found)
            nb_page_add_verdict(d->page, found, "td", slot->colspan, false);
        else
            nb_buf_printf(d->page->out, "<td class=\"verdict\" colspan=\"%u\"></td>",
                          slot->colspan);
    }
    nb_page_put(d->page, "</tr>\n");
}

/* The first and last column that an identity of columns speaks of. */
static nb_span columns_of(const nb_form_block *form, const nb_identity *identity)
{
    nb_span span = {form->column_count, 0};
    const char *const *sides[] = {identity->left, identity->right};
    for (uint32_t side = 0; side < 2; side++)
        for (const char *const *key = sides[side]; key && *key; key++) {
            uint32_t column = nb_form_column_index(form, *key);
            if (column == NB_VIEW_NONE)
                continue;
            span.start = column < span.start ? column : span.start;
            span.end = column + 1 > span.end ? column + 1 : span.end;
        }
    return span;
}

/* Verdicts of the only row, each under its columns; one that would lie over another gets a row of
 * its own. */
static void add_row_verdicts(const drawing *d, uint32_t block, uint32_t row)
{
    const nb_form_block *form = &d->table->form->blocks[block];
    uint32_t labels = 0;
    uint32_t at = 0;
    bool is_open = false;
    while (nb_layout_at(&d->layout, row, labels)->kind != NB_SLOT_VALUE)
        labels++;
    for (uint32_t v = 0; v < d->verdict_count; v++) {
        const nb_verdict *verdict = d->verdicts[v];
        if (verdict->block != block || verdict->identity->axis != NB_AXIS_COLUMNS)
            continue;
        nb_span columns = columns_of(form, verdict->identity);
        if (nb_span_is_empty(columns))
            continue;
        if (!is_open || columns.start < at) {
            nb_page_put(d->page, is_open ? "</tr>\n<tr class=\"check\">" : "<tr class=\"check\">");
            is_open = true;
            at = 0;
            if (labels)
                nb_buf_printf(d->page->out, "<th colspan=\"%u\"></th>", labels);
        }
        if (columns.start > at)
            nb_buf_printf(d->page->out, "<td class=\"verdict\" colspan=\"%u\"></td>",
                          columns.start - at);
        nb_page_add_verdict(d->page, verdict, "td", columns.end - columns.start, true);
        at = columns.end;
    }
    if (is_open)
        nb_page_put(d->page, "</tr>\n");
}

static void add_below(const drawing *d, uint32_t block, uint32_t row)
{
    const nb_form_table *form = d->table->form;
    if (form->blocks[block].row_count == 1)
        add_row_verdicts(d, block, row);
    for (uint32_t i = 0; i < form->identity_count; i++) {
        const nb_identity *identity = &form->identities[i];
        if (identity->axis == NB_AXIS_ROWS && stands_below(&form->blocks[block], identity) &&
            is_judged(d, block, identity))
            add_column_verdicts(d, block, row, identity);
    }
}

/* ---- the whole ---- */

static block_rows rows_of(const drawing *d, uint32_t block, uint32_t top)
{
    const nb_form_block *form = &d->table->form->blocks[block];
    block_rows rows = {.header = top + (form->title ? 1 : 0)};
    rows.first = rows.header;
    while (rows.first < d->layout.row_count && !nb_layout_row_has_values(&d->layout, rows.first))
        rows.first++;
    rows.end = rows.first + form->row_count;
    return rows;
}

static void add_rows(const drawing *d, uint32_t block, uint32_t top, const block_rows *rows)
{
    for (uint32_t r = top; r < rows->end; r++) {
        nb_page_put(d->page, r < rows->first ? "<tr class=\"head\">" : "<tr>");
        for (uint32_t c = 0; c < d->layout.column_count; c++)
            add_slot(d, r, c, block);
        if (r == rows->header && rows->first > rows->header)
            add_side_headers(d, block, rows->first - rows->header);
        if (r >= rows->first)
            add_side(d, block, r - rows->first);
        nb_page_put(d->page, "</tr>\n");
    }
}

/* Why a table of question marks is one. */
static void add_reason(const drawing *d)
{
    static const nb_text2 unchecked = {.zh = "勾稽关系无法核对：",
                                       .en = "The sums cannot be checked: "};
    for (uint32_t i = 0; i < d->verdict_count; i++)
        if (d->verdicts[i]->state != NB_VERDICT_UNJUDGED)
            return;
    if (d->verdict_count == 0 || d->verdicts[0]->reason.len == 0)
        return;
    nb_page_put(d->page, "<p class=\"none\">");
    nb_page_say(d->page, unchecked);
    nb_page_add_text(d->page->out, d->verdicts[0]->reason);
    nb_page_put(d->page, "</p>\n");
}

void nb_page_add_table(const nb_page *page, const nb_table *table)
{
    static const nb_skeleton_values blank = {.fill = {NB_LIT("")}};
    drawing d = {.page = page, .table = table};
    d.layout = nb_layout_make(page->scratch, table->form, &blank, (nb_view){0});
    d.marks = nb_marks_of(page, table);
    gather(&d);
    nb_buf_printf(page->out, "<div class=\"scroll%s\"><table class=\"%s\"",
                  d.layout.row_count > PAPER_ROWS ? " long" : "", nb_table_key_name(table->key));
    nb_page_add_place(page, table->span);
    nb_page_put(page, ">\n");
    uint32_t top = 0;
    for (uint32_t b = 0; b < table->form->block_count && b < table->block_count; b++) {
        block_rows rows = rows_of(&d, b, top);
        add_rows(&d, b, top, &rows);
        add_below(&d, b, rows.first);
        top = rows.end;
    }
    nb_page_put(page, "</table></div>\n");
    add_reason(&d);
}
