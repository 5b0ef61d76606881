#include "nb/check/hover.h"

#include "check/prose.h"

static void add_basis(nb_prose *prose, const char *basis)
{
    static const nb_text2 words = {.zh = "依据：", .en = "Basis: "};
    if (!basis)
        return;
    nb_prose_paragraph(prose);
    nb_prose_say(prose, words);
    nb_prose_add(prose, nb_view_of(basis));
}

static void add_cell_content(nb_prose *prose, const nb_cell *cell)
{
    static const nb_text2 blank = {.zh = "（空白）", .en = " (blank)"};
    static const nb_text2 unreadable = {.zh = "（读不成数字）", .en = " (no figure)"};
    nb_prose_put(prose, " ");
    if (cell->state == NB_CELL_VALUE) {
        nb_prose_put(prose, "= ");
        nb_prose_add_micro(prose, cell->figure.micro);
    } else {
        nb_prose_say(prose, cell->state == NB_CELL_BLANK ? blank : unreadable);
    }
}

/* Row and column of the cell, its value, every sum it takes part in, the article. */
static void add_cell(nb_prose *prose, const nb_analysis *analysis, const nb_place *place)
{
    const nb_table_block *block = &place->table->blocks[place->block];
    nb_prose_put(prose, prose->markdown ? "**" : "");
    nb_prose_add_row(prose, &block->form->rows[place->row->form_row]);
    if (place->cell) {
        nb_prose_put(prose, " × ");
        nb_prose_add_column(prose, &block->form->columns[place->column]);
    }
    nb_prose_put(prose, prose->markdown ? "**" : "");
    if (!place->cell) {
        add_basis(prose, place->table->form->basis);
        return;
    }
    add_cell_content(prose, place->cell);
    for (uint32_t i = 0; i < analysis->verdict_count; i++) {
        const nb_verdict *verdict = &analysis->verdicts[i];
        if (!nb_verdict_involves(verdict, place->table, place->block, place->row->form_row,
                                 place->column))
            continue;
        nb_prose_item(prose);
        nb_prose_add_verdict(prose, verdict);
    }
    add_basis(prose, place->table->form->basis);
}

/* A figure of the prose: the cells it speaks of, with their values and sums. */
static nb_span add_claim(nb_prose *prose, const nb_analysis *analysis, uint32_t offset)
{
    static const nb_text2 words = {.zh = "表中：", .en = "In the table: "};
    nb_span claim = {0};
    for (uint32_t i = 0; i < analysis->link_count; i++) {
        const nb_claim_link *link = &analysis->links[i];
        if (!nb_span_holds(link->claim, offset))
            continue;
        nb_place place = nb_place_at(analysis, link->cell.start);
        if (!place.row || !place.cell)
            continue;
        claim = link->claim;
        nb_prose_paragraph(prose);
        nb_prose_say(prose, words);
        add_cell(prose, analysis, &place);
    }
    return claim;
}

static void add_section(nb_prose *prose, const nb_report *report, const nb_heading *heading)
{
    static const nb_text2 official = {.zh = "格式规定的标题：", .en = "Official title: "};
    const nb_form_section *section =
        report->form ? nb_form_section_of(report->form, heading->section) : NULL;
    if (!section)
        return;
    nb_prose_add_strong(prose, nb_view_of(section->title));
    nb_prose_paragraph(prose);
    nb_prose_say(prose, section->content);
    if (!heading->is_official && heading->depth == 1) {
        nb_prose_paragraph(prose);
        nb_prose_say(prose, official);
        nb_prose_add(prose, nb_view_of(section->title));
    }
    add_basis(prose, section->basis);
}

static void add_date(nb_prose *prose, const nb_date *date, int year)
{
    static const nb_text2 impossible = {.zh = "（没有这一天）", .en = " (no such day)"};
    nb_buf_printf(&prose->text, "%04d-%02d-%02d", date->year ? date->year : year, date->month,
                  date->day);
    if (!date->is_possible)
        nb_prose_say(prose, impossible);
}

static void add_period(nb_prose *prose, const nb_report *report, const nb_period *period)
{
    static const nb_text2 head = {.zh = "统计期限", .en = "Period of the statistics"};
    static const nb_text2 unreadable = {.zh = "读不成日期", .en = "cannot be read as dates"};
    nb_prose_add_strong(prose, nb_view_of(nb_text2_in(head, prose->lang)));
    nb_prose_put(prose, " ");
    if (period->state == NB_PERIOD_UNREADABLE) {
        nb_prose_say(prose, unreadable);
    } else {
        add_date(prose, &period->start, report->year);
        nb_prose_put(prose, " – ");
        add_date(prose, &period->end, period->start.year);
    }
    if (!report->year)
        return;
    nb_prose_paragraph(prose);
    if (prose->lang == NB_LANG_EN)
        nb_buf_printf(&prose->text, "The report covers 1 January to 31 December %d.", report->year);
    else
        nb_buf_printf(&prose->text, "本年度报告统计 %d 年 1 月 1 日至 12 月 31 日。", report->year);
}

static void add_report(nb_prose *prose, const nb_report *report)
{
    static const nb_text2 year = {.zh = "报告年度 ", .en = "Reporting year "};
    static const nb_text2 form = {.zh = "格式：", .en = "Form: "};
    if (!report->year)
        return;
    nb_prose_say(prose, year);
    nb_buf_printf(&prose->text, "%d", report->year);
    if (!report->form)
        return;
    nb_prose_paragraph(prose);
    nb_prose_say(prose, form);
    nb_prose_add(prose, nb_view_of(nb_text2_in(report->form->title, prose->lang)));
    add_basis(prose, report->form->decree);
}

/* The rule behind a finding; the message itself is shown by the editor. */
static void add_finding(nb_prose *prose, const nb_finding *finding)
{
    nb_prose_paragraph(prose);
    nb_prose_put(prose, prose->markdown ? "**" : "");
    nb_prose_put(prose, finding->rule->code);
    nb_prose_put(prose, " ");
    nb_prose_say(prose, finding->rule->title);
    nb_prose_put(prose, prose->markdown ? "**" : "");
    nb_prose_paragraph(prose);
    nb_prose_say(prose, finding->rule->explanation);
    add_basis(prose, finding->rule->basis);
}

static nb_span add_place(nb_prose *prose, const nb_analysis *analysis, const nb_place *place,
                         uint32_t offset)
{
    if (place->row) {
        add_cell(prose, analysis, place);
        return place->cell ? place->cell->span : place->row->label_span;
    }
    if (place->period) {
        add_period(prose, place->report, place->period);
        return place->period->sentence;
    }
    if (place->heading) {
        add_section(prose, place->report, place->heading);
        return place->heading->span;
    }
    if (place->on_title) {
        add_report(prose, place->report);
        return place->report->title.span;
    }
    return add_claim(prose, analysis, offset);
}

bool nb_hover_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset, nb_lang lang,
                 bool markdown, nb_hover *hover)
{
    if (!analysis->is_report)
        return false;
    nb_prose prose = {.lang = lang, .markdown = markdown};
    nb_place place = nb_place_at(analysis, offset);
    hover->span = add_place(&prose, analysis, &place, offset);
    bool from_place = prose.text.len > 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *finding = &analysis->findings[i];
        if (finding->span.start > offset)
            break;
        if (!nb_span_holds(finding->span, offset))
            continue;
        if (!from_place)
            hover->span = finding->span;
        from_place = true;
        add_finding(&prose, finding);
    }
    bool found = prose.text.len > 0;
    hover->text = found ? nb_arena_copy(arena, nb_buf_view(&prose.text)) : (nb_view){0};
    nb_buf_release(&prose.text);
    return found;
}
