#include <string.h>

#include "nb/text/fold.h"
#include "nb/text/needles.h"
#include "rules/prose.h"

/*
 * Misspelt standard terms (domain: X-24): headings one character away from a usual one, and slips
 * in running text that make no word of their own.
 */

static const nb_text2 change_to = {"改为“{0}”", "make it \"{0}\""};

/* ---- headings within a part ---- */

/* Long enough that one character makes no other title; see also is_other_word. */
static const char *const titles[] = {"依申请公开情况",           "政府信息管理情况",
                                     "政府信息管理方面",         "政府信息公开平台建设",
                                     "政府信息公开平台建设情况", "政府信息公开平台建设方面",
                                     "政府信息资源管理",         "信息公开平台建设情况",
                                     "主动公开政府信息情况",     "依申请公开政府信息情况",
                                     "政府信息公开监督保障",     "政府信息公开监督保障情况",
                                     "政府信息公开保障监督情况", NULL};

static bool is_title(nb_view title)
{
    for (const char *const *t = titles; *t; t++) {
        if (nb_view_eq(title, nb_view_of(*t)))
            return true;
    }
    return false;
}

/* Variants that are words: 政务信息管理, 依法申请公开, 政府信息公开的平台建设. */
static bool is_other_word(nb_view title)
{
    return nb_view_contains(title, NB_V("政务")) || nb_view_contains(title, NB_V("依法")) ||
           nb_view_contains(title, NB_V("的")) || nb_view_contains(title, NB_V("和")) ||
           nb_view_contains(title, NB_V("与")) || nb_view_contains(title, NB_V("及"));
}

static void check_heading(nb_rule_ctx *ctx, const nb_heading *heading)
{
    enum { MIN_BYTES = 18, MAX_BYTES = 45 };
    nb_view title = heading->title;
    if (heading->depth < 2 || title.len < MIN_BYTES || title.len > MAX_BYTES || is_title(title) ||
        is_other_word(title))
        return;
    for (const char *const *t = titles; *t; t++) {
        if (nb_fold_distance(title, nb_view_of(*t), 1) != 1)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, heading->title_span);
        nb_finding_arg(draft, "found", title);
        nb_finding_arg(draft, "term", nb_view_of(*t));
        nb_view printed =
            nb_view_sub(nb_ctx_text(ctx), heading->title_span.start, heading->title_span.end);
        if (nb_view_eq(printed, title)) {
            nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, change_to, nb_view_of(*t));
            nb_fix_replace(fix, heading->title_span, nb_view_of(*t));
        }
        return;
    }
}

/* ---- running text ---- */

/* Slip and term; none of the left ones is part of a right text. */
static const char *const slips[][2] = {
    {"政府信公开", "政府信息公开"},
    {"政府息公开", "政府信息公开"},
    {"政府信息信息公开", "政府信息公开"},
    {"政府信息公公开", "政府信息公开"},
    {"政府信息工开", "政府信息公开"},
    {"政务工开", "政务公开"},
    {"政务公公开", "政务公开"},
    {"依申公开", "依申请公开"},
    {"依申请工开", "依申请公开"},
    {"依申请请公开", "依申请公开"},
    {"主动工开", "主动公开"},
    {"主动公公开", "主动公开"},
    {"行政复仪", "行政复议"},
    {"行政诉颂", "行政诉讼"},
    {"行政诉松", "行政诉讼"},
    {"规犯性文件", "规范性文件"},
    {"规范行文件", "规范性文件"},
    {"规范性性文件", "规范性文件"},
    {"信息公开条列", "信息公开条例"},
    {"信息公开条理", "信息公开条例"},
    {"信息公开指男", "信息公开指南"},
    {"政府信心公开", "政府信息公开"},
    {"政府信自公开", "政府信息公开"},
    {"政府信习公开", "政府信息公开"},
    {"政俯信息", "政府信息"},
    {"政附信息", "政府信息"},
    {"政服信息", "政府信息"},
    {"依申情公开", "依申请公开"},
    {"依申清公开", "依申请公开"},
    {"依伸请公开", "依申请公开"},
    {"依审请公开", "依申请公开"},
    {"主动攻开", "主动公开"},
    {"主动功开", "主动公开"},
    {"政务功开", "政务公开"},
    {"政务攻开", "政务公开"},
    {"行政复义", "行政复议"},
    {"行政复意", "行政复议"},
    {"行政诉诵", "行政诉讼"},
    {"规范性文伴", "规范性文件"},
    {"规范性问件", "规范性文件"},
    {"归范性文件", "规范性文件"},
};

#define SLIP_COUNT (sizeof slips / sizeof slips[0])

static void tell(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t start, uint32_t end,
                 const char *term)
{
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_mapped_source(piece->text, start, end));
    nb_finding_arg(draft, "found", nb_view_sub(piece->text->text, start, end));
    nb_finding_arg(draft, "term", nb_view_of(term));
    nb_span span;
    if (!nb_piece_source(ctx, piece, start, end, &span))
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, change_to, nb_view_of(term));
    nb_fix_replace(fix, span, nb_view_of(term));
}

static void check_slips(nb_rule_ctx *ctx, const nb_needles *needles, const nb_piece *piece)
{
    nb_view text = piece->text->text;
    uint32_t at = 0;
    for (uint32_t i; (i = nb_needles_next(needles, text, &at)) != NB_VIEW_NONE;) {
        uint32_t end = at + (uint32_t)strlen(slips[i][0]);
        tell(ctx, piece, at, end, slips[i][1]);
        at = end;
    }
}

/* ---- 出 … 外， for 除 … 外， ---- */

/* Words that begin with 出 and may begin a clause. */
static const char *const words_of_chu[] = {
    "出台", "出具", "出生", "出国", "出席", "出租", "出版", "出口", "出资", "出入", "出现",
    "出来", "出去", "出发", "出于", "出让", "出售", "出动", "出行", "出院", "出境", "出门",
    "出差", "出庭", "出警", "出示", "出众", "出色", "出面", "出力", "出品", "出厂", "出车",
    "出站", "出列", "出事", "出任", "出征", "出走", "出访", "出游", "出土", "出自", "出纳",
    "出勤", "出彩", "出处", "出路", "出身", "出炉", NULL};

static void check_except(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t start, uint32_t end)
{
    enum { CLAUSE_MAX = 90 };
    static const char *const chu[] = {"出", NULL};
    static const char *const wai[] = {"外", "以外", "之外", NULL};
    nb_view text = piece->text->text;
    if (end <= start + 9 || end - start > CLAUSE_MAX || !nb_prose_word_at(text, start, chu) ||
        nb_prose_word_at(text, start, words_of_chu) || !nb_prose_word_before(text, end, wai))
        return;
    static const char *const other_words[] = {"海外", "国外", "对外", "例外", "意外", "室外",
                                              "户外", "域外", "境外", "省外", "市外", NULL};
    if (!nb_prose_word_before(text, end, other_words))
        tell(ctx, piece, start, start + 3, "除");
}

/* Clauses lie between stops; the marks know where these are. */
static void check_clauses(nb_rule_ctx *ctx, const nb_piece *piece)
{
    uint32_t start = 0;
    for (uint32_t i = 0; i < piece->mark_count; i++) {
        const nb_mark *mark = &piece->marks[i];
        if (mark->cp == ' ' && mark->at == start) {
            start = mark->end;
        } else if (mark->cp == 0xFF0C || mark->cp == 0x3002 || mark->cp == 0xFF1B) {
            check_except(ctx, piece, start, mark->at);
            start = mark->end;
        }
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 0; i < report->heading_count; i++)
        check_heading(ctx, &report->headings[i]);
    nb_view words[SLIP_COUNT];
    for (uint32_t i = 0; i < SLIP_COUNT; i++)
        words[i] = nb_view_of(slips[i][0]);
    const nb_needles *needles = nb_needles_new(nb_ctx_arena(ctx), words, SLIP_COUNT);
    for (const nb_piece *piece = NULL; (piece = nb_ctx_next_piece(ctx, piece));) {
        if (piece->is_cell)
            continue;
        check_slips(ctx, needles, piece);
        check_clauses(ctx, piece);
    }
}

const nb_rule nb_rule_f106_misspelt_term = {
    .code = "F106",
    .slug = "misspelt-term",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SUGGEST,
    .title = {"规范用语疑有错字", "A standard term that seems misspelt"},
    .message = {"“{found}”疑为“{term}”", "\"{found}\" seems to be \"{term}\" misspelt"},
    .explanation = {"小标题与规范名称只差一字，或者正文中出现了不成词的写法（“政府信公开”、"
                    "“行政复仪”、“出……外”）。请核对后再改。",
                    "A heading one character away from the usual one, or a slip in the text that "
                    "makes no word. Look before changing it."},
    .bad = {"某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n（一）府信息公开平台建设。"
            "2023年，我局政府信公开专栏运行正常。\n",
            "某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n（一）府信息公开平台建设。"
            "2023年，我局政府信公开专栏运行正常。\n"},
    .good = {"某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n"
             "（一）政府信息公开平台建设。2023年，我局政府信息公开专栏运行正常。\n",
             "某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n"
             "（一）政府信息公开平台建设。2023年，我局政府信息公开专栏运行正常。\n"},
    .basis = NULL,
    .check = check,
};
