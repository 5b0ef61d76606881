#include "cmocka_nb.h"
#include "nb/base/nearest.h"

static void one_slip_of_each_kind(void **state)
{
    (void)state;
    assert_int_equal(nb_nearest_distance(NB_V("T101"), NB_V("T101")), 0);
    assert_int_equal(nb_nearest_distance(NB_V("t101"), NB_V("T101")), 0);
    assert_int_equal(nb_nearest_distance(NB_V("T1O1"), NB_V("T101")), 1);
    assert_int_equal(nb_nearest_distance(NB_V("T1101"), NB_V("T101")), 1);
    assert_int_equal(nb_nearest_distance(NB_V("T11"), NB_V("T101")), 1);
    assert_int_equal(nb_nearest_distance(NB_V("T011"), NB_V("T101")), 1);
    assert_int_equal(nb_nearest_distance(NB_V("isuer"), NB_V("issuer")), 1);
    assert_int_equal(nb_nearest_distance(NB_V("lenghtLimt"), NB_V("lengthLimit")), 2);
}

static void what_is_far_is_near_to_nothing(void **state)
{
    (void)state;
    assert_int_equal(nb_nearest_distance(NB_V("year"), NB_V("form")), NB_VIEW_NONE);
    assert_int_equal(nb_nearest_distance(NB_V("ab"), NB_V("cd")), NB_VIEW_NONE);
    assert_int_equal(nb_nearest_distance(NB_V(""), NB_V("T101")), NB_VIEW_NONE);
    assert_int_equal(nb_nearest_distance(NB_V(""), NB_V("")), 0);
}

static void long_words_are_not_compared(void **state)
{
    (void)state;
    char word[NB_NEAREST_LEN_MAX + 1];
    for (uint32_t i = 0; i < sizeof word; i++)
        word[i] = 'a';
    nb_view longest = {word, NB_NEAREST_LEN_MAX};
    nb_view too_long = {word, NB_NEAREST_LEN_MAX + 1};
    assert_int_equal(nb_nearest_distance(longest, longest), 0);
    assert_int_equal(nb_nearest_distance(too_long, too_long), NB_VIEW_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_slip_of_each_kind),
        cmocka_unit_test(what_is_far_is_near_to_nothing),
        cmocka_unit_test(long_words_are_not_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
