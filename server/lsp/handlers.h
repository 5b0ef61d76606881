#ifndef NB_LSP_HANDLERS_H
#define NB_LSP_HANDLERS_H

#include "lsp/dispatch.h"

/* The handlers that the table of methods.c names, by the file they live in. */

/* lifecycle.c */
nb_request_handler nb_handle_initialize;
nb_request_handler nb_handle_shutdown;
nb_notification_handler nb_handle_initialized;
nb_notification_handler nb_handle_exit;
nb_notification_handler nb_handle_set_trace;
nb_notification_handler nb_handle_nothing;

/* sync.c */
nb_notification_handler nb_handle_did_open;
nb_notification_handler nb_handle_did_change;
nb_notification_handler nb_handle_did_close;

/* watching.c */
nb_notification_handler nb_handle_did_change_watched_files;
nb_notification_handler nb_handle_did_save;
nb_notification_handler nb_handle_did_change_workspace_folders;
nb_notification_handler nb_handle_did_change_configuration;

/* actions.c, commands.c */
nb_request_handler nb_handle_code_action;
nb_request_handler nb_handle_resolve_action;
nb_request_handler nb_handle_execute_command;

/* pull_document.c, pull_workspace.c */
nb_request_handler nb_handle_document_diagnostic;
nb_request_handler nb_handle_workspace_diagnostic;
nb_notification_handler nb_handle_progress_cancel;

/* reading.c */
nb_request_handler nb_handle_hover;
nb_request_handler nb_handle_document_highlight;
nb_request_handler nb_handle_definition;
nb_request_handler nb_handle_document_link;
nb_request_handler nb_handle_references;

/* outline.c */
nb_request_handler nb_handle_document_symbol;
nb_request_handler nb_handle_workspace_symbol;
nb_request_handler nb_handle_folding_range;
nb_request_handler nb_handle_selection_range;

/* completion.c, tokens.c */
nb_request_handler nb_handle_completion;
nb_request_handler nb_handle_tokens_full;
nb_request_handler nb_handle_tokens_delta;
nb_request_handler nb_handle_tokens_range;

/* formatting.c */
nb_request_handler nb_handle_formatting;
nb_request_handler nb_handle_range_formatting;

/* sums.c */
nb_request_handler nb_handle_inlay_hint;
nb_request_handler nb_handle_code_lens;

#endif
