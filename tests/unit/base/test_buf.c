#include "cmocka_nb.h"

#include <string.h>

#include "nb/base/buf.h"

static void adding_keeps_a_nul_behind(void **state)
{
    (void)state;
    nb_buf buf = {0};
    assert_int_equal(nb_buf_view(&buf).len, 0);
    nb_buf_add_str(&buf, "ab");
    nb_buf_add_char(&buf, 'c');
    nb_buf_add_view(&buf, NB_V("规章"));
    nb_buf_add(&buf, NULL, 0);
    nb_buf_printf(&buf, "%03d", 7);
    nb_buf_add_times(&buf, '-', 3);
    nb_buf_add_times(&buf, '+', 0);
    assert_string_equal(buf.ptr, "abc规章007---");
    assert_view(nb_buf_view(&buf), "abc规章007---");
    nb_buf_clear(&buf);
    assert_int_equal(buf.len, 0);
    assert_string_equal(buf.ptr, "");
    nb_buf_release(&buf);
    assert_null(buf.ptr);
    nb_buf_clear(&buf);
    nb_buf_release(&buf);
}

static void it_grows(void **state)
{
    (void)state;
    nb_buf buf = {0};
    for (int i = 0; i < 100000; i++)
        nb_buf_add_char(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.len, 100000);
    for (int i = 0; i < 100000; i++)
        assert_int_equal(buf.ptr[i], 'a' + i % 26);
    nb_buf_release(&buf);
}

static void splices(void **state)
{
    (void)state;
    nb_buf buf = {0};
    nb_buf_splice(&buf, 0, 0, (nb_view){0});
    nb_buf_splice(&buf, 0, 0, NB_V("0123456789"));
    nb_buf_splice(&buf, 2, 5, NB_V("x"));
    assert_string_equal(buf.ptr, "01x56789");
    nb_buf_splice(&buf, 8, 8, NB_V("end"));
    assert_string_equal(buf.ptr, "01x56789end");
    nb_buf_splice(&buf, 0, 3, NB_V("a much longer beginning than there was, which must move "));
    assert_string_equal(buf.ptr,
                        "a much longer beginning than there was, which must move 56789end");
    nb_buf_splice(&buf, 0, buf.len, (nb_view){0});
    assert_string_equal(buf.ptr, "");
    nb_buf_release(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adding_keeps_a_nul_behind),
        cmocka_unit_test(it_grows),
        cmocka_unit_test(splices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
