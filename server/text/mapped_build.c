#include <string.h>

#include "map.h"

void nb_map_add(nb_arena *arena, nb_map_run_vec *runs, uint32_t at, uint32_t start, uint32_t end)
{
    if (runs->len && end == NB_MAP_AS_PRINTED) {
        const nb_map_run *last = &runs->items[runs->len - 1];
        if (last->end == NB_MAP_AS_PRINTED && last->start + (at - last->at) == start)
            return;
    }
    *nb_vec_push(arena, runs) = (nb_map_run){at, start, end};
}

void nb_map_add_part(nb_arena *arena, nb_map_run_vec *runs, uint32_t at, const nb_mapped *m,
                     uint32_t start, uint32_t end)
{
    if (start >= end)
        return;
    if (!m->map) {
        nb_map_add(arena, runs, at, m->base + start, NB_MAP_AS_PRINTED);
        return;
    }
    start += m->from;
    end += m->from;
    uint32_t i = nb_map_run_at(m, start - m->from);
    for (; i < m->map->count && m->map->runs[i].at < end; i++) {
        nb_map_run run = m->map->runs[i];
        uint32_t cut = run.at < start ? start - run.at : 0; /* bytes of it that are not wanted */
        if (run.end == NB_MAP_AS_PRINTED)
            run.start += cut;
        nb_map_add(arena, runs, at + (run.at + cut - start), run.start, run.end);
    }
}

nb_mapped nb_map_end(nb_arena *arena, const nb_map_run_vec *runs, nb_view text, uint32_t base)
{
    nb_map *map = nb_arena_alloc(arena, sizeof *map);
    *map = (nb_map){runs->items, runs->len};
    return (nb_mapped){.text = text, .base = base, .map = map};
}

nb_mapped nb_mapped_move(nb_arena *arena, const nb_mapped *m, uint32_t shift)
{
    nb_view text = nb_arena_copy(arena, m->text);
    uint32_t base = m->base + shift;
    if (!m->map)
        return (nb_mapped){.text = text, .base = base};
    nb_map_run_vec runs = {0};
    nb_map_add_part(arena, &runs, 0, m, 0, text.len);
    for (uint32_t i = 0; i < runs.len; i++) {
        runs.items[i].start += shift;
        if (runs.items[i].end != NB_MAP_AS_PRINTED)
            runs.items[i].end += shift;
    }
    return nb_map_end(arena, &runs, text, base);
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
    uint32_t len;
    uint32_t cap;
    nb_map_run_vec runs;
};

nb_mapped_builder *nb_mapped_begin(nb_arena *arena)
{
    nb_mapped_builder *b = NB_NEW(arena, nb_mapped_builder);
    b->arena = arena;
    b->is_plain = true;
    return b;
}

static void append_bytes(nb_mapped_builder *b, nb_view bytes)
{
    if (b->cap - b->len < bytes.len) {
        uint32_t cap = b->cap ? b->cap * 2 : 64;
        while (cap - b->len < bytes.len)
            cap *= 2;
        char *text = nb_arena_alloc(b->arena, cap);
        if (b->len)
            memcpy(text, b->text, b->len);
        b->text = text;
        b->cap = cap;
    }
    memcpy(b->text + b->len, bytes.ptr, bytes.len);
    b->len += bytes.len;
}

static void append(nb_mapped_builder *b, const nb_mapped *piece)
{
    if (!piece->text.len)
        return;
    nb_map_add_part(b->arena, &b->runs, b->len, piece, 0, piece->text.len);
    append_bytes(b, piece->text);
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
        b->plain.base = nb_mapped_source(piece, 0, 0).start;
        b->is_placed = true;
    }
    if (!piece->text.len)
        return;
    if (b->is_plain && !piece->map) {
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
    nb_map_add(b->arena, &b->runs, b->len, source.start, source.end);
    append_bytes(b, bytes);
}

nb_mapped nb_mapped_end(nb_mapped_builder *b)
{
    if (b->is_plain)
        return b->plain;
    return nb_map_end(b->arena, &b->runs, (nb_view){b->text, b->len}, b->plain.base);
}
