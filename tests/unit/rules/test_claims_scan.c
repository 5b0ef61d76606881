#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "rules/claims.h"
#include "rules/engine.h"

static void finds_words_anywhere(void **state)
{
    nb_arena *arena = *state;
    const nb_scanner *scanner = nb_scanner_new(arena);
    static const struct {
        const char *text;
        uint32_t has;
    } samples[] = {
        {"", 0},
        {"甲乙丙丁", 0},
        {"2023", NB_HAS_DIGIT},
        {"１件", NB_HAS_DIGIT},
        {"甲 乙", NB_HAS_LOOSE},
        {"甲　乙", NB_HAS_LOOSE},
        {"乙，未收到申请", NB_HAS_NEGATION | NB_HAS_REQUEST},
        {"申", 0},
        {"政府信息公开申请", NB_HAS_REQUEST | NB_HAS_OBJECT},
        {"x复议y诉讼", NB_HAS_REVIEW},
        {"全县本年度", NB_HAS_SELF | NB_HAS_SCOPE | NB_HAS_THIS_YEAR | NB_HAS_YEAR},
        {"\xE7\x94\xB3\xE8\xAF", 0}, /* cut within the last character */
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        uint32_t has = nb_scanner_run(scanner, nb_view_of(samples[i].text));
        if (has != samples[i].has)
            fail_msg("%s: 0x%x", samples[i].text, has);
    }
}

/* The sets that let a rule pass over a sentence; the others answer questions themselves. */
#define FILTERS                                                                                    \
    (NB_HAS_YEAR | NB_HAS_NEGATION | NB_HAS_RESULT | NB_HAS_REVIEW | NB_HAS_DOCUMENT |             \
     NB_HAS_DECISION | NB_HAS_FEE | NB_HAS_DISCLOSED | NB_HAS_SHARE | NB_HAS_AMONG |               \
     NB_HAS_KINDS | NB_HAS_SELF | NB_HAS_WINDOW | NB_HAS_SCOPE)

/* What a rule finds with the claims given. */
static uint32_t run(nb_arena *arena, const nb_report *report, const nb_rule *rule,
                    const nb_claims *claims, nb_span *spans, uint32_t max)
{
    static const nb_rule_options options = {.lang = NB_LANG_ZH};
    nb_rule_ctx ctx = {
        .arena = arena,
        .report = report,
        .options = &options,
        .text = report->markup->text,
        .verdicts = nb_verdicts_judge(arena, report, NB_LANG_ZH),
        .claims = claims,
        .rule = rule,
    };
    rule->check(&ctx);
    for (uint32_t i = 0; i < ctx.drafts.len && i < max; i++)
        spans[i] = ctx.drafts.items[i]->span;
    return ctx.drafts.len;
}

static void compare(nb_arena *arena, const nb_rule *rule, const char *text)
{
    enum { SPANS_MAX = 16 };
    nb_span with[SPANS_MAX];
    nb_span without[SPANS_MAX];
    nb_markup markup = nb_markup_parse(arena, nb_view_of(text), NB_SOURCE_MARKDOWN);
    nb_lines lines = nb_lines_index(arena, markup.text);
    const nb_report *report = nb_report_read(arena, &markup, &lines, NULL).items[0];
    nb_claims claims = nb_claims_read(arena, report, NULL);
    uint32_t count = run(arena, report, rule, &claims, with, SPANS_MAX);
    nb_statement *all = NB_NEW_ARRAY(arena, nb_statement, claims.count);
    for (uint32_t i = 0; i < claims.count; i++) {
        all[i] = claims.items[i];
        all[i].has |= FILTERS;
    }
    nb_claims unfiltered = {all, claims.count};
    assert_int_equal(run(arena, report, rule, &unfiltered, without, SPANS_MAX), count);
    for (uint32_t i = 0; i < count && i < SPANS_MAX; i++)
        assert_true(with[i].start == without[i].start && with[i].end == without[i].end);
}

/* A word that a rule looks for and that is missing in the scanner's table would silence the rule.
 */
static void filters_hide_no_finding(void **state)
{
    for (uint32_t r = 0; r < nb_rule_count; r++) {
        if (nb_rules[r]->code[0] != 'X')
            continue;
        for (uint32_t other = 0; other < nb_rule_count; other++) {
            compare(*state, nb_rules[r], nb_rules[other]->bad.zh);
            compare(*state, nb_rules[r], nb_rules[other]->good.zh);
        }
    }
}

static int setup(void **state)
{
    *state = nb_arena_new();
    return 0;
}

static int teardown(void **state)
{
    nb_arena_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_words_anywhere, setup, teardown),
        cmocka_unit_test_setup_teardown(filters_hide_no_finding, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
