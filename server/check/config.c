#include "nb/check/config.h"

#include <stdlib.h>
#include <string.h>

/* Who spoke first wins, rule by rule. */
static void apply_rules(nb_arena *arena, const nb_config *config, nb_rule_options *options)
{
    if (!config->overridden)
        return;
    if (!options->overridden || !options->severities) {
        options->severities = config->severities;
        options->overridden = config->overridden;
        return;
    }
    nb_severity *severities = NB_NEW_ARRAY(arena, nb_severity, nb_rule_count);
    bool *overridden = NB_NEW_ARRAY(arena, bool, nb_rule_count);
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        bool is_set = options->overridden[i];
        overridden[i] = is_set || config->overridden[i];
        severities[i] = is_set ? options->severities[i] : config->severities[i];
    }
    options->severities = severities;
    options->overridden = overridden;
}

static int compare_prints(const void *a, const void *b)
{
    const uint64_t *x = a;
    const uint64_t *y = b;
    return *x < *y ? -1 : *x > *y;
}

static void apply_suppressions(nb_arena *arena, const nb_config *config, nb_view path,
                               nb_check_options *options)
{
    if (config->suppress_count == 0)
        return;
    uint64_t *prints =
        NB_NEW_ARRAY(arena, uint64_t, (size_t)options->suppressed_count + config->suppress_count);
    uint32_t count = options->suppressed_count;
    if (count)
        memcpy(prints, options->suppressed, count * sizeof *prints);
    for (uint32_t i = 0; i < config->suppress_count; i++) {
        const nb_config_suppression *s = &config->suppress[i];
        if (s->path.len == 0 ||
            nb_config_pattern_matches(s->path, nb_config_relative(config, path)))
            prints[count++] = s->fingerprint;
    }
    qsort(prints, count, sizeof *prints, compare_prints);
    options->suppressed = prints;
    options->suppressed_count = count;
}

void nb_config_apply(nb_arena *arena, const nb_config *config, nb_view path,
                     nb_check_options *options)
{
    nb_report_options *report = &options->report;
    if (!report->force_year)
        report->force_year = config->year;
    if (report->force_form == NB_FORM_NONE)
        report->force_form = config->form;
    if (report->issuer_kind == NB_ISSUER_UNKNOWN)
        report->issuer_kind = config->issuer;
    if (!options->rules.deadline)
        options->rules.deadline = config->deadline;
    if (!options->rules.length_limit)
        options->rules.length_limit = config->length_limit;
    apply_rules(arena, config, &options->rules);
    apply_suppressions(arena, config, path, options);
}
