#include "nb/check/complete.h"

#include "nb/check/place.h"
#include "nb/report/skeleton.h"

typedef NB_VEC(nb_completion) completion_vec;

typedef struct completing {
    nb_arena *arena;
    const nb_analysis *analysis;
    const nb_report *report;
    nb_place place;
    nb_lang lang;
    nb_span before; /* what stands in the line before the caret, blanks at its start aside */
    bool is_last;   /* nothing stands behind the caret in its line */
    completion_vec items;
} completing;

static void add(completing *c, nb_completion_kind kind, nb_view label, nb_view detail,
                nb_view new_text, nb_span replaced)
{
    *nb_vec_push(c->arena, &c->items) = (nb_completion){kind, label, detail, new_text, replaced};
}

/* ---- an empty document ---- */

static void add_report(completing *c, int current_year, nb_dialect dialect)
{
    int year = current_year - 1;
    const nb_form *form = nb_form_get(nb_form_of_year(year));
    if (!form)
        return;
    nb_skeleton_style style = nb_skeleton_style_plain(dialect);
    nb_view text = nb_skeleton_report(c->arena, form, year, NB_V(""), &style, NULL);
    bool zh = c->lang != NB_LANG_EN;
    nb_view label = nb_arena_printf(
        c->arena, zh ? "%d年政府信息公开工作年度报告（空白）" : "Empty report on %d", year);
    add(c, NB_COMPLETION_REPORT, label, nb_view_of(nb_text2_in(form->title, c->lang)), text,
        nb_span_of(c->before.start, c->before.end));
}

/* ---- sections ---- */

static int number_of(const nb_report *report, const nb_form_section *section)
{
    for (uint32_t i = 0; i < report->heading_count; i++)
        if (report->headings[i].depth == 1)
            return report->headings[i].number ? section->number : 0;
    return section->number;
}

static void add_sections(completing *c)
{
    const nb_form *form = c->report->form;
    nb_skeleton_style style = nb_skeleton_style_of(c->arena, c->report);
    for (uint32_t i = 0; i < form->section_count; i++) {
        const nb_form_section *section = &form->sections[i];
        if (nb_report_section(c->report, section->key))
            continue;
        int number = number_of(c->report, section);
        nb_view text = nb_skeleton_section(c->arena, form, section->key, number, &style, NULL);
        if (text.len == 0)
            continue;
        nb_view label = nb_view_of(section->title);
        if (number > 0)
            label =
                nb_arena_printf(c->arena, "%.*s、%s",
                                NB_ARG(nb_numeral_han(c->arena, (uint32_t)number)), section->title);
        add(c, NB_COMPLETION_SECTION, label, nb_view_of(nb_text2_in(section->content, c->lang)),
            text, c->before);
    }
}

/* ---- sentences ---- */

/* The words before the caret that the sentence begins with are replaced, others stay. */
static nb_span typed_part(const completing *c, nb_view sentence)
{
    nb_view line = nb_view_sub(c->analysis->text, c->before.start, c->before.end);
    for (uint32_t start = 0; start < line.len; start++) {
        if (((unsigned char)line.ptr[start] & 0xC0) == 0x80)
            continue;
        if (nb_view_starts_with(sentence, nb_view_sub(line, start, line.len)))
            return nb_span_of(c->before.start + start, c->before.end);
    }
    return nb_span_of(c->before.end, c->before.end);
}

static void add_sentence(completing *c, nb_text2 detail, nb_view sentence)
{
    add(c, NB_COMPLETION_SENTENCE, sentence, nb_view_of(nb_text2_in(detail, c->lang)), sentence,
        typed_part(c, sentence));
}

static void add_sentences(completing *c)
{
    static const nb_text2 period = {.zh = "统计期限", .en = "Period of the statistics"};
    static const nb_text2 opening = {.zh = "编制依据", .en = "What the report is based on"};
    static const nb_text2 fees = {.zh = "信息处理费（应报告的事项）",
                                  .en = "Fees for processing information"};
    const nb_report *report = c->report;
    bool in_section = c->place.section != NULL;
    if (!in_section && report->year && report->period_count == 0)
        add_sentence(c, period,
                     nb_arena_printf(c->arena,
                                     "本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。",
                                     report->year, report->year));
    if (!in_section && report->form->decree)
        add_sentence(
            c, opening,
            nb_arena_printf(c->arena,
                            "本报告根据《中华人民共和国政府信息公开条例》和《%s》（%s）编制。",
                            report->form->decree_title, report->form->decree));
    if (c->place.section && c->place.section->key == NB_SECTION_OTHER && report->year >= 2021)
        add_sentence(c, fees,
                     nb_arena_printf(c->arena,
                                     "按照《政府信息公开信息处理费管理办法》，%d年收取信息处理费"
                                     "%.*s元。",
                                     report->year,
                                     NB_ARG(nb_skeleton_placeholder(c->arena, "金额"))));
}

static void add_decrees(completing *c)
{
    const nb_form *form = c->report->form;
    const char *const numbers[] = {form->decree, form->regulation};
    const char *const titles[] = {form->decree_title, "《中华人民共和国政府信息公开条例》"};
    for (int i = 0; i < 2; i++) {
        if (!numbers[i])
            continue;
        nb_view number = nb_view_of(numbers[i]);
        add(c, NB_COMPLETION_DECREE, number, titles[i] ? nb_view_of(titles[i]) : (nb_view){0},
            number, typed_part(c, number));
    }
}

/* ---- rows ---- */

/* The table that the caret is in, or directly below. */
static const nb_table *table_near(const completing *c)
{
    if (c->place.table)
        return c->place.table;
    uint32_t line = nb_lines_at(&c->analysis->lines, c->before.start);
    for (uint32_t t = c->report->table_count; t-- > 0;) {
        const nb_table *table = &c->report->tables[t];
        if (table->span.end <= c->before.start)
            return nb_lines_at(&c->analysis->lines, table->span.end) + 1 >= line ? table : NULL;
    }
    return NULL;
}

/* Not there, or half written at the caret: a label that lacks a character is taken for misspelt. */
static bool is_open(const nb_row *row, uint32_t caret)
{
    return !row->is_present ||
           (row->doubt == NB_ROW_MISSPELT && nb_span_holds(row->label_span, caret));
}

/* Labels of rows that are not there, by the part of one that was typed; in a new row any of them.
 */
static void add_rows(completing *c, const nb_table *table)
{
    nb_view before = nb_view_sub(c->analysis->text, c->before.start, c->before.end);
    bool is_new = before.len == 0 || nb_view_eq(nb_view_trim(before), NB_V("|"));
    for (uint32_t b = 0; !c->place.cell && b < table->block_count; b++) {
        const nb_table_block *block = &table->blocks[b];
        for (uint32_t r = 0; block->is_present && r < block->form->row_count; r++) {
            nb_view label = nb_view_of(block->form->rows[r].label);
            nb_span typed = typed_part(c, label);
            bool is_begun = !nb_span_is_empty(typed);
            if (is_open(&block->rows[r], c->before.end) && (is_begun || is_new))
                add(c, NB_COMPLETION_ROW, label, (nb_view){0}, label, typed);
        }
    }
}

static nb_span line_before(const nb_analysis *analysis, uint32_t offset)
{
    uint32_t start = analysis->lines.starts[nb_lines_at(&analysis->lines, offset)];
    while (start < offset &&
           (analysis->text.ptr[start] == ' ' || analysis->text.ptr[start] == '\t'))
        start++;
    return nb_span_of(start, offset);
}

nb_completions nb_complete_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset,
                              int current_year, nb_lang lang)
{
    completing c = {.arena = arena, .analysis = analysis, .lang = lang};
    if (offset > analysis->text.len)
        offset = analysis->text.len;
    c.before = line_before(analysis, offset);
    uint32_t line_end = nb_lines_span(&analysis->lines, nb_lines_at(&analysis->lines, offset)).end;
    c.is_last = nb_view_trim(nb_view_sub(analysis->text, offset, line_end)).len == 0;
    if (!analysis->is_report) {
        nb_view rest = nb_view_trim(nb_view_sub(analysis->text, 0, c.before.start));
        nb_view behind = nb_view_trim(nb_view_sub(analysis->text, offset, analysis->text.len));
        if (rest.len == 0 && behind.len == 0)
            add_report(&c, current_year,
                       analysis->markup.kind == NB_SOURCE_MARKDOWN ? NB_DIALECT_MARKDOWN
                       : analysis->markup.kind == NB_SOURCE_HTML   ? NB_DIALECT_HTML
                                                                   : NB_DIALECT_TSV);
        return (nb_completions){c.items.items, c.items.len};
    }
    c.place = nb_place_at(analysis, offset);
    c.report = c.place.report;
    const nb_table *table = table_near(&c);
    if (table)
        add_rows(&c, table);
    if (c.place.table || !c.report->form)
        return (nb_completions){c.items.items, c.items.len};
    if (c.is_last)
        add_sections(&c);
    add_sentences(&c);
    add_decrees(&c);
    return (nb_completions){c.items.items, c.items.len};
}
