#include "rules/engine.h"

/* What a rule may ask of its context. */

enum {
    LENGTH_LIMIT_DEFAULT = 1000, /* 总体情况原则上不超过一千字, as local notices have it */
};

const nb_report *nb_ctx_report(const nb_rule_ctx *ctx)
{
    return ctx->report;
}

nb_view nb_ctx_text(const nb_rule_ctx *ctx)
{
    return ctx->text;
}

nb_view nb_ctx_whole_text(nb_rule_ctx *ctx)
{
    ctx->has_read_all = true;
    return ctx->text;
}

nb_arena *nb_ctx_arena(nb_rule_ctx *ctx)
{
    return ctx->arena;
}

nb_lang nb_ctx_lang(const nb_rule_ctx *ctx)
{
    return ctx->options->lang;
}

int nb_ctx_length_limit(const nb_rule_ctx *ctx)
{
    int limit = ctx->options->length_limit;
    return limit > 0 ? limit : LENGTH_LIMIT_DEFAULT;
}

int nb_ctx_deadline(const nb_rule_ctx *ctx)
{
    return ctx->options->deadline;
}

const nb_report *nb_ctx_last_year(const nb_rule_ctx *ctx)
{
    const nb_report *now = ctx->report, *before = ctx->options->last_year;
    if (!before || !now->year || before->year != now->year - 1)
        return NULL;
    bool is_same =
        !before->issuer.len || !now->issuer.len || nb_view_eq(before->issuer, now->issuer);
    return is_same ? before : NULL;
}

const struct nb_suppressions *nb_ctx_suppressions(const nb_rule_ctx *ctx)
{
    return ctx->options->suppressions;
}

const nb_verdict *nb_ctx_verdicts(const nb_rule_ctx *ctx, uint32_t *count)
{
    *count = ctx->verdicts.count;
    return ctx->verdicts.items;
}
