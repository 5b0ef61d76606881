/* The walk itself, and what an analysis adds to its reports. */
#include "same_walk.h"

#include <stdio.h>

bool same_field(same_walk *w, bool is_same, const char *name)
{
    if (is_same)
        return true;
    same_place inner = *w->where;
    const char *joint = *inner.text && *inner.text != '[' && *inner.text != ' ' ? "." : "";
    (void)snprintf(w->where->text, sizeof w->where->text, "%.100s%s%.280s", name, joint,
                   inner.text);
    return false;
}

bool same_list(same_walk *w, const char *name, const void *a, const void *b, uint32_t count,
               size_t size, same_fn fn)
{
    for (uint32_t i = 0; i < count; i++) {
        if (fn(w, (const char *)a + i * size, (const char *)b + i * size))
            continue;
        char item[120];
        (void)snprintf(item, sizeof item, "%.100s[%u]", name, i);
        return same_field(w, false, item);
    }
    return true;
}

bool same_view(nb_view a, nb_view b)
{
    return nb_view_eq(a, b);
}

bool same_str(const char *a, const char *b)
{
    return !a == !b && (!a || strcmp(a, b) == 0);
}

bool same_span_item(same_walk *w, const void *va, const void *vb)
{
    const nb_span *a = va, *b = vb;
    return SAME_VALUE(start) && SAME_VALUE(end);
}

/* ---- findings ---- */

static bool same_related(same_walk *w, const void *va, const void *vb)
{
    const nb_related *a = va, *b = vb;
    return SAME_SPAN(span) && SAME_VIEW(message);
}

static bool same_edit(same_walk *w, const void *va, const void *vb)
{
    const nb_edit *a = va, *b = vb;
    return SAME_SPAN(span) && SAME_VIEW(new_text);
}

static bool same_fix(same_walk *w, const void *va, const void *vb)
{
    const nb_fix *a = va, *b = vb;
    return SAME_VIEW(title) && SAME_VALUE(kind) && SAME_VALUE(is_preferred) &&
           SAME_VALUE(changes_figure) && SAME_LIST(edits, edit_count, same_edit);
}

static bool same_finding(same_walk *w, const void *va, const void *vb)
{
    const nb_finding *a = va, *b = vb;
    return (SAME_STR(rule->code) && SAME_VALUE(rule) && SAME_SPAN(span) && SAME_VALUE(severity) &&
            SAME_VIEW(message) && SAME_LIST(related, related_count, same_related) &&
            SAME_LIST(fixes, fix_count, same_fix) && SAME_VALUE(fingerprint)) ||
           same_field(w, false, a->rule->code);
}

/* ---- verdicts: those of the table at this place ---- */

static bool find_table(const nb_analysis *in, const nb_table *table, uint32_t at[2])
{
    for (at[0] = 0; at[0] < in->reports.count; at[0]++) {
        const nb_report *report = in->reports.items[at[0]];
        for (at[1] = 0; at[1] < report->table_count; at[1]++)
            if (&report->tables[at[1]] == table)
                return true;
    }
    return false;
}

static bool is_same_table(const same_walk *w, const nb_table *a, const nb_table *b)
{
    uint32_t at_a[2], at_b[2];
    return find_table(w->a, a, at_a) && find_table(w->b, b, at_b) && at_a[0] == at_b[0] &&
           at_a[1] == at_b[1];
}

static bool same_verdict(same_walk *w, const void *va, const void *vb)
{
    const nb_verdict *a = va, *b = vb;
    return same_field(w, is_same_table(w, a->table, b->table), "table") && SAME_VALUE(block) &&
           SAME_VALUE(identity) && SAME_VALUE(index) && SAME_VALUE(state) && SAME_VIEW(reason) &&
           SAME_VALUE(left_micro) && SAME_VALUE(right_micro);
}

static bool same_link(same_walk *w, const void *va, const void *vb)
{
    const nb_claim_link *a = va, *b = vb;
    return SAME_SPAN(claim) && SAME_SPAN(cell);
}

static bool is_first(const nb_analysis *analysis)
{
    return analysis->reports.count && analysis->report == analysis->reports.items[0];
}

bool same_analysis(const nb_analysis *a, const nb_analysis *b, same_place *where)
{
    same_walk walk = {a, b, where}, *w = &walk;
    *where = (same_place){0};
    return SAME_VIEW(text) && SAME_PART(lines, same_lines) && SAME_PART(markup, same_markup) &&
           same_field(w, is_first(a) && is_first(b), "report") &&
           SAME_LIST(reports.items, reports.count, same_report) && SAME_VALUE(is_report) &&
           SAME_LIST(findings, finding_count, same_finding) &&
           SAME_LIST(verdicts, verdict_count, same_verdict) &&
           SAME_LIST(links, link_count, same_link) && SAME_VALUE(is_truncated) &&
           SAME_VALUE(suppressed_count) && SAME_VALUE(options_hash);
}

void same_spoil(nb_arena *arena)
{
    enum { PIECE = 64, SPOILT = 0xA5 };
    nb_arena_reset(arena, SIZE_MAX);
    size_t footprint = nb_arena_footprint(arena);
    for (;;) {
        void *piece = nb_arena_alloc(arena, PIECE);
        if (nb_arena_footprint(arena) > footprint)
            break;
        memset(piece, SPOILT, PIECE);
    }
    nb_arena_free(arena);
}
