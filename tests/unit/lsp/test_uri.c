#include "cmocka_nb.h"

#include "lsp/uri.h"

static void keys(void **state)
{
    (void)state;
    static const struct {
        const char *uri;
        const char *key;
    } cases[] = {
        {"file:///c%3A/%E5%B9%B4.txt", "file:///c:/年.txt"},
        {"FILE:///C:/%e5%b9%b4.txt", "file:///c:/年.txt"},
        {"file://localhost/C%3A/a", "file:///c:/a"},
        {"file:///home/R.txt", "file:///home/R.txt"},
        {"file:/home/a%20b", "file:///home/a b"},
        {"file:///a%2Fb", "file:///a%2Fb"},
        {"file:///a%2541", "file:///a%41"},
        {"file://server/Share/%23x", "file://server/Share/#x"},
        {"file:///a%", "file:///a%"},
        {"file:///a%4", "file:///a%4"},
        {"file:///a%zz", "file:///a%zz"},
        {"untitled:Untitled%201", "untitled:Untitled%201"},
        {"vscode-vfs://github/a%20b", "vscode-vfs://github/a%20b"},
        {"", ""},
        {"no scheme: here", "no scheme: here"},
    };
    nb_arena *arena = nb_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_view(nb_uri_key(arena, nb_view_of(cases[i].uri)), cases[i].key);
    nb_arena_free(arena);
}

static void paths(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    assert_view(nb_uri_path(arena, NB_V("file:///home/a%20%E5%B9%B4%2Fx")), "/home/a 年/x");
    assert_view(nb_uri_path(arena, NB_V("file:///C%3A/x")), "C:/x");
    assert_view(nb_uri_path(arena, NB_V("file://server/share/x")), "//server/share/x");
    assert_int_equal(nb_uri_path(arena, NB_V("untitled:x")).len, 0);
    assert_view(nb_uri_of_path(arena, NB_V("/a b/年#%.txt")), "file:///a%20b/%E5%B9%B4%23%25.txt");
    assert_view(nb_uri_of_path(arena, NB_V("C:/x")), "file:///C%3A/x");
    assert_view(nb_uri_scheme(NB_V("git+ssh://x")), "git+ssh");
    assert_view(nb_uri_scheme(NB_V("1a:x")), "");
    nb_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys),
        cmocka_unit_test(paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
