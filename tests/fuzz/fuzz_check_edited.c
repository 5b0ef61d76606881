/*
 * A report that is edited step by step. The first byte chooses how it is written, the second the
 * options, every eight bytes after them make a step of tests/check/edits.h. An analysis that is
 * told of the one before must be the one without, in everything; the one before is overwritten by
 * then.
 */
#include "fuzz.h"

#include "edits.h"
#include "nb/report/skeleton.h"
#include "same.h"

#include <stdio.h>

enum {
    HEAD = 2,
    STEP = 8,
    STEPS_MAX = 12,
};

/* What stands in the place of what a skeleton leaves to be filled in. */
static const char *const prose[] = {
    "示例路1号",
    "100000",
    "010-00000000",
    "2024年，本机关主动公开政府信息120条，其中政策解读12条、图解3条；废止规范性文件1件。",
    "其中自然人申请9件，法人申请3件，同比增长20%。予以公开5件，部分公开2件，不予公开4件。",
    "一是完善“制发、审核、更新”流程；二是清理《示例县档案办法》等文件2件（现行有效9件）。",
    "政府网站发布信息98条，政务新媒体发布22条，占总数的18.3%，较2023年增加10条。",
    "组织培训2次、考核1次，未发生责任追究；社会评议结果为“良好”，得分92.5分。",
    "一是解读不多，二是培训较少。2025年将（一）加强解读；（二）每季度培训1次。",
    "依据《政府信息公开信息处理费管理办法》，2024年未收取信息处理费，收费0元。",
    "2025年1月20日",
};

static nb_view value_of(void *data, const nb_form_block *block, uint32_t row, uint32_t column)
{
    static const char *const values[] = {"0", "1", "3", "0", "12", "7"};
    (void)data;
    (void)block;
    return nb_view_of(values[(row * 5 + column) % (sizeof values / sizeof *values)]);
}

static nb_view report_of(nb_arena *arena, uint8_t choice)
{
    static const nb_form_id forms[] = {NB_FORM_2021, NB_FORM_2019, NB_FORM_2014, NB_FORM_2008};
    nb_dialect dialect = (nb_dialect)(NB_DIALECT_TAB_CELLS + choice / 4 % (NB_DIALECT_GLUED - 1));
    nb_skeleton_style style = nb_skeleton_style_plain(dialect);
    nb_skeleton_values values = {.value = value_of, .fill = NB_V("0")};
    const nb_form *form = nb_form_get(forms[choice % 4]);
    nb_view rest = nb_skeleton_report(arena, form, form->first_year + (choice > 127),
                                      NB_V("示例县样例局"), &style, &values);
    nb_buf text = {0};
    for (uint32_t filled = 0; rest.len; filled++) {
        uint32_t open = nb_view_find(rest, NB_V("【"), 0);
        uint32_t close = nb_view_find(rest, NB_V("】"), 0);
        nb_buf_add_view(&text, nb_view_sub(rest, 0, open));
        if (close == NB_VIEW_NONE)
            break;
        nb_buf_add_str(&text, prose[filled % (sizeof prose / sizeof *prose)]);
        rest = nb_view_sub(rest, close + 3, rest.len);
    }
    nb_view report = nb_arena_copy(arena, nb_buf_view(&text));
    nb_buf_release(&text);
    return report;
}

static nb_check_options options_of(uint8_t choice)
{
    nb_check_options options = {.kind = (nb_source_kind)(choice & 3)};
    if (choice & 4)
        options.kind = NB_SOURCE_AUTO;
    options.rules.lang = choice & 8 ? NB_LANG_EN : NB_LANG_ZH;
    options.force_report = choice & 16;
    return options;
}

/* The analysis that was told of before, compared with the one that was not; spoils *arena. */
static const nb_analysis *check(nb_arena **arena, nb_view text, nb_check_options options,
                                const nb_analysis *before)
{
    nb_arena *next = nb_arena_new(), *fresh = nb_arena_new();
    options.before = before;
    options.is_followed = true;
    const nb_analysis *told = nb_check(next, text, &options);
    same_spoil(*arena);
    *arena = next;
    options.before = NULL;
    options.is_followed = false;
    const nb_analysis *found = nb_check(fresh, text, &options);
    same_place where;
    bool is_same = same_analysis(told, found, &where);
    if (!is_same)
        fprintf(stderr, "%s\n", where.text);
    PROPERTY(is_same);
    nb_arena_free(fresh);
    return told;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < HEAD)
        return 0;
    nb_arena *arena = nb_arena_new();
    nb_check_options options = options_of(data[1]);
    edits e;
    edits_begin(&e, report_of(arena, data[0]), data[0]);
    const nb_analysis *before = check(&arena, nb_buf_view(&e.now), options, NULL);
    for (size_t at = HEAD; at + STEP <= size && at < HEAD + STEP * STEPS_MAX; at += STEP) {
        e.choices = data + at;
        e.choice_count = STEP;
        edits_step(&e);
        before = check(&arena, nb_buf_view(&e.now), options, before);
    }
    edits_release(&e);
    nb_arena_free(arena);
    return 0;
}
