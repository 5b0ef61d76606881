#include <stdlib.h>
#include <sys/stat.h>

#include "lsp/diagnostics.h"
#include "lsp/handlers.h"
#include "lsp/pull.h"
#include "lsp/pull_items.h"
#include "lsp/query.h"
#include "lsp/scan.h"
#include "lsp/telling.h"
#include "lsp/uri.h"
#include "nb/base/bug.h"
#include "nb/text/utf8.h"
#include "shell/read_file.h"

#define FILE_BYTES_MAX (4u * 1024u * 1024u) /* of a file that is not open; a report has 60 KB */
#define PART_BYTES (32u * 1024u)            /* of reports streamed at a time */
#define PATIENCE_MS 150u                    /* progress is shown for what takes longer */

struct nb_workspace_pull {
    nb_arena *memory; /* of known */
    nb_idset known;   /* what was found in files, while they do not change */
    uint64_t generation;
    bool has_answered; /* the first request is never held */

    bool is_active;
    bool is_held;
    bool is_woken; /* something changed while files were looked at */
    nb_reply reply;
    cJSON *id;
    char partial[64]; /* token for partial results; empty: none */
    nb_pull_items items;
    nb_scan *scan;
    uint64_t since_ms;
    uint32_t checked;
    nb_open *shadow; /* stands for a file that is not open */
};

typedef struct nb_workspace_pull pull;

static pull *pull_of(nb_server *server)
{
    if (!server->pull) {
        server->pull = calloc(1, sizeof *server->pull);
        if (!server->pull)
            nb_out_of_memory();
        server->pull->memory = nb_arena_new();
    }
    return server->pull;
}

/* ---- the answer ---- */

static void clear(nb_server *server, pull *p)
{
    nb_progress_end(server, &server->progress);
    nb_scan_free(p->scan);
    p->scan = NULL;
    nb_open_free(p->shadow);
    p->shadow = NULL;
    nb_buf_release(&p->items.full);
    nb_buf_release(&p->items.unchanged);
}

static void finish(nb_server *server, pull *p)
{
    clear(server, p);
    nb_reply_forget(&p->reply);
    cJSON_Delete(p->id);
    p->id = NULL;
    p->is_active = p->is_held = false;
}

static void send_part(nb_server *server, pull *p)
{
    if (p->items.full.len == 0)
        return;
    nb_buf *out = nb_rpc_notify(server, "$/progress");
    nb_buf_printf(out, "{\"token\":%s,\"value\":{\"items\":[", p->partial);
    nb_buf_add_view(out, nb_buf_view(&p->items.full));
    nb_buf_add_str(out, "]}}");
    nb_rpc_send(server);
    nb_buf_clear(&p->items.full);
}

/* What was streamed is not said again: the answer then has no items. */
static void answer(nb_server *server, pull *p)
{
    nb_pull_items_close(&p->items);
    if (p->partial[0])
        send_part(server, p);
    nb_progress_end(server, &server->progress);
    nb_buf *out = nb_reply_begin(&p->reply);
    nb_buf_add_str(out, "{\"items\":[");
    nb_buf_add_view(out, nb_buf_view(&p->items.full));
    nb_buf_add_str(out, "]}");
    nb_reply_send(&p->reply);
    p->has_answered = true;
    finish(server, p);
}

static void refuse(nb_server *server, pull *p, nb_error_code code, const char *why)
{
    nb_progress_end(server, &server->progress);
    if (code == NB_ERR_SERVER_CANCELLED)
        nb_reply_error_with(&p->reply, code, why, "{\"retriggerRequest\":false}");
    else
        nb_reply_error(&p->reply, code, why);
    finish(server, p);
}

/* ---- the files ---- */

/* The list of diagnostics into server->text; false if the text is no report. */
static bool check(nb_server *server, nb_open *open)
{
    const nb_analysis *analysis = nb_request_analysis(server, open);
    if (!analysis->is_report || !nb_open_is_shown(open))
        return false;
    nb_buf_clear(&server->text);
    nb_diagnostics_add_all(server, &server->text, open, analysis);
    return true;
}

static bool read_shadow(nb_server *server, pull *p, nb_view path, nb_view uri)
{
    nb_view text;
    if (!nb_file_read(server->scratch, path.ptr, FILE_BYTES_MAX, &text) ||
        nb_utf8_check(text) != NB_VIEW_NONE)
        return false;
    if (nb_view_starts_with(text, NB_V("\xEF\xBB\xBF")))
        text = nb_view_sub(text, 3, text.len); /* as an editor would open it */
    if (!p->shadow)
        p->shadow = nb_open_new();
    nb_open_set(p->shadow, uri, nb_source_kind_of_path(path), text);
    p->shadow->is_quiet = true;
    return true;
}

/* Changes whenever the file or the settings do. */
static uint64_t stamp_of(const pull *p, nb_view path)
{
    struct stat status;
    if (stat(path.ptr, &status) != 0)
        return 0;
    const uint64_t facts[] = {p->generation + 1, (uint64_t)status.st_ino, (uint64_t)status.st_size,
                              (uint64_t)status.st_mtim.tv_sec, (uint64_t)status.st_mtim.tv_nsec};
    return nb_view_hash((nb_view){(const char *)facts, sizeof facts});
}

static void check_file(nb_server *server, pull *p, nb_view path)
{
    nb_view uri = nb_uri_of_path(server->scratch, path);
    uint64_t key = nb_view_hash(nb_uri_key(server->scratch, uri));
    nb_open *open = nb_documents_find(&server->documents, uri);
    p->checked++;
    if (open) {
        bool is_report = check(server, open);
        nb_view list = nb_buf_view(&server->text);
        nb_pull_items_add(&p->items, open->uri, key, open, list,
                          is_report ? nb_pull_result_id(list) : 0);
        return;
    }
    uint64_t stamp = stamp_of(p, path);
    nb_idset_entry *known = nb_idset_put(p->memory, &p->known, key);
    const nb_idset_entry *before = nb_idset_get(&p->items.previous, key);
    bool is_known = stamp && known->stamp == stamp;
    bool is_told = known->id == (before ? before->id : 0);
    if (is_known && is_told) {
        nb_pull_items_add(&p->items, uri, key, NULL, (nb_view){0}, known->id);
        return;
    }
    bool is_report = read_shadow(server, p, path, uri) && check(server, p->shadow);
    nb_view list = is_report ? nb_buf_view(&server->text) : (nb_view){0};
    known->stamp = stamp;
    known->id = is_report ? nb_pull_result_id(list) : 0;
    nb_pull_items_add(&p->items, uri, key, NULL, list, known->id);
}

/* ---- the work ---- */

static void begin_scan(nb_server *server, pull *p)
{
    nb_scan_free(p->scan);
    p->scan = nb_scan_new(server->workspace.folders,
                          server->host.reads_files ? server->workspace.count : 0);
    p->is_held = p->is_woken = false;
    p->since_ms = server->now_ms;
    p->checked = 0;
    nb_pull_items_restart(&p->items);
}

static void end_scan(nb_server *server, pull *p)
{
    nb_pull_items_add_gone(&p->items);
    nb_scan_free(p->scan);
    p->scan = NULL;
    if (p->items.count || !p->has_answered) {
        answer(server, p);
        return;
    }
    clear(server, p);
    p->is_held = true;
    if (p->is_woken)
        begin_scan(server, p);
}

static void show_progress(nb_server *server, const pull *p)
{
    static const nb_text2 title = {.zh = "检查年报", .en = "Checking reports"};
    if (server->now_ms - p->since_ms > PATIENCE_MS)
        nb_progress_ask(server, &server->progress);
    if (p->checked % 16 == 1)
        nb_progress_report(server, &server->progress,
                           nb_text2_in(title, server->options.rules.lang),
                           nb_arena_printf(server->scratch, "%u", p->checked));
}

bool nb_pull_step(nb_server *server)
{
    pull *p = server->pull;
    nb_view path;
    if (!p || !p->is_active || p->is_held)
        return false;
    switch (nb_scan_next(p->scan, &path)) {
    case NB_SCAN_FOLDER:
        break;
    case NB_SCAN_FILE:
        check_file(server, p, path);
        show_progress(server, p);
        if (p->partial[0] && p->items.full.len > PART_BYTES)
            send_part(server, p);
        break;
    case NB_SCAN_FULL:
        nb_tell_log(server, NB_MESSAGE_WARNING,
                    nb_arena_printf(server->scratch, "%u files were looked at, others were not",
                                    NB_SCAN_FILES_MAX));
        end_scan(server, p);
        break;
    case NB_SCAN_END:
        end_scan(server, p);
        break;
    }
    return p->is_active && !p->is_held;
}

void nb_pull_wake(nb_server *server)
{
    pull *p = server->pull;
    if (!p || !p->is_active)
        return;
    if (p->is_held)
        begin_scan(server, p);
    else
        p->is_woken = true;
}

/* What was gathered by other settings is gathered anew, unless some of it was streamed already. */
void nb_pull_forget(nb_server *server)
{
    pull *p = server->pull;
    if (!p)
        return;
    p->generation++;
    if (p->is_active && !p->partial[0])
        begin_scan(server, p);
    else
        nb_pull_wake(server);
}

bool nb_pull_cancel(nb_server *server, const cJSON *id)
{
    pull *p = server->pull;
    if (!p || !p->is_active || !cJSON_Compare(p->id, id, true))
        return false;
    refuse(server, p, NB_ERR_REQUEST_CANCELLED, "cancelled");
    return true;
}

void nb_pull_stop(nb_server *server)
{
    if (server->pull && server->pull->is_active)
        refuse(server, server->pull, NB_ERR_SERVER_CANCELLED, "no longer worked on");
}

void nb_pull_release(nb_server *server)
{
    pull *p = server->pull;
    if (!p)
        return;
    nb_scan_free(p->scan);
    nb_open_free(p->shadow);
    nb_pull_items_release(&p->items);
    if (p->is_active)
        nb_reply_forget(&p->reply);
    cJSON_Delete(p->id);
    nb_arena_free(p->memory);
    free(p);
    server->pull = NULL;
}

/* ---- the request ---- */

void nb_handle_workspace_diagnostic(nb_server *server, const cJSON *params, nb_reply *reply)
{
    const cJSON *previous = nb_json_get(params, "previousResultIds");
    if (!cJSON_IsArray(previous)) {
        nb_reply_error(reply, NB_ERR_INVALID_PARAMS, "previousResultIds is missing");
        return;
    }
    nb_pull_stop(server);
    pull *p = pull_of(server);
    p->id = nb_reply_id(reply);
    p->reply = nb_reply_keep(reply);
    p->is_active = true;
    (void)nb_progress_token(nb_json_get(params, "partialResultToken"), p->partial,
                            sizeof p->partial);
    nb_progress_start(&server->progress, nb_json_get(params, "workDoneToken"));
    nb_pull_items_begin(&p->items, previous);
    begin_scan(server, p);
}

/* Progress of ours is the only one that a client cancels so; its own it cancels by the request. */
void nb_handle_progress_cancel(nb_server *server, const cJSON *params)
{
    if (nb_progress_is(&server->progress, nb_json_get(params, "token")))
        nb_pull_stop(server);
}
