#ifndef NB_MARKUP_HTML_H
#define NB_MARKUP_HTML_H

#include <gumbo.h>

#include "markup/source.h"

/*
 * Text that grows while the tree is walked, with the place of each character. White space
 * collapses as in a browser, except that a line break next to a Chinese character leaves nothing:
 * word processors break their HTML anywhere.
 */
typedef struct nb_html_text {
    nb_source *s;
    nb_mapped_builder *out; /* NULL while there is no text */
    nb_span run;            /* bytes of the document that have not been added to out */
    uint32_t last;          /* the last character */
    bool has_gap;           /* white space in front of the next character */
    bool gap_breaks;        /* it holds a line break, <br> or a border of paragraphs */
} nb_html_text;

/* Offsets of pieces of the document as gumbo points at them; false if it points elsewhere. */
bool nb_html_span(const nb_source *s, GumboStringPiece piece, nb_span *span);

void nb_html_text_node(nb_html_text *t, const GumboText *node);
void nb_html_text_break(nb_html_text *t);
/* What has come together, trimmed; starts anew. */
nb_mapped nb_html_text_take(nb_html_text *t);

/*
 * A copy of html without what is no HTML (scripts, styles), cut where elements are nested so
 * deep, attributes are so many or formatting is left open so often that the work or the tree
 * would outgrow the text.
 */
nb_view nb_html_safe(nb_arena *arena, nb_view html);

/* What the tables of a tree are, in the order of their start tags. */
typedef struct nb_html_table {
    uint32_t plain_cells; /* without a table inside */
    uint32_t tables;      /* inside */
    uint32_t longest;     /* bytes of text in one cell */
} nb_html_table;

typedef struct nb_html_tables {
    nb_html_table *items;
    uint32_t len;
    uint32_t cap;
} nb_html_tables;

nb_html_tables nb_html_look_at_tables(nb_source *s, const GumboNode *root);
/* Only there to place things on the page: its cells are read as paragraphs. */
bool nb_html_table_is_layout(const nb_html_table *table);

/*
 * Walks a tree without recursion. enter says whether to go into the children; leave follows for
 * every element that was entered so.
 */
typedef struct nb_html_visitor {
    bool (*enter)(void *self, const GumboNode *node);
    void (*leave)(void *self, const GumboNode *node);
    void *self;
} nb_html_visitor;
void nb_html_walk(nb_arena *arena, const GumboNode *root, const nb_html_visitor *visitor);

/* What a browser does not show. */
bool nb_html_is_hidden(const GumboNode *node);

/* Adds the blocks of a tree. */
void nb_html_blocks(nb_source *s, const GumboNode *root);

#endif
