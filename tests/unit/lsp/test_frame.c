#include "cmocka_nb.h"

#include <stdio.h>

#include "lsp/frame.h"

static nb_frame_status take(nb_frame_reader *reader, const char *bytes)
{
    nb_view input = nb_view_of(bytes);
    return nb_frame_take(reader, &input);
}

static void a_frame_in_one_piece(void **state)
{
    (void)state;
    nb_frame_reader reader = {0};
    nb_view input = NB_V("Content-Length: 2\r\n\r\n{}rest");
    assert_int_equal(nb_frame_take(&reader, &input), NB_FRAME_READY);
    assert_view(nb_buf_view(&reader.body), "{}");
    assert_view(input, "rest");
    assert_true(nb_frame_is_idle(&reader));
    nb_frame_release(&reader);
}

static void every_split_gives_the_same(void **state)
{
    (void)state;
    static const char text[] = "x: y\r\ncontent-LENGTH :  5  \r\n\r\n年:{Content-Length: 0\r\n\r\n";
    for (size_t cut = 1; cut < sizeof text - 1; cut++) {
        nb_frame_reader reader = {0};
        nb_view pieces[2] = {{text, (uint32_t)cut},
                             {text + cut, (uint32_t)(sizeof text - 1 - cut)}};
        int frames = 0;
        for (int i = 0; i < 2; i++) {
            while (nb_frame_take(&reader, &pieces[i]) == NB_FRAME_READY)
                assert_int_equal(reader.body.len, frames++ == 0 ? 5 : 0);
            assert_int_equal(pieces[i].len, 0);
        }
        assert_int_equal(frames, 2);
        nb_frame_release(&reader);
    }
}

static void charsets(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        bool is_foreign;
    } cases[] = {
        {"application/vscode-jsonrpc; charset=utf-8", false},
        {"application/vscode-jsonrpc; charset=utf8", false},
        {"application/vscode-jsonrpc; Charset=\"UTF-8\"; x=y", false},
        {"application/vscode-jsonrpc", false},
        {"application/vscode-jsonrpc;charset=gbk", true},
        {"charset=", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        nb_frame_reader reader = {0};
        char text[256];
        snprintf(text, sizeof text, "Content-Type: %s\r\nContent-Length: 0\r\n\r\n",
                 cases[i].value);
        assert_int_equal(take(&reader, text), NB_FRAME_READY);
        assert_int_equal(reader.is_foreign_charset, cases[i].is_foreign);
        /* It holds for one frame only. */
        assert_int_equal(take(&reader, "Content-Length: 0\r\n\r\n"), NB_FRAME_READY);
        assert_false(reader.is_foreign_charset);
        nb_frame_release(&reader);
    }
}

static void broken_headers_stay_broken(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Content-Length: -1\r\n\r\n",
        "Content-Length: \r\n\r\n",
        "Content-Length: 1 2\r\n\r\n",
        "Content-Length: 1073741825\r\n\r\n",
        "Content-Length: 18446744073709551617\r\n\r\n",
        "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "Content-Type: a\r\n\r\n",
        "no colon here\r\n",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        nb_frame_reader reader = {0};
        assert_int_equal(take(&reader, cases[i]), NB_FRAME_BROKEN);
        assert_non_null(reader.error);
        assert_int_equal(take(&reader, "Content-Length: 0\r\n\r\n"), NB_FRAME_BROKEN);
        nb_frame_release(&reader);
    }
}

static void the_same_length_twice_is_one(void **state)
{
    (void)state;
    nb_frame_reader reader = {0};
    assert_int_equal(take(&reader, "\r\nContent-Length: 1\r\ncontent-length: 01\r\n\r\n!"),
                     NB_FRAME_READY);
    nb_frame_release(&reader);
}

static void headers_are_bounded(void **state)
{
    (void)state;
    nb_frame_reader reader = {0};
    nb_frame_status status = NB_FRAME_MORE;
    for (uint32_t i = 0; i <= NB_FRAME_HEADER_MAX && status == NB_FRAME_MORE; i++)
        status = take(&reader, "a");
    assert_int_equal(status, NB_FRAME_BROKEN);

    nb_frame_reader lines = {0};
    status = NB_FRAME_MORE;
    for (uint32_t i = 0; i <= NB_FRAME_HEADERS_MAX && status == NB_FRAME_MORE; i++)
        status = take(&lines, "a: b\r\n");
    assert_int_equal(status, NB_FRAME_BROKEN);
    nb_frame_release(&reader);
    nb_frame_release(&lines);
}

static void an_announced_gigabyte_is_not_allocated(void **state)
{
    (void)state;
    nb_frame_reader reader = {0};
    assert_int_equal(take(&reader, "Content-Length: 1073741824\r\n\r\nx"), NB_FRAME_MORE);
    assert_true(reader.body.cap < 4u * 1024 * 1024);
    nb_frame_release(&reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_in_one_piece),
        cmocka_unit_test(every_split_gives_the_same),
        cmocka_unit_test(charsets),
        cmocka_unit_test(broken_headers_stay_broken),
        cmocka_unit_test(the_same_length_twice_is_one),
        cmocka_unit_test(headers_are_bounded),
        cmocka_unit_test(an_announced_gigabyte_is_not_allocated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
