#ifndef NB_LSP_CLIENT_H
#define NB_LSP_CLIENT_H

#include "lsp/json.h"
#include "nb/base/lang.h"

/*
 * What the client can do, read once from `initialize`. Every capability is optional at every
 * level; what is missing or of the wrong type counts as "cannot" (LSP 3.17, ClientCapabilities).
 */
typedef struct nb_client {
    nb_encoding encoding;
    nb_lang lang;
    int process_id; /* 0: none given */

    /* publishDiagnostics */
    bool related_information;
    bool versions;
    bool code_description;
    bool diagnostic_data;
    bool tag_unnecessary;
    bool tag_deprecated;
    bool pulls; /* textDocument/diagnostic: then nothing is pushed */
    bool refreshes_diagnostics;
    bool refreshes_hints;
    bool refreshes_lenses;

    /* codeAction */
    bool action_literals;
    bool action_preferred;
    bool action_disabled;
    bool action_data;
    bool action_resolve_edit;

    /* workspace */
    bool applies_edits;
    bool document_changes;
    bool change_annotations;
    bool creates_files;
    bool configuration;
    bool workspace_folders;
    bool registers_configuration;
    bool registers_watchers;
    bool work_done_progress;

    /* features */
    bool hover_markdown;
    bool completion_snippets;
    bool edit_snippets; /* SnippetTextEdit of LSP 3.18 */
    bool completion_markdown;
    bool hierarchical_symbols;
    bool folding_lines_only;
    uint32_t folding_limit; /* UINT32_MAX: none */
    bool folding_collapsed_text;
    bool multiline_tokens;
    bool definition_links;
} nb_client;

/* params are those of initialize. */
void nb_client_read(nb_client *client, const cJSON *params);

/* "utf-16", as the protocol names it. */
const char *nb_encoding_name(nb_encoding encoding);

#endif
