#include "markup/source.h"

#include <stdlib.h>

/* Only blanks between the line start and the place. */
static bool is_first_in_line(nb_view text, uint32_t at)
{
    for (;;) {
        if (at == 0 || text.ptr[at - 1] == '\n' || text.ptr[at - 1] == '\r')
            return true;
        uint32_t blank = nb_blank_before(text, 0, at);
        if (!blank)
            return false;
        at -= blank;
    }
}

static void add(nb_source *s, nb_block block)
{
    block.is_first_in_line = is_first_in_line(s->text, block.span.start);
    *nb_vec_push(s->arena, &s->blocks) = block;
}

void nb_source_add(nb_source *s, nb_block_kind kind, uint32_t level, nb_span span, nb_mapped text)
{
    add(s, (nb_block){.kind = kind, .level = (uint8_t)level, .span = span, .text = text});
}

void nb_source_add_grid(nb_source *s, const nb_grid *grid)
{
    if (!grid)
        return;
    add(s, (nb_block){
               .kind = NB_BLOCK_GRID,
               .span = grid->span,
               .text = nb_mapped_identity(s->text, nb_span_of(grid->span.start, grid->span.start)),
               .grid = grid});
}

void nb_source_add_paragraph(nb_source *s, const nb_line *line)
{
    if (nb_line_is_blank(line))
        return;
    nb_span content = nb_span_of(line->first, line->last);
    nb_source_add(s, NB_BLOCK_PARAGRAPH, 0, content, nb_mapped_identity(s->text, content));
}

static int by_start(const void *a, const void *b)
{
    const nb_block *x = a;
    const nb_block *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    return 0;
}

static bool overlaps(nb_span a, nb_span b)
{
    return a.start < b.end && b.start < a.end;
}

/* The next grid at or behind i, or len. */
static uint32_t next_grid(const nb_block *items, uint32_t len, uint32_t i)
{
    while (i < len && items[i].kind != NB_BLOCK_GRID)
        i++;
    return i;
}

/* HTML parsers move text that stands in a table outside of its cells in front of it. */
bool nb_source_settle(nb_source *s, uint32_t first)
{
    if (s->blocks.len - first < 2)
        return false;
    nb_block *items = s->blocks.items + first;
    uint32_t len = s->blocks.len - first;
    bool is_settled = true;
    for (uint32_t i = 1; i < len && is_settled; i++)
        is_settled = items[i - 1].span.end <= items[i].span.start;
    if (is_settled)
        return false;
    qsort(items, len, sizeof *items, by_start);
    uint32_t kept = 0;
    uint32_t end = 0;
    uint32_t grid = next_grid(items, len, 0);
    for (uint32_t i = 0; i < len; i++) {
        if (i > grid)
            grid = next_grid(items, len, i);
        bool covers_grid = i < grid && grid < len && overlaps(items[i].span, items[grid].span);
        if (items[i].span.start < end || covers_grid)
            continue;
        end = items[i].span.end;
        items[kept++] = items[i];
    }
    s->blocks.len = first + kept;
    return true;
}
