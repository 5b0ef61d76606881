#include "nb/check/tokens.h"

#include "lsp/handlers.h"
#include "lsp/query.h"

/*
 * Semantic tokens: five numbers for each, relative to the one before, in the units of the client
 * (LSP 3.17, "Semantic Tokens"). The legend stands in methods.c, in the order of nb_token_kind.
 */
typedef NB_VEC(uint32_t) numbers;

typedef struct encoder {
    const nb_query *query;
    numbers data;
    nb_position last; /* where the token before begins */
    uint32_t line;    /* of the token that is added, or before */
    uint32_t at;      /* a place in that line, and how many units stand before it */
    uint32_t character;
} encoder;

static void enter_line(encoder *e, uint32_t line)
{
    e->line = line;
    e->at = e->query->analysis->lines.starts[line];
    e->character = 0;
}

/* Adds a token within the line, behind those added before. */
static void add(encoder *e, nb_span span, nb_token_kind kind)
{
    const nb_lines *lines = &e->query->analysis->lines;
    nb_encoding encoding = e->query->server->client.encoding;
    uint32_t length = nb_lines_units(lines, span, encoding);
    if (length == 0)
        return;
    e->character += nb_lines_units(lines, nb_span_of(e->at, span.start), encoding);
    e->at = span.start;
    uint32_t line = e->line - e->last.line;
    uint32_t character = line ? e->character : e->character - e->last.character;
    const uint32_t five[] = {line, character, length, (uint32_t)kind, 0};
    for (int i = 0; i < 5; i++)
        *nb_vec_push(e->query->server->scratch, &e->data) = five[i];
    e->last = (nb_position){e->line, e->character};
}

/* A token that spans lines is sent in pieces: few clients take it whole. */
static void add_lines(encoder *e, const nb_token *token)
{
    const nb_lines *lines = &e->query->analysis->lines;
    uint32_t line = e->line;
    while (line + 1 < lines->count && lines->starts[line + 1] <= token->span.start)
        line++;
    for (; line < lines->count && lines->starts[line] < token->span.end; line++) {
        nb_span part = nb_lines_span(lines, line);
        if (part.start < token->span.start)
            part.start = token->span.start;
        if (part.end > token->span.end)
            part.end = token->span.end;
        if (line != e->line)
            enter_line(e, line);
        if (part.start < part.end)
            add(e, part, token->kind);
    }
}

static numbers encode(nb_query *query, nb_span span)
{
    nb_tokens tokens = nb_tokens_of(query->server->scratch, query->analysis, span);
    encoder e = {.query = query};
    enter_line(&e, nb_lines_at(&query->analysis->lines, span.start));
    for (uint32_t i = 0; i < tokens.count; i++)
        add_lines(&e, &tokens.items[i]);
    return e.data;
}

static void add_data(nb_buf *out, const uint32_t *items, uint32_t count)
{
    nb_buf_add_str(out, "\"data\":[");
    for (uint32_t i = 0; i < count; i++) {
        if (i)
            nb_buf_add_char(out, ',');
        nb_json_add_uint(out, items[i]);
    }
    nb_buf_add_char(out, ']');
}

/* What was answered last is kept, so that the next answer can say what has changed. */
static void keep(nb_open *open, const numbers *data)
{
    nb_buf_clear(&open->tokens);
    if (data->len)
        nb_buf_add(&open->tokens, data->items, data->len * sizeof *data->items);
    open->tokens_id++;
}

static void reply_full(nb_query *query, numbers data)
{
    keep(query->open, &data);
    nb_buf *out = nb_reply_begin(query->reply);
    nb_buf_printf(out, "{\"resultId\":\"%u\",", query->open->tokens_id);
    add_data(out, data.items, data.len);
    nb_buf_add_char(out, '}');
    nb_reply_send(query->reply);
}

void nb_handle_tokens_full(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (nb_query_begin(&query, server, params, reply, false))
        reply_full(&query, encode(&query, nb_span_of(0, query.analysis->text.len)));
}

/* One edit: all between what the two lists begin and end with. */
static void reply_delta(nb_query *query, numbers data)
{
    const uint32_t *old = (const uint32_t *)(const void *)query->open->tokens.ptr;
    uint32_t old_len = (uint32_t)(query->open->tokens.len / sizeof *old);
    uint32_t shorter = old_len < data.len ? old_len : data.len;
    uint32_t head = 0;
    uint32_t tail = 0;
    while (head < shorter && old[head] == data.items[head])
        head++;
    while (tail < shorter - head && old[old_len - tail - 1] == data.items[data.len - tail - 1])
        tail++;
    bool is_same = head == old_len && head == data.len;
    uint32_t removed = old_len - tail - head;
    keep(query->open, &data);
    nb_buf *out = nb_reply_begin(query->reply);
    nb_buf_printf(out, "{\"resultId\":\"%u\",\"edits\":[", query->open->tokens_id);
    if (!is_same) {
        nb_buf_printf(out, "{\"start\":%u,\"deleteCount\":%u,", head, removed);
        add_data(out, data.items + head, data.len - tail - head);
        nb_buf_add_char(out, '}');
    }
    nb_buf_add_str(out, "]}");
    nb_reply_send(query->reply);
}

void nb_handle_tokens_delta(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, false))
        return;
    numbers data = encode(&query, nb_span_of(0, query.analysis->text.len));
    nb_view id = nb_arena_printf(server->scratch, "%u", query.open->tokens_id);
    nb_view asked = nb_json_path_view(params, "previousResultId");
    if (query.open->tokens_id && nb_view_eq(asked, id))
        reply_delta(&query, data);
    else
        reply_full(&query, data);
}

void nb_handle_tokens_range(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    nb_span span;
    if (!nb_query_begin(&query, server, params, reply, false) ||
        !nb_query_span(&query, params, &span))
        return;
    numbers data = encode(&query, span);
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_char(out, '{');
    add_data(out, data.items, data.len);
    nb_buf_add_char(out, '}');
    nb_reply_send(reply);
}
