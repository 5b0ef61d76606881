#ifndef NB_LSP_JSON_H
#define NB_LSP_JSON_H

#include <cjson/cJSON.h>

#include "nb/base/buf.h"
#include "nb/text/lines.h"

/*
 * Reading what a client sent, where every member may be missing or of the wrong type, and writing
 * answers. Answers are written as text straight into a buffer: a tree of cJSON nodes for a
 * diagnostic costs ten times what sending it costs (measured in performance notes of the project).
 */

/* A text of JSON that is exactly one value, or NULL. body must be followed by a NUL. */
cJSON *nb_json_parse(nb_view body);

/* The member, or NULL; json may be NULL or no object. Case counts, the first of equals wins. */
const cJSON *nb_json_get(const cJSON *json, const char *key);

/* The member at a path of keys parted by dots: "textDocument.hover.contentFormat". */
const cJSON *nb_json_path(const cJSON *json, const char *path);

bool nb_json_is_true(const cJSON *json, const char *path);

/* The string's bytes, or the empty view with ptr NULL if it is no string. */
nb_view nb_json_view(const cJSON *json);
nb_view nb_json_path_view(const cJSON *json, const char *path);

/* A number as an integer, cut off at the ends of the range; fallback if it is no number. */
int64_t nb_json_int(const cJSON *json, int64_t fallback);

/* True if the array holds this string. */
bool nb_json_array_has(const cJSON *array, const char *value);

/* False if it is no position or range: numbers above the range of LSP are cut off, not refused. */
bool nb_json_position(const cJSON *json, nb_position *position);
bool nb_json_range(const cJSON *json, nb_range *range);

/* ---- writing ---- */

/* A JSON string, quotes included. Bytes that are no UTF-8 become U+FFFD. */
void nb_json_add_string(nb_buf *out, nb_view v);
void nb_json_add_str(nb_buf *out, const char *s);

/* As above, in pieces: between quotes that the caller writes. */
void nb_json_add_escaped(nb_buf *out, nb_view v);

void nb_json_add_uint(nb_buf *out, uint64_t value);
void nb_json_add_position(nb_buf *out, nb_position position);
void nb_json_add_range(nb_buf *out, nb_range range);

/* A comma, unless something opened just before: `{` `[` or nothing. */
void nb_json_comma(nb_buf *out);

/* Any value back as it was parsed (numbers as cJSON prints them). */
void nb_json_add_value(nb_buf *out, const cJSON *json);

#endif
