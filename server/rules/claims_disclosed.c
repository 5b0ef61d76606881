#include "rules/claims_compare.h"

/* Words of 主动公开政府信息N条 that leave it the total of the year. */
static const nb_view disclosed_words[] = {
    NB_W("全年"),     NB_W("共"),     NB_W("共计"),   NB_W("合计"),     NB_W("总计"),
    NB_W("我局"),     NB_W("我县"),   NB_W("我市"),   NB_W("我区"),     NB_W("我镇"),
    NB_W("我乡"),     NB_W("我办"),   NB_W("我委"),   NB_W("我街"),     NB_W("我街道"),
    NB_W("全局"),     NB_W("全镇"),   NB_W("全乡"),   NB_W("本局"),     NB_W("本机关"),
    NB_W("我单位"),   NB_W("本单位"), NB_W("本年度"), NB_W("主动公开"), NB_W("公开"),
    NB_W("政府信息"), NB_W("各类"),   NB_W("信息"),   NB_W("的"),       NB_W("总数"),
    NB_W("数"),       NB_W("为"),     NB_W("数量"),
};

static const nb_view website[] = {NB_W("通过政府网站"), NB_W("在政府网站"),
                                  NB_W("通过政府门户网站"), NB_W("政府网站")};

nb_view nb_words_without_year(nb_view words)
{
    uint32_t at = 0;
    uint32_t start = 0;
    if (!nb_year_next(words, &at, &start) || start != 0)
        return words;
    words = nb_view_sub(words, at, words.len);
    return nb_view_starts_with(words, NB_V("度")) ? nb_view_sub(words, 3, words.len) : words;
}

bool nb_claim_is_disclosed(const nb_statement *statement, const nb_quantity *q, bool *on_website)
{
    nb_view words = nb_words_without_year(nb_quantity_clause(statement, q));
    uint32_t site = nb_words_starting(words, website, NB_LEN(website));
    *on_website = site != NB_VIEW_NONE;
    if (*on_website)
        words = nb_view_sub(words, website[site].len, words.len);
    return nb_quantity_is_exact(q) && !q->figure.has_magnitude && q->depth == 0 &&
           nb_view_eq(q->figure.unit, NB_V("条")) && nb_view_contains(words, NB_V("主动公开")) &&
           nb_view_contains(words, NB_V("信息")) &&
           nb_words_only(words, disclosed_words, NB_LEN(disclosed_words));
}

bool nb_claim_is_disclosed_total(const nb_statement *statement, const nb_quantity *q)
{
    bool on_website = false;
    return nb_claim_is_disclosed(statement, q, &on_website) && !on_website;
}
