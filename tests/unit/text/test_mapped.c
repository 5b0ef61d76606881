#include "cmocka_nb.h"

#include "nb/text/mapped.h"

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

static void identity_leads_straight_back(void **state)
{
    (void)state;
    nb_view document = NB_V("0123456789");
    nb_mapped m = nb_mapped_identity(document, nb_span_of(3, 7));
    assert_view(m.text, "3456");
    assert_null(m.map);
    assert_span(nb_mapped_source(&m, 1, 3), 4, 6);
    assert_span(nb_mapped_source(&m, 2, 2), 5, 5);
    assert_span(nb_mapped_source(&m, 4, 4), 7, 7);
    assert_span(nb_mapped_source(&m, 9, 99), 7, 7);
    assert_span(nb_mapped_whole(&m), 3, 7);
    nb_mapped sub = nb_mapped_sub(&m, 1, 3);
    assert_view(sub.text, "45");
    assert_span(nb_mapped_whole(&sub), 4, 6);
}

static void adjacent_pieces_need_no_map(void **state)
{
    (void)state;
    nb_view document = NB_V("政府信息");
    nb_mapped a = nb_mapped_identity(document, nb_span_of(3, 6));
    nb_mapped b = nb_mapped_identity(document, nb_span_of(6, 12));
    nb_mapped_builder *builder = nb_mapped_begin(arena);
    nb_mapped_add(builder, &a);
    nb_mapped_add(builder, &b);
    nb_mapped m = nb_mapped_end(builder);
    assert_null(m.map);
    assert_view(m.text, "府信息");
    assert_span(nb_mapped_whole(&m), 3, 12);
}

static void pieces_apart_get_a_map(void **state)
{
    (void)state;
    nb_view document = NB_V("本年新\n制作&amp;数量");
    nb_mapped a = nb_mapped_identity(document, nb_span_of(0, 9));
    nb_mapped b = nb_mapped_identity(document, nb_span_of(10, 16));
    nb_mapped c = nb_mapped_identity(document, nb_span_of(21, 27));
    nb_mapped_builder *builder = nb_mapped_begin(arena);
    nb_mapped_add(builder, &a);
    nb_mapped_add(builder, &b);
    nb_mapped_add_bytes(builder, NB_V("&"), nb_span_of(16, 21));
    nb_mapped_add(builder, &c);
    nb_mapped m = nb_mapped_end(builder);
    assert_view(m.text, "本年新制作&数量");
    assert_span(nb_mapped_source(&m, 0, 9), 0, 9);
    assert_span(nb_mapped_source(&m, 9, 12), 10, 13);
    assert_span(nb_mapped_source(&m, 15, 16), 16, 21);
    assert_span(nb_mapped_source(&m, 6, 19), 6, 24);
    assert_span(nb_mapped_source(&m, 9, 9), 10, 10);
    assert_span(nb_mapped_source(&m, 22, 22), 27, 27);
    assert_span(nb_mapped_source(&m, 12, 15), 13, 16);
    nb_mapped sub = nb_mapped_sub(&m, 15, 19);
    assert_view(sub.text, "&数");
    assert_span(nb_mapped_whole(&sub), 16, 24);
    nb_mapped none = nb_mapped_sub(&m, 15, 15);
    assert_span(nb_mapped_whole(&none), 16, 16);
    nb_mapped_builder *again = nb_mapped_begin(arena);
    nb_mapped_add(again, &sub);
    nb_mapped_add(again, &a);
    nb_mapped two = nb_mapped_end(again);
    assert_view(two.text, "&数本年新");
    assert_span(nb_mapped_source(&two, 0, 1), 16, 21);
}

static void many_small_pieces(void **state)
{
    (void)state;
    char document[3000];
    for (int i = 0; i < 3000; i++)
        document[i] = (char)('a' + i % 26);
    nb_mapped_builder *builder = nb_mapped_begin(arena);
    for (uint32_t i = 0; i < 3000; i += 2) {
        nb_mapped piece = nb_mapped_identity((nb_view){document, 3000}, nb_span_of(i, i + 1));
        nb_mapped_add(builder, &piece);
    }
    nb_mapped m = nb_mapped_end(builder);
    assert_int_equal(m.text.len, 1500);
    for (uint32_t i = 0; i < 1500; i++) {
        assert_int_equal(m.text.ptr[i], document[2 * i]);
        assert_span(nb_mapped_source(&m, i, i + 1), 2 * i, 2 * i + 1);
    }
}

static void empty_pieces_keep_their_place(void **state)
{
    (void)state;
    nb_mapped none = nb_mapped_identity(NB_V("abc"), nb_span_of(2, 2));
    nb_mapped_builder *builder = nb_mapped_begin(arena);
    nb_mapped_add(builder, &none);
    nb_mapped_add_bytes(builder, (nb_view){0}, nb_span_of(3, 3));
    nb_mapped m = nb_mapped_end(builder);
    assert_int_equal(m.text.len, 0);
    assert_span(nb_mapped_whole(&m), 2, 2);
    nb_mapped nothing = nb_mapped_end(nb_mapped_begin(arena));
    assert_span(nb_mapped_whole(&nothing), 0, 0);
}

/* "本年新" at 0, "&" from 9 to 14, "制作" at 14; nothing of the document is between. */
static nb_mapped three_runs(void)
{
    nb_view document = NB_V("本年新&amp;制作");
    nb_mapped a = nb_mapped_identity(document, nb_span_of(0, 9));
    nb_mapped b = nb_mapped_identity(document, nb_span_of(14, 20));
    nb_mapped_builder *builder = nb_mapped_begin(arena);
    nb_mapped_add(builder, &a);
    nb_mapped_add_bytes(builder, NB_V("&"), nb_span_of(9, 14));
    nb_mapped_add(builder, &b);
    return nb_mapped_end(builder);
}

static void a_place_is_found_again(void **state)
{
    (void)state;
    nb_mapped m = three_runs();
    const uint32_t rows[][2] = {{0, 0}, {3, 3}, {9, 9}, {14, 10}, {17, 13}, {20, 16}, {99, 16}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(nb_mapped_find(&m, rows[i][0]), rows[i][1]);
    assert_int_equal(nb_mapped_find(&m, 11), 10); /* inside the entity: behind it */
    nb_mapped part = nb_mapped_sub(&m, 3, 13);
    assert_view(part.text, "年新&制");
    assert_int_equal(nb_mapped_find(&part, 0), 0);
    assert_int_equal(nb_mapped_find(&part, 14), 7);
    assert_int_equal(nb_mapped_find(&part, 17), 10);
    nb_mapped plain = nb_mapped_identity(NB_V("0123456789"), nb_span_of(3, 7));
    assert_int_equal(nb_mapped_find(&plain, 1), 0);
    assert_int_equal(nb_mapped_find(&plain, 5), 2);
    assert_int_equal(nb_mapped_find(&plain, 9), 4);
}

static void runs_are_told_one_by_one(void **state)
{
    (void)state;
    nb_mapped m = three_runs();
    const struct {
        uint32_t start, end, from, to;
        bool is_as_printed;
    } rows[] = {{3, 9, 3, 9, true}, {9, 10, 9, 14, false}, {10, 13, 14, 17, true}};
    nb_mapped_run run;
    uint32_t at = 3;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(nb_mapped_next(&m, &at, 13, &run));
        assert_int_equal(run.start, rows[i].start);
        assert_int_equal(run.end, rows[i].end);
        assert_int_equal(at, rows[i].end);
        assert_span(run.source, rows[i].from, rows[i].to);
        assert_int_equal(run.is_as_printed, rows[i].is_as_printed);
    }
    assert_false(nb_mapped_next(&m, &at, 13, &run));
}

static void a_copy_has_the_places_moved(void **state)
{
    (void)state;
    nb_mapped m = three_runs();
    nb_mapped part = nb_mapped_sub(&m, 3, 16);
    nb_mapped copy = nb_mapped_move(arena, &part, 100);
    assert_view(copy.text, "年新&制作");
    assert_ptr_not_equal(copy.text.ptr, part.text.ptr);
    assert_span(nb_mapped_whole(&copy), 103, 120);
    assert_span(nb_mapped_source(&copy, 6, 7), 109, 114);
    assert_true(nb_mapped_same_places(&part, &copy, 100));
    assert_false(nb_mapped_same_places(&part, &copy, 99));
    nb_mapped less = nb_mapped_sub(&m, 3, 13);
    assert_false(nb_mapped_same_places(&part, &less, 0));
    nb_mapped back = nb_mapped_move(arena, &copy, (uint32_t)-100);
    assert_true(nb_mapped_same_places(&part, &back, 0));
    nb_mapped plain = nb_mapped_identity(m.text, nb_span_of(3, 16));
    assert_false(nb_mapped_same_places(&part, &plain, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(identity_leads_straight_back),
        cmocka_unit_test(adjacent_pieces_need_no_map),
        cmocka_unit_test(pieces_apart_get_a_map),
        cmocka_unit_test(many_small_pieces),
        cmocka_unit_test(a_place_is_found_again),
        cmocka_unit_test(runs_are_told_one_by_one),
        cmocka_unit_test(a_copy_has_the_places_moved),
        cmocka_unit_test(empty_pieces_keep_their_place),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
