#include <stdlib.h>
#include <string.h>

#include "lsp/json.h"
#include "nb/base/bug.h"
#include "nb/text/skip.h"
#include "nb/text/utf8.h"

static void add_escape(nb_buf *out, unsigned char c)
{
    static const char digits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        nb_buf_add(out, "\\\"", 2);
        return;
    case '\\':
        nb_buf_add(out, "\\\\", 2);
        return;
    case '\n':
        nb_buf_add(out, "\\n", 2);
        return;
    case '\r':
        nb_buf_add(out, "\\r", 2);
        return;
    case '\t':
        nb_buf_add(out, "\\t", 2);
        return;
    default:
        nb_buf_add(out, "\\u00", 4);
        nb_buf_add_char(out, digits[c >> 4]);
        nb_buf_add_char(out, digits[c & 15]);
    }
}

/* v is well-formed. Runs without anything to escape are copied whole. */
static void add_valid(nb_buf *out, nb_view v)
{
    nb_buf_reserve(out, v.len);
    for (uint32_t i = 0; i < v.len; i++) {
        uint32_t end = nb_skip_to_escape(v, i);
        nb_buf_add(out, v.ptr + i, end - i);
        if (end < v.len)
            add_escape(out, (unsigned char)v.ptr[end]);
        i = end;
    }
}

void nb_json_add_escaped(nb_buf *out, nb_view v)
{
    if (v.len == 0)
        return;
    uint32_t bad = nb_utf8_check(v);
    while (bad != NB_VIEW_NONE) {
        add_valid(out, nb_view_sub(v, 0, bad));
        nb_buf_add_str(out, "\xEF\xBF\xBD");
        v = nb_view_sub(v, bad + 1, v.len);
        if (v.len == 0)
            return;
        bad = nb_utf8_check(v);
    }
    add_valid(out, v);
}

void nb_json_add_string(nb_buf *out, nb_view v)
{
    nb_buf_add_char(out, '"');
    nb_json_add_escaped(out, v);
    nb_buf_add_char(out, '"');
}

void nb_json_add_str(nb_buf *out, const char *s)
{
    nb_json_add_string(out, nb_view_of(s));
}

void nb_json_add_uint(nb_buf *out, uint64_t value)
{
    if (value < 10) { /* most of the numbers of a long answer */
        nb_buf_add_char(out, (char)('0' + value));
        return;
    }
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    nb_buf_add(out, digits + at, sizeof digits - at);
}

void nb_json_add_position(nb_buf *out, nb_position position)
{
    nb_buf_add_str(out, "{\"line\":");
    nb_json_add_uint(out, position.line);
    nb_buf_add_str(out, ",\"character\":");
    nb_json_add_uint(out, position.character);
    nb_buf_add_char(out, '}');
}

void nb_json_add_range(nb_buf *out, nb_range range)
{
    nb_buf_add_str(out, "{\"start\":");
    nb_json_add_position(out, range.start);
    nb_buf_add_str(out, ",\"end\":");
    nb_json_add_position(out, range.end);
    nb_buf_add_char(out, '}');
}

void nb_json_comma(nb_buf *out)
{
    if (out->len && out->ptr[out->len - 1] != '{' && out->ptr[out->len - 1] != '[')
        nb_buf_add_char(out, ',');
}

void nb_json_add_value(nb_buf *out, const cJSON *json)
{
    char *text = json ? cJSON_PrintUnformatted(json) : NULL;
    nb_buf_add_str(out, text ? text : "null");
    cJSON_free(text);
}
