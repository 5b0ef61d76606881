/* A template of every year in every dialect is free of errors and warnings, placeholders aside. */
#include "cmocka_nb.h"

#include <string.h>

#include "nb/check/check.h"
#include "nb/report/skeleton.h"

static uint32_t faults_of(int year, nb_dialect dialect, nb_view body)
{
    nb_arena *arena = nb_arena_new();
    nb_skeleton_style style = nb_skeleton_style_plain(dialect);
    const nb_form *form = nb_form_get(nb_form_of_year(year));
    nb_view text = nb_skeleton_report(arena, form, year, body, &style, NULL);
    const nb_analysis *analysis = nb_check(arena, text, NULL);
    uint32_t faults = 0;
    uint32_t placeholders = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *finding = &analysis->findings[i];
        if (strcmp(finding->rule->code, "F101") == 0) {
            placeholders++;
            continue;
        }
        if (finding->severity > NB_SEVERITY_WARNING)
            continue;
        print_error("%d %s: %s %.*s\n", year, nb_dialect_name(dialect), finding->rule->code,
                    NB_ARG(finding->message));
        faults++;
    }
    if (!analysis->is_report || placeholders == 0) {
        print_error("%d %s: not a report, or no placeholder noticed\n", year,
                    nb_dialect_name(dialect));
        faults++;
    }
    nb_arena_free(arena);
    return faults;
}

static void templates_are_clean(void **state)
{
    (void)state;
    static const nb_dialect dialects[] = {NB_DIALECT_MARKDOWN, NB_DIALECT_HTML, NB_DIALECT_TSV};
    uint32_t faults = 0;
    for (int year = 2008; year <= 2026; year++)
        for (size_t d = 0; d < sizeof dialects / sizeof dialects[0]; d++) {
            faults += faults_of(year, dialects[d], NB_V("示例县样例局"));
            faults += faults_of(year, dialects[d], NB_V("虚构市人民政府"));
        }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates_are_clean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
