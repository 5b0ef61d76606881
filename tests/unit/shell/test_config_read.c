#include "cmocka_nb.h"
#include "nb/base/buf.h"
#include "shell/config_read.h"

static const nb_config_file *read_as(nb_arena *arena, const char *text, nb_lang lang)
{
    return nb_config_read_text(arena, NB_V("/some/where/nianbao.json"), nb_view_of(text), lang);
}

static const nb_config_file *read_in(nb_arena *arena, const char *text)
{
    return read_as(arena, text, NB_LANG_EN);
}

/* The only problem: its message has what, and stands on the text covered. */
static void assert_problem(const nb_config_file *file, const char *what, const char *covered)
{
    assert_int_equal(file->problem_count, 1);
    const nb_config_problem *p = &file->problems[0];
    if (!nb_view_contains(p->message, nb_view_of(what)))
        fail_msg("%.*s", NB_ARG(p->message));
    nb_view text = nb_view_sub(file->text, p->span.start, p->span.end);
    if (!nb_view_eq(text, nb_view_of(covered)))
        fail_msg("stands on %.*s", NB_ARG(text));
}

static void a_mistyped_member_names_the_nearest(void **state)
{
    nb_arena *arena = *state;
    assert_problem(read_in(arena, "{\"suppress\":[{\"fingerprint\":\"00000000000000ff\",\"reason\":"
                                  "\"a\",\"paht\":\"b\"}]}"),
                   "there is no key \"paht\"; did you mean \"path\"?", "\"paht\"");
    assert_problem(read_in(arena, "{\"suppress\":[{\"fingerprint\":\"00000000000000ff\",\"reason\":"
                                  "\"a\",\"elsewhere\":\"b\"}]}"),
                   "there is no key \"elsewhere\"", "\"elsewhere\"");
}

static void every_key(void **state)
{
    nb_arena *arena = *state;
    const nb_config_file *file = read_in(
        arena,
        "{\"$schema\":\"x\",\"rules\":{\"F101\":\"off\",\"pairs\":\"error\"},\"year\":2020,"
        "\"form\":\"2019\",\"issuer\":\"township\",\"deadline\":\"03-31\",\"lengthLimit\":1500,"
        "\"ignore\":[\"旧/*\",\"a\"],\"language\":\"en\",\"suppress\":[{\"fingerprint\":"
        "\"00000000000000ff\",\"code\":\"F101\",\"reason\":\"核对过\",\"path\":\"a.md\"}]}");
    const nb_config *config = &file->config;
    assert_int_equal(file->problem_count, 0);
    assert_false(file->is_broken);
    assert_true(nb_view_eq(config->folder, NB_V("/some/where")));
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        bool is_f101 = nb_rules[i] == nb_rule_find(NB_V("F101"));
        bool is_pairs = nb_rules[i] == nb_rule_find(NB_V("pairs"));
        assert_int_equal(config->overridden[i], is_f101 || is_pairs);
        if (is_f101 || is_pairs)
            assert_int_equal(config->severities[i], is_f101 ? NB_SEVERITY_OFF : NB_SEVERITY_ERROR);
    }
    assert_int_equal(config->year, 2020);
    assert_int_equal(config->form, NB_FORM_2019);
    assert_int_equal(config->issuer, NB_ISSUER_TOWNSHIP);
    assert_int_equal(config->deadline, 331);
    assert_int_equal(config->length_limit, 1500);
    assert_int_equal(config->ignore_count, 2);
    assert_true(nb_view_eq(config->ignore[0], NB_V("旧/*")));
    assert_true(config->has_lang);
    assert_int_equal(config->lang, NB_LANG_EN);
    assert_int_equal(config->suppress_count, 1);
    assert_int_equal(config->suppress[0].fingerprint, 255);
    assert_true(nb_view_eq(config->suppress[0].path, NB_V("a.md")));
}

static void unknown_words_and_what_was_meant(void **state)
{
    nb_arena *arena = *state;
    assert_problem(read_in(arena, "{ \"yaer\" : 2020 }"), "did you mean \"year\"", "\"yaer\"");
    assert_problem(read_in(arena, "{\"colour\":[{\"a\":\"]}\"}],\"year\":2020}"),
                   "no key \"colour\"", "\"colour\"");
    assert_problem(read_in(arena, "{\"rules\":{\"F101\":\"off\", \"F1O2\":\"off\"}}"),
                   "did you mean F102", "\"F1O2\"");
    assert_problem(read_in(arena, "{\"rules\":{\"resdue\":\"off\"}}"), "did you mean residue",
                   "\"resdue\"");
    assert_problem(read_in(arena, "{\"suppress\":[{\"fingerprint\":\"0000000000000001\","
                                  "\"code\":\"F1O1\",\"reason\":\"x\"}]}"),
                   "did you mean F101", "\"F1O1\"");
}

static void wrong_values(void **state)
{
    nb_arena *arena = *state;
    static const struct {
        const char *text;
        const char *what;
        const char *covered;
    } cases[] = {
        {"{\"year\":\"2020\"}", "\"year\" must be", "\"2020\""},
        {"{\"year\":2020.5}", "\"year\" must be", "2020.5"},
        {"{\"year\":1e99}", "\"year\" must be", "1e99"},
        {"{\"form\":2020}", "\"form\" must be", "2020"},
        {"{\"issuer\":null}", "\"issuer\" must be", "null"},
        {"{\"deadline\":\"3月31日\"}", "\"deadline\" must be", "\"3月31日\""},
        {"{\"lengthLimit\":0}", "\"lengthLimit\" must be", "0"},
        {"{\"ignore\":[\"a\",1]}", "\"ignore\" must be", "[\"a\",1]"},
        {"{\"language\":\"fr\"}", "\"language\" must be", "\"fr\""},
        {"{\"rules\":[]}", "\"rules\" must be", "[]"},
        {"{\"rules\":{\"F101\":true}}", "\"F101\" must be", "true"},
        {"{\"rules\":{\"F101\":\"fatal\"}}", "\"F101\" must be", "\"fatal\""},
        {"{\"suppress\":{}}", "\"suppress\" must be", "{}"},
        {"{\"suppress\":[{\"fingerprint\":\"xyz\"}]}", "\"fingerprint\" must be", "\"xyz\""},
        {"{\"suppress\":[{}]}", "\"fingerprint\" must be", "{}"},
        {"{\"suppress\":[{\"fingerprint\":\"0000000000000001\"}]}", "say why",
         "{\"fingerprint\":\"0000000000000001\"}"},
        {"{\"year\":2020,\"year\":2021}", "stands here twice", "\"year\""},
        {"{\"rules\":{\"F101\":\"off\",\"residue\":\"hint\"}}", "rule F101 stands here twice",
         "\"residue\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_problem(read_in(arena, cases[i].text), cases[i].what, cases[i].covered);
}

static void what_is_wrong_leaves_the_rest(void **state)
{
    nb_arena *arena = *state;
    const nb_config_file *file =
        read_in(arena, "{\"yaer\":1,\"year\":2020,\"form\":7,\"lengthLimit\":500}");
    assert_int_equal(file->problem_count, 2);
    assert_int_equal(file->config.year, 2020);
    assert_int_equal(file->config.form, NB_FORM_NONE);
    assert_int_equal(file->config.length_limit, 500);
    assert_false(file->is_broken);
}

static void no_json_at_all(void **state)
{
    nb_arena *arena = *state;
    static const char *const texts[] = {
        "", "{", "[]", "{\"year\":2020,}", "{} x", "\"a\"", "{\"year\" 2020}", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const nb_config_file *file = read_in(arena, texts[i]);
        assert_true(file->is_broken);
        assert_int_equal(file->problem_count, 1);
        assert_int_equal(file->config.year, 0);
        assert_true(file->problems[0].span.end <= file->text.len);
    }
    nb_view nul = {NB_LIT("{\"year\":2020}\0")};
    assert_true(nb_config_read_text(arena, NB_V("/a"), nul, NB_LANG_ZH)->is_broken);
    assert_int_equal(read_in(arena, "{\"year\": 20x}")->problems[0].span.start, 11);
}

static void a_byte_order_mark_is_passed(void **state)
{
    nb_arena *arena = *state;
    const nb_config_file *file = read_in(arena, "\xEF\xBB\xBF{\"yaer\":1,\"year\":2020}");
    assert_problem(file, "year", "\"yaer\"");
    assert_int_equal(file->config.year, 2020);
}

static void both_languages_say_it(void **state)
{
    nb_arena *arena = *state;
    nb_view zh = read_as(arena, "{\"yaer\":1}", NB_LANG_ZH)->problems[0].message;
    assert_true(nb_view_contains(zh, NB_V("是否指“year”")));
}

static void settings_keep_to_themselves(void **state)
{
    nb_arena *arena = *state;
    cJSON *json = cJSON_Parse("{\"path\":\"/bin/x\",\"trace\":{\"server\":\"off\"},\"year\":null,"
                              "\"language\":\"auto\",\"rules\":{\"F101\":\"off\",\"X\":\"y\"}}");
    const nb_config_file *file = nb_config_read_settings(arena, json, NB_LANG_EN);
    assert_int_equal(file->problem_count, 2); /* the rule X, and its severity */
    assert_false(file->config.has_lang);
    assert_non_null(file->config.overridden);
    assert_int_equal(nb_config_read_settings(arena, NULL, NB_LANG_EN)->problem_count, 0);
    cJSON_Delete(json);
}

static void problems_have_an_end(void **state)
{
    nb_arena *arena = *state;
    nb_buf text = {0};
    nb_buf_add_str(&text, "{\"year\":2020");
    for (int i = 0; i < 3000; i++)
        nb_buf_printf(&text, ",\"k%d\":[[{}]]", i);
    nb_buf_add_char(&text, '}');
    const nb_config_file *file =
        nb_config_read_text(arena, NB_V("/a"), nb_buf_view(&text), NB_LANG_ZH);
    assert_int_equal(file->problem_count, NB_CONFIG_PROBLEMS_MAX);
    assert_int_equal(file->config.year, 2020);
    nb_buf_release(&text);
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_mistyped_member_names_the_nearest), TEST(every_key),
        TEST(unknown_words_and_what_was_meant),    TEST(wrong_values),
        TEST(what_is_wrong_leaves_the_rest),       TEST(no_json_at_all),
        TEST(a_byte_order_mark_is_passed),         TEST(both_languages_say_it),
        TEST(settings_keep_to_themselves),         TEST(problems_have_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
