#ifndef NB_CLI_SNIPPET_H
#define NB_CLI_SNIPPET_H

#include "nb/base/buf.h"
#include "nb/text/lines.h"

/* Text of a document on a terminal. */

/* v without what could steer a terminal or turn the reading direction: such characters become a
 * blank. Line ends too. */
void snippet_add_clean(nb_buf *out, nb_view v);

/*
 * The line that span begins in, and ^^^ below the part of it that span covers, at the right columns
 * though Han characters take two. Of a long line the part around span is shown.
 */
void snippet_add(nb_buf *out, const nb_lines *lines, nb_span span, const char *color_on,
                 const char *color_off);

#endif
