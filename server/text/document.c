#include "nb/text/document.h"

#include <stdlib.h>
#include <string.h>

#include "line_scan.h"
#include "nb/base/buf.h"
#include "nb/base/bug.h"
#include "nb/text/utf8.h"

struct nb_document {
    nb_buf text;
    uint32_t *starts;
    uint32_t capacity; /* of starts */
    nb_lines lines;    /* views of the above */
};

static void reserve_lines(nb_document *d, uint32_t count)
{
    if (count <= d->capacity)
        return;
    uint32_t capacity = d->capacity ? d->capacity : 64;
    while (capacity < count)
        capacity += capacity / 2;
    uint32_t *starts = realloc(d->starts, (size_t)capacity * sizeof *starts);
    if (!starts)
        nb_out_of_memory();
    d->starts = starts;
    d->capacity = capacity;
}

static void set_lines(nb_document *d, uint32_t count, bool well_formed)
{
    d->lines = (nb_lines){nb_buf_view(&d->text), d->starts, count, well_formed};
}

static void index_lines(nb_document *d)
{
    uint32_t count = 0;
    nb_line_scan scan = nb_line_scan_at(nb_buf_view(&d->text), 0);
    for (uint32_t start = 0; start != NB_VIEW_NONE; start = nb_line_scan_next(&scan)) {
        reserve_lines(d, count + 1);
        d->starts[count++] = start;
    }
    set_lines(d, count, nb_utf8_check(nb_buf_view(&d->text)) == NB_VIEW_NONE);
}

nb_document *nb_document_new(nb_view text)
{
    nb_document *d = calloc(1, sizeof *d);
    if (!d)
        nb_out_of_memory();
    nb_document_set(d, text);
    return d;
}

void nb_document_free(nb_document *d)
{
    if (!d)
        return;
    nb_buf_release(&d->text);
    free(d->starts);
    free(d);
}

nb_view nb_document_text(const nb_document *d)
{
    return d->lines.text;
}

const nb_lines *nb_document_lines(const nb_document *d)
{
    return &d->lines;
}

void nb_document_set(nb_document *d, nb_view text)
{
    nb_buf_clear(&d->text);
    nb_buf_add_view(&d->text, text);
    index_lines(d);
}

/* True if a line starts at at (above 0): that depends on the bytes around at only. */
static inline bool starts_line(nb_view text, uint32_t at)
{
    char before = text.ptr[at - 1];
    return before == '\n' || (before == '\r' && (at == text.len || text.ptr[at] != '\n'));
}

/*
 * The index after [edit) became len bytes: lines that start before the edit stay, those that
 * start behind it move, and only the starts in between are looked for in the new text.
 */
static void update_lines(nb_document *d, nb_span edit, uint32_t len)
{
    nb_view text = nb_buf_view(&d->text);
    uint32_t count = d->lines.count;
    uint32_t first = edit.start ? edit.start : 1; /* line 0 starts at 0 whatever happens */
    uint32_t last = edit.start + len;
    uint32_t kept = nb_lines_at(&d->lines, first - 1) + 1;
    uint32_t moved_from = nb_lines_at(&d->lines, edit.end) + 1;
    uint32_t found = 0;
    for (uint32_t at = first; at <= last; at++)
        found += starts_line(text, at);
    uint32_t moved = count - moved_from;
    reserve_lines(d, kept + found + moved);
    uint32_t *behind = d->starts + kept + found;
    memmove(behind, d->starts + moved_from, (size_t)moved * sizeof *behind);
    uint32_t shift = last - edit.end; /* modulo 2^32, as the sums are */
    for (uint32_t i = 0; i < moved; i++)
        behind[i] += shift;
    uint32_t *next = d->starts + kept;
    for (uint32_t at = first; at <= last && next < behind; at++) {
        if (starts_line(text, at))
            *next++ = at;
    }
    /* edits begin and end at characters, so they cannot spoil what stands around them */
    nb_view inserted = nb_view_sub(text, edit.start, last);
    bool well_formed = d->lines.well_formed && nb_utf8_check(inserted) == NB_VIEW_NONE;
    set_lines(d, kept + found + moved, well_formed);
}

bool nb_document_edit(nb_document *d, nb_range range, nb_encoding encoding, nb_view text)
{
    nb_span span = nb_lines_span_of(&d->lines, range, encoding);
    uint64_t len = (uint64_t)d->text.len - (span.end - span.start) + text.len;
    if (len > NB_DOCUMENT_MAX)
        return false;
    nb_buf_splice(&d->text, span.start, span.end, text);
    update_lines(d, span, text.len);
    return true;
}
