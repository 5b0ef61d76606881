#ifndef NB_CLI_JSON_H
#define NB_CLI_JSON_H

#include "nb/base/buf.h"

/*
 * Writes JSON (RFC 8259) without blanks into a buffer, in the order of the calls; commas are put by
 * themselves. A thousand diagnostics take less time this way than to build them as objects first.
 */
typedef struct json {
    nb_buf *out;
    bool needs_comma;
} json;

void json_open(json *j, char bracket);  /* '{' or '[' */
void json_close(json *j, char bracket); /* '}' or ']' */
void json_key(json *j, const char *key);
/* Escaped; a byte that is no UTF-8 becomes U+FFFD, so that the output is always valid. */
void json_string(json *j, nb_view v);
void json_text(json *j, const char *s); /* NULL: null */
void json_int(json *j, int64_t number);
void json_bool(json *j, bool value);
void json_null(json *j);

#endif
