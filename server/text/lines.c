#include "nb/text/lines.h"

#include "decode.h"
#include "line_scan.h"
#include "nb/base/bug.h"
#include "nb/text/change.h"

typedef NB_VEC(uint32_t) starts_vec;

/* The starts of the lines behind the one at from, up to end. */
static inline void scan_starts(nb_arena *arena, nb_view text, uint32_t from, uint32_t end,
                               starts_vec *starts)
{
    nb_line_scan scan = nb_line_scan_at(text, from);
    for (uint32_t start; (start = nb_line_scan_next(&scan)) < end;)
        *nb_vec_push(arena, starts) = start;
}

nb_lines nb_lines_index(nb_arena *arena, nb_view text)
{
    starts_vec starts = {0};
    *nb_vec_push(arena, &starts) = 0;
    scan_starts(arena, text, 0, NB_VIEW_NONE, &starts);
    bool well_formed = nb_stretch_scan(text, 0, text.len).well_formed;
    return (nb_lines){text, starts.items, starts.len, well_formed};
}

/* Well-formed text is that still if what lies between borders of characters before and behind the
 * change is. */
static bool is_well_formed_again(nb_view text, const nb_lines *before, const nb_change *change)
{
    if (!before->well_formed)
        return nb_stretch_scan(text, 0, text.len).well_formed;
    uint32_t start = nb_utf8_floor(before->text, change->head);
    uint32_t end = text.len - change->tail;
    while (end < text.len && nb_is_tail((uint8_t)text.ptr[end]))
        end++;
    return nb_stretch_scan(text, start, end).well_formed;
}

nb_lines nb_lines_index_again(nb_arena *arena, nb_view text, const nb_lines *before)
{
    if (!before)
        return nb_lines_index(arena, text);
    nb_change change = nb_change_find(before->text, text);
    /* That a line starts is told by the byte before and the one at its start. */
    uint32_t head = change.head ? nb_lines_at(before, change.head - 1) + 1 : 1;
    uint32_t tail = nb_lines_at(before, before->text.len - change.tail) + 1;
    uint32_t end = tail < before->count ? before->starts[tail] + change.shift : NB_VIEW_NONE;
    starts_vec between = {0};
    scan_starts(arena, text, before->starts[head - 1], end, &between);
    uint32_t count = head + between.len + (before->count - tail);
    uint32_t *starts = nb_arena_alloc(arena, count * sizeof *starts);
    memcpy(starts, before->starts, head * sizeof *starts);
    if (between.len)
        memcpy(starts + head, between.items, between.len * sizeof *starts);
    for (uint32_t i = tail, k = head + between.len; i < before->count; i++, k++)
        starts[k] = before->starts[i] + change.shift;
    return (nb_lines){text, starts, count, is_well_formed_again(text, before, &change)};
}

uint32_t nb_lines_at(const nb_lines *lines, uint32_t offset)
{
    uint32_t low = 0; /* starts[low] <= offset */
    uint32_t high = lines->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (lines->starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

nb_span nb_lines_span(const nb_lines *lines, uint32_t line)
{
    NB_BUG_ON(line >= lines->count, "a line that is asked for exists");
    uint32_t start = lines->starts[line];
    if (line + 1 == lines->count)
        return nb_span_of(start, lines->text.len);
    const char *p = lines->text.ptr;
    uint32_t end = lines->starts[line + 1] - 1;
    if (p[end] == '\n' && end > start && p[end - 1] == '\r')
        end--;
    return nb_span_of(start, end);
}

uint32_t nb_lines_units(const nb_lines *lines, nb_span span, nb_encoding encoding)
{
    uint32_t start = span.start, end = span.end;
    nb_view text = lines->text;
    if (encoding == NB_UTF8)
        return end - start;
    nb_stretch s =
        lines->well_formed ? nb_stretch_count(text, start, end) : nb_stretch_scan(text, start, end);
    if (s.well_formed)
        return s.characters + (encoding == NB_UTF16 ? s.long_characters : 0);
    uint32_t units = 0;
    text.len = end;
    while (start < end) {
        uint32_t cp = nb_decode(text, &start);
        units += encoding == NB_UTF16 && cp > 0xFFFF && cp != NB_UTF8_INVALID ? 2 : 1;
    }
    return units;
}

/* An offset inside a character or a line end moves to the border before it. */
static uint32_t settle(const nb_lines *lines, uint32_t offset, uint32_t *line)
{
    *line = nb_lines_at(lines, offset);
    nb_span span = nb_lines_span(lines, *line);
    return offset >= span.end ? span.end : nb_utf8_floor(lines->text, offset);
}

nb_position nb_lines_position(const nb_lines *lines, uint32_t offset, nb_encoding encoding)
{
    uint32_t line;
    offset = settle(lines, offset, &line);
    uint32_t character = nb_lines_units(lines, nb_span_of(lines->starts[line], offset), encoding);
    return (nb_position){line, character};
}

nb_range nb_lines_range(const nb_lines *lines, nb_span span, nb_encoding encoding)
{
    nb_range range;
    uint32_t first;
    uint32_t start = settle(lines, span.start, &first);
    range.start.line = first;
    range.start.character =
        nb_lines_units(lines, nb_span_of(lines->starts[first], start), encoding);
    nb_span line = nb_lines_span(lines, first);
    if (span.end < start || span.end > line.end) {
        range.end = nb_lines_position(lines, span.end, encoding);
    } else {
        /* most spans lie in one line, which may be the whole report: count it once */
        uint32_t end = nb_utf8_floor(lines->text, span.end);
        range.end.line = first;
        range.end.character =
            range.start.character + nb_lines_units(lines, nb_span_of(start, end), encoding);
    }
    return range;
}

/* Whole stretches that lie before the target, so that long lines cost little. */
static uint32_t skip_stretches(const nb_lines *lines, nb_span span, uint32_t *left,
                               nb_encoding encoding)
{
    enum { STRETCH = 512 };
    nb_view text = lines->text;
    uint32_t at = span.start;
    while (*left >= STRETCH && span.end - at > STRETCH) {
        uint32_t next = nb_utf8_floor(text, at + STRETCH);
        uint32_t units = nb_lines_units(lines, nb_span_of(at, next), encoding);
        if (units > *left)
            break;
        *left -= units;
        at = next;
    }
    return at;
}

uint32_t nb_lines_offset(const nb_lines *lines, nb_position position, nb_encoding encoding)
{
    if (position.line >= lines->count)
        return lines->text.len;
    nb_span span = nb_lines_span(lines, position.line);
    nb_view text = lines->text;
    uint32_t left = position.character;
    if (encoding == NB_UTF8)
        return left >= span.end - span.start ? span.end : nb_utf8_floor(text, span.start + left);
    uint32_t at = skip_stretches(lines, span, &left, encoding);
    while (left && at < span.end) {
        uint32_t next = at;
        uint32_t cp = nb_decode(text, &next);
        uint32_t units = encoding == NB_UTF16 && cp > 0xFFFF && cp != NB_UTF8_INVALID ? 2 : 1;
        if (units > left)
            break;
        left -= units;
        at = next;
    }
    return at;
}

nb_span nb_lines_span_of(const nb_lines *lines, nb_range range, nb_encoding encoding)
{
    uint32_t start = nb_lines_offset(lines, range.start, encoding);
    uint32_t end = nb_lines_offset(lines, range.end, encoding);
    return start <= end ? nb_span_of(start, end) : nb_span_of(end, start);
}

nb_view nb_lines_eol(const nb_lines *lines)
{
    uint32_t lf = 0;
    uint32_t crlf = 0;
    uint32_t cr = 0;
    const char *p = lines->text.ptr;
    for (uint32_t line = 1; line < lines->count; line++) {
        uint32_t next = lines->starts[line];
        if (p[next - 1] == '\r')
            cr++;
        else if (next - lines->starts[line - 1] > 1 && p[next - 2] == '\r')
            crlf++;
        else
            lf++;
    }
    if (lf >= crlf && lf >= cr)
        return NB_V("\n");
    return crlf >= cr ? NB_V("\r\n") : NB_V("\r");
}
