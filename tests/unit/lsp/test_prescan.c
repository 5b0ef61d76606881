#include "cmocka_nb.h"

#include "lsp/json.h"
#include "lsp/prescan.h"

static nb_prescan run(const char *text, nb_buf *body)
{
    nb_buf_release(body);
    nb_buf_add_str(body, text);
    return nb_prescan_run(body);
}

static void surrogates_and_nul(void **state)
{
    (void)state;
    static const struct {
        const char *in;
        const char *out;
        uint32_t repairs;
    } cases[] = {
        {"\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\"", 0},
        {"\"x\\ud83dy\"", "\"x\\ufffdy\"", 1},
        {"\"\\uDE00\"", "\"\\ufffd\"", 1},
        {"\"\\ud83d\\ud83d\\ude00\"", "\"\\ufffd\\ud83d\\ude00\"", 1},
        {"\"\\ud83d\\n\"", "\"\\ufffd\\n\"", 1},
        {"\"\\\\ud83d\"", "\"\\\\ud83d\"", 0},
        {"\"\\\\\\ud83d\"", "\"\\\\\\ufffd\"", 1},
        {"\"a\\u0000b\"", "\"a\\ufffdb\"", 1},
        {"\"\\u00e9\\u0001\"", "\"\\u00e9\\u0001\"", 0},
        {"\"\\ud83", "\"\\ud83", 0},
        {"\"\\", "\"\\", 0},
        {"{\"\\ud800\":\"\\udfff\"}", "{\"\\ufffd\":\"\\ufffd\"}", 2},
    };
    nb_buf body = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        nb_prescan scan = run(cases[i].in, &body);
        assert_view(nb_buf_view(&body), cases[i].out);
        assert_int_equal(scan.repairs, cases[i].repairs);
    }
    nb_buf_release(&body);
}

static void ill_formed_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *in;
        const char *out;
    } cases[] = {
        {"\"\xFF\"", "\"\xEF\xBF\xBD\""},
        {"\"年\xE5\xB9\"", "\"年\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\"\xED\xA0\x80\"", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\"\xF0\x9F\x98\x80\"", "\"\xF0\x9F\x98\x80\""},
    };
    nb_buf body = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        (void)run(cases[i].in, &body);
        assert_view(nb_buf_view(&body), cases[i].out);
    }
    nb_buf_release(&body);
}

static void raw_ids(void **state)
{
    (void)state;
    static const struct {
        const char *in;
        const char *id;
    } cases[] = {
        {"{\"id\":1}", "1"},
        {"{ \"id\" : 9007199254740993 , \"x\":1}", "9007199254740993"},
        {"{\"id\":\"a\\\"}b\",\"x\":1}", "\"a\\\"}b\""},
        {"{\"params\":{\"id\":5},\"id\":7}", "7"},
        {"{\"params\":[\"id\",6],\"id\":7}", "7"},
        {"{\"x\":\"id\",\"id\":7}", "7"},
        {"{\"id\":null}", "null"},
        {"{\"id\":3,\"id\":4}", "3"},
        {"{\"id\":{\"id\":4},\"y\":5}", ""},
        {"[{\"id\":1}]", ""},
        {"\xEF\xBB\xBF{\"id\":2}", "2"},
        {"\"id\":3", ""},
        {"{\"id\":", ""},
        {"", ""},
    };
    nb_buf body = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        nb_prescan scan = run(cases[i].in, &body);
        assert_view(nb_view_sub(nb_buf_view(&body), scan.id.start, scan.id.end), cases[i].id);
    }
    nb_buf_release(&body);
}

static void depth(void **state)
{
    (void)state;
    nb_buf body = {0};
    for (uint32_t d = NB_JSON_DEPTH_MAX - 1; d <= NB_JSON_DEPTH_MAX + 1; d++) {
        nb_buf_clear(&body);
        for (uint32_t i = 0; i < d; i++)
            nb_buf_add_char(&body, i % 2 ? '{' : '[');
        assert_int_equal(nb_prescan_run(&body).is_too_deep, d > NB_JSON_DEPTH_MAX);
    }
    assert_false(run("[\"[[[[[[\"]", &body).is_too_deep);
    assert_true(run("[1]", &body).is_array);
    assert_false(run("{\"a\":[1]}", &body).is_array);
    nb_buf_release(&body);
}

static void parsing_is_strict_about_the_end(void **state)
{
    (void)state;
    static const char *const bad[] = {"{}x", "{}{}", "{", "", "  ", "{\"a\":1,}"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_null(nb_json_parse(nb_view_of(bad[i])));
    assert_null(nb_json_parse(NB_V("{}\0")));
    cJSON *json = nb_json_parse(NB_V(" {\"a\":\"年\"} \n"));
    assert_non_null(json);
    assert_view(nb_json_path_view(json, "a"), "年");
    assert_null(nb_json_get(json, "A"));
    cJSON_Delete(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(surrogates_and_nul),
        cmocka_unit_test(ill_formed_utf8),
        cmocka_unit_test(raw_ids),
        cmocka_unit_test(depth),
        cmocka_unit_test(parsing_is_strict_about_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
