#include "cmocka_nb.h"

#include "check/fixtures.h"

/*
 * A fingerprint names a finding in nianbao.json and in baselines for years: what is written
 * elsewhere must not change it. Tried on every fixture of the rules.
 */

typedef struct tally {
    uint32_t findings;
    uint32_t wrong;
} tally;

static bool has(const nb_analysis *analysis, uint64_t print)
{
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        if (analysis->findings[i].fingerprint == print)
            return true;
    return false;
}

static void compare(const char *path, const char *what, const nb_analysis *before,
                    const nb_analysis *after, tally *sum)
{
    for (uint32_t i = 0; i < before->finding_count; i++) {
        const nb_finding *finding = &before->findings[i];
        sum->findings++;
        if (has(after, finding->fingerprint))
            continue;
        sum->wrong++;
        print_error("%s: %s with %s: %.*s\n", path, finding->rule->code, what,
                    NB_ARG(finding->message));
    }
}

/* Lines before the report, and the same with other line ends. */
static void move_it(void *self, const char *path, nb_view text, nb_source_kind kind)
{
    nb_arena *arena = nb_arena_new();
    nb_check_options options = {.kind = kind};
    nb_check_options english = {.kind = kind, .rules = {.lang = NB_LANG_EN}};
    nb_buf lower = {0};
    nb_buf crlf = {0};
    nb_buf_add_str(&lower, "\n\n\n");
    nb_buf_add_view(&lower, text);
    for (uint32_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n' && (i == 0 || text.ptr[i - 1] != '\r'))
            nb_buf_add_char(&crlf, '\r');
        nb_buf_add_char(&crlf, text.ptr[i]);
    }
    const nb_analysis *before = nb_check(arena, text, &options);
    compare(path, "lines before it", before, nb_check(arena, nb_buf_view(&lower), &options), self);
    compare(path, "CRLF", before, nb_check(arena, nb_buf_view(&crlf), &options), self);
    compare(path, "English", before, nb_check(arena, text, &english), self);
    nb_buf_release(&lower);
    nb_buf_release(&crlf);
    nb_arena_free(arena);
}

static void it_stays_when_the_report_moves(void **state)
{
    (void)state;
    tally sum = {0};
    uint32_t files = fixtures_visit(move_it, &sum);
    print_message("%u files, %u findings\n", files, sum.findings);
    assert_true(files > 100 && sum.findings > 1000);
    assert_int_equal(sum.wrong, 0);
}

/* No two findings of a text have the same, or suppressing one would suppress the other. */
static void look_for_twins(void *self, const char *path, nb_view text, nb_source_kind kind)
{
    tally *sum = self;
    nb_arena *arena = nb_arena_new();
    nb_check_options options = {.kind = kind};
    const nb_analysis *analysis = nb_check(arena, text, &options);
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        for (uint32_t k = 0; k < i; k++) {
            if (analysis->findings[i].fingerprint != analysis->findings[k].fingerprint)
                continue;
            sum->wrong++;
            print_error("%s: %s twice: %.*s\n", path, analysis->findings[i].rule->code,
                        NB_ARG(analysis->findings[i].message));
        }
    }
    nb_arena_free(arena);
}

static void no_two_findings_share_one(void **state)
{
    (void)state;
    tally sum = {0};
    assert_true(fixtures_visit(look_for_twins, &sum) > 100);
    assert_int_equal(sum.wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_stays_when_the_report_moves),
        cmocka_unit_test(no_two_findings_share_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
