#include <inttypes.h>
#include <string.h>

#include "nb/base/bug.h"
#include "nb/text/utf8.h"
#include "rules/engine.h"

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/*
 * A place on character borders that shows: an empty one takes the character behind it, at a line
 * end the one before it.
 */
static nb_span visible_span(nb_view text, nb_span span)
{
    NB_BUG_ON(span.start > span.end || span.end > text.len, "a finding lies inside the text");
    span.start = nb_utf8_floor(text, span.start);
    uint32_t end = nb_utf8_floor(text, span.end);
    if (end < span.end)
        (void)nb_utf8_next(text, &end);
    span.end = end;
    if (!nb_span_is_empty(span) || text.len == 0)
        return span;
    bool has_next = span.start < text.len && !is_line_end(text.ptr[span.start]);
    bool has_previous = span.start > 0 && !is_line_end(text.ptr[span.start - 1]);
    if (has_next || (!has_previous && span.start < text.len))
        (void)nb_utf8_next(text, &span.end);
    else
        (void)nb_utf8_prev(text, &span.start);
    return span;
}

static nb_finding_draft *draft_new(nb_rule_ctx *ctx)
{
    if (ctx->drafts.len < NB_FINDINGS_PER_RULE_MAX) {
        nb_finding_draft *draft = NB_NEW(ctx->arena, nb_finding_draft);
        *nb_vec_push(ctx->arena, &ctx->drafts) = draft;
        return draft;
    }
    ctx->is_truncated = true;
    if (!ctx->discarded)
        ctx->discarded = NB_NEW(ctx->arena, nb_finding_draft);
    memset(ctx->discarded, 0, sizeof *ctx->discarded);
    return ctx->discarded;
}

nb_finding_draft *nb_ctx_find(nb_rule_ctx *ctx, nb_severity severity, nb_span span)
{
    NB_BUG_ON(severity < ctx->rule->severity || severity > NB_SEVERITY_HINT,
              "a finding is not more severe than its rule");
    nb_finding_draft *draft = draft_new(ctx);
    ctx->is_heard = true;
    draft->ctx = ctx;
    draft->severity = severity;
    draft->span = visible_span(ctx->text, span);
    draft->message = ctx->rule->message;
    return draft;
}

void nb_finding_arg(nb_finding_draft *draft, const char *name, nb_view value)
{
    for (uint32_t i = 0; i < draft->args.len; i++)
        NB_BUG_ON(strcmp(draft->args.items[i].name, name) == 0, "an argument is given once");
    *nb_vec_push(draft->ctx->arena, &draft->args) = (nb_message_arg){name, value};
}

void nb_finding_arg_int(nb_finding_draft *draft, const char *name, int64_t value)
{
    nb_finding_arg(draft, name, nb_arena_printf(draft->ctx->arena, "%" PRId64, value));
}

void nb_finding_arg_micro(nb_finding_draft *draft, const char *name, int64_t micro)
{
    char digits[32];
    uint32_t len = nb_figure_format(micro, 0, digits);
    nb_finding_arg(draft, name, nb_arena_copy(draft->ctx->arena, (nb_view){digits, len}));
}

void nb_finding_message(nb_finding_draft *draft, nb_text2 message)
{
    draft->message = message;
}

/* A text with at most the one placeholder {0}. */
static nb_view fill_value(nb_rule_ctx *ctx, nb_text2 text, nb_view value)
{
    nb_message_arg arg = {"0", value};
    bool used = false;
    return nb_message_fill(ctx->arena, nb_text2_in(text, nb_ctx_lang(ctx)), &arg, 1, &used);
}

void nb_finding_relate(nb_finding_draft *draft, nb_span span, nb_text2 message, nb_view value)
{
    nb_rule_ctx *ctx = draft->ctx;
    *nb_vec_push(ctx->arena, &draft->related) =
        (nb_related){visible_span(ctx->text, span), fill_value(ctx, message, value)};
}

void nb_finding_place(nb_finding_draft *draft, nb_view key)
{
    draft->place = key;
}

nb_fix_draft *nb_finding_fix(nb_finding_draft *draft, nb_fix_kind kind, nb_text2 title,
                             nb_view value)
{
    nb_rule_ctx *ctx = draft->ctx;
    NB_BUG_ON(kind == NB_FIX_NONE || kind > ctx->rule->fix, "a fix is of a kind its rule names");
    nb_fix_draft *fix = NB_NEW(ctx->arena, nb_fix_draft);
    fix->ctx = ctx;
    fix->kind = kind;
    fix->title = fill_value(ctx, title, value);
    if (draft->last_fix)
        draft->last_fix->next = fix;
    else
        draft->first_fix = fix;
    draft->last_fix = fix;
    draft->fix_count++;
    return fix;
}

void nb_fix_replace(nb_fix_draft *fix, nb_span span, nb_view new_text)
{
    NB_BUG_ON(span.start > span.end || span.end > fix->ctx->text.len, "an edit lies in the text");
    *nb_vec_push(fix->ctx->arena, &fix->edits) = (nb_edit){span, new_text};
}

void nb_fix_prefer(nb_fix_draft *fix)
{
    fix->is_preferred = true;
}

void nb_fix_changes_figure(nb_fix_draft *fix)
{
    fix->changes_figure = true;
}

void nb_ctx_link(nb_rule_ctx *ctx, nb_span claim, nb_span cell)
{
    if (ctx->links.len == NB_LINKS_MAX) {
        ctx->is_heard = true; /* where others are fewer, this one is made */
        return;
    }
    *nb_vec_push(ctx->arena, &ctx->links) = (nb_claim_link){claim, cell};
    *nb_vec_push(ctx->arena, &ctx->origins) =
        (nb_link_origin){ctx->rule_index, ctx->shown_statement};
}
