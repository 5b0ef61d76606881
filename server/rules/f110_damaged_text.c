#include "nb/text/utf8.h"
#include "rules/mojibake.h"

/*
 * Bytes that are no UTF-8, and U+FFFD that some program has put in the place of such bytes: in both
 * cases characters are lost. Speaks of any text, report or not.
 */

#define REPLACEMENT "\xEF\xBF\xBD"

enum { PLACES_MAX = 10 }; /* related places of the one finding */

/* The next damage at or after *from; *from moves behind it. */
static bool next_damage(nb_view text, uint32_t *from, nb_span *span)
{
    uint32_t lost = nb_view_find(text, NB_V(REPLACEMENT), *from);
    nb_view rest = nb_view_sub(text, *from, text.len);
    uint32_t bad = nb_utf8_check(rest);
    if (bad != NB_VIEW_NONE)
        bad += *from;
    if (bad == NB_VIEW_NONE && lost == NB_VIEW_NONE)
        return false;
    bool is_lost = lost != NB_VIEW_NONE && (bad == NB_VIEW_NONE || lost < bad);
    uint32_t start = is_lost ? lost : bad;
    uint32_t end = start;
    while (end < text.len) { /* what follows at once is the same damage */
        uint32_t next = end;
        uint32_t cp = nb_utf8_next(text, &next);
        if (cp != NB_UTF8_INVALID && cp != 0xFFFD)
            break;
        end = next;
    }
    *span = nb_span_of(start, end);
    *from = end;
    return true;
}

static void check(nb_rule_ctx *ctx)
{
    static const nb_text2 also = {"此处也有", "and here"};
    nb_view text = nb_ctx_text(ctx);
    const nb_lines *lines = nb_ctx_report(ctx)->lines;
    uint32_t at = 0;
    nb_span span;
    if (lines && lines->well_formed && !nb_view_contains(text, NB_V(REPLACEMENT)))
        return;
    if (!next_damage(text, &at, &span) || nb_mojibake_find(text) != NB_VIEW_NONE)
        return; /* all of the text is damaged: F111 says so */
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
    nb_finding_place(draft, NB_V("damaged"));
    for (int i = 0; i < PLACES_MAX && next_damage(text, &at, &span); i++)
        nb_finding_relate(draft, span, also, NB_V(""));
}

const nb_rule nb_rule_f110_damaged_text = {
    .code = "F110",
    .slug = "damaged-text",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .on_any_text = true,
    .title = {"文字损坏", "Damaged text"},
    .message = {"此处的文字已损坏（不是有效的 UTF-8，或者已被替换为“\xEF\xBF\xBD”）",
                "the text is damaged here (no UTF-8, or replaced by \"\xEF\xBF\xBD\")"},
    .explanation = {"文件中有无法解读的字节，或者转换时已丢失的字符。请从原件恢复。",
                    "The file has bytes that cannot be read, or characters that a conversion has "
                    "lost. Recover them from the original."},
    .bad = {"2023年，我局主动公开信息12\xEF\xBF\xBD。", "2023年，我局主动公开信息12\xEF\xBF\xBD。"},
    .good = {"2023年，我局主动公开信息12条。", "2023年，我局主动公开信息12条。"},
    .no_fix = {"文字在转换时已经丢失，须对照原文补上",
               "The characters are lost; they have to be copied from the original"},
    .basis = NULL,
    .check = check,
};
