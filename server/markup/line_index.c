#include "markup/turns.h"

#include <string.h>

#include "nb/base/sorted.h"

/* The first line of the text before that begins at or behind offset. */
static uint32_t first_line_from(const nb_trail *before, uint32_t offset)
{
    return NB_SORTED_FIND(before->lines, before->line_count, nb_line, start, offset);
}

/* How many lines of the text before end in front of the change. */
static uint32_t head_lines(const nb_trail *before, uint32_t head)
{
    uint32_t count = first_line_from(before, head);
    while (count > 0 && before->lines[count - 1].next > head)
        count--;
    return count;
}

static void append_moved(nb_line_vec *lines, const nb_line *from, uint32_t count, uint32_t shift)
{
    nb_line *to = lines->items + lines->len;
    for (uint32_t i = 0; i < count; i++) {
        nb_line line = from[i];
        line.start += shift;
        line.end += shift;
        line.next += shift;
        line.first += shift;
        line.last += shift;
        to[i] = line;
    }
    lines->len += count;
}

static void append(nb_line_vec *lines, const nb_line *from, uint32_t count)
{
    if (count)
        memcpy(lines->items + lines->len, from, count * sizeof *from);
    lines->len += count;
}

/* Scans only the lines between those that stood in the text before. */
static nb_line_vec index_again(nb_source *s, const nb_span *hidden, uint32_t count)
{
    nb_turns *turns = s->turns;
    const nb_trail *before = turns->before;
    const nb_change *change = &turns->change;
    uint32_t head = head_lines(before, change->head);
    uint32_t tail = first_line_from(before, before->text.len - change->tail);
    bool has_tail = tail < before->line_count;
    nb_span gap = {head ? before->lines[head - 1].next : 0,
                   has_tail ? before->lines[tail].start + change->shift : s->text.len};
    nb_line_vec scanned = nb_lines_scan(s->arena, s->text, gap);
    nb_lines_hide(&scanned, hidden, count);
    turns->head_lines = head;
    turns->tail_lines = before->line_count - tail;
    nb_line_vec all = {.cap = head + scanned.len + turns->tail_lines};
    all.items = nb_arena_alloc(s->arena, all.cap * sizeof *all.items);
    append(&all, before->lines, head);
    append(&all, scanned.items, scanned.len);
    append_moved(&all, before->lines + tail, turns->tail_lines, change->shift);
    return all;
}

void nb_source_index(nb_source *s, const nb_span *hidden, uint32_t count)
{
    nb_line_vec lines;
    if (s->turns->before) {
        lines = index_again(s, hidden, count);
    } else {
        lines = nb_lines_scan(s->arena, s->text, nb_span_of(0, s->text.len));
        nb_lines_hide(&lines, hidden, count);
    }
    s->lines = lines.items;
    s->line_count = lines.len;
}
