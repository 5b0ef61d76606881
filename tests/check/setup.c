#include "setup.h"

#include <stdlib.h>

/* One of chances, by count bits of number from bit. */
static bool is_set(uint32_t number, unsigned bit, unsigned bits)
{
    uint32_t mask = (1u << bits) - 1;
    return (number >> bit & mask) == mask;
}

static void set_severities(nb_arena *arena, uint32_t number, nb_rule_options *rules)
{
    nb_severity *severities = NB_NEW_ARRAY(arena, nb_severity, nb_rule_count);
    bool *overridden = NB_NEW_ARRAY(arena, bool, nb_rule_count);
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        overridden[i] = (i * 7 + number) % 5 == 0;
        severities[i] = (nb_severity)((i + number) % 5);
    }
    rules->severities = severities;
    rules->overridden = overridden;
}

nb_check_options setup_options(nb_arena *arena, uint32_t number, const char *path)
{
    nb_check_options options = {.kind = nb_source_kind_of_path(nb_view_of(path))};
    if (is_set(number, 0, 2))
        options.kind = (nb_source_kind)((number >> 2) % 4);
    if (is_set(number, 4, 2))
        options.rules.lang = NB_LANG_EN;
    if (is_set(number, 6, 3))
        options.report.force_year = number & 1 ? 2019 : 2022;
    if (is_set(number, 9, 3))
        options.report.force_form = number & 1 ? NB_FORM_2014 : NB_FORM_2021;
    if (is_set(number, 12, 3))
        options.report.issuer_kind = NB_ISSUER_TOWNSHIP;
    if (is_set(number, 15, 2))
        set_severities(arena, number, &options.rules);
    if (is_set(number, 17, 2))
        options.rules.length_limit = 100;
    if (is_set(number, 19, 2))
        options.rules.deadline = 115;
    options.force_report = is_set(number, 21, 1);
    return options;
}

bool setup_has_last_year(uint32_t number)
{
    return is_set(number, 22, 2);
}

const nb_report *setup_last_year(nb_arena *arena, nb_view text)
{
    nb_view copy = nb_arena_copy(arena, text);
    char *bytes = nb_arena_alloc(arena, copy.len + 1u);
    for (uint32_t i = 0; i < copy.len; i++) {
        bool is_last = i >= 3 && copy.ptr[i - 3] == '2' && copy.ptr[i - 2] == '0' &&
                       copy.ptr[i] > '0' && copy.ptr[i] <= '9';
        bytes[i] = (char)(copy.ptr[i] - is_last);
    }
    return nb_check(arena, (nb_view){bytes, copy.len}, NULL)->report;
}

static int compare_numbers(const void *va, const void *vb)
{
    const uint64_t *a = va, *b = vb;
    return *a < *b ? -1 : *a > *b;
}

void setup_suppress(nb_arena *arena, uint32_t number, const nb_analysis *from,
                    nb_check_options *options)
{
    if (!is_set(number, 24, 2) || from->finding_count == 0)
        return;
    uint64_t *left_out = NB_NEW_ARRAY(arena, uint64_t, from->finding_count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < from->finding_count; i += 3)
        left_out[count++] = from->findings[i].fingerprint;
    qsort(left_out, count, sizeof *left_out, compare_numbers);
    options->suppressed = left_out;
    options->suppressed_count = count;
}
