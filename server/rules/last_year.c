#include "rules/last_year.h"

bool nb_report_was_recounted(const nb_report *report)
{
    static const nb_view words[] = {NB_W("清理"),     NB_W("机构改革"), NB_W("口径"),
                                    NB_W("重新统计"), NB_W("重新核定"), NB_W("为准"),
                                    NB_W("划转"),     NB_W("合并"),     NB_W("撤并"),
                                    NB_W("更正"),     NB_W("失效"),     NB_W("有效期")};
    for (uint32_t i = 0; i < report->sentence_count; i++)
        if (NB_HAS(report->sentences[i].text.text, words))
            return true;
    return false;
}

const nb_table *nb_last_year_table(nb_rule_ctx *ctx, const nb_table *table)
{
    const nb_report *before = nb_ctx_last_year(ctx);
    const nb_table *old = before && table ? nb_report_table(before, table->key) : NULL;
    return old && old->form_id == table->form_id ? old : NULL;
}
