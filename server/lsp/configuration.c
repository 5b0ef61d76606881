#include "lsp/configuration.h"

#include "lsp/telling.h"
#include "lsp/uri.h"

/* Problems of one file that are told; the first is shown, too. */
#define PROBLEMS_TOLD_MAX 10u

enum { SEVERITY_BROKEN = 1, SEVERITY_PROBLEM = 2 };

static const nb_config_file *find_file(nb_server *server, nb_view folder)
{
    if (!server->host.reads_files || folder.len == 0)
        return NULL;
    if (!server->configs)
        server->configs = nb_config_cache_new(server->options.rules.lang);
    return nb_config_cache_find(server->configs, folder);
}

static void choose_language(const nb_server *server, nb_open *open)
{
    bool is_said = server->settings && server->settings->config.has_lang;
    if (!is_said && open->config && open->config->config.has_lang)
        open->options.rules.lang = open->config->config.lang;
}

/* Told again only when it is another one: settings are made anew far more often. */
static void tell_in_force(nb_server *server, nb_open *open)
{
    uint64_t state = nb_view_hash(open->config ? open->config->path : NB_V("")) + open->is_ignored;
    bool is_new = open->config_told != state && !open->is_quiet;
    open->config_told = state;
    if (!is_new || !open->config)
        return;
    static const nb_text2 checked = {.zh = "按此检查：", .en = "is checked as said by"};
    static const nb_text2 ignored = {.zh = "不检查，见", .en = "is left out by"};
    const char *words = nb_text2_in(open->is_ignored ? ignored : checked, open->options.rules.lang);
    nb_tell_log(server, NB_MESSAGE_INFO,
                nb_arena_printf(open->settings, "%.*s %s %.*s", NB_ARG(open->uri), words,
                                NB_ARG(open->config->path)));
}

const nb_check_options *nb_configuration_of(nb_server *server, nb_open *open)
{
    if (open->has_options)
        return &open->options;
    if (!open->settings)
        open->settings = nb_arena_new();
    nb_arena_reset(open->settings, 0);
    open->options = server->options;
    nb_view path = nb_uri_path(open->settings, open->uri);
    nb_view absolute = path;
    nb_view folder = {0};
    if (path.len && server->host.reads_files)
        folder = nb_config_folder_of(open->settings, path.ptr, &absolute);
    open->config = find_file(server, folder);
    open->is_ignored = open->config && nb_config_ignores(&open->config->config, absolute);
    if (open->config)
        nb_config_apply(open->settings, &open->config->config, absolute, &open->options);
    if (server->settings)
        nb_config_apply(open->settings, &server->settings->config, absolute, &open->options);
    choose_language(server, open);
    open->options.force_report |= open->is_forced;
    open->has_options = true;
    tell_in_force(server, open);
    return &open->options;
}

void nb_configuration_forget(nb_server *server)
{
    for (uint32_t i = 0; i < server->documents.count; i++)
        server->documents.items[i]->has_options = false;
}

void nb_configuration_reload(nb_server *server)
{
    nb_configuration_forget(server);
    for (uint32_t i = 0; i < server->documents.count; i++)
        server->documents.items[i]->config = NULL;
    if (server->configs)
        nb_config_cache_clear(server->configs, server->options.rules.lang);
    server->configs_told = 0;
}

void nb_configuration_release(nb_server *server)
{
    nb_config_cache_free(server->configs);
}

void nb_configuration_watch(nb_server *server)
{
    if (!server->host.reads_files || !server->client.registers_watchers)
        return;
    nb_buf *out = nb_rpc_request(server, "client/registerCapability", NULL);
    if (!out)
        return;
    nb_buf_add_str(out, "{\"registrations\":[{\"id\":\"nianbao.files\",\"method\":"
                        "\"workspace/didChangeWatchedFiles\",\"registerOptions\":{\"watchers\":"
                        "[{\"globPattern\":\"**/" NB_CONFIG_NAME "\"}");
    if (server->client.pulls) /* reports that are not open are asked for as well */
        nb_buf_add_str(out, ",{\"globPattern\":\"**/*.{txt,md,markdown,html,htm}\"}");
    nb_buf_add_str(out, "]}}]}");
    nb_rpc_send(server);
}

/* ---- what is told ---- */

void nb_configuration_add_problems(const nb_server *server, nb_buf *out, const nb_open *open)
{
    nb_view text = nb_document_text(open->text);
    nb_view path = nb_uri_path(server->scratch, open->uri);
    const nb_config_file *file =
        nb_config_read_text(server->scratch, path, text, server->options.rules.lang);
    nb_lines lines = nb_lines_index(server->scratch, text);
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < file->problem_count; i++) {
        const nb_config_problem *problem = &file->problems[i];
        nb_buf_add_str(out, i ? ",{\"range\":" : "{\"range\":");
        nb_json_add_range(out, nb_lines_range(&lines, problem->span, server->client.encoding));
        nb_buf_printf(out, ",\"severity\":%d,\"source\":\"nianbao\",\"message\":",
                      file->is_broken ? SEVERITY_BROKEN : SEVERITY_PROBLEM);
        nb_json_add_string(out, problem->message);
        nb_buf_add_char(out, '}');
    }
    nb_buf_add_char(out, ']');
}

/* "/some/nianbao.json:3:5: there is no …" */
static nb_view sentence(const nb_server *server, const nb_config_file *file, uint32_t index)
{
    const nb_config_problem *problem = &file->problems[index];
    nb_lines lines = nb_lines_index(server->scratch, file->text);
    nb_position at = nb_lines_range(&lines, problem->span, NB_UTF32).start;
    return nb_arena_printf(server->scratch, "%.*s:%u:%u: %.*s", NB_ARG(file->path), at.line + 1,
                           at.character + 1, NB_ARG(problem->message));
}

static void tell(nb_server *server, const nb_config_file *file)
{
    nb_view uri = nb_uri_of_path(server->scratch, file->path);
    if (file->problem_count == 0 || nb_documents_find(&server->documents, uri))
        return; /* an open one has diagnostics */
    for (uint32_t i = 0; i < file->problem_count && i < PROBLEMS_TOLD_MAX; i++) {
        nb_view said = sentence(server, file, i);
        if (i == 0)
            nb_tell_show(server, NB_MESSAGE_WARNING, said);
        else
            nb_tell_log(server, NB_MESSAGE_WARNING, said);
    }
}

void nb_configuration_tell(nb_server *server)
{
    uint32_t count = 0;
    const nb_config_file *const *files =
        server->configs ? nb_config_cache_files(server->configs, &count) : NULL;
    while (server->configs_told < count)
        tell(server, files[server->configs_told++]);
}

void nb_configuration_add_answer(const nb_server *server, nb_buf *out, const nb_open *open)
{
    nb_buf_add_str(out, "{\"path\":");
    if (open->config)
        nb_json_add_string(out, open->config->path);
    else
        nb_buf_add_str(out, "null");
    nb_buf_printf(out, ",\"ignored\":%s,\"problems\":[", open->is_ignored ? "true" : "false");
    for (uint32_t i = 0; open->config && i < open->config->problem_count; i++) {
        nb_buf_add_str(out, i ? "," : "");
        nb_json_add_string(out, sentence(server, open->config, i));
    }
    nb_buf_add_str(out, "]}");
}
