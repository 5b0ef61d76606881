#include "nb/markup/pairs.h"

static bool same_span(nb_span before, nb_span now, uint32_t shift)
{
    return before.start + shift == now.start && before.end + shift == now.end;
}

static bool same_offsets(const uint32_t *before, const uint32_t *now, uint32_t count,
                         uint32_t shift)
{
    uint32_t differing = 0; /* no way out of the loop, so that it runs over many at once */
    for (uint32_t i = 0; i < count; i++)
        differing |= (before[i] + shift) ^ now[i];
    return differing == 0;
}

static bool same_mapped(const nb_mapped *before, const nb_mapped *now, uint32_t shift)
{
    return nb_mapped_same_places(before, now, shift) && nb_view_eq(before->text, now->text);
}

static bool same_cell(const nb_grid_cell *before, const nb_grid_cell *now, uint32_t shift)
{
    return before->row == now->row && before->column == now->column &&
           before->rowspan == now->rowspan && before->colspan == now->colspan &&
           same_span(before->span, now->span, shift) &&
           same_mapped(&before->text, &now->text, shift);
}

static bool same_grid(const nb_grid *before, const nb_grid *now, uint32_t shift)
{
    if (!before != !now)
        return false;
    if (!now)
        return true;
    if (now->before == before)
        return same_span(before->span, now->span, shift);
    if (before->dialect != now->dialect || !same_span(before->span, now->span, shift) ||
        before->cell_count != now->cell_count || before->row_count != now->row_count ||
        before->column_count != now->column_count || before->keeps_rows != now->keeps_rows ||
        before->keeps_blanks != now->keeps_blanks || before->keeps_columns != now->keeps_columns ||
        !same_offsets(before->row_first, now->row_first, now->row_count + 1, 0))
        return false;
    for (uint32_t i = 0; i < now->cell_count; i++)
        if (!same_cell(&before->cells[i], &now->cells[i], shift))
            return false;
    return true;
}

/* Also what was dropped on the way to the content, such as a tag or a blank. */
static bool same_source(nb_view before, nb_view now, nb_span span, uint32_t shift)
{
    nb_view a = nb_view_sub(before, span.start - shift, span.end - shift);
    return nb_view_eq(a, nb_view_sub(now, span.start, span.end));
}

static bool same_block(const nb_markup *before, uint32_t i, const nb_markup *now, uint32_t k,
                       uint32_t shift)
{
    const nb_block *a = &before->blocks[i], *b = &now->blocks[k];
    return a->kind == b->kind && a->level == b->level &&
           a->is_first_in_line == b->is_first_in_line && same_span(a->span, b->span, shift) &&
           same_mapped(&a->text, &b->text, shift) && same_grid(a->grid, b->grid, shift) &&
           same_source(before->text, now->text, b->span, shift) &&
           same_source(before->text, now->text, nb_mapped_whole(&b->text), shift);
}

nb_block_pairs nb_blocks_pair(const nb_markup *before, const nb_markup *now)
{
    nb_block_pairs pairs = {.before = before, .count = now->block_count};
    if (!before || before->kind != now->kind)
        return pairs;
    uint32_t most = before->block_count < now->block_count ? before->block_count : now->block_count;
    while (pairs.head < most && same_block(before, pairs.head, now, pairs.head, 0))
        pairs.head++;
    pairs.shift = now->text.len - before->text.len;
    while (pairs.head + pairs.tail < most &&
           same_block(before, before->block_count - pairs.tail - 1, now,
                      now->block_count - pairs.tail - 1, pairs.shift))
        pairs.tail++;
    return pairs;
}

bool nb_span_now(const nb_block_pairs *pairs, nb_span before, nb_span *now)
{
    const nb_markup *markup = pairs->before;
    *now = before;
    if (pairs->head > 0 && before.end <= markup->blocks[pairs->head - 1].span.end)
        return true;
    if (pairs->tail == 0 ||
        before.start < markup->blocks[markup->block_count - pairs->tail].span.start)
        return false;
    *now = nb_span_of(before.start + pairs->shift, before.end + pairs->shift);
    return true;
}
