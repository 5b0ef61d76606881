#include "markup/html.h"

/*
 * gumbo gets the arena as its allocator, so its tree needs no destruction (which recurses) and
 * goes with the arena.
 */

static void *allocate(void *arena, size_t size)
{
    return nb_arena_alloc(arena, size);
}

static void deallocate(void *arena, void *ptr)
{
    (void)arena;
    (void)ptr;
}

/* What lies beyond the limit is read line by line. */
static void parse_rest(nb_source *s, nb_span rest)
{
    if (nb_span_is_empty(rest))
        return;
    nb_line_vec lines = nb_lines_scan(s->arena, nb_view_sub(s->text, 0, rest.end), rest);
    for (uint32_t i = 0; i < lines.len; i++)
        nb_source_add_paragraph(s, &lines.items[i]);
}

void nb_parse_html(nb_source *s, nb_span region)
{
    uint32_t first = s->blocks.len;
    s->html = nb_html_safe(s->arena, nb_view_sub(s->text, region.start, region.end));
    s->html_start = region.start;
    if (s->html.len) {
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = allocate;
        options.deallocator = deallocate;
        options.userdata = s->arena;
        options.max_errors = 0;
        const GumboOutput *output = gumbo_parse_with_options(&options, s->html.ptr, s->html.len);
        nb_html_blocks(s, output->document);
    }
    parse_rest(s, nb_span_of(region.start + s->html.len, region.end));
    nb_source_settle(s, first);
}
