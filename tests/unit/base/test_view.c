#include "cmocka_nb.h"

#include "nb/base/lang.h"

static void parts_are_clamped(void **state)
{
    (void)state;
    nb_view v = NB_V("abcdef");
    assert_view(nb_view_sub(v, 1, 3), "bc");
    assert_view(nb_view_sub(v, 4, 99), "ef");
    assert_view(nb_view_sub(v, 9, 12), "");
    assert_view(nb_view_sub(v, 3, 1), "");
    assert_view(nb_view_sub((nb_view){0}, 0, 5), "");
    assert_int_equal(nb_view_of(NULL).len, 0);
}

static void comparing(void **state)
{
    (void)state;
    assert_true(nb_view_eq((nb_view){0}, NB_V("")));
    assert_false(nb_view_eq(NB_V("ab"), NB_V("abc")));
    assert_true(nb_view_starts_with(NB_V("abc"), NB_V("ab")));
    assert_true(nb_view_starts_with(NB_V("abc"), NB_V("")));
    assert_false(nb_view_starts_with(NB_V("ab"), NB_V("abc")));
    assert_true(nb_view_ends_with(NB_V("abc"), NB_V("bc")));
    assert_false(nb_view_ends_with(NB_V("c"), NB_V("bc")));
    assert_true(nb_view_compare(NB_V("ab"), NB_V("abc")) < 0);
    assert_true(nb_view_compare(NB_V("b"), NB_V("abc")) > 0);
    assert_true(nb_view_compare(NB_V("\xFF"), NB_V("a")) > 0);
    assert_int_equal(nb_view_compare(NB_V("a"), NB_V("a")), 0);
    assert_int_equal(nb_view_compare((nb_view){0}, (nb_view){0}), 0);
}

static void finding(void **state)
{
    (void)state;
    nb_view v = NB_V("abcabc");
    assert_int_equal(nb_view_find(v, NB_V("bc"), 0), 1);
    assert_int_equal(nb_view_find(v, NB_V("bc"), 2), 4);
    assert_int_equal(nb_view_find(v, NB_V("bc"), 5), NB_VIEW_NONE);
    assert_int_equal(nb_view_find(v, NB_V(""), 6), 6);
    assert_int_equal(nb_view_find(v, NB_V(""), 7), NB_VIEW_NONE);
    assert_int_equal(nb_view_find_last(v, NB_V("bc")), 4);
    assert_int_equal(nb_view_find_last(v, NB_V("x")), NB_VIEW_NONE);
    assert_int_equal(nb_view_find_last(v, NB_V("abcabcd")), NB_VIEW_NONE);
    assert_true(nb_view_contains(v, NB_V("ca")));
    assert_false(nb_view_contains((nb_view){0}, NB_V("a")));
    assert_true(nb_view_contains(NB_V("a\0b"), NB_V("\0b")));
}

static void trimming(void **state)
{
    (void)state;
    assert_view(nb_view_trim(NB_V(" \t\r\n a b \f\v")), "a b");
    assert_view(nb_view_trim(NB_V("  ")), "");
    assert_view(nb_view_trim(NB_V("　a")), "　a");
}

static void hashes_are_the_same_on_every_machine(void **state)
{
    (void)state;
    assert_true(nb_view_hash(NB_V("")) == UINT64_C(0xCBF29CE484222325));
    assert_true(nb_view_hash(NB_V("a")) == UINT64_C(0xAF63DC4C8601EC8C));
    assert_true(nb_view_hash(NB_V("foobar")) == UINT64_C(0x85944171F73967E8));
}

static void spans(void **state)
{
    (void)state;
    assert_true(nb_span_is_empty(nb_span_of(3, 3)));
    assert_true(nb_span_touches(nb_span_of(1, 4), nb_span_of(3, 5)));
    assert_false(nb_span_touches(nb_span_of(1, 3), nb_span_of(3, 5)));
    assert_true(nb_span_touches(nb_span_of(3, 3), nb_span_of(3, 5)));
    assert_true(nb_span_touches(nb_span_of(1, 3), nb_span_of(3, 3)));
    assert_false(nb_span_touches(nb_span_of(1, 3), nb_span_of(4, 4)));
    assert_span(nb_span_union(nb_span_of(4, 6), nb_span_of(1, 5)), 1, 6);
}

static void languages(void **state)
{
    (void)state;
    assert_int_equal(nb_lang_from_tag("en"), NB_LANG_EN);
    assert_int_equal(nb_lang_from_tag("en_US.UTF-8"), NB_LANG_EN);
    assert_int_equal(nb_lang_from_tag("zh-CN"), NB_LANG_ZH);
    assert_int_equal(nb_lang_from_tag("de"), NB_LANG_ZH);
    assert_int_equal(nb_lang_from_tag(NULL), NB_LANG_ZH);
    assert_string_equal(nb_text2_in((nb_text2){"中", "en"}, NB_LANG_EN), "en");
    assert_string_equal(nb_text2_in((nb_text2){"中", "en"}, NB_LANG_ZH), "中");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_clamped),
        cmocka_unit_test(comparing),
        cmocka_unit_test(finding),
        cmocka_unit_test(trimming),
        cmocka_unit_test(hashes_are_the_same_on_every_machine),
        cmocka_unit_test(spans),
        cmocka_unit_test(languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
