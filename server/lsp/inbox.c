#include "lsp/inbox.h"

#include <stdlib.h>
#include <string.h>

#include "lsp/prescan.h"
#include "nb/base/bug.h"

static nb_message refused(nb_error_code code, const char *why)
{
    return (nb_message){.kind = NB_MESSAGE_REFUSED, .code = code, .refusal = why};
}

static void set_id(nb_message *message, nb_view id)
{
    message->id = malloc((size_t)id.len + 1);
    if (!message->id)
        nb_out_of_memory();
    if (id.len)
        memcpy(message->id, id.ptr, id.len);
    message->id[id.len] = '\0';
    message->id_len = id.len;
}

/* Sorts a parsed object into request, notification and response (JSON-RPC 2.0, 4 and 5). */
static nb_message classify(const cJSON *json)
{
    if (cJSON_IsArray(json))
        return refused(NB_ERR_INVALID_REQUEST, "LSP has no batches");
    if (!cJSON_IsObject(json))
        return refused(NB_ERR_INVALID_REQUEST, "a message is an object");
    const cJSON *id = nb_json_get(json, "id");
    const cJSON *method = nb_json_get(json, "method");
    if (id && !cJSON_IsNumber(id) && !cJSON_IsString(id) && (method || !cJSON_IsNull(id)))
        return refused(NB_ERR_INVALID_REQUEST, "an id is a number or a string");
    if (cJSON_IsString(method))
        return (nb_message){.kind = id ? NB_MESSAGE_REQUEST : NB_MESSAGE_NOTIFICATION,
                            .method = method->valuestring};
    if (!method && id && (nb_json_get(json, "result") || nb_json_get(json, "error")))
        return (nb_message){.kind = NB_MESSAGE_RESPONSE};
    return refused(NB_ERR_INVALID_REQUEST, "the message has no method");
}

static bool is_usable_id(const cJSON *json)
{
    const cJSON *id = nb_json_get(json, "id");
    return cJSON_IsNumber(id) || cJSON_IsString(id);
}

static nb_message read_body(nb_buf *body, bool is_foreign_charset)
{
    if (is_foreign_charset)
        return refused(NB_ERR_PARSE, "the charset is not utf-8");
    nb_prescan scan = nb_prescan_run(body);
    if (scan.is_too_deep)
        return refused(NB_ERR_PARSE, "the message is nested too deeply");
    nb_view text = nb_buf_view(body);
    cJSON *json = text.len ? nb_json_parse(text) : NULL;
    if (!json)
        return refused(NB_ERR_PARSE, "the message is no JSON");
    nb_message message = classify(json);
    if (message.kind != NB_MESSAGE_NOTIFICATION && is_usable_id(json))
        set_id(&message, nb_view_sub(text, scan.id.start, scan.id.end));
    message.json = json;
    return message;
}

static nb_message *push(nb_inbox *inbox)
{
    if (inbox->count == inbox->cap) {
        inbox->cap = inbox->cap ? inbox->cap * 2 : 16;
        inbox->items = realloc(inbox->items, inbox->cap * sizeof *inbox->items);
        if (!inbox->items)
            nb_out_of_memory();
    }
    return &inbox->items[inbox->count++];
}

void nb_inbox_add(nb_inbox *inbox, nb_buf *body, bool is_foreign_charset)
{
    size_t bytes = body->len;
    *push(inbox) = read_body(body, is_foreign_charset);
    inbox->bytes += bytes;
}

bool nb_inbox_is_full(const nb_inbox *inbox)
{
    return inbox->count >= NB_INBOX_COUNT_MAX || inbox->bytes >= NB_INBOX_BYTES_MAX;
}

bool nb_inbox_cancel(nb_inbox *inbox, const cJSON *id)
{
    for (uint32_t i = 0; i < inbox->count; i++) {
        nb_message *m = &inbox->items[i];
        if (m->kind == NB_MESSAGE_REQUEST && cJSON_Compare(nb_json_get(m->json, "id"), id, true)) {
            m->is_cancelled = true;
            return true;
        }
    }
    return false;
}

void nb_message_release(nb_message *message)
{
    cJSON_Delete(message->json);
    free(message->id);
    *message = (nb_message){0};
}

void nb_inbox_clear(nb_inbox *inbox)
{
    for (uint32_t i = 0; i < inbox->count; i++)
        nb_message_release(&inbox->items[i]);
    inbox->count = 0;
    inbox->bytes = 0;
}

void nb_inbox_release(nb_inbox *inbox)
{
    nb_inbox_clear(inbox);
    free(inbox->items);
    *inbox = (nb_inbox){0};
}
