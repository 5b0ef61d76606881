#include "reading.h"

#include <unistd.h>

/*
 * The frame of the reports in the corpus beside the repository: keys and numbers that a reader
 * finds in them. Skipped where the corpus is absent.
 */

#define CORPUS NB_SOURCE_DIR "/../shared/corpus/"

#define SIX "overview disclosure requests review problems other"
#define ERA_B "overview disclosure requests fees review problems none"

static void dialects(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *suffix;
    } DIALECTS[] = {
        {"html-table", "html"},    {"html-word", "html"},  {"markdown", "md"},
        {"para-cells", "txt"},     {"pdf-layout", "txt"},  {"pipe-multi-line", "txt"},
        {"pipe-one-line", "txt"},  {"plain-glued", "txt"}, {"plain-spaced", "txt"},
        {"tika-tab-cells", "txt"}, {"tsv", "txt"},
    };
    static const struct {
        int form;
        int year;
        const char *sections;
    } FORMS[] = {{2014, 2016, ERA_B}, {2019, 2020, SIX}, {2021, 2023, SIX}};
    if (access(CORPUS "dialects", R_OK) != 0) {
        print_message("the corpus is not here: skipped\n");
        skip();
    }
    for (size_t d = 0; d < sizeof DIALECTS / sizeof DIALECTS[0]; d++) {
        for (size_t f = 0; f < 3; f++) {
            char path[500], name[100];
            snprintf(name, sizeof name, "%s-%d.%s", DIALECTS[d].name, FORMS[f].form,
                     DIALECTS[d].suffix);
            snprintf(path, sizeof path, CORPUS "dialects/%s", name);
            reading *r = reading_of_file(path);
            assert_non_null(r);
            print_message("%s\n", name);
            const nb_report *report = r->report;
            assert_int_equal(r->list.count, 1);
            assert_true(report->is_report);
            assert_true(report->title.is_present && report->title.is_report);
            assert_int_equal(report->title.year, FORMS[f].year);
            assert_int_equal(report->year, FORMS[f].year);
            assert_true(report->title.body.len > 0);
            assert_int_not_equal(report->issuer_kind, NB_ISSUER_UNKNOWN);
            assert_string_equal(reading_sections(r), FORMS[f].sections);
            assert_int_equal(report->period_count, 1);
            assert_int_equal(report->periods[0].start.year, FORMS[f].year);
            assert_int_equal(report->periods[0].end.year, FORMS[f].year);
            assert_true(report->declaration.is_present && report->declaration.parts_certain);
            for (uint32_t i = 0; i < report->heading_count; i++)
                assert_false(report->headings[i].is_misspelt);
            for (uint32_t i = 0; i < report->year_count; i++)
                assert_int_equal(report->years[i].year, FORMS[f].year);
            reading_end(r);
        }
    }
}

static void real_reports(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool has_title;
        int year;
        nb_issuer_kind kind;
        const char *sections;
        int declared; /* number of parts that the text claims; 0: none */
        int signed_in;
    } CASES[] = {
        {"2012-pingtan-qu.txt", true, 2012, NB_ISSUER_GOVERNMENT,
         "overview none disclosure requests problems", 5, 2013},
        {"2014-pingtan.txt", true, 2014, NB_ISSUER_GOVERNMENT,
         "overview disclosure requests fees problems none", 6, 0},
        {"2016-pingtan.txt", true, 2016, NB_ISSUER_GOVERNMENT, ERA_B, 7, 0},
        {"2019-pingtan.txt", true, 2019, NB_ISSUER_GOVERNMENT, SIX, 6, 0},
        {"2021-pingtan.txt", true, 2021, NB_ISSUER_GOVERNMENT, SIX, 6, 0},
        {"2023-pingtan.txt", true, 2023, NB_ISSUER_GOVERNMENT, SIX, 0, 0},
        {"2025-shuyang.md", true, 2025, NB_ISSUER_GOVERNMENT, SIX, 0, 2026},
        {"seed-0.txt", false, 2017, NB_ISSUER_DEPARTMENT,
         "overview disclosure requests fees review problems", 6, 2018},
        {"seed-1.txt", true, 2017, NB_ISSUER_DEPARTMENT,
         "overview none disclosure requests fees review problems", 8, 2018},
        {"seed-2.txt", true, 2017, NB_ISSUER_TOWNSHIP,
         "overview disclosure requests fees review none problems", 7, 0},
        {"seed-3.txt", false, 2020, NB_ISSUER_GOVERNMENT, SIX, 6, 0},
        {"seed-4.txt", false, 2017, NB_ISSUER_UNKNOWN,
         "overview disclosure requests fees review none none none problems", 0, 0},
    };
    if (access(CORPUS "real", R_OK) != 0) {
        print_message("the corpus is not here: skipped\n");
        skip();
    }
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        char path[500];
        snprintf(path, sizeof path, CORPUS "real/%s", CASES[i].name);
        reading *r = reading_of_file(path);
        assert_non_null(r);
        print_message("%s\n", CASES[i].name);
        const nb_report *report = r->report;
        assert_int_equal(r->list.count, 1);
        assert_true(report->is_report);
        assert_int_equal(report->title.is_present, CASES[i].has_title);
        assert_int_equal(report->year, CASES[i].year);
        assert_int_equal(report->issuer_kind, CASES[i].kind);
        assert_string_equal(reading_sections(r), CASES[i].sections);
        assert_int_equal(report->declaration.count, CASES[i].declared);
        assert_int_equal(report->sign_off.has_date, CASES[i].signed_in != 0);
        assert_int_equal(report->sign_off.date.year, CASES[i].signed_in);
        reading_end(r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dialects),
        cmocka_unit_test(real_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
