#ifndef NB_CHECK_PAGE_INTERNAL_H
#define NB_CHECK_PAGE_INTERNAL_H

#include "nb/check/page.h"
#include "nb/check/place.h"

/* Within the layer: what the files of the page share. */

typedef struct nb_page {
    nb_buf *out;
    nb_arena *scratch;
    const nb_analysis *analysis;
    nb_lang lang;
    nb_encoding encoding;
    bool *is_listed; /* of each finding: it has its line already */
} nb_page;

static inline void nb_page_put(const nb_page *page, const char *html)
{
    nb_buf_add_str(page->out, html);
}

static inline void nb_page_say(const nb_page *page, nb_text2 words)
{
    nb_page_add_text(page->out, nb_view_of(nb_text2_in(words, page->lang)));
}

/* ` data-at="…"`, with a leading blank. */
void nb_page_add_place(const nb_page *page, nb_span span);

/* Names the class of a severity: "error", "warning", "information", "hint". */
const char *nb_page_class(nb_severity severity);

/* How sure it is that a failing identity is a mistake. */
static inline nb_strength nb_page_strength(const nb_verdict *verdict)
{
    return verdict->left_micro > verdict->right_micro ? verdict->identity->strength
                                                      : verdict->identity->strength_below;
}

/* ---- what is said about a cell (page_marks.c) ---- */

typedef struct nb_mark {
    const nb_finding *finding; /* on this cell; NULL if none */
    nb_view computed;          /* what should stand there; empty if not known */
    bool is_wrong;             /* this figure is the wrong one, as far as can be told */
    bool is_doubtful;          /* it may be; with is_wrong or without */
    bool is_part;              /* operand of a sum that fails */
} nb_mark;

/* Marks of a table's cells. */
typedef struct nb_marks {
    const nb_table *table;
    nb_mark **blocks; /* block_count arrays of rows × columns; NULL where the block is absent */
} nb_marks;

nb_marks nb_marks_of(const nb_page *page, const nb_table *table);

static inline const nb_mark *nb_mark_at(const nb_marks *marks, uint32_t block, uint32_t row,
                                        uint32_t column)
{
    const nb_mark *all = marks->blocks[block];
    return all ? &all[row * marks->table->blocks[block].form->column_count + column] : NULL;
}

/* ---- a table in the shape of its form (page_table.c) ---- */

void nb_page_add_table(const nb_page *page, const nb_table *table);

/* ---- verdicts (page_verdict.c) ---- */

/* ✓, or ✗ with both sides; the sum in words as its title. tag: "td", "p"; says: the identity, too.
 */
void nb_page_add_verdict(const nb_page *page, const nb_verdict *verdict, const char *tag,
                         uint32_t colspan, bool says);

#endif
