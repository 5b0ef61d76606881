#ifndef NB_CHECK_PAGE_H
#define NB_CHECK_PAGE_H

#include "nb/base/buf.h"
#include "nb/check/check.h"

/*
 * The report as a page to look at: its tables in the shape of the official form, every identity's
 * verdict beside the figures it speaks of, wrong figures with what they should be, findings under
 * the part they belong to. HTML without script and without inline style, so that the strictest
 * policy of an editor's view holds; all text of the document is escaped.
 */

/*
 * Adds one <article>. name: the file, for a text without a title. What stands somewhere in the
 * text carries data-at="line:character:line:character", from 0, in units of the encoding.
 */
void nb_page_add(nb_buf *out, const nb_analysis *analysis, nb_view name, nb_lang lang,
                 nb_encoding encoding);

/* The style sheet: follows the editor's theme where there is one (--vscode-…), else the system's
 * light or dark, and prints black on white on A4. Always the same; free of `<`. */
void nb_page_add_style(nb_buf *out);

/* Text as HTML: & < > " ' escaped, what is no character of a document replaced. */
void nb_page_add_text(nb_buf *out, nb_view v);

#endif
