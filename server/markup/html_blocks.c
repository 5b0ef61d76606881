#include "markup/html.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/*
 * From the tree to blocks: elements that begin a line in a browser part paragraphs; a table
 * becomes a grid, whose cells are text however they are marked up inside.
 */

typedef struct reader {
    nb_source *s;
    nb_html_text text;
    nb_html_tables tables;
    uint32_t table;          /* how many have been met */
    const GumboNode *opened; /* the element whose content began with the open text */
    uint32_t level;          /* of the open heading, else 0 */
    nb_grid_builder *grid;   /* the open table */
    const GumboNode *grid_node;
    uint32_t nested; /* tables open inside it */
    uint32_t grid_start;
    uint32_t grid_end; /* of what has been read of it */
    bool in_cell;
    bool had_cell;
    bool in_caption;
    uint32_t place; /* where text of the open cell could be written */
    bool has_place; /* it is behind a blank that stays */
} reader;

static nb_span element_span(const reader *r, const GumboNode *node)
{
    const GumboElement *e = &node->v.element;
    nb_span tag;
    nb_span end_tag;
    if (!nb_html_span(r->s, e->original_tag, &tag))
        return nb_span_of(0, 0);
    if (!nb_html_span(r->s, e->original_end_tag, &end_tag))
        return nb_span_of(tag.start, tag.end);
    /* gumbo notes the tag that closed the element, which may be that of an outer one. */
    const char *name = gumbo_normalized_tagname(e->tag);
    size_t len = strlen(name);
    bool is_own = len && end_tag.end - end_tag.start > len + 2 &&
                  !strncasecmp(r->s->text.ptr + end_tag.start + 2, name, len);
    return nb_span_of(tag.start, is_own ? end_tag.end : end_tag.start);
}

/* Ends the paragraph or heading; closing is the element that ends there, or NULL. */
static void flush(reader *r, const GumboNode *closing)
{
    const GumboNode *opened = r->opened;
    r->opened = NULL;
    nb_mapped text = nb_html_text_take(&r->text);
    if (!text.text.len)
        return;
    nb_span span = nb_mapped_whole(&text);
    if (closing && opened == closing) {
        nb_span whole = element_span(r, closing);
        if (whole.start <= span.start && whole.end >= span.end)
            span = whole;
    }
    nb_source_add(r->s, r->level ? NB_BLOCK_HEADING : NB_BLOCK_PARAGRAPH, r->level, span, text);
}

static bool is_inline(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: /* <o:p>, <st1:chsdate> of word processors */
        return true;
    default:
        return false;
    }
}

static uint32_t span_attribute(const GumboElement *e, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&e->attributes, name);
    long value = attribute ? strtol(attribute->value, NULL, 10) : 1;
    if (value < 1)
        return 1;
    return value < UINT16_MAX ? (uint32_t)value : UINT16_MAX;
}

static void begin_grid(reader *r, const GumboNode *node)
{
    flush(r, NULL);
    r->grid = nb_grid_begin(r->s->arena, &r->s->grid_room, NB_DIALECT_HTML, true, true, true);
    r->grid_node = node;
    r->nested = 0;
    r->had_cell = false;
    nb_span tag = nb_span_of(0, 0);
    nb_html_span(r->s, node->v.element.original_tag, &tag);
    r->grid_start = tag.start;
    r->grid_end = tag.end;
    r->place = tag.end;
}

static void end_grid(reader *r, uint32_t end)
{
    nb_source_add_grid(r->s, nb_grid_end(r->grid, nb_span_of(r->grid_start, end)));
    r->grid = NULL;
}

static void begin_row(reader *r, const GumboNode *node)
{
    nb_span tag;
    if (nb_html_span(r->s, node->v.element.original_tag, &tag)) {
        if (nb_grid_is_full(r->grid, node->v.element.children.length)) {
            end_grid(r, tag.start);
            r->grid =
                nb_grid_begin(r->s->arena, &r->s->grid_room, NB_DIALECT_HTML, true, true, true);
            r->grid_start = tag.start;
        }
        r->place = tag.end;
    }
    nb_grid_row(r->grid);
}

/* The place for text moves into the innermost element as long as there is none. */
static void move_place(reader *r, const GumboNode *node)
{
    nb_span tag;
    if (!r->has_place && !r->text.out && nb_html_span(r->s, node->v.element.original_tag, &tag) &&
        tag.end > r->place)
        r->place = tag.end;
}

static void end_cell(reader *r, const GumboNode *node)
{
    r->in_cell = false;
    r->had_cell = true;
    nb_mapped text = nb_html_text_take(&r->text);
    nb_span span = nb_span_of(r->place, r->place);
    if (text.text.len)
        span = nb_mapped_whole(&text);
    else
        text = nb_mapped_identity(r->s->text, span);
    if (span.end > r->grid_end)
        r->grid_end = span.end;
    nb_grid_cell_add(r->grid, &text, span, span_attribute(&node->v.element, "rowspan"),
                     span_attribute(&node->v.element, "colspan"));
}

static void enter_in_table(reader *r, const GumboNode *node)
{
    GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_TABLE) {
        r->nested++;
        r->table++;
    }
    bool is_own = !r->nested;
    if (is_own && tag == GUMBO_TAG_TR) {
        begin_row(r, node);
    } else if (is_own && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)) {
        r->in_cell = true;
        r->has_place = false;
        move_place(r, node);
    } else if (is_own && tag == GUMBO_TAG_CAPTION) {
        r->in_caption = true;
    } else if (r->in_cell) {
        if (!is_inline(tag))
            nb_html_text_break(&r->text);
        move_place(r, node);
    }
}

static uint32_t heading_level(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? 1 + (uint32_t)(tag - GUMBO_TAG_H1) : 0;
}

static void enter_block(reader *r, const GumboNode *node)
{
    GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_TABLE) {
        uint32_t index = r->table++;
        if (index < r->tables.len && !nb_html_table_is_layout(&r->tables.items[index])) {
            begin_grid(r, node);
            return;
        }
    }
    if (is_inline(tag))
        return;
    if (r->level && !heading_level(tag)) {
        nb_html_text_break(&r->text);
        return;
    }
    flush(r, NULL);
    if (tag == GUMBO_TAG_BR || tag == GUMBO_TAG_HR)
        return;
    r->opened = node;
    if (heading_level(tag))
        r->level = heading_level(tag);
}

static void take_comment(reader *r, const GumboText *comment)
{
    nb_span span;
    if (r->grid || !nb_html_span(r->s, comment->original_text, &span))
        return;
    nb_view raw = nb_view_sub(r->s->text, span.start, span.end);
    if (!nb_view_starts_with(raw, NB_V("<!--")) || nb_view_starts_with(raw, NB_V("<!--[")) ||
        nb_view_starts_with(raw, NB_V("<!--<!")))
        return;
    flush(r, NULL);
    uint32_t end = nb_view_ends_with(raw, NB_V("-->")) && raw.len >= 7 ? span.end - 3 : span.end;
    nb_span content = nb_trim(r->s->text, nb_span_of(span.start + 4, end));
    nb_source_add(r->s, NB_BLOCK_COMMENT, 0, span, nb_mapped_identity(r->s->text, content));
}

static void take_text(reader *r, const GumboText *text)
{
    if (r->grid && !r->in_cell && !r->in_caption)
        return;
    nb_span span;
    bool had_text = r->text.out != NULL;
    nb_html_text_node(&r->text, text);
    bool is_first = !had_text && r->text.out && r->in_cell && !r->has_place;
    if (is_first && nb_html_span(r->s, text->original_text, &span) && span.start >= r->place) {
        r->place = span.start;
        r->has_place = true;
    }
}

static bool enter(void *self, const GumboNode *node)
{
    reader *r = self;
    switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
        return true;
    case GUMBO_NODE_ELEMENT:
        break;
    case GUMBO_NODE_COMMENT:
        take_comment(r, &node->v.text);
        return false;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        take_text(r, &node->v.text);
        return false;
    default:
        return false;
    }
    if (nb_html_is_hidden(node))
        return false;
    if (r->grid)
        enter_in_table(r, node);
    else
        enter_block(r, node);
    return true;
}

static void leave_in_table(reader *r, const GumboNode *node)
{
    GumboTag tag = node->v.element.tag;
    if (node == r->grid_node) {
        nb_span span = element_span(r, node);
        end_grid(r, span.end > r->grid_end ? span.end : r->grid_end);
    } else if (tag == GUMBO_TAG_TABLE) {
        r->nested--;
    } else if (!r->nested && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)) {
        end_cell(r, node);
    } else if (!r->nested && tag == GUMBO_TAG_CAPTION) {
        r->in_caption = false;
        nb_span span = element_span(r, node);
        flush(r, NULL);
        if (span.end > r->grid_end && !r->had_cell)
            r->grid_start = r->grid_end = span.end;
    } else if (r->in_cell && !is_inline(tag)) {
        nb_html_text_break(&r->text);
    }
}

static void leave(void *self, const GumboNode *node)
{
    reader *r = self;
    if (node->type != GUMBO_NODE_ELEMENT)
        return;
    if (r->grid) {
        leave_in_table(r, node);
        return;
    }
    GumboTag tag = node->v.element.tag;
    if (is_inline(tag) || tag == GUMBO_TAG_BR || (r->level && !heading_level(tag)))
        return;
    flush(r, node);
    r->level = 0;
}

void nb_html_blocks(nb_source *s, const GumboNode *root)
{
    reader r = {.s = s, .text = {.s = s}, .tables = nb_html_look_at_tables(s, root)};
    nb_html_walk(s->arena, root, &(nb_html_visitor){.enter = enter, .leave = leave, .self = &r});
    flush(&r, NULL);
}
