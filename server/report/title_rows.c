#include "report/title_rows.h"

#include <string.h>

#include "nb/text/fold.h"
#include "report/form_words.h"
#include "report/reader.h"

/*
 * Where tables stand without a blank line between them and the headings, or a page is laid out as
 * one table, the title of a part is a row of a grid. Such a grid is parted at its title rows, so
 * that titles are paragraphs and every table is a grid, whatever the dialect.
 */

enum { TITLE_BYTES_MIN = 12, TITLE_BYTES_MAX = 150, PROSE_BYTES_MIN = 60 };

typedef enum row_kind {
    ROW_OF_TABLE,
    ROW_TITLE,
    ROW_PROSE, /* a sentence alone in its row: text, if the grid has titles as well */
} row_kind;

/* The one cell of the row that is not empty; NULL if there is none, or more. */
static const nb_grid_cell *lone_cell(const nb_grid *grid, uint32_t row)
{
    const nb_grid_cell *found = NULL;
    for (uint32_t i = grid->row_first[row]; i < grid->row_first[row + 1]; i++) {
        if (grid->cells[i].text.text.len == 0)
            continue;
        if (found)
            return NULL;
        found = &grid->cells[i];
    }
    return found;
}

/* 一、主动公开情况 is a part in some reports, but in a grid a group of rows of the form of 2014. */
static bool is_group_of_statistics(nb_view title)
{
    const nb_word *word = nb_word_find(title);
    for (uint32_t i = 0; word && i < word->sense_count; i++)
        if (nb_word_senses[word->first_sense + i].table == NB_TABLE_STATISTICS)
            return true;
    return false;
}

/* The wording of a part of the forms; with 一、 in front, whatever is told by its key words. */
static bool is_title(nb_arena *arena, nb_view text)
{
    nb_view folded = nb_fold_view(arena, text, NB_FOLD_TRADITIONAL);
    nb_numbering n = {.style = NB_NUMBER_NONE};
    nb_view title = nb_heading_bare(folded, &n);
    if (nb_form_is_label(folded) || nb_form_is_label(title) || is_group_of_statistics(title))
        return false;
    if (nb_title_match_form(arena, title, n.number, nb_form_get(NB_FORM_2021)).is_official ||
        nb_title_match_form(arena, title, n.number, nb_form_get(NB_FORM_2019)).is_official)
        return true;
    bool is_numbered = n.style == NB_NUMBER_HAN || n.style == NB_NUMBER_CHAPTER;
    return is_numbered && nb_title_key(title, n.number) != NB_SECTION_NONE &&
           nb_match_ends(title, "情况|事项|措施|举措|概述|概况");
}

static row_kind kind_of(nb_arena *arena, const nb_grid *grid, uint32_t row)
{
    const nb_grid_cell *cell = lone_cell(grid, row);
    if (!cell || cell->text.text.len < TITLE_BYTES_MIN)
        return ROW_OF_TABLE;
    nb_view text = cell->text.text;
    if (text.len <= TITLE_BYTES_MAX && is_title(arena, text))
        return ROW_TITLE;
    return text.len >= PROSE_BYTES_MIN && nb_view_contains(text, NB_V("。")) ? ROW_PROSE
                                                                             : ROW_OF_TABLE;
}

/* NULL if no row of the grid is a title. */
static row_kind *kinds_of(nb_arena *arena, const nb_grid *grid)
{
    row_kind *kinds = NULL;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        row_kind kind = kind_of(arena, grid, row);
        if (kind != ROW_TITLE)
            continue;
        if (!kinds)
            kinds = NB_NEW_ARRAY(arena, row_kind, grid->row_count);
        kinds[row] = kind;
    }
    for (uint32_t row = 0; kinds && row < grid->row_count; row++)
        if (kinds[row] == ROW_OF_TABLE)
            kinds[row] = kind_of(arena, grid, row);
    return kinds;
}

typedef NB_VEC(nb_block) block_vec;

static void add_paragraph(nb_arena *arena, const nb_grid *grid, uint32_t row, block_vec *blocks)
{
    const nb_grid_cell *cell = lone_cell(grid, row);
    *nb_vec_push(arena, blocks) = (nb_block){.kind = NB_BLOCK_PARAGRAPH,
                                             .is_first_in_line = true,
                                             .span = cell->span,
                                             .text = cell->text};
}

/* Rows [first, end) as a grid of their own. */
static void add_rows(nb_arena *arena, const nb_grid *grid, uint32_t first, uint32_t end,
                     block_vec *blocks)
{
    nb_grid_room room = {0};
    nb_grid_builder *b = nb_grid_begin(arena, &room, grid->dialect, grid->keeps_rows,
                                       grid->keeps_blanks, grid->keeps_columns);
    const nb_grid_cell *cells = grid->cells + grid->row_first[first];
    uint32_t count = grid->row_first[end] - grid->row_first[first];
    for (uint32_t row = first; row < end; row++) {
        nb_grid_row(b);
        for (uint32_t i = grid->row_first[row]; i < grid->row_first[row + 1]; i++) {
            const nb_grid_cell *cell = &grid->cells[i];
            uint32_t rows_left = end - row;
            nb_grid_cell_add(b, &cell->text, cell->span,
                             cell->rowspan < rows_left ? cell->rowspan : rows_left, cell->colspan);
        }
    }
    if (!count)
        return;
    const nb_grid *part = nb_grid_end(b, nb_span_union(cells[0].span, cells[count - 1].span));
    if (part)
        *nb_vec_push(arena, blocks) = (nb_block){
            .kind = NB_BLOCK_GRID, .is_first_in_line = true, .span = part->span, .grid = part};
}

static void part_grid(nb_arena *arena, const nb_grid *grid, const row_kind *kinds,
                      block_vec *blocks)
{
    uint32_t first = 0;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (kinds[row] == ROW_OF_TABLE)
            continue;
        if (first < row)
            add_rows(arena, grid, first, row, blocks);
        add_paragraph(arena, grid, row, blocks);
        first = row + 1;
    }
    if (first < grid->row_count)
        add_rows(arena, grid, first, grid->row_count, blocks);
}

const nb_markup *nb_title_rows_part(nb_arena *arena, const nb_markup *markup)
{
    block_vec blocks = {0};
    uint32_t copied = 0; /* blocks of markup that are in blocks, if any grid was parted */
    for (uint32_t i = 0; i < markup->block_count; i++) {
        const nb_grid *grid = markup->blocks[i].grid;
        row_kind *kinds = grid ? kinds_of(arena, grid) : NULL;
        if (!kinds)
            continue;
        for (; copied < i; copied++)
            *nb_vec_push(arena, &blocks) = markup->blocks[copied];
        part_grid(arena, grid, kinds, &blocks);
        copied = i + 1;
    }
    if (!copied)
        return markup;
    for (; copied < markup->block_count; copied++)
        *nb_vec_push(arena, &blocks) = markup->blocks[copied];
    nb_markup *parted = NB_NEW(arena, nb_markup);
    *parted = *markup;
    parted->blocks = blocks.items;
    parted->block_count = blocks.len;
    return parted;
}
