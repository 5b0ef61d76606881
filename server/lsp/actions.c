#include <string.h>

#include "lsp/config_change.h"
#include "lsp/diagnostics.h"
#include "lsp/edits.h"
#include "lsp/handlers.h"
#include "lsp/query.h"
#include "nb/check/apply.h"
#include "nb/check/suppress.h"

#define QUICKFIX "quickfix"
#define FIX_ALL "source.fixAll.nianbao"

/* Actions of one answer; a selection of the whole document may touch many findings. */
#define ACTIONS_MAX 500u

/* One question of the client. */
typedef struct question {
    nb_server *server;
    nb_open *open;
    const nb_analysis *analysis;
    nb_span span;
    const cJSON *only; /* NULL: whatever is useful without being asked for */
    nb_buf *out;
    uint32_t count;
} question;

/* A kind asked for covers itself and what begins with it and a dot: source covers source.fixAll. */
static bool covers(nb_view asked, nb_view kind)
{
    return asked.len == 0 || nb_view_eq(asked, kind) ||
           (nb_view_starts_with(kind, asked) && kind.ptr[asked.len] == '.');
}

static bool is_wanted(const question *q, nb_view kind)
{
    const cJSON *item;
    if (!cJSON_IsArray(q->only))
        return nb_view_eq(kind, NB_V(QUICKFIX));
    cJSON_ArrayForEach(item, q->only)
    {
        if (cJSON_IsString(item) && covers(nb_json_view(item), kind))
            return true;
    }
    return false;
}

static void add_head(question *q, nb_view title, const char *kind)
{
    nb_json_comma(q->out);
    nb_buf_add_str(q->out, "{\"title\":");
    nb_json_add_string(q->out, title);
    nb_buf_add_str(q->out, ",\"kind\":\"");
    nb_buf_add_str(q->out, kind);
    nb_buf_add_char(q->out, '"');
    q->count++;
}

static void add_diagnostic(question *q, const nb_finding *finding)
{
    nb_buf_add_str(q->out, ",\"diagnostics\":[");
    nb_diagnostics_add(q->server, q->out, q->open, q->analysis, finding);
    nb_buf_add_char(q->out, ']');
}

/* Edits are made when one is chosen, if the client can ask for them (codeAction/resolve). */
static bool resolves(const nb_client *client)
{
    return client->action_data && client->action_resolve_edit;
}

/* key empty: all safe fixes. */
static void add_data(question *q, nb_view key, uint32_t index)
{
    nb_buf_add_str(q->out, ",\"data\":{\"uri\":");
    nb_json_add_string(q->out, q->open->uri);
    nb_buf_add_str(q->out, ",\"key\":");
    nb_json_add_string(q->out, key);
    nb_buf_printf(q->out, ",\"fix\":%u}}", index);
}

static void add_fix(question *q, const nb_finding *finding, const nb_fix *fix)
{
    const nb_client *client = &q->server->client;
    add_head(q, fix->title, QUICKFIX);
    add_diagnostic(q, finding);
    if (client->action_preferred && fix->is_preferred && !fix->changes_figure)
        nb_buf_add_str(q->out, ",\"isPreferred\":true");
    if (resolves(client)) {
        add_data(q, nb_finding_key(q->server->scratch, finding), (uint32_t)(fix - finding->fixes));
        return;
    }
    nb_buf_add_str(q->out, ",\"edit\":");
    nb_workspace_edit_add(q->server, q->out, q->open, q->analysis,
                          (nb_edit_list){fix->edits, fix->edit_count, fix->changes_figure});
    nb_buf_add_char(q->out, '}');
}

/* Why nothing is offered is worth an answer where the client can show one. */
static void add_disabled(question *q, const nb_finding *finding)
{
    static const nb_text2 reason = {
        .zh = "哪一个数字、哪一句话不对，只有编写单位知道，程序不代为改动",
        .en = "Only the reporting body knows which figure or sentence is wrong"};
    nb_lang lang = q->server->client.lang;
    const char *own = nb_text2_in(finding->rule->no_fix, lang);
    nb_view title = nb_arena_printf(q->server->scratch, "%s %s", finding->rule->code,
                                    nb_text2_in(finding->rule->title, lang));
    add_head(q, title, QUICKFIX);
    add_diagnostic(q, finding);
    nb_buf_add_str(q->out, ",\"disabled\":{\"reason\":");
    nb_json_add_str(q->out, own ? own : nb_text2_in(reason, lang));
    nb_buf_add_str(q->out, "}}");
}

/* A client without literals gets a command, and the edit through workspace/applyEdit. */
static void add_command(question *q, const nb_finding *finding, uint32_t index)
{
    nb_json_comma(q->out);
    nb_buf_add_str(q->out, "{\"title\":");
    nb_json_add_string(q->out, finding->fixes[index].title);
    nb_buf_add_str(q->out, ",\"command\":\"nianbao.applyFix\",\"arguments\":[{\"uri\":");
    nb_json_add_string(q->out, q->open->uri);
    nb_buf_add_str(q->out, ",\"key\":");
    nb_json_add_string(q->out, nb_finding_key(q->server->scratch, finding));
    nb_buf_printf(q->out, ",\"fix\":%u}]}", index);
    q->count++;
}

static void add_finding(question *q, const nb_finding *finding)
{
    const nb_client *client = &q->server->client;
    for (uint32_t i = 0; i < finding->fix_count; i++) {
        if (client->action_literals)
            add_fix(q, finding, &finding->fixes[i]);
        else if (client->applies_edits)
            add_command(q, finding, i);
    }
    if (finding->fix_count == 0 && client->action_literals && client->action_disabled)
        add_disabled(q, finding);
}

/* "{0}" of title becomes the rule's code. */
static nb_view suppress_title(const question *q, nb_text2 title, const nb_finding *finding)
{
    const char *words = nb_text2_in(title, q->server->client.lang);
    const char *gap = strchr(words, '{');
    return nb_arena_printf(q->server->scratch, "%.*s%s%s", (int)(gap - words), words,
                           finding->rule->code, gap + 3);
}

/* Where a suppression goes, for resolve.c. */
static void add_suppress_data(question *q, const nb_finding *finding, const char *where)
{
    nb_buf_add_str(q->out, ",\"data\":{\"uri\":");
    nb_json_add_string(q->out, q->open->uri);
    nb_buf_add_str(q->out, ",\"key\":");
    nb_json_add_string(q->out, nb_finding_key(q->server->scratch, finding));
    nb_buf_printf(q->out, ",\"suppress\":\"%s\"}}", where);
}

static void add_suppress_here(question *q, const nb_finding *finding)
{
    static const nb_text2 title = {"在此屏蔽 {0}（须写明原因）",
                                   "Suppress {0} here (with a reason)"};
    nb_edit edit;
    nb_lang lang = q->server->client.lang;
    if (!nb_suppress_edit(q->server->scratch, q->analysis, finding, lang, &edit))
        return;
    add_head(q, suppress_title(q, title, finding), QUICKFIX);
    add_diagnostic(q, finding);
    if (resolves(&q->server->client)) {
        add_suppress_data(q, finding, "here");
        return;
    }
    nb_buf_add_str(q->out, ",\"edit\":");
    nb_workspace_edit_add(q->server, q->out, q->open, q->analysis, (nb_edit_list){&edit, 1, false});
    nb_buf_add_char(q->out, '}');
}

static void add_suppress_by_print(question *q, const nb_finding *finding)
{
    static const nb_text2 title = {"在 nianbao.json 中屏蔽这个 {0} 问题",
                                   "Suppress this {0} in nianbao.json"};
    nb_config_change change;
    if (!nb_config_change_for(q->server, q->open, finding, &change))
        return;
    add_head(q, suppress_title(q, title, finding), QUICKFIX);
    add_diagnostic(q, finding);
    if (resolves(&q->server->client)) {
        add_suppress_data(q, finding, "file");
        return;
    }
    nb_buf_add_str(q->out, ",\"edit\":");
    nb_config_change_add(q->server, q->out, &change);
    nb_buf_add_char(q->out, '}');
}

/* Ways not to be told, behind all ways to repair. */
static void add_suppressions(question *q, const nb_finding *finding)
{
    if (!q->server->client.action_literals || !nb_suppress_reaches(finding->rule))
        return;
    add_suppress_here(q, finding);
    add_suppress_by_print(q, finding);
}

static void add_quickfixes(question *q)
{
    if (!is_wanted(q, NB_V(QUICKFIX)))
        return;
    void (*const adders[])(question *, const nb_finding *) = {add_finding, add_suppressions};
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < q->analysis->finding_count && q->count < ACTIONS_MAX; i++) {
            const nb_finding *finding = &q->analysis->findings[i];
            if (finding->span.start > q->span.end)
                break; /* they are sorted by place */
            if (nb_span_touches(finding->span, q->span))
                adders[pass](q, finding);
        }
    }
}

static void add_fix_all(question *q)
{
    static const nb_text2 title = {.zh = "年报：全部安全修改", .en = "nianbao: all safe fixes"};
    if (!q->server->client.action_literals || !is_wanted(q, NB_V(FIX_ALL)))
        return;
    nb_fix_round round = nb_fix_round_of(q->server->scratch, q->analysis, NULL);
    if (round.edit_count == 0)
        return;
    add_head(q, nb_view_of(nb_text2_in(title, q->server->client.lang)), FIX_ALL);
    if (resolves(&q->server->client)) {
        add_data(q, (nb_view){0}, 0);
        return;
    }
    nb_buf_add_str(q->out, ",\"edit\":");
    nb_workspace_edit_add(q->server, q->out, q->open, q->analysis,
                          (nb_edit_list){round.edits, round.edit_count, false});
    nb_buf_add_char(q->out, '}');
}

void nb_handle_code_action(nb_server *server, const cJSON *params, nb_reply *reply)
{
    nb_open *open = nb_request_document(server, params, reply);
    if (!open)
        return;
    nb_range range;
    if (!nb_json_range(nb_json_get(params, "range"), &range)) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "range is missing");
        return;
    }
    const nb_analysis *analysis = nb_request_analysis(server, open);
    question q = {
        .server = server,
        .open = open,
        .analysis = analysis,
        .span = nb_lines_span_of(&analysis->lines, range, server->client.encoding),
        .only = nb_json_path(params, "context.only"),
        .out = nb_reply_begin(reply),
    };
    nb_buf_add_char(q.out, '[');
    if (nb_open_is_shown(open)) {
        add_quickfixes(&q);
        add_fix_all(&q);
    }
    nb_buf_add_char(q.out, ']');
    nb_reply_send(reply);
}
