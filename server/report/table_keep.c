#include "report/table_lines.h"

/*
 * What the finding of tables takes over from the reading before: the lines of grids, and which
 * prose has none of the labels that every table begins with.
 */

typedef enum anchor_note {
    NOT_LOOKED_FOR,
    NO_ANCHOR,
    HAS_ANCHOR,
} anchor_note;

/* The block before that a block is, or NB_VIEW_NONE. */
static uint32_t block_before(const nb_reading *reading, uint32_t block, uint32_t *shift)
{
    return reading->before ? nb_block_before(&reading->pairs, block, shift) : NB_VIEW_NONE;
}

/* The token of the same cell, which has the same content as the one before. */
static nb_table_token moved_token(const nb_table_token *before, const nb_grid *grid)
{
    const nb_grid_cell *cell = &grid->cells[before->cell];
    nb_table_token token = *before;
    token.raw = cell->text;
    token.span = cell->span;
    token.figure = nb_table_figure_in(&before->figure, before->raw.text, cell->text.text);
    return token;
}

uint32_t nb_table_grid_before(const nb_reading *reading, uint32_t block, uint32_t *shift)
{
    uint32_t was = block_before(reading, block, shift);
    if (was == NB_VIEW_NONE ||
        reading->before->block_notes[was].follows != reading->block_notes[block].follows)
        return NB_VIEW_NONE;
    return was;
}

bool nb_table_lines_take_over(nb_arena *arena, nb_reading *reading, uint32_t block,
                              nb_table_key before, nb_table_line_vec *lines)
{
    reading->block_notes[block].follows = (uint8_t)before;
    uint32_t shift, was = nb_table_grid_before(reading, block, &shift);
    if (was == NB_VIEW_NONE)
        return false;
    const nb_grid *grid = reading->markup->blocks[block].grid;
    const nb_grid *grid_was = reading->before->markup->blocks[was].grid;
    const nb_table_areas *areas = &reading->before->areas;
    nb_table_token *tokens = nb_arena_alloc(arena, grid->cell_count * sizeof *tokens);
    uint32_t i = nb_table_line_at(areas, was);
    for (; i < areas->line_count && areas->lines[i].grid == grid_was; i++) {
        nb_table_line line = areas->lines[i];
        for (uint32_t k = 0; k < line.count; k++)
            tokens[k] = moved_token(&line.tokens[k], grid);
        line.tokens = tokens;
        line.span = nb_span_of(line.span.start + shift, line.span.end + shift);
        line.grid = grid;
        line.block = block;
        *nb_vec_push(arena, lines) = line;
        tokens += line.count;
    }
    return true;
}

nb_known_cells nb_table_known_cells(nb_arena *arena, const nb_reading *reading, uint32_t block)
{
    const nb_block_pairs *pairs = &reading->pairs;
    const nb_reading *before = reading->before;
    if (!before || block < pairs->head || block >= before->markup->block_count - pairs->tail)
        return (nb_known_cells){0};
    const nb_grid *grid = before->markup->blocks[block].grid;
    if (!grid)
        return (nb_known_cells){0};
    const nb_table_token **tokens = NB_NEW_ARRAY(arena, const nb_table_token *, grid->cell_count);
    const nb_table_areas *areas = &before->areas;
    uint32_t i = nb_table_line_at(areas, block);
    for (; i < areas->line_count && areas->lines[i].grid == grid; i++)
        for (uint32_t k = 0; k < areas->lines[i].count; k++)
            tokens[areas->lines[i].tokens[k].cell] = &areas->lines[i].tokens[k];
    return (nb_known_cells){tokens, grid->cell_count};
}

nb_view nb_table_anchor_text(const nb_markup *markup, uint32_t block)
{
    const nb_block *b = &markup->blocks[block];
    if (markup->kind == NB_SOURCE_TEXT)
        return nb_view_sub(markup->text, b->span.start, b->span.end);
    bool is_prose = b->kind == NB_BLOCK_PARAGRAPH || b->kind == NB_BLOCK_HEADING;
    return is_prose ? b->text.text : (nb_view){0};
}

static bool has_anchor(nb_reading *reading, const nb_needles *anchors, uint32_t block)
{
    nb_block_note *note = &reading->block_notes[block];
    uint32_t shift, was = block_before(reading, block, &shift), at = 0;
    if (was != NB_VIEW_NONE)
        note->anchor = reading->before->block_notes[was].anchor;
    if (note->anchor == NOT_LOOKED_FOR) {
        nb_view text = nb_table_anchor_text(reading->markup, block);
        note->anchor = nb_needles_next(anchors, text, &at) == NB_VIEW_NONE ? NO_ANCHOR : HAS_ANCHOR;
    }
    return note->anchor == HAS_ANCHOR;
}

uint32_t nb_table_anchored_block(nb_reading *reading, const nb_needles *anchors, uint32_t first,
                                 uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (has_anchor(reading, anchors, i))
            return i;
    return NB_VIEW_NONE;
}
