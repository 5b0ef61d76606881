#include <stdio.h>
#include <string.h>

#include "harness.h"
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

static uint32_t count_grave(const nb_analysis *analysis, const nb_rule *rule)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *f = &analysis->findings[i];
        count += f->rule == rule && f->severity <= NB_SEVERITY_WARNING;
    }
    return count;
}

/* A rule that has more errors and warnings than before; NULL if there is none. F101 and T108 report
 * the placeholders and the empty tables of inserted skeletons and are left aside. */
static const nb_rule *worse_rule(const nb_analysis *before, const nb_analysis *after)
{
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        if (strcmp(nb_rules[i]->code, "F101") == 0 || strcmp(nb_rules[i]->code, "T108") == 0)
            continue;
        if (count_grave(after, nb_rules[i]) > count_grave(before, nb_rules[i]))
            return nb_rules[i];
    }
    return NULL;
}

static void print_grave(const nb_analysis *analysis, const nb_rule *rule)
{
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *f = &analysis->findings[i];
        if (f->rule == rule && f->severity <= NB_SEVERITY_WARNING)
            printf("      %s %s: %.*s\n", nb_severity_name(f->severity), rule->code,
                   NB_ARG(f->message));
    }
}

/* A text with CRLF must not get bare LF from a fix. */
static bool keeps_line_ends(nb_view text, const nb_fix *fix)
{
    bool has_crlf = nb_view_contains(text, NB_V("\r\n"));
    for (uint32_t i = 0; i < fix->edit_count; i++) {
        nb_view v = fix->edits[i].new_text;
        for (uint32_t at = 0; at < v.len; at++) {
            bool is_bare = v.ptr[at] == '\n' && (at == 0 || v.ptr[at - 1] != '\r');
            if (is_bare && has_crlf)
                return false;
        }
    }
    return true;
}

static bool is_on_borders(nb_view text, const nb_fix *fix)
{
    for (uint32_t i = 0; i < fix->edit_count; i++) {
        nb_span span = fix->edits[i].span;
        if (nb_utf8_floor(text, span.start) != span.start ||
            nb_utf8_floor(text, span.end) != span.end)
            return false;
    }
    return true;
}

static int verify(nb_arena *arena, const fixture *f, const nb_analysis *before,
                  const nb_finding *finding, const nb_fix *fix)
{
    const char *failure = NULL;
    nb_view text = nb_edits_apply(arena, before->text, fix->edits, fix->edit_count);
    const nb_analysis *after = nb_check(arena, text, &f->options);
    const nb_rule *worse = worse_rule(before, after);
    if (count_same(after, finding) >= count_same(before, finding))
        failure = "the finding is still there";
    else if (worse)
        failure = "an error or a warning has come";
    else if (!keeps_line_ends(before->text, fix))
        failure = "line ends are not those of the text";
    else if (!is_on_borders(before->text, fix))
        failure = "an edit cuts a character";
    if (!failure)
        return 0;
    printf("%s: fix \"%.*s\" of \"%.*s\": %s\n", f->path, NB_ARG(fix->title),
           NB_ARG(finding->message), failure);
    if (worse)
        print_grave(after, worse);
    printf("      text after it:\n%.*s\n", NB_ARG(text));
    return 1;
}

int fixes_verify(nb_arena *arena, const fixture *f, const nb_analysis *analysis,
                 const nb_rule *rule)
{
    int failures = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *finding = &analysis->findings[i];
        for (uint32_t k = 0; finding->rule == rule && k < finding->fix_count; k++)
            failures += verify(arena, f, analysis, finding, &finding->fixes[k]);
    }
    nb_fixed fixed = nb_fix_all(arena, analysis->text, &f->options, NULL);
    if (!fixed.is_stable) {
        printf("%s: the safe fixes do not come to rest\n", f->path);
        failures++;
    }
    return failures;
}
