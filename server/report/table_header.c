#include <string.h>

#include "nb/text/fold.h"
#include "report/table_build.h"

enum { REVIEW_PART_COLUMNS = 5 };

static const nb_form_block *block_of(const nb_table_builder *b)
{
    return b->table->blocks[b->block].form;
}

void nb_table_header_reset(nb_table_builder *b)
{
    memset(&b->header, 0, sizeof b->header);
}

void nb_table_header_add(nb_table_builder *b, const nb_table_line *line,
                         const nb_table_token *token, bool is_new_line)
{
    nb_table_header *h = &b->header;
    if (h->is_closed) {
        uint32_t groups = h->group_mask;
        nb_table_header_reset(b);
        h->group_mask = groups;
    }
    if (h->count == NB_TABLE_COLUMNS_MAX)
        return;
    if (is_new_line && h->count > 0)
        h->line_count++;
    h->grid = line->grid;
    h->line[h->count] = (uint8_t)h->line_count;
    h->tokens[h->count++] = token;
}

/* A header cell that names no column of figures. */
static bool is_ignored(nb_view text)
{
    static const char *const labels[] = {"单位", "计量单位", "备注", "说明",
                                         "序号", "编号",     "项目"};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (nb_view_eq(text, nb_view_of(labels[i])))
            return true;
    return text.len == 0;
}

/* Cells that stand in every header line they span, as converters write them. */
static void drop_repeated(nb_table_header *h, uint32_t column_count)
{
    uint32_t labels = 0, kept = 0;
    for (uint32_t i = 0; i < h->count; i++)
        labels += h->tokens[i]->kind == NB_TOKEN_LABEL;
    if (!h->grid || !h->grid->keeps_columns || labels <= column_count)
        return;
    for (uint32_t i = 0; i < h->count; i++) {
        bool is_repeated = false;
        for (uint32_t k = 0; k < kept && !is_repeated; k++)
            is_repeated = h->line[k] != h->line[i] &&
                          h->tokens[k]->column == h->tokens[i]->column &&
                          nb_view_eq(h->tokens[k]->raw->text, h->tokens[i]->raw->text);
        if (is_repeated)
            continue;
        h->tokens[kept] = h->tokens[i];
        h->line[kept++] = h->line[i];
    }
    h->count = kept;
}

/* Where merged cells were dropped two header cells share a place: then places say nothing. */
static bool are_columns_apart(const nb_table_header *h)
{
    for (uint32_t i = 1; i < h->count; i++)
        for (uint32_t k = 0; k < i; k++)
            if (h->tokens[i]->column == h->tokens[k]->column)
                return false;
    return true;
}

/* Header cells from left to right, as the grid's columns say. */
static void sort_by_column(nb_table_header *h)
{
    for (uint32_t i = 1; i < h->count; i++)
        for (uint32_t k = i; k > 0 && h->tokens[k]->column < h->tokens[k - 1]->column; k--) {
            const nb_table_token *token = h->tokens[k];
            uint8_t line = h->line[k];
            h->tokens[k] = h->tokens[k - 1];
            h->line[k] = h->line[k - 1];
            h->tokens[k - 1] = token;
            h->line[k - 1] = line;
        }
}

/* Where the part begins that the header shows: table 四 may come in three tables of five columns.
 */
static uint32_t base_of(const nb_table_builder *b, uint32_t found)
{
    uint32_t mask = b->header.group_mask, columns = block_of(b)->column_count;
    if (b->table->key != NB_TABLE_REVIEW || found >= columns || mask == 0 || (mask & 1u))
        return 0;
    uint32_t base = 0;
    for (uint32_t i = 0; i < columns; i++)
        if (mask & (1u << i))
            base = i;
    return base + found > columns ? columns - found : base;
}

static uint32_t form_column(const nb_table_builder *b, const nb_word *word)
{
    const nb_word_sense *sense = nb_table_sense(b, word, NB_WORD_COLUMN);
    return sense ? sense->index : NB_VIEW_NONE;
}

/* A header label one or two characters off. */
static uint32_t misspelt_column(nb_table_builder *b, nb_view text, const bool *is_found)
{
    const nb_form_block *block = block_of(b);
    if (b->searches++ >= NB_TABLE_SEARCHES_MAX)
        return NB_VIEW_NONE;
    nb_view folded = nb_fold_view(b->arena, text, NB_WORD_FOLD);
    for (uint32_t c = 0; c < block->column_count; c++) {
        nb_view label = nb_view_of(block->columns[c].label);
        if (is_found[c] || label.len < 12)
            continue;
        label = nb_fold_view(b->arena, label, NB_WORD_FOLD);
        if (label.len < 12)
            continue;
        uint32_t limit = label.len >= 18 ? 2 : 1;
        if (nb_fold_distance(folded, label, limit) <= limit)
            return c;
    }
    return NB_VIEW_NONE;
}

static void note_column(nb_table_builder *b, uint32_t column, const nb_table_token *token,
                        bool *is_found)
{
    nb_table_block *block = &b->table->blocks[b->block];
    is_found[column] = true;
    b->header.column[column] = token->column;
    b->header.colspan[column] = token->colspan;
    if (nb_span_is_empty(block->header_spans[column]))
        block->header_spans[column] = token->span;
}

/* Columns that are named; what is left of the header goes to others. */
static uint32_t find_named(nb_table_builder *b, bool *is_found, const nb_table_token **others,
                           uint32_t *other_count)
{
    nb_table_header *h = &b->header;
    uint32_t found = 0, repeated = 0;
    bool is_review = b->table->key == NB_TABLE_REVIEW;
    uint32_t labels = 0;
    for (uint32_t i = 0; i < h->count; i++)
        labels += h->tokens[i]->kind == NB_TOKEN_LABEL;
    uint32_t base = is_review ? base_of(b, labels) : 0;
    for (uint32_t i = 0; i < h->count; i++) {
        const nb_table_token *token = h->tokens[i];
        uint32_t column = NB_VIEW_NONE;
        if (token->kind == NB_TOKEN_LABEL) {
            column = is_review ? base + repeated++ : form_column(b, token->word);
            if (is_review && column >= block_of(b)->column_count)
                column = NB_VIEW_NONE;
        } else if (!is_ignored(token->raw->text)) {
            column = misspelt_column(b, token->raw->text, is_found);
        }
        if (column != NB_VIEW_NONE && !is_found[column]) {
            note_column(b, column, token, is_found);
            found++;
        } else if (!is_ignored(token->raw->text)) {
            others[(*other_count)++] = token;
        }
    }
    h->base = base;
    return found;
}

/*
 * 数据1 … 数据6 总计: as many header cells as the form has columns, and those that are named stand
 * at their place.
 */
static bool fits_by_position(const nb_table_builder *b)
{
    const nb_table_header *h = &b->header;
    uint32_t skip = h->count == block_of(b)->column_count + 1 ? 1 : 0;
    if (h->count != block_of(b)->column_count + skip)
        return false;
    for (uint32_t i = skip; i < h->count; i++) {
        if (h->tokens[i]->kind != NB_TOKEN_LABEL)
            continue;
        uint32_t column = form_column(b, h->tokens[i]->word);
        if (column != NB_VIEW_NONE && column != i - skip)
            return false;
    }
    return true;
}

/*
 * The order that the header gives to figures without columns. In the official header 自然人 and
 * 总计 stand over the line of 商业企业 … 其他, so that the text has 总计 second; any other order on
 * one line is meant as it stands.
 */
static void read_order(nb_table_builder *b)
{
    static const uint8_t official[] = {0, 6, 1, 2, 3, 4, 5};
    nb_table_header *h = &b->header;
    uint32_t found = 0, columns = block_of(b)->column_count;
    uint8_t order[NB_TABLE_COLUMNS_MAX];
    bool is_rising = true, is_official = columns == sizeof official;
    for (uint32_t i = 0; i < h->count; i++) {
        if (h->tokens[i]->kind != NB_TOKEN_LABEL)
            continue;
        uint32_t column = form_column(b, h->tokens[i]->word);
        if (column == NB_VIEW_NONE)
            continue;
        is_rising &= found == 0 || order[found - 1] < column;
        is_official &= found < sizeof official && official[found] == column;
        order[found++] = (uint8_t)column;
    }
    if (is_rising || is_official)
        return;
    bool is_plain = h->line[0] == h->line[h->count - 1] || (h->grid && h->grid->keeps_columns);
    h->is_disordered = found != columns || !is_plain;
    for (uint32_t c = 0; c < columns && !h->is_disordered; c++)
        h->order[c] = order[c];
}

static void note_extras(nb_table_builder *b, const nb_table_token *const *others, uint32_t count,
                        uint32_t first_column)
{
    nb_table_block *block = &b->table->blocks[b->block];
    for (uint32_t i = 0; i < count; i++) {
        if (others[i]->column < first_column)
            continue;
        b->header.has_extra = true;
        block->has_extra_columns = true;
        *nb_vec_push(b->arena, &b->extras) = nb_table_extra_of(others[i], true);
    }
}

void nb_table_header_resolve(nb_table_builder *b)
{
    nb_table_header *h = &b->header;
    const nb_form_block *form = block_of(b);
    bool is_found[NB_TABLE_COLUMNS_MAX] = {false};
    const nb_table_token *others[NB_TABLE_COLUMNS_MAX];
    uint32_t other_count = 0;
    if (h->is_resolved)
        return;
    h->is_resolved = true;
    h->width = form->column_count;
    for (uint32_t c = 0; c < NB_TABLE_COLUMNS_MAX; c++) {
        h->column[c] = NB_NO_COLUMN;
        h->order[c] = (uint8_t)c;
    }
    if (h->count == 0)
        return;
    drop_repeated(h, form->column_count);
    bool keeps_columns = h->grid && h->grid->keeps_columns && are_columns_apart(h);
    if (keeps_columns)
        sort_by_column(h);
    if (b->table->key != NB_TABLE_REVIEW)
        read_order(b);
    uint32_t found = find_named(b, is_found, others, &other_count);
    if (b->table->key == NB_TABLE_REVIEW) {
        /* Parts of it have five columns; else a label is lost, and only the full count tells. */
        bool is_whole = found > 0 && found % REVIEW_PART_COLUMNS == 0;
        h->width = is_whole ? found : form->column_count;
        h->base = is_whole ? h->base : 0;
        h->has_columns = keeps_columns && is_whole;
        return;
    }
    if (found < form->column_count && fits_by_position(b))
        return;
    h->has_columns = keeps_columns && found == form->column_count;
    if (found == form->column_count) {
        uint32_t first = UINT16_MAX;
        for (uint32_t c = 0; c < form->column_count; c++)
            if (h->column[c] < first)
                first = h->column[c];
        note_extras(b, others, other_count, keeps_columns ? first : UINT32_MAX);
        return;
    }
    /* Some are not there: only a grid with columns tells which figures are whose. */
    if (keeps_columns && found > 0 && other_count == 0) {
        h->has_columns = true;
        for (uint32_t c = 0; c < form->column_count; c++)
            h->is_missing[c] = !is_found[c];
    }
}
