#include "nb/check/check.h"

#include "check/suppress.h"
#include "nb/check/config.h"
#include "report/reading.h"
#include "rules/memory.h"

typedef NB_VEC(nb_finding) finding_vec;
typedef NB_VEC(nb_verdict) verdict_vec;
typedef NB_VEC(nb_claim_link) link_vec;

typedef struct collected {
    finding_vec findings;
    verdict_vec verdicts;
    link_vec links;
    bool is_truncated;
} collected;

static void collect(nb_arena *arena, const nb_findings *found, collected *all)
{
    for (uint32_t i = 0; i < found->count; i++)
        *nb_vec_push(arena, &all->findings) = found->items[i];
    for (uint32_t i = 0; i < found->verdict_count; i++)
        *nb_vec_push(arena, &all->verdicts) = found->verdicts[i];
    for (uint32_t i = 0; i < found->link_count; i++)
        *nb_vec_push(arena, &all->links) = found->links[i];
    all->is_truncated |= found->is_truncated;
}

/* A text with the reports of several years: which is the first one of each. */
typedef struct years {
    const nb_report *first[NB_YEAR_FORCED_MAX - NB_YEAR_FORCED_MIN + 1];
} years;

static const nb_report **report_of_year(years *all, int year)
{
    bool is_known = year >= NB_YEAR_FORCED_MIN && year <= NB_YEAR_FORCED_MAX;
    return is_known ? &all->first[year - NB_YEAR_FORCED_MIN] : NULL;
}

static years years_of(const nb_report_list *reports)
{
    years all = {{NULL}};
    for (uint32_t i = 0; i < reports->count; i++) {
        const nb_report **first = report_of_year(&all, reports->items[i]->year);
        if (first && !*first)
            *first = reports->items[i];
    }
    return all;
}

/* ---- what the analysis before has left ---- */

/* The memory of the report before that had this block; NULL: none. */
static const nb_rule_memory *memory_at(const nb_analysis *before, uint32_t block)
{
    uint32_t low = 0, high = before->reports.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (before->reports.items[middle]->block_end <= block)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < before->reports.count && before->reports.items[low]->first_block <= block;
    return is_found ? before->memories[low] : NULL;
}

static nb_rules_before past_of(const nb_analysis *before, const nb_block_pairs *pairs,
                               const nb_report *report)
{
    nb_rules_before past = {.pairs = pairs};
    const uint32_t ends[] = {report->first_block, report->block_end - 1};
    for (uint32_t k = 0; k < 2 && before && report->block_end > 0 && !past.memory; k++) {
        uint32_t shift, block = nb_block_before(pairs, ends[k], &shift);
        if (block != NB_VIEW_NONE)
            past.memory = memory_at(before, block);
    }
    return past;
}

/* Each report of the document by itself; what two of them say of the same place is said once. */
static void run_rules(nb_arena *arena, const nb_check_options *options, const nb_analysis *before,
                      nb_analysis *analysis)
{
    collected all = {0};
    years reports = years_of(&analysis->reports);
    analysis->memories = NB_NEW_ARRAY(arena, const nb_rule_memory *, analysis->reports.count);
    for (uint32_t i = 0; i < analysis->reports.count; i++) {
        const nb_report *report = analysis->reports.items[i];
        bool is_report = report->is_report || options->force_report;
        analysis->is_report |= is_report;
        nb_rule_options rules = options->rules;
        rules.is_further_report = i > 0;
        rules.is_followed = options->is_followed;
        const nb_report **last_year = report_of_year(&reports, report->year - 1);
        if (!rules.last_year && last_year)
            rules.last_year = *last_year;
        nb_rules_before past = past_of(before, &analysis->reports.reading->pairs, report);
        rules.before = past.memory ? &past : NULL;
        nb_findings found = is_report ? nb_rules_run(arena, report, &rules)
                                      : nb_rules_run_on_any_text(arena, report, &rules);
        analysis->memories[i] = found.memory;
        collect(arena, &found, &all);
    }
    analysis->findings = all.findings.items;
    analysis->finding_count = nb_findings_settle(arena, all.findings.items, all.findings.len);
    analysis->verdicts = all.verdicts.items;
    analysis->verdict_count = all.verdicts.len;
    analysis->links = all.links.items;
    analysis->link_count = all.links.len;
    analysis->is_truncated = all.is_truncated;
}

/* Of everything that the reading and the rules are told. */
static uint64_t hash_of(const nb_check_options *options)
{
    const nb_report_options *report = &options->report;
    const nb_rule_options *rules = &options->rules;
    const int numbers[] = {
        (int)options->kind, report->force_year,  (int)report->force_form, (int)report->issuer_kind,
        (int)rules->lang,   rules->length_limit, rules->deadline,         options->force_report,
    };
    uint64_t hash = nb_view_hash((nb_view){(const char *)numbers, sizeof numbers});
    for (uint32_t i = 0; rules->overridden && rules->severities && i < nb_rule_count; i++)
        hash = hash * 31 + (rules->overridden[i] ? 1 + (uint64_t)rules->severities[i] : 0);
    return hash;
}

/* What may be taken over; last year's report, where the shell brings it, may be another one now. */
static const nb_analysis *usable_before(const nb_check_options *options, uint64_t hash)
{
    const nb_analysis *before = options->before;
    bool is_usable = before && before->options_hash == hash && !options->rules.last_year;
    return is_usable ? before : NULL;
}

const nb_analysis *nb_check(nb_arena *arena, nb_view text, const nb_check_options *options)
{
    static const nb_check_options defaults = {0};
    if (!options)
        options = &defaults;
    nb_analysis *analysis = NB_NEW(arena, nb_analysis);
    analysis->text = nb_arena_copy(arena, text);
    const nb_analysis *last = options->before;
    analysis->lines = nb_lines_index_again(arena, analysis->text, last ? &last->lines : NULL);
    nb_source_kind kind =
        options->kind == NB_SOURCE_AUTO ? nb_source_kind_of(analysis->text) : options->kind;
    nb_view visible;
    nb_suppressions *suppressions = nb_suppressions_find(arena, analysis->text, kind, &visible);
    nb_markup_options markup_options = {.before = last ? &last->markup : NULL};
    if (suppressions) {
        markup_options.hidden = suppressions->lines;
        markup_options.hidden_count = suppressions->line_count;
    }
    analysis->markup = nb_markup_parse_with(arena, visible, kind, &markup_options);
    if (suppressions)
        nb_suppressions_place(suppressions, &analysis->markup);
    analysis->options_hash = hash_of(options);
    const nb_analysis *before = usable_before(options, analysis->options_hash);
    nb_report_options report_options = options->report;
    report_options.before = before ? before->reports.reading : NULL;
    analysis->reports = nb_report_read(arena, &analysis->markup, &analysis->lines, &report_options);
    analysis->report = analysis->reports.items[0];
    run_rules(arena, options, before, analysis);
    nb_suppressions_apply(arena, suppressions, options, analysis);
    return analysis;
}

static bool has_suffix(nb_view path, const char *suffix)
{
    nb_view end = nb_view_of(suffix);
    if (path.len <= end.len)
        return false;
    for (uint32_t i = 0; i < end.len; i++) {
        char c = path.ptr[path.len - end.len + i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != end.ptr[i])
            return false;
    }
    return true;
}

nb_source_kind nb_source_kind_of_path(nb_view path)
{
    if (has_suffix(path, ".md") || has_suffix(path, ".markdown"))
        return NB_SOURCE_MARKDOWN;
    if (has_suffix(path, ".html") || has_suffix(path, ".htm"))
        return NB_SOURCE_HTML;
    return NB_SOURCE_AUTO;
}

bool nb_is_report_path(nb_view path)
{
    return has_suffix(path, ".txt") || nb_source_kind_of_path(path) != NB_SOURCE_AUTO;
}
