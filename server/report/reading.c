#include "report/reading.h"

#include <string.h>

#include "report/reader.h"

void nb_notes_copy(nb_arena *arena, nb_note *notes, const nb_note *before)
{
    for (int kind = 0; kind < NB_NOTE_COUNT; kind++) {
        notes[kind] = before[kind];
        size_t size = (size_t)before[kind].count * before[kind].size;
        if (!size)
            continue;
        void *items = nb_arena_alloc(arena, size);
        memcpy(items, before[kind].items, size);
        notes[kind].items = items;
    }
}

/*
 * What m, made of the text before, is when made of the text now, which is the same, moved by shift
 * bytes. m is a piece of that text, or was written anew.
 */
static nb_mapped moved(nb_arena *arena, const nb_mapped *m, const nb_mapped *before,
                       const nb_mapped *now, uint32_t shift)
{
    uint32_t len = m->text.len;
    uintptr_t at = (uintptr_t)m->text.ptr - (uintptr_t)before->text.ptr;
    if (at < before->text.len)
        return nb_mapped_sub(now, (uint32_t)at, (uint32_t)at + len);
    nb_mapped copy = {.text = nb_arena_copy(arena, m->text), .base = m->base + shift};
    if (!m->starts)
        return copy;
    uint32_t *starts = nb_arena_alloc(arena, (size_t)len * 2 * sizeof *starts);
    uint32_t *ends = starts + len;
    for (uint32_t i = 0; i < len; i++)
        starts[i] = m->starts[i] + shift;
    for (uint32_t i = 0; i < len; i++)
        ends[i] = m->ends[i] + shift;
    copy.starts = starts;
    copy.ends = ends;
    return copy;
}

bool nb_para_take_over(nb_reader *reader, nb_para *para)
{
    const nb_reading *before = reader->reading->before;
    uint32_t shift, block = nb_block_before(&reader->reading->pairs, para->block, &shift);
    if (block == NB_VIEW_NONE || before->para_of_block[block] == NB_VIEW_NONE)
        return false;
    const nb_para *same = &before->paras[before->para_of_block[block]];
    para->folded = moved(reader->arena, &same->folded, &before->markup->blocks[block].text,
                         &reader->markup->blocks[para->block].text, shift);
    nb_notes_copy(reader->arena, para->notes, same->notes);
    return true;
}
