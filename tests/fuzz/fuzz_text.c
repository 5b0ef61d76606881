/* The text layer: every promise of its headers that holds for arbitrary bytes. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "nb/text/document.h"
#include "nb/text/figure.h"
#include "nb/text/fold.h"
#include "nb/text/utf8.h"

static void try_utf8(nb_view v)
{
    uint32_t first_bad = NB_VIEW_NONE;
    for (uint32_t at = 0; at < v.len;) {
        uint32_t from = at;
        uint32_t cp = nb_utf8_next(v, &at);
        PROPERTY(at > from && at <= v.len);
        if (cp == NB_UTF8_INVALID) {
            PROPERTY(at == from + 1);
            if (first_bad == NB_VIEW_NONE)
                first_bad = from;
        } else {
            char bytes[4];
            nb_view written = {bytes, nb_utf8_put(bytes, cp)};
            PROPERTY(nb_view_eq(written, nb_view_sub(v, from, at)));
        }
        for (uint32_t i = from; i < at; i++)
            PROPERTY(nb_utf8_floor(v, i) == from);
        uint32_t back = at;
        PROPERTY(nb_utf8_prev(v, &back) == cp && back == from);
    }
    PROPERTY(nb_utf8_check(v) == first_bad);
    PROPERTY(nb_utf8_columns(v) <= 2 * (uint64_t)v.len);
}

static void try_lines(nb_arena *arena, nb_view v)
{
    nb_lines lines = nb_lines_index(arena, v);
    PROPERTY(lines.count > 0 && lines.starts[0] == 0);
    for (uint32_t line = 0; line < lines.count; line++) {
        nb_span span = nb_lines_span(&lines, line);
        PROPERTY(span.start <= span.end && span.end <= v.len);
        for (uint32_t i = span.start; i < span.end; i++)
            PROPERTY(v.ptr[i] != '\n' && v.ptr[i] != '\r');
    }
    enum { PLACES = 64 };
    uint32_t step = v.len / PLACES + 1;
    for (uint32_t at = 0; at <= v.len; at += step) {
        uint32_t line = nb_lines_at(&lines, at);
        nb_span span = nb_lines_span(&lines, line);
        uint32_t border = at > span.end ? span.end : nb_utf8_floor(v, at);
        for (int e = NB_UTF16; e <= NB_UTF32; e++) {
            nb_position p = nb_lines_position(&lines, at, (nb_encoding)e);
            PROPERTY(p.line == line);
            PROPERTY(nb_lines_offset(&lines, p, (nb_encoding)e) == border);
            p.character += 1;
            uint32_t next = nb_lines_offset(&lines, p, (nb_encoding)e);
            PROPERTY(next >= border && next <= span.end);
            nb_range range = nb_lines_range(&lines, nb_span_of(at / 2, at), (nb_encoding)e);
            PROPERTY(range.end.line == line && range.end.character == p.character - 1);
        }
    }
}

static void check_map(const nb_mapped *m, nb_view document)
{
    uint32_t before = 0;
    for (uint32_t at = 0; at < m->text.len;) {
        uint32_t from = at;
        (void)nb_utf8_next(m->text, &at);
        nb_span source = nb_mapped_source(m, from, at);
        PROPERTY(source.start >= before && source.start < source.end);
        PROPERTY(source.end <= document.len);
        PROPERTY(nb_utf8_floor(document, source.start) == source.start);
        PROPERTY(nb_utf8_floor(document, source.end) == source.end);
        before = source.start;
    }
    nb_span whole = nb_mapped_whole(m);
    PROPERTY(whole.start <= whole.end && whole.end <= document.len);
}

static void try_fold(nb_arena *arena, nb_view v)
{
    nb_mapped m = nb_mapped_identity(v, nb_span_of(0, v.len));
    for (int flags = 0; flags < 4; flags++) {
        nb_mapped folded = nb_fold(arena, &m, (nb_fold_flags)flags);
        check_map(&folded, v);
        PROPERTY(nb_view_eq(folded.text, nb_fold_view(arena, v, (nb_fold_flags)flags)));
        nb_mapped again = nb_fold(arena, &folded, (nb_fold_flags)flags);
        if (nb_utf8_check(v) == NB_VIEW_NONE)
            PROPERTY(nb_view_eq(folded.text, again.text));
        nb_view start = nb_view_sub(folded.text, 0, 60);
        nb_view other = nb_view_sub(folded.text, 3, 50);
        uint32_t distance = nb_fold_distance(start, other, 4);
        PROPERTY(distance <= 5 && distance == nb_fold_distance(other, start, 4));
        PROPERTY(nb_fold_distance(start, start, 4) == 0);
    }
}

static void try_figures(nb_arena *arena, nb_view v)
{
    nb_figure f;
    uint32_t at = 0;
    uint32_t before = 0;
    while (nb_figure_next(v, &at, &f)) {
        PROPERTY(at > before && at <= v.len);
        PROPERTY(f.whole.start <= f.digits.start && f.digits.start < f.digits.end);
        PROPERTY(f.digits.end <= f.whole.end && f.whole.end <= at);
        PROPERTY(f.digits.start >= before);
        PROPERTY(f.state != NB_FIGURE_BLANK && (f.state == NB_FIGURE_VALUE) == !f.why);
        PROPERTY(nb_figure_format_like(arena, f.micro, &f).len > 0);
        before = at;
    }
    PROPERTY(at == v.len);
    nb_figure cell = nb_figure_read(v);
    PROPERTY(cell.whole.start <= cell.whole.end && cell.whole.end <= v.len);
    PROPERTY(cell.digits.start <= cell.digits.end && cell.digits.end <= cell.whole.end);
    if (cell.state == NB_FIGURE_VALUE) {
        char out[32];
        nb_view printed = {out, nb_figure_format(cell.micro, 0, out)};
        nb_figure again = nb_figure_read(printed);
        PROPERTY(again.state == NB_FIGURE_VALUE && again.micro == cell.micro);
    }
    for (uint32_t i = 0; i < v.len && i < 100; i++) {
        uint32_t end = i;
        int32_t value = nb_numeral_read(v, &end);
        PROPERTY(value >= 0 ? end > i && end <= v.len : value == -1 && end == i);
    }
}

/* The bytes are the text and, from its second half, a list of edits. */
static void try_edits(nb_arena *arena, nb_view v)
{
    nb_view edits = nb_view_sub(v, v.len / 2, v.len);
    nb_document *d = nb_document_new(nb_view_sub(v, 0, v.len / 2));
    enum { HEAD = 6, EDITS_MAX = 20 };
    for (int i = 0; i < EDITS_MAX && edits.len > HEAD; i++) {
        const uint8_t *p = (const uint8_t *)edits.ptr;
        nb_range range = {{p[0] % 8, p[1]}, {p[2] % 8, p[3]}};
        nb_encoding encoding = (nb_encoding)(p[4] % 3);
        nb_view text = nb_view_sub(edits, HEAD, HEAD + p[5] % 32u);
        edits = nb_view_sub(edits, HEAD + p[5] % 32u, edits.len);
        nb_view old = nb_arena_copy(arena, nb_document_text(d));
        nb_lines old_lines = nb_lines_index(arena, old);
        nb_span span = nb_lines_span_of(&old_lines, range, encoding);
        PROPERTY(nb_document_edit(d, range, encoding, text));
        nb_view got = nb_document_text(d);
        uint32_t tail = span.start + text.len;
        PROPERTY(got.len == old.len - (span.end - span.start) + text.len);
        PROPERTY(nb_view_starts_with(got, nb_view_sub(old, 0, span.start)));
        PROPERTY(nb_view_eq(nb_view_sub(got, span.start, tail), text));
        PROPERTY(nb_view_eq(nb_view_sub(got, tail, got.len), nb_view_sub(old, span.end, old.len)));
        nb_lines fresh = nb_lines_index(arena, got);
        const nb_lines *kept = nb_document_lines(d);
        PROPERTY(kept->count == fresh.count);
        PROPERTY(fresh.well_formed || !kept->well_formed);
        PROPERTY(memcmp(kept->starts, fresh.starts, fresh.count * sizeof *fresh.starts) == 0);
    }
    nb_document_free(d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { SIZE_MAX_TRIED = 1 << 16 };
    if (size > SIZE_MAX_TRIED)
        return 0;
    nb_view v = {(const char *)data, (uint32_t)size};
    nb_arena *arena = nb_arena_new();
    try_utf8(v);
    try_lines(arena, v);
    try_fold(arena, v);
    try_figures(arena, v);
    try_edits(arena, v);
    nb_arena_free(arena);
    return 0;
}
