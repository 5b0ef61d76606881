#include "cmocka_nb.h"

#include <stdlib.h>
#include <string.h>

#include "nb/text/document.h"

static void check_index(const nb_document *d)
{
    nb_arena *arena = nb_arena_new();
    nb_lines fresh = nb_lines_index(arena, nb_document_text(d));
    const nb_lines *kept = nb_document_lines(d);
    assert_int_equal(kept->count, fresh.count);
    assert_true(fresh.well_formed || !kept->well_formed);
    assert_memory_equal(kept->starts, fresh.starts, fresh.count * sizeof *fresh.starts);
    assert_ptr_equal(kept->text.ptr, nb_document_text(d).ptr);
    assert_int_equal(kept->text.len, nb_document_text(d).len);
    nb_arena_free(arena);
}

static bool edit(nb_document *d, uint32_t l1, uint32_t c1, uint32_t l2, uint32_t c2, const char *s)
{
    nb_range range = {{l1, c1}, {l2, c2}};
    bool done = nb_document_edit(d, range, NB_UTF16, nb_view_of(s));
    check_index(d);
    return done;
}

static void edits_splice_text_and_lines(void **state)
{
    (void)state;
    nb_document *d = nb_document_new(NB_V("一\n二\n三\n"));
    check_index(d);
    assert_true(edit(d, 1, 0, 1, 1, "2"));
    assert_view(nb_document_text(d), "一\n2\n三\n");
    assert_true(edit(d, 1, 1, 1, 1, "\nx\ny"));
    assert_view(nb_document_text(d), "一\n2\nx\ny\n三\n");
    assert_true(edit(d, 0, 1, 4, 0, ""));
    assert_view(nb_document_text(d), "一三\n");
    assert_true(edit(d, 9, 9, 9, 9, "end"));
    assert_view(nb_document_text(d), "一三\nend");
    assert_true(edit(d, 1, 3, 1, 0, "swapped"));
    assert_view(nb_document_text(d), "一三\nswapped");
    assert_true(edit(d, 0, 0, 99, 0, ""));
    assert_view(nb_document_text(d), "");
    nb_document_free(d);
    nb_document_free(NULL);
}

static void cr_and_lf_join_and_part(void **state)
{
    (void)state;
    nb_document *d = nb_document_new(NB_V("a\rb"));
    assert_true(edit(d, 1, 0, 1, 0, "\n"));
    assert_view(nb_document_text(d), "a\r\nb");
    assert_int_equal(nb_document_lines(d)->count, 2);
    nb_document_set(d, NB_V("a\rx\nb"));
    assert_true(edit(d, 1, 0, 1, 1, ""));
    assert_int_equal(nb_document_lines(d)->count, 2);
    nb_document_set(d, NB_V("a\nb"));
    assert_true(edit(d, 0, 1, 0, 1, "\r"));
    assert_int_equal(nb_document_lines(d)->count, 2);
    assert_true(edit(d, 0, 0, 0, 1, "\r\r"));
    assert_int_equal(nb_document_lines(d)->count, 4);
    nb_document_free(d);
}

static void surrogate_pairs_are_not_split(void **state)
{
    (void)state;
    nb_document *d = nb_document_new(NB_V("😀x"));
    assert_true(edit(d, 0, 1, 0, 2, ""));
    assert_view(nb_document_text(d), "x");
    nb_document_free(d);
}

static void ill_formed_bytes_are_kept(void **state)
{
    (void)state;
    nb_document *d = nb_document_new(NB_V("a\xFFz"));
    assert_true(edit(d, 0, 2, 0, 2, "\xE4\xB8"));
    assert_view(nb_document_text(d), "a\xFF\xE4\xB8z");
    nb_document_free(d);
}

static void what_would_grow_too_large_is_refused(void **state)
{
    (void)state;
    char *large = malloc(NB_DOCUMENT_MAX);
    memset(large, 'a', NB_DOCUMENT_MAX);
    nb_document *d = nb_document_new(NB_V("bc"));
    nb_range end = {{0, 2}, {0, 2}};
    assert_false(nb_document_edit(d, end, NB_UTF16, (nb_view){large, NB_DOCUMENT_MAX}));
    assert_view(nb_document_text(d), "bc");
    nb_range all = {{0, 0}, {0, 2}};
    assert_true(nb_document_edit(d, all, NB_UTF16, (nb_view){large, NB_DOCUMENT_MAX}));
    assert_int_equal(nb_document_text(d).len, NB_DOCUMENT_MAX);
    nb_document_free(d);
    free(large);
}

static void random_edits_keep_the_index(void **state)
{
    (void)state;
    static const char *const pieces[] = {"",   "a",    "\n",   "\r", "\r\n",
                                         "中", "\n\r", "x\ry", "😀",  "ab\ncd\n"};
    uint32_t seed = 3;
    nb_document *d = nb_document_new((nb_view){0});
    for (int round = 0; round < 4000; round++) {
        uint32_t numbers[5];
        for (int i = 0; i < 5; i++) {
            seed = seed * 1664525 + 1013904223;
            numbers[i] = (seed >> 16) % (i == 4 ? 10 : 7);
        }
        if (round % 200 == 199)
            nb_document_set(d, NB_V("x\r\ny"));
        uint32_t line = numbers[0] * nb_document_lines(d)->count / 6;
        edit(d, line, numbers[1], line + numbers[2] / 4, numbers[3], pieces[numbers[4]]);
    }
    nb_document_free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_splice_text_and_lines),
        cmocka_unit_test(cr_and_lf_join_and_part),
        cmocka_unit_test(surrogate_pairs_are_not_split),
        cmocka_unit_test(ill_formed_bytes_are_kept),
        cmocka_unit_test(what_would_grow_too_large_is_refused),
        cmocka_unit_test(random_edits_keep_the_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
