#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "nb/text/needles.h"

static const nb_view words[] = {{NB_LIT("公开")}, {NB_LIT("公开申请")}, {NB_LIT("年")}};

static void finds_each_word_at_its_place(void **state)
{
    const nb_needles *needles = nb_needles_new(*state, words, 3);
    nb_view text = NB_V("2023年，信息公开申请x公");
    uint32_t at = 0;
    assert_int_equal(nb_needles_next(needles, text, &at), 2);
    assert_int_equal(at, 4);
    at += NB_HAN_BYTES;
    uint32_t first = nb_needles_next(needles, text, &at);
    uint32_t second = nb_needles_more(needles, text, at, first);
    assert_int_equal(at, nb_view_find(text, NB_V("公开"), 0));
    assert_int_equal(first + second, 1); /* both words, in either order */
    assert_int_equal(nb_needles_more(needles, text, at, second), NB_VIEW_NONE);
    at += NB_HAN_BYTES;
    assert_int_equal(nb_needles_next(needles, text, &at), NB_VIEW_NONE);
    assert_int_equal(at, text.len);
}

static void reads_no_byte_behind_the_text(void **state)
{
    const nb_needles *needles = nb_needles_new(*state, words, 3);
    static const char bytes[] = "公开公\xE5\x85";
    for (uint32_t len = 0; len < sizeof bytes; len++) {
        nb_view text = nb_arena_copy(*state, (nb_view){bytes, len});
        uint32_t at = 0;
        uint32_t found = nb_needles_next(needles, text, &at);
        assert_int_equal(found, len >= 6 ? 0 : NB_VIEW_NONE);
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
        cmocka_unit_test_setup_teardown(finds_each_word_at_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(reads_no_byte_behind_the_text, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
