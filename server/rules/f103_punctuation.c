#include "nb/text/utf8.h"
#include "rules/prose.h"

/*
 * Punctuation that no Chinese text has: two stops in a row, half-width stops between Han
 * characters, 、 before 等, a full stop behind a heading (domain: X-21). …… and —— are one mark.
 */

static const nb_text2 change_to = {"改为“{0}”", "make it \"{0}\""};
static const nb_text2 delete_mark = {"删除“{0}”", "delete \"{0}\""};

static bool is_stop(uint32_t cp)
{
    return cp == 0xFF0C || cp == 0x3002 || cp == 0x3001 || cp == 0xFF1B || cp == 0xFF1A;
}

/* Weight of a stop: of two, the heavier one is likelier meant. */
static int weight(uint32_t cp)
{
    switch (cp) {
    case 0x3002: /* 。 */
        return 4;
    case 0xFF1B: /* ； */
        return 3;
    case 0xFF1A: /* ： */
        return 3;
    case 0xFF0C: /* ， */
        return 2;
    default: /* 、 */
        return 1;
    }
}

static nb_finding_draft *find(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t start, uint32_t end)
{
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_mapped_source(piece->text, start, end));
    nb_finding_arg(draft, "marks", nb_view_sub(piece->text->text, start, end));
    return draft;
}

static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_piece *piece, uint32_t start,
                  uint32_t end, nb_fix_kind kind, nb_view new_text)
{
    nb_span span;
    if (!nb_piece_source(ctx, piece, start, end, &span))
        return;
    bool is_deletion = new_text.len == 0;
    nb_view shown = is_deletion ? nb_view_sub(piece->text->text, start, end) : new_text;
    nb_fix_draft *fix = nb_finding_fix(draft, kind, is_deletion ? delete_mark : change_to, shown);
    nb_fix_replace(fix, span, new_text);
    if (kind == NB_FIX_SAFE)
        nb_fix_prefer(fix);
}

/* Index of the last of the stops that stand together from mark i on. */
static uint32_t last_of_run(const nb_piece *piece, uint32_t i)
{
    const nb_mark *marks = piece->marks;
    while (i + 1 < piece->mark_count && is_stop(marks[i + 1].cp) && marks[i + 1].at == marks[i].end)
        i++;
    return i;
}

/* Two of a kind are surely one too many; three 。 may be meant as an ellipsis; of two different
 * ones a person must say which was meant. */
static uint32_t check_run(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t i)
{
    const nb_mark *marks = piece->marks;
    uint32_t last = last_of_run(piece, i);
    if (last == i)
        return i;
    uint32_t best = i;
    bool is_same = true;
    for (uint32_t k = i + 1; k <= last; k++) {
        is_same = is_same && marks[k].cp == marks[i].cp;
        if (weight(marks[k].cp) > weight(marks[best].cp))
            best = k;
    }
    nb_finding_draft *draft = find(ctx, piece, marks[i].at, marks[last].end);
    bool is_ellipsis = is_same && last > i + 1 && marks[i].cp == 0x3002;
    nb_view kept = nb_view_sub(piece->text->text, marks[best].at, marks[best].end);
    if (!is_ellipsis)
        offer(ctx, draft, piece, marks[i].at, marks[last].end,
              is_same ? NB_FIX_SAFE : NB_FIX_SUGGEST, kept);
    return last;
}

/* A、B、等: 、 parts the items of a list, and 等 is none. 等级, 等待 … are words of their own, and
 * 一、等 begins a heading. */
static void check_before_and_so_on(nb_rule_ctx *ctx, const nb_piece *piece, const nb_mark *mark)
{
    static const nb_text2 says = {"“等”前不用“{marks}”", "no \"{marks}\" before 等"};
    static const char *const and_so_on[] = {"等", NULL};
    static const char *const words[] = {"级", "候", "待", "额", "同", "于", "价", "比", "效",
                                        "分", "次", "值", "距", "保", "到", "身", "高", NULL};
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六",
                                           "七", "八", "九", "十", NULL};
    nb_view text = piece->text->text;
    uint32_t len = nb_prose_word_at(text, mark->end, and_so_on);
    if (!len || nb_prose_word_at(text, mark->end + len, words) ||
        !nb_prose_han_before(text, mark->at) ||
        (mark->at <= 6 && nb_prose_word_before(text, mark->at, numerals)))
        return;
    nb_finding_draft *draft = find(ctx, piece, mark->at, mark->end);
    nb_finding_message(draft, says);
    offer(ctx, draft, piece, mark->at, mark->end, NB_FIX_SAFE, NB_V(""));
}

/* 。（如下图）。: the first one ends the sentence before its remark. */
static void check_around_remark(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t i)
{
    static const nb_text2 says = {"括注前后都有“{marks}”",
                                  "\"{marks}\" before and behind a remark"};
    enum { REMARK_MARKS_MAX = 6 };
    const nb_mark *marks = piece->marks;
    if (i + 3 >= piece->mark_count || marks[i].cp != 0x3002 || marks[i + 1].at != marks[i].end ||
        (marks[i + 1].cp != 0xFF08 && marks[i + 1].cp != '('))
        return;
    for (uint32_t k = i + 2; k < piece->mark_count && k < i + REMARK_MARKS_MAX; k++) {
        if (marks[k].cp == 0x3002 || marks[k].cp == 0xFF08)
            return; /* the remark has sentences of its own */
        if (marks[k].cp != 0xFF09 && marks[k].cp != ')')
            continue;
        if (k + 1 < piece->mark_count && marks[k + 1].cp == 0x3002 &&
            marks[k + 1].at == marks[k].end) {
            nb_finding_draft *draft = find(ctx, piece, marks[i].at, marks[i].end);
            nb_finding_message(draft, says);
            offer(ctx, draft, piece, marks[i].at, marks[i].end, NB_FIX_SAFE, NB_V(""));
        }
        return;
    }
}

/* Half-width , ; : ? ! between two Han characters; 0 for other characters. */
static const char *full_width(uint32_t cp)
{
    switch (cp) {
    case ',':
        return "，";
    case ';':
        return "；";
    case ':':
        return "：";
    case '?':
        return "？";
    case '!':
        return "！";
    default:
        return NULL;
    }
}

typedef struct half_width {
    const nb_piece *piece;
    const nb_mark *mark;
} half_width;

typedef NB_VEC(half_width) half_widths;

/* A character, or a closing mark before and an opening one behind: 》,将 and 》,“将 too. */
static bool stands_in_chinese(nb_view text, const nb_mark *mark)
{
    static const char *const closing[] = {"》", "”", "）", "〕", "】", "’", NULL};
    static const char *const opening[] = {"《", "“", "（", "〔", "【", "‘", NULL};
    enum { NOTE_MAX = 120 };
    uint32_t from = mark->at < NOTE_MAX ? 0 : mark->at - NOTE_MAX;
    if (nb_view_contains(nb_view_sub(text, from, mark->at), NB_V("勾稽关系为")))
        return false; /* the note in the corner of the official table */
    bool is_behind =
        nb_prose_han_before(text, mark->at) || nb_prose_word_before(text, mark->at, closing);
    return is_behind &&
           (nb_prose_han_at(text, mark->end) || nb_prose_word_at(text, mark->end, opening));
}

static void replace_half(nb_rule_ctx *ctx, nb_fix_draft *fix, const half_width *half)
{
    nb_span span;
    if (nb_piece_source(ctx, half->piece, half->mark->at, half->mark->end, &span))
        nb_fix_replace(fix, span, nb_view_of(full_width(half->mark->cp)));
}

/* A text written so throughout gets one message and one fix instead of a hundred. */
static void tell_half_widths(nb_rule_ctx *ctx, const half_widths *found)
{
    enum { SINGLE_MAX = 5 };
    static const nb_text2 says = {"汉字之间用了半角“{marks}”", "half-width \"{marks}\" in Chinese"};
    static const nb_text2 says_many = {"汉字之间用了半角“{marks}”等，共 {count} 处",
                                       "half-width \"{marks}\" and the like in Chinese, {count} "
                                       "times"};
    static const nb_text2 change_all = {"全部改为全角（{0} 处）", "make all {0} full-width"};
    if (found->len <= SINGLE_MAX) {
        for (uint32_t i = 0; i < found->len; i++) {
            const half_width *half = &found->items[i];
            nb_finding_draft *draft = find(ctx, half->piece, half->mark->at, half->mark->end);
            nb_finding_message(draft, says);
            offer(ctx, draft, half->piece, half->mark->at, half->mark->end, NB_FIX_SAFE,
                  nb_view_of(full_width(half->mark->cp)));
        }
        return;
    }
    const half_width *first = &found->items[0];
    nb_finding_draft *draft = find(ctx, first->piece, first->mark->at, first->mark->end);
    nb_finding_message(draft, says_many);
    nb_finding_arg_int(draft, "count", found->len);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SAFE, change_all,
                                       nb_arena_printf(nb_ctx_arena(ctx), "%u", found->len));
    nb_fix_prefer(fix);
    for (uint32_t i = 0; i < found->len; i++)
        replace_half(ctx, fix, &found->items[i]);
}

/* A heading that stands alone in its paragraph ends without 。 */
static void check_headings(nb_rule_ctx *ctx)
{
    static const nb_text2 says = {"标题末尾不用“{marks}”", "a heading ends without \"{marks}\""};
    const nb_report *report = nb_ctx_report(ctx);
    nb_view text = nb_ctx_text(ctx);
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth != 1 || h->is_run_in || h->is_mid_line || !h->number)
            continue;
        nb_span block = report->markup->blocks[h->block].span;
        nb_view rest = nb_view_trim(nb_view_sub(text, h->title_span.end, block.end));
        if (!nb_view_eq(rest, NB_V("。")))
            continue;
        uint32_t at = (uint32_t)(rest.ptr - text.ptr);
        nb_span span = nb_span_of(at, at + rest.len);
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, span);
        nb_finding_arg(draft, "marks", rest);
        nb_finding_message(draft, says);
        nb_finding_place(draft, h->title);
        nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SAFE, delete_mark, rest);
        nb_fix_replace(fix, span, NB_V(""));
        nb_fix_prefer(fix);
    }
}

static void check(nb_rule_ctx *ctx)
{
    half_widths halves = {0};
    for (const nb_piece *piece = NULL; (piece = nb_ctx_next_piece(ctx, piece));) {
        for (uint32_t i = 0; i < piece->mark_count; i++) {
            const nb_mark *mark = &piece->marks[i];
            if (is_stop(mark->cp)) {
                check_around_remark(ctx, piece, i);
                if (mark->cp == 0x3001)
                    check_before_and_so_on(ctx, piece, mark);
                i = check_run(ctx, piece, i);
            } else if (full_width(mark->cp) && !piece->is_cell &&
                       stands_in_chinese(piece->text->text, mark)) {
                nb_ctx_keep(ctx); /* what is said depends on how many there are */
                *nb_vec_push(nb_ctx_arena(ctx), &halves) = (half_width){piece, mark};
            }
        }
    }
    if (halves.len)
        tell_half_widths(ctx, &halves);
    check_headings(ctx);
}

const nb_rule nb_rule_f103_punctuation = {
    .code = "F103",
    .slug = "punctuation",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SAFE,
    .title = {"标点重复或误用", "Doubled or misused punctuation"},
    .message = {"标点“{marks}”重复", "doubled punctuation \"{marks}\""},
    .explanation =
        {"点号不连用（“，；”、“。。”），汉字之间用全角标点，“等”前不用顿号，句末括注前不再用句号，"
         "独立成行的标题末尾不用句号。",
         "Stops are not doubled, marks between Chinese characters are full-width, no 、 stands "
         "before 等, no 。 before a remark that ends its sentence, and none behind a heading on a "
         "line of its own."},
    .bad = {"2023年，我局公开规划信息3条，；财政信息、人事信息、等12条。",
            "2023年，我局公开规划信息3条，；财政信息、人事信息、等12条。"},
    .good = {"2023年，我局公开规划信息3条；财政信息、人事信息等12条。",
             "2023年，我局公开规划信息3条；财政信息、人事信息等12条。"},
    .basis = "GB/T 15834—2011《标点符号用法》",
    .check = check,
};
