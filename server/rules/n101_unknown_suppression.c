#include "rules/suppressions.h"

/* A suppression that names no rule does nothing, and nobody would notice. */

static const nb_text2 says_nearest = {"没有规则 {text}，是否指 {nearest}？",
                                      "there is no rule {text}; did you mean {nearest}?"};
static const nb_text2 says_none = {"“{text}”未写明屏蔽哪条规则，不起作用",
                                   "\"{text}\" names no rule and has no effect"};
static const nb_text2 says_name = {"没有“{text}”这种写法，只有 nianbao-disable 和 "
                                   "nianbao-disable-next-line",
                                   "there is no \"{text}\", only nianbao-disable and "
                                   "nianbao-disable-next-line"};
static const nb_text2 replace_it = {"改为 {0}", "replace by {0}"};

static nb_view text_of(const nb_rule_ctx *ctx, nb_span span)
{
    return nb_view_sub(nb_ctx_text(ctx), span.start, span.end);
}

static nb_finding_draft *find(nb_rule_ctx *ctx, nb_span span)
{
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
    nb_finding_arg(draft, "text", text_of(ctx, span));
    return draft;
}

static void check_code(nb_rule_ctx *ctx, const nb_suppressed_code *code)
{
    if (code->rule)
        return;
    nb_finding_draft *draft = find(ctx, code->span);
    const nb_rule *nearest = nb_rule_nearest(text_of(ctx, code->span));
    if (!nearest)
        return;
    nb_finding_message(draft, says_nearest);
    nb_finding_arg(draft, "nearest", nb_view_of(nearest->code));
    nb_fix_draft *fix =
        nb_finding_fix(draft, NB_FIX_SUGGEST, replace_it, nb_view_of(nearest->code));
    nb_fix_replace(fix, code->span, nb_view_of(nearest->code));
}

static void check(nb_rule_ctx *ctx)
{
    const nb_suppressions *all = nb_ctx_suppressions(ctx);
    for (uint32_t i = 0; all && i < all->count; i++) {
        const nb_suppression *s = &all->items[i];
        if (!s->is_known)
            nb_finding_message(find(ctx, s->name_span), says_name);
        else if (s->code_count == 0)
            nb_finding_message(find(ctx, s->name_span), says_none);
        for (uint32_t k = 0; k < s->code_count; k++)
            check_code(ctx, &s->codes[k]);
    }
}

const nb_rule nb_rule_n101_unknown_suppression = {
    .code = "N101",
    .slug = "unknown-suppression",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"屏蔽说明中的规则代码不存在", "A suppression names no rule"},
    .message = {"没有规则 {text}", "there is no rule {text}"},
    .explanation =
        {"屏蔽说明写作“nianbao-disable”（全文）或“nianbao-disable-next-line”（下一行，"
         "或在那里开始的整张表格、整个段落），其后是规则的代码或名称（几条之间用逗号分开）和原因。"
         "代码写错的屏蔽说明不起作用。`nianbao rules` 列出全部代码。",
         "A suppression reads \"nianbao-disable\" (the whole text) or "
         "\"nianbao-disable-next-line\" "
         "(the next line, or the whole table or paragraph that begins there), then codes or names "
         "of rules parted by commas, then the reason. One with a wrong code has no effect. "
         "`nianbao rules` lists the codes."},
    .bad = {"[nianbao-disable F1O2 引文原样照录]", "[nianbao-disable F1O2 引文原样照录]"},
    .good = {"[nianbao-disable F102 引文原样照录]", "[nianbao-disable F102 引文原样照录]"},
    .basis = NULL,
    .check = check,
};
