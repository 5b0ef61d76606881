#include "rules/prose.h"

/*
 * A blank behind an opening quotation or title mark, or before a closing one (domain: X-21). Cells
 * are left out: there blanks align.
 */

static bool opens(uint32_t cp)
{
    return cp == 0x201C || cp == 0x2018 || cp == 0x300A || cp == 0x300C;
}

static bool closes(uint32_t cp)
{
    return cp == 0x201D || cp == 0x2019 || cp == 0x300B || cp == 0x300D;
}

/* One to three bytes of blank without a line end or TAB: more of it is layout. */
static bool is_small(nb_view text, const nb_mark *blank)
{
    if (blank->cp != ' ' || blank->end - blank->at > 3)
        return false;
    for (uint32_t i = blank->at; i < blank->end; i++) {
        if (text.ptr[i] == '\n' || text.ptr[i] == '\r' || text.ptr[i] == '\t')
            return false;
    }
    return true;
}

static void tell(nb_rule_ctx *ctx, const nb_piece *piece, const nb_mark *blank, const nb_mark *mark)
{
    static const nb_text2 title = {"删除空格", "delete the blank"};
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_mapped_source(piece->text, blank->at, blank->end));
    nb_finding_arg(draft, "mark", nb_view_sub(piece->text->text, mark->at, mark->end));
    nb_span span;
    if (!nb_piece_source(ctx, piece, blank->at, blank->end, &span))
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SAFE, title, NB_V(""));
    nb_fix_replace(fix, span, NB_V(""));
    nb_fix_prefer(fix);
}

static void check(nb_rule_ctx *ctx)
{
    for (const nb_piece *piece = NULL; (piece = nb_ctx_next_piece(ctx, piece));) {
        nb_view text = piece->text->text;
        for (uint32_t i = 0; i < piece->mark_count && !piece->is_cell; i++) {
            const nb_mark *blank = &piece->marks[i];
            if (!is_small(text, blank))
                continue;
            if (i > 0 && opens(blank[-1].cp) && blank[-1].end == blank->at &&
                nb_prose_han_at(text, blank->end))
                tell(ctx, piece, blank, blank - 1);
            else if (i + 1 < piece->mark_count && closes(blank[1].cp) &&
                     blank[1].at == blank->end && nb_prose_han_before(text, blank->at))
                tell(ctx, piece, blank, blank + 1);
        }
    }
}

const nb_rule nb_rule_f109_stray_blank = {
    .code = "F109",
    .slug = "stray-blank",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_SAFE,
    .title = {"引号、书名号内侧多余空格", "A stray blank inside quotation marks"},
    .message = {"「{mark}」内侧有多余空格", "a stray blank inside {mark}"},
    .explanation = {"引号、书名号与所括文字之间不空格。",
                    "Quotation and title marks stand close to what they enclose."},
    .bad = {"2023年，我局开设“ 政策解读”专栏。", "2023年，我局开设“ 政策解读”专栏。"},
    .good = {"2023年，我局开设“政策解读”专栏。", "2023年，我局开设“政策解读”专栏。"},
    .basis = NULL,
    .tag = NB_TAG_UNNECESSARY,
    .check = check,
};
