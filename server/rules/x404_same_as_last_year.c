#include <stdlib.h>

#include "rules/last_year.h"
#include "rules/structure.h"

/*
 * Relation 21: nearly the same text as last year, its figures and years aside. Such a report has
 * told nothing of its year; offices were called to account for it.
 */

enum {
    SENTENCE_MIN = 36,  /* bytes; shorter ones are alike in any two reports */
    SENTENCES_MIN = 15, /* so many tell */
    PERCENT = 90,
};

typedef struct print {
    uint64_t hash;
    uint32_t len;
} print;

typedef NB_VEC(print) print_vec;

static int compare(const void *a, const void *b)
{
    uint64_t x = ((const print *)a)->hash, y = ((const print *)b)->hash;
    return (x > y) - (x < y);
}

/* FNV-1a of the bytes without ASCII digits: figures and years change, the text should too. */
static uint64_t hash_of(nb_view text)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (uint32_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            hash = (hash ^ (unsigned char)text.ptr[i]) * UINT64_C(1099511628211);
    return hash;
}

/* The preamble is much the same every year, and rightly so: only parts are read. */
static print_vec prints_of(nb_arena *arena, const nb_report *report)
{
    print_vec prints = {0};
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *s = &report->sentences[i];
        if (!s->is_heading && s->section != NB_SECTION_NONE && s->text.text.len >= SENTENCE_MIN)
            *nb_vec_push(arena, &prints) = (print){hash_of(s->text.text), s->text.text.len};
    }
    if (prints.len)
        qsort(prints.items, prints.len, sizeof *prints.items, compare);
    return prints;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *before = nb_ctx_last_year(ctx);
    if (!before)
        return;
    print_vec now = prints_of(nb_ctx_arena(ctx), nb_ctx_report(ctx));
    print_vec old = prints_of(nb_ctx_arena(ctx), before);
    if (now.len < SENTENCES_MIN)
        return;
    uint64_t same = 0, all = 0;
    for (uint32_t i = 0, k = 0; i < now.len; i++) {
        while (k < old.len && old.items[k].hash < now.items[i].hash)
            k++;
        all += now.items[i].len;
        same += k < old.len && old.items[k].hash == now.items[i].hash ? now.items[i].len : 0;
    }
    if (same * 100 < all * PERCENT)
        return;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_report_head(nb_ctx_report(ctx)));
    nb_finding_arg_int(draft, "percent", (int64_t)(same * 100 / all));
}

#define FIVE(word)                                                                                 \
    word "信息经过逐条审核后按期发布在政府网站的专栏。" word                                       \
         "栏目按月检查并把结果通报给各个责任科室。" word                                           \
         "目录与指南随机构职责的变化及时更新公布。" word                                           \
         "政策文件发布的同时发布解读并回应来信。" word "培训由分管领导主持并有全体信息员参加。"
#define REPORT(year, first, second, third)                                                                            \
    "# 示例县样例局" year "年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" FIVE(first)                             \
        FIVE(second) "\n\n## 二、主动公开政府信息情况\n\n" FIVE(                                                      \
            third) "\n\n## 五、存在的主要问题及改进情况\n\n解读形式偏少，将增加图解。\n\n" \
                   "## 六、其他需要报告的事项\n\n无。\n\n"

const nb_rule nb_rule_x404_same_as_last_year = {
    .code = "X404",
    .slug = "same-as-last-year",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_NONE,
    .no_fix = {"本年做了什么，只有编写单位知道", "What was done this year, the body knows"},
    .title = {"正文与上年度报告雷同", "nearly the text of last year's report"},
    .message = {"正文有{percent}%与上年度报告相同（数字除外）",
                "{percent} % of the text is that of last year's report, figures aside"},
    .explanation =
        {"除数字和年份外，正文各句九成以上与上年度报告相同。年度报告应当写本年的工作，内容雷同是"
         "多地通报的问题。\n\n上年度报告由 `--last-year FILE` 给出，或者与本年度报告在同一文件中。",
         "Nine tenths of the sentences are those of last year's report but for their figures. A "
         "report tells of its year's work.\n\nLast year's report is given by `--last-year FILE`, "
         "or stands in the same file."},
    .bad = {REPORT("2022", "甲类", "乙类", "丙类") REPORT("2023", "甲类", "乙类", "丙类"),
            REPORT("2022", "甲类", "乙类", "丙类") REPORT("2023", "甲类", "乙类", "丙类")},
    .good = {REPORT("2022", "甲类", "乙类", "丙类") REPORT("2023", "丁类", "戊类", "丙类"),
             REPORT("2022", "甲类", "乙类", "丙类") REPORT("2023", "丁类", "戊类", "丙类")},
    .basis = "《政府信息公开条例》第五十条",
    .check = check,
};
