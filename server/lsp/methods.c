#include <stdlib.h>
#include <string.h>

#include "lsp/handlers.h"

static bool client_has_action_literals(const nb_client *client)
{
    return client->action_literals;
}

static const char code_actions[] =
    "\"codeActionProvider\":{\"codeActionKinds\":[\"quickfix\",\"source.fixAll.nianbao\"],"
    "\"resolveProvider\":true}";

static bool client_pulls(const nb_client *client)
{
    return client->pulls;
}

static bool client_has_folders(const nb_client *client)
{
    return client->workspace_folders;
}

/* Sorted by name. A notification that only has to be accepted is handled by nothing. */
static const nb_method methods[] = {
    {.name = "$/cancelRequest", .notification = nb_handle_nothing}, /* done when it came in */
    {.name = "$/setTrace", .notification = nb_handle_set_trace},
    {.name = "codeAction/resolve", .request = nb_handle_resolve_action},
    {.name = "exit", .notification = nb_handle_exit},
    {.name = "initialize", .request = nb_handle_initialize},
    {.name = "initialized", .notification = nb_handle_initialized},
    {.name = "shutdown", .request = nb_handle_shutdown},
    {.name = "textDocument/codeAction",
     .request = nb_handle_code_action,
     .capability = code_actions,
     .wanted = client_has_action_literals},
    {.name = "textDocument/codeLens",
     .request = nb_handle_code_lens,
     .capability = "\"codeLensProvider\":{\"resolveProvider\":false}"},
    {.name = "textDocument/completion",
     .request = nb_handle_completion,
     .capability = "\"completionProvider\":{\"resolveProvider\":false}"},
    {.name = "textDocument/definition",
     .request = nb_handle_definition,
     .capability = "\"definitionProvider\":true"},
    {.name = "textDocument/diagnostic",
     .request = nb_handle_document_diagnostic,
     .capability = "\"diagnosticProvider\":{\"identifier\":\"nianbao\","
                   "\"interFileDependencies\":false,\"workspaceDiagnostics\":true}",
     .wanted = client_pulls},
    {.name = "textDocument/didChange", .notification = nb_handle_did_change},
    {.name = "textDocument/didClose", .notification = nb_handle_did_close},
    {.name = "textDocument/didOpen",
     .notification = nb_handle_did_open,
     .capability = "\"textDocumentSync\":{\"openClose\":true,\"change\":2,\"save\":true}"},
    {.name = "textDocument/didSave", .notification = nb_handle_did_save},
    {.name = "textDocument/documentHighlight",
     .request = nb_handle_document_highlight,
     .capability = "\"documentHighlightProvider\":true"},
    {.name = "textDocument/documentLink",
     .request = nb_handle_document_link,
     .capability = "\"documentLinkProvider\":{\"resolveProvider\":false}"},
    {.name = "textDocument/documentSymbol",
     .request = nb_handle_document_symbol,
     .capability = "\"documentSymbolProvider\":true"},
    {.name = "textDocument/foldingRange",
     .request = nb_handle_folding_range,
     .capability = "\"foldingRangeProvider\":true"},
    {.name = "textDocument/formatting",
     .request = nb_handle_formatting,
     .capability = "\"documentFormattingProvider\":true"},
    {.name = "textDocument/hover",
     .request = nb_handle_hover,
     .capability = "\"hoverProvider\":true"},
    {.name = "textDocument/inlayHint",
     .request = nb_handle_inlay_hint,
     .capability = "\"inlayHintProvider\":true"},
    {.name = "textDocument/rangeFormatting",
     .request = nb_handle_range_formatting,
     .capability = "\"documentRangeFormattingProvider\":true"},
    {.name = "textDocument/references",
     .request = nb_handle_references,
     .capability = "\"referencesProvider\":true"},
    {.name = "textDocument/selectionRange",
     .request = nb_handle_selection_range,
     .capability = "\"selectionRangeProvider\":true"},
    {.name = "textDocument/semanticTokens/full",
     .request = nb_handle_tokens_full,
     .capability = "\"semanticTokensProvider\":{\"legend\":{\"tokenTypes\":[\"class\","
                   "\"number\",\"event\",\"string\"],\"tokenModifiers\":[]},"
                   "\"full\":{\"delta\":true},\"range\":true}"},
    {.name = "textDocument/semanticTokens/full/delta", .request = nb_handle_tokens_delta},
    {.name = "textDocument/semanticTokens/range", .request = nb_handle_tokens_range},
    {.name = "window/workDoneProgress/cancel", .notification = nb_handle_progress_cancel},
    {.name = "workspace/diagnostic", .request = nb_handle_workspace_diagnostic},
    {.name = "workspace/didChangeConfiguration",
     .notification = nb_handle_did_change_configuration},
    {.name = "workspace/didChangeWatchedFiles", .notification = nb_handle_did_change_watched_files},
    {.name = "workspace/didChangeWorkspaceFolders",
     .notification = nb_handle_did_change_workspace_folders,
     .capability = "\"workspace\":{\"workspaceFolders\":{\"supported\":true,"
                   "\"changeNotifications\":true}}",
     .wanted = client_has_folders},
    {.name = "workspace/executeCommand",
     .request = nb_handle_execute_command,
     .capability = "\"executeCommandProvider\":{\"commands\":[\"nianbao.applyFix\","
                   "\"nianbao.configuration\","
                   "\"nianbao.fixAll\",\"nianbao.forceReport\","
                   "\"nianbao.insertMissingSections\",\"nianbao.reportView\"]}"},
    {.name = "workspace/symbol",
     .request = nb_handle_workspace_symbol,
     .capability = "\"workspaceSymbolProvider\":true"},
};

enum { METHOD_COUNT = sizeof methods / sizeof *methods };

static int compare(const void *name, const void *method)
{
    return strcmp(name, ((const nb_method *)method)->name);
}

const nb_method *nb_method_find(const char *name)
{
    return bsearch(name, methods, METHOD_COUNT, sizeof *methods, compare);
}

void nb_dispatch_add_capabilities(const nb_client *client, nb_buf *out)
{
    for (int i = 0; i < METHOD_COUNT; i++) {
        if (!methods[i].capability || (methods[i].wanted && !methods[i].wanted(client)))
            continue;
        nb_buf_add_str(out, methods[i].capability);
        nb_buf_add_char(out, ',');
    }
}
