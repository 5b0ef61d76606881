#include "lsp/diagnostics.h"

#include <inttypes.h>
#include <string.h>

#include "lsp/configuration.h"
#include "lsp/hold.h"
#include "lsp/query.h"
#include "nb/check/law.h"

/* Related places in a message of a client that has no place for them. */
#define RELATED_IN_MESSAGE_MAX 12u

nb_view nb_finding_key(nb_arena *arena, const nb_finding *finding)
{
    return nb_arena_printf(arena, "%s-%016" PRIx64, finding->rule->code, finding->fingerprint);
}

const nb_finding *nb_finding_of_key(nb_arena *arena, const nb_analysis *analysis, nb_view key)
{
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        if (nb_view_eq(nb_finding_key(arena, &analysis->findings[i]), key))
            return &analysis->findings[i];
    return NULL;
}

static void add_message(const nb_server *server, nb_buf *out, const nb_finding *finding)
{
    nb_buf_add_str(out, ",\"message\":\"");
    nb_json_add_escaped(out, finding->message);
    if (!server->client.related_information) {
        for (uint32_t i = 0; i < finding->related_count && i < RELATED_IN_MESSAGE_MAX; i++) {
            nb_buf_add_str(out, "\\n· ");
            nb_json_add_escaped(out, finding->related[i].message);
        }
    }
    nb_buf_add_char(out, '"');
}

static void add_related(const nb_server *server, nb_buf *out, const nb_open *open,
                        const nb_analysis *analysis, const nb_finding *finding)
{
    nb_buf_add_str(out, ",\"relatedInformation\":[");
    for (uint32_t i = 0; i < finding->related_count; i++) {
        nb_buf_add_str(out, i ? ",{\"location\":{\"uri\":" : "{\"location\":{\"uri\":");
        nb_json_add_string(out, open->uri);
        nb_buf_add_str(out, ",\"range\":");
        nb_server_add_range(server, out, analysis, finding->related[i].span);
        nb_buf_add_str(out, "},\"message\":");
        nb_json_add_string(out, finding->related[i].message);
        nb_buf_add_char(out, '}');
    }
    nb_buf_add_char(out, ']');
}

/* Where the rule can be read up: the user's own manual, else the law where it rests on that. */
static void add_description(const nb_server *server, nb_buf *out, const nb_rule *rule)
{
    nb_view manual = server->manual;
    if (!server->client.code_description)
        return;
    nb_view law = manual.len == 0 && rule->basis ? nb_law_address(nb_view_of(rule->basis)) : manual;
    if (law.len == 0)
        return;
    nb_buf_add_str(out, ",\"codeDescription\":{\"href\":\"");
    nb_json_add_escaped(out, law);
    nb_buf_printf(out, "%s%s\"}", manual.len ? "#" : "", manual.len ? rule->slug : "");
}

static bool has_tag(const nb_client *client, nb_rule_tag tag)
{
    return (tag == NB_TAG_UNNECESSARY && client->tag_unnecessary) ||
           (tag == NB_TAG_DEPRECATED && client->tag_deprecated);
}

void nb_diagnostics_add(const nb_server *server, nb_buf *out, const nb_open *open,
                        const nb_analysis *analysis, const nb_finding *finding)
{
    nb_buf_add_str(out, "{\"range\":");
    nb_server_add_range(server, out, analysis, finding->span);
    nb_buf_add_str(out, ",\"severity\":");
    nb_json_add_uint(out, (uint64_t)finding->severity);
    nb_buf_add_str(out, ",\"code\":\"");
    nb_buf_add_str(out, finding->rule->code);
    nb_buf_add_str(out, "\",\"source\":\"nianbao\"");
    add_message(server, out, finding);
    if (server->client.related_information && finding->related_count)
        add_related(server, out, open, analysis, finding);
    add_description(server, out, finding->rule);
    if (has_tag(&server->client, finding->rule->tag))
        nb_buf_printf(out, ",\"tags\":[%d]", (int)finding->rule->tag);
    if (server->client.diagnostic_data) {
        nb_buf_add_str(out, ",\"data\":{\"key\":\"");
        nb_buf_add_view(out, nb_finding_key(server->scratch, finding));
        nb_buf_add_str(out, "\",\"fixes\":");
        nb_json_add_uint(out, finding->fix_count);
        nb_buf_add_char(out, '}');
    }
    nb_buf_add_char(out, '}');
}

void nb_diagnostics_add_all(const nb_server *server, nb_buf *out, const nb_open *open,
                            const nb_analysis *analysis)
{
    if (open->is_config) {
        nb_configuration_add_problems(server, out, open);
        return;
    }
    uint32_t count = nb_open_is_shown(open) ? analysis->finding_count : 0;
    nb_buf_add_char(out, '[');
    for (uint32_t i = 0; i < count && i < NB_DIAGNOSTICS_MAX; i++) {
        if (nb_hold_keeps(open, &analysis->findings[i]))
            continue;
        nb_json_comma(out);
        nb_diagnostics_add(server, out, open, analysis, &analysis->findings[i]);
    }
    nb_buf_add_char(out, ']');
}

static void send(nb_server *server, const nb_open *open, bool with_version, nb_view array)
{
    nb_buf *out = nb_rpc_notify(server, "textDocument/publishDiagnostics");
    nb_buf_add_str(out, "{\"uri\":");
    nb_json_add_string(out, open->uri);
    if (with_version)
        nb_buf_printf(out, ",\"version\":%d", (int)open->version);
    nb_buf_add_str(out, ",\"diagnostics\":");
    nb_buf_add_view(out, array);
    nb_buf_add_char(out, '}');
    nb_rpc_send(server);
}

static void publish(nb_server *server, nb_open *open)
{
    if (!open->is_due || server->client.pulls)
        return;
    open->is_due = false;
    const nb_analysis *analysis = nb_request_analysis(server, open);
    nb_buf_clear(&server->text);
    nb_hold_look(open, analysis);
    nb_diagnostics_add_all(server, &server->text, open, analysis);
    nb_hold_sent(open, analysis);
    if (analysis->finding_count > NB_DIAGNOSTICS_MAX)
        nb_log_line(&server->log, NB_LOG_WARN, "%.*s has %u findings, the first %u are shown",
                    NB_ARG(open->uri), analysis->finding_count, NB_DIAGNOSTICS_MAX);
    nb_view now = nb_buf_view(&server->text);
    if (open->was_published && nb_view_eq(now, nb_buf_view(&open->published)))
        return;
    send(server, open, server->client.versions && open->has_version, now);
    nb_buf last = open->published;
    open->published = server->text;
    server->text = last;
    open->was_published = true;
}

void nb_diagnostics_publish_all(nb_server *server)
{
    if (server->phase != NB_PHASE_RUNNING)
        return;
    for (uint32_t i = 0; i < server->documents.count; i++)
        publish(server, server->documents.items[i]);
}

void nb_diagnostics_clear(nb_server *server, nb_open *open)
{
    if (open->was_published && open->published.len > 2)
        send(server, open, false, NB_V("[]"));
}
