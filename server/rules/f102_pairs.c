#include "rules/prose.h"

/*
 * Brackets and quotation marks out of pair within a paragraph (domain: X-21). Full and half width
 * are one kind: （一) is ugly, but in pair.
 */

typedef enum pair_kind {
    PAIR_NONE,
    PAIR_ROUND,
    PAIR_TORTOISE,
    PAIR_LENTICULAR,
    PAIR_TITLE,
    PAIR_ANGLE,
    PAIR_CORNER,
    PAIR_DOUBLE,
    PAIR_SINGLE,
    PAIR_ASCII, /* ": opens where none is open, closes else */
    PAIR_COUNT
} pair_kind;

typedef struct bracket {
    uint32_t cp;
    pair_kind kind;
    bool is_opening;
} bracket;

static bracket bracket_of(uint32_t cp)
{
    if (cp < '(' || (cp > ')' && cp < 0x2018))
        return (bracket){cp, PAIR_NONE, false};
    static const bracket all[] = {
        {'(', PAIR_ROUND, true},         {')', PAIR_ROUND, false},
        {0xFF08, PAIR_ROUND, true},      {0xFF09, PAIR_ROUND, false},
        {0x3014, PAIR_TORTOISE, true},   {0x3015, PAIR_TORTOISE, false},
        {0xFE5D, PAIR_TORTOISE, true},   {0xFE5E, PAIR_TORTOISE, false},
        {0x3010, PAIR_LENTICULAR, true}, {0x3011, PAIR_LENTICULAR, false},
        {0x300A, PAIR_TITLE, true},      {0x300B, PAIR_TITLE, false},
        {0x3008, PAIR_ANGLE, true},      {0x3009, PAIR_ANGLE, false},
        {0x300C, PAIR_CORNER, true},     {0x300D, PAIR_CORNER, false},
        {0x201C, PAIR_DOUBLE, true},     {0x201D, PAIR_DOUBLE, false},
        {0x2018, PAIR_SINGLE, true},     {0x2019, PAIR_SINGLE, false},
    };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (all[i].cp == cp)
            return all[i];
    }
    return (bracket){cp, PAIR_NONE, false};
}

/* Brackets without a partner in one piece; more than this is no oversight but a broken text. */
#define LONE_MAX 4u

typedef struct lone {
    const nb_piece *piece;
    const nb_mark *mark;
    bracket what;
} lone;

typedef struct lones {
    lone items[LONE_MAX];
    uint32_t count; /* may exceed LONE_MAX: then none is told */
} lones;

static void add_lone(lones *out, const nb_piece *piece, const nb_mark *mark, bracket what)
{
    if (out->count < LONE_MAX)
        out->items[out->count] = (lone){piece, mark, what};
    out->count++;
}

enum { NUMBERING_DIGITS_MAX = 2 }; /* 7654321） ends a telephone number, it numbers nothing */

/* "1）", "a)", "一)", "①)": the bracket behind a number has no partner and wants none. */
static bool is_numbering(const nb_piece *piece, uint32_t i)
{
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六",
                                           "七", "八", "九", "十", NULL};
    const nb_mark *mark = &piece->marks[i];
    if (nb_prose_word_before(piece->text->text, mark->at, numerals))
        return true;
    if (i == 0 || piece->marks[i - 1].end != mark->at)
        return false;
    uint32_t before = piece->marks[i - 1].cp;
    if (before == '0' && mark->at - piece->marks[i - 1].at > NUMBERING_DIGITS_MAX)
        return false;
    return before == '0' || before == 'a' || (before >= 0x2460 && before <= 0x249B) ||
           (before >= 0xFF10 && before <= 0xFF19);
}

/* ’ between letters is an apostrophe. */
static bool is_apostrophe(const nb_piece *piece, uint32_t i)
{
    const nb_mark *mark = &piece->marks[i];
    return mark->cp == 0x2019 && i > 0 && piece->marks[i - 1].cp == 'a' &&
           piece->marks[i - 1].end == mark->at;
}

enum { DEPTH_MAX = 32 };

/*
 * One stack for all kinds. A closing bracket whose partner lies deeper closes what lies above it:
 * those are alone. One whose kind is not on the stack is alone itself.
 */
static void find_lones(const nb_piece *piece, lones *out)
{
    struct {
        const nb_mark *mark;
        bracket what;
    } stack[DEPTH_MAX];
    uint32_t depth = 0;
    uint32_t open[PAIR_COUNT] = {0};
    for (uint32_t i = 0; i < piece->mark_count; i++) {
        const nb_mark *mark = &piece->marks[i];
        bracket b = bracket_of(mark->cp);
        if (mark->cp == '"' && !piece->is_cell)
            b = (bracket){'"', PAIR_ASCII, open[PAIR_ASCII] == 0};
        if (b.kind == PAIR_NONE || is_apostrophe(piece, i))
            continue;
        if (b.is_opening) {
            if (depth == DEPTH_MAX)
                return; /* no text of people nests so deep */
            stack[depth].mark = mark;
            stack[depth++].what = b;
            open[b.kind]++;
        } else if (open[b.kind]) {
            while (stack[depth - 1].what.kind != b.kind) {
                depth--;
                open[stack[depth].what.kind]--;
                add_lone(out, piece, stack[depth].mark, stack[depth].what);
            }
            depth--;
            open[b.kind]--;
        } else if (!(b.kind == PAIR_ROUND && is_numbering(piece, i))) {
            add_lone(out, piece, mark, b);
        }
    }
    while (depth > 0) {
        depth--;
        add_lone(out, piece, stack[depth].mark, stack[depth].what);
    }
}

static void tell(nb_rule_ctx *ctx, const lone *l)
{
    static const nb_text2 lacks_closing = {"「{mark}」没有与之成对的后一半",
                                           "{mark} is never closed in this paragraph"};
    const nb_mark *mark = l->mark;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_HINT, nb_mapped_source(l->piece->text, mark->at, mark->end));
    nb_finding_arg(draft, "mark", nb_view_sub(l->piece->text->text, mark->at, mark->end));
    if (l->what.is_opening)
        nb_finding_message(draft, lacks_closing);
}

/* Does a bracket that is alone here have its partner alone in the other piece? Then a paragraph
 * was broken in two, or a quotation runs over several. */
static bool has_partner(const lones *others, bracket what)
{
    for (uint32_t i = 0; i < others->count && i < LONE_MAX; i++) {
        bracket other = others->items[i].what;
        if (other.kind == what.kind &&
            (other.is_opening != what.is_opening || what.kind == PAIR_ASCII))
            return true;
    }
    return false;
}

enum { REACH = 2 }; /* pieces that a broken paragraph may reach over */

typedef struct found_lones {
    lones what;
    const nb_piece *piece;
} found_lones;

typedef NB_VEC(found_lones) found_vec;

/* An opening bracket looks for its partner behind it, a closing one before it. */
static bool is_paired_elsewhere(const found_vec *found, uint32_t self, bracket what)
{
    const nb_piece *here = found->items[self].piece;
    if (what.is_opening || what.kind == PAIR_ASCII) {
        for (uint32_t i = self + 1; i < found->len && found->items[i].piece - here <= REACH; i++) {
            if (has_partner(&found->items[i].what, what))
                return true;
        }
    }
    if (what.is_opening && what.kind != PAIR_ASCII)
        return false;
    for (uint32_t i = self; i > 0 && here - found->items[i - 1].piece <= REACH; i--) {
        if (has_partner(&found->items[i - 1].what, what))
            return true;
    }
    return false;
}

static void check(nb_rule_ctx *ctx)
{
    found_vec found = {0};
    for (const nb_piece *piece = NULL; (piece = nb_ctx_next_piece(ctx, piece));) {
        lones here = {.count = 0};
        find_lones(piece, &here);
        if (here.count == 0)
            continue;
        nb_ctx_keep(ctx);
        *nb_vec_push(nb_ctx_arena(ctx), &found) = (found_lones){here, piece};
    }
    for (uint32_t i = 0; i < found.len; i++) {
        const lones *l = &found.items[i].what;
        for (uint32_t k = 0; l->count <= LONE_MAX && k < l->count; k++) {
            if (!is_paired_elsewhere(&found, i, l->items[k].what))
                tell(ctx, &l->items[k]);
        }
    }
}

const nb_rule nb_rule_f102_pairs = {
    .code = "F102",
    .slug = "pairs",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_NONE,
    .title = {"括号、引号不成对", "Brackets or quotation marks out of pair"},
    .message = {"「{mark}」没有与之成对的前一半", "{mark} closes nothing in this paragraph"},
    .explanation = {"括号、书名号、引号应当成对出现在同一段落中。缺少的一半应补在何处须由人判断。",
                    "Brackets and quotation marks come in pairs within a paragraph. Where the "
                    "missing half belongs is for a person to say."},
    .bad = {"2023年，我局按照《中华人民共和国政府信息公开条例要求开展工作。",
            "2023年，我局按照《中华人民共和国政府信息公开条例要求开展工作。"},
    .good = {"2023年，我局按照《中华人民共和国政府信息公开条例》要求开展工作。",
             "2023年，我局按照《中华人民共和国政府信息公开条例》要求开展工作。"},
    .no_fix = {"缺的是哪一半、该补在哪里，要看原意",
               "Which half is missing, and where, only the meaning tells"},
    .basis = "GB/T 15834—2011《标点符号用法》",
    .check = check,
};
