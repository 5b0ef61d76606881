#include "check/suppress.h"
#include "rules/engine.h"

/* ---- where a suppression reaches ---- */

static uint32_t line_end(nb_view text, uint32_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
        at++;
    return at;
}

/* Behind the line on which anything but blanks stands next. */
static uint32_t next_line_end(nb_view text, uint32_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t' || text.ptr[at] == '\n' ||
                             text.ptr[at] == '\r'))
        at++;
    return line_end(text, at);
}

/* Behind the row of a table that begins next: a comment may stand between the rows of HTML. */
static uint32_t next_row_end(const nb_grid *grid, uint32_t at)
{
    uint32_t end = at;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        uint32_t first = grid->row_first[row];
        uint32_t last = grid->row_first[row + 1];
        if (first == last || grid->cells[first].span.start < at)
            continue;
        for (uint32_t i = first; i < last; i++)
            end = grid->cells[i].span.end > end ? grid->cells[i].span.end : end;
        break;
    }
    return end;
}

/*
 * The next line; all of the table or paragraph that begins on it, for in most dialects nothing
 * can stand between the rows of a table or the lines of a broken paragraph. *block is moved on
 * to the first that ends behind the suppression.
 */
static nb_span next_scope(const nb_markup *markup, const nb_suppression *s, uint32_t *block)
{
    uint32_t end = next_line_end(markup->text, s->span.end);
    while (*block < markup->block_count && markup->blocks[*block].span.end <= s->span.end)
        (*block)++;
    for (uint32_t b = *block; b < markup->block_count; b++) {
        const nb_block *found = &markup->blocks[b];
        if (found->kind == NB_BLOCK_COMMENT)
            continue;
        uint32_t reaches = found->span.end;
        if (found->grid && found->span.start < s->span.start)
            reaches = next_row_end(found->grid, s->span.end);
        if (found->span.start < end && reaches > end)
            end = reaches;
        if (found->span.start >= end || found->span.end >= end)
            break;
    }
    return nb_span_of(s->span.end, end + 1); /* a finding may stand at the line's very end */
}

static bool is_in_code(const nb_markup *markup, const nb_suppression *s, uint32_t *block)
{
    while (*block < markup->block_count && markup->blocks[*block].span.end <= s->span.start)
        (*block)++;
    return *block < markup->block_count && markup->blocks[*block].kind == NB_BLOCK_CODE &&
           markup->blocks[*block].span.start <= s->span.start;
}

void nb_suppressions_place(nb_suppressions *all, const nb_markup *markup)
{
    uint32_t block = 0;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        nb_suppression s = all->items[i];
        if (is_in_code(markup, &s, &block))
            continue;
        uint32_t next = block;
        s.scope = s.is_whole_text ? nb_span_of(0, UINT32_MAX) : next_scope(markup, &s, &next);
        all->items[kept++] = s;
    }
    all->count = kept;
}

/* ---- which findings go ---- */

static bool suppresses(nb_suppression *s, const nb_finding *finding)
{
    if (finding->span.start < s->scope.start || finding->span.start >= s->scope.end)
        return false;
    bool found = false;
    for (uint32_t k = 0; k < s->code_count; k++) {
        if (s->codes[k].rule == finding->rule)
            found = s->codes[k].is_used = true;
    }
    return found;
}

static bool is_suppressed(nb_suppressions *all, const nb_finding *finding)
{
    bool found = false; /* all are asked: each that would do is used */
    for (uint32_t i = 0; all && i < all->count; i++)
        found |= suppresses(&all->items[i], finding);
    return found;
}

static bool has_print(const nb_check_options *options, uint64_t print)
{
    uint32_t low = 0;
    uint32_t high = options->suppressed_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (options->suppressed[middle] < print)
            low = middle + 1;
        else
            high = middle;
    }
    return low < options->suppressed_count && options->suppressed[low] == print;
}

static bool override_of(const nb_rule_options *options, const nb_rule *rule, nb_severity *severity)
{
    for (uint32_t i = 0; options->overridden && options->severities && i < nb_rule_count; i++) {
        if (nb_rules[i] == rule && options->overridden[i]) {
            *severity = options->severities[i];
            return true;
        }
    }
    return false;
}

static void mark_switched_off(nb_suppressions *all, const nb_rule_options *options)
{
    for (uint32_t i = 0; i < all->count; i++) {
        nb_suppression *s = &all->items[i];
        for (uint32_t k = 0; k < s->code_count; k++) {
            nb_severity severity;
            s->codes[k].is_off = s->codes[k].rule &&
                                 override_of(options, s->codes[k].rule, &severity) &&
                                 severity == NB_SEVERITY_OFF;
        }
    }
}

/* ---- what is to be said of them ---- */

enum { NOTE_COUNT = 3 };

static nb_findings note(nb_arena *arena, const nb_suppressions *all,
                        const nb_check_options *options, const nb_analysis *analysis)
{
    static const nb_rule *const notes[NOTE_COUNT] = {&nb_rule_n101_unknown_suppression,
                                                     &nb_rule_n102_unused_suppression,
                                                     &nb_rule_n103_suppression_reason};
    nb_severity severities[NOTE_COUNT] = {0};
    bool overridden[NOTE_COUNT] = {0};
    for (int i = 0; i < NOTE_COUNT; i++)
        overridden[i] = override_of(&options->rules, notes[i], &severities[i]);
    nb_rule_options own = options->rules;
    own.severities = severities;
    own.overridden = overridden;
    own.suppressions = all;
    return nb_engine_run(arena, analysis->report, &own, notes, NOTE_COUNT);
}

static void add_notes(nb_arena *arena, const nb_findings *notes, nb_analysis *analysis)
{
    if (notes->count == 0)
        return;
    uint32_t count = analysis->finding_count + notes->count;
    nb_finding *findings = NB_NEW_ARRAY(arena, nb_finding, count);
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        findings[i] = analysis->findings[i];
    for (uint32_t i = 0; i < notes->count; i++)
        findings[analysis->finding_count + i] = notes->items[i];
    analysis->findings = findings;
    analysis->finding_count = nb_findings_settle(arena, findings, count);
}

void nb_suppressions_apply(nb_arena *arena, nb_suppressions *all, const nb_check_options *options,
                           nb_analysis *analysis)
{
    if (!all && options->suppressed_count == 0)
        return;
    nb_finding *kept = NB_NEW_ARRAY(arena, nb_finding, analysis->finding_count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *finding = &analysis->findings[i];
        if (!is_suppressed(all, finding) && !has_print(options, finding->fingerprint))
            kept[count++] = *finding;
    }
    analysis->suppressed_count = analysis->finding_count - count;
    analysis->findings = kept;
    analysis->finding_count = count;
    if (!all || !analysis->is_report)
        return;
    analysis->markup.text = analysis->text; /* the notes speak of what was blank to the rules */
    all->is_judged = !analysis->is_truncated;
    mark_switched_off(all, &options->rules);
    nb_findings notes = note(arena, all, options, analysis);
    add_notes(arena, &notes, analysis);
}
