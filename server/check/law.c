#include "nb/check/law.h"

#include <stdlib.h>

/* The text of the law on the government's own site, as it stood in 2024. */
static const struct {
    nb_view name;
    nb_view address;
} laws[] = {
    {{NB_LIT("政府信息公开条例")},
     {NB_LIT("http://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm")}},
    {{NB_LIT("国务院令第711号")},
     {NB_LIT("http://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm")}},
};

nb_view nb_law_address(nb_view words)
{
    for (size_t i = 0; i < sizeof laws / sizeof *laws; i++)
        if (nb_view_contains(words, laws[i].name))
            return laws[i].address;
    return (nb_view){0};
}

typedef NB_VEC(nb_link) link_vec;

/* An address ends at a blank, a control, a character outside ASCII, or what closes around it. */
static bool is_address_byte(char c)
{
    return c > ' ' && c < 0x7F && c != '"' && c != '\'' && c != '<' && c != '>' && c != '|' &&
           c != ')' && c != ']' && c != '}' && c != '`' && c != '\\';
}

static bool is_trailing(char c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '*' ||
           c == '_';
}

static void add_addresses(nb_arena *arena, nb_view text, link_vec *links)
{
    uint32_t at = 0;
    while ((at = nb_view_find(text, NB_V("http"), at)) != NB_VIEW_NONE) {
        nb_view rest = nb_view_sub(text, at, text.len);
        uint32_t scheme = nb_view_starts_with(rest, NB_V("https://"))  ? 8
                          : nb_view_starts_with(rest, NB_V("http://")) ? 7
                                                                       : 0;
        uint32_t len = scheme;
        while (scheme && len < rest.len && is_address_byte(rest.ptr[len]))
            len++;
        while (len > scheme && is_trailing(rest.ptr[len - 1]))
            len--;
        if (scheme && len > scheme)
            *nb_vec_push(arena, links) =
                (nb_link){nb_span_of(at, at + len), nb_view_sub(rest, 0, len)};
        at += len ? len : 4;
    }
}

#define TITLE_BYTES_MAX 120u /* between 《 and 》 */

/* 《中华人民共和国政府信息公开条例》; one that has 实施办法 in it is another law. */
static void add_titles(nb_arena *arena, nb_view text, link_vec *links)
{
    const nb_view open = NB_V("《");
    const nb_view close = NB_V("》");
    uint32_t at = 0;
    while ((at = nb_view_find(text, open, at)) != NB_VIEW_NONE) {
        uint32_t start = at + open.len;
        nb_view near = nb_view_sub(text, start, start + TITLE_BYTES_MAX);
        uint32_t end = nb_view_find(near, close, 0);
        at = start;
        if (end == NB_VIEW_NONE)
            continue;
        nb_view title = nb_view_sub(near, 0, end);
        if (nb_view_eq(title, NB_V("中华人民共和国政府信息公开条例")) ||
            nb_view_eq(title, NB_V("政府信息公开条例")))
            *nb_vec_push(arena, links) =
                (nb_link){nb_span_of(start, start + end), nb_law_address(title)};
        at = start + end;
    }
}

static int by_start(const void *a, const void *b)
{
    const nb_link *x = a;
    const nb_link *y = b;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

nb_links nb_links_of(nb_arena *arena, const nb_analysis *analysis)
{
    link_vec links = {0};
    add_addresses(arena, analysis->text, &links);
    if (analysis->is_report)
        add_titles(arena, analysis->text, &links);
    if (links.len)
        qsort(links.items, links.len, sizeof *links.items, by_start);
    return (nb_links){links.items, links.len};
}
