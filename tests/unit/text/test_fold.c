#include "cmocka_nb.h"

#include <stdio.h>
#include <string.h>

#include "nb/text/fold.h"
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

static const int BOTH = NB_FOLD_TRADITIONAL | NB_FOLD_PUNCTUATION;

static void spellings_become_one(void **state)
{
    (void)state;
    const struct {
        const char *text;
        int flags;
        const char *folded;
    } rows[] = {
        {"总体情况", 0, "总体情况"},
        {"", 0, ""},
        {" \t　\r\n", 0, ""},
        {"　规 　章\t\r\n", 0, "规章"},
        {"规\xC2\xA0章\xE2\x80\x8B\xEF\xBB\xBF\xC2\xAD\xE2\x81\xA0", 0, "规章"},
        {"（一）予以公开", 0, "(一)予以公开"},
        {"ＡｂＣ１２．５％", 0, "abc12.5%"},
        {"〔2021〕【2021】﹝2021﹞［2021］", 0, "[2021][2021][2021][2021]"},
        {"“三安全一稳定”„‟＂‘’", 0, "\"三安全一稳定\"\"\"\"''"},
        {"—–―－﹣−‐", 0, "-------"},
        {"～〜", 0, "~~"},
        {"、。《》", 0, "、。《》"},
        {"二○二○年二〇", 0, "二〇二〇年二〇"},
        {"⼀⼆⾏⾯⺠⻅⻔⻓⻛⻬⻥", 0, "一二行面民见门长风齐鱼"},
        {"⼾⿈⼈", 0, "户黄人"},
        {"PDF Word", 0, "pdfword"},
        {"收到和處理政府信息公開申請情況", 0, "收到和處理政府信息公開申請情況"},
        {"收到和處理政府信息公開申請情況", 1, "收到和处理政府信息公开申请情况"},
        {"行政復議、行政訴訟總計", 1, "行政复议、行政诉讼总计"},
        {"縣區鎮鄉廳務機構維護規範強製徵收費購採額內類", 1,
         "县区镇乡厅务机构维护规范强制征收费购采额内类"},
        {"行政复议、行政诉讼。（一）", 2, "行政复议行政诉讼一"},
        {"“三安全一稳定”—…·《》〔〕+<>￥", 2, "三安全一稳定"},
        {"二○二○年", 2, "二〇二〇年"},
        {"公开😀", 2, "公开"},
        {"公开😀", 0, "公开😀"},
        {"①②5", 2, "①②5"},
        {"坏\xFF的\xE4\xB8", 0, "坏\xFF的\xE4\xB8"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        nb_view text = nb_view_of(rows[i].text);
        nb_fold_flags flags = (nb_fold_flags)rows[i].flags;
        assert_view(nb_fold_view(arena, text, flags), rows[i].folded);
        nb_mapped m = nb_mapped_identity(text, nb_span_of(0, text.len));
        assert_view(nb_fold(arena, &m, flags).text, rows[i].folded);
    }
}

static void what_does_not_change_is_not_copied(void **state)
{
    (void)state;
    nb_view document = NB_V("xx\t\t规章 \n");
    nb_mapped m = nb_mapped_identity(document, nb_span_of(2, document.len));
    nb_mapped folded = nb_fold(arena, &m, NB_FOLD_BASE);
    assert_view(folded.text, "规章");
    assert_null(folded.map);
    assert_ptr_equal(folded.text.ptr, document.ptr + 4);
    assert_span(nb_mapped_whole(&folded), 4, 10);
}

static void the_map_leads_to_the_document(void **state)
{
    (void)state;
    nb_view document = NB_V("|本年　新（一）|");
    nb_mapped m = nb_mapped_identity(document, nb_span_of(1, document.len - 1));
    nb_mapped folded = nb_fold(arena, &m, NB_FOLD_BASE);
    assert_view(folded.text, "本年新(一)");
    assert_span(nb_mapped_source(&folded, 0, 6), 1, 7);
    assert_span(nb_mapped_source(&folded, 6, 9), 10, 13);
    assert_span(nb_mapped_source(&folded, 9, 10), 13, 16);
    assert_span(nb_mapped_whole(&folded), 1, document.len - 1);
    /* a folded text folds again to itself, with the same map */
    nb_mapped again = nb_fold(arena, &folded, NB_FOLD_BASE);
    assert_ptr_equal(again.map, folded.map);
    /* and with more flags through the first map */
    nb_mapped bare = nb_fold(arena, &folded, NB_FOLD_PUNCTUATION);
    assert_view(bare.text, "本年新一");
    assert_span(nb_mapped_source(&bare, 9, 12), 16, 19);
}

static void joined_pieces_keep_their_places(void **state)
{
    (void)state;
    nb_view document = NB_V("本年 新\n 制作");
    nb_mapped a = nb_mapped_identity(document, nb_span_of(0, 10));
    nb_mapped b = nb_mapped_identity(document, nb_span_of(11, 18));
    nb_mapped_builder *builder = nb_mapped_begin(arena);
    nb_mapped_add(builder, &a);
    nb_mapped_add(builder, &b);
    nb_mapped m = nb_mapped_end(builder);
    nb_mapped folded = nb_fold(arena, &m, NB_FOLD_BASE);
    assert_view(folded.text, "本年新制作");
    assert_span(nb_mapped_source(&folded, 9, 12), 12, 15);
    assert_span(nb_mapped_source(&folded, 3, 9), 3, 10);
}

static void a_text_of_blanks_keeps_its_place(void **state)
{
    (void)state;
    nb_mapped m = nb_mapped_identity(NB_V("ab  \t"), nb_span_of(2, 5));
    nb_mapped folded = nb_fold(arena, &m, NB_FOLD_BASE);
    assert_int_equal(folded.text.len, 0);
    assert_span(nb_mapped_whole(&folded), 2, 2);
}

/* Every character alone, with all flags: folding twice is folding once, and never longer. */
static void folding_is_idempotent(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp < 0x20000; cp++) {
        if (cp == 0xD800)
            cp = 0xE000;
        char bytes[4];
        nb_view one = {bytes, nb_utf8_put(bytes, cp)};
        for (int flags = 0; flags <= BOTH; flags++) {
            nb_view once = nb_fold_view(arena, one, (nb_fold_flags)flags);
            nb_view twice = nb_fold_view(arena, once, (nb_fold_flags)flags);
            if (!nb_view_eq(once, twice) || once.len > one.len)
                fail_msg("U+%04X with %d", cp, flags);
        }
        nb_arena_reset(arena, SIZE_MAX);
    }
}

static uint32_t plain_distance(nb_view a, nb_view b)
{
    uint32_t rows[65][65];
    for (uint32_t i = 0; i <= a.len; i++) {
        for (uint32_t j = 0; j <= b.len; j++) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            uint32_t best = rows[i - 1][j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            if (rows[i - 1][j] + 1 < best)
                best = rows[i - 1][j] + 1;
            if (rows[i][j - 1] + 1 < best)
                best = rows[i][j - 1] + 1;
            rows[i][j] = best;
        }
    }
    return rows[a.len][b.len];
}

static void distances(void **state)
{
    (void)state;
    nb_view label = NB_V("政府信息公开平台建设");
    assert_int_equal(nb_fold_distance(label, label, 2), 0);
    assert_int_equal(nb_fold_distance(NB_V("府信息公开平台建设"), label, 2), 1);
    assert_int_equal(nb_fold_distance(label, NB_V("政府信息公天平台建"), 2), 2);
    assert_int_equal(nb_fold_distance(label, NB_V("监督保障"), 2), 3);
    assert_int_equal(nb_fold_distance(label, NB_V(""), 2), 3);
    assert_int_equal(nb_fold_distance(NB_V(""), NB_V("ab"), 2), 2);
    assert_int_equal(nb_fold_distance(NB_V(""), NB_V(""), 0), 0);
    assert_int_equal(nb_fold_distance(NB_V("a"), NB_V("b"), 0), 1);
    char longer[900];
    memset(longer, 'a', sizeof longer);
    assert_int_equal(nb_fold_distance((nb_view){longer, 256}, (nb_view){longer, 256}, 3), 0);
    assert_int_equal(nb_fold_distance((nb_view){longer, 257}, (nb_view){longer, 257}, 3), 4);
}

static void distances_agree_with_the_whole_table(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < 20000; round++) {
        char x[12];
        char y[12];
        seed = seed * 1664525 + 1013904223;
        nb_view a = {x, (seed >> 8) % 12};
        nb_view b = {y, (seed >> 20) % 12};
        for (int i = 0; i < 12; i++) {
            seed = seed * 1664525 + 1013904223;
            x[i] = (char)('a' + (seed >> 12) % 3);
            y[i] = (char)('a' + (seed >> 24) % 3);
        }
        uint32_t wanted = plain_distance(a, b);
        for (uint32_t limit = 0; limit < 14; limit++)
            assert_int_equal(nb_fold_distance(a, b, limit), wanted > limit ? limit + 1 : wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_become_one),
        cmocka_unit_test(what_does_not_change_is_not_copied),
        cmocka_unit_test(the_map_leads_to_the_document),
        cmocka_unit_test(joined_pieces_keep_their_places),
        cmocka_unit_test(a_text_of_blanks_keeps_its_place),
        cmocka_unit_test(folding_is_idempotent),
        cmocka_unit_test(distances),
        cmocka_unit_test(distances_agree_with_the_whole_table),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
