#include "check/verdict_counts.h"
#include "nb/check/apply.h"
#include "nb/check/hints.h"

typedef NB_VEC(nb_lens) lens_vec;

static nb_span first_line(const nb_analysis *analysis, nb_span span)
{
    uint32_t line = nb_lines_at(&analysis->lines, span.start);
    uint32_t end = nb_lines_span(&analysis->lines, line).end;
    return nb_span_of(span.start, end < span.end && end >= span.start ? end : span.end);
}

static nb_view table_title(nb_arena *arena, const nb_verdict_counts *counts, nb_lang lang)
{
    uint32_t judged = counts->holding + counts->failing;
    bool zh = lang != NB_LANG_EN;
    if (judged + counts->unjudged == 0)
        return (nb_view){0};
    if (judged == 0)
        return nb_arena_printf(arena, zh ? "勾稽无法核对：%.*s" : "sums cannot be checked: %.*s",
                               NB_ARG(counts->reason));
    if (counts->failing)
        return nb_arena_printf(arena, zh ? "✗ 勾稽 %u/%u，%u 处不平" : "✗ sums %u/%u, %u fail",
                               counts->holding, judged, counts->failing);
    return nb_arena_printf(arena, zh ? "✓ 勾稽 %u/%u" : "✓ sums %u/%u", judged, judged);
}

static nb_view findings_title(nb_arena *arena, const nb_analysis *analysis, nb_lang lang)
{
    uint32_t counts[NB_SEVERITY_HINT + 1] = {0};
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        counts[analysis->findings[i].severity]++;
    uint32_t soft = counts[NB_SEVERITY_INFORMATION] + counts[NB_SEVERITY_HINT];
    bool zh = lang != NB_LANG_EN;
    if (analysis->finding_count == 0)
        return nb_view_of(zh ? "✓ 没有发现问题" : "✓ nothing found");
    return nb_arena_printf(
        arena, zh ? "错误 %u · 警告 %u · 提示 %u" : "%u errors · %u warnings · %u hints",
        counts[NB_SEVERITY_ERROR], counts[NB_SEVERITY_WARNING], soft);
}

static void add(nb_arena *arena, lens_vec *lenses, nb_lens_kind kind, nb_span span, nb_view title)
{
    if (title.len)
        *nb_vec_push(arena, lenses) = (nb_lens){kind, span, title};
}

static void add_document(nb_arena *arena, const nb_analysis *analysis, nb_lang lang,
                         lens_vec *lenses)
{
    static const nb_text2 fix_all = {.zh = "全部安全修改", .en = "Apply all safe fixes"};
    static const nb_text2 insert = {.zh = "补上缺少的内容", .en = "Insert what is missing"};
    const nb_report *report = analysis->report;
    nb_span title =
        first_line(analysis, report->title.is_present ? report->title.span : report->extent);
    add(arena, lenses, NB_LENS_FINDINGS, title, findings_title(arena, analysis, lang));
    nb_fix_round round = nb_fix_round_of(arena, analysis, NULL);
    if (round.fix_count)
        add(arena, lenses, NB_LENS_FIX_ALL, title,
            nb_arena_printf(arena, lang == NB_LANG_EN ? "%s (%u)" : "%s（%u 处）",
                            nb_text2_in(fix_all, lang), round.fix_count));
    nb_fix_choice missing = nb_fix_choice_missing(arena);
    if (nb_fix_round_of(arena, analysis, &missing).fix_count)
        add(arena, lenses, NB_LENS_INSERT, title, nb_view_of(nb_text2_in(insert, lang)));
}

nb_lenses nb_lenses_of(nb_arena *arena, const nb_analysis *analysis, nb_lang lang)
{
    lens_vec lenses = {0};
    if (!analysis->is_report)
        return (nb_lenses){0};
    add_document(arena, analysis, lang, &lenses);
    uint32_t next_verdict = 0;
    for (uint32_t i = 0; i < analysis->reports.count; i++) {
        const nb_report *report = analysis->reports.items[i];
        for (uint32_t t = 0; t < report->table_count; t++) {
            const nb_table *table = &report->tables[t];
            nb_verdict_counts counts = nb_verdicts_count(analysis, table, &next_verdict);
            add(arena, &lenses, NB_LENS_TABLE, first_line(analysis, table->span),
                table_title(arena, &counts, lang));
        }
    }
    return (nb_lenses){lenses.items, lenses.len};
}
