#include <string.h>

#include "nb/text/utf8.h"
#include "rules/prose.h"

/*
 * What a template or a converter has left behind (domain: X-09). Unfilled places are warnings: the
 * report says less than it means to. The rest is untidy and a hint.
 */

static const nb_text2 delete_it = {"删除“{0}”", "delete \"{0}\""};

static nb_finding_draft *report_text(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t start,
                                     uint32_t end, nb_severity severity)
{
    nb_finding_draft *draft = nb_ctx_find(ctx, severity, nb_mapped_source(piece->text, start, end));
    nb_finding_arg(draft, "text", nb_view_sub(piece->text->text, start, end));
    return draft;
}

/* Offers to delete [start, end) where that cannot hit anything else. */
static void offer_deletion(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_piece *piece,
                           uint32_t start, uint32_t end, nb_fix_kind kind)
{
    nb_span span;
    if (!nb_piece_source(ctx, piece, start, end, &span))
        return;
    nb_fix_draft *fix =
        nb_finding_fix(draft, kind, delete_it, nb_view_sub(piece->text->text, start, end));
    nb_fix_replace(fix, span, NB_V(""));
    if (kind == NB_FIX_SAFE)
        nb_fix_prefer(fix);
}

static const nb_text2 says_unfilled = {"“{text}”处尚未填写", "\"{text}\" is still to be filled in"};
static const nb_text2 says_alternative = {"“{text}”是模板中供选择的文字，未作取舍",
                                          "\"{text}\" is a template's alternative left undecided"};
static const nb_text2 says_figure = {"“{text}”，但文中没有图",
                                     "\"{text}\" speaks of a figure, and there is none"};

static const nb_text2 says_note = {"“{text}”是模板的填写说明，应当删除",
                                   "\"{text}\" is an instruction of the template"};

/* Offset behind the bracket that closes the one at mark i, or 0 if it is not near. */
static uint32_t closing_end(const nb_piece *piece, uint32_t i)
{
    enum { MARKS_MAX = 12 };
    for (uint32_t k = i + 1; k < piece->mark_count && k < i + MARKS_MAX; k++) {
        uint32_t cp = piece->marks[k].cp;
        if (cp == ')' || cp == 0xFF09 || cp == ']' || cp == 0x3011 || cp == 0x3015)
            return piece->marks[k].end;
    }
    return 0;
}

static bool is_opening(uint32_t cp)
{
    return cp == '(' || cp == 0xFF08 || cp == '[' || cp == 0x3010 || cp == 0x3014;
}

static void check_bracket(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t i)
{
    static const char *const fields[] = {"bookmark:", "Bookmark:", NULL};
    static const char *const unfilled[] = {"待填",     "待补充", "此处填",   "请填",
                                           "请在此",   "在此填", "填写",     "填报单位",
                                           "单位名称", "具体数", "机关名称", NULL};
    static const char *const alternatives[] = {"或本部门", "或本机关", "或本单位", "或本地区",
                                               NULL};
    const nb_mark *mark = &piece->marks[i];
    nb_view text = piece->text->text;
    if (!is_opening(mark->cp))
        return;
    uint32_t end = closing_end(piece, i);
    if (!end)
        return;
    if (mark->cp == '[' && nb_prose_word_at(text, mark->end, fields)) {
        nb_finding_draft *draft = report_text(ctx, piece, mark->at, end, NB_SEVERITY_HINT);
        offer_deletion(ctx, draft, piece, mark->at, end, NB_FIX_SAFE);
    } else if (nb_prose_word_at(text, mark->end, unfilled)) {
        nb_finding_message(report_text(ctx, piece, mark->at, end, NB_SEVERITY_WARNING),
                           says_unfilled);
    } else if (nb_prose_word_at(text, mark->end, alternatives)) {
        nb_finding_draft *draft = report_text(ctx, piece, mark->at, end, NB_SEVERITY_HINT);
        nb_finding_message(draft, says_alternative);
        offer_deletion(ctx, draft, piece, mark->at, end, NB_FIX_SUGGEST);
    }
}

/* （指2019年事项数）: what a template says of its own columns. Marks: bracket, year, bracket. */
static void check_note(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t i)
{
    enum { NOTE_MAX = 48 };
    static const char *const means[] = {"指", NULL};
    static const char *const year[] = {"年", NULL};
    const nb_mark *m = &piece->marks[i];
    nb_view text = piece->text->text;
    if (i + 2 >= piece->mark_count || (m[0].cp != 0xFF08 && m[0].cp != '(') || m[1].cp != '0' ||
        (m[2].cp != 0xFF09 && m[2].cp != ')') || m[2].end - m[0].at > NOTE_MAX)
        return;
    if (!nb_prose_word_at(text, m[0].end, means) || m[1].at != m[0].end + 3 ||
        !nb_prose_word_at(text, m[1].end, year))
        return;
    nb_finding_draft *draft = report_text(ctx, piece, m[0].at, m[2].end, NB_SEVERITY_HINT);
    nb_finding_message(draft, says_note);
    offer_deletion(ctx, draft, piece, m[0].at, m[2].end, NB_FIX_SUGGEST);
}

/* The forms' instruction at the head of a part, left standing above the table. */
static void check_instruction(nb_rule_ctx *ctx, const nb_piece *piece)
{
    static const nb_view words = {NB_LIT("该部分以表格形式报告")};
    uint32_t at = nb_view_find(piece->text->text, words, 0);
    if (at != NB_VIEW_NONE)
        nb_finding_message(report_text(ctx, piece, at, at + words.len, NB_SEVERITY_HINT),
                           says_note);
}

/* The names of a word processor's fields, as their codes are printed by a converter. True: the
 * whole piece was one. */
static bool check_field(nb_rule_ctx *ctx, const nb_piece *piece, const nb_mark *mark)
{
    nb_view text = piece->text->text;
    nb_view word = nb_view_sub(text, mark->at, mark->end);
    if (nb_view_eq(word, NB_V("PAGE")) && mark->at == 0 && text.len <= 48) {
        nb_finding_draft *draft = report_text(ctx, piece, 0, text.len, NB_SEVERITY_HINT);
        offer_deletion(ctx, draft, piece, 0, text.len, NB_FIX_SAFE);
        return true;
    }
    if (nb_view_eq(word, NB_V("MERGEFORMAT")) || nb_view_eq(word, NB_V("PAGEREF")) ||
        nb_view_eq(word, NB_V("NUMPAGES")))
        (void)report_text(ctx, piece, mark->at, mark->end, NB_SEVERITY_HINT);
    return false;
}

/* What a figure or a name in a template stands before. */
static const char *const units[] = {"年",   "月", "日", "市", "县",   "区",   "镇",   "乡",
                                    "街道", "局", "办", "委", "部门", "单位", "人民", "政府",
                                    "件",   "条", "次", "万", "元",   NULL};
static const char *const dates[] = {"年", "月", "日", NULL};
static const char *const single[] = {"年", "月", "日", "件", "条", "次", NULL};

/* Counted things, as they end a clause. */
static const char *const counted[] = {"条，",   "条。",   "条；",   "条、",   "件，", "件。",
                                      "件；",   "件、",   "次，",   "次。",   "次；", "次、",
                                      "份，",   "份。",   "篇，",   "篇。",   "个，", "个。",
                                      "人次，", "人次。", "万元，", "万元。", NULL};

/* 公开信息    条，…___件。: room was left for a figure. Marks from i on that are alike are one. */
static uint32_t check_room(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t i)
{
    enum { LINE_MIN = 3 };
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八",
                                           "九", "十", "百", "千", "万", "第", "两", NULL};
    const nb_mark *marks = piece->marks;
    uint32_t last = i, count = 1;
    while (last + 1 < piece->mark_count && marks[last + 1].cp == marks[i].cp &&
           marks[last + 1].at == marks[last].end)
        last++, count++;
    nb_view text = piece->text->text;
    uint32_t start = marks[i].at, end = marks[last].end;
    if (marks[i].cp == ' ') { /* a run is one mark */
        uint32_t at = start;
        for (count = 0; at < end; count++)
            (void)nb_utf8_next(text, &at);
    }
    uint32_t follows = nb_prose_word_at(text, end, counted);
    if (follows && count >= (marks[i].cp == '_' ? LINE_MIN : 2u) &&
        nb_prose_han_before(text, start) && !nb_prose_word_before(text, start, numerals))
        nb_finding_message(report_text(ctx, piece, start, end + 3, NB_SEVERITY_WARNING),
                           says_unfilled);
    return last;
}

/* 【】 and 〔〕 with nothing in them. */
static void check_empty(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t i)
{
    const nb_mark *m = &piece->marks[i];
    if (i + 1 < piece->mark_count && m[1].at == m[0].end &&
        ((m[0].cp == 0x3010 && m[1].cp == 0x3011) || (m[0].cp == 0x3014 && m[1].cp == 0x3015)))
        nb_finding_message(report_text(ctx, piece, m[0].at, m[1].end, NB_SEVERITY_WARNING),
                           says_unfilled);
}

static bool is_run_of_x(nb_view word)
{
    for (uint32_t i = 0; i < word.len; i++) {
        if (word.ptr[i] != word.ptr[0])
            return false;
    }
    return word.len > 0 && word.len <= 8 && (word.ptr[0] == 'X' || word.ptr[0] == 'x');
}

static void check_letters(nb_rule_ctx *ctx, const nb_piece *piece, const nb_mark *mark)
{
    nb_view text = piece->text->text;
    if (!is_run_of_x(nb_view_sub(text, mark->at, mark->end)))
        return;
    uint32_t follows = nb_prose_word_at(text, mark->end, mark->end - mark->at > 1 ? units : single);
    if (follows)
        nb_finding_message(
            report_text(ctx, piece, mark->at, mark->end + follows, NB_SEVERITY_WARNING),
            says_unfilled);
}

/* ×× and ○○; ○ is also a zero in 二○○九年 and is left alone behind a numeral. */
static uint32_t check_signs(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t i)
{
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六",
                                           "七", "八", "九", "十", NULL};
    const nb_mark *marks = piece->marks;
    uint32_t last = i;
    while (last + 1 < piece->mark_count && marks[last + 1].cp == marks[i].cp &&
           marks[last + 1].at == marks[last].end)
        last++;
    nb_view text = piece->text->text;
    uint32_t follows = nb_prose_word_at(text, marks[last].end, units);
    bool is_circle = marks[i].cp == 0x25CB || marks[i].cp == 0x3007;
    bool is_numeral = is_circle && (nb_prose_word_before(text, marks[i].at, numerals) ||
                                    nb_prose_word_at(text, marks[last].end, dates));
    if (last > i && follows && !is_numeral)
        nb_finding_message(
            report_text(ctx, piece, marks[i].at, marks[last].end + follows, NB_SEVERITY_WARNING),
            says_unfilled);
    return last;
}

typedef enum image_answer { IMAGE_UNASKED, IMAGE_THERE, IMAGE_ABSENT } image_answer;

/* Reads the whole text, so it is asked once, and only where a figure is spoken of. */
static bool shows_image(nb_rule_ctx *ctx, image_answer *answer)
{
    nb_view text = nb_ctx_whole_text(ctx);
    nb_ctx_keep(ctx);
    if (*answer == IMAGE_UNASKED)
        *answer = nb_view_contains(text, NB_V("![")) || nb_view_contains(text, NB_V("<img")) ||
                          nb_view_contains(text, NB_V("<IMG"))
                      ? IMAGE_THERE
                      : IMAGE_ABSENT;
    return *answer == IMAGE_THERE;
}

/* "（如下图）": the words, with the brackets if there is nothing else in them. */
static void check_figure(nb_rule_ctx *ctx, const nb_piece *piece, image_answer *has_image)
{
    static const char *const leads[] = {"如", "见", NULL};
    static const char *const opening[] = {"（", "(", NULL};
    static const char *const closing[] = {"）", ")", NULL};
    static const char *const books[] = {"书", "册", NULL};
    nb_view text = piece->text->text;
    for (uint32_t at = 0; (at = nb_view_find(text, NB_V("下图"), at)) != NB_VIEW_NONE;) {
        uint32_t end = at + 6;
        uint32_t lead = nb_prose_word_before(text, at, leads);
        if (lead && !nb_prose_word_at(text, end, books) && !shows_image(ctx, has_image)) {
            uint32_t start = at - lead;
            uint32_t open = nb_prose_word_before(text, start, opening);
            uint32_t close = nb_prose_word_at(text, end, closing);
            nb_finding_draft *draft = report_text(ctx, piece, start, end, NB_SEVERITY_HINT);
            nb_finding_message(draft, says_figure);
            if (open && close)
                offer_deletion(ctx, draft, piece, start - open, end + close, NB_FIX_SUGGEST);
        }
        at = end;
    }
}

static void check(nb_rule_ctx *ctx)
{
    image_answer has_image = IMAGE_UNASKED;
    for (const nb_piece *piece = NULL; (piece = nb_ctx_next_piece(ctx, piece));) {
        for (uint32_t i = 0; i < piece->mark_count; i++) {
            const nb_mark *mark = &piece->marks[i];
            if (mark->cp == 'a') {
                if (check_field(ctx, piece, mark))
                    break;
                check_letters(ctx, piece, mark);
            } else if (mark->cp == 0xD7 || mark->cp == 0x25CB || mark->cp == 0x3007) {
                i = check_signs(ctx, piece, i);
            } else if (mark->cp == '_' || mark->cp == ' ') {
                i = check_room(ctx, piece, i);
            } else {
                check_bracket(ctx, piece, i);
                check_note(ctx, piece, i);
                check_empty(ctx, piece, i);
            }
        }
        check_figure(ctx, piece, &has_image);
        check_instruction(ctx, piece);
    }
}

const nb_rule nb_rule_f101_residue = {
    .code = "F101",
    .slug = "residue",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SAFE,
    .title = {"模板或转换残留", "Residue of a template or a conversion"},
    .message = {"“{text}”是文件转换的残留", "\"{text}\" was left by a converter"},
    .explanation =
        {"报告正文中不应留有模板的待填处（“XX年”、“【待填：…】”）、供选择而未取舍的文字"
         "（“（或本部门）”）、文字处理软件的书签和域代码，也不应提到文中没有的图。"
         "待填处为警告，其余为提示。",
         "A published report has no places still to be filled in (\"XX年\", \"【待填：…】\"), no "
         "undecided alternatives of its template, no bookmarks or field codes of a word "
         "processor, and speaks of no figure that is not there. Unfilled places are warnings, the "
         "rest hints."},
    .bad = {"2023年，XX局主动公开政府信息12条（如下图）。",
            "2023年，XX局主动公开政府信息12条（如下图）。"},
    .good = {"2023年，我局主动公开政府信息12条。", "2023年，我局主动公开政府信息12条。"},
    .basis = NULL,
    .tag = NB_TAG_UNNECESSARY,
    .check = check,
};
