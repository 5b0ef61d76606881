#include "nb/text/fold.h"

#include <string.h>
#include <utf8proc.h>

#include "decode.h"
#include "fold_table.h"
#include "map.h"

/*
 * Above U+FFFF only the dropping of symbols (emoji) is left to do, and it is too rare for a
 * table.
 */
static uint32_t fold_rare(uint32_t cp, nb_fold_flags flags)
{
    if (cp == NB_UTF8_INVALID || !(flags & NB_FOLD_PUNCTUATION))
        return NB_FOLD_SAME;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    bool is_symbol = category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_SO;
    return is_symbol ? NB_FOLD_DROPPED : NB_FOLD_SAME;
}

static inline uint32_t fold_one(uint32_t cp, nb_fold_flags flags)
{
    if (cp > 0xFFFF)
        return fold_rare(cp, flags);
    return nb_fold_pages[nb_fold_index[flags & 3][cp >> 6]][cp & 63];
}

/* A well-formed character of U+4000–U+9FFF that folding leaves as it is. */
static inline bool is_plain_han(nb_view text, uint32_t at, nb_fold_flags flags)
{
    const uint8_t *p = (const uint8_t *)text.ptr + at;
    if (text.len - at < 3 || p[0] < 0xE4 || p[0] > 0xE9 || !nb_is_tail(p[1]) || !nb_is_tail(p[2]))
        return false;
    uint32_t page = (p[0] & 0x0Fu) << 6 | (p[1] & 0x3Fu);
    return nb_fold_pages[nb_fold_index[flags & 3][page]][p[2] & 0x3Fu] == NB_FOLD_SAME;
}

/* The offset of the first character at or after at that folding changes; end if there is none. */
static uint32_t find_change(nb_view text, uint32_t at, nb_fold_flags flags, uint32_t *change)
{
    while (at < text.len) {
        if (is_plain_han(text, at, flags)) { /* most of any text */
            at += 3;
            continue;
        }
        uint32_t from = at;
        *change = fold_one(nb_decode(text, &at), flags);
        if (*change != NB_FOLD_SAME)
            return from;
    }
    return at;
}

/* Most texts change at their ends only, where blanks stand: what is left is a piece of m. */
static nb_view trim(nb_view text, nb_fold_flags flags)
{
    uint32_t start = 0;
    for (uint32_t at = 0; at < text.len; start = at) {
        if (fold_one(nb_decode(text, &at), flags) != NB_FOLD_DROPPED)
            break;
    }
    uint32_t end = text.len;
    for (uint32_t at = end; at > start; end = at) {
        if (fold_one(nb_utf8_prev(text, &at), flags) != NB_FOLD_DROPPED)
            break;
    }
    return nb_view_sub(text, start, end);
}

typedef struct output {
    char *text;
    uint32_t len;
} output;

static void keep(output *out, nb_view text, uint32_t from, uint32_t to)
{
    memcpy(out->text + out->len, text.ptr + from, to - from);
    out->len += to - from;
}

/* What a character becomes, other than itself. */
static void put(output *out, uint32_t change)
{
    if (change != NB_FOLD_DROPPED)
        out->len += nb_utf8_put(out->text + out->len, change);
}

nb_mapped nb_fold(nb_arena *arena, const nb_mapped *m, nb_fold_flags flags)
{
    nb_view trimmed = trim(m->text, flags);
    uint32_t skipped = trimmed.len ? (uint32_t)(trimmed.ptr - m->text.ptr) : 0;
    nb_mapped part = nb_mapped_sub(m, skipped, skipped + trimmed.len);
    nb_view text = part.text;
    uint32_t change, from = 0;
    uint32_t at = find_change(text, 0, flags, &change);
    if (at == text.len)
        return part;
    output out = {nb_arena_alloc(arena, text.len), 0};
    nb_map_run_vec runs = {0};
    while (at < text.len) {
        nb_map_add_part(arena, &runs, out.len, &part, from, at);
        keep(&out, text, from, at);
        from = at;
        (void)nb_decode(text, &from);
        nb_span source = nb_mapped_source(&part, at, from);
        if (change != NB_FOLD_DROPPED)
            nb_map_add(arena, &runs, out.len, source.start, source.end);
        put(&out, change);
        at = find_change(text, from, flags, &change);
    }
    nb_map_add_part(arena, &runs, out.len, &part, from, at);
    keep(&out, text, from, at);
    return nb_map_end(arena, &runs, (nb_view){out.text, out.len}, part.base);
}

nb_view nb_fold_view(nb_arena *arena, nb_view text, nb_fold_flags flags)
{
    text = trim(text, flags);
    uint32_t change, from = 0;
    uint32_t at = find_change(text, 0, flags, &change);
    if (at == text.len)
        return text;
    output out = {nb_arena_alloc(arena, text.len), 0};
    while (at < text.len) {
        keep(&out, text, from, at);
        from = at;
        (void)nb_decode(text, &from);
        put(&out, change);
        at = find_change(text, from, flags, &change);
    }
    keep(&out, text, from, at);
    return (nb_view){out.text, out.len};
}

enum { DISTANCE_MAX = 256 };

/* False if v has more characters than fit. */
static bool decode_all(nb_view v, uint32_t out[DISTANCE_MAX], uint32_t *count)
{
    *count = 0;
    for (uint32_t at = 0; at < v.len;) {
        if (*count == DISTANCE_MAX)
            return false;
        out[(*count)++] = nb_decode(v, &at);
    }
    return true;
}

static uint32_t least(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t d = a < b ? a : b;
    return d < c ? d : c;
}

uint32_t nb_fold_distance(nb_view a, nb_view b, uint32_t limit)
{
    uint32_t x[DISTANCE_MAX];
    uint32_t y[DISTANCE_MAX];
    uint32_t n;
    uint32_t m;
    if (limit > DISTANCE_MAX)
        limit = DISTANCE_MAX;
    uint32_t over = limit + 1;
    if (!decode_all(a, x, &n) || !decode_all(b, y, &m) || (n > m ? n - m : m - n) > limit)
        return over;
    /* one row of the usual table, of which only the band around the diagonal is looked at */
    uint32_t row[DISTANCE_MAX + 1];
    for (uint32_t j = 0; j <= m; j++)
        row[j] = j <= limit ? j : over;
    for (uint32_t i = 1; i <= n; i++) {
        uint32_t low = i > limit ? i - limit : 1;
        uint32_t high = i + limit < m ? i + limit : m;
        uint32_t diagonal = row[low - 1];
        row[low - 1] = low == 1 && i <= limit ? i : over;
        uint32_t best = row[low - 1];
        for (uint32_t j = low; j <= high; j++) {
            uint32_t above = row[j];
            uint32_t cost = x[i - 1] == y[j - 1] ? 0 : 1;
            row[j] = least(diagonal + cost, above + 1, row[j - 1] + 1);
            diagonal = above;
            best = row[j] < best ? row[j] : best;
        }
        if (best > limit)
            return over;
    }
    return row[m] < over ? row[m] : over;
}
