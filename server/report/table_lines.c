#include "report/table_lines.h"

#include <string.h>

#include "nb/base/sorted.h"
#include "nb/text/fold.h"

bool nb_table_is_unit(nb_view text)
{
    static const char *const units[] = {"条", "件", "次",   "篇",   "个",
                                        "人", "家", "人次", "万元", "元"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (nb_view_eq(text, nb_view_of(units[i])))
            return true;
    return false;
}

void nb_table_vote_add(nb_table_vote *vote, const nb_table_token *token)
{
    if (token->kind == NB_TOKEN_FIGURE)
        vote->figures++;
    if (token->kind != NB_TOKEN_LABEL)
        return;
    vote->labels++;
    for (int key = NB_TABLE_NONE + 1; key < NB_TABLE_COUNT; key++)
        if (token->word->tables & (1u << key))
            vote->words[key]++;
}

nb_table_key nb_table_vote_key(const nb_table_vote *vote)
{
    nb_table_key best = NB_TABLE_NONE;
    for (int key = NB_TABLE_NONE + 1; key < NB_TABLE_COUNT; key++)
        if (vote->words[key] > vote->words[best])
            best = (nb_table_key)key;
    return best;
}

/* The word that a cell is: as it stands, without its numbering, without its remark in brackets. */
static const nb_word *word_of(nb_arena *arena, nb_view text, bool *has_marker)
{
    nb_view folded = nb_fold_view(arena, text, NB_WORD_FOLD);
    uint32_t marker = nb_word_marker(folded);
    *has_marker = marker > 0;
    const nb_word *word = nb_word_find(nb_view_sub(folded, marker, folded.len));
    if (!word && marker > 0)
        word = nb_word_find(folded);
    return word;
}

static const nb_word *word_before_remark(nb_arena *arena, nb_view text, bool *has_marker)
{
    uint32_t wide = nb_view_find_last(text, NB_V("（"));
    uint32_t narrow = nb_view_find_last(text, NB_V("("));
    uint32_t at = wide == NB_VIEW_NONE ? narrow : wide;
    if (at == NB_VIEW_NONE || at == 0)
        return NULL;
    return word_of(arena, nb_view_sub(text, 0, at), has_marker);
}

/* （三）不予公开 1.属于国家秘密 in one cell: nothing but words; the last one names the row. */
static const nb_word *last_of_words(nb_arena *arena, nb_view text, bool *has_marker)
{
    nb_view folded = nb_fold_view(arena, text, NB_WORD_FOLD);
    const nb_word *last = NULL;
    for (uint32_t at = 0; at < folded.len;) {
        nb_view rest = nb_view_sub(folded, at, folded.len);
        uint32_t marker = 0;
        last = nb_word_longest(rest, 0);
        if (!last) {
            marker = nb_word_marker(rest);
            last = marker ? nb_word_longest(rest, marker) : NULL;
        }
        if (!last)
            return NULL;
        *has_marker = marker > 0;
        at += marker + last->len;
    }
    return last;
}

/* Bytes that only figures and marks begin with: digits, signs, full-width ASCII, dashes. */
static bool may_be_figure(nb_view text)
{
    unsigned char c = (unsigned char)text.ptr[0];
    return c < 0x80 || c == 0xEF || c == 0xE2;
}

const nb_figure nb_table_no_figure = {0};

static const nb_figure *keep_figure(nb_arena *arena, nb_figure figure)
{
    nb_figure *kept = nb_arena_alloc(arena, sizeof *kept);
    *kept = figure;
    return kept;
}

nb_table_token nb_table_token_of(nb_arena *arena, nb_token_kind kind, nb_mapped raw,
                                 const nb_figure *figure)
{
    nb_mapped *kept = nb_arena_alloc(arena, sizeof *kept);
    *kept = raw;
    return (nb_table_token){
        .kind = kind,
        .raw = kept,
        .span = nb_mapped_whole(kept),
        .colspan = 1,
        .figure = figure ? keep_figure(arena, *figure) : &nb_table_no_figure,
    };
}

/* Reads the text as a figure; false if it is none. */
static bool take_figure(nb_arena *arena, nb_table_token *token)
{
    static const nb_figure blank = {.state = NB_FIGURE_BLANK};
    nb_figure figure = nb_figure_read(token->raw->text);
    if (figure.state == NB_FIGURE_BLANK) {
        token->kind = NB_TOKEN_BLANK;
        token->figure = &blank;
        return true;
    }
    token->figure = keep_figure(arena, figure);
    token->kind = figure.state == NB_FIGURE_VALUE ? NB_TOKEN_FIGURE : NB_TOKEN_TEXT;
    return figure.state == NB_FIGURE_VALUE;
}

static void classify(nb_arena *arena, nb_table_token *token)
{
    nb_view text = token->raw->text;
    bool is_read = text.len == 0 || may_be_figure(text);
    if (is_read && take_figure(arena, token))
        return;
    if (nb_table_is_unit(text)) {
        token->kind = NB_TOKEN_UNIT;
        return;
    }
    token->word = word_of(arena, text, &token->has_marker);
    if (!token->word)
        token->word = word_before_remark(arena, text, &token->has_marker);
    if (!token->word && text.len >= 24)
        token->word = last_of_words(arena, text, &token->has_marker);
    if (token->word)
        token->kind = NB_TOKEN_LABEL;
    else if (!is_read)
        (void)take_figure(arena, token);
}

static bool has_kind(const nb_word *word, nb_table_key key, nb_word_kind kind)
{
    for (uint32_t i = 0; i < word->sense_count; i++) {
        const nb_word_sense *sense = &nb_word_senses[word->first_sense + i];
        if (sense->table == key && sense->kind == kind)
            return true;
    }
    return false;
}

/*
 * What words other tables do not have: other tables have rows 规章 and 其他 and a column 总计, too.
 * Table 二 is known by its header cells, the others by any of their longer labels.
 */
static uint32_t own_words(const nb_table_line *lines, uint32_t count, nb_table_key key)
{
    uint32_t own = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < lines[i].count; k++) {
            const nb_table_token *token = &lines[i].tokens[k];
            if (token->kind != NB_TOKEN_LABEL || token->word->len < 12)
                continue;
            bool is_header = has_kind(token->word, key, NB_WORD_COLUMN) ||
                             has_kind(token->word, key, NB_WORD_TITLE);
            bool is_row = key != NB_TABLE_DISCLOSURE && !token->word->is_section &&
                          has_kind(token->word, key, NB_WORD_ROW);
            own += is_header || is_row;
        }
    return own;
}

static nb_table_key key_of(const nb_table_line *lines, uint32_t count, nb_table_key before)
{
    nb_table_vote vote = {0};
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < lines[i].count; k++)
            nb_table_vote_add(&vote, &lines[i].tokens[k]);
    nb_table_key key = nb_table_vote_key(&vote);
    if (key == NB_TABLE_NONE || vote.labels < count / 3)
        return NB_TABLE_OTHER;
    if (key == before && vote.figures > 0)
        return key;
    return own_words(lines, count, key) > 0 && (vote.words[key] >= 3 || vote.figures > 0)
               ? key
               : NB_TABLE_OTHER;
}

/* A merged cell that a converter wrote into every column it spans: 总计 twice is no second column.
 */
static bool repeats(const nb_table_token *a, const nb_table_token *b)
{
    return (a->kind == NB_TOKEN_LABEL || a->kind == NB_TOKEN_TEXT) && a->kind == b->kind &&
           a->column + a->colspan == b->column && nb_view_eq(a->raw->text, b->raw->text);
}

/* Without rows in the source a row ends where a label follows figures or empty cells. */
static bool ends_row(const nb_table_token *a, const nb_table_token *b)
{
    return (a->kind == NB_TOKEN_FIGURE || a->kind == NB_TOKEN_BLANK) &&
           (b->kind == NB_TOKEN_LABEL || b->kind == NB_TOKEN_TEXT);
}

static void add_line(nb_arena *arena, const nb_grid *grid, uint32_t block, nb_table_token *tokens,
                     uint32_t count, nb_table_line_vec *lines)
{
    *nb_vec_push(arena, lines) = (nb_table_line){
        .tokens = tokens,
        .count = count,
        .span = nb_span_union(tokens[0].span, tokens[count - 1].span),
        .grid = grid,
        .dialect = grid->dialect,
        .block = block,
    };
}

/* tokens[0 … count) are a row of the grid; merged cells become one. */
static void add_row(nb_arena *arena, const nb_grid *grid, uint32_t block, nb_table_token *tokens,
                    uint32_t count, nb_table_line_vec *lines)
{
    uint32_t kept = 1, first = 0;
    for (uint32_t i = 1; i < count; i++) {
        if (grid->keeps_columns && repeats(&tokens[kept - 1], &tokens[i]))
            tokens[kept - 1].colspan = (uint16_t)(tokens[kept - 1].colspan + tokens[i].colspan);
        else
            tokens[kept++] = tokens[i];
    }
    for (uint32_t i = 1; i < kept && !grid->keeps_rows; i++) {
        if (!ends_row(&tokens[i - 1], &tokens[i]))
            continue;
        add_line(arena, grid, block, tokens + first, i - first, lines);
        first = i;
    }
    add_line(arena, grid, block, tokens + first, kept - first, lines);
}

nb_figure nb_table_figure_in(const nb_figure *figure, nb_view was, nb_view now)
{
    nb_figure copy = *figure;
    copy.unit = (nb_view){0};
    if (figure->unit.len) {
        uint32_t at = (uint32_t)(figure->unit.ptr - was.ptr);
        copy.unit = nb_view_sub(now, at, at + figure->unit.len);
    }
    return copy;
}

void nb_table_lines_of_grid(nb_arena *arena, const nb_grid *grid, uint32_t block,
                            nb_table_key before, nb_table_line_vec *lines)
{
    nb_table_token *tokens = nb_arena_alloc(arena, grid->cell_count * sizeof *tokens);
    for (uint32_t i = 0; i < grid->cell_count; i++) {
        const nb_grid_cell *cell = &grid->cells[i];
        tokens[i] = (nb_table_token){
            .raw = &cell->text,
            .span = cell->span,
            .column = cell->column,
            .colspan = cell->colspan,
            .cell = (uint16_t)i,
            .figure = &nb_table_no_figure,
        };
        classify(arena, &tokens[i]);
    }
    uint32_t first_line = lines->len;
    for (uint32_t r = 0; r < grid->row_count; r++) {
        uint32_t first = grid->row_first[r], end = grid->row_first[r + 1];
        if (first < end)
            add_row(arena, grid, block, tokens + first, end - first, lines);
    }
    nb_table_key key = key_of(lines->items + first_line, lines->len - first_line, before);
    for (uint32_t i = first_line; i < lines->len; i++) {
        nb_table_line *line = &lines->items[i];
        line->key = key;
        line->facts = nb_table_facts_of(line);
    }
}

uint32_t nb_table_line_at(const nb_table_areas *areas, uint32_t block)
{
    return NB_SORTED_FIND(areas->lines, areas->line_count, nb_table_line, block, block);
}
