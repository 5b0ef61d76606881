#include "nb/check/place.h"

/* What is said of a single cell, and what would set it right. */

uint32_t nb_findings_from(const nb_analysis *analysis, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = analysis->finding_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (analysis->findings[middle].span.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A finding about an empty cell was widened to the character behind it. */
static bool is_on(const nb_finding *finding, const nb_cell *cell)
{
    return finding->span.end <= cell->span.end ||
           (nb_span_is_empty(cell->span) && finding->span.start == cell->span.start);
}

const nb_finding *nb_cell_finding(const nb_analysis *analysis, const nb_cell *cell)
{
    const nb_finding *gravest = NULL;
    for (uint32_t i = nb_findings_from(analysis, cell->span.start); i < analysis->finding_count;
         i++) {
        const nb_finding *finding = &analysis->findings[i];
        if (finding->span.start > cell->span.end)
            break;
        if (is_on(finding, cell) && (!gravest || finding->severity < gravest->severity))
            gravest = finding;
    }
    return gravest;
}

nb_view nb_cell_repair(const nb_finding *finding, const nb_cell *cell)
{
    for (uint32_t i = 0; i < finding->fix_count; i++) {
        const nb_fix *fix = &finding->fixes[i];
        if (fix->changes_figure && fix->edit_count == 1 &&
            fix->edits[0].span.start >= cell->span.start &&
            fix->edits[0].span.end <= cell->span.end)
            return nb_view_trim(fix->edits[0].new_text);
    }
    return (nb_view){0};
}
