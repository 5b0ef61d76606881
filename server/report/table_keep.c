#include "nb/base/bug.h"
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
    uint32_t i = nb_table_line_at(areas, was);
    for (; i < areas->line_count && areas->lines[i].grid == grid_was; i++) {
        nb_table_line line = areas->lines[i];
        line.tokens = NULL;
        line.span = nb_span_of(line.span.start + shift, line.span.end + shift);
        line.grid = grid;
        line.block = block;
        *nb_vec_push(arena, lines) = line;
    }
    return true;
}

void nb_table_tokens_read(nb_arena *arena, const nb_reading *reading, const nb_table_line *line)
{
    const nb_table_areas *areas = &reading->areas;
    nb_table_key before = (nb_table_key)reading->block_notes[line->block].follows;
    nb_table_line_vec lines = {0};
    nb_table_lines_of_grid(arena, line->grid, line->block, before, &lines);
    uint32_t first = nb_table_line_at(areas, line->block);
    for (uint32_t i = 0; i < lines.len; i++) {
        NB_BUG_ON(areas->lines[first + i].grid != line->grid, "a grid has the same lines again");
        areas->lines[first + i].tokens = lines.items[i].tokens;
    }
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
