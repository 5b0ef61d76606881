#include "verify.h"

#include <stdio.h>
#include <string.h>

#include "nb/text/utf8.h"

/* How often the rule says just this. */
static uint32_t count_same(const nb_analysis *analysis, const nb_finding *finding)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *f = &analysis->findings[i];
        count += f->rule == finding->rule && nb_view_eq(f->message, finding->message);
    }
    return count;
}

/* F101 and T108 report what a person still has to fill in: the placeholders and the empty tables of
 * skeletons. */
static bool is_placeholder(const nb_rule *rule)
{
    return strcmp(rule->code, "F101") == 0 || strcmp(rule->code, "T108") == 0;
}

bool verify_is_grave(const nb_finding *finding)
{
    return finding->severity <= NB_SEVERITY_WARNING && !is_placeholder(finding->rule);
}

static uint32_t count_grave(const nb_analysis *analysis, const nb_rule *rule)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        count += analysis->findings[i].rule == rule && verify_is_grave(&analysis->findings[i]);
    return count;
}

static const nb_rule *worse_rule(const nb_analysis *before, const nb_analysis *after)
{
    for (uint32_t i = 0; i < nb_rule_count; i++)
        if (count_grave(after, nb_rules[i]) > count_grave(before, nb_rules[i]))
            return nb_rules[i];
    return NULL;
}

static bool is_line_end_kept(nb_view text, const nb_edit *edit)
{
    bool has_crlf = nb_view_contains(text, NB_V("\r\n"));
    nb_view v = edit->new_text;
    for (uint32_t at = 0; at < v.len; at++) {
        bool is_bare = v.ptr[at] == '\n' && (at == 0 || v.ptr[at - 1] != '\r');
        if (v.ptr[at] == '\n' && is_bare == has_crlf)
            return false;
    }
    return true;
}

/* What an edit takes away and puts back at its ends, by whole lines, it need not touch. */
static bool is_minimal(nb_view text, const nb_edit *edit)
{
    nb_view old = nb_view_sub(text, edit->span.start, edit->span.end);
    if (nb_view_eq(old, edit->new_text))
        return false;
    uint32_t line = nb_view_find(old, NB_V("\n"), 0);
    return line == NB_VIEW_NONE ||
           !nb_view_starts_with(edit->new_text, nb_view_sub(old, 0, line + 1));
}

static const char *bad_edit(nb_view text, const nb_fix *fix)
{
    if (fix->edit_count == 0)
        return "it changes nothing";
    for (uint32_t i = 0; i < fix->edit_count; i++) {
        const nb_edit *edit = &fix->edits[i];
        if (!is_line_end_kept(text, edit))
            return "line ends are not those of the text";
        if (nb_utf8_floor(text, edit->span.start) != edit->span.start ||
            nb_utf8_floor(text, edit->span.end) != edit->span.end)
            return "an edit cuts a character";
        if (!is_minimal(text, edit))
            return "an edit replaces what it does not change";
    }
    return NULL;
}

static void print_grave(const nb_analysis *analysis, const nb_rule *rule)
{
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *f = &analysis->findings[i];
        if (f->rule == rule && verify_is_grave(f))
            printf("      %s %s: %.*s\n", nb_severity_name(f->severity), rule->code,
                   NB_ARG(f->message));
    }
}

static int verify(nb_arena *arena, const verify_place *place, const nb_analysis *before,
                  const nb_finding *finding, const nb_fix *fix)
{
    const char *failure = bad_edit(before->text, fix);
    nb_view text = nb_edits_apply(arena, before->text, fix->edits, fix->edit_count);
    const nb_analysis *after = nb_check(arena, text, place->options);
    const nb_rule *worse = worse_rule(before, after);
    if (!failure && count_same(after, finding) >= count_same(before, finding))
        failure = "the finding is still there";
    else if (!failure && worse)
        failure = "an error or a warning has come";
    if (!failure)
        return 0;
    printf("%s %s: %s fix \"%.*s\" of \"%.*s\": %s\n", place->path, place->how, finding->rule->code,
           NB_ARG(fix->title), NB_ARG(finding->message), failure);
    if (worse)
        print_grave(after, worse);
    if (place->is_loud)
        printf("      text before it:\n%.*s\n      text after it:\n%.*s\n", NB_ARG(before->text),
               NB_ARG(text));
    return 1;
}

/* At most one fix is the preferred one, it is the first, and nothing else stands beside it. */
static int verify_preference(const verify_place *place, const nb_finding *finding)
{
    uint32_t preferred = 0;
    for (uint32_t i = 0; i < finding->fix_count; i++)
        preferred += finding->fixes[i].is_preferred;
    if (preferred == 0 || (finding->fix_count == 1 && preferred == 1))
        return 0;
    printf("%s %s: %s \"%.*s\": a preferred fix beside others\n", place->path, place->how,
           finding->rule->code, NB_ARG(finding->message));
    return 1;
}

int verify_fixes(nb_arena *arena, const verify_place *place, const nb_analysis *analysis,
                 uint32_t *count)
{
    int failures = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *finding = &analysis->findings[i];
        failures += verify_preference(place, finding);
        for (uint32_t k = 0; k < finding->fix_count; k++, (*count)++)
            failures += verify(arena, place, analysis, finding, &finding->fixes[k]);
    }
    nb_fixed fixed = nb_fix_all(arena, analysis->text, place->options, NULL);
    if (!fixed.is_stable) {
        printf("%s %s: the safe fixes do not come to rest\n", place->path, place->how);
        failures++;
    }
    nb_fixed again = nb_fix_all(arena, fixed.text, place->options, NULL);
    if (again.fix_count > 0 && fixed.is_stable) {
        printf("%s %s: a second run changes something\n", place->path, place->how);
        failures++;
    }
    return failures;
}
