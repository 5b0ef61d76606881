#include "lsp/documents.h"

#include <stdlib.h>

#include "lsp/uri.h"
#include "nb/base/bug.h"

static nb_open *find_key(const nb_documents *documents, nb_view key)
{
    uint64_t hash = nb_view_hash(key);
    for (uint32_t i = 0; i < documents->count; i++) {
        nb_open *open = documents->items[i];
        if (open->key_hash == hash && nb_view_eq(open->key, key))
            return open;
    }
    return NULL;
}

nb_open *nb_documents_find(const nb_documents *documents, nb_view uri)
{
    /* The spelling it was opened with is by far the most frequent question. */
    for (uint32_t i = 0; i < documents->count; i++)
        if (nb_view_eq(documents->items[i]->uri, uri))
            return documents->items[i];
    nb_arena *arena = nb_arena_new();
    nb_open *open = find_key(documents, nb_uri_key(arena, uri));
    nb_arena_free(arena);
    return open;
}

static nb_source_kind kind_of_language(nb_view language)
{
    if (nb_view_eq(language, NB_V("markdown")))
        return NB_SOURCE_MARKDOWN;
    if (nb_view_eq(language, NB_V("html")))
        return NB_SOURCE_HTML;
    return NB_SOURCE_AUTO;
}

static void set_uri(nb_open *open, nb_view uri)
{
    nb_arena_reset(open->names, 0);
    open->uri = nb_arena_copy(open->names, uri);
    open->key = nb_uri_key(open->names, uri);
    open->key_hash = nb_view_hash(open->key);
    /* The old side of a comparison in an editor: nobody can repair it. */
    open->is_config = nb_view_ends_with(open->key, NB_V("/nianbao.json"));
    open->has_options = false;
    open->is_checked = !nb_view_eq(nb_uri_scheme(uri), NB_V("git"));
}

nb_open *nb_open_new(void)
{
    nb_open *open = calloc(1, sizeof *open);
    if (!open)
        nb_out_of_memory();
    open->names = nb_arena_new();
    open->arena = nb_arena_new();
    return open;
}

void nb_open_set(nb_open *open, nb_view uri, nb_source_kind kind, nb_view text)
{
    if (!open->uri.ptr || !nb_view_eq(open->uri, uri))
        set_uri(open, uri); /* the last spelling is the one to answer in */
    if (open->text)
        nb_document_set(open->text, text);
    else
        open->text = nb_document_new(text);
    open->kind = kind;
    open->hold.is_on = false;
    open->is_dirty = open->is_due = true;
    open->was_published = false; /* who opens a document wants its findings, seen before or not */
    open->revision++;
}

static nb_open *add(nb_documents *documents)
{
    if (documents->count == NB_DOCUMENTS_MAX)
        return NULL;
    if (documents->count == documents->cap) {
        documents->cap = documents->cap ? documents->cap * 2 : 8;
        documents->items = realloc(documents->items, documents->cap * sizeof *documents->items);
        if (!documents->items)
            nb_out_of_memory();
    }
    nb_open *open = nb_open_new();
    documents->items[documents->count++] = open;
    return open;
}

nb_open *nb_documents_open(nb_documents *documents, nb_view uri, nb_view language, nb_view text)
{
    nb_open *open = nb_documents_find(documents, uri);
    if (!open)
        open = add(documents);
    if (!open)
        return NULL;
    nb_open_set(open, uri, kind_of_language(language), text);
    return open;
}

void nb_open_free(nb_open *open)
{
    if (!open)
        return;
    nb_document_free(open->text);
    nb_arena_free(open->arena);
    nb_arena_free(open->names);
    nb_arena_free(open->settings);
    nb_buf_release(&open->published);
    nb_buf_release(&open->tokens);
    nb_buf_release(&open->hold.shown);
    free(open);
}

void nb_documents_close(nb_documents *documents, nb_open *open)
{
    for (uint32_t i = 0; i < documents->count; i++) {
        if (documents->items[i] == open) {
            documents->items[i] = documents->items[--documents->count];
            break;
        }
    }
    nb_open_free(open);
}

void nb_documents_release(nb_documents *documents)
{
    for (uint32_t i = 0; i < documents->count; i++)
        nb_open_free(documents->items[i]);
    free(documents->items);
    *documents = (nb_documents){0};
}

#define REMOVED_BYTES_MAX 64u /* as much of what was removed as anybody looks at */

static nb_change_result apply_range(nb_open *open, nb_arena *arena, nb_range range,
                                    nb_encoding encoding, nb_view text, nb_last_edit *last)
{
    nb_span span = nb_lines_span_of(nb_document_lines(open->text), range, encoding);
    nb_view old = nb_document_text(open->text);
    uint32_t end =
        span.end - span.start > REMOVED_BYTES_MAX ? span.start + REMOVED_BYTES_MAX : span.end;
    nb_view removed = nb_arena_copy(arena, nb_view_sub(old, span.start, end));
    if (!nb_document_edit(open->text, range, encoding, text))
        return NB_CHANGE_TOO_LARGE;
    *last = (nb_last_edit){true, removed, text, span.start + text.len};
    return NB_CHANGE_DONE;
}

static nb_change_result apply(nb_open *open, nb_arena *arena, const cJSON *change,
                              nb_encoding encoding, nb_last_edit *last)
{
    const cJSON *text = nb_json_get(change, "text");
    const cJSON *range_json = nb_json_get(change, "range");
    if (!cJSON_IsString(text))
        return NB_CHANGE_MALFORMED;
    nb_view new_text = nb_json_view(text);
    if (!range_json || cJSON_IsNull(range_json)) {
        if (new_text.len > NB_DOCUMENT_MAX)
            return NB_CHANGE_TOO_LARGE;
        nb_document_set(open->text, new_text);
        last->is_range = false;
        return NB_CHANGE_DONE;
    }
    nb_range range;
    if (!nb_json_range(range_json, &range))
        return NB_CHANGE_MALFORMED;
    return apply_range(open, arena, range, encoding, new_text, last);
}

nb_change_result nb_open_change(nb_open *open, nb_arena *arena, const cJSON *changes,
                                nb_encoding encoding, nb_last_edit *last)
{
    nb_change_result result = NB_CHANGE_DONE;
    const cJSON *change;
    *last = (nb_last_edit){.is_range = false};
    cJSON_ArrayForEach(change, changes)
    {
        nb_change_result one = apply(open, arena, change, encoding, last);
        if (one != NB_CHANGE_DONE)
            result = one;
        open->is_dirty = open->is_due = true;
        open->revision++;
    }
    return result;
}

const nb_analysis *nb_open_settle(nb_open *open, nb_arena **spare, const nb_check_options *options)
{
    if (!open->is_dirty && open->analysis)
        return open->analysis;
    nb_check_options own = *options;
    own.kind = open->kind;
    if (!open->is_quiet) { /* else a file that nobody types in, and behind it the next file */
        own.before = open->analysis;
        own.is_followed = true;
    }
    nb_view text = nb_document_text(open->text);
    nb_arena_reset(*spare, NB_ARENA_KEPT(text.len));
    const nb_analysis *analysis = nb_check(*spare, text, &own);
    nb_arena *old = open->arena;
    open->arena = *spare;
    *spare = old;
    open->analysis = analysis;
    open->is_dirty = false;
    return analysis;
}
