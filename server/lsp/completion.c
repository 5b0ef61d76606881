#include "nb/check/complete.h"

#include <time.h>

#include "lsp/handlers.h"
#include "lsp/query.h"
#include "lsp/snippets.h"

/* CompletionItemKind and order of each kind. A text with places to be filled in is a snippet where
 * the client knows them; every other is plain, so `$` means itself. */
static const struct {
    int kind;
    const char *sort;
} shapes[] = {
    [NB_COMPLETION_REPORT] = {17 /* File */, "0"},
    [NB_COMPLETION_SECTION] = {9 /* Module */, "1"},
    [NB_COMPLETION_ROW] = {12 /* Value */, "0"},
    [NB_COMPLETION_SENTENCE] = {1 /* Text */, "2"},
    [NB_COMPLETION_DECREE] = {18 /* Reference */, "3"},
};

static int current_year(void)
{
    time_t now = time(NULL);
    struct tm local;
    return localtime_r(&now, &local) ? local.tm_year + 1900 : 0;
}

/* Items keep the order in which the form names them. */
static void add_item(const nb_query *query, nb_buf *out, const nb_completion *item, uint32_t index)
{
    nb_json_comma(out);
    nb_buf_add_str(out, "{\"label\":");
    nb_json_add_string(out, item->label);
    nb_buf_printf(out, ",\"kind\":%d,\"sortText\":\"%s%03u\"", shapes[item->kind].kind,
                  shapes[item->kind].sort, index);
    if (item->detail.len) {
        nb_buf_add_str(out, ",\"detail\":");
        nb_json_add_string(out, item->detail);
    }
    nb_server *server = query->server;
    bool is_snippet = server->client.completion_snippets && nb_snippet_is_wanted(item->new_text);
    if (is_snippet)
        nb_buf_add_str(out, ",\"insertTextFormat\":2");
    nb_buf_add_str(out, ",\"textEdit\":{\"range\":");
    nb_server_add_range(query->server, out, query->analysis, item->replaced);
    nb_buf_add_str(out, ",\"newText\":");
    nb_json_add_string(out, is_snippet ? nb_snippet_of(server->scratch, item->new_text)
                                       : item->new_text);
    nb_buf_add_str(out, "}}");
}

void nb_handle_completion(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_query query;
    if (!nb_query_begin(&query, server, params, reply, true))
        return;
    nb_completions items = nb_complete_at(server->scratch, query.analysis, query.offset,
                                          current_year(), nb_query_lang(&query));
    nb_buf *out = nb_reply_begin(reply);
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < items.count; i++)
        add_item(&query, out, &items.items[i], i);
    nb_buf_add_char(out, ']');
    nb_reply_send(reply);
}
