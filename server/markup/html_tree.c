#include "markup/html.h"

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
