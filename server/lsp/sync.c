#include "lsp/diagnostics.h"
#include "lsp/handlers.h"
#include "lsp/hold.h"
#include "lsp/pull.h"
#include "lsp/telling.h"
#include "lsp/uri.h"

/* LSP 3.17, "Text Document Synchronization". */

static void take_version(nb_open *open, const cJSON *version)
{
    open->has_version = cJSON_IsNumber(version);
    open->version = open->has_version ? (int32_t)nb_json_int(version, 0) : 0;
}

/* What cannot be held whole is not held in part: the document counts as closed from here on. */
static void give_up(nb_server *server, nb_open *open, nb_view uri)
{
    static const nb_text2 words = {
        .zh = "文件太大，不再检查；改小后重新打开即可。上限（MB）：",
        .en = "is too large and is not checked until it is opened again, smaller. Limit in MB:"};
    nb_view name = nb_arena_copy(server->scratch, uri);
    nb_lang lang = server->options.rules.lang;
    if (open) {
        nb_diagnostics_clear(server, open);
        nb_documents_close(&server->documents, open);
    }
    nb_tell_show(server, NB_MESSAGE_WARNING,
                 nb_arena_printf(server->scratch, "%.*s %s %u", NB_ARG(name),
                                 nb_text2_in(words, lang), NB_DOCUMENT_MAX >> 20));
}

void nb_handle_did_open(nb_server *server, const cJSON *params)
{
    const cJSON *item = nb_json_get(params, "textDocument");
    const cJSON *uri_json = nb_json_get(item, "uri");
    const cJSON *text = nb_json_get(item, "text");
    nb_view uri = nb_json_view(uri_json);
    if (!cJSON_IsString(uri_json) || !cJSON_IsString(text) || uri.len > NB_URI_MAX) {
        nb_log_line(&server->log, NB_LOG_WARN, "a didOpen without uri or text was ignored");
        return;
    }
    nb_view content = nb_json_view(text);
    if (content.len > NB_DOCUMENT_MAX) {
        give_up(server, nb_documents_find(&server->documents, uri), uri);
        return;
    }
    nb_open *open =
        nb_documents_open(&server->documents, uri, nb_json_path_view(item, "languageId"), content);
    if (!open) {
        nb_log_line(&server->log, NB_LOG_WARN, "more than %u documents are open", NB_DOCUMENTS_MAX);
        return;
    }
    take_version(open, nb_json_get(item, "version"));
    nb_pull_wake(server);
}

static nb_open *find(nb_server *server, const cJSON *params, const char *method)
{
    nb_view uri = nb_json_path_view(params, "textDocument.uri");
    nb_open *open = uri.ptr ? nb_documents_find(&server->documents, uri) : NULL;
    if (!open)
        nb_log_line(&server->log, NB_LOG_WARN, "%s of a document that is not open: %.*s", method,
                    NB_ARG(uri));
    return open;
}

void nb_handle_did_change(nb_server *server, const cJSON *params)
{
    nb_open *open = find(server, params, "didChange");
    if (!open)
        return;
    const cJSON *changes = nb_json_get(params, "contentChanges");
    nb_last_edit last;
    switch (nb_open_change(open, server->scratch, changes, server->client.encoding, &last)) {
    case NB_CHANGE_DONE:
        break;
    case NB_CHANGE_MALFORMED:
        nb_log_line(&server->log, NB_LOG_WARN, "a malformed change of %.*s was left out",
                    NB_ARG(open->uri));
        break;
    case NB_CHANGE_TOO_LARGE:
        give_up(server, open, open->uri);
        return;
    }
    if (last.is_range)
        nb_hold_note(server, open, last.removed, last.inserted, last.end);
    else
        nb_hold_end(open);
    take_version(open, nb_json_path(params, "textDocument.version"));
}

void nb_handle_did_close(nb_server *server, const cJSON *params)
{
    nb_open *open = find(server, params, "didClose");
    if (!open)
        return;
    nb_diagnostics_clear(server, open);
    nb_documents_close(&server->documents, open);
    nb_pull_wake(server); /* the disk is the truth again */
}
