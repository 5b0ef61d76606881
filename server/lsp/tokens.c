#include "nb/check/tokens.h"

#include "lsp/handlers.h"
#include "lsp/query.h"

/*
 * Semantic tokens: five numbers for each, relative to the one before, in the units of the client
 * (LSP 3.17, "Semantic Tokens"). The legend stands in methods.c, in the order of nb_token_kind.
 */
typedef struct encoder {
    const nb_query *query;
    nb_buf *out;
    nb_position last;
} encoder;

static void add(encoder *e, nb_span span, nb_token_kind kind)
{
    const nb_lines *lines = &e->query->analysis->lines;
    nb_range range = nb_lines_range(lines, span, e->query->server->client.encoding);
    uint32_t line = range.start.line - e->last.line;
    uint32_t character = line ? range.start.character : range.start.character - e->last.character;
    if (range.end.character == range.start.character)
        return;
    nb_json_comma(e->out);
    nb_buf_printf(e->out, "%u,%u,%u,%d,0", line, character,
                  range.end.character - range.start.character, (int)kind);
    e->last = range.start;
}

/* A token that spans lines is sent in pieces: few clients take it whole. */
static void add_lines(encoder *e, const nb_token *token)
{
    const nb_lines *lines = &e->query->analysis->lines;
    uint32_t start = token->span.start;
    while (start < token->span.end) {
        uint32_t line = nb_lines_at(lines, start);
        uint32_t end = nb_lines_span(lines, line).end;
        if (end > token->span.end)
            end = token->span.end;
        if (end > start)
            add(e, nb_span_of(start, end), token->kind);
        if (line + 1 >= lines->count)
            break;
        start = lines->starts[line + 1];
    }
}

static void reply_tokens(nb_query *query, nb_span span)
{
    nb_tokens tokens = nb_tokens_of(query->server->scratch, query->analysis);
    encoder e = {.query = query, .out = nb_reply_begin(query->reply)};
    nb_buf_add_str(e.out, "{\"data\":[");
    for (uint32_t i = 0; i < tokens.count; i++)
        if (tokens.items[i].span.start < span.end && tokens.items[i].span.end > span.start)
            add_lines(&e, &tokens.items[i]);
    nb_buf_add_str(e.out, "]}");
    nb_reply_send(query->reply);
}

void nb_handle_tokens_full(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (nb_query_begin(&query, server, params, reply, false))
        reply_tokens(&query, nb_span_of(0, query.analysis->text.len));
}

void nb_handle_tokens_range(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    nb_range range;
    if (!nb_query_begin(&query, server, params, reply, false))
        return;
    if (!nb_json_range(nb_json_get(params, "range"), &range)) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "range is missing");
        return;
    }
    reply_tokens(&query, nb_lines_span_of(&query.analysis->lines, range, server->client.encoding));
}
