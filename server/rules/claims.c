#include "rules/claims.h"

#include <string.h>

#include "nb/text/skip.h"
#include "rules/engine.h"

/* ---- the text of a statement ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of the character at i; a stray byte counts alone. */
static uint32_t step_at(nb_view v, uint32_t i)
{
    unsigned char c = (unsigned char)v.ptr[i];
    return c < 0xE0 ? 1 : c < 0xF0 ? 3 : 4;
}

/* Bytes of the blank at i, 0 if there is none. */
static uint32_t blank_at(nb_view v, uint32_t i)
{
    unsigned char c = (unsigned char)v.ptr[i];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
        return 1;
    if (c == 0xC2 && i + 1 < v.len && (unsigned char)v.ptr[i + 1] == 0xA0)
        return 2;
    if (c == 0xE3 && i + 2 < v.len && memcmp(v.ptr + i, "\xE3\x80\x80", 3) == 0)
        return 3;
    return 0;
}

/* The full-width form of a half-width mark that parts words, not figures. */
static nb_view wide_mark(nb_view v, uint32_t i)
{
    bool in_figure = i > 0 && is_digit(v.ptr[i - 1]) && i + 1 < v.len && is_digit(v.ptr[i + 1]);
    switch (v.ptr[i]) {
    case ',':
        return in_figure ? (nb_view){0} : NB_V("，");
    case ':':
        return in_figure ? (nb_view){0} : NB_V("：");
    case ';':
        return NB_V("；");
    case '(':
        return NB_V("（");
    case ')':
        return NB_V("）");
    default:
        return (nb_view){0};
    }
}

static void add_as_printed(nb_mapped_builder *b, const nb_mapped *m, uint32_t start, uint32_t end)
{
    nb_mapped piece = nb_mapped_sub(m, start, end);
    if (start < end)
        nb_mapped_add(b, &piece);
}

/* Drops blanks, but not between digits, and widens marks. */
static nb_mapped plain_text(nb_arena *arena, const nb_mapped *m)
{
    nb_view v = m->text;
    nb_mapped_builder *b = nb_mapped_begin(arena);
    uint32_t added = 0; /* what stands before it is in b */
    bool behind_digit = false;
    for (uint32_t i = 0; i < v.len;) {
        uint32_t blank = blank_at(v, i);
        bool parts_digits =
            blank && behind_digit && i + blank < v.len && is_digit(v.ptr[i + blank]);
        nb_view mark = wide_mark(v, i);
        uint32_t next = i + step_at(v, i) < v.len ? i + step_at(v, i) : v.len;
        if (blank && !parts_digits) {
            add_as_printed(b, m, added, i);
            added = i += blank;
            continue;
        }
        behind_digit = is_digit(v.ptr[next - 1]) && !mark.len;
        if (mark.len) {
            add_as_printed(b, m, added, i);
            nb_mapped_add_bytes(b, mark, nb_mapped_source(m, i, next));
            added = next;
        }
        i = next;
    }
    add_as_printed(b, m, added, v.len);
    return nb_mapped_end(b);
}

/* ---- marks and quantities ---- */

/* The mark at i and its length; NB_BOUNDARY_START if there is none. */
static nb_boundary mark_at(nb_view v, uint32_t i)
{
    unsigned char c = (unsigned char)v.ptr[i];
    if (i + 2 >= v.len || (c != 0xEF && c != 0xE3))
        return NB_BOUNDARY_START;
    unsigned char b = (unsigned char)v.ptr[i + 1];
    unsigned char a = (unsigned char)v.ptr[i + 2];
    if (c == 0xE3 && b == 0x80)
        return a == 0x81 ? NB_BOUNDARY_LIST : a == 0x82 ? NB_BOUNDARY_STOP : NB_BOUNDARY_START;
    if (c != 0xEF || b != 0xBC)
        return NB_BOUNDARY_START;
    switch (a) {
    case 0x8C:
        return NB_BOUNDARY_COMMA;
    case 0x9B:
        return NB_BOUNDARY_SEMICOLON;
    case 0x9A:
        return NB_BOUNDARY_COLON;
    case 0x88:
        return NB_BOUNDARY_OPEN;
    case 0x89:
        return NB_BOUNDARY_CLOSE;
    case 0x81: /* ！ */
    case 0x9F: /* ？ */
        return NB_BOUNDARY_STOP;
    default:
        return NB_BOUNDARY_START;
    }
}

typedef struct walk {
    nb_view text;
    uint32_t at;
    uint32_t lead;
    uint32_t clause;
    nb_boundary mark;
    uint32_t depth;
    bool is_behind_figure; /* no mark since the last figure */
} walk;

/* Takes the marks up to end. */
static void walk_to(walk *w, uint32_t end)
{
    for (; (w->at = nb_skip_to_sign(w->text, w->at)) < end; w->at++) {
        nb_boundary mark = mark_at(w->text, w->at);
        if (mark == NB_BOUNDARY_START)
            continue;
        w->mark = mark;
        w->lead = w->at + 3;
        if (mark != NB_BOUNDARY_LIST || w->is_behind_figure)
            w->clause = w->at + 3;
        w->is_behind_figure = false;
        if (mark == NB_BOUNDARY_OPEN && w->depth < 200)
            w->depth++;
        if (mark == NB_BOUNDARY_CLOSE && w->depth > 0)
            w->depth--;
    }
}

static uint32_t tail_end(nb_view v, uint32_t from, uint32_t limit)
{
    for (uint32_t i = from; (i = nb_skip_to_sign(v, i)) < limit; i++)
        if (mark_at(v, i) != NB_BOUNDARY_START)
            return i;
    return limit;
}

static void read_quantities(nb_arena *arena, nb_statement *statement)
{
    NB_VEC(nb_quantity) found = {0};
    nb_view text = statement->text.text;
    walk w = {.text = text};
    nb_figure figure;
    for (uint32_t at = 0; found.len < NB_QUANTITIES_MAX && nb_figure_next(text, &at, &figure);) {
        if (found.len > 0) {
            nb_quantity *last = &found.items[found.len - 1];
            last->tail = tail_end(text, last->end, figure.whole.start);
        }
        walk_to(&w, figure.whole.start);
        nb_quantity *q = nb_vec_push(arena, &found);
        *q = (nb_quantity){
            .figure = figure,
            .clause = w.clause,
            .lead = w.lead,
            .start = figure.whole.start,
            .end = figure.whole.end,
            .tail = figure.whole.end,
            .mark = w.mark,
            .depth = (uint8_t)w.depth,
        };
        w.at = w.at > figure.whole.end ? w.at : figure.whole.end;
        w.lead = figure.whole.end;
        w.clause = figure.whole.end;
        w.mark = NB_BOUNDARY_FIGURE;
        w.is_behind_figure = true;
    }
    if (found.len > 0) {
        nb_quantity *last = &found.items[found.len - 1];
        last->tail = tail_end(text, last->end, text.len);
    }
    statement->quantities = found.items;
    statement->quantity_count = found.len;
}

/* Bytes of a sentence that claims are looked for in: the longest breakdowns of real reports have
 * two thousand, and what a claim means is judged by looking through its sentence again. */
enum { STATEMENT_MAX = 6000 };

static void read_statement(nb_arena *arena, const nb_scanner *scanner, nb_statement *statement)
{
    statement->text = statement->sentence->text;
    statement->has = nb_scanner_run(scanner, statement->text.text);
    if (statement->has & NB_HAS_LOOSE) {
        statement->text = plain_text(arena, &statement->text);
        statement->has = nb_scanner_run(scanner, statement->text.text);
    }
    if (statement->has & NB_HAS_DIGIT)
        read_quantities(arena, statement);
}

static void copy_statement(nb_arena *arena, const nb_statement *known, nb_statement *statement)
{
    bool is_plain = known->text.text.ptr == known->sentence->text.text.ptr;
    uint32_t shift = nb_mapped_whole(&statement->sentence->text).start -
                     nb_mapped_whole(&known->sentence->text).start;
    statement->text =
        is_plain ? statement->sentence->text : nb_mapped_move(arena, &known->text, shift);
    statement->has = known->has;
    statement->quantity_count = known->quantity_count;
    if (known->quantity_count == 0)
        return;
    size_t size = known->quantity_count * sizeof(nb_quantity);
    nb_quantity *quantities = nb_arena_alloc(arena, size);
    memcpy(quantities, known->quantities, size);
    for (uint32_t i = 0; i < known->quantity_count; i++) {
        nb_view *unit = &quantities[i].figure.unit; /* as printed: a part of the text */
        if (unit->len)
            unit->ptr = statement->text.text.ptr + (unit->ptr - known->text.text.ptr);
    }
    statement->quantities = quantities;
}

nb_claims nb_claims_read(nb_arena *arena, const nb_report *report, const nb_statement *const *known)
{
    nb_statement *items = NB_NEW_ARRAY(arena, nb_statement, report->sentence_count);
    const nb_scanner *scanner = nb_scanner_new(arena);
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *sentence = &report->sentences[i];
        if (sentence->is_heading || sentence->text.text.len > STATEMENT_MAX)
            continue;
        nb_statement *statement = &items[count++];
        statement->sentence = sentence;
        statement->index = i;
        if (known && known[i])
            copy_statement(arena, known[i], statement);
        else
            read_statement(arena, scanner, statement);
    }
    return (nb_claims){items, count};
}

/* Which rules had nothing to say of the statements that are known. */
static nb_quiet *quiet_of(const nb_rule_ctx *ctx, const nb_statement *const *known)
{
    nb_quiet *quiet = NB_NEW_ARRAY(ctx->arena, nb_quiet, ctx->claims->count);
    const nb_rule_memory *memory = known ? ctx->before->memory : NULL;
    if (!memory || memory->facts != ctx->facts || memory->figures != ctx->figures)
        return quiet;
    bool has_tables = nb_memory_has_tables(ctx->before, ctx->report);
    for (uint32_t i = 0; i < ctx->claims->count; i++) {
        const nb_statement *same = known[ctx->claims->items[i].index];
        if (!same)
            continue;
        quiet[i] = memory->statements[same - memory->claims->items];
        if (!has_tables) /* links lead into them */
            memset(quiet[i].linking, 0, sizeof quiet[i].linking);
    }
    return quiet;
}

const nb_claims *nb_ctx_claims(nb_rule_ctx *ctx)
{
    if (ctx->claims)
        return ctx->claims;
    const nb_statement *const *known = nb_memory_of_sentences(ctx->arena, ctx->before, ctx->report);
    nb_claims *claims = NB_NEW(ctx->arena, nb_claims);
    *claims = nb_claims_read(ctx->arena, ctx->report, known);
    ctx->claims = claims;
    ctx->known = known;
    if (ctx->is_remembered)
        ctx->quiet_statements = quiet_of(ctx, known);
    return ctx->claims;
}

const nb_statement *nb_ctx_next_statement(nb_rule_ctx *ctx, const nb_statement *statement)
{
    const nb_claims *claims = nb_ctx_claims(ctx);
    uint32_t i = nb_ctx_next_loud(ctx, ctx->quiet_statements,
                                  statement ? (uint32_t)(statement - claims->items) : NB_VIEW_NONE,
                                  claims->count);
    return i == NB_VIEW_NONE ? NULL : &claims->items[i];
}

/* ---- access ---- */

nb_view nb_quantity_lead(const nb_statement *statement, const nb_quantity *quantity)
{
    return nb_view_sub(statement->text.text, quantity->lead, quantity->start);
}

nb_view nb_quantity_clause(const nb_statement *statement, const nb_quantity *quantity)
{
    return nb_view_sub(statement->text.text, quantity->clause, quantity->start);
}

nb_view nb_quantity_tail(const nb_statement *statement, const nb_quantity *quantity)
{
    return nb_view_sub(statement->text.text, quantity->end, quantity->tail);
}

nb_span nb_quantity_digits(const nb_statement *statement, const nb_quantity *quantity)
{
    return nb_mapped_source(&statement->text, quantity->figure.digits.start,
                            quantity->figure.digits.end);
}

nb_span nb_quantity_span(const nb_statement *statement, const nb_quantity *quantity)
{
    return nb_mapped_source(&statement->text, quantity->start, quantity->end);
}

bool nb_quantity_is_exact(const nb_quantity *quantity)
{
    const nb_figure *figure = &quantity->figure;
    return figure->state == NB_FIGURE_VALUE && !figure->is_percent && !figure->is_approximate &&
           !figure->is_signed;
}

bool nb_quantity_is_whole(const nb_quantity *quantity)
{
    return nb_quantity_is_exact(quantity) && quantity->figure.micro >= 0 &&
           quantity->figure.micro % NB_FIGURE_ONE == 0 && !quantity->figure.has_magnitude;
}

bool nb_quantity_has_unit(const nb_quantity *quantity, const nb_view *units, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (nb_view_eq(quantity->figure.unit, units[i]))
            return true;
    return false;
}
