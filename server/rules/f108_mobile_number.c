#include "rules/prose.h"

/*
 * Mobile numbers of private persons. An office may give one as its contact: where the text near
 * it speaks of contact, and in the preamble, nothing is said.
 */

enum { NEAR = 240 }; /* bytes on either side that tell what a number is */

static bool speaks_of_contact(nb_view text, const nb_mark *mark)
{
    nb_view near = nb_view_sub(text, mark->at < NEAR ? 0 : mark->at - NEAR, mark->end + NEAR);
    static const char *const words[] = {"电话", "热线", "联系", "传真", "咨询", "监督",
                                        "投诉", "举报", "邮编", "邮箱", "短信", "平台"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (nb_view_contains(near, nb_view_of(words[i])))
            return true;
    }
    return false;
}

/* Eleven digits that stand for themselves: no letters, point, comma or dash beside them. */
static bool is_mobile(const nb_piece *piece, uint32_t i)
{
    static const char *const units[] = {"元", "件", "条", "次", "人", "万", "亿",
                                        "个", "字", "号", "户", "页", "份", NULL};
    const nb_mark *mark = &piece->marks[i];
    nb_view text = piece->text->text;
    if (mark->cp != '0' || mark->end - mark->at != 11)
        return false;
    const char *s = text.ptr + mark->at;
    if (s[0] != '1' || s[1] < '3' || nb_prose_word_at(text, mark->end, units))
        return false;
    char before = mark->at > 0 ? s[-1] : ' ';
    char after = mark->end < text.len ? s[11] : ' ';
    for (const char *c = ".,-/_=@:+%"; *c; c++) {
        if (before == *c || after == *c)
            return false;
    }
    bool is_glued = i > 0 && piece->marks[i - 1].end == mark->at && piece->marks[i - 1].cp == 'a';
    bool is_word = i + 1 < piece->mark_count && piece->marks[i + 1].at == mark->end &&
                   piece->marks[i + 1].cp == 'a';
    return !is_glued && !is_word;
}

static void tell(nb_rule_ctx *ctx, const nb_piece *piece, const nb_mark *mark)
{
    static const nb_text2 title = {"隐去中间四位", "mask four digits"};
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_mapped_source(piece->text, mark->at, mark->end));
    nb_span middle;
    if (!nb_piece_source(ctx, piece, mark->at + 3, mark->at + 7, &middle))
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, NB_V(""));
    nb_fix_replace(fix, middle, NB_V("****"));
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (const nb_piece *piece = NULL; (piece = nb_ctx_next_piece(ctx, piece));) {
        for (uint32_t i = 0; i < piece->mark_count; i++) {
            if (!is_mobile(piece, i))
                continue;
            uint32_t at =
                nb_mapped_source(piece->text, piece->marks[i].at, piece->marks[i].end).start;
            bool is_preamble = at >= report->preamble.start && at < report->preamble.end;
            nb_ctx_keep(ctx); /* where the preamble ends, headings tell */
            if (!is_preamble && !speaks_of_contact(piece->text->text, &piece->marks[i]))
                tell(ctx, piece, &piece->marks[i]);
        }
    }
}

const nb_rule nb_rule_f108_mobile_number = {
    .code = "F108",
    .slug = "mobile-number",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"个人手机号码", "Somebody's mobile number"},
    .message = {"公开的报告中疑有个人手机号码",
                "this looks like somebody's mobile number, in a published report"},
    .explanation = {"年度报告向社会公布，不应含有申请人等个人的手机号码。前言中以及写明是联系电话、"
                    "监督电话等的号码不提示。",
                    "The report is published; it must not contain mobile numbers of applicants or "
                    "other persons. Numbers in the preamble, or said to be those of an office, "
                    "are left alone."},
    .bad = {"某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n"
            "2023年，受理王某（13900000000）的申请1件。\n",
            "某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n"
            "2023年，受理王某（13900000000）的申请1件。\n"},
    .good = {"某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n"
             "2023年，受理王某的申请1件。监督电话：13900000000。\n",
             "某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n"
             "2023年，受理王某的申请1件。监督电话：13900000000。\n"},
    .basis = "《中华人民共和国政府信息公开条例》第十五条；《中华人民共和国个人信息保护法》",
    .check = check,
};
