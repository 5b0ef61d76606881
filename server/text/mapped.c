#include "nb/text/mapped.h"

#include "map.h"
#include "nb/base/sorted.h"

nb_mapped nb_mapped_identity(nb_view document, nb_span span)
{
    return (nb_mapped){.text = nb_view_sub(document, span.start, span.end), .base = span.start};
}

uint32_t nb_map_run_at(const nb_mapped *m, uint32_t at)
{
    const nb_map_run *runs = m->map->runs;
    uint32_t count = m->map->count;
    at += m->from;
    if (at >= runs[count - 1].at) /* asked for most: the two ends of a text */
        return count - 1;
    if (at < runs[1].at)
        return 0;
    return NB_SORTED_FIND(runs, count, nb_map_run, at, at + 1) - 1;
}

/* Where the byte at offset at begins. */
static uint32_t start_of(const nb_mapped *m, uint32_t at)
{
    const nb_map_run *run = &m->map->runs[nb_map_run_at(m, at)];
    return run->end == NB_MAP_AS_PRINTED ? run->start + (m->from + at - run->at) : run->start;
}

/* Where the byte before offset at ends. */
static uint32_t end_of(const nb_mapped *m, uint32_t at)
{
    const nb_map_run *run = &m->map->runs[nb_map_run_at(m, at - 1)];
    return run->end == NB_MAP_AS_PRINTED ? run->start + (m->from + at - run->at) : run->end;
}

/* The place of the gap before byte at. */
static uint32_t place_of(const nb_mapped *m, uint32_t at)
{
    if (!m->map)
        return m->base + at;
    if (at < m->text.len)
        return start_of(m, at);
    return m->text.len ? end_of(m, m->text.len) : m->base;
}

nb_span nb_mapped_source(const nb_mapped *m, uint32_t start, uint32_t end)
{
    if (end > m->text.len)
        end = m->text.len;
    if (start >= end) {
        uint32_t place = place_of(m, start < m->text.len ? start : m->text.len);
        return nb_span_of(place, place);
    }
    if (!m->map)
        return nb_span_of(m->base + start, m->base + end);
    return nb_span_of(start_of(m, start), end_of(m, end));
}

nb_span nb_mapped_whole(const nb_mapped *m)
{
    return nb_mapped_source(m, 0, m->text.len);
}

uint32_t nb_mapped_find(const nb_mapped *m, uint32_t place)
{
    if (!m->text.len || place <= place_of(m, 0))
        return 0;
    nb_mapped_run run = {.source.start = m->base, .end = m->text.len, .is_as_printed = true};
    if (m->map) {
        /* The last of its runs that begins before place; the first one does. */
        const nb_map_run *first = &m->map->runs[nb_map_run_at(m, 0)];
        const nb_map_run *last = &m->map->runs[nb_map_run_at(m, m->text.len - 1)];
        uint32_t count = (uint32_t)(last - first) + 1;
        uint32_t at = first[NB_SORTED_FIND(first, count, nb_map_run, start, place) - 1].at;
        at = at > m->from ? at - m->from : 0;
        nb_mapped_next(m, &at, m->text.len, &run);
    }
    if (!run.is_as_printed || place - run.source.start >= run.end - run.start)
        return run.end;
    return run.start + (place - run.source.start);
}

nb_mapped nb_mapped_sub(const nb_mapped *m, uint32_t start, uint32_t end)
{
    uint32_t from = start < end ? start : end;
    if (from > m->text.len)
        from = m->text.len;
    return (nb_mapped){
        .text = nb_view_sub(m->text, start, end),
        .base = place_of(m, from),
        .from = m->from + from,
        .map = m->map,
    };
}

bool nb_mapped_next(const nb_mapped *m, uint32_t *at, uint32_t end, nb_mapped_run *run)
{
    uint32_t start = *at;
    if (start >= end)
        return false;
    *at = end;
    if (!m->map) {
        *run = (nb_mapped_run){start, end, nb_span_of(m->base + start, m->base + end), true};
        return true;
    }
    uint32_t index = nb_map_run_at(m, start);
    const nb_map_run *r = &m->map->runs[index];
    if (index + 1 < m->map->count && r[1].at - m->from < end)
        *at = r[1].at - m->from;
    bool is_as_printed = r->end == NB_MAP_AS_PRINTED;
    nb_span source = nb_span_of(r->start, r->end);
    if (is_as_printed) {
        source.start += m->from + start - r->at;
        source.end = source.start + (*at - start);
    }
    *run = (nb_mapped_run){start, *at, source, is_as_printed};
    return true;
}

bool nb_mapped_same_places(const nb_mapped *a, const nb_mapped *b, uint32_t shift)
{
    if (a->text.len != b->text.len || !a->map != !b->map || a->base + shift != b->base)
        return false;
    if (!a->map)
        return true;
    nb_mapped_run x, y;
    for (uint32_t i = 0, k = 0; nb_mapped_next(a, &i, a->text.len, &x);)
        if (!nb_mapped_next(b, &k, b->text.len, &y) || x.end != y.end ||
            x.is_as_printed != y.is_as_printed || x.source.start + shift != y.source.start ||
            x.source.end + shift != y.source.end)
            return false;
    return true;
}
