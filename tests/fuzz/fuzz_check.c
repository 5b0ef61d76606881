/*
 * Any bytes, checked whole: findings are sorted, every span and every edit lies in the text on
 * borders of characters, the edits of a fix are apart, and what
 * the safe fixes make can be checked again.
 */
#include "fuzz.h"

#include "nb/check/apply.h"
#include "nb/text/utf8.h"

static void check_span(nb_view text, nb_span span)
{
    PROPERTY(span.start <= span.end && span.end <= text.len);
    PROPERTY(nb_utf8_floor(text, span.start) == span.start);
    PROPERTY(nb_utf8_floor(text, span.end) == span.end);
}

static void check_finding(nb_view text, const nb_finding *finding)
{
    check_span(text, finding->span);
    PROPERTY(finding->message.len > 0);
    for (uint32_t i = 0; i < finding->related_count; i++)
        check_span(text, finding->related[i].span);
    for (uint32_t f = 0; f < finding->fix_count; f++) {
        const nb_fix *fix = &finding->fixes[f];
        for (uint32_t e = 0; e < fix->edit_count; e++) {
            check_span(text, fix->edits[e].span);
            PROPERTY(e == 0 || fix->edits[e - 1].span.end <= fix->edits[e].span.start);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > UINT16_MAX)
        return 0;
    nb_view text = {(const char *)data, (uint32_t)size};
    nb_arena *arena = nb_arena_new();
    nb_check_options options = {.force_report = size % 2};
    const nb_analysis *analysis = nb_check(arena, text, &options);
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        check_finding(analysis->text, &analysis->findings[i]);
        PROPERTY(i == 0 ||
                 analysis->findings[i - 1].span.start <= analysis->findings[i].span.start);
    }
    nb_fix_round round = nb_fix_round_of(arena, analysis, NULL);
    nb_view fixed = nb_edits_apply(arena, analysis->text, round.edits, round.edit_count);
    nb_check(arena, fixed, &options);
    nb_arena_free(arena);
    return 0;
}
