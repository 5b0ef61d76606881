#include "cmocka_nb.h"

#include <stdio.h>
#include <string.h>

#include "nb/text/figure.h"

static void cells_with_a_value(void **state)
{
    (void)state;
    static const struct {
        const char *cell;
        const char *value;
        const char *digits;
        const char *unit;
    } rows[] = {
        {"0", "0", "0", ""},
        {" 12\xC2\xA0", "12", "12", ""},
        {"\t　7\r\n", "7", "7", ""},
        {"１２３", "123", "１２３", ""},
        {"1,234", "1234", "1,234", ""},
        {"1，234，567", "1234567", "1，234，567", ""},
        {"24252.311082", "24252.311082", "24252.311082", ""},
        {"1.50000000", "1.5", "1.50000000", ""},
        {"251000元", "251000", "251000", "元"},
        {"160.5964万元", "1605964", "160.5964", "元"},
        {"2 件", "2", "2", "件"},
        {"+19", "19", "+19", ""},
        {"-8", "-8", "-8", ""},
        {"－8", "-8", "－8", ""},
        {"− 8", "-8", "− 8", ""},
        {"减3", "-3", "减3", ""},
        {"增加 4", "4", "增加 4", ""},
        {"22（其中修订16件）", "22", "22", ""},
        {"22件 (其中修订16件)", "22", "22", "件"},
        {"33.9%", "33.9", "33.9", ""},
        {"百分之40", "40", "百分之40", ""},
        {"约50余件", "50", "50", "件"},
        {"9223372036853", "9223372036853", "9223372036853", ""},
        {"5余万", "50000", "5", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        nb_view cell = nb_view_of(rows[i].cell);
        nb_figure f = nb_figure_read(cell);
        char value[32];
        uint32_t len = nb_figure_format(f.micro, 0, value);
        if (f.state != NB_FIGURE_VALUE)
            fail_msg("%s: %d", rows[i].cell, f.why);
        assert_view(((nb_view){value, len}), rows[i].value);
        assert_view(nb_view_sub(cell, f.digits.start, f.digits.end), rows[i].digits);
        assert_view(f.unit, rows[i].unit);
    }
}

static void blank_cells(void **state)
{
    (void)state;
    static const char *const cells[] = {"",   " ",  "\t\xC2\xA0 ",  "　",  "/",
                                        "-",  "—",  "－",           "――",  "——",
                                        "无", "--", "\xE2\x80\x8B", " 无 "};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        nb_figure f = nb_figure_read(nb_view_of(cells[i]));
        if (f.state != NB_FIGURE_BLANK)
            fail_msg("\"%s\"", cells[i]);
    }
}

static void unreadable_cells(void **state)
{
    (void)state;
    static const struct {
        const char *cell;
        nb_figure_why why;
    } rows[] = {
        {"①", NB_FIGURE_WHY_TEXT},
        {"²", NB_FIGURE_WHY_TEXT},
        {"½", NB_FIGURE_WHY_TEXT},
        {"Ⅳ", NB_FIGURE_WHY_TEXT},
        {"规章", NB_FIGURE_WHY_TEXT},
        {"5a", NB_FIGURE_WHY_TEXT},
        {"一", NB_FIGURE_WHY_TEXT},
        {"3 4", NB_FIGURE_WHY_SEVERAL},
        {"3/4", NB_FIGURE_WHY_SEVERAL},
        {"00", NB_FIGURE_WHY_SEVERAL},
        {"1.2.3", NB_FIGURE_WHY_SEVERAL},
        {"1,23,4", NB_FIGURE_WHY_GROUPS},
        {"1234,567", NB_FIGURE_WHY_GROUPS},
        {"0.1234567", NB_FIGURE_WHY_RANGE},
        {"92233720368547758", NB_FIGURE_WHY_RANGE},
        {"9223372036万亿", NB_FIGURE_WHY_RANGE},
        {"-", NB_FIGURE_WHY_NONE},
        {"12.", NB_FIGURE_WHY_TEXT},
        {"无5", NB_FIGURE_WHY_TEXT},
        {"\xFF", NB_FIGURE_WHY_TEXT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        nb_figure f = nb_figure_read(nb_view_of(rows[i].cell));
        if (f.why != rows[i].why || (f.state == NB_FIGURE_VALUE))
            fail_msg("\"%s\": %d, %d", rows[i].cell, f.state, f.why);
    }
}

static void the_step_is_the_last_digit(void **state)
{
    (void)state;
    assert_int_equal(nb_figure_read(NB_V("5")).step_micro, NB_FIGURE_ONE);
    assert_int_equal(nb_figure_read(NB_V("0.5")).step_micro, 100000);
    assert_int_equal(nb_figure_read(NB_V("2.7万")).step_micro, 1000 * NB_FIGURE_ONE);
    assert_int_equal(nb_figure_read(NB_V("3亿")).step_micro, 100000000 * NB_FIGURE_ONE);
}

static void flags_of_cells(void **state)
{
    (void)state;
    assert_true(nb_figure_read(NB_V("1,234")).is_grouped);
    assert_true(nb_figure_read(NB_V("１")).is_fullwidth);
    assert_true(nb_figure_read(NB_V("＋１")).is_signed);
    assert_true(nb_figure_read(NB_V("5%")).is_percent);
    assert_true(nb_figure_read(NB_V("5以上")).is_approximate);
    assert_true(nb_figure_read(NB_V("5万")).has_magnitude);
    nb_figure plain = nb_figure_read(NB_V("5"));
    assert_false(plain.is_grouped || plain.is_fullwidth || plain.is_signed || plain.is_percent ||
                 plain.is_approximate || plain.has_magnitude);
}

static void formatting(void **state)
{
    (void)state;
    static const struct {
        int64_t micro;
        uint32_t decimals;
        const char *text;
    } rows[] = {
        {0, 0, "0"},
        {6000000, 0, "6"},
        {6000000, 2, "6.00"},
        {100000, 0, "0.1"},
        {1, 0, "0.000001"},
        {-1500000, 0, "-1.5"},
        {24252311082, 0, "24252.311082"},
        {1000000, 99, "1.000000"},
        {INT64_MAX, 0, "9223372036854.775807"},
        {INT64_MIN, 0, "-9223372036854.775808"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char out[32];
        nb_view got = {out, nb_figure_format(rows[i].micro, rows[i].decimals, out)};
        assert_view(got, rows[i].text);
    }
}

static void formatting_like_another(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    static const struct {
        int64_t value;
        const char *like;
        const char *text;
    } rows[] = {
        {1234567, "5", "1234567"},
        {1234567, "1,000", "1,234,567"},
        {123, "1,000", "123"},
        {-123456, "1,000", "-123,456"},
        {12, "１２３", "１２"},
        {12, "1.50", "12.00"},
        {1234, "１,０００", "１,２３４"},
        {12, "2.7万", "12"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        nb_figure like = nb_figure_read(nb_view_of(rows[i].like));
        assert_view(nb_figure_format_like(arena, rows[i].value * NB_FIGURE_ONE, &like),
                    rows[i].text);
    }
    nb_arena_free(arena);
}

static void numerals(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int32_t value;
        uint32_t rest;
    } rows[] = {
        {"一、", 1, 3},
        {"十二", 12, 0},
        {"二十", 20, 0},
        {"二十一）", 21, 3},
        {"两", 2, 0},
        {"一百零三", 103, 0},
        {"一百二", 120, 0},
        {"一百一十五", 115, 0},
        {"三千零二十", 3020, 0},
        {"十万", 100000, 0},
        {"二〇二一", 2021, 0},
        {"二○二○年", 2020, 3},
        {"12件", 12, 3},
        {"１２", 12, 0},
        {"零", 0, 0},
        {"十百", 10, 3},
        {"", -1, 0},
        {"件", -1, 3},
        {"99999999999", -1, 11},
        {"九十九亿", -1, 12},
        {"一二三四五六七八九一二三", -1, 36},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        nb_view text = nb_view_of(rows[i].text);
        uint32_t at = 0;
        int32_t value = nb_numeral_read(text, &at);
        if (value != rows[i].value || text.len - at != rows[i].rest)
            fail_msg("%s: %d, %u left", rows[i].text, value, text.len - at);
    }
}

static void numerals_are_written_as_they_are_read(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    assert_view(nb_numeral_han(arena, 6), "六");
    assert_view(nb_numeral_han(arena, 10), "十");
    assert_view(nb_numeral_han(arena, 12), "十二");
    assert_view(nb_numeral_han(arena, 20), "二十");
    for (uint32_t value = 1; value <= 99; value++) {
        nb_view text = nb_numeral_han(arena, value);
        uint32_t at = 0;
        assert_int_equal(nb_numeral_read(text, &at), value);
        assert_int_equal(at, text.len);
    }
    nb_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_with_a_value),
        cmocka_unit_test(blank_cells),
        cmocka_unit_test(unreadable_cells),
        cmocka_unit_test(the_step_is_the_last_digit),
        cmocka_unit_test(flags_of_cells),
        cmocka_unit_test(formatting),
        cmocka_unit_test(formatting_like_another),
        cmocka_unit_test(numerals),
        cmocka_unit_test(numerals_are_written_as_they_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
