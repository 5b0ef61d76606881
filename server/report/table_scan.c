#include <string.h>

#include "nb/base/sorted.h"
#include "nb/text/fold.h"
#include "nb/text/utf8.h"
#include "report/table_lines.h"
#include "report/table_tokens.h"

/*
 * Tables in plain text: cells as paragraphs, columns of blanks, one blank, or nothing between
 * cells. Only labels tell where they are. The text is folded once; words of the forms are found in
 * it; what stands between two words, read in the text as it is, is figures, or prose.
 */

/* Labels may stand this far before the first anchor: 第二十条第（一）项 before 信息内容. */
#define LEAD_BYTES 600u

/* 其他, 数量: labels, and parts of longer words. */
#define SHORT_WORD_BYTES_MAX 6u

/* The text of some blocks as one piece; folded offsets lead to offsets in it. */
typedef struct scan {
    nb_arena *arena;
    const nb_markup *markup;
    nb_mapped text;
    nb_mapped folded;
    nb_table_token_vec tokens;
} scan;

uint32_t nb_table_block_at(const nb_markup *markup, uint32_t offset)
{
    uint32_t behind =
        NB_SORTED_FIND(markup->blocks, markup->block_count, nb_block, span.start, offset + 1);
    return behind ? behind - 1 : 0;
}

static bool is_prose_block(const nb_block *block)
{
    return block->kind == NB_BLOCK_PARAGRAPH || block->kind == NB_BLOCK_HEADING;
}

static nb_mapped join_blocks(nb_arena *arena, const nb_markup *markup, uint32_t first, uint32_t end)
{
    bool is_plain = markup->kind == NB_SOURCE_TEXT;
    for (uint32_t i = first; i < end && is_plain; i++)
        is_plain = is_prose_block(&markup->blocks[i]) && !markup->blocks[i].text.map;
    if (is_plain)
        return nb_mapped_identity(markup->text, nb_span_of(markup->blocks[first].span.start,
                                                           markup->blocks[end - 1].span.end));
    nb_mapped_builder *b = nb_mapped_begin(arena);
    for (uint32_t i = first; i < end; i++) {
        const nb_block *block = &markup->blocks[i];
        if (!is_prose_block(block) || nb_table_is_page_marker(block->text.text))
            continue;
        nb_mapped_add(b, &block->text);
        nb_span gap = nb_span_of(block->span.end, block->span.end);
        if (i + 1 < end)
            gap.end = markup->blocks[i + 1].span.start;
        nb_mapped_add_bytes(b, NB_V("\n"), gap);
    }
    return nb_mapped_end(b);
}

/* The first labels of a header: without one of them there is no table in a text. */
static const nb_view anchors[] = {
    {NB_LIT("信息内容")},       {NB_LIT("结果维持")},           {NB_LIT("申请人情况")},
    {NB_LIT("统计指标")},       {NB_LIT("本列数据")},           {NB_LIT("政府信息公开申请数量")},
    {NB_LIT("本年度办理结果")}, {NB_LIT("主动公开政府信息数")},
};

const nb_needles *nb_table_anchors(nb_arena *arena)
{
    return nb_needles_new(arena, anchors, sizeof anchors / sizeof anchors[0]);
}

static uint32_t first_anchor(const nb_needles *needles, nb_view text)
{
    uint32_t at = 0;
    return nb_needles_next(needles, text, &at) == NB_VIEW_NONE ? NB_VIEW_NONE : at;
}

/* Before the blocks are joined: NB_VIEW_NONE if none of them has an anchor. In plain text where the
 * first one stands, from the first block on; else 0. */
static uint32_t anchor_in_blocks(nb_reading *reading, const nb_needles *needles, uint32_t first,
                                 uint32_t end)
{
    const nb_markup *markup = reading->markup;
    uint32_t block = nb_table_anchored_block(reading, needles, first, end);
    if (block == NB_VIEW_NONE || markup->kind != NB_SOURCE_TEXT)
        return block == NB_VIEW_NONE ? NB_VIEW_NONE : 0;
    return markup->blocks[block].span.start - markup->blocks[first].span.start +
           first_anchor(needles, nb_table_anchor_text(markup, block));
}

static uint32_t unfolded(const scan *s, uint32_t at)
{
    if (at >= s->folded.text.len)
        return s->text.text.len;
    return nb_mapped_source(&s->folded, at, at).start;
}

static uint32_t unfolded_end(const scan *s, uint32_t end)
{
    return end ? nb_mapped_source(&s->folded, end - 1, end).end : s->folded.base;
}

static void add_label(nb_arena *arena, const nb_word *word, bool has_marker, nb_mapped raw,
                      nb_table_token_vec *tokens)
{
    nb_table_token token = nb_table_token_of(arena, NB_TOKEN_LABEL, raw, NULL);
    token.word = word;
    token.has_marker = has_marker;
    *nb_vec_push(arena, tokens) = token;
}

/* Finds the words and reads what lies between them, behind the label that ends at label_end. */
static void tokenise(scan *s, const nb_word_filter *filter, uint32_t label_end)
{
    uint32_t from = label_end == NB_VIEW_NONE ? 0 : label_end;
    nb_mapped relative = {.text = nb_view_sub(s->text.text, from, s->text.text.len), .base = from};
    s->folded = nb_fold(s->arena, &relative, NB_WORD_FOLD);
    nb_view folded = s->folded.text;
    uint32_t other_end = NB_VIEW_NONE; /* of the Han character that is in no word */
    for (uint32_t at = 0; at < folded.len;) {
        const nb_word *word = nb_word_filter_longest(filter, folded, at);
        /* 数量 at the end of a misspelt label is none. */
        if (word && word->len <= SHORT_WORD_BYTES_MAX && other_end == at &&
            unfolded_end(s, at) == unfolded(s, at))
            word = NULL;
        if (!word) {
            bool is_han = (unsigned char)folded.ptr[at] >= 0xE4;
            nb_utf8_next(folded, &at);
            other_end = is_han ? at : NB_VIEW_NONE;
            continue;
        }
        uint32_t start = unfolded(s, at), end = unfolded_end(s, at + word->len);
        bool has_marker = nb_table_read_gap(s->arena, &s->text, label_end, start, &s->tokens);
        add_label(s->arena, word, has_marker, nb_mapped_sub(&s->text, start, end), &s->tokens);
        label_end = end;
        at += word->len;
    }
    nb_table_read_gap(s->arena, &s->text, label_end, NB_VIEW_NONE, &s->tokens);
}

/* Tokens [start, end) without prose between. */
typedef struct run {
    uint32_t start;
    uint32_t end;
    nb_table_key key;      /* NONE: too weak to be a table by itself */
    nb_table_key weak_key; /* but may go on with one of this key: labels and figures */
    bool after_break;
} run;

typedef NB_VEC(run) run_vec;

static bool is_row_of(const nb_table_token *token, nb_table_key key)
{
    for (uint32_t i = 0; token->kind == NB_TOKEN_LABEL && i < token->word->sense_count; i++) {
        const nb_word_sense *sense = &nb_word_senses[token->word->first_sense + i];
        if (sense->table == key && sense->kind == NB_WORD_ROW)
            return true;
    }
    return false;
}

static run run_of(const scan *s, uint32_t start, uint32_t end, bool after_break)
{
    nb_table_vote vote = {0};
    bool has_own_word = false;
    for (uint32_t i = start; i < end; i++) {
        const nb_table_token *token = &s->tokens.items[i];
        nb_table_vote_add(&vote, token);
        has_own_word |= token->kind == NB_TOKEN_LABEL && !token->word->is_section;
    }
    nb_table_key key = nb_table_vote_key(&vote);
    bool is_strong = has_own_word && vote.words[key] >= 3 && (vote.figures > 0 || vote.labels >= 4);
    bool is_weak = vote.figures > 0 && is_row_of(&s->tokens.items[start], key);
    return (run){start, end, is_strong ? key : NB_TABLE_NONE, is_weak ? key : NB_TABLE_NONE,
                 after_break};
}

static run_vec find_runs(const scan *s)
{
    run_vec runs = {0};
    uint32_t start = 0;
    bool after_break = true;
    for (uint32_t i = 0; i <= s->tokens.len; i++) {
        bool is_end = i == s->tokens.len;
        nb_token_kind kind = is_end ? NB_TOKEN_BREAK : s->tokens.items[i].kind;
        if (kind != NB_TOKEN_BREAK && kind != NB_TOKEN_TEXT)
            continue;
        if (i > start) {
            *nb_vec_push(s->arena, &runs) = run_of(s, start, i, after_break);
            after_break = false;
        }
        after_break |= kind == NB_TOKEN_BREAK;
        start = i + 1;
    }
    return runs;
}

static bool is_value(const nb_table_token *token)
{
    return token->kind == NB_TOKEN_FIGURE || token->kind == NB_TOKEN_BLANK;
}

/* How cells are parted, by what stands between the label, the figures and each other. */
static nb_dialect dialect_of(const scan *s, uint32_t start, uint32_t end)
{
    uint32_t glued = 0, lines = 0, wide = 0, single = 0;
    for (uint32_t i = start + 1; i < end; i++) {
        const nb_table_token *token = &s->tokens.items[i], *before = token - 1;
        if (!is_value(token))
            continue;
        nb_view gap = {before->raw->text.ptr + before->raw->text.len, 0};
        gap.len = (uint32_t)(token->raw->text.ptr - gap.ptr);
        if (gap.len == 0)
            glued++;
        else if (nb_view_contains(gap, NB_V("\n")) || nb_view_contains(gap, NB_V("\r")))
            lines++;
        else if (gap.len >= 2 && gap.ptr[0] == ' ')
            wide++;
        else
            single++;
    }
    uint32_t most = glued;
    nb_dialect dialect = NB_DIALECT_GLUED;
    if (single > most) {
        most = single;
        dialect = NB_DIALECT_SPACED;
    }
    if (wide > most) {
        most = wide;
        dialect = NB_DIALECT_COLUMNS;
    }
    return lines > most ? NB_DIALECT_PARA_CELLS : dialect;
}

static void emit_lines(const scan *s, run area, nb_table_line_vec *lines)
{
    nb_dialect dialect = dialect_of(s, area.start, area.end);
    uint32_t first = area.start;
    for (uint32_t i = area.start + 1; i <= area.end; i++) {
        bool is_border = i == area.end || (!is_value(&s->tokens.items[i]) &&
                                           s->tokens.items[i].kind != NB_TOKEN_UNIT &&
                                           is_value(&s->tokens.items[i - 1]));
        if (!is_border)
            continue;
        const nb_table_token *tokens = &s->tokens.items[first];
        nb_span span = nb_span_union(tokens[0].span, s->tokens.items[i - 1].span);
        nb_table_line line = {
            .tokens = tokens,
            .count = i - first,
            .span = span,
            .dialect = dialect,
            .key = area.key,
            .block = nb_table_block_at(s->markup, span.start),
        };
        line.facts = nb_table_facts_of(&line);
        *nb_vec_push(s->arena, lines) = line;
        first = i;
    }
}

static void emit_area(const scan *s, run area, nb_table_line_vec *lines, nb_table_area_vec *areas)
{
    emit_lines(s, area, lines);
    nb_span span =
        nb_span_union(s->tokens.items[area.start].span, s->tokens.items[area.end - 1].span);
    *nb_vec_push(s->arena, areas) = (nb_table_area){
        .span = span,
        .key = area.key,
        .first_block = nb_table_block_at(s->markup, span.start),
        .last_block = nb_table_block_at(s->markup, span.end > span.start ? span.end - 1 : span.end),
    };
}

static const nb_word_filter *labels_of(nb_arena *arena, nb_table_words *words)
{
    if (!words->labels) {
        words->labels = nb_arena_alloc(arena, sizeof *words->labels);
        nb_word_filter_init(words->labels);
    }
    return words->labels;
}

void nb_table_lines_of_text(nb_arena *arena, nb_reading *reading, uint32_t first, uint32_t end,
                            nb_table_words *words, nb_table_line_vec *lines,
                            nb_table_area_vec *areas)
{
    const nb_markup *markup = reading->markup;
    if (first >= end)
        return;
    uint32_t anchor = anchor_in_blocks(reading, words->anchors, first, end);
    if (anchor == NB_VIEW_NONE)
        return;
    scan s = {.arena = arena, .markup = markup};
    s.text = join_blocks(arena, markup, first, end);
    /* Prose before the first table need not be folded. */
    bool is_as_printed = markup->kind == NB_SOURCE_TEXT && !s.text.map;
    if (!is_as_printed)
        anchor = first_anchor(words->anchors, s.text.text);
    if (anchor == NB_VIEW_NONE)
        return;
    uint32_t start = anchor > LEAD_BYTES ? nb_utf8_floor(s.text.text, anchor - LEAD_BYTES) : 0;
    s.text = nb_mapped_sub(&s.text, start, s.text.text.len);
    const nb_word_filter *labels = labels_of(arena, words);
    uint32_t label_end = NB_VIEW_NONE;
    if (!is_as_printed ||
        !nb_table_tokens_take_over(arena, reading, &s.text, labels->longest, &s.tokens, &label_end))
        tokenise(&s, labels, label_end);
    if (is_as_printed)
        nb_table_tokens_keep(arena, reading, &s.text, &s.tokens);
    run_vec runs = find_runs(&s);
    run area = {0};
    for (uint32_t i = 0; i < runs.len; i++) {
        run r = runs.items[i];
        if (r.after_break || (r.key != NB_TABLE_NONE && r.key != area.key)) {
            if (area.key != NB_TABLE_NONE)
                emit_area(&s, area, lines, areas);
            area = (run){0};
        }
        if (r.key == NB_TABLE_NONE && (area.key == NB_TABLE_NONE || r.weak_key != area.key))
            continue;
        if (area.key == NB_TABLE_NONE)
            area = r;
        else
            area.end = r.end;
    }
    if (area.key != NB_TABLE_NONE)
        emit_area(&s, area, lines, areas);
}

bool nb_table_line_of_labels(nb_arena *arena, const nb_markup *markup, uint32_t block,
                             nb_table_key key, nb_table_line_vec *lines)
{
    const nb_mapped *raw = &markup->blocks[block].text;
    if (!is_prose_block(&markup->blocks[block]) || raw->text.len == 0 || raw->text.len > 256)
        return false;
    nb_mapped folded = nb_fold(arena, raw, NB_WORD_FOLD);
    nb_table_token_vec tokens = {0};
    for (uint32_t at = 0; at < folded.text.len;) {
        nb_view rest = nb_view_sub(folded.text, at, folded.text.len);
        const nb_word *word = nb_word_longest(rest, 0);
        uint32_t marker = word ? 0 : nb_word_marker(rest);
        if (!word && marker)
            word = nb_word_longest(rest, marker);
        if (!word || !(word->tables & (1u << key)) ||
            (word->is_section && key == NB_TABLE_STATISTICS))
            return false;
        add_label(arena, word, marker > 0,
                  nb_mapped_sub(&folded, at + marker, at + marker + word->len), &tokens);
        at += marker + word->len;
    }
    if (tokens.len == 0)
        return false;
    nb_table_line line = {
        .tokens = tokens.items,
        .count = tokens.len,
        .span = markup->blocks[block].span,
        .dialect = NB_DIALECT_NONE,
        .key = key,
        .block = block,
    };
    line.facts = nb_table_facts_of(&line);
    *nb_vec_push(arena, lines) = line;
    return true;
}
