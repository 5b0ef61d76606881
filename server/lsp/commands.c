#include <string.h>

#include "lsp/configuration.h"
#include "lsp/diagnostics.h"
#include "lsp/edits.h"
#include "lsp/handlers.h"
#include "lsp/query.h"
#include "lsp/refresh.h"
#include "nb/check/apply.h"
#include "nb/check/page.h"

/* workspace/executeCommand: everything a client may call by name is done here, in the server. */

static void take_applied(nb_server *server, const cJSON *result, const cJSON *error)
{
    if (!error && nb_json_is_true(result, "applied"))
        return;
    nb_log_line(&server->log, NB_LOG_WARN, "the client did not apply an edit: %.*s",
                NB_ARG(nb_json_path_view(result, "failureReason")));
}

static void apply_edit(nb_server *server, const nb_open *open, const nb_analysis *analysis,
                       nb_view label, nb_edit_list edits)
{
    nb_buf *out = nb_rpc_request(server, "workspace/applyEdit", take_applied);
    if (!out)
        return;
    nb_buf_add_str(out, "{\"label\":");
    nb_json_add_string(out, label);
    nb_buf_add_str(out, ",\"edit\":");
    nb_workspace_edit_add(server, out, open, analysis, edits);
    nb_buf_add_char(out, '}');
    nb_rpc_send(server);
}

typedef struct call {
    nb_server *server;
    nb_open *open;
    const nb_analysis *analysis;
    const cJSON *argument; /* {"uri", …} */
    nb_reply *reply;
} call;

static void apply_fix(const call *c)
{
    nb_view key = nb_json_path_view(c->argument, "key");
    int64_t index = nb_json_int(nb_json_get(c->argument, "fix"), -1);
    const nb_finding *finding = nb_finding_of_key(c->server->scratch, c->analysis, key);
    if (!finding || index < 0 || index >= finding->fix_count) {
        nb_reply_error(c->reply, NB_ERR_CONTENT_MODIFIED, "the finding is no longer there");
        return;
    }
    const nb_fix *fix = &finding->fixes[index];
    nb_reply_null(c->reply);
    apply_edit(c->server, c->open, c->analysis, fix->title,
               (nb_edit_list){fix->edits, fix->edit_count, fix->changes_figure});
}

static void fix_all(const call *c)
{
    nb_fix_round round = nb_fix_round_of(c->server->scratch, c->analysis, NULL);
    nb_reply_null(c->reply);
    if (round.edit_count)
        apply_edit(c->server, c->open, c->analysis, NB_V("nianbao"),
                   (nb_edit_list){round.edits, round.edit_count, false});
}

/* Every part that the form wants and the text lacks, and the period; where one goes depends on the
 * others, so they are put in one after the other here and sent as one edit. */
static void insert_sections(const call *c)
{
    static const nb_text2 label = {.zh = "补上缺少的内容", .en = "Insert what is missing"};
    nb_fix_choice missing = nb_fix_choice_missing(c->server->scratch);
    nb_check_options options = *nb_configuration_of(c->server, c->open);
    options.kind = c->open->kind;
    nb_fixed fixed = nb_fix_all(c->server->scratch, c->analysis->text, &options, &missing);
    nb_buf *out = nb_reply_begin(c->reply);
    nb_buf_printf(out, "{\"inserted\":%u}", fixed.fix_count);
    nb_reply_send(c->reply);
    if (!fixed.fix_count)
        return;
    nb_edit edit = nb_edit_between(c->analysis->text, fixed.text);
    apply_edit(c->server, c->open, c->analysis, nb_view_of(nb_text2_in(label, options.rules.lang)),
               (nb_edit_list){&edit, 1, false});
}

/* The page of include/nb/check/page.h, for an editor's view. */
static void view_report(const call *c)
{
    nb_buf page = {0};
    nb_buf *out = nb_reply_begin(c->reply);
    nb_page_add(&page, c->analysis, nb_view_of(""), c->open->options.rules.lang,
                c->server->client.encoding);
    nb_buf_add_str(out, "{\"html\":");
    nb_json_add_string(out, nb_buf_view(&page));
    nb_buf_clear(&page);
    nb_page_add_style(&page);
    nb_buf_add_str(out, ",\"style\":");
    nb_json_add_string(out, nb_buf_view(&page));
    nb_buf_add_char(out, '}');
    nb_buf_release(&page);
    nb_reply_send(c->reply);
}

/* {"uri", "force"}: a text in which no report is recognised is checked as one, or no longer. */
static void force_report(const call *c)
{
    bool force = !cJSON_IsFalse(nb_json_get(c->argument, "force"));
    nb_reply_null(c->reply);
    if (c->open->is_forced == force)
        return;
    c->open->is_forced = force;
    c->open->has_options = false;
    nb_refresh_all(c->server);
}

/* Which nianbao.json is in force, and what is wrong in it. */
static void tell_configuration(const call *c)
{
    (void)nb_configuration_of(c->server, c->open);
    nb_buf *out = nb_reply_begin(c->reply);
    nb_configuration_add_answer(c->server, out, c->open);
    nb_reply_send(c->reply);
}

typedef struct command {
    const char *name;
    bool edits;
    void (*run)(const call *c);
} command;

static const command commands[] = {
    {"nianbao.applyFix", true, apply_fix},
    {"nianbao.configuration", false, tell_configuration},
    {"nianbao.fixAll", true, fix_all},
    {"nianbao.forceReport", false, force_report},
    {"nianbao.insertMissingSections", true, insert_sections},
    {"nianbao.reportView", false, view_report},
};

static const command *find_command(nb_view name)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (nb_view_eq(name, nb_view_of(commands[i].name)))
            return &commands[i];
    return NULL;
}

void nb_handle_execute_command(nb_server *server, const cJSON *params, nb_reply *reply)
{
    const command *known = find_command(nb_json_path_view(params, "command"));
    const cJSON *arguments = nb_json_get(params, "arguments");
    const cJSON *argument = cJSON_IsArray(arguments) ? arguments->child : NULL;
    nb_view uri = nb_json_path_view(argument, "uri");
    if (!known || !uri.ptr) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS,
                       known ? "arguments[0].uri is missing" : "no such command");
        return;
    }
    nb_open *open = nb_documents_find(&server->documents, uri);
    if (!open || (known->edits && !server->client.applies_edits)) {
        nb_reply_error(reply, NB_ERR_REQUEST_FAILED,
                       open ? "the client cannot apply edits" : "the document is not open");
        return;
    }
    call c = {server, open, nb_request_analysis(server, open), argument, reply};
    known->run(&c);
}
