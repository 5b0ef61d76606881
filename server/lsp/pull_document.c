#include <inttypes.h>

#include "lsp/diagnostics.h"
#include "lsp/handlers.h"
#include "lsp/hold.h"
#include "lsp/pull.h"
#include "lsp/query.h"
#include "nb/base/hash.h"

/*
 * textDocument/diagnostic (LSP 3.17, "Pull Diagnostics"). The result id is a hash of the list as
 * sent, so that the same findings have the same id however they came about.
 */

uint64_t nb_pull_result_id(nb_view list)
{
    uint64_t id = 1;
    nb_hash_view(&id, list);
    return id ? id : 1; /* 0 stands for no report */
}

static void add_report(nb_buf *out, nb_view list, nb_view id, bool unchanged)
{
    nb_buf_add_str(out, unchanged ? "{\"kind\":\"unchanged\"" : "{\"kind\":\"full\"");
    nb_buf_add_str(out, ",\"resultId\":");
    nb_json_add_string(out, id);
    if (!unchanged) {
        nb_buf_add_str(out, ",\"items\":");
        nb_buf_add_view(out, list);
    }
    nb_buf_add_char(out, '}');
}

void nb_handle_document_diagnostic(nb_server *server, const cJSON *params, nb_reply *reply)
{
    const cJSON *uri = nb_json_path(params, "textDocument.uri");
    if (!cJSON_IsString(uri)) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "textDocument.uri is missing");
        return;
    }
    nb_open *open = nb_documents_find(&server->documents, nb_json_view(uri));
    nb_buf_clear(&server->text);
    if (open) {
        const nb_analysis *analysis = nb_request_analysis(server, open);
        nb_hold_look(open, analysis);
        nb_diagnostics_add_all(server, &server->text, open, analysis);
        nb_hold_sent(open, analysis);
    } else {
        nb_buf_add_str(&server->text, "[]"); /* asked about what was closed in between */
    }
    nb_view list = nb_buf_view(&server->text);
    nb_view id = nb_arena_printf(server->scratch, "%016" PRIx64, nb_pull_result_id(list));
    nb_view previous = nb_json_path_view(params, "previousResultId");
    add_report(nb_reply_begin(reply), list, id, nb_view_eq(previous, id));
    nb_reply_send(reply);
}
