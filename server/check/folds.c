#include "nb/check/outline.h"

typedef NB_VEC(nb_fold_line) fold_vec;

static bool is_blank_line(const nb_analysis *analysis, uint32_t line)
{
    nb_span span = nb_lines_span(&analysis->lines, line);
    return nb_view_trim(nb_view_sub(analysis->text, span.start, span.end)).len == 0;
}

static void add(nb_arena *arena, const nb_analysis *analysis, nb_span span, fold_vec *folds)
{
    if (nb_span_is_empty(span))
        return;
    nb_fold_line fold = {nb_lines_at(&analysis->lines, span.start),
                         nb_lines_at(&analysis->lines, span.end - 1)};
    while (fold.last > fold.first && is_blank_line(analysis, fold.last))
        fold.last--;
    if (fold.last > fold.first)
        *nb_vec_push(arena, folds) = fold;
}

nb_folds nb_folds_of(nb_arena *arena, const nb_analysis *analysis)
{
    fold_vec folds = {0};
    for (uint32_t i = 0; analysis->is_report && i < analysis->reports.count; i++) {
        const nb_report *report = analysis->reports.items[i];
        for (uint32_t h = 0; h < report->heading_count; h++)
            add(arena, analysis, nb_span_union(report->headings[h].span, report->headings[h].body),
                &folds);
        for (uint32_t t = 0; t < report->table_count; t++)
            add(arena, analysis, report->tables[t].span, &folds);
    }
    return (nb_folds){folds.items, folds.len};
}
