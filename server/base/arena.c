#include "nb/base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nb/base/bug.h"

enum {
    BLOCK_MIN = 16 * 1024,
    BLOCK_MAX = 1024 * 1024,
    PAGE = 4096,
};

typedef struct block {
    struct block *next;
    size_t size; /* bytes of data */
    size_t used;
    max_align_t data[];
} block;

struct nb_arena {
    block *first;
    block *current; /* blocks behind it are empty and wait for reuse */
    size_t footprint;
};

nb_arena *nb_arena_new(void)
{
    nb_arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        nb_out_of_memory();
    return arena;
}

static void free_chain(block *b)
{
    while (b) {
        block *next = b->next;
        free(b);
        b = next;
    }
}

void nb_arena_free(nb_arena *arena)
{
    if (!arena)
        return;
    free_chain(arena->first);
    free(arena);
}

void nb_arena_reset(nb_arena *arena, size_t keep_bytes)
{
    size_t kept = 0;
    block **link = &arena->first;
    while (*link && kept + (*link)->size <= keep_bytes) {
        (*link)->used = 0;
        kept += (*link)->size;
        link = &(*link)->next;
    }
    free_chain(*link);
    *link = NULL;
    arena->current = arena->first;
    arena->footprint = kept;
}

static block *block_new(nb_arena *arena, size_t size)
{
    size_t wanted = arena->footprint < BLOCK_MIN ? BLOCK_MIN : arena->footprint;
    if (wanted > BLOCK_MAX)
        wanted = BLOCK_MAX;
    if (wanted < size)
        wanted = size;
    block *b = malloc(sizeof *b + wanted);
    if (!b)
        nb_out_of_memory();
    b->size = wanted;
    b->used = 0;
    arena->footprint += wanted;
    return b;
}

/* Moves on to a block with room for size bytes: a kept one behind, else a new one in between. */
static block *block_with_room(nb_arena *arena, size_t size)
{
    block *current = arena->current;
    block *next = current ? current->next : arena->first;
    if (!next || next->size < size) {
        block *b = block_new(arena, size);
        b->next = next;
        if (current)
            current->next = b;
        else
            arena->first = b;
        next = b;
    }
    arena->current = next;
    return next;
}

void nb_arena_warm(nb_arena *arena, size_t bytes)
{
    block **link = arena->current ? &arena->current->next : &arena->first;
    for (; *link; link = &(*link)->next)
        continue;
    while (arena->footprint < bytes) {
        block *b = block_new(arena, 0);
        b->next = NULL;
        for (size_t at = 0; at < b->size; at += PAGE)
            ((volatile char *)b->data)[at] = 0;
        *link = b;
        link = &b->next;
    }
}

static size_t aligned(size_t size)
{
    const size_t align = _Alignof(max_align_t);
    return (size + align - 1) & ~(align - 1);
}

void *nb_arena_alloc(nb_arena *arena, size_t size)
{
    NB_BUG_ON(size > SIZE_MAX / 2, "an allocation fits in memory");
    size = aligned(size);
    block *b = arena->current;
    if (!b || b->size - b->used < size)
        b = block_with_room(arena, size);
    void *p = (char *)b->data + b->used;
    b->used += size;
    return p;
}

void *nb_arena_calloc(nb_arena *arena, size_t count, size_t size)
{
    NB_BUG_ON(size && count > SIZE_MAX / 2 / size, "an array fits in memory");
    void *p = nb_arena_alloc(arena, count * size);
    memset(p, 0, count * size);
    return p;
}

nb_view nb_arena_copy(nb_arena *arena, nb_view v)
{
    char *p = nb_arena_alloc(arena, (size_t)v.len + 1);
    if (v.len)
        memcpy(p, v.ptr, v.len);
    p[v.len] = '\0';
    return (nb_view){p, v.len};
}

nb_view nb_arena_printf(nb_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    NB_BUG_ON(len < 0, "a format of ours is valid");
    char *p = nb_arena_alloc(arena, (size_t)len + 1);
    va_start(args, format);
    (void)vsnprintf(p, (size_t)len + 1, format, args);
    va_end(args);
    return (nb_view){p, (uint32_t)len};
}

size_t nb_arena_footprint(const nb_arena *arena)
{
    return arena->footprint;
}

/* Makes the last allocation of old bytes one of size bytes where it is; false: there is no room. */
static bool widen(nb_arena *arena, const void *last, size_t old, size_t size)
{
    block *b = arena->current;
    old = aligned(old);
    size = aligned(size);
    if (!b || b->used < old || (const char *)b->data + (b->used - old) != (const char *)last ||
        b->size - b->used < size - old)
        return false;
    b->used += size - old;
    return true;
}

/* Most lists of large items have one or two, and grow in place. */
static uint32_t first_cap(size_t size)
{
    enum { BYTES = 128, ITEMS_MAX = 8 };
    if (size > BYTES)
        return 1;
    return BYTES / size < ITEMS_MAX ? (uint32_t)(BYTES / size) : ITEMS_MAX;
}

void *nb_vec_grow(nb_arena *arena, void *items, uint32_t len, uint32_t *cap, size_t size)
{
    NB_BUG_ON(*cap > UINT32_MAX / 2, "a list has fewer than 2^31 items");
    size_t old = (size_t)*cap * size;
    *cap = *cap ? *cap * 2 : first_cap(size);
    if (old && widen(arena, items, old, (size_t)*cap * size))
        return items;
    void *grown = nb_arena_alloc(arena, (size_t)*cap * size);
    if (len)
        memcpy(grown, items, (size_t)len * size);
    return grown;
}
