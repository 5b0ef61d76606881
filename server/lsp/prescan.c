#include "lsp/prescan.h"

#include <string.h>

#include "nb/text/skip.h"
#include "nb/text/utf8.h"

typedef struct scanner {
    nb_prescan result;
    char *text;
    uint32_t len;
    uint32_t at;
    uint32_t depth;
    bool is_object; /* the outermost value is one */
    bool key_next;  /* depth 1: the next string is a key */
    bool id_next;   /* depth 1: the next value is that of "id" */
    bool has_id;
} scanner;

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* The value of the four digits of \uXXXX whose backslash is at i, or -1. */
static int32_t escaped_unit(const scanner *s, uint32_t i)
{
    if (i + 6 > s->len || s->text[i] != '\\' || s->text[i + 1] != 'u')
        return -1;
    int32_t unit = 0;
    for (uint32_t k = i + 2; k < i + 6; k++) {
        int digit = hex(s->text[k]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/* s->at is on a backslash inside a string; moves behind the escape. */
static void scan_escape(scanner *s)
{
    int32_t unit = escaped_unit(s, s->at);
    if (unit < 0) { /* \n, \", \\ … or a fault that the parser will report */
        s->at += 2;
        return;
    }
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        int32_t low = escaped_unit(s, s->at + 6);
        if (low >= 0xDC00 && low <= 0xDFFF) {
            s->at += 12;
            return;
        }
    }
    if (unit == 0 || (unit >= 0xD800 && unit <= 0xDFFF)) {
        memcpy(s->text + s->at + 2, "fffd", 4);
        s->result.repairs++;
    }
    s->at += 6;
}

/* s->at is on the opening quote; moves behind the closing one. Returns the content. */
static nb_span scan_string(scanner *s)
{
    uint32_t start = ++s->at;
    nb_view text = {s->text, s->len};
    while ((s->at = nb_skip_to_escape(text, s->at)) < s->len && s->text[s->at] != '"') {
        if (s->text[s->at] == '\\')
            scan_escape(s);
        else
            s->at++;
    }
    uint32_t end = s->at < s->len ? s->at : s->len;
    s->at = end + 1;
    return nb_span_of(start, end);
}

/* cJSON takes every byte up to the space for a blank. */
static bool is_blank(char c)
{
    return (unsigned char)c <= ' ';
}

static bool is_value_byte(char c)
{
    return !is_blank(c) && !strchr(",:\"{}[]", c);
}

static void scan_top_string(scanner *s)
{
    uint32_t quote = s->at;
    nb_span content = scan_string(s);
    if (s->key_next) {
        s->key_next = false;
        s->id_next = !s->has_id && content.end - content.start == 2 &&
                     memcmp(s->text + content.start, "id", 2) == 0;
    } else if (s->id_next) {
        s->result.id = nb_span_of(quote, s->at < s->len ? s->at : s->len);
        s->id_next = false;
        s->has_id = true;
    }
}

/* A number or literal that may be the id. */
static void scan_scalar(scanner *s)
{
    uint32_t start = s->at;
    while (s->at < s->len && is_value_byte(s->text[s->at]))
        s->at++;
    if (s->depth == 1 && s->id_next) {
        s->result.id = nb_span_of(start, s->at);
        s->has_id = true;
    }
    s->id_next = false;
}

static void open_bracket(scanner *s, char c)
{
    if (s->depth == 0) {
        s->result.is_array = c == '[';
        s->is_object = s->key_next = c == '{';
    }
    s->has_id |= s->id_next; /* an object or array is no id */
    s->id_next = false;
    if (++s->depth > NB_JSON_DEPTH_MAX)
        s->result.is_too_deep = true;
    s->at++;
}

static void scan_byte(scanner *s)
{
    char c = s->text[s->at];
    switch (c) {
    case '"':
        if (s->depth == 1 && s->is_object)
            scan_top_string(s);
        else
            (void)scan_string(s);
        break;
    case '{':
    case '[':
        open_bracket(s, c);
        break;
    case '}':
    case ']':
        s->depth -= s->depth > 0;
        s->at++;
        break;
    case ',':
        s->key_next = s->depth == 1 && s->is_object;
        s->id_next = false;
        s->at++;
        break;
    case ':':
        s->at++;
        break;
    default:
        if (is_blank(c))
            s->at++;
        else
            scan_scalar(s);
    }
}

/* Replaces each byte that belongs to no well-formed sequence by U+FFFD. */
static uint32_t repair_utf8(nb_buf *body)
{
    nb_view text = nb_buf_view(body);
    uint32_t at = nb_utf8_check(text);
    if (at == NB_VIEW_NONE)
        return 0;
    nb_buf whole = {0};
    uint32_t repairs = 0;
    uint32_t copied = 0;
    while (at < text.len) {
        uint32_t before = at;
        if (nb_utf8_next(text, &at) != NB_UTF8_INVALID)
            continue;
        nb_buf_add(&whole, text.ptr + copied, before - copied);
        nb_buf_add_str(&whole, "\xEF\xBF\xBD");
        copied = at;
        repairs++;
    }
    nb_buf_add(&whole, text.ptr + copied, text.len - copied);
    nb_buf_release(body);
    *body = whole;
    return repairs;
}

nb_prescan nb_prescan_run(nb_buf *body)
{
    uint32_t repairs = repair_utf8(body);
    scanner s = {.text = body->ptr, .len = (uint32_t)body->len};
    if (s.len >= 3 && memcmp(s.text, "\xEF\xBB\xBF", 3) == 0)
        s.at = 3; /* cJSON allows it */
    while (s.at < s.len)
        scan_byte(&s);
    s.result.repairs += repairs;
    return s.result;
}
