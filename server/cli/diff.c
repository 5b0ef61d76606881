#include "cli/diff.h"

#include <string.h>

enum { CONTEXT = 3 };

/* Lines with their line ends. */
typedef struct text_lines {
    const nb_view *items;
    int count;
} text_lines;

typedef struct diff {
    text_lines a;
    text_lines b;
    bool *is_removed; /* of a */
    bool *is_added;   /* of b */
} diff;

static text_lines split(nb_arena *arena, nb_view text)
{
    NB_VEC(nb_view) lines = {0};
    for (uint32_t at = 0; at < text.len;) {
        uint32_t end = nb_view_find(text, NB_V("\n"), at);
        uint32_t next = end == NB_VIEW_NONE ? text.len : end + 1;
        *nb_vec_push(arena, &lines) = nb_view_sub(text, at, next);
        at = next;
    }
    return (text_lines){lines.items, (int)lines.len};
}

/*
 * Myers, "An O(ND) Difference Algorithm" (1986), on the lines [skip, …) of both texts. Keeps the
 * furthest points of every distance to walk back. Returns false beyond DIFF_DISTANCE_MAX.
 */
typedef struct search {
    const diff *d;
    int skip;
    int n;
    int m;
    int **trace; /* trace[distance][k + distance]: furthest x on diagonal k */
} search;

static int furthest(const search *s, int distance, int k)
{
    const int *last = distance ? s->trace[distance - 1] : NULL;
    int x = 0;
    if (distance) {
        int below = k - 1 >= -(distance - 1) ? last[k - 1 + distance - 1] : -1;
        int above = k + 1 <= distance - 1 ? last[k + 1 + distance - 1] : -1;
        x = k == -distance || (k != distance && below < above) ? above : below + 1;
    }
    while (x < s->n && x - k < s->m && x - k >= 0 &&
           nb_view_eq(s->d->a.items[s->skip + x], s->d->b.items[s->skip + x - k]))
        x++;
    return x;
}

static int find_distance(nb_arena *arena, search *s)
{
    for (int distance = 0; distance <= DIFF_DISTANCE_MAX; distance++) {
        s->trace[distance] = NB_NEW_ARRAY(arena, int, (size_t)distance * 2 + 1);
        for (int k = -distance; k <= distance; k += 2) {
            int x = furthest(s, distance, k);
            s->trace[distance][k + distance] = x;
            if (x >= s->n && x - k >= s->m)
                return distance;
        }
    }
    return -1;
}

static void walk_back(const search *s, int distance)
{
    int x = s->n;
    int y = s->m;
    for (int d = distance; d > 0; d--) {
        int k = x - y;
        const int *last = s->trace[d - 1];
        int below = k - 1 >= -(d - 1) && k - 1 <= d - 1 ? last[k - 1 + d - 1] : -1;
        int above = k + 1 <= d - 1 && k + 1 >= -(d - 1) ? last[k + 1 + d - 1] : -1;
        bool is_insertion = k == -d || (k != d && below < above);
        x = is_insertion ? above : below;
        y = x - (is_insertion ? k + 1 : k - 1);
        if (is_insertion)
            s->d->is_added[s->skip + y] = true;
        else
            s->d->is_removed[s->skip + x] = true;
    }
}

static void compare(nb_arena *arena, diff *d)
{
    int skip = 0;
    while (skip < d->a.count && skip < d->b.count && nb_view_eq(d->a.items[skip], d->b.items[skip]))
        skip++;
    int tail = 0;
    while (tail < d->a.count - skip && tail < d->b.count - skip &&
           nb_view_eq(d->a.items[d->a.count - 1 - tail], d->b.items[d->b.count - 1 - tail]))
        tail++;
    search s = {d, skip, d->a.count - skip - tail, d->b.count - skip - tail,
                NB_NEW_ARRAY(arena, int *, DIFF_DISTANCE_MAX + 1)};
    int distance = find_distance(arena, &s);
    if (distance >= 0) {
        walk_back(&s, distance);
        return;
    }
    memset(d->is_removed + skip, true, (size_t)s.n);
    memset(d->is_added + skip, true, (size_t)s.m);
}

static void add_line(nb_buf *out, char mark, nb_view line)
{
    nb_buf_add_char(out, mark);
    nb_buf_add_view(out, line);
    if (!nb_view_ends_with(line, NB_V("\n")))
        nb_buf_add_str(out, "\n\\ No newline at end of file\n");
}

/* A hunk covers [a0, a1) and [b0, b1), context included. */
static void write_hunk(nb_buf *out, const diff *d, int a0, int a1, int b0, int b1)
{
    nb_buf_printf(out, "@@ -%d,%d +%d,%d @@\n", a1 > a0 ? a0 + 1 : a0, a1 - a0,
                  b1 > b0 ? b0 + 1 : b0, b1 - b0);
    while (a0 < a1 || b0 < b1) {
        if (a0 < a1 && d->is_removed[a0])
            add_line(out, '-', d->a.items[a0++]);
        else if (b0 < b1 && d->is_added[b0])
            add_line(out, '+', d->b.items[b0++]);
        else {
            add_line(out, ' ', d->a.items[a0++]);
            b0++;
        }
    }
}

static bool is_change(const diff *d, int a, int b)
{
    return (a < d->a.count && d->is_removed[a]) || (b < d->b.count && d->is_added[b]);
}

/* Moves over changes and over stretches of equal lines too short to part hunks; the lines of
 * equality behind the last change are not part of it. */
static void find_end(const diff *d, int *a, int *b)
{
    int at = *a;
    int bt = *b;
    int equal = 0;
    while ((at < d->a.count || bt < d->b.count) && equal <= 2 * CONTEXT) {
        if (!is_change(d, at, bt)) {
            equal++;
            at++;
            bt++;
            continue;
        }
        equal = 0;
        if (at < d->a.count && d->is_removed[at])
            at++;
        else
            bt++;
        *a = at;
        *b = bt;
    }
}

static int at_most(int value, int limit)
{
    return value < limit ? value : limit;
}

void diff_write(nb_buf *out, nb_arena *arena, const char *path, nb_view before, nb_view after)
{
    if (nb_view_eq(before, after))
        return;
    diff d = {.a = split(arena, before), .b = split(arena, after)};
    d.is_removed = NB_NEW_ARRAY(arena, bool, (size_t)d.a.count + 1);
    d.is_added = NB_NEW_ARRAY(arena, bool, (size_t)d.b.count + 1);
    compare(arena, &d);
    while (*path == '/') /* else git would not take a/ and b/ off again */
        path++;
    nb_buf_printf(out, "--- a/%s\n+++ b/%s\n", path, path);
    int a = 0;
    int b = 0;
    int done = 0; /* lines of a in earlier hunks */
    while (a < d.a.count || b < d.b.count) {
        if (!is_change(&d, a, b)) {
            a++;
            b++;
            continue;
        }
        int lead = at_most(a - done, CONTEXT);
        int a1 = a;
        int b1 = b;
        find_end(&d, &a1, &b1);
        int trail = at_most(d.a.count - a1, CONTEXT);
        write_hunk(out, &d, a - lead, a1 + trail, b - lead, b1 + trail);
        done = a1 + trail;
        a = a1;
        b = b1;
    }
}
