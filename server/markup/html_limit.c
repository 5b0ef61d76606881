#include "markup/html.h"

#include <string.h>
#include <strings.h>

/*
 * A cheap look at the tags alone. A tree of depth d costs d steps for many tags; formatting that
 * is left open (<b>, <font> …) is opened again in every following block. Neither occurs in what
 * people publish; browsers stop at a depth of 512 too.
 */
#define DEPTH_MAX 400u
#define OPEN_FORMATTING_MAX 64u
#define COPIES_BASE 4096u
#define COPIES_PER_BYTE_DIV 4u /* copies of formatting: one for so many bytes */

typedef enum tag_class {
    TAG_CONTAINER, /* needs its end tag */
    TAG_IMPLIED,   /* closed by others: <p>, <td> … */
    TAG_FORMATTING,
    TAG_VOID,
    TAG_RAW, /* its content is no HTML */
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
    {{NB_LIT("xmp")}, TAG_RAW},
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static nb_view tag_name(nb_view text, uint32_t at, uint32_t end)
{
    uint32_t start = at;
    while (at < end && at - start < 16 &&
           (is_letter(text.ptr[at]) || text.ptr[at] == ':' ||
            (text.ptr[at] >= '0' && text.ptr[at] <= '9')))
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

/* Behind the end tag of a raw element whose content begins at at. */
static uint32_t raw_end(nb_view text, uint32_t at, uint32_t end, nb_view name)
{
    while (at < end) {
        const char *less = memchr(text.ptr + at, '<', end - at);
        if (!less)
            return end;
        at = (uint32_t)(less - text.ptr) + 1;
        if (end - at > name.len && text.ptr[at] == '/' &&
            !strncasecmp(text.ptr + at + 1, name.ptr, name.len))
            return at;
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

uint32_t nb_html_limit(nb_view text, nb_span region)
{
    tag_count count = {0};
    uint64_t copies_max = COPIES_BASE + (region.end - region.start) / COPIES_PER_BYTE_DIV;
    for (uint32_t at = region.start; at < region.end;) {
        const char *less = memchr(text.ptr + at, '<', region.end - at);
        if (!less)
            return region.end;
        uint32_t tag = (uint32_t)(less - text.ptr);
        at = tag + 1;
        bool is_end = at < region.end && text.ptr[at] == '/';
        nb_view name = tag_name(text, at + is_end, region.end);
        if (!name.len)
            continue;
        tag_class what = class_of(name);
        count_tag(&count, what, is_end);
        if (what == TAG_RAW && !is_end)
            at = raw_end(text, at, region.end, name);
        if (count.depth > DEPTH_MAX || count.formatting > OPEN_FORMATTING_MAX ||
            count.copies > copies_max)
            return tag;
    }
    return region.end;
}
