#include "cli/snippet.h"

#include "nb/text/utf8.h"

enum {
    WIDTH = 96,      /* columns of text that are shown of a line */
    BEFORE_MAX = 40, /* of these before the span, where the line is longer */
    UNDERLINE_MAX = WIDTH,
};

/* Controls, invisible formatting and the characters that turn the direction of the text. */
static bool is_unsafe(uint32_t cp)
{
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0xAD || cp == 0x061C ||
           (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202E) ||
           (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF || cp == NB_UTF8_INVALID;
}

void snippet_add_clean(nb_buf *out, nb_view v)
{
    for (uint32_t at = 0; at < v.len;) {
        uint32_t from = at;
        uint32_t cp = nb_utf8_next(v, &at);
        if (is_unsafe(cp))
            nb_buf_add_char(out, ' ');
        else
            nb_buf_add(out, v.ptr + from, at - from);
    }
}

static uint32_t columns_of(nb_view v, uint32_t at, uint32_t *next)
{
    *next = at;
    uint32_t cp = nb_utf8_next(v, next);
    return is_unsafe(cp) ? 1 : nb_utf8_columns(nb_view_sub(v, at, *next));
}

/* Columns of v, stopping beyond limit. */
static uint32_t columns_within(nb_view v, uint32_t limit)
{
    uint32_t columns = 0;
    for (uint32_t at = 0; at < v.len && columns <= limit;)
        columns += columns_of(v, at, &at);
    return columns;
}

/* The first offset from which at most limit columns lead to the offset at. */
static uint32_t back_by_columns(nb_view line, uint32_t at, uint32_t limit)
{
    uint32_t columns = 0;
    while (at > 0) {
        uint32_t previous = at;
        (void)nb_utf8_prev(line, &previous);
        uint32_t next;
        columns += columns_of(line, previous, &next);
        if (columns > limit)
            break;
        at = previous;
    }
    return at;
}

static uint32_t forth_by_columns(nb_view line, uint32_t at, uint32_t limit)
{
    uint32_t columns = 0;
    while (at < line.len) {
        uint32_t next;
        columns += columns_of(line, at, &next);
        if (columns > limit)
            break;
        at = next;
    }
    return at;
}

static uint32_t digits_of(uint32_t number)
{
    uint32_t digits = 1;
    while (number >= 10) {
        number /= 10;
        digits++;
    }
    return digits;
}

void snippet_add(nb_buf *out, const nb_lines *lines, nb_span span, const char *color_on,
                 const char *color_off)
{
    uint32_t number = nb_lines_at(lines, span.start);
    nb_span whole = nb_lines_span(lines, number);
    nb_view line = nb_view_sub(lines->text, whole.start, whole.end);
    uint32_t start = span.start < whole.end ? span.start - whole.start : line.len;
    uint32_t end = span.end < whole.end ? span.end - whole.start : line.len;
    uint32_t from = 0;
    uint32_t until = line.len;
    bool is_long = columns_within(line, WIDTH) > WIDTH;
    if (is_long) {
        from = back_by_columns(line, start, BEFORE_MAX);
        until = forth_by_columns(line, from, WIDTH);
    } else { /* leading blanks say nothing */
        while (from < start && (line.ptr[from] == ' ' || line.ptr[from] == '\t'))
            from++;
    }
    if (end > until)
        end = until;
    bool shows_head = is_long && from > 0;
    nb_buf_printf(out, "%*u | %s", (int)digits_of(number + 1) + 1, number + 1,
                  shows_head ? "…" : "");
    snippet_add_clean(out, nb_view_sub(line, from, until));
    nb_buf_add_str(out, until < line.len ? "…\n" : "\n");
    nb_buf_add_times(out, ' ', digits_of(number + 1) + 2);
    nb_buf_add_str(out, "| ");
    nb_buf_add_times(out, ' ', shows_head ? nb_utf8_columns(NB_V("…")) : 0);
    nb_buf_add_times(out, ' ', columns_within(nb_view_sub(line, from, start), UINT32_MAX - 8));
    uint32_t marks = columns_within(nb_view_sub(line, start, end), UNDERLINE_MAX);
    nb_buf_add_str(out, color_on);
    nb_buf_add_times(out, '^', marks ? marks : 1);
    nb_buf_printf(out, "%s\n", color_off);
}
