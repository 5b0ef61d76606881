#include <string.h>

#include "nb/text/utf8.h"
#include "rules/prose.h"

/*
 * A report that rests on a basis no longer in force (domain: X-12, 2.4). Where the present one is
 * cited too, or the sentence itself speaks of the past, the old one is history and no mistake.
 */

typedef struct basis {
    const char *number; /* as it stands before 号 */
    const char *year;   /* in the bracket before it; NULL: none */
    const char *before[4];
    int from_year; /* the reporting year from which it is outdated */
    const char *current;
    const char *current_number;
    const char *current_year;
    const char *old_title; /* stands in 《》 before the number */
    const char *current_title;
} basis;

static const basis bases[] = {
    {"60",
     "2019",
     {"国办公开办函", NULL},
     2021,
     "国办公开办函〔2021〕30号",
     "30",
     "2021",
     "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》",
     "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉"
     "的通知》"},
    {"32",
     "2014",
     {"国办发", NULL},
     2021,
     "国办公开办函〔2021〕30号",
     "30",
     "2021",
     "《国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知》",
     "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉"
     "的通知》"},
    {"492",
     NULL,
     {"国务院令第", "国务院第", "国务院令", NULL},
     2019,
     "国务院令第711号",
     "711",
     NULL,
     NULL,
     NULL},
};

/* Moves *at back over one bracket of any kind. */
static bool skip_bracket_before(nb_view text, uint32_t *at)
{
    static const char *const brackets[] = {"〔", "〕", "﹝", "﹞", "【", "】", "[",
                                           "]",  "（", "）", "(",  ")",  NULL};
    uint32_t len = nb_prose_word_before(text, *at, brackets);
    *at -= len;
    return len > 0;
}

/* Where the citation begins whose number stands at offset at, or NB_VIEW_NONE. */
static uint32_t citation_start(nb_view text, uint32_t at, const char *year,
                               const char *const *before)
{
    if (year) {
        const char *const years[] = {year, NULL};
        if (!skip_bracket_before(text, &at) || !nb_prose_word_before(text, at, years))
            return NB_VIEW_NONE;
        at -= (uint32_t)strlen(year);
        if (!skip_bracket_before(text, &at))
            return NB_VIEW_NONE;
    }
    if (!before)
        return at;
    uint32_t len = nb_prose_word_before(text, at, before);
    return len ? at - len : NB_VIEW_NONE;
}

/* A number as short as those above with 号 behind it. */
static bool is_number(const nb_piece *piece, const nb_mark *mark)
{
    static const char *const suffix[] = {"号", NULL};
    return mark->cp == '0' && mark->end - mark->at <= 3 &&
           nb_prose_word_at(piece->text->text, mark->end, suffix);
}

static bool is_numbered(const nb_piece *piece, const nb_mark *mark, const char *number)
{
    return is_number(piece, mark) &&
           nb_view_eq(nb_view_sub(piece->text->text, mark->at, mark->end), nb_view_of(number));
}

/* Articles of the Regulation before 2019 that told of the yearly report, and those that do now. */
static const struct {
    const char *old;
    const char *current;
} articles[] = {{"第三十一条", "第四十九条"}, {"第三十二条", "第五十条"}};

/* The pieces that cite any of this. */
typedef NB_VEC(const nb_piece *) citing_pieces;

static bool cites_any(const nb_piece *piece)
{
    for (uint32_t i = 0; i < piece->mark_count; i++) {
        const nb_mark *mark = &piece->marks[i];
        for (size_t k = 0; is_number(piece, mark) && k < sizeof bases / sizeof bases[0]; k++)
            if (is_numbered(piece, mark, bases[k].number) ||
                is_numbered(piece, mark, bases[k].current_number))
                return true;
    }
    for (size_t k = 0; k < sizeof articles / sizeof articles[0]; k++)
        if (nb_view_contains(piece->text->text, nb_view_of(articles[k].old)))
            return true;
    return false;
}

static citing_pieces find_citing(nb_rule_ctx *ctx)
{
    citing_pieces pieces = {0};
    for (const nb_piece *piece = NULL; (piece = nb_ctx_next_piece(ctx, piece));) {
        if (!cites_any(piece))
            continue;
        nb_ctx_keep(ctx);
        *nb_vec_push(nb_ctx_arena(ctx), &pieces) = piece;
    }
    return pieces;
}

static bool cites_current(const citing_pieces *pieces, const basis *b)
{
    for (uint32_t p = 0; p < pieces->len; p++) {
        const nb_piece *piece = pieces->items[p];
        for (uint32_t i = 0; i < piece->mark_count; i++) {
            const nb_mark *mark = &piece->marks[i];
            if (is_numbered(piece, mark, b->current_number) &&
                citation_start(piece->text->text, mark->at, b->current_year, NULL) != NB_VIEW_NONE)
                return true;
        }
    }
    return false;
}

/* The sentence around offset at, as far as it is near. */
static nb_view sentence_at(nb_view text, uint32_t at)
{
    enum { NEAR = 360 };
    nb_view before = nb_view_sub(text, at < NEAR ? 0 : at - NEAR, at);
    uint32_t start = nb_view_find_last(before, NB_V("。"));
    nb_view behind = nb_view_sub(text, at, at + NEAR);
    uint32_t end = nb_view_find(behind, NB_V("。"), 0);
    uint32_t from = (uint32_t)(before.ptr - text.ptr) + (start == NB_VIEW_NONE ? 0 : start);
    return nb_view_sub(text, from, at + (end == NB_VIEW_NONE ? behind.len : end));
}

static bool speaks_of_the_past(nb_view sentence)
{
    static const char *const words[] = {"废止", "失效", "修订前", "原《", "不再", "此前", "替代"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (nb_view_contains(sentence, nb_view_of(words[i])))
            return true;
    }
    return false;
}

/* Title and number in one edit where the old title stands before them: 《…》（ */
static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_piece *piece, const basis *b,
                  uint32_t start, uint32_t end)
{
    static const nb_text2 title = {"改为{0}", "make it {0}"};
    nb_view text = piece->text->text;
    nb_span span;
    if (!nb_piece_source(ctx, piece, start, end, &span))
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, nb_view_of(b->current));
    nb_fix_replace(fix, span, nb_view_of(b->current));
    static const char *const opening[] = {"（", "(", NULL};
    uint32_t behind_title = start - nb_prose_word_before(text, start, opening);
    const char *const titles[] = {b->old_title ? b->old_title : b->current, NULL};
    uint32_t len = nb_prose_word_before(text, behind_title, titles);
    if (b->old_title && len && nb_piece_source(ctx, piece, behind_title - len, behind_title, &span))
        nb_fix_replace(fix, span, nb_view_of(b->current_title));
}

static void check_mark(nb_rule_ctx *ctx, const nb_piece *piece, const nb_mark *mark, const basis *b)
{
    nb_view text = piece->text->text;
    if (!is_numbered(piece, mark, b->number))
        return;
    uint32_t start = citation_start(text, mark->at, b->year, b->before);
    if (start == NB_VIEW_NONE || speaks_of_the_past(sentence_at(text, mark->at)))
        return;
    uint32_t end = mark->end + (uint32_t)sizeof "号" - 1;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_mapped_source(piece->text, start, end));
    nb_finding_arg(draft, "basis", nb_view_sub(text, start, end));
    nb_finding_arg(draft, "current", nb_view_of(b->current));
    nb_finding_arg_int(draft, "year", nb_ctx_report(ctx)->year);
    offer(ctx, draft, piece, b, start, end);
}

static void check_basis(nb_rule_ctx *ctx, const citing_pieces *pieces, const basis *b)
{
    for (uint32_t p = 0; p < pieces->len; p++) {
        const nb_piece *piece = pieces->items[p];
        for (uint32_t i = 0; i < piece->mark_count; i++)
            check_mark(ctx, piece, &piece->marks[i], b);
    }
}

/* The law named last before the article is not the Regulation: 《某某市…规定》第三十二条. */
static bool is_of_another(nb_view text, uint32_t at)
{
    nb_view before = nb_view_sub(text, at < 240 ? 0 : at - 240, at);
    uint32_t close = nb_view_find_last(before, NB_V("》"));
    return close != NB_VIEW_NONE && !nb_view_ends_with(nb_view_sub(before, 0, close), NB_V("条例"));
}

/* 根据《条例》第三十一条、第三十二条…编制: now these two tell of applications. */
static void check_article(nb_rule_ctx *ctx, const nb_piece *piece, nb_view old, nb_view current)
{
    static const nb_text2 message = {
        "现行《政府信息公开条例》关于年度报告的是第四十九条、第五十条，{basis}是修订前的条号",
        "in the Regulation in force articles 49 and 50 tell of the yearly report; {basis} is of "
        "the "
        "Regulation before 2019"};
    static const nb_text2 title = {"改为“{0}”", "make it \"{0}\""};
    nb_view text = piece->text->text;
    uint32_t at = nb_view_find(text, old, 0);
    if (at == NB_VIEW_NONE)
        return;
    nb_view sentence = sentence_at(text, at);
    bool is_on_reports = nb_view_contains(sentence, NB_V("编制")) ||
                         nb_view_contains(sentence, NB_V("编写")) ||
                         nb_view_contains(sentence, NB_V("年度报告"));
    if (!is_on_reports || !nb_view_contains(sentence, NB_V("条例")) || is_of_another(text, at) ||
        speaks_of_the_past(sentence))
        return;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_mapped_source(piece->text, at, at + old.len));
    nb_finding_message(draft, message);
    nb_finding_arg(draft, "basis", old);
    nb_span span;
    if (nb_piece_source(ctx, piece, at, at + old.len, &span))
        nb_fix_replace(nb_finding_fix(draft, NB_FIX_SUGGEST, title, current), span, current);
}

static void check(nb_rule_ctx *ctx)
{
    int year = nb_ctx_report(ctx)->year;
    citing_pieces pieces = find_citing(ctx);
    for (uint32_t p = 0; p < pieces.len && year >= 2019; p++)
        for (size_t k = 0; k < sizeof articles / sizeof articles[0]; k++)
            check_article(ctx, pieces.items[p], nb_view_of(articles[k].old),
                          nb_view_of(articles[k].current));
    for (size_t k = 0; k < sizeof bases / sizeof bases[0]; k++) {
        if (year >= bases[k].from_year && !cites_current(&pieces, &bases[k]))
            check_basis(ctx, &pieces, &bases[k]);
    }
}

const nb_rule nb_rule_f105_legal_basis = {
    .code = "F105",
    .slug = "legal-basis",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"引用的依据已被取代", "A basis that has been replaced"},
    .message = {"{year}年度报告所引{basis}已被{current}取代",
                "{basis}, cited in a report for {year}, has been replaced by {current}"},
    .explanation =
        {"《政府信息公开条例》2019年修订后以国务院令第711号公布；年度报告格式自2021年度起为"
         "国办公开办函〔2021〕30号。现行依据同时被引用，或者句中说明是已废止的文件时，不提示。",
         "The Regulation was revised in 2019 (decree 711); the form of the reports has been that "
         "of 国办公开办函〔2021〕30号 since the reporting year 2021. Nothing is said where the "
         "present basis is cited as well, or the sentence speaks of the past."},
    .bad = {"2022年，我局按照国办公开办函〔2019〕60号要求编制本报告。",
            "2022年，我局按照国办公开办函〔2019〕60号要求编制本报告。"},
    .good = {"2022年，我局按照国办公开办函〔2021〕30号要求编制本报告。",
             "2022年，我局按照国办公开办函〔2021〕30号要求编制本报告。"},
    .basis = "国务院令第711号；国办公开办函〔2021〕30号",
    .tag = NB_TAG_DEPRECATED,
    .check = check,
};
