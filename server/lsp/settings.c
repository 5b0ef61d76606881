#include "lsp/settings.h"

#include <stdlib.h>
#include <string.h>

#include "lsp/handlers.h"
#include "nb/base/bug.h"

#define LENGTH_LIMIT_MAX 1000000

/* Settings of one source begin from the defaults: what was removed there is no longer in force. */
static void reset(nb_server *server)
{
    nb_rule_options *rules = &server->options.rules;
    rules->lang = server->client.lang;
    rules->length_limit = 0;
    server->options.force_report = false;
    if (!server->severities) {
        server->severities = calloc(nb_rule_count + 1, sizeof *server->severities);
        server->overridden = calloc(nb_rule_count + 1, sizeof *server->overridden);
        if (!server->severities || !server->overridden)
            nb_out_of_memory();
    }
    memset(server->overridden, 0, nb_rule_count * sizeof *server->overridden);
    rules->severities = server->severities;
    rules->overridden = server->overridden;
}

static bool severity_of(nb_view name, nb_severity *severity)
{
    for (int s = NB_SEVERITY_OFF; s <= NB_SEVERITY_HINT; s++) {
        const char *known = s == NB_SEVERITY_OFF ? "off" : nb_severity_name((nb_severity)s);
        if (nb_view_eq(name, nb_view_of(known))) {
            *severity = (nb_severity)s;
            return true;
        }
    }
    return false;
}

static void take_rule(nb_server *server, const cJSON *item)
{
    const nb_rule *rule = nb_rule_find(nb_view_of(item->string));
    nb_view value = nb_json_view(item);
    nb_severity severity;
    if (rule && nb_view_eq(value, NB_V("default")))
        return;
    if (!rule || !severity_of(value, &severity)) {
        nb_log_line(&server->log, NB_LOG_WARN, "nianbao.rules: %.60s cannot be set to \"%.*s\"",
                    item->string, NB_ARG(nb_view_sub(value, 0, 60)));
        return;
    }
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        if (nb_rules[i] == rule) {
            server->severities[i] = severity;
            server->overridden[i] = true;
        }
    }
}

bool nb_settings_take(nb_server *server, const cJSON *settings)
{
    const cJSON *own = nb_json_get(settings, "nianbao");
    if (cJSON_IsObject(own))
        settings = own;
    if (!cJSON_IsObject(settings))
        return false;
    reset(server);
    nb_view lang = nb_json_path_view(settings, "lang");
    if (nb_view_eq(lang, NB_V("zh")) || nb_view_eq(lang, NB_V("en")))
        server->options.rules.lang = nb_lang_from_tag(lang.ptr);
    int64_t limit = nb_json_int(nb_json_get(settings, "lengthLimit"), 0);
    if (limit > 0 && limit <= LENGTH_LIMIT_MAX)
        server->options.rules.length_limit = (int)limit;
    server->options.force_report = nb_json_is_true(settings, "forceReport");
    const cJSON *rules = nb_json_get(settings, "rules");
    const cJSON *item;
    if (cJSON_IsObject(rules)) {
        cJSON_ArrayForEach(item, rules) take_rule(server, item);
    }
    nb_log_line(&server->log, NB_LOG_INFO, "settings were taken from the client");
    return true;
}

static void refresh(nb_server *server, const char *method)
{
    nb_buf *out = nb_rpc_request(server, method, NULL);
    if (!out)
        return;
    nb_buf_add_str(out, "null");
    nb_rpc_send(server);
}

void nb_settings_changed(nb_server *server)
{
    for (uint32_t i = 0; i < server->documents.count; i++)
        server->documents.items[i]->is_dirty = server->documents.items[i]->is_due = true;
    if (!server->is_ready)
        return;
    if (server->client.pulls && server->client.refreshes_diagnostics)
        refresh(server, "workspace/diagnostic/refresh");
    if (server->client.refreshes_hints)
        refresh(server, "workspace/inlayHint/refresh");
    if (server->client.refreshes_lenses)
        refresh(server, "workspace/codeLens/refresh");
}

/* The answer is an array in the order asked, null where the client has nothing. */
static void take_configuration(nb_server *server, const cJSON *result, const cJSON *error)
{
    (void)error;
    const cJSON *first = cJSON_IsArray(result) ? result->child : NULL;
    if (nb_settings_take(server, first))
        nb_settings_changed(server);
}

void nb_settings_ask(nb_server *server)
{
    if (!server->client.configuration || !server->is_ready)
        return;
    nb_buf *out = nb_rpc_request(server, "workspace/configuration", take_configuration);
    if (!out)
        return;
    nb_buf_add_str(out, "{\"items\":[{\"section\":\"nianbao\"}]}");
    nb_rpc_send(server);
}

void nb_settings_release(nb_server *server)
{
    free(server->severities);
    free(server->overridden);
}

/* Some clients send the settings along, others only that something has changed. */
void nb_handle_did_change_configuration(nb_server *server, const cJSON *params)
{
    if (server->client.configuration)
        nb_settings_ask(server);
    else if (nb_settings_take(server, nb_json_get(params, "settings")))
        nb_settings_changed(server);
}
