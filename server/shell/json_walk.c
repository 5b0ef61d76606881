#include "shell/json_walk.h"

/* What separates members means nothing here: the text was parsed before. */
static uint32_t pass_blanks(nb_view text, uint32_t at)
{
    while (at < text.len &&
           ((unsigned char)text.ptr[at] <= ' ' || text.ptr[at] == ',' || text.ptr[at] == ':'))
        at++;
    return at;
}

static uint32_t pass_string(nb_view text, uint32_t at)
{
    for (at++; at < text.len && text.ptr[at] != '"'; at++)
        at += text.ptr[at] == '\\';
    return at < text.len ? at + 1 : text.len;
}

static uint32_t pass_word(nb_view text, uint32_t at)
{
    while (at < text.len && (unsigned char)text.ptr[at] > ' ' && text.ptr[at] != ',' &&
           text.ptr[at] != ']' && text.ptr[at] != '}')
        at++;
    return at;
}

static uint32_t pass_value(nb_view text, uint32_t at)
{
    uint32_t depth = 0;
    do {
        at = pass_blanks(text, at);
        if (at >= text.len)
            return text.len;
        char c = text.ptr[at];
        if (c == '"') {
            at = pass_string(text, at);
        } else if (c == '{' || c == '[') {
            depth++;
            at++;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return at;
            depth--;
            at++;
        } else {
            at = pass_word(text, at);
        }
    } while (depth);
    return at;
}

nb_json_walk nb_json_walk_into(nb_view text, uint32_t start)
{
    uint32_t at = pass_blanks(text, start);
    return (nb_json_walk){text, at < text.len ? at + 1 : text.len};
}

void nb_json_walk_next(nb_json_walk *walk, nb_span *key, nb_span *value)
{
    nb_view text = walk->text;
    uint32_t start = pass_blanks(text, walk->at);
    uint32_t end = pass_value(text, start);
    uint32_t colon = end;
    while (colon < text.len && (unsigned char)text.ptr[colon] <= ' ')
        colon++;
    *key = nb_span_of(start, start);
    if (colon < text.len && text.ptr[colon] == ':') {
        *key = nb_span_of(start, end);
        start = pass_blanks(text, end);
        end = pass_value(text, start);
    }
    *value = nb_span_of(start, end);
    walk->at = end;
}
