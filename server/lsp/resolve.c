#include "lsp/config_change.h"
#include "lsp/diagnostics.h"
#include "lsp/edits.h"
#include "lsp/handlers.h"
#include "lsp/query.h"
#include "nb/check/apply.h"
#include "nb/check/suppress.h"

/*
 * codeAction/resolve: the same action with its edit, made for the text as it is now. What the
 * action says of itself is given back as it came.
 */

/* The edits that the action's data names; false if they are no longer there. */
static bool find_edits(nb_server *server, const nb_analysis *analysis, const cJSON *data,
                       nb_edit_list *edits)
{
    nb_view key = nb_json_path_view(data, "key");
    if (key.len == 0) {
        nb_fix_round round = nb_fix_round_of(server->scratch, analysis, NULL);
        *edits = (nb_edit_list){round.edits, round.edit_count, false};
        return round.edit_count > 0;
    }
    const nb_finding *finding = nb_finding_of_key(server->scratch, analysis, key);
    if (finding && nb_view_eq(nb_json_path_view(data, "suppress"), NB_V("here"))) {
        nb_edit *edit = NB_NEW(server->scratch, nb_edit);
        *edits = (nb_edit_list){edit, 1, false};
        return nb_suppress_edit(server->scratch, analysis, finding, server->client.lang, edit);
    }
    int64_t index = nb_json_int(nb_json_get(data, "fix"), -1);
    if (!finding || index < 0 || index >= finding->fix_count)
        return false;
    const nb_fix *fix = &finding->fixes[index];
    *edits = (nb_edit_list){fix->edits, fix->edit_count, fix->changes_figure};
    return true;
}

/* The change of nianbao.json that the action's data asks for; false if it cannot be made any more.
 */
static bool find_config_change(nb_server *server, nb_open *open, const nb_analysis *analysis,
                               const cJSON *data, nb_config_change *change)
{
    const nb_finding *finding =
        nb_finding_of_key(server->scratch, analysis, nb_json_path_view(data, "key"));
    return finding && nb_config_change_for(server, open, finding, change);
}

static void reply_same(const cJSON *action, nb_reply *reply)
{
    nb_json_add_value(nb_reply_begin(reply), action);
    nb_reply_send(reply);
}

void nb_handle_resolve_action(nb_server *server, const cJSON *params, nb_reply *reply)
{
    const cJSON *data = nb_json_get(params, "data");
    const cJSON *uri = nb_json_get(data, "uri");
    if (!cJSON_IsString(nb_json_get(params, "title"))) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "this is no code action");
        return;
    }
    if (!cJSON_IsString(uri) || nb_json_get(params, "edit")) {
        reply_same(params, reply); /* a disabled one, or one that is whole */
        return;
    }
    nb_open *open = nb_documents_find(&server->documents, nb_json_view(uri));
    const nb_analysis *analysis = open ? nb_request_analysis(server, open) : NULL;
    bool is_config = nb_view_eq(nb_json_path_view(data, "suppress"), NB_V("file"));
    nb_config_change change;
    nb_edit_list edits;
    if (!analysis || !(is_config ? find_config_change(server, open, analysis, data, &change)
                                 : find_edits(server, analysis, data, &edits))) {
        nb_reply_error(reply, NB_ERR_CONTENT_MODIFIED, "the finding is no longer there");
        return;
    }
    nb_buf *out = nb_reply_begin(reply);
    nb_json_add_value(out, params);
    out->len--; /* its closing brace */
    nb_buf_add_str(out, ",\"edit\":");
    if (is_config)
        nb_config_change_add(server, out, &change);
    else
        nb_workspace_edit_add(server, out, open, analysis, edits);
    nb_buf_add_char(out, '}');
    nb_reply_send(reply);
}
