#include "cmocka_nb.h"

#include <string.h>

#include "nb/base/arena.h"

static void memory_is_aligned_and_apart(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    unsigned char *pieces[500];
    for (size_t i = 0; i < 500; i++) {
        pieces[i] = nb_arena_alloc(arena, i);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        memset(pieces[i], (int)(i & 0xFF), i);
    }
    for (size_t i = 0; i < 500; i++) {
        for (size_t j = 0; j < i; j++)
            assert_int_equal(pieces[i][j], i & 0xFF);
    }
    nb_arena_free(arena);
    nb_arena_free(NULL);
}

static void reset_reuses_what_it_keeps(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    assert_int_equal(nb_arena_footprint(arena), 0);
    for (int round = 0; round < 20; round++) {
        for (int i = 0; i < 1000; i++)
            memset(nb_arena_alloc(arena, 100), round, 100);
        size_t footprint = nb_arena_footprint(arena);
        nb_arena_reset(arena, SIZE_MAX);
        assert_int_equal(nb_arena_footprint(arena), footprint);
        assert_true(footprint < 1000 * 112 * 3);
    }
    nb_arena_reset(arena, 0);
    assert_int_equal(nb_arena_footprint(arena), 0);
    memset(nb_arena_alloc(arena, 10), 1, 10);
    nb_arena_free(arena);
}

static void warm_memory_is_used(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    memset(nb_arena_alloc(arena, 10), 1, 10);
    nb_arena_warm(arena, 3000000);
    size_t footprint = nb_arena_footprint(arena);
    assert_true(footprint >= 3000000);
    for (int i = 0; i < 100; i++)
        memset(nb_arena_alloc(arena, 10000), 2, 10000);
    assert_int_equal(nb_arena_footprint(arena), footprint);
    nb_arena_warm(arena, 1000); /* it has more */
    assert_int_equal(nb_arena_footprint(arena), footprint);
    nb_arena_free(arena);
}

static void the_last_list_grows_in_place(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    NB_VEC(uint32_t) list = {0};
    *nb_vec_push(arena, &list) = 0;
    const uint32_t *items = list.items;
    for (uint32_t i = 1; i < 100; i++)
        *nb_vec_push(arena, &list) = i;
    assert_ptr_equal(list.items, items);
    char *behind = nb_arena_alloc(arena, 16);
    memset(behind, 0xFF, 16);
    for (uint32_t i = 100; i < 1000; i++)
        *nb_vec_push(arena, &list) = i;
    assert_ptr_not_equal(list.items, items);
    for (uint32_t i = 0; i < 1000; i++)
        assert_int_equal(list.items[i], i);
    for (int i = 0; i < 16; i++)
        assert_int_equal((unsigned char)behind[i], 0xFF);
    nb_arena_free(arena);
}

static void large_pieces_among_small_ones(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    for (int round = 0; round < 3; round++) {
        memset(nb_arena_alloc(arena, 10), 1, 10);
        memset(nb_arena_alloc(arena, 5000000), 2, 5000000);
        memset(nb_arena_alloc(arena, 20000), 3, 20000);
        nb_arena_reset(arena, SIZE_MAX);
    }
    assert_true(nb_arena_footprint(arena) < 12000000);
    nb_arena_free(arena);
}

static void calloc_gives_zeros_also_from_used_memory(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    memset(nb_arena_alloc(arena, 1000), 0xFF, 1000);
    nb_arena_reset(arena, SIZE_MAX);
    uint64_t *numbers = NB_NEW_ARRAY(arena, uint64_t, 100);
    for (int i = 0; i < 100; i++)
        assert_int_equal(numbers[i], 0);
    nb_arena_free(arena);
}

static void copies_end_with_a_nul(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view copy = nb_arena_copy(arena, NB_V("规章"));
    assert_string_equal(copy.ptr, "规章");
    assert_int_equal(copy.len, 6);
    assert_string_equal(nb_arena_copy(arena, (nb_view){0}).ptr, "");
    nb_view printed = nb_arena_printf(arena, "%d %s", 12, "件");
    assert_view(printed, "12 件");
    assert_string_equal(printed.ptr, "12 件");
    nb_arena_free(arena);
}

static void arrays_grow(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    NB_VEC(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 10000; i++)
        *nb_vec_push(arena, &numbers) = i;
    assert_int_equal(numbers.len, 10000);
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(numbers.items[i], i);
    nb_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_aligned_and_apart),
        cmocka_unit_test(reset_reuses_what_it_keeps),
        cmocka_unit_test(warm_memory_is_used),
        cmocka_unit_test(the_last_list_grows_in_place),
        cmocka_unit_test(large_pieces_among_small_ones),
        cmocka_unit_test(calloc_gives_zeros_also_from_used_memory),
        cmocka_unit_test(copies_end_with_a_nul),
        cmocka_unit_test(arrays_grow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
