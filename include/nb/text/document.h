#ifndef NB_TEXT_DOCUMENT_H
#define NB_TEXT_DOCUMENT_H

#include "nb/text/lines.h"

/*
 * The text of an open document and its line index, edited in place. Owns its memory; the view of
 * its text is valid until the next change.
 */
typedef struct nb_document nb_document;

/* Copies text, which may be of any bytes. */
nb_document *nb_document_new(nb_view text);
void nb_document_free(nb_document *document); /* NULL is allowed */

nb_view nb_document_text(const nb_document *document);
const nb_lines *nb_document_lines(const nb_document *document);

/* Replaces everything by a copy of text, whatever its length. */
void nb_document_set(nb_document *document, nb_view text);

/*
 * Replaces a range, clamped and swapped as lines.h says. Invalid UTF-8 in text is kept as it is.
 * Returns false, and changes nothing, if the text would grow beyond NB_DOCUMENT_MAX.
 */
#define NB_DOCUMENT_MAX (64u * 1024u * 1024u)
bool nb_document_edit(nb_document *document, nb_range range, nb_encoding encoding, nb_view text);

#endif
