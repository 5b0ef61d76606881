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

bool nb_html_span(const nb_source *s, GumboStringPiece piece, nb_span *span)
{
    uintptr_t at = (uintptr_t)piece.data;
    uintptr_t base = (uintptr_t)s->html.ptr;
    if (!piece.length || at < base || at + piece.length > base + s->html.len)
        return false;
    uint32_t start = s->html_start + (uint32_t)(at - base);
    *span = nb_span_of(start, start + (uint32_t)piece.length);
    return true;
}

typedef struct visit {
    const GumboNode *node;
    uint32_t child;
} visit;

static const GumboVector *children_of(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_DOCUMENT)
        return &node->v.document.children;
    return node->type == GUMBO_NODE_ELEMENT ? &node->v.element.children : NULL;
}

void nb_html_walk(nb_arena *arena, const GumboNode *root, const nb_html_visitor *visitor)
{
    struct {
        visit *items;
        uint32_t len;
        uint32_t cap;
    } stack = {0};
    const GumboNode *node = root;
    for (;;) {
        bool goes_in = visitor->enter(visitor->self, node);
        if (goes_in && children_of(node))
            *nb_vec_push(arena, &stack) = (visit){.node = node};
        for (node = NULL; stack.len && !node;) {
            visit *top = &stack.items[stack.len - 1];
            const GumboVector *children = children_of(top->node);
            if (top->child < children->length) {
                node = children->data[top->child++];
            } else {
                visitor->leave(visitor->self, top->node);
                stack.len--;
            }
        }
        if (!node)
            return;
    }
}

/* What lies beyond the limit is read line by line. */
static void parse_rest(nb_source *s, nb_span rest)
{
    if (nb_span_is_empty(rest))
        return;
    nb_source text = {.arena = s->arena, .text = nb_view_sub(s->text, 0, rest.end)};
    nb_source_index_from(&text, rest.start);
    for (uint32_t i = 0; i < text.line_count; i++)
        nb_source_add_paragraph(s, &text.lines[i]);
}

void nb_parse_html(nb_source *s, nb_span region)
{
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
}
