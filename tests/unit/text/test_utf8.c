#include "cmocka_nb.h"

#include <stdlib.h>
#include <string.h>

#include "nb/text/utf8.h"
#include "text/decode.h"

static void next_and_prev_walk_the_same_borders(void **state)
{
    (void)state;
    nb_view v = NB_V("a\xC2\xA0中😀\xE4\xB8z\xFF");
    uint32_t wanted[] = {'a', 0xA0,           0x4E2D, 0x1F600, NB_UTF8_INVALID, NB_UTF8_INVALID,
                         'z', NB_UTF8_INVALID};
    uint32_t borders[9] = {0};
    uint32_t at = 0;
    for (int i = 0; i < 8; i++) {
        assert_int_equal(nb_utf8_next(v, &at), wanted[i]);
        borders[i + 1] = at;
    }
    assert_int_equal(at, v.len);
    for (int i = 7; i >= 0; i--) {
        assert_int_equal(nb_utf8_prev(v, &at), wanted[i]);
        assert_int_equal(at, borders[i]);
    }
}

static void ill_formed_sequences_are_refused(void **state)
{
    (void)state;
    const char *bad[] = {"\x80",
                         "\xC0\x80",
                         "\xC1\xBF",
                         "\xE0\x9F\xBF",
                         "\xED\xA0\x80",
                         "\xF0\x8F\xBF\xBF",
                         "\xF4\x90\x80\x80",
                         "\xF5\x80\x80\x80",
                         "\xE4\xB8",
                         "\xF0\x9F\x98",
                         "\xC3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        nb_view v = nb_view_of(bad[i]);
        uint32_t at = 0;
        assert_int_equal(nb_utf8_next(v, &at), NB_UTF8_INVALID);
        assert_int_equal(at, 1);
        assert_int_equal(nb_utf8_check(v), 0);
    }
}

static void put_is_the_inverse_of_next(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        if (cp == 0xD800)
            cp = 0xE000;
        char bytes[4];
        uint32_t len = nb_utf8_put(bytes, cp);
        uint32_t at = 0;
        if (nb_utf8_next((nb_view){bytes, len}, &at) != cp || at != len)
            fail_msg("U+%X", cp);
    }
}

static void check_finds_the_first_bad_byte(void **state)
{
    (void)state;
    char text[400];
    for (uint32_t i = 0; i + 3 <= sizeof text; i += 3)
        memcpy(text + i, "政", 3);
    nb_view v = {text, 399};
    assert_int_equal(nb_utf8_check(v), NB_VIEW_NONE);
    for (uint32_t i = 0; i < v.len; i++) {
        char kept = text[i];
        text[i] = '\xFF';
        assert_int_equal(nb_utf8_check(v), i - i % 3);
        text[i] = kept;
    }
    for (uint32_t len = 0; len < v.len; len++)
        assert_int_equal(nb_utf8_check((nb_view){text, len}),
                         len % 3 ? len - len % 3 : NB_VIEW_NONE);
}

/* The wide path against the plain one, over texts with every kind of fault at every place. */
static void stretches_count_as_the_plain_loop_does(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",        "é",        "中",           "😀",   "\x80",
                                         "\xE4\xB8", "\xC0\x80", "\xED\xA0\x80", "\xF5"};
    uint32_t seed = 1;
    for (int round = 0; round < 20000; round++) {
        char text[256];
        uint32_t len = 0;
        uint32_t kinds = round % 4 ? 4 : 9;
        while (len < 200) {
            seed = seed * 1664525 + 1013904223;
            const char *piece = pieces[(seed >> 16) % (seed >> 28 ? 4 : kinds)];
            size_t n = strlen(piece);
            memcpy(text + len, piece, n);
            len += (uint32_t)n;
        }
        nb_view v = {text, len - (seed >> 10) % 5};
        uint32_t characters = 0;
        uint32_t longs = 0;
        uint32_t first = NB_VIEW_NONE;
        for (uint32_t at = 0; at < v.len;) {
            uint32_t from = at;
            uint32_t cp = nb_utf8_next(v, &at);
            if (cp == NB_UTF8_INVALID && first == NB_VIEW_NONE)
                first = from;
            characters++;
            longs += cp > 0xFFFF;
        }
        assert_int_equal(nb_utf8_check(v), first);
        nb_stretch s = nb_stretch_scan(v, 0, v.len);
        assert_int_equal(s.well_formed, first == NB_VIEW_NONE);
        if (s.well_formed) {
            assert_int_equal(s.characters, characters);
            assert_int_equal(s.long_characters, longs);
        }
    }
}

static void floor_goes_to_the_border(void **state)
{
    (void)state;
    nb_view v = NB_V("a中😀\xE4\xB8");
    uint32_t wanted[] = {0, 1, 1, 1, 4, 4, 4, 4, 8, 9, 10, 10};
    for (uint32_t at = 0; at < 12; at++)
        assert_int_equal(nb_utf8_floor(v, at), wanted[at]);
}

static void columns_are_those_of_chinese_fonts(void **state)
{
    (void)state;
    assert_int_equal(nb_utf8_columns(NB_V("abc")), 3);
    assert_int_equal(nb_utf8_columns(NB_V("公开")), 4);
    assert_int_equal(nb_utf8_columns(NB_V("“五公开”")), 10);
    assert_int_equal(nb_utf8_columns(NB_V("—…·")), 6);
    assert_int_equal(nb_utf8_columns(NB_V("（一）１２")), 10);
    assert_int_equal(nb_utf8_columns(NB_V("e\xCC\x81\xE2\x80\x8B")), 1);
    assert_int_equal(nb_utf8_columns(NB_V("\t\xFF")), 2);
    assert_int_equal(nb_utf8_columns(NB_V("　。")), 4);
    assert_int_equal(nb_utf8_columns(NB_V("😀")), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(next_and_prev_walk_the_same_borders),
        cmocka_unit_test(ill_formed_sequences_are_refused),
        cmocka_unit_test(put_is_the_inverse_of_next),
        cmocka_unit_test(check_finds_the_first_bad_byte),
        cmocka_unit_test(stretches_count_as_the_plain_loop_does),
        cmocka_unit_test(floor_goes_to_the_border),
        cmocka_unit_test(columns_are_those_of_chinese_fonts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
