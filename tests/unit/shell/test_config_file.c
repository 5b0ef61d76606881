#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmocka_nb.h"
#include "shell/config_file.h"

/* A folder tree of its own: root/nianbao.json, root/a/b/, root/a/c/nianbao.json. */
typedef struct tree {
    nb_arena *arena;
    char root[64];
} tree;

static const char *at(tree *t, const char *name)
{
    return nb_arena_printf(t->arena, "%s/%s", t->root, name).ptr;
}

static void put(tree *t, const char *name, const char *text)
{
    FILE *file = fopen(at(t, name), "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static int setup(void **state)
{
    tree *t = calloc(1, sizeof *t);
    if (!t)
        return 1;
    t->arena = nb_arena_new();
    (void)snprintf(t->root, sizeof t->root, "/tmp/nianbao-test-XXXXXX");
    if (!mkdtemp(t->root))
        return 1;
    (void)mkdir(at(t, "a"), 0700);
    (void)mkdir(at(t, "a/b"), 0700);
    (void)mkdir(at(t, "a/c"), 0700);
    put(t, "nianbao.json", "{\"year\":2001}");
    put(t, "a/c/nianbao.json", "{\"year\":2002}");
    *state = t;
    return 0;
}

static int teardown(void **state)
{
    static const char *const names[] = {"nianbao.json", "a/c/nianbao.json", "a/c", "a/b", "a"};
    tree *t = *state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        (void)remove(at(t, names[i]));
    (void)rmdir(t->root);
    nb_arena_free(t->arena);
    free(t);
    return 0;
}

static void the_nearest_above_holds(void **state)
{
    tree *t = *state;
    nb_config_cache *cache = nb_config_cache_new(NB_LANG_ZH);
    nb_view absolute;
    const nb_config_file *near =
        nb_config_cache_find(cache, nb_config_folder_of(t->arena, at(t, "a/c/r.md"), &absolute));
    assert_int_equal(near->config.year, 2002);
    assert_true(nb_view_ends_with(absolute, NB_V("/a/c/r.md")));
    const nb_config_file *far =
        nb_config_cache_find(cache, nb_config_folder_of(t->arena, at(t, "a/b/r.md"), &absolute));
    assert_int_equal(far->config.year, 2001);
    assert_true(nb_config_cache_find(cache, nb_view_of(t->root)) == far);
    uint32_t count;
    (void)nb_config_cache_files(cache, &count);
    assert_int_equal(count, 2);
    nb_config_cache_free(cache);
}

static void a_change_is_seen_after_clearing(void **state)
{
    tree *t = *state;
    nb_config_cache *cache = nb_config_cache_new(NB_LANG_ZH);
    assert_int_equal(nb_config_cache_find(cache, nb_view_of(t->root))->config.year, 2001);
    put(t, "nianbao.json", "{\"year\":2003}");
    assert_int_equal(nb_config_cache_find(cache, nb_view_of(t->root))->config.year, 2001);
    nb_config_cache_clear(cache, NB_LANG_ZH);
    assert_int_equal(nb_config_cache_find(cache, nb_view_of(t->root))->config.year, 2003);
    nb_config_cache_free(cache);
}

static void what_cannot_be_read_is_broken(void **state)
{
    tree *t = *state;
    nb_config_cache *cache = nb_config_cache_new(NB_LANG_ZH);
    const nb_config_file *missing = nb_config_cache_load(cache, nb_view_of(at(t, "none.json")));
    assert_true(missing->is_broken);
    assert_int_equal(missing->problem_count, 1);
    assert_true(nb_config_cache_load(cache, nb_view_of(at(t, "a")))->is_broken);
    assert_true(nb_config_cache_load(cache, NB_V("/dev/zero"))->is_broken);
    nb_config_cache_free(cache);
}

static void folders_of_paths(void **state)
{
    tree *t = *state;
    nb_view absolute;
    assert_int_equal(nb_config_folder_of(t->arena, at(t, "no/such/r.md"), &absolute).len, 0);
    nb_view here = nb_config_folder_of(t->arena, "-", &absolute);
    assert_true(nb_view_starts_with(here, NB_V("/")));
    assert_true(nb_view_eq(nb_config_folder_of(t->arena, "r.md", &absolute), here));
    assert_true(nb_view_eq(nb_config_folder_of(t->arena, "/r.md", &absolute), NB_V("/")));
    assert_true(nb_view_eq(absolute, NB_V("/r.md")));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_nearest_above_holds),
        TEST(a_change_is_seen_after_clearing),
        TEST(what_cannot_be_read_is_broken),
        TEST(folders_of_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
