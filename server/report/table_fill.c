#include <string.h>

#include "report/table_build.h"

/* One line, taken apart: labels, then what may be figures. */
typedef struct line_parts {
    uint32_t label;  /* index of the label next to the figures, or NB_VIEW_NONE */
    uint32_t values; /* index of the first token behind it */
    uint32_t figures;
    uint32_t blanks; /* behind the label */
    uint32_t texts;  /* behind the label */
    uint32_t filled; /* tokens that are not blank, in the whole line */
} line_parts;

static line_parts take_apart(const nb_table_line *line)
{
    line_parts parts = {.label = NB_VIEW_NONE};
    for (uint32_t i = 0; i < line->count; i++) {
        const nb_table_token *token = &line->tokens[i];
        parts.filled += token->kind != NB_TOKEN_BLANK;
        if (token->kind == NB_TOKEN_LABEL) {
            parts.label = i;
            parts.values = i + 1;
            parts.figures = parts.texts = parts.blanks = 0;
        }
        parts.blanks += token->kind == NB_TOKEN_BLANK;
        parts.figures += token->kind == NB_TOKEN_FIGURE;
        parts.texts += token->kind == NB_TOKEN_TEXT;
    }
    return parts;
}

enum { WORD_VALUE_BYTES_MAX = 24 };

/* 行政处罚 | 见附件: as many short words as the block has columns stand for its figures. */
static bool is_row_of_words(const nb_table_builder *b, const nb_table_line *line,
                            const line_parts *parts, const nb_word_sense *sense)
{
    const nb_table_token *label = &line->tokens[parts->label];
    if (nb_table_sense(b, label->word, NB_WORD_COLUMN) && !label->has_marker)
        return false;
    uint32_t first = parts->values, end = line->count, spanned = 0;
    while (first < end && line->tokens[first].kind == NB_TOKEN_BLANK)
        first++;
    while (end > first && line->tokens[end - 1].kind == NB_TOKEN_BLANK)
        end--;
    for (uint32_t i = first; i < end; i++) {
        if (line->tokens[i].raw->text.len > WORD_VALUE_BYTES_MAX)
            return false;
        spanned += line->tokens[i].colspan; /* equal cells side by side were put together */
    }
    uint32_t columns = b->table->blocks[sense->block].form->column_count;
    return (end - first == columns || spanned == columns) && b->table->key != NB_TABLE_STATISTICS;
}

/* 总计 and 其他 name a row and a column; figures, numbering or being alone tell which. */
static bool is_row_label(const nb_table_builder *b, const nb_table_line *line,
                         const line_parts *parts)
{
    const nb_table_token *token = &line->tokens[parts->label];
    const nb_word_sense *sense = nb_table_sense(b, token->word, NB_WORD_ROW);
    if (!sense)
        return false;
    /* 其他 ends the header, and a misspelt label stands between it and the figures. */
    if (parts->figures > 0)
        return parts->texts == 0 || !nb_table_sense(b, token->word, NB_WORD_COLUMN);
    if (parts->texts > 0)
        return is_row_of_words(b, line, parts, sense);
    if (!line->grid) /* text has no empty cells: a mark stands in every one */
        return parts->blanks >= b->table->blocks[sense->block].form->column_count;
    return !nb_table_sense(b, token->word, NB_WORD_COLUMN) || token->has_marker ||
           (parts->filled == 1 && b->cursor > 0);
}

static void enter_block(nb_table_builder *b, uint32_t index, nb_span title)
{
    nb_table_block *block = &b->table->blocks[index];
    if (index != b->block) {
        b->block = index;
        b->cursor = 0;
    }
    nb_table_header_reset(b);
    if (nb_span_is_empty(block->title_span))
        block->title_span = title;
}

/* In text a row of words runs into the next label: it is there, its cells cannot be told. */
static void take_row_of_words(nb_table_builder *b, const nb_table_token *label)
{
    uint32_t r = nb_table_row_of_word(b, label->word);
    nb_table_block *block = &b->table->blocks[b->block];
    nb_row *row = &block->rows[r];
    if (row->is_present || label[1].raw->text.len > WORD_VALUE_BYTES_MAX)
        return;
    block->is_present = row->is_present = true;
    row->label_span = label->span;
    row->doubt = NB_ROW_COUNT;
    for (uint32_t c = 0; c < block->form->column_count; c++)
        row->cells[c].state = NB_CELL_UNASSIGNED;
    b->cursor = r + 1;
}

/* Labels that name no row of figures: block titles, groups, header cells, heading rows. */
static void take_context(nb_table_builder *b, const nb_table_line *line, uint32_t end,
                         bool is_header)
{
    bool is_new_line = true;
    for (uint32_t i = 0; i < end; i++) {
        const nb_table_token *token = &line->tokens[i];
        if (token->kind == NB_TOKEN_TEXT && is_header && i > 0 && line->grid) {
            nb_table_header_add(b, line, token, is_new_line);
            is_new_line = false;
        }
        if (token->kind != NB_TOKEN_LABEL)
            continue;
        const nb_word_sense *sense = nb_table_sense(b, token->word, NB_WORD_TITLE);
        if (sense) {
            enter_block(b, sense->block, token->span);
            continue;
        }
        if (nb_table_sense(b, token->word, NB_WORD_CORNER)) {
            if (b->header.is_closed)
                nb_table_header_reset(b);
            continue;
        }
        sense = nb_table_sense(b, token->word, NB_WORD_GROUP);
        if (sense && b->table->key == NB_TABLE_REVIEW)
            b->header.group_mask |= 1u << sense->index;
        sense = nb_table_sense(b, token->word, NB_WORD_COLUMN);
        if (sense) {
            if (sense->block != b->block)
                enter_block(b, sense->block, (nb_span){0});
            nb_table_header_add(b, line, token, is_new_line);
            is_new_line = false;
            continue;
        }
        if (!nb_table_sense(b, token->word, NB_WORD_ROW))
            continue;
        if (i + 1 < end && token[1].kind == NB_TOKEN_TEXT && !line->grid && !is_header) {
            take_row_of_words(b, token);
            continue;
        }
        uint32_t r = nb_table_row_of_word(b, token->word);
        nb_row *row = &b->table->blocks[b->block].rows[r];
        if (b->table->blocks[b->block].form->rows[r].kind == NB_VALUE_NONE && !row->is_present) {
            row->is_present = true;
            row->label_span = token->span;
            b->cursor = r + 1;
        }
    }
}

static bool same_values(const nb_row *a, const nb_cell *cells, uint32_t count)
{
    for (uint32_t c = 0; c < count; c++)
        if (a->cells[c].state != cells[c].state ||
            (cells[c].state == NB_CELL_VALUE && a->cells[c].figure.micro != cells[c].figure.micro))
            return false;
    return true;
}

static void take_row(nb_table_builder *b, const nb_table_line *line, uint32_t r, nb_span label,
                     uint32_t values, nb_row_doubt doubt)
{
    nb_table_block *block = &b->table->blocks[b->block];
    nb_row *row = &block->rows[r];
    uint32_t columns = block->form->column_count;
    bool is_parts = b->table->key == NB_TABLE_REVIEW; /* its row may come in three */
    if (row->is_present && !is_parts && block->form->rows[r].kind != NB_VALUE_NONE) {
        nb_row again = {.form_row = r, .cells = NB_NEW_ARRAY(b->arena, nb_cell, columns)};
        nb_table_assign(b, line, &again, line->tokens + values, line->count - values);
        if (!same_values(row, again.cells, columns)) {
            for (uint32_t c = 0; c < columns; c++)
                row->cells[c].state = NB_CELL_UNASSIGNED;
        }
        row->doubt = NB_ROW_REPEATED;
        return;
    }
    block->is_present = true;
    row->is_present = true;
    row->doubt = doubt;
    row->label_span = label;
    nb_table_assign(b, line, row, line->tokens + values, line->count - values);
    b->cursor = r + 1;
}

static void take_extra(nb_table_builder *b, const nb_table_token *label)
{
    *nb_vec_push(b->arena, &b->extras) = nb_table_extra_of(label, false);
}

/* A line whose label is none of the form's, or that has no label. */
static void take_unknown(nb_table_builder *b, const nb_table_line *line)
{
    uint32_t label = NB_VIEW_NONE, figures = 0, blanks = 0;
    for (uint32_t i = 0; i < line->count; i++) {
        nb_token_kind kind = line->tokens[i].kind;
        if (kind == NB_TOKEN_TEXT && figures == 0)
            label = i;
        figures += kind == NB_TOKEN_FIGURE;
        blanks += kind == NB_TOKEN_BLANK;
    }
    if (b->table->key == NB_TABLE_REVIEW) {
        uint32_t first = label == NB_VIEW_NONE ? 0 : label + 1;
        bool is_row = figures > 0 || (line->grid && label == NB_VIEW_NONE && blanks >= 5);
        if (is_row && b->header.count > 0)
            take_row(b, line, 0, nb_span_of(line->span.start, line->span.start), first,
                     NB_ROW_SURE);
        return;
    }
    if (label == NB_VIEW_NONE || (figures == 0 && !line->grid))
        return;
    const nb_table_token *token = &line->tokens[label];
    uint32_t r = nb_table_row_misspelt(b, token->raw->text);
    if (r != NB_VIEW_NONE)
        take_row(b, line, r, token->span, label + 1, NB_ROW_MISSPELT);
    else if (figures > 0)
        take_extra(b, token);
}

static bool has_column_label(const nb_table_builder *b, const nb_table_line *line)
{
    for (uint32_t i = 0; i < line->count; i++)
        if (line->tokens[i].kind == NB_TOKEN_LABEL &&
            nb_table_sense(b, line->tokens[i].word, NB_WORD_COLUMN))
            return true;
    return false;
}

static void take_line(nb_table_builder *b, const nb_table_line *line)
{
    line_parts parts = take_apart(line);
    if (parts.label == NB_VIEW_NONE) {
        take_unknown(b, line);
        return;
    }
    if (is_row_label(b, line, &parts)) {
        take_context(b, line, parts.label, false);
        const nb_table_token *label = &line->tokens[parts.label];
        uint32_t r = nb_table_row_of_word(b, label->word);
        take_row(b, line, r, label->span, parts.values, NB_ROW_SURE);
        return;
    }
    bool is_header = parts.figures == 0 && has_column_label(b, line);
    take_context(b, line, line->count, is_header);
    bool is_review = b->table->key == NB_TABLE_REVIEW;
    bool is_marked =
        is_review && !line->grid && parts.blanks >= b->table->blocks[0].form->column_count;
    if (parts.figures == 0 && !is_marked)
        return;
    if (is_review) {
        take_row(b, line, 0,
                 nb_span_of(line->tokens[parts.values].span.start,
                            line->tokens[parts.values].span.start),
                 parts.values, NB_ROW_SURE);
        return;
    }
    if (line->tokens[line->count - 1].kind == NB_TOKEN_TEXT || parts.texts > 0)
        take_unknown(b, line);
    else if (!has_column_label(b, line))
        take_extra(b, &line->tokens[parts.label]);
}

/* The blocks of table, whose form is set, with rows and cells of which none is present; the cells
 * of a block are one piece. */
static void allocate(nb_arena *arena, nb_table *table)
{
    table->block_count = table->form->block_count;
    table->blocks = NB_NEW_ARRAY(arena, nb_table_block, table->block_count);
    for (uint32_t i = 0; i < table->block_count; i++) {
        nb_table_block *block = &table->blocks[i];
        block->form = &table->form->blocks[i];
        block->columns_sure = true;
        block->rows = NB_NEW_ARRAY(arena, nb_row, block->form->row_count);
        block->header_spans = NB_NEW_ARRAY(arena, nb_span, block->form->column_count);
        nb_cell *cells =
            NB_NEW_ARRAY(arena, nb_cell, block->form->row_count * block->form->column_count);
        for (uint32_t r = 0; r < block->form->row_count; r++) {
            block->rows[r].form_row = r;
            block->rows[r].cells = cells + r * block->form->column_count;
        }
    }
}

static const char *reason_of(const nb_row *row, const nb_table_block *block)
{
    if (row->doubt == NB_ROW_GLUED)
        return "glued";
    return block->columns_sure ? "cell-count" : "columns";
}

static void judge(nb_table *table)
{
    table->is_assigned = true;
    for (uint32_t i = 0; i < table->block_count; i++) {
        const nb_table_block *block = &table->blocks[i];
        for (uint32_t r = 0; r < block->form->row_count; r++) {
            const nb_row *row = &block->rows[r];
            if (!row->is_present || block->form->rows[r].kind == NB_VALUE_NONE)
                continue;
            for (uint32_t c = 0; c < block->form->column_count; c++) {
                if (row->cells[c].state != NB_CELL_UNASSIGNED)
                    continue;
                table->is_assigned = false;
                if (!table->reason)
                    table->reason = reason_of(row, block);
            }
        }
    }
}

void nb_table_fill(nb_arena *arena, nb_table *table, const nb_table_line *lines,
                   const uint32_t *indices, uint32_t count)
{
    allocate(arena, table);
    nb_table_builder b = {.arena = arena, .table = table};
    for (uint32_t i = 0; i < count; i++)
        take_line(&b, &lines[indices[i]]);
    nb_table_header_resolve(&b);
    table->extras = b.extras.items;
    table->extra_count = b.extras.len;
    judge(table);
    table->hash = nb_table_hash(table);
}
