#include "markup/source.h"

#include <string.h>
#include <strings.h>

#include "markup/entity.h"

/*
 * The inline marks of Markdown: emphasis, code, links, escapes, HTML tags, entities. A mark
 * without its partner is text, as "*" before a footnote is.
 */
#define LOOK_AHEAD_MAX 1024u /* bytes to the end of a link or tag */
#define MARK_LEN_MAX 3u

typedef struct marks {
    uint32_t left[4][MARK_LEN_MAX + 1]; /* by character and length: those that have a partner */
} marks;

typedef struct inline_reader {
    nb_source *s;
    nb_mapped_builder *out;
    marks marks;
    uint32_t from; /* text from here on has not been added */
    uint32_t at;
    uint32_t end;
    uint32_t link_close; /* the ] or > of the open link, and the place behind its target */
    uint32_t link_end;
} inline_reader;

static int mark_kind(char c)
{
    const char *known = "*_~`";
    const char *found = c ? strchr(known, c) : NULL;
    return found ? (int)(found - known) : -1;
}

static uint32_t mark_len(nb_view text, uint32_t at, uint32_t end)
{
    uint32_t len = 1;
    while (at + len < end && text.ptr[at + len] == text.ptr[at])
        len++;
    return len;
}

/* "_" inside a word and "~" in a range are no marks. */
static bool is_mark(char c, uint32_t len)
{
    return len <= MARK_LEN_MAX && (c == '*' || c == '`' || len > 1);
}

/* Bytes that can mean something else than themselves. */
static const bool means[256] = {
    ['*'] = true, ['_'] = true, ['~'] = true, ['`'] = true,  ['\\'] = true,
    ['['] = true, ['<'] = true, ['&'] = true, ['\r'] = true, ['\n'] = true,
};

static bool count_marks(nb_view text, nb_span span, marks *m)
{
    bool has_any = false;
    for (uint32_t at = span.start; at < span.end;) {
        char c = text.ptr[at];
        if (!means[(unsigned char)c]) {
            at++;
            continue;
        }
        has_any = true;
        int kind = mark_kind(c);
        uint32_t len = kind < 0 ? 1 + (c == '\\') : mark_len(text, at, span.end);
        if (kind >= 0 && is_mark(c, len))
            m->left[kind][len]++;
        at += len;
    }
    for (int kind = 0; kind < 4; kind++) {
        for (uint32_t len = 0; len <= MARK_LEN_MAX; len++)
            m->left[kind][len] &= ~1u;
    }
    return has_any;
}

/* Adds the text that was read so far and goes on behind skip bytes. */
static void skip(inline_reader *r, uint32_t bytes)
{
    nb_mapped piece = nb_mapped_identity(r->s->text, nb_span_of(r->from, r->at));
    if (r->at > r->from)
        nb_mapped_add(r->out, &piece);
    r->at += bytes;
    r->from = r->at;
}

static void read_mark(inline_reader *r, int kind)
{
    char c = r->s->text.ptr[r->at];
    uint32_t len = mark_len(r->s->text, r->at, r->end);
    if (!is_mark(c, len) || !r->marks.left[kind][len]) {
        r->at += len;
        return;
    }
    r->marks.left[kind][len]--;
    skip(r, len);
}

static uint32_t find(const inline_reader *r, char c, uint32_t from)
{
    uint32_t limit = r->end - from > LOOK_AHEAD_MAX ? from + LOOK_AHEAD_MAX : r->end;
    const char *found = from < limit ? memchr(r->s->text.ptr + from, c, limit - from) : NULL;
    return found ? (uint32_t)(found - r->s->text.ptr) : NB_VIEW_NONE;
}

/* [text](target): the text stays; of ![text](target) nothing. */
static void read_link(inline_reader *r)
{
    uint32_t close = find(r, ']', r->at);
    bool has_target =
        close != NB_VIEW_NONE && close + 1 < r->end && r->s->text.ptr[close + 1] == '(';
    uint32_t behind = has_target ? find(r, ')', close) : NB_VIEW_NONE;
    if (behind == NB_VIEW_NONE || r->link_end > r->at) {
        r->at++;
        return;
    }
    bool is_image = r->at > r->from && r->s->text.ptr[r->at - 1] == '!';
    if (is_image) {
        r->at--;
        skip(r, behind + 1 - r->at);
        return;
    }
    skip(r, 1);
    r->link_close = close;
    r->link_end = behind + 1;
}

/* A line break, or <br>: a blank where Latin letters meet. */
static void add_break(inline_reader *r, uint32_t bytes)
{
    skip(r, bytes);
    uint32_t behind = r->at;
    uint32_t before = behind - bytes;
    for (uint32_t len; (len = nb_blank_at(r->s->text, behind, r->end));)
        behind += len;
    if (!nb_joins_closely(r->s->text, before, behind))
        nb_mapped_add_bytes(r->out, NB_V(" "), nb_span_of(before, behind));
    r->at = r->from = behind;
}

static void read_tag(inline_reader *r)
{
    const char *p = r->s->text.ptr + r->at;
    uint32_t left = r->end - r->at;
    if (left >= 4 && !memcmp(p, "<!--", 4)) {
        uint32_t close = nb_view_find(nb_view_sub(r->s->text, 0, r->end), NB_V("-->"), r->at);
        if (close == NB_VIEW_NONE)
            r->at = r->end; /* nothing behind it closes one either */
        else
            skip(r, close + 3 - r->at);
        return;
    }
    bool is_name =
        left > 2 && (p[1] == '/' || (p[1] >= 'a' && p[1] <= 'z') || (p[1] >= 'A' && p[1] <= 'Z'));
    uint32_t close = is_name ? find(r, '>', r->at) : NB_VIEW_NONE;
    if (close == NB_VIEW_NONE) {
        r->at++;
        return;
    }
    uint32_t len = close + 1 - r->at;
    bool is_address = memchr(p, '@', len) || (memchr(p, ':', len) && !memchr(p, ' ', len));
    if (is_address && r->link_end <= r->at) {
        r->link_close = close;
        r->link_end = close + 1;
        skip(r, 1);
    } else if (len >= 4 && !strncasecmp(p, "<br", 3))
        add_break(r, len);
    else
        skip(r, len);
}

static void read_entity(inline_reader *r)
{
    char bytes[4];
    uint32_t len;
    uint32_t taken = nb_entity_read(nb_view_sub(r->s->text, r->at, r->end), bytes, &len);
    if (!taken) {
        r->at++;
        return;
    }
    uint32_t at = r->at;
    skip(r, taken);
    nb_mapped_add_bytes(r->out, (nb_view){bytes, len}, nb_span_of(at, at + taken));
}

static void read_escape(inline_reader *r)
{
    char next = r->at + 1 < r->end ? r->s->text.ptr[r->at + 1] : '\0';
    if (!next || !strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", next)) {
        r->at++;
        return;
    }
    uint32_t at = r->at;
    skip(r, 2);
    nb_mapped_add_bytes(r->out, (nb_view){&next, 1}, nb_span_of(at, at + 2));
}

static void read_one(inline_reader *r)
{
    char c = r->s->text.ptr[r->at];
    int kind = means[(unsigned char)c] ? mark_kind(c) : -1;
    if (r->link_end > r->at && r->at == r->link_close)
        skip(r, r->link_end - r->at);
    else if (kind >= 0)
        read_mark(r, kind);
    else if (c == '\\')
        read_escape(r);
    else if (c == '[')
        read_link(r);
    else if (c == '<')
        read_tag(r);
    else if (c == '&')
        read_entity(r);
    else if (c == '\n' || c == '\r')
        add_break(r, 1);
    else
        r->at++;
}

nb_mapped nb_md_inline(nb_source *s, nb_span span)
{
    span = nb_trim(s->text, span);
    marks m = {0};
    if (!count_marks(s->text, span, &m))
        return nb_mapped_identity(s->text, span);
    inline_reader r = {.s = s, .marks = m, .from = span.start, .at = span.start, .end = span.end};
    r.out = nb_mapped_begin(s->arena);
    while (r.at < r.end)
        read_one(&r);
    skip(&r, 0);
    nb_mapped all = nb_mapped_end(r.out);
    nb_span content = nb_trim(all.text, nb_span_of(0, all.text.len));
    return nb_mapped_sub(&all, content.start, content.end);
}
