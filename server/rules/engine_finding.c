#include <stdlib.h>
#include <string.h>

#include "nb/base/bug.h"
#include "rules/engine.h"

/*
 * The message in the language of the analysis. The other language is filled as well, so that a
 * name that only one of them has wrong is met by every test and not by a user.
 */
static nb_view close_message(const nb_finding_draft *draft)
{
    nb_arena *arena = draft->ctx->arena;
    nb_view messages[NB_LANG_COUNT];
    bool *used = NB_NEW_ARRAY(arena, bool, draft->args.len + 1);
    for (int lang = 0; lang < NB_LANG_COUNT; lang++)
        messages[lang] = nb_message_fill(arena, nb_text2_in(draft->message, (nb_lang)lang),
                                         draft->args.items, draft->args.len, used);
    for (uint32_t i = 0; i < draft->args.len; i++)
        NB_BUG_ON(!used[i], "every argument of a finding is used by its message");
    return messages[nb_ctx_lang(draft->ctx)];
}

/* FNV-1a over what names the finding and stays when the text moves. */
static uint64_t hash_more(uint64_t hash, nb_view v)
{
    return hash * UINT64_C(0x100000001b3) ^ nb_view_hash(v);
}

uint64_t nb_finding_print(const nb_finding_draft *draft)
{
    const nb_rule_ctx *ctx = draft->ctx;
    uint64_t hash = nb_view_hash(nb_view_of(ctx->rule->code));
    hash = hash_more(hash, draft->place);
    for (uint32_t i = 0; i < draft->args.len; i++) {
        hash = hash_more(hash, nb_view_of(draft->args.items[i].name));
        hash = hash_more(hash, draft->args.items[i].value);
    }
    if (draft->args.len == 0 && draft->place.len == 0)
        hash = hash_more(hash, nb_view_sub(ctx->text, draft->span.start, draft->span.end));
    return hash;
}

/* By place; insertions at one place keep the order they were given in and stand before a
 * replacement that begins there. */
static bool edit_comes_before(const nb_edit *a, const nb_edit *b)
{
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start;
    return a->span.end < b->span.end;
}

static int compare_edits(const void *a, const void *b)
{
    const nb_edit *x = a;
    const nb_edit *y = b;
    if (edit_comes_before(x, y))
        return -1;
    return edit_comes_before(y, x) ? 1 : 0;
}

/* Stable: insertion while the list is short, which it nearly always is; long lists (renumbering
 * a document) have no two edits at one place and may go to qsort. */
static void sort_edits(nb_edit *edits, uint32_t count)
{
    if (count > 64) {
        qsort(edits, count, sizeof *edits, compare_edits);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        nb_edit edit = edits[i];
        uint32_t at = i;
        for (; at > 0 && edit_comes_before(&edit, &edits[at - 1]); at--)
            edits[at] = edits[at - 1];
        edits[at] = edit;
    }
}

/* Sorted edits that change something; their number. */
static uint32_t close_edits(const nb_fix_draft *fix, nb_edit *out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < fix->edits.len; i++) {
        const nb_edit *edit = &fix->edits.items[i];
        nb_view old = nb_view_sub(fix->ctx->text, edit->span.start, edit->span.end);
        if (!nb_view_eq(old, edit->new_text))
            out[count++] = *edit;
    }
    sort_edits(out, count);
    for (uint32_t i = 1; i < count; i++)
        NB_BUG_ON(out[i].span.start < out[i - 1].span.end, "the edits of a fix do not overlap");
    return count;
}

static void close_fixes(const nb_finding_draft *draft, nb_finding *finding)
{
    if (draft->fix_count == 0)
        return;
    nb_arena *arena = draft->ctx->arena;
    nb_fix *fixes = NB_NEW_ARRAY(arena, nb_fix, draft->fix_count);
    uint32_t count = 0;
    uint32_t preferred = 0;
    for (const nb_fix_draft *fix = draft->first_fix; fix; fix = fix->next) {
        nb_edit *edits = NB_NEW_ARRAY(arena, nb_edit, fix->edits.len + 1);
        uint32_t edit_count = close_edits(fix, edits);
        if (edit_count == 0)
            continue;
        preferred += fix->is_preferred;
        fixes[count++] = (nb_fix){.title = fix->title,
                                  .kind = fix->kind,
                                  .is_preferred = fix->is_preferred,
                                  .changes_figure = fix->changes_figure,
                                  .edits = edits,
                                  .edit_count = edit_count};
    }
    NB_BUG_ON(preferred > 1, "at most one fix of a finding is preferred");
    finding->fixes = fixes;
    finding->fix_count = count;
}

nb_finding nb_finding_close(const nb_finding_draft *draft)
{
    nb_finding finding = {
        .rule = draft->ctx->rule,
        .severity = draft->severity,
        .span = draft->span,
        .message = close_message(draft),
        .related = draft->related.items,
        .related_count = draft->related.len,
        .fingerprint = nb_finding_print(draft),
    };
    close_fixes(draft, &finding);
    return finding;
}
