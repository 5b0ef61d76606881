#include "lsp/pull_items.h"

#include <inttypes.h>
#include <stdlib.h>

#include "lsp/uri.h"

#define PREVIOUS_MAX 100000u /* result ids taken from one request */

void nb_pull_items_begin(nb_pull_items *items, const cJSON *list)
{
    nb_arena *scratch = nb_arena_new();
    if (!items->arena)
        items->arena = nb_arena_new();
    nb_arena_reset(items->arena, 0);
    items->previous = (nb_idset){0};
    items->count = 0;
    uint32_t count = 0;
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        nb_view uri = nb_json_path_view(item, "uri");
        nb_view value = nb_json_path_view(item, "value");
        if (uri.len == 0 || uri.len > NB_URI_MAX || value.len != 16 || count++ > PREVIOUS_MAX)
            continue;
        uint64_t key = nb_view_hash(nb_uri_key(scratch, uri));
        nb_idset_entry *entry = nb_idset_put(items->arena, &items->previous, key);
        entry->id = strtoull(value.ptr, NULL, 16); /* cJSON's strings end with a NUL */
        entry->uri = nb_arena_copy(items->arena, uri);
    }
    nb_arena_free(scratch);
}

void nb_pull_items_restart(nb_pull_items *items)
{
    nb_buf_clear(&items->full);
    nb_buf_clear(&items->unchanged);
    items->count = 0;
    for (uint32_t i = 0; i < items->previous.cap; i++)
        items->previous.slots[i].is_seen = false;
}

static void add_head(nb_buf *out, const char *kind, nb_view uri, const nb_open *open)
{
    if (out->len)
        nb_buf_add_char(out, ',');
    nb_buf_printf(out, "{\"kind\":\"%s\",\"uri\":", kind);
    nb_json_add_string(out, uri);
    if (open && open->has_version)
        nb_buf_printf(out, ",\"version\":%d", (int)open->version);
    else
        nb_buf_add_str(out, ",\"version\":null");
}

static void add_full(nb_pull_items *items, nb_view uri, const nb_open *open, nb_view list,
                     uint64_t id)
{
    add_head(&items->full, "full", uri, open);
    if (id)
        nb_buf_printf(&items->full, ",\"resultId\":\"%016" PRIx64 "\"", id);
    nb_buf_add_str(&items->full, ",\"items\":");
    nb_buf_add_view(&items->full, list);
    nb_buf_add_char(&items->full, '}');
    items->count++;
}

static void add_unchanged(nb_pull_items *items, nb_view uri, const nb_open *open, uint64_t id)
{
    add_head(&items->unchanged, "unchanged", uri, open);
    nb_buf_printf(&items->unchanged, ",\"resultId\":\"%016" PRIx64 "\"}", id);
}

void nb_pull_items_add(nb_pull_items *items, nb_view uri, uint64_t key, const nb_open *open,
                       nb_view list, uint64_t id)
{
    nb_idset_entry *before = nb_idset_get(&items->previous, key);
    if (before)
        before->is_seen = true;
    if (before && id && before->id == id)
        add_unchanged(items, uri, open, id);
    else if (id || before)
        add_full(items, uri, open, id ? list : NB_V("[]"), id);
}

void nb_pull_items_add_gone(nb_pull_items *items)
{
    for (uint32_t i = 0; i < items->previous.cap; i++) {
        nb_idset_entry *entry = &items->previous.slots[i];
        if (!entry->key || entry->is_seen || !entry->id)
            continue;
        add_full(items, entry->uri, NULL, NB_V("[]"), 0);
    }
}

void nb_pull_items_close(nb_pull_items *items)
{
    if (items->full.len && items->unchanged.len)
        nb_buf_add_char(&items->full, ',');
    nb_buf_add_view(&items->full, nb_buf_view(&items->unchanged));
    nb_buf_clear(&items->unchanged);
}

void nb_pull_items_release(nb_pull_items *items)
{
    nb_buf_release(&items->full);
    nb_buf_release(&items->unchanged);
    nb_arena_free(items->arena);
    *items = (nb_pull_items){0};
}
