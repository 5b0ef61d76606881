#include "nb/check/outline.h"

#include <ctype.h>

#include "lsp/handlers.h"
#include "lsp/query.h"

/* documentSymbol, foldingRange, selectionRange. */

#define WORKSPACE_SYMBOLS_MAX 1000u /* of one answer */
#define SELECTIONS_MAX 1000u        /* carets of one request */

/* SymbolKind of the protocol. */
static int kind_number(nb_symbol_kind kind)
{
    switch (kind) {
    case NB_SYMBOL_REPORT:
        return 1; /* File */
    case NB_SYMBOL_SECTION:
        return 3; /* Namespace */
    case NB_SYMBOL_HEADING:
        return 15; /* String */
    case NB_SYMBOL_TABLE:
        return 18; /* Array */
    }
    return 15;
}

static void add_name(nb_buf *out, const nb_symbol *symbol)
{
    nb_buf_add_str(out, "{\"name\":");
    nb_json_add_string(out, symbol->name);
    nb_buf_add_str(out, ",\"kind\":");
    nb_json_add_uint(out, (uint64_t)kind_number(symbol->kind));
}

static void add_tree(const nb_query *query, nb_buf *out, nb_symbols symbols)
{
    for (uint32_t i = 0; i < symbols.count; i++) {
        const nb_symbol *symbol = &symbols.items[i];
        nb_json_comma(out);
        add_name(out, symbol);
        if (symbol->detail.len) {
            nb_buf_add_str(out, ",\"detail\":");
            nb_json_add_string(out, symbol->detail);
        }
        nb_buf_add_str(out, ",\"range\":");
        nb_server_add_range(query->server, out, query->analysis, symbol->span);
        nb_buf_add_str(out, ",\"selectionRange\":");
        nb_server_add_range(query->server, out, query->analysis, symbol->selection);
        uint32_t next = i + 1 < symbols.count ? symbols.items[i + 1].depth : 0;
        if (next > symbol->depth && i + 1 < symbols.count)
            nb_buf_add_str(out, ",\"children\":[");
        else
            nb_buf_add_char(out, '}');
        for (uint32_t depth = symbol->depth; depth > next; depth--)
            nb_buf_add_str(out, "]}");
    }
}

/* A SymbolInformation; container may be empty. */
static void add_located(const nb_query *query, nb_buf *out, const nb_symbol *symbol,
                        nb_view container)
{
    nb_json_comma(out);
    add_name(out, symbol);
    if (container.len && symbol->depth) {
        nb_buf_add_str(out, ",\"containerName\":");
        nb_json_add_string(out, container);
    }
    nb_buf_add_str(out, ",\"location\":{\"uri\":");
    nb_json_add_string(out, query->open->uri);
    nb_buf_add_str(out, ",\"range\":");
    nb_server_add_range(query->server, out, query->analysis, symbol->span);
    nb_buf_add_str(out, "}}");
}

static void add_flat(const nb_query *query, nb_buf *out, nb_symbols symbols)
{
    for (uint32_t i = 0; i < symbols.count; i++)
        add_located(query, out, &symbols.items[i], (nb_view){0});
}

void nb_handle_document_symbol(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, false))
        return;
    nb_symbols symbols = nb_symbols_of(server->scratch, query.analysis, nb_query_lang(&query));
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_char(out, '[');
    if (server->client.hierarchical_symbols)
        add_tree(&query, out, symbols);
    else
        add_flat(&query, out, symbols);
    nb_buf_add_char(out, ']');
    nb_reply_send(reply);
}

/* A symbol is meant by words that stand in its name; case is Latin letters' only. */
static bool is_meant(nb_view name, nb_view words)
{
    for (uint32_t at = 0; at + words.len <= name.len; at++) {
        uint32_t i = 0;
        while (i < words.len &&
               tolower((unsigned char)name.ptr[at + i]) == tolower((unsigned char)words.ptr[i]))
            i++;
        if (i == words.len)
            return true;
    }
    return false;
}

/* Of all reports that are open. */
void nb_handle_workspace_symbol(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_view words = nb_json_path_view(params, "query");
    if (!words.ptr) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "query is missing");
        return;
    }
    for (uint32_t i = 0; i < server->documents.count; i++)
        (void)nb_request_analysis(server, server->documents.items[i]);
    nb_buf *out = nb_reply_begin(reply);
    uint32_t count = 0;
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < server->documents.count; i++) {
        nb_open *open = server->documents.items[i];
        nb_query query = {.server = server, .open = open, .analysis = open->analysis};
        nb_symbols all = nb_symbols_of(server->scratch, open->analysis, nb_query_lang(&query));
        nb_view report = all.count ? all.items[0].name : (nb_view){0};
        for (uint32_t k = 0; k < all.count && count < WORKSPACE_SYMBOLS_MAX; k++)
            if (is_meant(all.items[k].name, words)) {
                add_located(&query, out, &all.items[k], report);
                count++;
            }
    }
    nb_buf_add_char(out, ']');
    nb_reply_send(reply);
}

void nb_handle_folding_range(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, false))
        return;
    nb_folds folds = nb_folds_of(server->scratch, query.analysis);
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < folds.count && i < server->client.folding_limit; i++) {
        nb_json_comma(out);
        nb_buf_printf(out, "{\"startLine\":%u,\"endLine\":%u}", folds.items[i].first,
                      folds.items[i].last);
    }
    nb_buf_add_char(out, ']');
    nb_reply_send(reply);
}

/* SelectionRange is a chain from the smallest outwards: {"range":…,"parent":{"range":…}} */
static void add_selection(const nb_query *query, nb_buf *out, nb_position position)
{
    uint32_t offset =
        nb_lines_offset(&query->analysis->lines, position, query->server->client.encoding);
    nb_span_list spans = nb_selection_at(query->server->scratch, query->analysis, offset);
    nb_json_comma(out);
    if (spans.count == 0) { /* an empty document; each position must have an answer */
        nb_buf_add_str(out, "{\"range\":");
        nb_server_add_range(query->server, out, query->analysis, nb_span_of(offset, offset));
        nb_buf_add_char(out, '}');
    }
    for (uint32_t i = 0; i < spans.count; i++) {
        nb_buf_add_str(out, i ? ",\"parent\":{\"range\":" : "{\"range\":");
        nb_server_add_range(query->server, out, query->analysis, spans.items[i]);
    }
    for (uint32_t i = 0; i < spans.count; i++)
        nb_buf_add_char(out, '}');
}

void nb_handle_selection_range(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, false))
        return;
    const cJSON *positions = nb_json_get(params, "positions");
    if (!cJSON_IsArray(positions) || cJSON_GetArraySize(positions) > (int)SELECTIONS_MAX) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "positions is missing or too long");
        return;
    }
    const cJSON *item;
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_char(out, '[');
    cJSON_ArrayForEach(item, positions)
    {
        nb_position position;
        if (!nb_json_position(item, &position)) {
            nb_reply_abandon(reply, NB_ERR_INVALID_PARAMS, "a position is malformed");
            return;
        }
        add_selection(&query, out, position);
    }
    nb_buf_add_char(out, ']');
    nb_reply_send(reply);
}
