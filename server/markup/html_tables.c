#include "markup/html.h"

#include <string.h>
#include <strings.h>

/*
 * Tables hold figures or, on older pages, the page. A table around other tables, or one of a few
 * cells with a long text, is of the second kind.
 */
#define LAYOUT_CELLS_MAX 12u    /* cells beside those that hold tables */
#define LAYOUT_PROSE_CELLS 6u   /* a table of so few cells … */
#define LAYOUT_PROSE_BYTES 600u /* … with such a text in one of them */

typedef struct open_table {
    uint32_t index;
    uint32_t text; /* bytes in the open cell */
    bool holds_table;
} open_table;

typedef struct looker {
    nb_source *s;
    nb_html_tables tables;
    struct {
        open_table *items;
        uint32_t len;
        uint32_t cap;
    } open;
} looker;

bool nb_html_is_hidden(const GumboNode *node)
{
    const GumboElement *e = &node->v.element;
    switch (e->tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
        return true;
    default:
        break;
    }
    const GumboAttribute *style = gumbo_get_attribute(&e->attributes, "style");
    const char *display = style ? strcasestr(style->value, "display:") : NULL;
    if (!display)
        return false;
    display += strlen("display:");
    display += strspn(display, " ");
    return !strncasecmp(display, "none", 4);
}

static bool is_cell(const GumboNode *node)
{
    return node->v.element.tag == GUMBO_TAG_TD || node->v.element.tag == GUMBO_TAG_TH;
}

static bool enter(void *self, const GumboNode *node)
{
    looker *l = self;
    open_table *top = l->open.len ? &l->open.items[l->open.len - 1] : NULL;
    if (node->type == GUMBO_NODE_TEXT && top)
        top->text += (uint32_t)node->v.text.original_text.length;
    if (node->type != GUMBO_NODE_ELEMENT)
        return true;
    if (nb_html_is_hidden(node))
        return false;
    if (node->v.element.tag == GUMBO_TAG_TABLE) {
        if (top) {
            top->holds_table = true;
            l->tables.items[top->index].tables++;
        }
        *nb_vec_push(l->s->arena, &l->tables) = (nb_html_table){0};
        *nb_vec_push(l->s->arena, &l->open) = (open_table){.index = l->tables.len - 1};
    } else if (top && is_cell(node)) {
        top->text = 0;
        top->holds_table = false;
    }
    return true;
}

static void leave(void *self, const GumboNode *node)
{
    looker *l = self;
    if (node->type != GUMBO_NODE_ELEMENT || !l->open.len)
        return;
    if (node->v.element.tag == GUMBO_TAG_TABLE) {
        l->open.len--;
        return;
    }
    if (!is_cell(node))
        return;
    const open_table *top = &l->open.items[l->open.len - 1];
    nb_html_table *table = &l->tables.items[top->index];
    table->plain_cells += !top->holds_table;
    if (top->text > table->longest)
        table->longest = top->text;
}

nb_html_tables nb_html_look_at_tables(nb_source *s, const GumboNode *root)
{
    looker l = {.s = s};
    nb_html_walk(s->arena, root, &(nb_html_visitor){.enter = enter, .leave = leave, .self = &l});
    return l.tables;
}

bool nb_html_table_is_layout(const nb_html_table *table)
{
    if (table->tables)
        return table->plain_cells < LAYOUT_CELLS_MAX;
    return table->plain_cells <= LAYOUT_PROSE_CELLS && table->longest > LAYOUT_PROSE_BYTES;
}
