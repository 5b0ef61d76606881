#include "rules/claims_requests.h"

#include <string.h>

static const nb_view count_units[] = {NB_W("件"), NB_W("条"), NB_W("宗"),
                                      NB_W("份"), NB_W("项"), NB_W("件次")};

/* Object of the sentence: applications for government information. See NB_HAS_OBJECT. */
static const nb_view objects[] = {NB_W("公开申请"), NB_W("依申请公开"), NB_W("申请公开政府信息"),
                                  NB_W("政府信息申请")};

typedef struct verb {
    nb_view word;
    uint32_t kind;
} verb;

static const verb verbs[] = {
    {{NB_LIT("新收")}, NB_REQUESTS_NEW},      {{NB_LIT("新收到")}, NB_REQUESTS_NEW},
    {{NB_LIT("新接收")}, NB_REQUESTS_NEW},    {{NB_LIT("新受理")}, NB_REQUESTS_NEW},
    {{NB_LIT("收到")}, NB_REQUESTS_RECEIVED}, {{NB_LIT("接收")}, NB_REQUESTS_RECEIVED},
    {{NB_LIT("接到")}, NB_REQUESTS_RECEIVED}, {{NB_LIT("受理")}, NB_REQUESTS_RECEIVED},
    {{NB_LIT("办理")}, NB_REQUESTS_HANDLED},  {{NB_LIT("收办")}, NB_REQUESTS_HANDLED},
    {{NB_LIT("处理")}, NB_REQUESTS_HANDLED},  {{NB_LIT("办结")}, NB_REQUESTS_DONE},
    {{NB_LIT("答复")}, NB_REQUESTS_DONE},     {{NB_LIT("回复")}, NB_REQUESTS_DONE},
};

/* Words that may stand between a verb and its figure without narrowing what is counted. */
static const nb_view neutral[] = {
    NB_W("政府信息公开申请"),
    NB_W("政府信息依申请公开"),
    NB_W("政府信息公开"),
    NB_W("政府信息"),
    NB_W("信息公开"),
    NB_W("依申请公开"),
    NB_W("公开"),
    NB_W("申请"),
    NB_W("事项"),
    NB_W("件"),
    NB_W("办件"),
    NB_W("案件"),
    NB_W("申请件"),
    NB_W("总数"),
    NB_W("总量"),
    NB_W("数量"),
    NB_W("数"),
    NB_W("共计"),
    NB_W("合计"),
    NB_W("总计"),
    NB_W("共"),
    NB_W("各类"),
    NB_W("的"),
    NB_W("为"),
    NB_W("有"),
    NB_W("有关"),
    NB_W("了"),
    NB_W("到"),
    NB_W("和"),
    NB_W("并"),
    NB_W("与"),
    NB_W("及"),
    NB_W("、"),
    NB_W("办理"),
    NB_W("处理"),
    NB_W("受理"),
    NB_W("办结"),
    NB_W("答复"),
    NB_W("回复"),
    NB_W("收到"),
    NB_W("新收"),
    NB_W("完毕"),
    NB_W("完成"),
    NB_W("全部"),
    NB_W("均"),
    NB_W("已"),
    NB_W("结转"),
    NB_W("上年"),
    NB_W("上年度"),
    NB_W("上一年"),
    NB_W("上一年度"),
    NB_W("下年"),
    NB_W("下年度"),
    NB_W("下一年"),
    NB_W("下一年度"),
    NB_W("继续"),
    NB_W("至"),
    NB_W("到"),
    NB_W("转入"),
    NB_W("群众"),
    NB_W("公民、法人和其他组织"),
    NB_W("公民、法人或其他组织"),
    NB_W("公民、法人或者其他组织"),
    NB_W("公民、法人及其他组织"),
    NB_W("公民、法人和其它组织"),
    NB_W("公民、法人或其它组织"),
    NB_W("公民法人和其他组织"),
    NB_W("公民法人或其他组织"),
    NB_W("提出"),
    NB_W("提交"),
    NB_W("社会公众"),
};

/* A part, not the whole: a channel, a kind of applicant, a matter. */
static const nb_view narrowing[] = {
    NB_W("网络"), NB_W("网上"),     NB_W("网站"),     NB_W("在线"),       NB_W("线上"),
    NB_W("平台"), NB_W("信函"),     NB_W("邮寄"),     NB_W("邮件"),       NB_W("来信"),
    NB_W("信件"), NB_W("当面"),     NB_W("现场"),     NB_W("窗口"),       NB_W("传真"),
    NB_W("书面"), NB_W("线下"),     NB_W("微信"),     NB_W("自然人"),     NB_W("个人"),
    NB_W("企业"), NB_W("科研"),     NB_W("公益"),     NB_W("律师"),       NB_W("涉及"),
    NB_W("其中"), NB_W("按时"),     NB_W("按期"),     NB_W("延期"),       NB_W("逾期"),
    NB_W("超期"), NB_W("重复"),     NB_W("补正"),     NB_W("撤回"),       NB_W("撤销"),
    NB_W("转办"), NB_W("交办"),     NB_W("转送"),     NB_W("征求"),       NB_W("疑难"),
    NB_W("重大"), NB_W("第三方"),   NB_W("沟通"),     NB_W("化解"),       NB_W("协调"),
    NB_W("日均"), NB_W("月均"),     NB_W("平均"),     NB_W("不予"),       NB_W("无法"),
    NB_W("予以"), NB_W("部分"),     NB_W("同意"),     NB_W("不属于"),     NB_W("不存在"),
    NB_W("增加"), NB_W("减少"),     NB_W("上升"),     NB_W("下降"),       NB_W("增长"),
    NB_W("其他"), NB_W("其它"),     NB_W("收费"),     NB_W("缴"),         NB_W("最多"),
    NB_W("除"),   NB_W("未"),       NB_W("含"),       NB_W("协助"),       NB_W("配合"),
    NB_W("指导"), NB_W("参与"),     NB_W("协办"),     NB_W("会办"),       NB_W("当年"),
    NB_W("往年"), NB_W("上年受理"), NB_W("上年收到"), NB_W("上年度受理"), NB_W("上年度收到"),
};

/* What is no application under the regulation. */
static const nb_view foreign[] = {
    NB_W("复议"), NB_W("诉讼"),     NB_W("举报"),     NB_W("投诉"), NB_W("信访"), NB_W("咨询"),
    NB_W("电话"), NB_W("留言"),     NB_W("信箱"),     NB_W("热线"), NB_W("提案"), NB_W("建议"),
    NB_W("议案"), NB_W("行政许可"), NB_W("审批"),     NB_W("处罚"), NB_W("舆情"), NB_W("诉求"),
    NB_W("工单"), NB_W("应诉"),     NB_W("主动公开"), NB_W("解读"), NB_W("证明"), NB_W("业务"),
};

/* 公民、法人和其他组织 is everybody, and narrows nothing. */
static bool is_in_everybody(nb_view words, uint32_t at)
{
    static const nb_view before[] = {NB_W("公民、法人和"), NB_W("公民、法人或"),
                                     NB_W("公民、法人及"), NB_W("公民、法人或者"),
                                     NB_W("公民法人和"),   NB_W("公民法人或")};
    static const nb_view behind[] = {NB_W("其他组织"), NB_W("其它组织")};
    return nb_words_ending(nb_view_sub(words, 0, at), before, NB_LEN(before)) != NB_VIEW_NONE &&
           nb_words_starting(nb_view_sub(words, at, words.len), behind, NB_LEN(behind)) !=
               NB_VIEW_NONE;
}

static bool is_narrowed(nb_view words)
{
    if (!NB_HAS(words, narrowing))
        return false;
    for (uint32_t i = 0; i < NB_LEN(narrowing); i++)
        for (uint32_t at = 0; (at = nb_view_find(words, narrowing[i], at)) != NB_VIEW_NONE; at++)
            if (!is_in_everybody(words, at))
                return true;
    return false;
}

bool nb_requests_is_count(const nb_quantity *q)
{
    return nb_quantity_is_whole(q) && nb_quantity_has_unit(q, count_units, NB_LEN(count_units));
}

static bool heading_is_about_requests(const nb_report *report, const nb_statement *statement)
{
    uint32_t h = statement->sentence->heading;
    if (h == NB_VIEW_NONE)
        return false;
    nb_view title = report->headings[h].title;
    return nb_view_contains(title, NB_V("依申请")) || nb_view_contains(title, NB_V("公开申请"));
}

bool nb_requests_may_be_here(const nb_statement *statement)
{
    nb_section_key section = statement->sentence->section;
    return section == NB_SECTION_OVERVIEW || section == NB_SECTION_REQUESTS;
}

/* 结转 under a heading on applications speaks of them, if the sentence names nothing else. */
static bool tells_carried(const nb_statement *statement)
{
    nb_view text = statement->text.text;
    return nb_view_contains(text, NB_V("结转")) && !NB_HAS(text, foreign);
}

static bool is_about_requests(const nb_report *report, const nb_statement *statement)
{
    return (statement->has & NB_HAS_OBJECT) ||
           statement->sentence->section == NB_SECTION_REQUESTS ||
           (heading_is_about_requests(report, statement) &&
            ((statement->has & NB_HAS_REQUEST) || tells_carried(statement)));
}

/* 结转 with its direction; 0 if the words say none. */
static uint32_t carry_kind(const nb_report *report, nb_view words)
{
    if (!nb_view_contains(words, NB_V("结转")) && !nb_view_contains(words, NB_V("转结")))
        return 0;
    static const nb_view next[] = {NB_W("下年"), NB_W("下一年"), NB_W("次年"), NB_W("明年")};
    static const nb_view last[] = {NB_W("上年"), NB_W("上一年"), NB_W("去年")};
    uint32_t at = 0;
    uint32_t start = 0;
    int year = nb_year_next(words, &at, &start);
    if (NB_HAS(words, next) || (year && year == report->year + 1))
        return NB_REQUESTS_OUT;
    if (NB_HAS(words, last) || (year && year == report->year - 1))
        return NB_REQUESTS_IN;
    return 0;
}

static bool is_total(nb_view words)
{
    static const nb_view totals[] = {NB_W("共"), NB_W("合计"), NB_W("总计"), NB_W("各类")};
    return NB_HAS(words, totals);
}

/* The verbs of words, and where the last one ends; 0 if there is none. */
static uint32_t verbs_of(nb_view words, uint32_t *end)
{
    uint32_t kinds = 0;
    *end = 0;
    for (uint32_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        uint32_t at = nb_view_find_last(words, verbs[i].word);
        if (at == NB_VIEW_NONE)
            continue;
        kinds |= verbs[i].kind;
        if (at + verbs[i].word.len > *end)
            *end = at + verbs[i].word.len;
    }
    if (kinds & NB_REQUESTS_NEW) /* 新收到 contains 收到 */
        kinds &= ~(uint32_t)NB_REQUESTS_RECEIVED;
    return kinds;
}

/* 1件结转下年度继续办理: the words stand behind the figure. */
static uint32_t verbs_behind(const nb_report *report, const nb_statement *statement,
                             const nb_quantity *q)
{
    nb_view lead = nb_quantity_lead(statement, q);
    static const nb_view before[] = {NB_W("另有"), NB_W("尚有"), NB_W("还有"), NB_W("有"),
                                     NB_W("剩余"), NB_W("其余"), NB_W("其他"), NB_W("余下")};
    if (!nb_words_only(lead, before, NB_LEN(before)) || q->mark == NB_BOUNDARY_FIGURE)
        return 0;
    nb_view tail = nb_quantity_tail(statement, q);
    uint32_t kind = carry_kind(report, tail);
    return kind == NB_REQUESTS_OUT ? kind : 0;
}

uint32_t nb_requests_verbs(const nb_report *report, const nb_statement *statement, uint32_t index)
{
    const nb_quantity *q = &statement->quantities[index];
    nb_view clause = nb_quantity_clause(statement, q);
    nb_view tail = nb_quantity_tail(statement, q);
    if (!nb_requests_is_count(q) || !is_about_requests(report, statement))
        return 0;
    if (NB_HAS(clause, foreign) || NB_HAS(tail, foreign) ||
        nb_statement_is_other_scope(report, statement, q->start) ||
        nb_quantity_is_other_time(report, statement, q))
        return 0;
    /* Inside brackets only what was carried in is said without doubt: （含上年结转2件）. */
    uint32_t carry = carry_kind(report, clause);
    if (q->depth > 0)
        return carry == NB_REQUESTS_IN ? carry : 0;
    if (clause.len == 0 || nb_view_eq(clause, NB_V("有")))
        return verbs_behind(report, statement, q);

    uint32_t end = 0;
    uint32_t kinds = verbs_of(clause, &end);
    if (carry == NB_REQUESTS_OUT)
        return is_narrowed(clause) ? 0 : (uint32_t)NB_REQUESTS_OUT;
    if (carry == NB_REQUESTS_IN)
        return is_narrowed(clause) ? 0 : kinds ? NB_REQUESTS_NEW | NB_REQUESTS_IN : carry;
    if (!kinds)
        return 0;
    nb_view between = nb_view_sub(clause, end, clause.len);
    nb_view before = nb_view_sub(clause, 0, end);
    bool is_narrow = is_narrowed(between) && !nb_view_contains(between, NB_V("各类"));
    if (is_total(between) && NB_HAS(between, objects) && !is_narrow)
        return is_narrowed(before) ? 0 : kinds;
    if (!nb_words_only(between, neutral, NB_LEN(neutral)) || is_narrowed(clause))
        return 0;
    if (tail.len && !nb_words_only(tail, neutral, NB_LEN(neutral)))
        return 0;
    return kinds;
}
