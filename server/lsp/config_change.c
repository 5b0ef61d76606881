#include "lsp/config_change.h"

#include "lsp/configuration.h"
#include "lsp/uri.h"
#include "shell/config_write.h"

/* The file as the editor has it: what is typed there comes before what lies on the disk. */
static bool text_of(nb_server *server, const nb_config_file *file, nb_config_change *change,
                    nb_view *text)
{
    change->uri = nb_uri_of_path(server->scratch, file->path);
    change->open = nb_documents_find(&server->documents, change->uri);
    if (change->open) {
        change->uri = change->open->uri;
        *text = nb_document_text(change->open->text);
        file = nb_config_read_text(server->scratch, file->path, *text, server->client.lang);
    } else {
        *text = file->text;
    }
    return !file->is_broken;
}

static bool may_create(const nb_server *server)
{
    return server->client.document_changes && server->client.creates_files;
}

bool nb_config_change_for(nb_server *server, nb_open *open, const nb_finding *finding,
                          nb_config_change *change)
{
    *change = (nb_config_change){0};
    (void)nb_configuration_of(server, open);
    nb_view path = nb_uri_path(server->scratch, open->uri);
    if (!server->host.reads_files || path.len == 0)
        return false;
    nb_view absolute;
    nb_config beside = {.folder = nb_config_folder_of(server->scratch, path.ptr, &absolute)};
    const nb_config *config = open->config ? &open->config->config : &beside;
    nb_view text = NB_V("");
    if (open->config) {
        if (!text_of(server, open->config, change, &text))
            return false;
    } else {
        if (beside.folder.len == 0 || !may_create(server))
            return false;
        change->creates = true;
        change->uri =
            nb_uri_of_path(server->scratch, nb_arena_printf(server->scratch, "%.*s/" NB_CONFIG_NAME,
                                                            NB_ARG(beside.folder)));
    }
    change->lines = nb_lines_index(server->scratch, text);
    return nb_config_suppress_edit(server->scratch, text, finding,
                                   nb_config_relative(config, absolute), server->client.lang,
                                   &change->edit);
}

static void add_edits(const nb_server *server, nb_buf *out, const nb_config_change *change)
{
    nb_buf_add_str(out, "[{\"range\":");
    nb_json_add_range(out,
                      nb_lines_range(&change->lines, change->edit.span, server->client.encoding));
    nb_buf_add_str(out, ",\"newText\":");
    nb_json_add_string(out, change->edit.new_text);
    nb_buf_add_str(out, "}]");
}

void nb_config_change_add(const nb_server *server, nb_buf *out, const nb_config_change *change)
{
    if (!server->client.document_changes) {
        nb_buf_add_str(out, "{\"changes\":{");
        nb_json_add_string(out, change->uri);
        nb_buf_add_char(out, ':');
        add_edits(server, out, change);
        nb_buf_add_str(out, "}}");
        return;
    }
    nb_buf_add_str(out, "{\"documentChanges\":[");
    if (change->creates) {
        nb_buf_add_str(out, "{\"kind\":\"create\",\"uri\":");
        nb_json_add_string(out, change->uri);
        nb_buf_add_str(out, "},");
    }
    nb_buf_add_str(out, "{\"textDocument\":{\"uri\":");
    nb_json_add_string(out, change->uri);
    if (change->open && change->open->has_version)
        nb_buf_printf(out, ",\"version\":%d},\"edits\":", (int)change->open->version);
    else
        nb_buf_add_str(out, ",\"version\":null},\"edits\":");
    add_edits(server, out, change);
    nb_buf_add_str(out, "}]}");
}
