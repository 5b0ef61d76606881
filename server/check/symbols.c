#include "check/verdict_counts.h"
#include "nb/check/outline.h"

typedef NB_VEC(nb_symbol) symbol_vec;

/* Names are shown in one line of a narrow pane. */
#define NAME_BYTES_MAX 120u

static nb_view text_of(const nb_analysis *analysis, nb_span span)
{
    nb_view v = nb_view_trim(nb_view_sub(analysis->text, span.start, span.end));
    uint32_t line = nb_view_find(v, NB_V("\n"), 0);
    if (line != NB_VIEW_NONE)
        v = nb_view_trim(nb_view_sub(v, 0, line));
    if (v.len <= NAME_BYTES_MAX)
        return v;
    uint32_t end = NAME_BYTES_MAX;
    while (end && ((unsigned char)v.ptr[end] & 0xC0) == 0x80)
        end--;
    return nb_view_sub(v, 0, end);
}

/* A part ends with its last word, not with the empty lines before the next one. */
static nb_span without_blanks(const nb_analysis *analysis, nb_span span)
{
    while (span.end > span.start && (unsigned char)analysis->text.ptr[span.end - 1] <= ' ')
        span.end--;
    return span;
}

static void add(nb_arena *arena, const nb_analysis *analysis, symbol_vec *symbols, nb_symbol symbol)
{
    if (symbol.name.len == 0)
        return;
    symbol.span = nb_span_union(without_blanks(analysis, symbol.span), symbol.selection);
    uint32_t most = symbols->len ? symbols->items[symbols->len - 1].depth + 1 : 0;
    if (symbol.depth > most)
        symbol.depth = most;
    *nb_vec_push(arena, symbols) = symbol;
}

static nb_symbol of_heading(const nb_analysis *analysis, const nb_heading *heading)
{
    return (nb_symbol){
        .kind = heading->depth <= 1 ? NB_SYMBOL_SECTION : NB_SYMBOL_HEADING,
        .name = text_of(analysis, heading->span),
        .span = nb_span_union(heading->span, heading->body),
        .selection = heading->span,
        .depth = heading->depth > 0 ? (uint32_t)heading->depth : 1,
    };
}

static nb_symbol of_table(nb_arena *arena, const nb_analysis *analysis, const nb_table *table,
                          nb_lang lang, uint32_t *next_verdict)
{
    static const nb_text2 names[NB_TABLE_COUNT] = {
        [NB_TABLE_NONE] = {.zh = "表", .en = "Table"},
        [NB_TABLE_DISCLOSURE] = {.zh = "表：主动公开", .en = "Table: disclosure"},
        [NB_TABLE_REQUESTS] = {.zh = "表：依申请公开", .en = "Table: requests"},
        [NB_TABLE_REVIEW] = {.zh = "表：复议诉讼", .en = "Table: review and litigation"},
        [NB_TABLE_STATISTICS] = {.zh = "统计表", .en = "Table: statistics"},
        [NB_TABLE_OTHER] = {.zh = "其他表", .en = "Other table"},
    };
    nb_verdict_counts counts = nb_verdicts_count(analysis, table, next_verdict);
    uint32_t judged = counts.holding + counts.failing;
    nb_span first = nb_span_of(table->span.start, table->span.start);
    uint32_t line = nb_lines_at(&analysis->lines, first.start);
    first.end = nb_lines_span(&analysis->lines, line).end;
    if (first.end > table->span.end || first.end < first.start)
        first.end = table->span.end;
    return (nb_symbol){
        .kind = NB_SYMBOL_TABLE,
        .name = nb_view_of(nb_text2_in(names[table->key], lang)),
        .detail = judged ? nb_arena_printf(arena, "%s %u/%u", counts.failing ? "✗" : "✓",
                                           counts.holding, judged)
                         : (nb_view){0},
        .span = table->span,
        .selection = first,
    };
}

/* Headings and tables of one report, merged by place; a table lies below the heading before it. */
static void add_report(nb_arena *arena, const nb_analysis *analysis, const nb_report *report,
                       nb_lang lang, uint32_t *next_verdict, symbol_vec *symbols)
{
    if (report->title.is_present)
        add(arena, analysis, symbols,
            (nb_symbol){.kind = NB_SYMBOL_REPORT,
                        .name = text_of(analysis, report->title.span),
                        .span = nb_span_union(report->title.span, report->extent),
                        .selection = report->title.span});
    uint32_t above = report->title.is_present ? 0 : 1; /* levels that are missing at the top */
    uint32_t depth = 0;
    uint32_t t = 0;
    for (uint32_t h = 0; h <= report->heading_count; h++) {
        const nb_heading *heading = h < report->heading_count ? &report->headings[h] : NULL;
        for (; t < report->table_count &&
               (!heading || report->tables[t].span.start < heading->span.start);
             t++) {
            nb_symbol table = of_table(arena, analysis, &report->tables[t], lang, next_verdict);
            table.depth = depth + 1 - (depth + 1 > above ? above : 0);
            add(arena, analysis, symbols, table);
        }
        if (!heading)
            break;
        nb_symbol symbol = of_heading(analysis, heading);
        depth = symbol.depth;
        symbol.depth -= symbol.depth > above ? above : symbol.depth;
        add(arena, analysis, symbols, symbol);
    }
}

nb_symbols nb_symbols_of(nb_arena *arena, const nb_analysis *analysis, nb_lang lang)
{
    symbol_vec symbols = {0};
    uint32_t next_verdict = 0;
    if (analysis->is_report)
        for (uint32_t i = 0; i < analysis->reports.count; i++)
            add_report(arena, analysis, analysis->reports.items[i], lang, &next_verdict, &symbols);
    return (nb_symbols){symbols.items, symbols.len};
}
