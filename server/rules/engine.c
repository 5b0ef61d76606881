#include "rules/engine.h"

#include "nb/base/bug.h"

/* What the user wants of a rule; false: nothing, use the defaults. */
static bool severity_override(const nb_rule_options *options, uint32_t index, nb_severity *severity)
{
    if (!options->overridden || !options->severities || !options->overridden[index])
        return false;
    *severity = options->severities[index];
    return true;
}

typedef NB_VEC(nb_finding) finding_vec;

typedef struct rule_list {
    const nb_rule *const *rules;
    uint32_t count;
    bool on_any_text_only;
    bool is_registry; /* they are nb_rules, all of them */
} rule_list;

static void run_check(nb_rule_ctx *ctx)
{
    ctx->drafts.len = 0;
    ctx->shown = NULL;
    ctx->shown_statement = NB_VIEW_NONE;
    ctx->replayed = 0;
    ctx->rule->check(ctx);
}

/*
 * A fingerprint is kept in files that users of both languages read, and arguments can be words of
 * ours. So it is always that of the Chinese finding: where another language is shown a rule that
 * finds something runs twice, and the findings of both runs are the same ones in the same order.
 */
static void set_neutral_prints(nb_rule_ctx *ctx, nb_finding *findings, uint32_t count)
{
    const nb_rule_options *shown = ctx->options;
    uint32_t links = ctx->links.len; /* told already */
    nb_rule_options chinese = *shown;
    chinese.lang = NB_LANG_ZH;
    ctx->options = &chinese;
    run_check(ctx);
    NB_BUG_ON(ctx->drafts.len != count, "a rule finds the same in every language");
    for (uint32_t i = 0; i < count; i++)
        findings[i].fingerprint = nb_finding_print(ctx->drafts.items[i]);
    ctx->links.len = ctx->origins.len = links;
    ctx->options = shown;
}

static void run_rule(nb_rule_ctx *ctx, const nb_rule *rule, uint32_t index, finding_vec *findings)
{
    nb_severity severity = NB_SEVERITY_OFF;
    bool is_overridden = severity_override(ctx->options, index, &severity);
    if (is_overridden && severity == NB_SEVERITY_OFF)
        return;
    ctx->rule = rule;
    ctx->rule_index = index;
    run_check(ctx);
    uint32_t first = findings->len;
    for (uint32_t i = 0; i < ctx->drafts.len; i++) {
        nb_finding finding = nb_finding_close(ctx->drafts.items[i]);
        if (is_overridden)
            finding.severity = severity;
        *nb_vec_push(ctx->arena, findings) = finding;
    }
    if (findings->len > first && ctx->options->lang != NB_LANG_ZH)
        set_neutral_prints(ctx, findings->items + first, findings->len - first);
}

static const nb_rule_memory *memory_of(const nb_rule_ctx *ctx, const nb_findings *found)
{
    nb_rule_memory *memory = NB_NEW(ctx->arena, nb_rule_memory);
    *memory = (nb_rule_memory){
        .report = ctx->report,
        .facts = ctx->facts,
        .figures = ctx->figures,
        .prose = ctx->prose,
        .claims = ctx->claims,
        .pieces = ctx->quiet_pieces,
        .statements = ctx->quiet_statements,
        .links = ctx->links.items,
        .origins = ctx->origins.items,
        .link_count = ctx->origins.len,
        .found = *found,
        .has_read_all = ctx->has_read_all,
        .has_last_year = nb_ctx_last_year(ctx) != NULL,
    };
    return memory;
}

/* Everything but the rules with on_any_text, from the run before or by the tables and rules. */
static nb_findings run_on_report(nb_rule_ctx *ctx, rule_list list)
{
    nb_findings found = {0};
    ctx->is_remembered = list.is_registry && ctx->options->is_followed;
    if (ctx->is_remembered) {
        ctx->before = ctx->options->before;
        ctx->facts = nb_facts_hash(ctx->report);
        ctx->figures = nb_figures_hash(ctx->report);
        if (nb_memory_recall(ctx, &found))
            return found;
    }
    ctx->verdicts = nb_verdicts_judge(ctx->arena, ctx->report, ctx->options->lang);
    finding_vec findings = {0};
    for (uint32_t i = 0; i < list.count; i++)
        if (!list.rules[i]->on_any_text)
            run_rule(ctx, list.rules[i], i, &findings);
    return (nb_findings){
        .items = findings.items,
        .count = findings.len,
        .verdicts = ctx->verdicts.items,
        .verdict_count = ctx->verdicts.count,
        .links = ctx->links.items,
        .link_count = ctx->links.len,
    };
}

static nb_findings run(nb_arena *arena, const nb_report *report, const nb_rule_options *options,
                       rule_list list)
{
    static const nb_rule_options defaults = {.lang = NB_LANG_ZH};
    nb_rule_ctx ctx = {
        .arena = arena,
        .report = report,
        .options = options ? options : &defaults,
        .text = report->markup->text,
    };
    nb_findings found = {0};
    if (!list.on_any_text_only)
        found = run_on_report(&ctx, list);
    finding_vec findings = {0};
    for (uint32_t i = 0; i < found.count; i++)
        *nb_vec_push(arena, &findings) = found.items[i];
    for (uint32_t i = 0; i < list.count && !ctx.options->is_further_report; i++)
        if (list.rules[i]->on_any_text)
            run_rule(&ctx, list.rules[i], i, &findings);
    found.items = findings.items;
    found.count = nb_findings_settle(arena, findings.items, findings.len);
    found.is_truncated = ctx.is_truncated;
    found.memory = ctx.is_remembered ? memory_of(&ctx, &found) : NULL;
    return found;
}

nb_findings nb_engine_run(nb_arena *arena, const nb_report *report, const nb_rule_options *options,
                          const nb_rule *const *rules, uint32_t rule_count)
{
    return run(arena, report, options, (rule_list){.rules = rules, .count = rule_count});
}

nb_findings nb_rules_run(nb_arena *arena, const nb_report *report, const nb_rule_options *options)
{
    return run(arena, report, options,
               (rule_list){.rules = nb_rules, .count = nb_rule_count, .is_registry = true});
}

nb_findings nb_rules_run_on_any_text(nb_arena *arena, const nb_report *report,
                                     const nb_rule_options *options)
{
    return run(arena, report, options,
               (rule_list){.rules = nb_rules, .count = nb_rule_count, .on_any_text_only = true});
}
