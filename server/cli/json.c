#include "cli/json.h"

#include <inttypes.h>

#include "nb/text/utf8.h"

static void comma(json *j)
{
    if (j->needs_comma)
        nb_buf_add_char(j->out, ',');
    j->needs_comma = true;
}

void json_open(json *j, char bracket)
{
    comma(j);
    nb_buf_add_char(j->out, bracket);
    j->needs_comma = false;
}

void json_close(json *j, char bracket)
{
    nb_buf_add_char(j->out, bracket);
    j->needs_comma = true;
}

static void add_escaped(nb_buf *out, unsigned char c)
{
    static const char digits[] = "0123456789abcdef";
    switch (c) {
    case '\n':
        nb_buf_add_str(out, "\\n");
        return;
    case '\r':
        nb_buf_add_str(out, "\\r");
        return;
    case '\t':
        nb_buf_add_str(out, "\\t");
        return;
    case '"':
    case '\\':
        nb_buf_add_char(out, '\\');
        nb_buf_add_char(out, (char)c);
        return;
    default:
        nb_buf_add_str(out, "\\u00");
        nb_buf_add_char(out, digits[c >> 4]);
        nb_buf_add_char(out, digits[c & 15]);
    }
}

static bool is_plain(unsigned char c)
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

void json_string(json *j, nb_view v)
{
    comma(j);
    nb_buf_add_char(j->out, '"');
    uint32_t from = 0; /* what is copied as it stands */
    for (uint32_t at = 0; at < v.len;) {
        unsigned char c = (unsigned char)v.ptr[at];
        if (is_plain(c)) {
            at++;
            continue;
        }
        uint32_t next = at;
        bool is_valid = c < 0x80 || nb_utf8_next(v, &next) != NB_UTF8_INVALID;
        if (c >= 0x80 && is_valid) {
            at = next;
            continue;
        }
        nb_buf_add(j->out, v.ptr + from, at - from);
        if (is_valid)
            add_escaped(j->out, c);
        else
            nb_buf_add_str(j->out, "\xEF\xBF\xBD");
        from = ++at;
    }
    nb_buf_add(j->out, v.ptr + from, v.len - from);
    nb_buf_add_char(j->out, '"');
}

void json_text(json *j, const char *s)
{
    if (s)
        json_string(j, nb_view_of(s));
    else
        json_null(j);
}

void json_key(json *j, const char *key)
{
    json_text(j, key);
    nb_buf_add_char(j->out, ':');
    j->needs_comma = false;
}

void json_int(json *j, int64_t number)
{
    comma(j);
    nb_buf_printf(j->out, "%" PRId64, number);
}

void json_bool(json *j, bool value)
{
    comma(j);
    nb_buf_add_str(j->out, value ? "true" : "false");
}

void json_null(json *j)
{
    comma(j);
    nb_buf_add_str(j->out, "null");
}
