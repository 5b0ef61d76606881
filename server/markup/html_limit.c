#include "markup/html.h"

#include <string.h>
#include <strings.h>

/*
 * A cheap look at the tags alone. It must see the same tags as gumbo, so scripts and the like,
 * whose end depends on what stands in them, are blanked in the copy that gumbo gets. A tree of
 * depth d costs d steps for many tags; formatting that is left open (<b>, <font> …) is opened again
 * in every following block. Neither occurs in what people publish; browsers stop at a depth of 512
 * too.
 */
#define DEPTH_MAX 400u
#define OPEN_FORMATTING_MAX 64u
#define ATTRIBUTES_MAX 256u
#define COPIES_BASE 4096u
#define COPIES_PER_BYTE_DIV 4u /* copies of formatting: one for so many bytes */

typedef enum tag_class {
    TAG_CONTAINER, /* needs its end tag */
    TAG_IMPLIED,   /* closed by others: <p>, <td> … */
    TAG_FORMATTING,
    TAG_VOID,
    TAG_RAW, /* its content is no HTML, or nothing of a report */
} tag_class;

static const struct {
    nb_view name;
    tag_class what;
} classes[] = {
    {{NB_LIT("p")}, TAG_IMPLIED},        {{NB_LIT("td")}, TAG_IMPLIED},
    {{NB_LIT("tr")}, TAG_IMPLIED},       {{NB_LIT("th")}, TAG_IMPLIED},
    {{NB_LIT("tbody")}, TAG_IMPLIED},    {{NB_LIT("thead")}, TAG_IMPLIED},
    {{NB_LIT("tfoot")}, TAG_IMPLIED},    {{NB_LIT("li")}, TAG_IMPLIED},
    {{NB_LIT("dd")}, TAG_IMPLIED},       {{NB_LIT("dt")}, TAG_IMPLIED},
    {{NB_LIT("option")}, TAG_IMPLIED},   {{NB_LIT("html")}, TAG_IMPLIED},
    {{NB_LIT("head")}, TAG_IMPLIED},     {{NB_LIT("body")}, TAG_IMPLIED},
    {{NB_LIT("colgroup")}, TAG_IMPLIED}, {{NB_LIT("b")}, TAG_FORMATTING},
    {{NB_LIT("font")}, TAG_FORMATTING},  {{NB_LIT("strong")}, TAG_FORMATTING},
    {{NB_LIT("a")}, TAG_FORMATTING},     {{NB_LIT("u")}, TAG_FORMATTING},
    {{NB_LIT("i")}, TAG_FORMATTING},     {{NB_LIT("em")}, TAG_FORMATTING},
    {{NB_LIT("s")}, TAG_FORMATTING},     {{NB_LIT("big")}, TAG_FORMATTING},
    {{NB_LIT("small")}, TAG_FORMATTING}, {{NB_LIT("strike")}, TAG_FORMATTING},
    {{NB_LIT("tt")}, TAG_FORMATTING},    {{NB_LIT("code")}, TAG_FORMATTING},
    {{NB_LIT("nobr")}, TAG_FORMATTING},  {{NB_LIT("br")}, TAG_VOID},
    {{NB_LIT("img")}, TAG_VOID},         {{NB_LIT("hr")}, TAG_VOID},
    {{NB_LIT("col")}, TAG_VOID},         {{NB_LIT("meta")}, TAG_VOID},
    {{NB_LIT("link")}, TAG_VOID},        {{NB_LIT("input")}, TAG_VOID},
    {{NB_LIT("base")}, TAG_VOID},        {{NB_LIT("wbr")}, TAG_VOID},
    {{NB_LIT("area")}, TAG_VOID},        {{NB_LIT("embed")}, TAG_VOID},
    {{NB_LIT("param")}, TAG_VOID},       {{NB_LIT("source")}, TAG_VOID},
    {{NB_LIT("script")}, TAG_RAW},       {{NB_LIT("style")}, TAG_RAW},
    {{NB_LIT("title")}, TAG_RAW},        {{NB_LIT("textarea")}, TAG_RAW},
    {{NB_LIT("xmp")}, TAG_RAW},          {{NB_LIT("iframe")}, TAG_RAW},
    {{NB_LIT("noframes")}, TAG_RAW},     {{NB_LIT("noembed")}, TAG_RAW},
    {{NB_LIT("svg")}, TAG_RAW},          {{NB_LIT("math")}, TAG_RAW},
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool ends_name(char c)
{
    return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static nb_view tag_name(nb_view text, uint32_t at, uint32_t end)
{
    uint32_t start = at;
    while (at < end && is_letter(text.ptr[start]) && !ends_name(text.ptr[at]))
        at++;
    return nb_view_sub(text, start, at);
}

static tag_class class_of(nb_view name)
{
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (classes[i].name.len == name.len &&
            !strncasecmp(classes[i].name.ptr, name.ptr, name.len))
            return classes[i].what;
    }
    return TAG_CONTAINER;
}

/* Where the end tag of a raw element stands whose content begins at at. */
static uint32_t raw_end(nb_view text, uint32_t at, uint32_t end, nb_view name)
{
    while (at < end) {
        const char *less = memchr(text.ptr + at, '<', end - at);
        if (!less)
            return end;
        at = (uint32_t)(less - text.ptr);
        uint32_t behind = at + 2 + name.len;
        if (behind < end && text.ptr[at + 1] == '/' && ends_name(text.ptr[behind]) &&
            !strncasecmp(text.ptr + at + 2, name.ptr, name.len))
            return at;
        at++;
    }
    return end;
}

typedef struct tag_count {
    uint32_t depth;
    uint32_t formatting;
    uint64_t copies;
} tag_count;

static void count_tag(tag_count *count, tag_class what, bool is_end)
{
    if (what == TAG_IMPLIED || what == TAG_CONTAINER)
        count->copies += is_end ? 0 : count->formatting;
    if (what == TAG_IMPLIED || what == TAG_VOID || what == TAG_RAW)
        return;
    if (!is_end)
        count->depth++;
    else if (count->depth)
        count->depth--;
    if (what != TAG_FORMATTING)
        return;
    if (!is_end)
        count->formatting++;
    else if (count->formatting)
        count->formatting--;
}

/* Only these attributes are read; blanking the others saves gumbo a third of its work. */
static bool is_read(nb_view name, nb_view value)
{
    if (name.len == 7)
        return !strncasecmp(name.ptr, "rowspan", 7) || !strncasecmp(name.ptr, "colspan", 7);
    return name.len == 5 && !strncasecmp(name.ptr, "style", 5) &&
           nb_view_contains(value, NB_V("isplay"));
}

typedef enum tag_state {
    BEFORE_NAME,
    IN_NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    IN_VALUE, /* without quotes */
} tag_state;

/* The states of HTML's tokenizer, so that both find the same end of a tag. */
static tag_state next_state(tag_state state, char c)
{
    bool is_blank = c != '/' && ends_name(c);
    if (state == BEFORE_VALUE || state == IN_VALUE) {
        if (is_blank)
            return state == IN_VALUE ? BEFORE_NAME : state;
        return IN_VALUE;
    }
    if (c == '/')
        return BEFORE_NAME;
    if (is_blank)
        return state == IN_NAME ? AFTER_NAME : state;
    return c == '=' && state != BEFORE_NAME ? BEFORE_VALUE : IN_NAME;
}

/*
 * Behind the > of the tag whose name ends at at; values in quotes are passed over, and blanked in
 * the copy if nobody reads them. Returns NB_VIEW_NONE if there are more attributes than gumbo,
 * which compares each with all others, can take.
 */
static uint32_t tag_end(nb_view text, uint32_t at, char *copy)
{
    uint32_t attributes = 0;
    uint32_t name = at;
    uint32_t equals = at;
    tag_state state = BEFORE_NAME;
    for (; at < text.len && text.ptr[at] != '>'; at++) {
        char c = text.ptr[at];
        if (state == BEFORE_VALUE && (c == '"' || c == '\'')) {
            const char *close = memchr(text.ptr + at + 1, c, text.len - at - 1);
            if (!close)
                return text.len;
            uint32_t end = (uint32_t)(close - text.ptr);
            nb_view attribute = nb_view_trim(nb_view_sub(text, name, equals));
            if (!is_read(attribute, nb_view_sub(text, at + 1, end)))
                memset(copy + name, ' ', end + 1 - name);
            at = end;
            state = BEFORE_NAME;
            continue;
        }
        tag_state next = next_state(state, c);
        if (next == IN_NAME && state != IN_NAME) {
            name = at;
            if (++attributes > ATTRIBUTES_MAX)
                return NB_VIEW_NONE;
        }
        if (next == BEFORE_VALUE && state != BEFORE_VALUE)
            equals = at;
        state = next;
    }
    return at < text.len ? at + 1 : text.len;
}

/* Behind the comment or declaration that begins at at, with ! or ?. */
static uint32_t comment_end(nb_view text, uint32_t at, uint32_t end)
{
    const char *more;
    if (!nb_view_starts_with(nb_view_sub(text, at, end), NB_V("!--"))) {
        more = memchr(text.ptr + at, '>', end - at);
        return more ? (uint32_t)(more - text.ptr) + 1 : end;
    }
    at += 3;
    while (at < end && (more = memchr(text.ptr + at, '>', end - at))) {
        at = (uint32_t)(more - text.ptr) + 1;
        if (!memcmp(more - 2, "--", 2) || !memcmp(more - 3, "--!", 3))
            return at;
    }
    return end;
}

static bool exceeds(const tag_count *count, uint64_t copies_max)
{
    return count->depth > DEPTH_MAX || count->formatting > OPEN_FORMATTING_MAX ||
           count->copies > copies_max;
}

nb_view nb_html_safe(nb_arena *arena, nb_view html)
{
    char *copy = nb_arena_alloc(arena, html.len + 1);
    memcpy(copy, html.ptr, html.len);
    tag_count count = {0};
    uint64_t copies_max = COPIES_BASE + html.len / COPIES_PER_BYTE_DIV;
    for (uint32_t at = 0; at < html.len;) {
        const char *less = memchr(html.ptr + at, '<', html.len - at);
        if (!less)
            break;
        uint32_t tag = (uint32_t)(less - html.ptr);
        at = tag + 1;
        bool is_end = at < html.len && html.ptr[at] == '/';
        nb_view name = tag_name(html, at + is_end, html.len);
        if (!name.len) {
            if (at < html.len && (is_end || html.ptr[at] == '!' || html.ptr[at] == '?'))
                at = comment_end(html, at, html.len);
            continue;
        }
        tag_class what = class_of(name);
        count_tag(&count, what, is_end);
        at = tag_end(html, at + is_end + name.len, copy);
        if (at == NB_VIEW_NONE || exceeds(&count, copies_max))
            return (nb_view){copy, tag};
        if (what == TAG_RAW && !is_end) {
            uint32_t end = raw_end(html, at, html.len, name);
            memset(copy + at, ' ', end - at);
            at = end;
        }
    }
    return (nb_view){copy, html.len};
}
