#include <stdio.h>
#include <string.h>

#include "planted.h"
#include "report/skeleton_layout.h"

/* What is planted. Every text is made from the clean one by edits at places that its model gives.
 */

static nb_view clean_text(const planting *p)
{
    return p->clean->text;
}

static nb_view cut(const planting *p, nb_span span)
{
    return nb_view_sub(clean_text(p), span.start, span.end);
}

static nb_view replaced(planting *p, nb_span span, nb_view new_text)
{
    nb_edit edit = {span, new_text};
    return nb_edits_apply(p->arena, clean_text(p), &edit, 1);
}

static void plant(planting *p, nb_view what, nb_view text, bool must_be_seen, bool must_be_same)
{
    planting_try(p, (planted){what, text, must_be_seen, must_be_same});
}

/* ---- sections ---- */

static uint32_t line_start(const planting *p, uint32_t offset)
{
    const nb_lines *lines = &p->clean->lines;
    return lines->starts[nb_lines_at(lines, offset)];
}

/* Where a part ends: at the next one, the signature, or where an annex begins. */
static uint32_t section_end(const planting *p, uint32_t index)
{
    const nb_report *report = p->report;
    if (index + 1 < report->section_count)
        return line_start(p, report->sections[index + 1].span.start);
    uint32_t end = line_start(p, report->sign_off.body_span.start);
    return end > report->sections[index].span.start ? end : clean_text(p).len;
}

/* The edits that renumber the parts behind index and take it out of the list. */
static uint32_t undeclare(planting *p, uint32_t index, nb_edit edits[64])
{
    const nb_report *report = p->report;
    const nb_declaration *d = &report->declaration;
    uint32_t count = 0;
    if (d->count_span.end > d->count_span.start) {
        nb_view title = nb_view_of("");
        for (uint32_t i = 0; i < d->part_count; i++)
            if (d->parts[i].heading == report->sections[index].heading)
                title = cut(p, d->parts[i].span);
        nb_view quoted = nb_arena_printf(p->arena, "“%.*s”", NB_ARG(title));
        uint32_t at = nb_view_find(clean_text(p), quoted, 0);
        if (title.len && at != NB_VIEW_NONE)
            edits[count++] = (nb_edit){nb_span_of(at, at + quoted.len), NB_V("")};
        edits[count++] = (nb_edit){d->count_span, nb_numeral_han(p->arena, (uint32_t)d->count - 1)};
    }
    edits[count++] = (nb_edit){
        nb_span_of(line_start(p, report->sections[index].span.start), section_end(p, index)),
        NB_V("")};
    for (uint32_t i = index + 1; i < report->section_count; i++) {
        nb_span number = report->headings[report->sections[i].heading].number_span;
        edits[count++] = (nb_edit){number, nb_numeral_han(p->arena, i)};
    }
    return count;
}

void plant_sections(planting *p)
{
    const nb_report *report = p->report;
    for (uint32_t i = 0; i < report->section_count; i++) {
        bool is_prescribed = report->form->has_fixed_titles;
        nb_span span = {line_start(p, report->sections[i].span.start), section_end(p, i)};
        nb_view what = nb_arena_printf(p->arena, "without part %u", i + 1);
        plant(p, what, replaced(p, span, NB_V("")), is_prescribed, false);
        nb_edit edits[64];
        uint32_t count = undeclare(p, i, edits);
        what = nb_arena_printf(p->arena, "without part %u, in sequence", i + 1);
        plant(p, what, nb_edits_apply(p->arena, clean_text(p), edits, count), is_prescribed, false);
    }
}

/* ---- totals ---- */

static nb_view one_more(planting *p, const nb_cell *cell)
{
    return nb_figure_format_like(p->arena, cell->figure.micro + NB_FIGURE_ONE, &cell->figure);
}

static bool is_total(const nb_form_table *form, const nb_form_block *block, uint32_t row,
                     uint32_t column)
{
    for (uint32_t i = 0; i < form->identity_count; i++) {
        const nb_identity *identity = &form->identities[i];
        if (!identity->total || identity->relation != NB_REL_EQ ||
            (identity->block && (!block->title || strcmp(identity->block, block->title) != 0)))
            continue;
        const char *key =
            identity->axis == NB_AXIS_ROWS ? block->rows[row].key : block->columns[column].key;
        if (strcmp(identity->total, key) == 0)
            return true;
    }
    return false;
}

static void plant_total(planting *p, const nb_form_block *block, const nb_row *row, uint32_t column)
{
    const nb_cell *cell = &row->cells[column];
    if (cell->state != NB_CELL_VALUE)
        return;
    nb_view where = nb_arena_printf(p->arena, "%s/%s", block->rows[row->form_row].key,
                                    block->columns[column].key);
    plant(p, nb_arena_printf(p->arena, "%.*s one more", NB_ARG(where)),
          replaced(p, cell->span, one_more(p, cell)), true, true);
    plant(p, nb_arena_printf(p->arena, "%.*s 5000 more", NB_ARG(where)),
          replaced(p, cell->span,
                   nb_figure_format_like(p->arena, cell->figure.micro + 5000 * NB_FIGURE_ONE,
                                         &cell->figure)),
          true, true);
}

/*
 * A total left out: an empty cell where the dialect has them, a mark where it has not. A mark alone
 * before a bar, beside a label, is read as the rule line of a table: nothing is said then.
 */
static void plant_no_total(planting *p, const nb_table *table, const nb_form_block *block,
                           const nb_row *row, uint32_t column)
{
    const nb_cell *cell = &row->cells[column];
    if (cell->state != NB_CELL_VALUE)
        return;
    nb_view blank = nb_dialect_loses_blanks(table->dialect) ? NB_V("-") : NB_V("");
    plant(p,
          nb_arena_printf(p->arena, "%s/%s left out", block->rows[row->form_row].key,
                          block->columns[column].key),
          replaced(p, cell->span, blank), table->dialect != NB_DIALECT_BAR_CELLS, true);
}

void plant_totals(planting *p)
{
    for (uint32_t t = 0; t < p->report->table_count; t++) {
        const nb_table *table = &p->report->tables[t];
        for (uint32_t b = 0; b < table->block_count; b++) {
            const nb_form_block *block = table->blocks[b].form;
            for (uint32_t r = 0; r < block->row_count; r++)
                for (uint32_t c = 0; c < block->column_count; c++)
                    if (is_total(table->form, block, r, c)) {
                        plant_total(p, block, &table->blocks[b].rows[r], c);
                        plant_no_total(p, table, block, &table->blocks[b].rows[r], c);
                    }
        }
    }
}

/* ---- the period ---- */

/* The period left out, with the comma before it; each numeral of it one less and one more. */
void plant_periods(planting *p)
{
    if (p->report->period_count == 0)
        return;
    nb_span stated = p->report->periods[0].sentence;
    uint32_t end = nb_view_find(clean_text(p), NB_V("。"), stated.end);
    uint32_t comma = nb_view_find_last(nb_view_sub(clean_text(p), 0, stated.start), NB_V("，"));
    plant(p, NB_V("without a period"), replaced(p, nb_span_of(comma, end), NB_V("")), true, false);
    nb_span dates = p->report->periods[0].dates;
    uint32_t part = 0;
    for (uint32_t at = dates.start; at < dates.end; part++) {
        while (at < dates.end && (clean_text(p).ptr[at] < '0' || clean_text(p).ptr[at] > '9'))
            at++;
        uint32_t start = at;
        int value = 0;
        for (; at < dates.end && clean_text(p).ptr[at] >= '0' && clean_text(p).ptr[at] <= '9'; at++)
            value = value * 10 + (clean_text(p).ptr[at] - '0');
        if (at == start)
            return;
        for (int step = -1; step <= 1; step += 2) {
            int wrong = value + step > 0 ? value + step : 7;
            nb_view digits = nb_arena_printf(p->arena, "%d", wrong);
            plant(p, nb_arena_printf(p->arena, "part %u of the period %d", part, wrong),
                  replaced(p, nb_span_of(start, at), digits), true, true);
        }
    }
}

/* ---- numbers ---- */

void plant_numbers(planting *p)
{
    for (uint32_t i = 0; i < p->report->heading_count; i++) {
        const nb_heading *h = &p->report->headings[i];
        if (h->number == 0 || h->style > NB_NUMBER_HAN_PAREN)
            continue;
        for (int wrong = h->number - 1; wrong <= h->number + 1; wrong++)
            if (wrong > 0 && wrong != h->number)
                plant(p, nb_arena_printf(p->arena, "heading %u numbered %d", i, wrong),
                      replaced(p, h->number_span, nb_numeral_han(p->arena, (uint32_t)wrong)), true,
                      true);
    }
}

/* ---- the list of parts ---- */

void plant_list(planting *p)
{
    const nb_declaration *d = &p->report->declaration;
    if (!d->is_present || d->count < 2)
        return;
    for (int wrong = d->count - 1; wrong <= d->count + 1; wrong += 2)
        plant(p, nb_arena_printf(p->arena, "%d parts declared", wrong),
              replaced(p, d->count_span, nb_numeral_han(p->arena, (uint32_t)wrong)), true, true);
    for (uint32_t i = 0; i < d->part_count; i++) {
        nb_span quoted = {d->parts[i].span.start - 3, d->parts[i].span.end + 3};
        plant(p, nb_arena_printf(p->arena, "part %u not in the list", i + 1),
              replaced(p, quoted, NB_V("")), false, false);
        nb_edit edits[] = {{quoted, NB_V("")},
                           {d->count_span, nb_numeral_han(p->arena, (uint32_t)d->count - 1)}};
        plant(p, nb_arena_printf(p->arena, "part %u neither listed nor counted", i + 1),
              nb_edits_apply(p->arena, clean_text(p), edits, 2), true, false);
        plant(p, nb_arena_printf(p->arena, "a part that is not there listed behind %u", i + 1),
              replaced(p, nb_span_of(quoted.end, quoted.end), NB_V("“志愿服务开展情况”")), true,
              true);
    }
}

/* ---- tables ---- */

void plant_tables(planting *p)
{
    for (uint32_t t = 0; t < p->report->table_count; t++) {
        const nb_table *table = &p->report->tables[t];
        nb_span span = {line_start(p, table->span.start), table->span.end};
        uint32_t line = nb_lines_at(&p->clean->lines, span.end ? span.end - 1 : 0);
        span.end =
            line + 1 < p->clean->lines.count ? p->clean->lines.starts[line + 1] : clean_text(p).len;
        plant(p, nb_arena_printf(p->arena, "without table %u", t + 1), replaced(p, span, NB_V("")),
              false, false);
    }
}
