#include "cli/model.h"
#include "cli/snippet.h"

typedef struct printer {
    nb_buf *out;
    const nb_analysis *analysis;
    bool is_english;
} printer;

static void add_line(const printer *p, const char *zh, const char *en, nb_view value)
{
    nb_buf_printf(p->out, "%s", p->is_english ? en : zh);
    snippet_add_clean(p->out, value.len ? value : NB_V("-"));
    nb_buf_add_char(p->out, '\n');
}

static nb_view text_of(const printer *p, nb_span span)
{
    return nb_view_sub(p->analysis->text, span.start, span.end);
}

static const char *or_dash(const char *s)
{
    return s ? s : "-";
}

static uint32_t line_of(const printer *p, nb_span span)
{
    return nb_lines_at(&p->analysis->lines, span.start) + 1;
}

static void add_head(const printer *p, const nb_report *r)
{
    if (!r->is_report)
        nb_buf_add_str(p->out, p->is_english ? "(not recognised as an annual report)\n"
                                             : "（未识别为年度报告）\n");
    add_line(p, "标题：",
             "title: ", r->title.is_present ? text_of(p, r->title.span) : (nb_view){0});
    add_line(p, "机关：", "issuer: ", r->issuer);
    nb_buf_printf(p->out, p->is_english ? "year: %d (%s)\n" : "年度：%d（%s）\n", r->year,
                  nb_year_source_name(r->year_source));
    for (uint32_t i = 0; i < r->year_count; i++) {
        nb_buf_printf(p->out, "  %d %s %u: ", r->years[i].year,
                      nb_year_source_name(r->years[i].source), line_of(p, r->years[i].span));
        snippet_add_clean(p->out, text_of(p, r->years[i].span));
        nb_buf_add_char(p->out, '\n');
    }
    nb_buf_printf(p->out,
                  p->is_english ? "form: required %s, used %s\n" : "格式：应为 %s，所用 %s\n",
                  or_dash(nb_form_name(r->form_required)), or_dash(nb_form_name(r->form_used)));
    for (uint32_t i = 0; i < r->period_count; i++)
        add_line(p, "统计期限：", "period: ", text_of(p, r->periods[i].sentence));
    if (r->declaration.is_present)
        add_line(p, "组成部分：", "declared parts: ", text_of(p, r->declaration.sentence));
    if (r->sign_off.has_body || r->sign_off.has_date)
        nb_buf_printf(p->out, p->is_english ? "sign-off: %.*s %.*s\n" : "落款：%.*s %.*s\n",
                      NB_ARG(r->sign_off.body), NB_ARG(text_of(p, r->sign_off.date.span)));
}

static void add_headings(const printer *p, const nb_report *r)
{
    nb_buf_add_str(p->out, p->is_english ? "\nheadings\n" : "\n标题层次\n");
    for (uint32_t i = 0; i < r->heading_count; i++) {
        const nb_heading *h = &r->headings[i];
        nb_buf_printf(p->out, "%5u %*s%d ", line_of(p, h->span), h->depth * 2, "", h->number);
        snippet_add_clean(p->out, text_of(p, h->title_span));
        if (h->depth == 1)
            nb_buf_printf(p->out, "  [%s%s%s]", nb_section_key_name(h->section),
                          h->is_official ? "" : ", unofficial", h->is_misspelt ? ", misspelt" : "");
        nb_buf_add_char(p->out, '\n');
    }
}

static void add_row(const printer *p, const nb_form_block *form, const nb_row *row, uint32_t r)
{
    static const char *const doubts[] = {"", " ?misspelt", " ?count", " ?glued", " ?repeated"};
    nb_buf_printf(p->out, "    %-28s%s", form->rows[r].key, doubts[row->doubt]);
    for (uint32_t c = 0; row->cells && c < form->column_count; c++) {
        const nb_cell *cell = &row->cells[c];
        char figure[32];
        if (form->rows[r].kind == NB_VALUE_NONE && cell->state != NB_CELL_VALUE)
            continue;
        if (cell->state == NB_CELL_VALUE) {
            nb_buf_printf(p->out, " %.*s", (int)nb_figure_format(cell->figure.micro, 0, figure),
                          figure);
        } else {
            const char *state = model_state_name(cell->state);
            nb_buf_printf(p->out, " %s", state ? state : "absent");
        }
    }
    nb_buf_add_char(p->out, '\n');
}

static void add_table(const printer *p, const nb_table *t)
{
    nb_buf_printf(p->out, "\n%5u %s %s  %s %s%s%s\n", line_of(p, t->span),
                  nb_table_key_name(t->key), or_dash(nb_form_name(t->form_id)),
                  nb_dialect_name(t->dialect), t->is_assigned ? "assigned" : "not assigned",
                  t->reason ? ": " : "", t->reason ? t->reason : "");
    for (uint32_t b = 0; t->form && b < t->block_count; b++) {
        const nb_table_block *block = &t->blocks[b];
        for (uint32_t r = 0; block->form && r < block->form->row_count; r++) {
            if (block->rows[r].is_present)
                add_row(p, block->form, &block->rows[r], r);
        }
    }
    for (uint32_t i = 0; i < t->extra_count; i++) {
        nb_buf_printf(p->out, "    + %s: ", t->extras[i].is_column ? "column" : "row");
        snippet_add_clean(p->out, t->extras[i].label);
        nb_buf_add_char(p->out, '\n');
    }
}

void model_write_text(nb_buf *out, const nb_analysis *analysis, nb_lang lang)
{
    printer p = {out, analysis, lang == NB_LANG_EN};
    for (uint32_t i = 0; i < analysis->reports.count; i++) {
        const nb_report *report = analysis->reports.items[i];
        if (i > 0)
            nb_buf_add_str(out, "\n----\n");
        add_head(&p, report);
        add_headings(&p, report);
        for (uint32_t t = 0; t < report->table_count; t++)
            add_table(&p, &report->tables[t]);
    }
}
