#include "cmocka_nb.h"

#include <stdlib.h>
#include <string.h>

#include "nb/base/buf.h"
#include "nb/text/skip.h"

/* The same, byte by byte. */
static bool is_year(nb_view v, uint32_t at)
{
    return (v.ptr[at] >= '0' && v.ptr[at] <= '9') ||
           nb_view_starts_with(nb_view_sub(v, at, v.len), NB_V("二"));
}

static bool is_sign(nb_view v, uint32_t at)
{
    return v.ptr[at] == '\xE3' || v.ptr[at] == '\xEF';
}

static bool is_layout(nb_view v, uint32_t at)
{
    nb_view rest = nb_view_sub(v, at, v.len);
    return strchr("\n\r\t|<", v.ptr[at]) != NULL || nb_view_starts_with(rest, NB_V("\xEF\xBD")) ||
           nb_view_starts_with(rest, NB_V("\xE2\x94"));
}

static bool is_no_han(nb_view v, uint32_t at)
{
    unsigned char c = (unsigned char)v.ptr[at];
    return c < 0x80 || (c >= 0xC0 && (c < 0xE4 || c > 0xE9));
}

static bool is_escape(nb_view v, uint32_t at)
{
    return (unsigned char)v.ptr[at] < 0x20 || v.ptr[at] == '"' || v.ptr[at] == '\\';
}

static const struct {
    uint32_t (*next)(nb_view v, uint32_t at);
    bool (*is_one)(nb_view v, uint32_t at);
} all[] = {
    {nb_skip_to_year, is_year}, {nb_skip_to_sign, is_sign},     {nb_skip_to_layout, is_layout},
    {nb_skip_han, is_no_han},   {nb_skip_to_escape, is_escape},
};

static void assert_skips(nb_view v)
{
    for (size_t k = 0; k < sizeof all / sizeof *all; k++)
        for (uint32_t at = 0; at <= v.len; at++) {
            uint32_t expected = at;
            while (expected < v.len && !all[k].is_one(v, expected))
                expected++;
            assert_int_equal(all[k].next(v, at), expected);
        }
}

/* In memory of its own, so that the sanitizers see a byte read behind the end. */
static void each_finds_what_a_loop_finds(void **state)
{
    (void)state;
    static const char *const pieces[] = {"政",
                                         "府",
                                         "二",
                                         "2",
                                         "。",
                                         "，",
                                         "｜",
                                         "│",
                                         "|",
                                         "\t",
                                         "\n",
                                         "\r",
                                         "<",
                                         "a",
                                         "\"",
                                         "\\",
                                         "é",
                                         "\1",
                                         "\xE4",
                                         "\xBA",
                                         "\xEF",
                                         "信息公开工作",
                                         "主动公开政府信息"};
    enum { TEXTS = 400, PIECES = 14, COUNT = sizeof pieces / sizeof *pieces };
    srand(7);
    for (int i = 0; i < TEXTS; i++) {
        nb_buf text = {0};
        for (int k = rand() % PIECES; k > 0; k--)
            nb_buf_add_str(&text, pieces[rand() % COUNT]);
        char *own = malloc(text.len ? text.len : 1);
        assert_non_null(own);
        if (text.len)
            memcpy(own, text.ptr, text.len);
        assert_skips((nb_view){own, (uint32_t)text.len});
        free(own);
        nb_buf_release(&text);
    }
}

static void nothing_is_found_behind_the_end(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        assert_int_equal(all[k].next(NB_V(""), 0), 0);
        assert_int_equal(all[k].next(NB_V("2|\"。"), 7), 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_finds_what_a_loop_finds),
        cmocka_unit_test(nothing_is_found_behind_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
