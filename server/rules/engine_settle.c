#include <stdlib.h>
#include <string.h>

#include "rules/engine.h"

/* Places first, so that a list of findings reads like the report. */
static int compare_findings(const void *a, const void *b)
{
    const nb_finding *x = a;
    const nb_finding *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->severity != y->severity)
        return x->severity < y->severity ? -1 : 1;
    int by_code = strcmp(x->rule->code, y->rule->code);
    if (by_code)
        return by_code;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    int by_message = nb_view_compare(x->message, y->message);
    if (by_message)
        return by_message;
    return x->fingerprint < y->fingerprint ? -1 : x->fingerprint > y->fingerprint;
}

static bool says_the_same(const nb_finding *a, const nb_finding *b)
{
    return a->rule == b->rule && a->span.start == b->span.start && a->span.end == b->span.end &&
           nb_view_eq(a->message, b->message);
}

typedef struct print_at {
    uint64_t print;
    uint32_t index;
} print_at;

static int compare_prints(const void *a, const void *b)
{
    const print_at *x = a;
    const print_at *y = b;
    if (x->print != y->print)
        return x->print < y->print ? -1 : 1;
    return x->index < y->index ? -1 : 1;
}

/* The second of two equal fingerprints gets its number among them mixed in. */
static void part_equal_prints(nb_arena *arena, nb_finding *items, uint32_t count)
{
    print_at *prints = NB_NEW_ARRAY(arena, print_at, count);
    for (uint32_t i = 0; i < count; i++)
        prints[i] = (print_at){items[i].fingerprint, i};
    qsort(prints, count, sizeof *prints, compare_prints);
    uint64_t nth = 0;
    for (uint32_t i = 1; i < count; i++) {
        nth = prints[i].print == prints[i - 1].print ? nth + 1 : 0;
        items[prints[i].index].fingerprint += nth * UINT64_C(0x9e3779b97f4a7c15);
    }
}

uint32_t nb_findings_settle(nb_arena *arena, nb_finding *items, uint32_t count)
{
    if (count < 2)
        return count;
    qsort(items, count, sizeof *items, compare_findings);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < count; i++) {
        if (!says_the_same(&items[kept - 1], &items[i]))
            items[kept++] = items[i];
    }
    part_equal_prints(arena, items, kept);
    return kept;
}
