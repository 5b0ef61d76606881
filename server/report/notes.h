#ifndef NB_REPORT_NOTES_H
#define NB_REPORT_NOTES_H

#include "nb/base/arena.h"

/*
 * What the text of a para says by itself, wherever it stands: noted when a step first asks for it,
 * and taken over by the next reading with the para (see reading.h). The items of a note are plain
 * values of the step that takes it. They hold offsets into the para's texts and never a place in
 * the document or a pointer to what an arena holds.
 */
typedef enum nb_note_kind {
    NB_NOTE_PART,         /* extent.c: begins like a part */
    NB_NOTE_TITLE,        /* title.c: nb_title_words, if all of it is the title of a report */
    NB_NOTE_TITLE_PIECE,  /* title.c: may be one of several lines of a title */
    NB_NOTE_TITLE_INSIDE, /* title.c: the best title between blanks, of a long para */
    NB_NOTE_DECLARATION,  /* declaration.c: nb_span of the first sentence that lists the parts */
    NB_NOTE_CANDIDATES,   /* candidates.c: nb_candidate, if nothing around it takes a part */
    NB_NOTE_JUDGED,       /* outline.c: how official a title in it is */
    NB_NOTE_PERIODS,      /* period.c */
    NB_NOTE_YEARS,        /* year.c */
    NB_NOTE_SENTENCES,    /* sentence.c: nb_span in the text of the block */
    NB_NOTE_NOTICE,       /* recognise.c: has words of a notice */
    NB_NOTE_COUNT
} nb_note_kind;

typedef struct nb_note {
    const void *items;
    uint32_t count; /* what answers yes or no has no items, and a count of 1 or 0 */
    uint16_t size;  /* of an item */
    bool is_taken;
} nb_note;

#define NB_NOTE_OF(vec) ((nb_note){(vec).items, (vec).len, sizeof *(vec).items, true})

static inline nb_note nb_note_yes(bool is_so)
{
    return (nb_note){.count = is_so, .is_taken = true};
}

/* Notes [0, NB_NOTE_COUNT) of before, as far as they were taken, in another arena. */
void nb_notes_copy(nb_arena *arena, nb_note *notes, const nb_note *before);

#endif
