#include "lsp/edits.h"

#include "lsp/query.h"
#include "lsp/snippets.h"

/* The one change annotation that exists: its id within a WorkspaceEdit. */
#define ANNOTATION "figure"

static void add_edit(const nb_server *server, nb_buf *out, const nb_analysis *analysis,
                     const nb_edit *edit, bool annotate, bool is_snippet)
{
    nb_buf_add_str(out, "{\"range\":");
    nb_server_add_range(server, out, analysis, edit->span);
    if (is_snippet) {
        nb_buf_add_str(out, ",\"snippet\":{\"kind\":\"snippet\",\"value\":");
        nb_json_add_string(out, nb_snippet_of(server->scratch, edit->new_text));
        nb_buf_add_char(out, '}');
    } else {
        nb_buf_add_str(out, ",\"newText\":");
        nb_json_add_string(out, edit->new_text);
    }
    nb_buf_add_str(out, annotate ? ",\"annotationId\":\"" ANNOTATION "\"}" : "}");
}

static void add_edits(const nb_server *server, nb_buf *out, const nb_analysis *analysis,
                      nb_edit_list edits, bool annotate, bool with_snippet)
{
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < edits.count; i++) {
        nb_json_comma(out);
        add_edit(server, out, analysis, &edits.items[i], annotate,
                 with_snippet && nb_snippet_is_wanted(edits.items[i].new_text));
    }
    nb_buf_add_char(out, ']');
}

static void add_annotation(const nb_server *server, nb_buf *out)
{
    nb_text2 label = {.zh = "改动统计数字", .en = "Changes a figure"};
    nb_text2 description = {.zh = "请与原始台账核对后再确认",
                            .en = "Check it against the records before you confirm"};
    nb_buf_add_str(out, ",\"changeAnnotations\":{\"" ANNOTATION "\":{\"label\":");
    nb_json_add_str(out, nb_text2_in(label, server->client.lang));
    nb_buf_add_str(out, ",\"needsConfirmation\":true,\"description\":");
    nb_json_add_str(out, nb_text2_in(description, server->client.lang));
    nb_buf_add_str(out, "}}");
}

void nb_workspace_edit_add(const nb_server *server, nb_buf *out, const nb_open *open,
                           const nb_analysis *analysis, nb_edit_list edits)
{
    if (!server->client.document_changes) {
        nb_buf_add_str(out, "{\"changes\":{");
        nb_json_add_string(out, open->uri);
        nb_buf_add_char(out, ':');
        add_edits(server, out, analysis, edits, false, false);
        nb_buf_add_str(out, "}}");
        return;
    }
    bool annotate = edits.changes_figure && server->client.change_annotations;
    nb_buf_add_str(out, "{\"documentChanges\":[{\"textDocument\":{\"uri\":");
    nb_json_add_string(out, open->uri);
    nb_buf_add_str(out, ",\"version\":");
    if (open->has_version)
        nb_buf_printf(out, "%d", (int)open->version);
    else
        nb_buf_add_str(out, "null");
    nb_buf_add_str(out, "},\"edits\":");
    /* Several snippets in one edit have no order of tab stops; one has. */
    uint32_t unfilled = 0;
    for (uint32_t i = 0; i < edits.count; i++)
        unfilled += nb_snippet_is_wanted(edits.items[i].new_text);
    bool with_snippet = server->client.edit_snippets && unfilled == 1;
    add_edits(server, out, analysis, edits, annotate, with_snippet);
    nb_buf_add_str(out, "}]");
    if (annotate)
        add_annotation(server, out);
    nb_buf_add_char(out, '}');
}
