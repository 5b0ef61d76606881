#include "cmocka_nb.h"

#include "lsp/json.h"

static void strings(void **state)
{
    (void)state;
    static const struct {
        nb_view in;
        const char *out;
    } cases[] = {
        {{NB_LIT("")}, "\"\""},
        {{NB_LIT("年报\"\\/")}, "\"年报\\\"\\\\/\""},
        {{NB_LIT("a\nb\rc\td\x01\x1F\x7F")}, "\"a\\nb\\rc\\td\\u0001\\u001f\x7F\""},
        {{NB_LIT("a\0b")}, "\"a\\u0000b\""},
        {{NB_LIT("\xFF年\xE5\"\xC0")}, "\"\xEF\xBF\xBD年\xEF\xBF\xBD\\\"\xEF\xBF\xBD\""},
    };
    nb_buf out = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        nb_buf_clear(&out);
        nb_json_add_string(&out, cases[i].in);
        assert_view(nb_buf_view(&out), cases[i].out);
    }
    nb_buf_release(&out);
}

static void numbers(void **state)
{
    (void)state;
    nb_buf out = {0};
    nb_json_add_uint(&out, 0);
    nb_buf_add_char(&out, ' ');
    nb_json_add_uint(&out, UINT64_MAX);
    nb_buf_add_char(&out, ' ');
    nb_json_add_range(&out, (nb_range){{1, 2}, {30, 40}});
    assert_view(nb_buf_view(&out),
                "0 18446744073709551615 "
                "{\"start\":{\"line\":1,\"character\":2},\"end\":{\"line\":30,\"character\":40}}");
    nb_buf_release(&out);
}

static void commas(void **state)
{
    (void)state;
    nb_buf out = {0};
    nb_json_comma(&out);
    nb_buf_add_char(&out, '[');
    nb_json_comma(&out);
    nb_json_add_str(&out, "[");
    nb_json_comma(&out);
    nb_json_add_str(&out, "");
    nb_buf_add_char(&out, ']');
    assert_view(nb_buf_view(&out), "[\"[\",\"\"]");
    nb_buf_release(&out);
}

static void numbers_are_cut_off(void **state)
{
    (void)state;
    static const struct {
        const char *in;
        uint32_t line;
    } cases[] = {
        {"{\"line\":7,\"character\":1}", 7},
        {"{\"line\":-7,\"character\":1}", 0},
        {"{\"line\":1e300,\"character\":1}", INT32_MAX},
        {"{\"line\":-1e300,\"character\":1}", 0},
        {"{\"line\":1.9,\"character\":1}", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cJSON *json = nb_json_parse(nb_view_of(cases[i].in));
        nb_position position;
        assert_true(nb_json_position(json, &position));
        assert_int_equal(position.line, cases[i].line);
        cJSON_Delete(json);
    }
    nb_position position;
    assert_false(nb_json_position(NULL, &position));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings),
        cmocka_unit_test(numbers),
        cmocka_unit_test(commas),
        cmocka_unit_test(numbers_are_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
