#include <stdlib.h>
#include <string.h>

#include "lsp/handlers.h"

static bool client_has_action_literals(const nb_client *client)
{
    return client->action_literals;
}

static const char code_actions[] =
    "\"codeActionProvider\":{\"codeActionKinds\":[\"quickfix\",\"source.fixAll.nianbao\"]}";

/* Sorted by name. A notification that only has to be accepted is handled by nothing. */
static const nb_method methods[] = {
    {.name = "$/cancelRequest", .notification = nb_handle_nothing}, /* done when it came in */
    {.name = "$/setTrace", .notification = nb_handle_set_trace},
    {.name = "exit", .notification = nb_handle_exit},
    {.name = "initialize", .request = nb_handle_initialize},
    {.name = "initialized", .notification = nb_handle_initialized},
    {.name = "shutdown", .request = nb_handle_shutdown},
    {.name = "textDocument/codeAction",
     .request = nb_handle_code_action,
     .capability = code_actions,
     .wanted = client_has_action_literals},
    {.name = "textDocument/didChange", .notification = nb_handle_did_change},
    {.name = "textDocument/didClose", .notification = nb_handle_did_close},
    {.name = "textDocument/didOpen",
     .notification = nb_handle_did_open,
     .capability = "\"textDocumentSync\":{\"openClose\":true,\"change\":2}"},
    {.name = "textDocument/didSave", .notification = nb_handle_nothing},
    {.name = "window/workDoneProgress/cancel", .notification = nb_handle_nothing},
    {.name = "workspace/didChangeConfiguration", .notification = nb_handle_nothing},
    {.name = "workspace/didChangeWatchedFiles", .notification = nb_handle_nothing},
    {.name = "workspace/executeCommand",
     .request = nb_handle_execute_command,
     .capability = "\"executeCommandProvider\":{\"commands\":[\"nianbao.applyFix\","
                   "\"nianbao.fixAll\"]}"},
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
