#include "markup/html.h"

#include <string.h>

#include "nb/text/utf8.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static void flush_run(nb_html_text *t)
{
    if (nb_span_is_empty(t->run))
        return;
    nb_mapped piece = nb_mapped_identity(t->s->text, t->run);
    nb_mapped_add(t->out, &piece);
    t->run = nb_span_of(t->run.end, t->run.end);
}

static void add_space(nb_html_text *t, bool breaks)
{
    t->has_gap = true;
    t->gap_breaks |= breaks;
}

/*
 * White space in front of the character first that stands at at. False if the parser has moved
 * the character in front of what stands before it: places must never go back.
 */
static bool close_gap(nb_html_text *t, uint32_t first, uint32_t at)
{
    if (!t->out) {
        t->out = nb_mapped_begin(t->s->arena);
        t->run = nb_span_of(at, at);
    } else if (at < t->run.end) {
        return false;
    } else if (t->has_gap) {
        bool leaves_nothing = t->gap_breaks && (nb_is_chinese(t->last) || nb_is_chinese(first));
        flush_run(t);
        if (!leaves_nothing)
            nb_mapped_add_bytes(t->out, NB_V(" "), nb_span_of(t->run.end, at));
    }
    t->has_gap = false;
    t->gap_breaks = false;
    return true;
}

/* One character of the text that came from the bytes source of the document. */
static void put(nb_html_text *t, nb_view bytes, nb_span source)
{
    uint32_t at = 0;
    uint32_t cp = nb_utf8_next(bytes, &at);
    if (!close_gap(t, cp, source.start))
        return;
    t->last = cp;
    bool is_verbatim = source.end - source.start == bytes.len &&
                       !memcmp(t->s->text.ptr + source.start, bytes.ptr, bytes.len);
    if (is_verbatim && t->run.end == source.start) {
        t->run.end = source.end;
        return;
    }
    flush_run(t);
    if (is_verbatim) {
        t->run = source;
    } else {
        nb_mapped_add_bytes(t->out, bytes, source);
        t->run = nb_span_of(source.end, source.end);
    }
}

/* A stretch without white space that stands in the document as it is. */
static void put_stretch(nb_html_text *t, nb_span span)
{
    uint32_t at = span.start;
    if (!close_gap(t, nb_utf8_next(t->s->text, &at), span.start))
        return;
    at = span.end;
    t->last = nb_utf8_prev(t->s->text, &at);
    if (t->run.end != span.start)
        flush_run(t);
    if (nb_span_is_empty(t->run))
        t->run.start = span.start;
    t->run.end = span.end;
}

static void put_verbatim(nb_html_text *t, nb_span span)
{
    const char *text = t->s->text.ptr;
    for (uint32_t at = span.start; at < span.end;) {
        uint32_t start = at;
        while (at < span.end && !is_space(text[at]))
            at++;
        if (at > start)
            put_stretch(t, nb_span_of(start, at));
        for (; at < span.end && is_space(text[at]); at++)
            add_space(t, text[at] == '\n' || text[at] == '\r');
    }
}

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Bytes of the character reference at the start of v, which stands for something else than &. */
static uint32_t reference_len(nb_view v)
{
    static const nb_view legacy[] = {{NB_LIT("&nbsp")},
                                     {NB_LIT("&lt")},
                                     {NB_LIT("&gt")},
                                     {NB_LIT("&quot")},
                                     {NB_LIT("&middot")}};
    uint32_t len = v.len > 1 && v.ptr[1] == '#' ? 2 : 1;
    bool is_number = len == 2;
    bool is_hex = is_number && v.len > 2 && (v.ptr[2] == 'x' || v.ptr[2] == 'X');
    len += is_hex;
    while (len < v.len && len < 40 && is_alnum(v.ptr[len]) &&
           (!is_number || is_hex || (v.ptr[len] >= '0' && v.ptr[len] <= '9')))
        len++;
    if (len < v.len && v.ptr[len] == ';')
        return len + 1;
    for (size_t i = 0; !is_number && i < sizeof legacy / sizeof *legacy; i++) {
        if (nb_view_starts_with(v, legacy[i]))
            return legacy[i].len;
    }
    return len;
}

/* Bytes of &amp; in any spelling at the start of v, 1 for a bare &. */
static uint32_t ampersand_len(nb_view v)
{
    static const nb_view spellings[] = {{NB_LIT("&amp;")},
                                        {NB_LIT("&AMP;")},
                                        {NB_LIT("&#38;")},
                                        {NB_LIT("&#x26;")},
                                        {NB_LIT("&amp")}};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        if (nb_view_starts_with(v, spellings[i]))
            return spellings[i].len;
    }
    return 1;
}

/* Bytes of the tag or comment at the start of v that the parser left out of the text, else 0. */
static uint32_t ignored_tag_len(nb_view v)
{
    if (v.len < 2 || v.ptr[0] != '<')
        return 0;
    char c = v.ptr[1];
    if (!is_alnum(c) && c != '/' && c != '!' && c != '?')
        return 0;
    if (c >= '0' && c <= '9')
        return 0;
    bool is_comment = nb_view_starts_with(v, NB_V("<!--"));
    uint32_t end = nb_view_find(v, is_comment ? NB_V("-->") : NB_V(">"), 1);
    return end == NB_VIEW_NONE ? v.len : end + (is_comment ? 3 : 1);
}

/* Bytes of v that became the character decoded. */
static uint32_t source_len(nb_view v, nb_view decoded)
{
    if (v.ptr[0] == '&')
        return decoded.ptr[0] == '&' ? ampersand_len(v) : reference_len(v);
    if (v.ptr[0] == '\r')
        return v.len > 1 && v.ptr[1] == '\n' ? 2 : 1;
    uint32_t at = 0;
    nb_utf8_next(v, &at);
    return at;
}

/*
 * gumbo keeps the text it has decoded and the bytes it came from; going through both side by side
 * gives each character its place. Tags that the parser has ignored are still in the bytes.
 */
static void align(nb_html_text *t, nb_view decoded, nb_span original)
{
    uint32_t from = original.start;
    for (uint32_t at = 0; at < decoded.len;) {
        nb_view rest = nb_view_sub(t->s->text, from, original.end);
        uint32_t ignored = ignored_tag_len(rest);
        if (ignored) {
            from += ignored;
            continue;
        }
        uint32_t start = at;
        nb_utf8_next(decoded, &at);
        nb_view bytes = nb_view_sub(decoded, start, at);
        uint32_t len = rest.len ? source_len(rest, bytes) : 0;
        if (bytes.len == 1 && is_space(bytes.ptr[0]))
            add_space(t, bytes.ptr[0] == '\n');
        else
            put(t, bytes, nb_span_of(from, from + len));
        from += len;
    }
}

void nb_html_text_node(nb_html_text *t, const GumboText *node)
{
    nb_span original;
    nb_view decoded = nb_view_of(node->text);
    if (!decoded.len || !nb_html_span(t->s, node->original_text, &original))
        return;
    bool is_verbatim = decoded.len == original.end - original.start &&
                       !memcmp(decoded.ptr, t->s->text.ptr + original.start, decoded.len);
    if (is_verbatim)
        put_verbatim(t, original);
    else
        align(t, decoded, original);
}

void nb_html_text_break(nb_html_text *t)
{
    if (t->out)
        add_space(t, true);
}

nb_mapped nb_html_text_take(nb_html_text *t)
{
    nb_mapped all = {0};
    if (t->out) {
        flush_run(t);
        all = nb_mapped_end(t->out);
        nb_span content = nb_trim(all.text, nb_span_of(0, all.text.len));
        all = nb_mapped_sub(&all, content.start, content.end);
    }
    *t = (nb_html_text){.s = t->s};
    return all;
}
