#include "lsp/frame.h"

#include <string.h>

/* A body buffer that a large didOpen has blown up is given back after it. */
#define KEPT_BODY (256u * 1024u)

/* Reserved at once for an announced body; more only as the bytes really come. */
#define TRUSTED_LENGTH (1024u * 1024u)

void nb_frame_release(nb_frame_reader *reader)
{
    nb_buf_release(&reader->body);
}

bool nb_frame_is_idle(const nb_frame_reader *reader)
{
    return !reader->in_body && reader->line_len == 0 && reader->line_count == 0;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Names of header fields are compared without case, as VS Code's reader does. */
static bool equals_lower(nb_view v, nb_view lower_case)
{
    if (v.len != lower_case.len)
        return false;
    for (uint32_t i = 0; i < v.len; i++)
        if (lower(v.ptr[i]) != lower_case.ptr[i])
            return false;
    return true;
}

static const char *read_length(nb_frame_reader *reader, nb_view value)
{
    if (value.len == 0)
        return "Content-Length is empty";
    uint64_t length = 0;
    for (uint32_t i = 0; i < value.len; i++) {
        if (value.ptr[i] < '0' || value.ptr[i] > '9')
            return "Content-Length is not a number";
        length = length * 10 + (uint64_t)(value.ptr[i] - '0');
        if (length > NB_FRAME_LENGTH_MAX)
            return "Content-Length is too large";
    }
    if (reader->has_length && reader->length != length)
        return "Content-Length is given twice with different values";
    reader->has_length = true;
    reader->length = (uint32_t)length;
    return NULL;
}

/* "utf8" is an old spelling that the specification asks servers to accept. */
static void read_content_type(nb_frame_reader *reader, nb_view value)
{
    static const char key[] = "charset=";
    for (uint32_t i = 0; i + sizeof key - 1 <= value.len; i++) {
        if (!equals_lower(nb_view_sub(value, i, i + (uint32_t)sizeof key - 1), NB_V("charset=")))
            continue;
        nb_view charset = nb_view_sub(value, i + (uint32_t)sizeof key - 1, value.len);
        uint32_t semicolon = nb_view_find(charset, NB_V(";"), 0);
        charset = nb_view_trim(nb_view_sub(charset, 0, semicolon));
        if (charset.len >= 2 && charset.ptr[0] == '"' && charset.ptr[charset.len - 1] == '"')
            charset = nb_view_sub(charset, 1, charset.len - 1);
        reader->is_foreign_charset =
            !equals_lower(charset, NB_V("utf-8")) && !equals_lower(charset, NB_V("utf8"));
        return;
    }
}

static const char *read_field(nb_frame_reader *reader, nb_view line)
{
    uint32_t colon = nb_view_find(line, NB_V(":"), 0);
    if (colon == NB_VIEW_NONE)
        return "a header line has no colon";
    nb_view name = nb_view_trim(nb_view_sub(line, 0, colon));
    nb_view value = nb_view_trim(nb_view_sub(line, colon + 1, line.len));
    if (equals_lower(name, NB_V("content-length")))
        return read_length(reader, value);
    if (equals_lower(name, NB_V("content-type")))
        read_content_type(reader, value);
    return NULL; /* unknown fields are ignored */
}

static void begin_body(nb_frame_reader *reader)
{
    reader->in_body = true;
    if (reader->body.cap > KEPT_BODY)
        nb_buf_release(&reader->body);
    nb_buf_clear(&reader->body);
    nb_buf_reserve(&reader->body,
                   reader->length < TRUSTED_LENGTH ? reader->length : TRUSTED_LENGTH);
}

/* A whole header line, without its line end. */
static const char *end_line(nb_frame_reader *reader)
{
    nb_view line = {reader->line, reader->line_len};
    if (line.len && line.ptr[line.len - 1] == '\r')
        line.len--;
    reader->line_len = 0;
    if (line.len) {
        if (++reader->line_count > NB_FRAME_HEADERS_MAX)
            return "the header has too many lines";
        return read_field(reader, line);
    }
    if (reader->line_count == 0)
        return NULL; /* an empty line between two frames */
    if (!reader->has_length)
        return "the header has no Content-Length";
    begin_body(reader);
    return NULL;
}

static void take_header(nb_frame_reader *reader, nb_view *input)
{
    if (nb_frame_is_idle(reader)) {
        reader->is_foreign_charset = false;
        reader->has_length = false;
    }
    while (input->len && !reader->in_body && !reader->error) {
        char c = *input->ptr;
        input->ptr++;
        input->len--;
        if (c == '\n')
            reader->error = end_line(reader);
        else if (reader->line_len == NB_FRAME_HEADER_MAX)
            reader->error = "a header line is too long";
        else
            reader->line[reader->line_len++] = c;
    }
}

static bool take_body(nb_frame_reader *reader, nb_view *input)
{
    uint32_t missing = reader->length - (uint32_t)reader->body.len;
    uint32_t here = input->len < missing ? input->len : missing;
    nb_buf_add(&reader->body, input->ptr, here);
    input->ptr += here;
    input->len -= here;
    if (here < missing)
        return false;
    reader->in_body = false;
    reader->line_count = 0;
    return true;
}

nb_frame_status nb_frame_take(nb_frame_reader *reader, nb_view *input)
{
    if (!reader->in_body)
        take_header(reader, input);
    if (reader->error)
        return NB_FRAME_BROKEN;
    if (reader->in_body && take_body(reader, input))
        return NB_FRAME_READY;
    return NB_FRAME_MORE;
}
