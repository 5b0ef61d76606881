#include "nb/report/skeleton.h"
#include "rules/structure.h"
#include "rules/table_names.h"

/*
 * A table of another year's form (domain: X-01). The year must be sure: from the title, the period
 * or the preamble, and named alike by all of them.
 */

static bool is_sure(const nb_report *report)
{
    switch (report->year_source) {
    case NB_YEAR_TITLE:
    case NB_YEAR_PERIOD:
    case NB_YEAR_PREAMBLE:
    case NB_YEAR_FORCED:
        break;
    default:
        return false;
    }
    for (uint32_t i = 0; i < report->year_count; i++) {
        nb_year_source source = report->years[i].source;
        bool counts = source == NB_YEAR_TITLE || source == NB_YEAR_PERIOD;
        if (counts && report->years[i].year != report->year &&
            nb_form_of_year(report->years[i].year) != report->form_required)
            return false;
    }
    return true;
}

static bool has_table_of(const nb_report *report, nb_form_id form)
{
    for (uint32_t t = 0; t < report->table_count; t++)
        if (report->tables[t].form && report->tables[t].form_id == form)
            return true;
    return false;
}

/*
 * Table 四 is the same in two forms. The statistics form may be annexed to a report that has the
 * year's tables as well.
 */
static bool is_of_other_form(const nb_report *report, const nb_table *table)
{
    if (table->key == NB_TABLE_STATISTICS && has_table_of(report, report->form_required))
        return false;
    if (!table->form || table->form_id == report->form_required)
        return false;
    if (table->key == NB_TABLE_REVIEW || report->form_required == NB_FORM_NONE)
        return false;
    return report->form_required != NB_FORM_2008;
}

static nb_span place_of(const nb_table *table)
{
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_table_block *block = &table->blocks[b];
        for (uint32_t c = 0; c < block->form->column_count; c++)
            if (!nb_span_is_empty(block->header_spans[c]))
                return block->header_spans[c];
        for (uint32_t r = 0; r < block->form->row_count; r++)
            if (block->rows[r].is_present && !nb_span_is_empty(block->rows[r].label_span))
                return block->rows[r].label_span;
    }
    return nb_span_of(table->span.start, table->span.start);
}

static nb_view placeholder(void *data, const nb_form_block *block, uint32_t row, uint32_t column)
{
    (void)block, (void)row, (void)column;
    return nb_skeleton_placeholder(data, "数");
}

/* Can the old table be kept as a comment beside the new one? */
static bool can_replace(nb_rule_ctx *ctx, const nb_table *table)
{
    const nb_form *form = nb_form_get(nb_ctx_report(ctx)->form_required);
    bool has_comments = table->dialect == NB_DIALECT_MARKDOWN || table->dialect == NB_DIALECT_HTML;
    if (!has_comments || !table->grid || !nb_form_table_of(form, table->key))
        return false;
    nb_view old = nb_view_sub(nb_ctx_text(ctx), table->grid->span.start, table->grid->span.end);
    return !nb_view_contains(old, NB_V("-->")) && !nb_view_contains(old, NB_V("<!--"));
}

/*
 * The indicators of two forms differ, so no figure is carried over: an empty table of the right
 * form is put in place, the old one stays beside it as a comment.
 */
static void replace(nb_rule_ctx *ctx, nb_fix_draft *fix, const nb_table *table)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_report *report = nb_ctx_report(ctx);
    const nb_form_table *wanted = nb_form_table_of(nb_form_get(report->form_required), table->key);
    nb_skeleton_style style = nb_skeleton_style_of(arena, report);
    nb_skeleton_values values = {.value = placeholder, .data = arena};
    nb_span span = table->grid->span;
    nb_view old = nb_view_sub(nb_ctx_text(ctx), span.start, span.end);
    nb_view empty = nb_view_trim(nb_skeleton_table(arena, wanted, &style, &values));
    nb_view eol = style.eol;
    bool ends_line = nb_view_ends_with(old, NB_V("\n")) || nb_view_ends_with(old, NB_V("\r"));
    nb_fix_replace(fix, nb_span_of(span.start, span.start),
                   nb_arena_printf(arena, "%.*s%.*s%.*s<!-- 原表：%.*s", NB_ARG(empty), NB_ARG(eol),
                                   NB_ARG(eol), NB_ARG(eol)));
    nb_fix_replace(fix, nb_span_of(span.end, span.end),
                   nb_arena_printf(arena, "%.*s-->%.*s", NB_ARG(ends_line ? NB_V("") : eol),
                                   NB_ARG(ends_line ? eol : NB_V(""))));
}

/*
 * The figures of the old table, row by row: 第2行2、2、9. Its labels would be read as a table
 * again.
 */
static nb_view figures_of(nb_rule_ctx *ctx, const nb_table *table)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view all = NB_V("");
    uint32_t number = 0;
    for (uint32_t b = 0; b < table->block_count; b++) {
        const nb_form_block *form = table->blocks[b].form;
        for (uint32_t r = 0; r < form->row_count; r++) {
            nb_view row = NB_V("");
            bool has_figure = false;
            for (uint32_t c = 0; c < form->column_count; c++) {
                const nb_cell *cell = &table->blocks[b].rows[r].cells[c];
                nb_span span = cell->state == NB_CELL_VALUE ? cell->span : (nb_span){0};
                nb_view printed = nb_view_trim(nb_view_sub(nb_ctx_text(ctx), span.start, span.end));
                has_figure |= cell->state == NB_CELL_VALUE && cell->figure.micro != 0;
                row = nb_arena_printf(arena, "%.*s%s%.*s", NB_ARG(row), c ? "、" : "",
                                      NB_ARG(printed.len ? printed : NB_V("空")));
            }
            number++;
            if (has_figure)
                all = nb_arena_printf(arena, "%.*s%s第%u行%.*s", NB_ARG(all), all.len ? "；" : "",
                                      number, NB_ARG(row));
        }
    }
    return all;
}

/* A table found in two places reaches over what stands between them: text, or another table. */
static bool holds_other_text(const nb_report *report, const nb_table *table)
{
    for (uint32_t t = 0; t < report->table_count; t++)
        if (&report->tables[t] != table && nb_span_touches(report->tables[t].span, table->span))
            return true;
    for (uint32_t i = 0; i < report->sentence_count; i++)
        if (nb_span_touches(nb_mapped_whole(&report->sentences[i].text), table->span))
            return true;
    return false;
}

/* Lines that hold nothing but the table, whose every figure was read. */
static bool table_lines(nb_rule_ctx *ctx, const nb_table *table, nb_span *span)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_form *form = nb_form_get(report->form_required);
    nb_view text = nb_ctx_text(ctx);
    if (report->markup->kind != NB_SOURCE_TEXT || !table->is_assigned || table->extra_count ||
        !nb_form_table_of(form, table->key) || nb_span_is_empty(table->span) ||
        holds_other_text(report, table))
        return false;
    span->start = report->lines->starts[nb_lines_at(report->lines, table->span.start)];
    span->end = nb_line_behind(ctx, table->span.end - 1);
    nb_view before = nb_view_sub(text, span->start, table->span.start);
    nb_view behind = nb_view_sub(text, table->span.end, span->end);
    return before.len <= 12 && nb_view_trim(behind).len <= 3;
}

/*
 * Plain text has no comments: the old figures stay beside the empty table as a placeholder, which
 * is reported until it is gone.
 */
static void replace_lines(nb_rule_ctx *ctx, nb_fix_draft *fix, const nb_table *table, nb_span span)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_report *report = nb_ctx_report(ctx);
    const nb_form_table *wanted = nb_form_table_of(nb_form_get(report->form_required), table->key);
    nb_skeleton_style style = nb_skeleton_style_of(arena, report);
    nb_view figures = figures_of(ctx, table);
    nb_view what = nb_arena_printf(arena, "按当年格式重新统计后填入下表；原表数字：%.*s",
                                   NB_ARG(figures.len ? figures : NB_V("均为0或空白")));
    nb_view note = nb_paragraph_like(ctx, nb_skeleton_placeholder(arena, what.ptr));
    nb_fix_replace(fix, span,
                   nb_arena_printf(arena, "%.*s%.*s", NB_ARG(note),
                                   NB_ARG(nb_skeleton_table(arena, wanted, &style, NULL))));
}

/*
 * Each of them can be replaced, one behind the other: of tables that run into each other nobody
 * can say which lines are whose.
 */
static bool can_all_be_replaced(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t end = 0;
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        nb_span span;
        if (!is_of_other_form(report, table))
            continue;
        if (can_replace(ctx, table))
            span = table->grid->span;
        else if (!table_lines(ctx, table, &span))
            return false;
        if (span.start < end)
            return false;
        end = span.end;
    }
    return true;
}

static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft)
{
    static const nb_text2 title = {
        "换成{0}的空表，原表数字留在旁边备查",
        "replace by an empty table of {0}, keep the old figures beside it"};
    const nb_report *report = nb_ctx_report(ctx);
    if (!can_all_be_replaced(ctx))
        return;
    const nb_form *required = nb_form_get(report->form_required);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title,
                                       nb_view_of(nb_text2_in(required->title, nb_ctx_lang(ctx))));
    for (uint32_t t = 0; t < report->table_count; t++) {
        nb_span span;
        if (!is_of_other_form(report, &report->tables[t]))
            continue;
        if (can_replace(ctx, &report->tables[t]))
            replace(ctx, fix, &report->tables[t]);
        else if (table_lines(ctx, &report->tables[t], &span))
            replace_lines(ctx, fix, &report->tables[t], span);
    }
    nb_fix_changes_figure(fix);
}

static void check(nb_rule_ctx *ctx)
{
    static const nb_text2 also = {"同样用了旧格式：{0}", "of the other form, too: {0}"};
    const nb_report *report = nb_ctx_report(ctx);
    nb_finding_draft *draft = NULL;
    if (!is_sure(report))
        return;
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        if (!is_of_other_form(report, table))
            continue;
        if (draft) {
            nb_finding_relate(draft, place_of(table), also, nb_table_name(ctx, table));
            continue;
        }
        const nb_form *used = nb_form_get(table->form_id);
        const nb_form *required = nb_form_get(report->form_required);
        draft = nb_ctx_find(ctx, NB_SEVERITY_ERROR, place_of(table));
        nb_finding_arg(draft, "table", nb_table_name(ctx, table));
        nb_finding_arg_int(draft, "year", report->year);
        nb_finding_arg(draft, "used", nb_view_of(nb_text2_in(used->title, nb_ctx_lang(ctx))));
        nb_finding_arg(draft, "required",
                       nb_view_of(nb_text2_in(required->title, nb_ctx_lang(ctx))));
        nb_finding_arg(draft, "decree", nb_view_of(required->decree));
    }
    if (draft)
        offer(ctx, draft);
}

#define TITLE "# 虚构县档案局2023年政府信息公开工作年度报告\n\n"
#define BAD                                                                                                               \
    TITLE "| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n|---|---|---|---|\n" \
          "| 规章 | 0 | 0 | 0 |\n| 规范性文件 | 2 | 2 | 9 |\n"
#define GOOD                                                                                                     \
    TITLE "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n" \
          "| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 2 | 9 |\n"

const nb_rule nb_rule_t115_wrong_form = {
    .code = "T115",
    .slug = "wrong-form",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"表格用当年的格式", "tables are those of the year's form"},
    .message = {"{table}用的是{used}，{year}年应按{required}（{decree}）填报",
                "{table} follows {used}; a report for {year} follows {required} ({decree})"},
    .explanation =
        {"2019、2020年度用国办公开办函〔2019〕60号的格式，2021年度起用国办公开办函〔2021〕30号的格"
         "式。"
         "两者的指标不同，数字不能照搬，应按当年格式重新统计。",
         "Reports for 2019 and 2020 follow the form of 国办公开办函〔2019〕60号, those since "
         "2021 that of 国办公开办函〔2021〕30号. The indicators differ, so figures cannot be "
         "carried over."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "国办公开办函〔2021〕30号",
    .tag = NB_TAG_DEPRECATED,
    .check = check,
};
