#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmocka_nb.h"
#include "nb/base/buf.h"
#include "nb/text/utf8.h"
#include "report/form_words.h"
#include "report/tables.h"

/*
 * server/report/form_words_data.c is what the forms say. Run with NB_UPDATE=1 in the environment to
 * write it anew after a form has changed.
 */

#define MAX_SENSES 1024u
#define WORD_BYTES 256u
#define DATA_FILE NB_SOURCE_DIR "/server/report/form_words_data.c"

typedef struct entry {
    char text[WORD_BYTES];
    nb_word_sense sense;
} entry;

typedef struct vocabulary {
    entry entries[MAX_SENSES];
    uint32_t count;
} vocabulary;

static bool is_kept(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') || (cp >= 0x4E00 && cp <= 0x9FFF);
}

/* The label without blanks and punctuation, and without a bracket other than of a number. */
static void normalise(const char *label, bool with_remark, char out[WORD_BYTES])
{
    nb_view v = nb_view_of(label);
    uint32_t len = 0, at = 0;
    bool skipping = false;
    while (at < v.len) {
        uint32_t start = at;
        uint32_t cp = nb_utf8_next(v, &at);
        if (!with_remark && cp == 0xFF08 && len > 0 && v.len - start > 15)
            skipping = true;
        if (!skipping && is_kept(cp)) {
            memcpy(out + len, v.ptr + start, at - start);
            len += at - start;
        }
        if (cp == 0xFF09)
            skipping = false;
    }
    out[len] = '\0';
    nb_view text = {out, len};
    uint32_t marker = nb_word_marker(text);
    memmove(out, out + marker, len - marker + 1);
}

static void add_text(vocabulary *v, const char *text, nb_word_sense sense)
{
    if (text[0] == '\0')
        return;
    for (uint32_t i = 0; i < v->count; i++)
        if (strcmp(v->entries[i].text, text) == 0 &&
            memcmp(&v->entries[i].sense, &sense, sizeof sense) == 0)
            return;
    assert_true(v->count < MAX_SENSES);
    entry *e = &v->entries[v->count++];
    memset(e, 0, sizeof *e);
    memcpy(e->text, text, strlen(text));
    e->sense = sense;
}

static void add(vocabulary *v, const char *label, nb_word_sense sense)
{
    char text[WORD_BYTES];
    if (!label || label[0] == '\0')
        return;
    normalise(label, true, text);
    add_text(v, text, sense);
    if (sense.kind == NB_WORD_TITLE || sense.kind == NB_WORD_CORNER)
        return;
    normalise(label, false, text);
    add_text(v, text, sense);
}

static void add_all(vocabulary *v, const char *label, const char *const *variants,
                    nb_word_sense sense)
{
    add(v, label, sense);
    for (uint32_t i = 0; variants && variants[i]; i++)
        add(v, variants[i], sense);
}

static uint32_t first_with_group(const nb_form_block *block, bool rows, const char *group)
{
    uint32_t count = rows ? block->row_count : block->column_count;
    for (uint32_t i = 0; i < count; i++) {
        const char *a = rows ? block->rows[i].group : block->columns[i].group;
        const char *b = rows ? block->rows[i].group2 : block->columns[i].group2;
        if ((a && strcmp(a, group) == 0) || (b && strcmp(b, group) == 0))
            return i;
    }
    return 0;
}

static void add_group(vocabulary *v, const nb_form_block *block, bool rows, const char *group,
                      nb_word_sense sense)
{
    if (!group)
        return;
    sense.kind = NB_WORD_GROUP;
    sense.index = (uint16_t)first_with_group(block, rows, group);
    add(v, group, sense);
}

static void add_block(vocabulary *v, const nb_form_block *block, nb_word_sense sense)
{
    /* In the statistics of 2014 a row's group is a row itself. */
    bool has_groups = sense.table != NB_TABLE_STATISTICS;
    sense.kind = NB_WORD_TITLE;
    add(v, block->title, sense);
    sense.kind = NB_WORD_CORNER;
    add(v, block->corner, sense);
    for (uint32_t i = 0; i < block->row_count; i++) {
        sense.kind = NB_WORD_ROW;
        sense.index = (uint16_t)i;
        add_all(v, block->rows[i].label, block->rows[i].variants, sense);
        if (has_groups) {
            add_group(v, block, true, block->rows[i].group, sense);
            add_group(v, block, true, block->rows[i].group2, sense);
        }
    }
    for (uint32_t i = 0; i < block->column_count; i++) {
        sense.kind = NB_WORD_COLUMN;
        sense.index = (uint16_t)i;
        add_all(v, block->columns[i].label, block->columns[i].variants, sense);
        add_group(v, block, false, block->columns[i].group, sense);
        add_group(v, block, false, block->columns[i].group2, sense);
    }
}

static int by_text(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    return order ? order : memcmp(&x->sense, &y->sense, sizeof x->sense);
}

static bool is_section_title(const char *text)
{
    char title[WORD_BYTES];
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++) {
        const nb_form *form = nb_form_get((nb_form_id)id);
        for (uint32_t s = 0; s < form->section_count; s++) {
            normalise(form->sections[s].title, true, title);
            if (strcmp(title, text) == 0)
                return true;
            for (uint32_t i = 0; form->sections[s].variants[i]; i++) {
                normalise(form->sections[s].variants[i], true, title);
                if (strcmp(title, text) == 0)
                    return true;
            }
        }
    }
    /* Second-level headings of every other report. */
    return strcmp(text, "其他") == 0 || strcmp(text, "行政复议") == 0 ||
           strcmp(text, "行政诉讼") == 0 || strcmp(text, "回应解读情况") == 0 ||
           strcmp(text, "机构建设和保障经费情况") == 0 ||
           strcmp(text, "政府信息公开会议和培训情况") == 0 || strcmp(text, "行政许可") == 0 ||
           strcmp(text, "行政处罚") == 0 || strcmp(text, "行政强制") == 0;
}

static vocabulary *collect(void)
{
    vocabulary *v = calloc(1, sizeof *v);
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++) {
        const nb_form *form = nb_form_get((nb_form_id)id);
        for (uint32_t t = 0; t < form->table_count; t++)
            for (uint32_t b = 0; b < form->tables[t].block_count; b++)
                add_block(v, &form->tables[t].blocks[b],
                          (nb_word_sense){.form = (uint8_t)id,
                                          .table = (uint8_t)form->tables[t].key,
                                          .block = (uint8_t)b});
    }
    qsort(v->entries, v->count, sizeof v->entries[0], by_text);
    return v;
}

static void write_data(const vocabulary *v, nb_buf *out)
{
    nb_buf senses = {0};
    uint32_t words = 0;
    nb_buf_add_str(out, "#include \"report/form_words.h\"\n\n"
                        "/* Written by tests/unit/report/test_form_words.c; do not edit. */\n\n"
                        "/* clang-format off */\nconst nb_word nb_words[] = {\n");
    for (uint32_t i = 0; i < v->count; words++) {
        uint32_t first = i, tables = 0;
        for (; i < v->count && strcmp(v->entries[i].text, v->entries[first].text) == 0; i++) {
            nb_word_sense s = v->entries[i].sense;
            tables |= 1u << s.table;
            nb_buf_printf(&senses, "    {%d, %d, %d, %d, %d},\n", s.form, s.table, s.block, s.kind,
                          s.index);
        }
        const char *text = v->entries[first].text;
        nb_buf_printf(out, "    {\"%s\", %u, %u, %u, %u, %s},\n", text, (unsigned)strlen(text),
                      first, i - first, tables, is_section_title(text) ? "true" : "false");
    }
    nb_buf_printf(out, "};\nconst uint32_t nb_word_count = %u;\n\n", words);
    nb_buf_add_str(out, "const nb_word_sense nb_word_senses[] = {\n");
    nb_buf_add_view(out, nb_buf_view(&senses));
    nb_buf_add_str(out, "};\n/* clang-format on */\n");
    nb_buf_release(&senses);
}

static void read_file(const char *path, nb_buf *out)
{
    char bytes[4096];
    FILE *file = fopen(path, "rb");
    for (size_t got; file && (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        nb_buf_add(out, bytes, got);
    if (file)
        fclose(file);
}

static void data_is_what_the_forms_say(void **state)
{
    (void)state;
    vocabulary *v = collect();
    nb_buf wanted = {0}, found = {0};
    write_data(v, &wanted);
    if (getenv("NB_UPDATE")) {
        FILE *file = fopen(DATA_FILE, "wb");
        assert_non_null(file);
        fwrite(wanted.ptr, 1, wanted.len, file);
        fclose(file);
    }
    read_file(DATA_FILE, &found);
    bool is_same = nb_view_eq(nb_buf_view(&wanted), nb_buf_view(&found));
    if (!is_same)
        print_error("out of step; run this test with NB_UPDATE=1 and build again\n");
    nb_buf_release(&wanted);
    nb_buf_release(&found);
    free(v);
    assert_true(is_same);
}

static void words_are_found(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < nb_word_count; i++)
        assert_ptr_equal(nb_word_find((nb_view){nb_words[i].text, nb_words[i].len}), &nb_words[i]);
    const nb_word *word = nb_word_longest(NB_V("0部分公开区分处理的只计这一情形不计其他情形0"), 1);
    assert_non_null(word);
    assert_int_equal(word->len, 63);
    word = nb_word_longest(NB_V("部分公开区分"), 0);
    assert_non_null(word);
    assert_int_equal(word->len, 12);
    assert_null(nb_word_longest(NB_V("部分公"), 0));
    assert_null(nb_word_find(NB_V("部分")));
    nb_word_filter filter;
    nb_word_filter_init(&filter);
    for (uint32_t i = 0; i < nb_word_count; i++) {
        nb_view text = {nb_words[i].text, nb_words[i].len};
        assert_ptr_equal(nb_word_filter_longest(&filter, text, 0), &nb_words[i]);
    }
    assert_null(nb_word_filter_longest(&filter, NB_V("嘿嘿"), 0));
}

static void labels_are_told_from_headings(void **state)
{
    (void)state;
    static const char *const labels[] = {
        "一、本年新收政府信息公开申请数量",
        "(一)予以公开",
        "1.属于国家秘密",
        "(二)部分公开",
        "3.危及\"三安全一稳定\"",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
        "(七)总计",
        "第二十条第(一)项",
        "信息内容",
        "统计指标",
        "四、行政复议数量",
        "本年收费金额",
        "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)",
    };
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        assert_true(nb_form_is_label(nb_view_of(labels[i])));
    static const char *const headings[] = {
        "一、总体情况",
        "(一)主动公开",
        "二、主动公开政府信息情况",
        "三、依申请公开情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "",
        "一、",
    };
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
        assert_false(nb_form_is_label(nb_view_of(headings[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data_is_what_the_forms_say),
        cmocka_unit_test(words_are_found),
        cmocka_unit_test(labels_are_told_from_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
