#include "lsp/client.h"

#include <string.h>

const char *nb_encoding_name(nb_encoding encoding)
{
    return encoding == NB_UTF8 ? "utf-8" : encoding == NB_UTF32 ? "utf-32" : "utf-16";
}

/*
 * The client lists encodings in the order it likes them. UTF-8 costs us nothing and UTF-32 little,
 * so its first choice is taken; a client that names none means UTF-16.
 */
static nb_encoding choose_encoding(const cJSON *capabilities)
{
    const cJSON *offered = nb_json_path(capabilities, "general.positionEncodings");
    const cJSON *item;
    if (!cJSON_IsArray(offered))
        return NB_UTF16;
    cJSON_ArrayForEach(item, offered)
    {
        for (int e = NB_UTF16; e <= NB_UTF32; e++)
            if (cJSON_IsString(item) &&
                strcmp(item->valuestring, nb_encoding_name((nb_encoding)e)) == 0)
                return (nb_encoding)e;
    }
    return NB_UTF16;
}

static bool prefers_markdown(const cJSON *formats)
{
    return nb_json_array_has(formats, "markdown");
}

static bool array_has_number(const cJSON *array, int value)
{
    const cJSON *item;
    if (!cJSON_IsArray(array))
        return false;
    cJSON_ArrayForEach(item, array)
    {
        if (nb_json_int(item, -1) == value)
            return true;
    }
    return false;
}

/*
 * Neovim 0.11 and 0.12 answer a refresh by asking for the workspace's diagnostics, of which they do
 * not show those of open documents: what waited for a figure to be typed, and what a changed
 * nianbao.json makes of an open report, would not appear. Pushed, it does.
 */
static bool loses_refreshes(const cJSON *params)
{
    return nb_view_eq(nb_json_path_view(params, "clientInfo.name"), NB_V("Neovim"));
}

static void read_diagnostics(nb_client *client, const cJSON *params, const cJSON *text,
                             const cJSON *workspace)
{
    const cJSON *publish = nb_json_get(text, "publishDiagnostics");
    client->related_information = nb_json_is_true(publish, "relatedInformation");
    client->versions = nb_json_is_true(publish, "versionSupport");
    client->code_description = nb_json_is_true(publish, "codeDescriptionSupport");
    client->diagnostic_data = nb_json_is_true(publish, "dataSupport");
    const cJSON *tags = nb_json_path(publish, "tagSupport.valueSet");
    client->tag_unnecessary = array_has_number(tags, 1);
    client->tag_deprecated = array_has_number(tags, 2);
    const cJSON *pull = nb_json_get(text, "diagnostic");
    client->pulls = cJSON_IsObject(pull) && !(loses_refreshes(params) && cJSON_IsObject(publish));
    if (client->pulls && !cJSON_IsObject(publish))
        client->related_information = nb_json_is_true(pull, "relatedInformation");
    /* Two spellings are in use: the specification's and the one of some libraries and Helix. */
    client->refreshes_diagnostics = nb_json_is_true(workspace, "diagnostics.refreshSupport") ||
                                    nb_json_is_true(workspace, "diagnostic.refreshSupport");
}

static void read_actions(nb_client *client, const cJSON *text)
{
    const cJSON *action = nb_json_get(text, "codeAction");
    client->action_literals = cJSON_IsObject(nb_json_get(action, "codeActionLiteralSupport"));
    client->action_preferred = nb_json_is_true(action, "isPreferredSupport");
    client->action_disabled = nb_json_is_true(action, "disabledSupport");
    client->action_data = nb_json_is_true(action, "dataSupport");
    client->action_resolve_edit =
        nb_json_array_has(nb_json_path(action, "resolveSupport.properties"), "edit");
}

static void read_workspace(nb_client *client, const cJSON *workspace)
{
    client->applies_edits = nb_json_is_true(workspace, "applyEdit");
    client->document_changes = nb_json_is_true(workspace, "workspaceEdit.documentChanges");
    client->change_annotations =
        client->document_changes &&
        cJSON_IsObject(nb_json_path(workspace, "workspaceEdit.changeAnnotationSupport"));
    client->edit_snippets =
        client->document_changes && nb_json_is_true(workspace, "workspaceEdit.snippetEditSupport");
    client->creates_files =
        nb_json_array_has(nb_json_path(workspace, "workspaceEdit.resourceOperations"), "create");
    client->configuration = nb_json_is_true(workspace, "configuration");
    client->workspace_folders = nb_json_is_true(workspace, "workspaceFolders");
    client->registers_configuration =
        nb_json_is_true(workspace, "didChangeConfiguration.dynamicRegistration");
    client->registers_watchers =
        nb_json_is_true(workspace, "didChangeWatchedFiles.dynamicRegistration");
    client->refreshes_hints = nb_json_is_true(workspace, "inlayHint.refreshSupport");
    client->refreshes_lenses = nb_json_is_true(workspace, "codeLens.refreshSupport");
}

static void read_features(nb_client *client, const cJSON *text)
{
    client->hover_markdown = prefers_markdown(nb_json_path(text, "hover.contentFormat"));
    client->completion_snippets = nb_json_is_true(text, "completion.completionItem.snippetSupport");
    client->completion_markdown =
        prefers_markdown(nb_json_path(text, "completion.completionItem.documentationFormat"));
    client->hierarchical_symbols =
        nb_json_is_true(text, "documentSymbol.hierarchicalDocumentSymbolSupport");
    const cJSON *folding = nb_json_get(text, "foldingRange");
    client->folding_lines_only = nb_json_is_true(folding, "lineFoldingOnly");
    int64_t limit = nb_json_int(nb_json_get(folding, "rangeLimit"), 0);
    client->folding_limit = limit > 0 && limit < INT32_MAX ? (uint32_t)limit : UINT32_MAX;
    client->folding_collapsed_text = nb_json_is_true(folding, "foldingRange.collapsedText");
    client->multiline_tokens = nb_json_is_true(text, "semanticTokens.multilineTokenSupport");
    client->definition_links = nb_json_is_true(text, "definition.linkSupport");
}

void nb_client_read(nb_client *client, const cJSON *params)
{
    const cJSON *capabilities = nb_json_get(params, "capabilities");
    const cJSON *text = nb_json_get(capabilities, "textDocument");
    const cJSON *workspace = nb_json_get(capabilities, "workspace");
    *client = (nb_client){.encoding = choose_encoding(capabilities)};
    const cJSON *locale = nb_json_get(params, "locale");
    client->lang = nb_lang_from_tag(cJSON_IsString(locale) ? locale->valuestring : NULL);
    int64_t pid = nb_json_int(nb_json_get(params, "processId"), 0);
    client->process_id = pid > 0 && pid < INT32_MAX ? (int)pid : 0;
    read_diagnostics(client, params, text, workspace);
    read_actions(client, text);
    read_workspace(client, workspace);
    read_features(client, text);
    client->work_done_progress = nb_json_is_true(capabilities, "window.workDoneProgress");
}
