#ifndef NB_LSP_PRESCAN_H
#define NB_LSP_PRESCAN_H

#include "nb/base/buf.h"

/*
 * What must be done to a message before cJSON 1.7 may see it (each was tried there):
 *  - a lone surrogate escape (\ud83d without its partner) makes cJSON refuse the whole message,
 *    and the document would be out of step for good: it becomes \ufffd, which has the same length;
 *  - \u0000 ends a C string in its middle: it becomes \ufffd, one UTF-16 unit as before;
 *  - a byte that is no UTF-8 would pass through into our own output: it becomes U+FFFD;
 *  - cJSON parses by recursion: the depth of nesting is limited here;
 *  - ids are stored as double and lose digits: the bytes of the id are found here.
 */

#define NB_JSON_DEPTH_MAX 200u

typedef struct nb_prescan {
    bool is_too_deep;
    bool is_array;    /* the message is an array: a batch, which LSP forbids */
    nb_span id;       /* the raw value of the first member "id" of the outermost object */
    uint32_t repairs; /* how many characters had to be replaced */
} nb_prescan;

/* Repairs body in place. One pass; never fails. Whether it is JSON at all is left to the parser. */
nb_prescan nb_prescan_run(nb_buf *body);

#endif
