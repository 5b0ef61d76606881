#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "cli/input.h"

#define SENTENCE "某某市示范局二〇二三年度政府信息公开工作报告，自2023年1月1日起。"

static void is_view(nb_view v, const char *s)
{
    assert_int_equal(v.len, nb_view_of(s).len);
    assert_memory_equal(v.ptr, s, v.len);
}

static cli_input decode(nb_arena *arena, nb_view bytes)
{
    return cli_input_decode(arena, bytes, NB_LANG_EN);
}

/* What is written in an encoding is read again as it was, and would be written the same. */
static void round_trip(nb_arena *arena, cli_encoding encoding, bool has_bom)
{
    cli_input like = {.encoding = encoding, .has_bom = has_bom};
    nb_view bytes;
    assert_true(cli_input_encode(arena, nb_view_of(SENTENCE "\r\n"), &like, &bytes));
    cli_input input = decode(arena, bytes);
    assert_int_equal(input.error.len, 0);
    assert_int_equal(input.encoding, encoding);
    assert_int_equal(input.has_bom, has_bom);
    is_view(input.text, SENTENCE "\r\n");
    nb_view again;
    assert_true(cli_input_encode(arena, input.text, &input, &again));
    assert_true(nb_view_eq(again, bytes));
    assert_true(nb_view_eq(again, input.bytes));
}

static void encodings_are_recognised(void **state)
{
    round_trip(*state, CLI_UTF8, false);
    round_trip(*state, CLI_UTF8, true);
    round_trip(*state, CLI_UTF16LE, true);
    round_trip(*state, CLI_UTF16BE, true);
    round_trip(*state, CLI_UTF32LE, true);
    round_trip(*state, CLI_UTF32BE, true);
    round_trip(*state, CLI_GB18030, false);
}

static void a_text_with_a_few_bad_bytes_is_utf8(void **state)
{
    nb_view bytes = nb_view_of(SENTENCE "\xC4\xEA" SENTENCE);
    cli_input input = decode(*state, bytes);
    assert_int_equal(input.error.len, 0);
    assert_int_equal(input.encoding, CLI_UTF8);
    assert_true(nb_view_eq(input.text, bytes));
}

static void a_stray_control_is_no_reason(void **state)
{
    static const char text[] = SENTENCE SENTENCE "\0" SENTENCE;
    cli_input input = decode(*state, (nb_view){text, sizeof text - 1});
    assert_int_equal(input.error.len, 0);
    assert_int_equal(input.text.len, sizeof text - 1);
}

static void what_is_no_text_is_refused(void **state)
{
    assert_true(decode(*state, NB_V("PK\x03\x04\0\0abc")).error.len > 0);
    assert_true(decode(*state, NB_V("\x01\x02\x03\x04\x05\x06")).error.len > 0);
    assert_true(decode(*state, NB_V("\x81\xFF\xFE\xFF\x80\x80")).error.len > 0);
    assert_true(decode(*state, NB_V("\xFF\xFE\x00\xD8")).error.len > 0); /* half a pair */
    assert_int_equal(decode(*state, NB_V("")).error.len, 0);
    assert_int_equal(decode(*state, NB_V("plain ASCII\n")).error.len, 0);
}

static void missing_files_and_folders_are_told(void **state)
{
    assert_true(cli_input_read(*state, NB_SOURCE_DIR "/no such file", NB_LANG_ZH).error.len > 0);
    assert_true(cli_input_read(*state, NB_SOURCE_DIR, NB_LANG_ZH).error.len > 0);
    cli_input input = cli_input_read(*state, NB_SOURCE_DIR "/CMakeLists.txt", NB_LANG_ZH);
    assert_int_equal(input.error.len, 0);
    assert_true(nb_view_contains(input.text, NB_V("project(nianbao")));
}

static int set_up(void **state)
{
    *state = nb_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    nb_arena_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(encodings_are_recognised, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_text_with_a_few_bad_bytes_is_utf8, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_stray_control_is_no_reason, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_text_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(missing_files_and_folders_are_told, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
