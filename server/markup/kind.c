#include "markup/source.h"
#include "markup/bars.h"

#include <string.h>
#include <strings.h>

#define HEAD_BYTES 4096u /* of a text, in which its kind must show */
#define TAGS_MIN 8u      /* in the head, for a text that begins with other things */

static bool starts_with_tag(nb_view text, uint32_t at)
{
    static const char *const tags[] = {"<!doctype", "<html", "<head",    "<body",   "<table",
                                       "<div",      "<p>",   "<p ",      "<h1",     "<meta",
                                       "<?xml",     "<span", "<section", "<article"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        size_t len = strlen(tags[i]);
        if (text.len - at >= len && !strncasecmp(text.ptr + at, tags[i], len))
            return true;
    }
    return false;
}

/* Block tags; </p> and </td> count, so that prose with "<" in it does not. */
static uint32_t count_tags(nb_view text)
{
    static const char *const tags[] = {"</p", "</td", "</tr", "</div", "</span", "<br"};
    uint32_t count = 0;
    for (uint32_t at = 0; at < text.len; at++) {
        if (text.ptr[at] != '<')
            continue;
        for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
            size_t len = strlen(tags[i]);
            count += text.len - at > len && !strncasecmp(text.ptr + at, tags[i], len);
        }
    }
    return count;
}

static bool is_heading(nb_view text, uint32_t at, uint32_t end)
{
    uint32_t start = at;
    while (at < end && text.ptr[at] == '#')
        at++;
    return at > start && at - start <= 6 && at < end && text.ptr[at] == ' ';
}

/* A line that begins as |---|, :--- or --- do. */
static bool may_be_rule(nb_view text, uint32_t at, uint32_t end)
{
    return at < end && strchr("|:-", text.ptr[at]) && text.ptr[at];
}

/* A heading, or a rule line below a line with bars. */
static bool is_markdown(nb_view text)
{
    const char *lf = memchr(text.ptr, '\n', text.len);
    char line_end = lf ? '\n' : '\r';
    uint32_t before = 0;
    for (uint32_t at = 0; at < text.len;) {
        const char *found = memchr(text.ptr + at, line_end, text.len - at);
        uint32_t end = found ? (uint32_t)(found - text.ptr) : text.len;
        uint32_t first = at;
        for (uint32_t len; (len = nb_blank_at(text, first, end));)
            first += len;
        if (is_heading(text, first, end))
            return true;
        if (at && may_be_rule(text, first, end)) {
            nb_line line = nb_line_scan(text, at);
            nb_line above = nb_line_scan(text, before);
            if (line.bars && above.bars && nb_line_is_rule(text, &line))
                return true;
        }
        before = at;
        at = end + 1;
    }
    return false;
}

nb_source_kind nb_source_kind_of(nb_view text)
{
    if (!text.len)
        return NB_SOURCE_TEXT;
    uint32_t at = 0;
    for (uint32_t len; (len = nb_blank_at(text, at, text.len));)
        at += len;
    bool is_html = starts_with_tag(text, at);
    bool begins_with_comment = nb_view_starts_with(nb_view_sub(text, at, text.len), NB_V("<!--"));
    if (begins_with_comment) {
        uint32_t end = nb_view_find(text, NB_V("-->"), at);
        at = end == NB_VIEW_NONE ? text.len : end + 3;
        for (uint32_t len; (len = nb_blank_at(text, at, text.len));)
            at += len;
        is_html = starts_with_tag(text, at);
    }
    bool is_fragment = is_html && text.len - at >= 6 && !strncasecmp(text.ptr + at, "<table", 6);
    if (is_html && !is_fragment)
        return NB_SOURCE_HTML;
    if (is_markdown(text))
        return NB_SOURCE_MARKDOWN;
    if (is_html || count_tags(nb_view_sub(text, 0, HEAD_BYTES)) >= TAGS_MIN)
        return NB_SOURCE_HTML;
    return NB_SOURCE_TEXT;
}
