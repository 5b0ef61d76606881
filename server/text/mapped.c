#include "nb/text/mapped.h"

#include <string.h>

#include "decode.h"

nb_mapped nb_mapped_identity(nb_view document, nb_span span)
{
    return (nb_mapped){.text = nb_view_sub(document, span.start, span.end), .base = span.start};
}

/* The place of the gap before byte at. */
static uint32_t place_of(const nb_mapped *m, uint32_t at)
{
    if (!m->starts)
        return m->base + at;
    if (at < m->text.len)
        return m->starts[at];
    return m->text.len ? m->ends[m->text.len - 1] : m->base;
}

nb_span nb_mapped_source(const nb_mapped *m, uint32_t start, uint32_t end)
{
    if (end > m->text.len)
        end = m->text.len;
    if (start >= end) {
        uint32_t place = place_of(m, start < m->text.len ? start : m->text.len);
        return nb_span_of(place, place);
    }
    if (!m->starts)
        return nb_span_of(m->base + start, m->base + end);
    return nb_span_of(m->starts[start], m->ends[end - 1]);
}

nb_span nb_mapped_whole(const nb_mapped *m)
{
    return nb_mapped_source(m, 0, m->text.len);
}

nb_mapped nb_mapped_sub(const nb_mapped *m, uint32_t start, uint32_t end)
{
    nb_mapped part = {.text = nb_view_sub(m->text, start, end)};
    uint32_t from = start < end ? start : end;
    if (from > m->text.len)
        from = m->text.len;
    part.base = place_of(m, from);
    if (m->starts) {
        part.starts = m->starts + from;
        part.ends = m->ends + from;
    }
    return part;
}

nb_mapped nb_mapped_move(nb_arena *arena, const nb_mapped *m, uint32_t shift)
{
    uint32_t len = m->text.len;
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

/*
 * Pieces that follow each other in the document need no map; the builder makes one only when a
 * piece does not.
 */
struct nb_mapped_builder {
    nb_arena *arena;
    nb_mapped plain; /* what was added as long as it is one stretch of the document */
    bool is_plain;
    bool is_placed; /* plain.base is known */
    char *text;
    uint32_t *starts;
    uint32_t *ends;
    uint32_t len;
    uint32_t cap;
};

nb_mapped_builder *nb_mapped_begin(nb_arena *arena)
{
    nb_mapped_builder *b = NB_NEW(arena, nb_mapped_builder);
    b->arena = arena;
    b->is_plain = true;
    return b;
}

static void reserve(nb_mapped_builder *b, uint32_t more)
{
    if (b->cap - b->len >= more)
        return;
    uint32_t cap = b->cap ? b->cap * 2 : 64;
    while (cap - b->len < more)
        cap *= 2;
    char *text = nb_arena_alloc(b->arena, cap);
    uint32_t *starts = nb_arena_alloc(b->arena, (size_t)cap * sizeof *starts);
    uint32_t *ends = nb_arena_alloc(b->arena, (size_t)cap * sizeof *ends);
    if (b->len) {
        memcpy(text, b->text, b->len);
        memcpy(starts, b->starts, (size_t)b->len * sizeof *starts);
        memcpy(ends, b->ends, (size_t)b->len * sizeof *ends);
    }
    b->text = text;
    b->starts = starts;
    b->ends = ends;
    b->cap = cap;
}

static void append_plain(nb_mapped_builder *b, nb_view text, uint32_t base)
{
    for (uint32_t at = 0; at < text.len;) {
        uint32_t from = at;
        (void)nb_decode(text, &at);
        for (uint32_t i = from; i < at; i++) {
            b->starts[b->len + i] = base + from;
            b->ends[b->len + i] = base + at;
        }
    }
}

static void append(nb_mapped_builder *b, const nb_mapped *piece)
{
    uint32_t len = piece->text.len;
    if (!len)
        return;
    reserve(b, len);
    memcpy(b->text + b->len, piece->text.ptr, len);
    if (piece->starts) {
        memcpy(b->starts + b->len, piece->starts, (size_t)len * sizeof *b->starts);
        memcpy(b->ends + b->len, piece->ends, (size_t)len * sizeof *b->ends);
    } else {
        append_plain(b, piece->text, piece->base);
    }
    b->len += len;
}

static void stop_being_plain(nb_mapped_builder *b)
{
    if (!b->is_plain)
        return;
    b->is_plain = false;
    append(b, &b->plain);
}

void nb_mapped_add(nb_mapped_builder *b, const nb_mapped *piece)
{
    if (!b->is_placed) {
        b->plain.base = place_of(piece, 0);
        b->is_placed = true;
    }
    if (!piece->text.len)
        return;
    if (b->is_plain && !piece->starts) {
        nb_view *text = &b->plain.text;
        if (!text->len) {
            b->plain = *piece;
            return;
        }
        if (piece->base == b->plain.base + text->len && piece->text.ptr == text->ptr + text->len) {
            text->len += piece->text.len;
            return;
        }
    }
    stop_being_plain(b);
    append(b, piece);
}

void nb_mapped_add_bytes(nb_mapped_builder *b, nb_view bytes, nb_span source)
{
    if (!b->is_placed) {
        b->plain.base = source.start;
        b->is_placed = true;
    }
    if (!bytes.len)
        return;
    stop_being_plain(b);
    reserve(b, bytes.len);
    memcpy(b->text + b->len, bytes.ptr, bytes.len);
    for (uint32_t i = 0; i < bytes.len; i++) {
        b->starts[b->len + i] = source.start;
        b->ends[b->len + i] = source.end;
    }
    b->len += bytes.len;
}

nb_mapped nb_mapped_end(nb_mapped_builder *b)
{
    if (b->is_plain)
        return b->plain;
    return (nb_mapped){{b->text, b->len}, b->plain.base, b->starts, b->ends};
}
