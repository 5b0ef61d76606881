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
    uintptr_t at = (uintptr_t)m->text.ptr - (uintptr_t)before->text.ptr;
    if (at < before->text.len)
        return nb_mapped_sub(now, (uint32_t)at, (uint32_t)at + m->text.len);
    return nb_mapped_move(arena, m, shift);
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
