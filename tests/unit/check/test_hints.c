/* What stands beside the figures of sums that fail. */
#include "cmocka_nb.h"

#include <stdio.h>

#include "nb/check/hints.h"

static nb_view file(nb_arena *arena, const char *name)
{
    nb_view path = nb_arena_printf(arena, NB_SOURCE_DIR "/%s", name);
    FILE *f = fopen(path.ptr, "rb");
    assert_non_null(f);
    char *bytes = nb_arena_alloc(arena, 1u << 20);
    size_t length = fread(bytes, 1, 1u << 20, f);
    assert_int_equal(fclose(f), 0);
    return (nb_view){bytes, (uint32_t)length};
}

/* A row and a column fail because of one figure: the hint and the repair say the same of it. */
static void the_wrong_figure_is_told_and_not_the_totals(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = file(arena, "examples/report-2023-wrong.md");
    const nb_analysis *analysis = nb_check(arena, text, NULL);
    nb_hints hints = nb_hints_in(arena, analysis, nb_span_of(0, text.len), NB_LANG_ZH);
    assert_int_equal(hints.count, 1);
    assert_view(hints.items[0].label, "应为 9");
    assert_view(nb_view_sub(text, hints.items[0].offset - 1, hints.items[0].offset), "8");
    nb_arena_free(arena);
}

static void a_right_report_has_none(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = file(arena, "examples/report-2023.md");
    const nb_analysis *analysis = nb_check(arena, text, NULL);
    assert_int_equal(nb_hints_in(arena, analysis, nb_span_of(0, text.len), NB_LANG_ZH).count, 0);
    nb_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_wrong_figure_is_told_and_not_the_totals),
        cmocka_unit_test(a_right_report_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
