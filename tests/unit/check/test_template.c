/* A template of every year in every dialect is free of errors and warnings, placeholders aside. */
#include "cmocka_nb.h"

#include <string.h>
#include <time.h>

#include "nb/check/complete.h"
#include "nb/report/skeleton.h"

static int this_year(void)
{
    time_t now = time(NULL);
    struct tm local;
    return localtime_r(&now, &local) ? local.tm_year + 1900 : 2026;
}

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
    uint32_t faults = 0;
    for (int year = 2008; year <= this_year(); year++)
        for (int d = NB_DIALECT_NONE + 1; d < NB_DIALECT_GLUED; d++) {
            faults += faults_of(year, (nb_dialect)d, NB_V("示例县样例局"));
            faults += faults_of(year, (nb_dialect)d, NB_V("虚构市人民政府"));
            faults += faults_of(year, (nb_dialect)d, NB_V("某某乡人民政府"));
            faults += faults_of(year, (nb_dialect)d, NB_V(""));
        }
    assert_int_equal(faults, 0);
}

/* What stands in an empty document of each kind is the template of the year that is reported. */
static void an_empty_document_begins_with_the_template(void **state)
{
    (void)state;
    static const struct {
        nb_source_kind kind;
        nb_dialect dialect;
        const char *text;
    } cases[] = {
        {NB_SOURCE_MARKDOWN, NB_DIALECT_MARKDOWN, ""},
        {NB_SOURCE_TEXT, NB_DIALECT_TSV, ""},
        {NB_SOURCE_HTML, NB_DIALECT_HTML, ""},
        {NB_SOURCE_MARKDOWN, NB_DIALECT_MARKDOWN, "\n\n"},
        {NB_SOURCE_TEXT, NB_DIALECT_TSV, "年"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        nb_arena *arena = nb_arena_new();
        nb_check_options options = {.kind = cases[i].kind};
        const nb_analysis *analysis = nb_check(arena, nb_view_of(cases[i].text), &options);
        nb_completions items =
            nb_complete_at(arena, analysis, analysis->text.len, 2025, NB_LANG_ZH);
        nb_skeleton_style style = nb_skeleton_style_plain(cases[i].dialect);
        nb_view wanted =
            nb_skeleton_report(arena, nb_form_get(NB_FORM_2021), 2024, NB_V(""), &style, NULL);
        assert_true(items.count > 0);
        assert_int_equal(items.items[0].kind, NB_COMPLETION_REPORT);
        assert_view_at(items.items[0].new_text, wanted, "case", (int)i);
        nb_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates_are_clean),
        cmocka_unit_test(an_empty_document_begins_with_the_template),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
