#include "cmocka_nb.h"

#include <stdlib.h>
#include <string.h>

#include "nb/text/lines.h"
#include "nb/text/utf8.h"

static nb_arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = nb_arena_new();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    nb_arena_free(arena);
    return 0;
}

static void lines_end_with_lf_crlf_and_cr_only(void **state)
{
    (void)state;
    nb_view text = NB_V("a\nb\r\nc\rd\r\r\ne\xE2\x80\xA8z\n");
    nb_lines lines = nb_lines_index(arena, text);
    assert_int_equal(lines.count, 7);
    const char *wanted[] = {"a", "b", "c", "d", "", "e\xE2\x80\xA8z", ""};
    for (uint32_t i = 0; i < 7; i++) {
        nb_span s = nb_lines_span(&lines, i);
        assert_view(nb_view_sub(text, s.start, s.end), wanted[i]);
    }
}

static void an_empty_text_has_one_line(void **state)
{
    (void)state;
    nb_lines lines = nb_lines_index(arena, (nb_view){0});
    assert_int_equal(lines.count, 1);
    assert_span(nb_lines_span(&lines, 0), 0, 0);
    assert_int_equal(nb_lines_offset(&lines, (nb_position){0, 5}, NB_UTF16), 0);
    assert_int_equal(nb_lines_position(&lines, 9, NB_UTF16).character, 0);
}

static void a_line_is_found_for_every_offset(void **state)
{
    (void)state;
    nb_lines lines = nb_lines_index(arena, NB_V("ab\r\n\ncd"));
    uint32_t wanted[] = {0, 0, 0, 0, 1, 2, 2, 2, 2};
    for (uint32_t i = 0; i < 9; i++)
        assert_int_equal(nb_lines_at(&lines, i), wanted[i]);
}

static void positions_count_in_the_encoding(void **state)
{
    (void)state;
    nb_lines lines = nb_lines_index(arena, NB_V("x\n中a😀\xFFz"));
    const struct {
        uint32_t offset;
        uint32_t units[3]; /* UTF-16, UTF-8, UTF-32 */
    } rows[] = {{2, {0, 0, 0}},  {5, {1, 3, 1}},  {6, {2, 4, 2}},
                {10, {4, 8, 3}}, {11, {5, 9, 4}}, {12, {6, 10, 5}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int e = NB_UTF16; e <= NB_UTF32; e++) {
            nb_position p = nb_lines_position(&lines, rows[i].offset, (nb_encoding)e);
            assert_int_equal(p.line, 1);
            assert_int_equal(p.character, rows[i].units[e]);
            assert_int_equal(nb_lines_offset(&lines, p, (nb_encoding)e), rows[i].offset);
        }
    }
}

static void places_inside_characters_and_line_ends_move_back(void **state)
{
    (void)state;
    nb_lines lines = nb_lines_index(arena, NB_V("中😀\r\nb"));
    assert_int_equal(nb_lines_position(&lines, 2, NB_UTF16).character, 0);
    assert_int_equal(nb_lines_position(&lines, 5, NB_UTF16).character, 1);
    assert_int_equal(nb_lines_position(&lines, 8, NB_UTF16).character, 3);
    assert_int_equal(nb_lines_position(&lines, 8, NB_UTF16).line, 0);
    assert_int_equal(nb_lines_offset(&lines, (nb_position){0, 2}, NB_UTF16), 3);
    assert_int_equal(nb_lines_offset(&lines, (nb_position){0, 5}, NB_UTF8), 3);
    assert_int_equal(nb_lines_offset(&lines, (nb_position){0, 99}, NB_UTF16), 7);
    assert_int_equal(nb_lines_offset(&lines, (nb_position){0, UINT32_MAX}, NB_UTF8), 7);
    assert_int_equal(nb_lines_offset(&lines, (nb_position){9, 0}, NB_UTF16), 10);
    assert_int_equal(nb_lines_offset(&lines, (nb_position){UINT32_MAX, UINT32_MAX}, NB_UTF32), 10);
}

static void inverted_ranges_are_swapped(void **state)
{
    (void)state;
    nb_lines lines = nb_lines_index(arena, NB_V("ab\ncd"));
    nb_range range = {{1, 1}, {0, 1}};
    assert_span(nb_lines_span_of(&lines, range, NB_UTF16), 1, 4);
}

static void long_lines_agree_with_counting(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", "é", "中", "😀", "\x80", "\xE4\xB8"};
    for (uint32_t kinds = 1; kinds <= 6; kinds++) {
        char *text = malloc(20000);
        uint32_t len = 0;
        uint32_t seed = kinds;
        while (len < 9000) {
            seed = seed * 1664525 + 1013904223;
            const char *piece = pieces[(seed >> 16) % kinds];
            memcpy(text + len, piece, strlen(piece));
            len += (uint32_t)strlen(piece);
        }
        nb_view v = {text, len};
        nb_lines lines = nb_lines_index(arena, v);
        uint32_t units = 0;
        uint32_t previous = 0;
        for (uint32_t at = 0; at < len;) {
            nb_position p = nb_lines_position(&lines, at, NB_UTF16);
            assert_int_equal(p.character, units);
            assert_int_equal(nb_lines_offset(&lines, p, NB_UTF16), at);
            nb_range r = nb_lines_range(&lines, nb_span_of(previous, at), NB_UTF16);
            assert_int_equal(r.end.character, units);
            previous = at;
            uint32_t cp = nb_utf8_next(v, &at);
            units += cp > 0xFFFF && cp != NB_UTF8_INVALID ? 2 : 1;
        }
        free(text);
    }
}

static void ranges_over_lines(void **state)
{
    (void)state;
    nb_lines lines = nb_lines_index(arena, NB_V("政府\n信息公开\n"));
    nb_range r = nb_lines_range(&lines, nb_span_of(3, 13), NB_UTF16);
    assert_int_equal(r.start.line, 0);
    assert_int_equal(r.start.character, 1);
    assert_int_equal(r.end.line, 1);
    assert_int_equal(r.end.character, 2);
}

static void the_line_end_of_most_lines_wins(void **state)
{
    (void)state;
    const struct {
        const char *text;
        const char *eol;
    } rows[] = {
        {"", "\n"},       {"abc", "\n"},           {"a\nb\r\nc\n", "\n"}, {"a\r\nb\r\nc\n", "\r\n"},
        {"a\rb\r", "\r"}, {"\n\r\n\r\n\r", "\r\n"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        nb_lines lines = nb_lines_index(arena, nb_view_of(rows[i].text));
        assert_view(nb_lines_eol(&lines), rows[i].eol);
    }
}

/* The text of index i among those of up to four of these. */
static nb_view small_text(uint32_t i, char *bytes)
{
    static const char *const pieces[] = {"", "a", "\r", "\n", "中", "\xE4", "\xB8"};
    uint32_t len = 0;
    for (; i; i /= 7) {
        const char *piece = pieces[i % 7];
        memcpy(bytes + len, piece, strlen(piece));
        len += (uint32_t)strlen(piece);
    }
    return (nb_view){bytes, len};
}

static void lines_of_an_edited_text_are_those_of_the_text(void **state)
{
    (void)state;
    enum { TEXTS = 7 * 7 * 7 * 7 };
    char before_bytes[16];
    char now_bytes[16];
    for (uint32_t i = 0; i < TEXTS; i++) {
        nb_view before = small_text(i, before_bytes);
        nb_lines first = nb_lines_index(arena, before);
        for (uint32_t k = i % 5; k < TEXTS; k += 5) {
            nb_view now = small_text(k, now_bytes);
            nb_lines again = nb_lines_index_again(arena, now, &first);
            nb_lines alone = nb_lines_index(arena, now);
            assert_int_equal(again.count, alone.count);
            assert_int_equal(again.well_formed, alone.well_formed);
            assert_memory_equal(again.starts, alone.starts, alone.count * sizeof *alone.starts);
        }
        nb_arena_reset(arena, SIZE_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_with_lf_crlf_and_cr_only),
        cmocka_unit_test(an_empty_text_has_one_line),
        cmocka_unit_test(a_line_is_found_for_every_offset),
        cmocka_unit_test(positions_count_in_the_encoding),
        cmocka_unit_test(places_inside_characters_and_line_ends_move_back),
        cmocka_unit_test(inverted_ranges_are_swapped),
        cmocka_unit_test(long_lines_agree_with_counting),
        cmocka_unit_test(ranges_over_lines),
        cmocka_unit_test(lines_of_an_edited_text_are_those_of_the_text),
        cmocka_unit_test(the_line_end_of_most_lines_wins),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
