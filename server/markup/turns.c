#include "markup/turns.h"

#include <string.h>

/* ---- what has changed ---- */

static bool same_span(nb_span before, nb_span now, uint32_t shift)
{
    return before.start + shift == now.start && before.end + shift == now.end;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Where other lines are hidden than before, the text counts as another one. */
static void end_at_hidden(nb_change *change, const nb_trail *before, uint32_t text_len,
                          const nb_span *hidden, uint32_t count)
{
    const nb_span *old = before->hidden;
    uint32_t old_count = before->hidden_count;
    uint32_t most = least(old_count, count);
    uint32_t head = 0;
    while (head < most && same_span(old[head], hidden[head], 0))
        head++;
    if (head < old_count)
        change->head = least(change->head, old[head].start);
    if (head < count)
        change->head = least(change->head, hidden[head].start);
    uint32_t tail = 0;
    while (tail < most &&
           same_span(old[old_count - tail - 1], hidden[count - tail - 1], change->shift))
        tail++;
    if (tail < old_count)
        change->tail = least(change->tail, before->text.len - old[old_count - tail - 1].end);
    if (tail < count)
        change->tail = least(change->tail, text_len - hidden[count - tail - 1].end);
}

nb_change nb_trail_change(const nb_trail *before, nb_view text, const nb_span *hidden,
                          uint32_t count)
{
    nb_change change = nb_change_find(before->text, text);
    end_at_hidden(&change, before, text.len, hidden, count);
    change.head -= least(change.head, NB_NEAR);
    change.tail -= least(change.tail, NB_NEAR);
    return change;
}

/* ---- marks ---- */

static uint32_t look_end(const nb_source *s)
{
    if (s->look->line >= s->line_count)
        return UINT32_MAX;
    uint32_t next = s->lines[s->look->line].next;
    return s->look->end > next ? s->look->end : next;
}

static void close_mark(nb_source *s)
{
    s->turns->marks.items[s->turns->marks.len - 1].looked = look_end(s);
}

static void set_mark(nb_source *s, uint32_t i)
{
    *s->look = (nb_look){.line = i};
    *nb_vec_push(s->arena, &s->turns->marks) = (nb_mark){
        .start = s->lines[i].start,
        .line = i,
        .block_count = s->blocks.len,
        .lacks_comment_end = s->lacks_comment_end,
        .lacks_table_end = s->lacks_table_end,
        .open = s->open,
    };
}

/* The next mark of the text before, where it would stand now, or UINT32_MAX. */
static uint32_t next_before(const nb_turns *turns)
{
    const nb_trail *before = turns->before;
    return before && turns->next_before < before->mark_count
               ? before->marks[turns->next_before].start + turns->change.shift
               : UINT32_MAX;
}

static void set_stop(nb_turns *turns)
{
    uint32_t next = turns->marks.items[turns->marks.len - 1].start + NB_MARK_BYTES;
    turns->stop = least(next, next_before(turns));
}

/* Lines that stand as they are, and no search for tables that went beyond this line. */
static bool may_have_mark(const nb_source *s, uint32_t i)
{
    bool is_changed = s->changed.len && s->changed.items[s->changed.len - 1].index == i;
    return !is_changed && s->no_tab_cells_before <= i && s->no_tsv_before <= i &&
           s->no_bars_before <= i;
}

/* ---- the parts in front of the change and behind it ---- */

/* The last mark before which nothing was looked at that has changed. */
static uint32_t last_good_mark(const nb_turns *turns)
{
    const nb_trail *before = turns->before;
    uint32_t head = turns->change.head;
    uint32_t k = 0;
    while (k + 1 < before->mark_count && before->marks[k].looked <= head)
        k++;
    return k;
}

static void copy_marks(nb_source *s, uint32_t first, uint32_t end, uint32_t lines, uint32_t blocks,
                       uint32_t shift)
{
    for (uint32_t k = first; k < end; k++) {
        nb_mark mark = s->turns->before->marks[k];
        mark.start += shift;
        mark.line += lines;
        mark.block_count += blocks;
        if (mark.looked != UINT32_MAX)
            mark.looked += shift;
        if (mark.open.lines) {
            mark.open.span.start += shift;
            mark.open.span.end += shift;
            mark.open.start += shift;
            mark.open.line_start += shift;
        }
        *nb_vec_push(s->arena, &s->turns->marks) = mark;
    }
}

static void take_head(nb_source *s, uint32_t count)
{
    const nb_trail *before = s->turns->before;
    const nb_mark *mark = &before->marks[count];
    nb_blocks_copy(s, before, 0, mark->block_count, 0);
    copy_marks(s, 0, count, 0, 0, 0);
    s->open = mark->open; /* no end is lacking: to know that, the whole text was looked at */
}

uint32_t nb_turns_begin(nb_source *s)
{
    nb_turns *turns = s->turns;
    if (!s->line_count) {
        turns->before = NULL;
        return 0;
    }
    const nb_trail *before = turns->before;
    uint32_t line = 0;
    if (before) {
        uint32_t good = last_good_mark(turns);
        uint32_t tail = before->text.len - turns->change.tail;
        if (good) {
            take_head(s, good);
            line = before->marks[good].line;
        }
        while (turns->next_before < before->mark_count &&
               before->marks[turns->next_before].start < tail)
            turns->next_before++;
    }
    if (line < s->line_count)
        set_mark(s, line);
    else
        turns->is_done = true; /* only hidden lines follow */
    set_stop(turns);
    return line;
}

/* The line that holds offset begins in the tail. */
static bool begins_in_tail(const nb_source *s, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = s->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (s->lines[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return s->lines[low].start >= s->text.len - s->turns->change.tail;
}

/* Only what stands in the tail may be open, and open since there. */
static bool same_open(const nb_source *s, const nb_open_paragraph *before)
{
    const nb_open_paragraph *now = &s->open;
    uint32_t shift = s->turns->change.shift;
    if (!before->lines || !now->lines)
        return before->lines == now->lines;
    return same_span(before->span, now->span, shift) && before->start + shift == now->start &&
           before->lines == now->lines && before->line_start + shift == now->line_start &&
           before->is_closed == now->is_closed && begins_in_tail(s, now->start);
}

static bool same_state(const nb_source *s, const nb_mark *before)
{
    return before->lacks_comment_end == s->lacks_comment_end &&
           before->lacks_table_end == s->lacks_table_end && same_open(s, &before->open);
}

static void take_tail(nb_source *s, uint32_t i)
{
    nb_turns *turns = s->turns;
    const nb_trail *before = turns->before;
    const nb_mark *mark = &before->marks[turns->next_before];
    close_mark(s);
    copy_marks(s, turns->next_before, before->mark_count, i - mark->line,
               s->blocks.len - mark->block_count, turns->change.shift);
    nb_blocks_copy(s, before, mark->block_count, before->block_count, turns->change.shift);
    s->open = (nb_open_paragraph){0};
    turns->is_done = true;
}

uint32_t nb_turn_stop(nb_source *s, uint32_t i)
{
    nb_turns *turns = s->turns;
    uint32_t start = s->lines[i].start;
    while (next_before(turns) < start)
        turns->next_before++;
    if (may_have_mark(s, i)) {
        if (next_before(turns) == start &&
            same_state(s, &turns->before->marks[turns->next_before])) {
            take_tail(s, i);
            return s->line_count;
        }
        if (start - turns->marks.items[turns->marks.len - 1].start >= NB_MARK_BYTES) {
            close_mark(s);
            set_mark(s, i);
        }
    }
    set_stop(turns);
    return i;
}

/* ---- what is left to the next reading ---- */

/* The lines as they stand in the text again. */
static void restore_lines(nb_source *s)
{
    while (s->changed.len) {
        const nb_changed_line *line = &s->changed.items[--s->changed.len];
        s->lines[line->index] = line->was;
    }
}

const nb_trail *nb_turns_end(nb_source *s, const nb_span *hidden, uint32_t count)
{
    nb_turns *turns = s->turns;
    if (!turns->marks.len)
        return NULL;
    if (!turns->is_done)
        close_mark(s);
    restore_lines(s);
    nb_span *hides = nb_arena_alloc(s->arena, count * sizeof *hides);
    if (count)
        memcpy(hides, hidden, count * sizeof *hides);
    nb_trail *trail = nb_arena_alloc(s->arena, sizeof *trail);
    *trail = (nb_trail){
        .text = s->text,
        .kind = s->kind,
        .lines = s->lines,
        .line_count = s->line_count,
        .hidden = hides,
        .hidden_count = count,
        .layout = turns->layout,
        .sums = turns->sums,
        .blocks = s->blocks.items,
        .block_count = s->blocks.len,
        .marks = turns->marks.items,
        .mark_count = turns->marks.len,
    };
    return trail;
}
