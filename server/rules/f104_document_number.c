#include "rules/prose.h"

/*
 * Brackets of a document number: 国办公开办函〔2019〕60号, never 【2019】, [2019], （2019）,
 * ﹝2019﹞ (domain: X-23). Courts write （2019）吉03行初6号; there a place stands behind the
 * bracket.
 */

static bool is_any_bracket(uint32_t cp)
{
    switch (cp) {
    case '(':
    case ')':
    case '[':
    case ']':
    case 0xFF08: /* （ */
    case 0xFF09: /* ） */
    case 0xFF3B: /* ［ */
    case 0xFF3D: /* ］ */
    case 0x3010: /* 【 */
    case 0x3011: /* 】 */
    case 0x3014: /* 〔 */
    case 0x3015: /* 〕 */
    case 0xFE5D: /* ﹝ */
    case 0xFE5E: /* ﹞ */
    case 0x3008: /* 〈 */
    case 0x3009: /* 〉 */
        return true;
    default:
        return false;
    }
}

/* Marks i…i+3 are bracket, year, bracket, number, and 号 follows. */
static bool is_number(const nb_piece *piece, uint32_t i)
{
    static const char *const suffix[] = {"号", NULL};
    static const char *const ordinal[] = {"第", NULL};
    const nb_mark *m = &piece->marks[i];
    nb_view text = piece->text->text;
    if (i + 3 >= piece->mark_count || !is_any_bracket(m[0].cp) || m[1].cp != '0' ||
        !is_any_bracket(m[2].cp) || m[3].cp != '0')
        return false;
    if (m[0].end != m[1].at || m[1].end != m[2].at || m[2].end != m[3].at)
        return false;
    const char *year = text.ptr + m[1].at;
    return m[1].end - m[1].at == 4 &&
           ((year[0] == '1' && year[1] == '9') || (year[0] == '2' && year[1] == '0')) &&
           m[3].end - m[3].at <= 5 && nb_prose_word_at(text, m[3].end, suffix) &&
           nb_prose_han_before(text, m[0].at) && !nb_prose_word_before(text, m[0].at, ordinal);
}

static void tell(nb_rule_ctx *ctx, const nb_piece *piece, const nb_mark *m)
{
    static const nb_text2 title = {"改为“{0}”", "make it \"{0}\""};
    nb_view text = piece->text->text;
    uint32_t end = m[3].end + (uint32_t)sizeof "号" - 1;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_mapped_source(piece->text, m[0].at, end));
    nb_finding_arg(draft, "number", nb_view_sub(text, m[0].at, end));
    nb_span open;
    nb_span close;
    if (!nb_piece_source(ctx, piece, m[0].at, m[0].end, &open) ||
        !nb_piece_source(ctx, piece, m[2].at, m[2].end, &close))
        return;
    nb_view repaired = nb_arena_printf(nb_ctx_arena(ctx), "〔%.*s〕%.*s号",
                                       NB_ARG(nb_view_sub(text, m[1].at, m[1].end)),
                                       NB_ARG(nb_view_sub(text, m[3].at, m[3].end)));
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SAFE, title, repaired);
    nb_fix_replace(fix, open, NB_V("〔"));
    nb_fix_replace(fix, close, NB_V("〕"));
    nb_fix_prefer(fix);
}

static void check(nb_rule_ctx *ctx)
{
    for (const nb_piece *piece = NULL; (piece = nb_ctx_next_piece(ctx, piece));) {
        for (uint32_t i = 0; i < piece->mark_count; i++) {
            if (!is_number(piece, i))
                continue;
            const nb_mark *m = &piece->marks[i];
            if (m[0].cp != 0x3014 || m[2].cp != 0x3015)
                tell(ctx, piece, m);
            i += 3;
        }
    }
}

const nb_rule nb_rule_f104_document_number = {
    .code = "F104",
    .slug = "document-number",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SAFE,
    .title = {"文号的括号", "Brackets of a document number"},
    .message = {"文号“{number}”的年份应当用六角括号“〔〕”",
                "the year of the document number \"{number}\" belongs in 〔〕"},
    .explanation = {"公文的发文字号由机关代字、年份、序号组成，年份用六角括号“〔〕”括入，"
                    "不用方括号、方头括号、圆括号或其小写变体。",
                    "A document number has the year in tortoise-shell brackets 〔〕, not in "
                    "square, lenticular, round or small-form ones."},
    .bad = {"2022年，我局按照国办公开办函【2021】30号文件要求编制本报告。",
            "2022年，我局按照国办公开办函【2021】30号文件要求编制本报告。"},
    .good = {"2022年，我局按照国办公开办函〔2021〕30号文件要求编制本报告。",
             "2022年，我局按照国办公开办函〔2021〕30号文件要求编制本报告。"},
    .basis = "GB/T 9704—2012《党政机关公文格式》7.2.5",
    .check = check,
};
