#include "rules/suppressions.h"

/* Whoever reads the report next year wants to know why. */

static void check(nb_rule_ctx *ctx)
{
    const nb_suppressions *all = nb_ctx_suppressions(ctx);
    for (uint32_t i = 0; all && i < all->count; i++) {
        const nb_suppression *s = &all->items[i];
        if (!s->is_known || s->has_reason || s->code_count == 0)
            continue;
        nb_span span = nb_span_of(s->codes[0].span.start, s->codes[s->code_count - 1].span.end);
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, span);
        nb_finding_arg(draft, "codes", nb_view_sub(nb_ctx_text(ctx), span.start, span.end));
    }
}

const nb_rule nb_rule_n103_suppression_reason = {
    .code = "N103",
    .slug = "suppression-reason",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_NONE,
    .title = {"屏蔽说明没有写原因", "A suppression without a reason"},
    .message = {"请写明为什么屏蔽 {codes}", "say why {codes} is suppressed"},
    .explanation =
        {"规则代码之后写明原因，例如“[nianbao-disable T101 已与主管部门核对，原表如此]”，"
         "以便日后复核。",
         "The reason stands behind the codes, so that others can judge it later: "
         "\"[nianbao-disable T101 已与主管部门核对，原表如此]\"."},
    .bad = {"[nianbao-disable-next-line F102]\n引文如下：（原文括号不成对。",
            "[nianbao-disable-next-line F102]\n引文如下：（原文括号不成对。"},
    .good = {"[nianbao-disable-next-line F102 引文原样照录]\n引文如下：（原文括号不成对。",
             "[nianbao-disable-next-line F102 引文原样照录]\n引文如下：（原文括号不成对。"},
    .no_fix = {"屏蔽的原因只有编写者知道", "Only the author knows the reason"},
    .basis = NULL,
    .check = check,
};
