#include "rules/prose.h"

#include <string.h>

#include "nb/text/skip.h"
#include "nb/text/utf8.h"
#include "rules/engine.h"

typedef enum byte_class {
    BYTE_OTHER, /* a character of its own: ASCII punctuation, the start of a longer sequence */
    BYTE_HAN,   /* E4…E9: U+4000–U+9FFF, nearly all of a Chinese text */
    BYTE_BLANK,
    BYTE_DIGIT,
    BYTE_LETTER,
} byte_class;

static byte_class class_of(unsigned char c)
{
    if (c >= 0xE4 && c <= 0xE9)
        return BYTE_HAN;
    if (c >= '0' && c <= '9')
        return BYTE_DIGIT;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return BYTE_LETTER;
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' ? BYTE_BLANK : BYTE_OTHER;
}

static bool is_blank(uint32_t cp)
{
    return cp == 0x3000 || cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200B) || cp == 0xFEFF;
}

static uint32_t run_end(nb_view text, uint32_t at, byte_class class)
{
    while (at < text.len && class_of((unsigned char)text.ptr[at]) == class)
        at++;
    return at;
}

/* Adds a run; a run of blanks right behind one of another width is the same run. */
static void add_mark(nb_arena *arena, nb_mark_vec *marks, nb_mark mark)
{
    if (mark.cp == ' ' && marks->len > 0) {
        nb_mark *last = &marks->items[marks->len - 1];
        if (last->cp == ' ' && last->end == mark.at) {
            last->end = mark.end;
            return;
        }
    }
    *nb_vec_push(arena, marks) = mark;
}

static void index_text(nb_arena *arena, nb_view text, nb_mark_vec *marks)
{
    static const uint32_t run_cp[] = {[BYTE_BLANK] = ' ', [BYTE_DIGIT] = '0', [BYTE_LETTER] = 'a'};
    for (uint32_t at = 0; at < text.len;) {
        byte_class class = class_of((unsigned char)text.ptr[at]);
        uint32_t from = at;
        uint32_t cp;
        if (class == BYTE_HAN) {
            at = nb_skip_han(text, at);
            continue;
        }
        if (class == BYTE_OTHER) {
            cp = nb_utf8_next(text, &at);
            if (is_blank(cp))
                cp = ' ';
        } else {
            at = run_end(text, at, class);
            cp = run_cp[class];
        }
        add_mark(arena, marks, (nb_mark){from, at, cp});
    }
}

/* Empty, or a figure in digits as most cells are: too short for a number that tells of a person. */
static bool says_nothing(nb_view cell)
{
    enum { DIGITS_MAX = 10 };
    uint32_t at = 0;
    while (at < cell.len && at <= DIGITS_MAX && cell.ptr[at] >= '0' && cell.ptr[at] <= '9')
        at++;
    return at == cell.len && at <= DIGITS_MAX;
}

/* The pieces of a block are written to items, or counted if it is NULL. */
static uint32_t cut_block(const nb_markup *markup, uint32_t block, nb_piece *items)
{
    const nb_block *b = &markup->blocks[block];
    uint32_t count = 0;
    nb_piece piece = {.text = &b->text, .block = block};
    piece.is_heading = b->kind == NB_BLOCK_HEADING;
    if (piece.is_heading || b->kind == NB_BLOCK_PARAGRAPH) {
        if (items)
            items[0] = piece;
        return 1;
    }
    for (uint32_t i = 0; b->kind == NB_BLOCK_GRID && i < b->grid->cell_count; i++) {
        piece.text = &b->grid->cells[i].text;
        piece.is_cell = true;
        if (says_nothing(piece.text->text))
            continue;
        if (items)
            items[count] = piece;
        count++;
    }
    return count;
}

static nb_prose *build(nb_arena *arena, const nb_report *report)
{
    uint32_t count = 0;
    for (uint32_t b = report->first_block; b < report->block_end; b++)
        count += cut_block(report->markup, b, NULL);
    nb_prose *prose = NB_NEW(arena, nb_prose);
    prose->items = nb_arena_alloc(arena, count * sizeof *prose->items);
    for (uint32_t b = report->first_block; b < report->block_end; b++)
        prose->count += cut_block(report->markup, b, prose->items + prose->count);
    return prose;
}

static void find_marks(nb_rule_ctx *ctx, nb_piece *piece)
{
    static const nb_mark none;
    if (piece->marks)
        return;
    ctx->marks.len = 0; /* a place to work in: the marks are copied to their size */
    index_text(ctx->arena, piece->text->text, &ctx->marks);
    piece->mark_count = ctx->marks.len;
    piece->marks = &none;
    if (piece->mark_count == 0)
        return;
    nb_mark *marks = nb_arena_alloc(ctx->arena, piece->mark_count * sizeof *marks);
    memcpy(marks, ctx->marks.items, piece->mark_count * sizeof *marks);
    piece->marks = marks;
}

const nb_piece *nb_ctx_next_piece(nb_rule_ctx *ctx, const nb_piece *piece)
{
    if (!ctx->prose) {
        ctx->prose = build(ctx->arena, ctx->report);
        if (ctx->is_remembered)
            ctx->quiet_pieces =
                nb_memory_of_pieces(ctx->arena, ctx->before, ctx->facts, ctx->prose);
    }
    /* Where nothing is remembered, and another rule has seen the piece. */
    if (piece && !ctx->quiet_pieces && piece + 1 < ctx->prose->items + ctx->prose->count &&
        piece[1].marks)
        return piece + 1;
    uint32_t i = nb_ctx_next_loud(ctx, ctx->quiet_pieces,
                                  piece ? (uint32_t)(piece - ctx->prose->items) : NB_VIEW_NONE,
                                  ctx->prose->count);
    if (i == NB_VIEW_NONE)
        return NULL;
    find_marks(ctx, &ctx->prose->items[i]);
    return &ctx->prose->items[i];
}

static bool is_han(uint32_t cp)
{
    return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF);
}

bool nb_prose_han_at(nb_view text, uint32_t at)
{
    return at < text.len && is_han(nb_utf8_next(text, &at));
}

bool nb_prose_han_before(nb_view text, uint32_t at)
{
    return at > 0 && is_han(nb_utf8_prev(text, &at));
}

bool nb_piece_source(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t start, uint32_t end,
                     nb_span *span)
{
    *span = nb_mapped_source(piece->text, start, end);
    nb_view in_document = nb_view_sub(ctx->text, span->start, span->end);
    return nb_view_eq(in_document, nb_view_sub(piece->text->text, start, end));
}

uint32_t nb_prose_word_at(nb_view text, uint32_t at, const char *const *words)
{
    uint32_t left = at < text.len ? text.len - at : 0;
    for (; *words; words++) { /* most differ within their first character */
        const char *word = *words;
        uint32_t i = 0;
        while (i < left && word[i] && text.ptr[at + i] == word[i])
            i++;
        if (!word[i])
            return i;
    }
    return 0;
}

uint32_t nb_prose_word_before(nb_view text, uint32_t at, const char *const *words)
{
    for (; *words; words++) {
        uint32_t len = (uint32_t)strlen(*words);
        if (at >= len && memcmp(text.ptr + at - len, *words, len) == 0)
            return len;
    }
    return 0;
}
