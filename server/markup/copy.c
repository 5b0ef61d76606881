#include "markup/turns.h"

#include <string.h>

/* Blocks of the text before as blocks of the text now: nothing in them may point at the old. */
typedef struct mover {
    nb_arena *arena;
    nb_view before;
    const char *now;
    uint32_t shift;
} mover;

static inline void move_text(const mover *m, nb_mapped *text)
{
    if (!text->text.ptr) /* of no place */
        return;
    size_t at = (uintptr_t)text->text.ptr - (uintptr_t)m->before.ptr;
    if (text->map || at + text->text.len > m->before.len) {
        *text = nb_mapped_move(m->arena, text, m->shift);
        return;
    }
    text->base += m->shift;
    text->text.ptr = m->now + (uint32_t)(at + m->shift);
}

static inline void move_span(const mover *m, nb_span *span)
{
    span->start += m->shift;
    span->end += m->shift;
}

static const nb_grid *copy_grid(const mover *m, const nb_grid *grid)
{
    nb_grid_cell *cells;
    nb_grid *copy = nb_grid_copy(m->arena, grid, &cells);
    for (uint32_t i = 0; i < grid->cell_count; i++) {
        move_text(m, &cells[i].text);
        move_span(m, &cells[i].span);
    }
    move_span(m, &copy->span);
    copy->before = grid;
    return copy;
}

/* Room for the blocks in one piece: most often all come, and a few are new. */
static void reserve(nb_source *s, uint32_t count)
{
    if (s->blocks.cap - s->blocks.len >= count)
        return;
    uint32_t cap = s->blocks.len + count + 64;
    nb_block *items = nb_arena_alloc(s->arena, (size_t)cap * sizeof *items);
    if (s->blocks.len)
        memcpy(items, s->blocks.items, s->blocks.len * sizeof *items);
    s->blocks.items = items;
    s->blocks.cap = cap;
}

void nb_blocks_copy(nb_source *s, const nb_trail *before, uint32_t first, uint32_t end,
                    uint32_t shift)
{
    const mover m = {s->arena, before->text, s->text.ptr, shift};
    reserve(s, before->block_count - first);
    nb_block *items = s->blocks.items + s->blocks.len;
    for (uint32_t i = first; i < end; i++, items++) {
        *items = before->blocks[i];
        move_span(&m, &items->span);
        move_text(&m, &items->text);
        if (items->grid)
            items->grid = copy_grid(&m, items->grid);
    }
    s->blocks.len += end - first;
}
