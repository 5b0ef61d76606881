#include "rules/claims_lists.h"

#include <string.h>

/* ---- words ---- */

/* Where one of these is met, something else is told; unless the first part has it too. */
static const nb_view stops[] = {
    NB_W("此外"), NB_W("同时"), NB_W("累计"), NB_W("全年"), NB_W("合计"), NB_W("总计"),
    NB_W("截至"), NB_W("同比"), NB_W("增长"), NB_W("增加"), NB_W("减少"), NB_W("复议"),
    NB_W("诉讼"), NB_W("举报"), NB_W("投诉"), NB_W("组织"), NB_W("开展"), NB_W("举办"),
    NB_W("召开"), NB_W("培训"), NB_W("回应"), NB_W("办结"), NB_W("办理"), NB_W("答复"),
    NB_W("受理"), NB_W("收到"), NB_W("接收"), NB_W("接待"), NB_W("编发"), NB_W("推送"),
    NB_W("更新"), NB_W("报送"), NB_W("上传"), NB_W("刊登"), NB_W("撰写"), NB_W("建立"),
    NB_W("设立"), NB_W("解决"), NB_W("整改"), NB_W("通报"), NB_W("结转"), NB_W("发布"),
    NB_W("制定"), NB_W("出台"), NB_W("处置"), NB_W("参加"), NB_W("完成"), NB_W("实现"),
    NB_W("访问"), NB_W("点击"), NB_W("关注"), NB_W("阅读"), NB_W("播放"), NB_W("其他未"),
};

/* The same at the beginning of a part only: 公共 and 减免 are names of kinds. */
static const nb_view first_stops[] = {
    NB_W("因"), NB_W("另"), NB_W("并"), NB_W("还"), NB_W("共"), NB_W("较"),
    NB_W("比"), NB_W("已"), NB_W("将"), NB_W("含"), NB_W("即"), NB_W("均"),
};

static const nb_view channels[] = {
    NB_W("网站"),   NB_W("网上"),   NB_W("互联网"), NB_W("微信"),   NB_W("微博"),   NB_W("公众号"),
    NB_W("公报"),   NB_W("平台"),   NB_W("公开栏"), NB_W("公示栏"), NB_W("宣传栏"), NB_W("显示屏"),
    NB_W("触摸屏"), NB_W("电子屏"), NB_W("媒体"),   NB_W("广播"),   NB_W("电视"),   NB_W("报纸"),
    NB_W("报刊"),   NB_W("查阅"),   NB_W("抖音"),   NB_W("头条"),   NB_W("客户端"), NB_W("方式"),
    NB_W("渠道"),   NB_W("短信"),   NB_W("手机"),   NB_W("中国网"), NB_W("政务网"),
};

bool nb_names_channel(nb_view words)
{
    return NB_HAS(words, channels);
}

static bool same_unit(const nb_quantity *a, const nb_quantity *b)
{
    return a->figure.unit.len > 0 && nb_view_eq(a->figure.unit, b->figure.unit);
}

/* The words of a part without 其中 and its mark. */
static nb_view part_words(const nb_statement *statement, const nb_quantity *q)
{
    static const nb_view heads[] = {NB_W("其中"),   NB_W("："),   NB_W("，"),
                                    NB_W("包括"),   NB_W("有"),   NB_W("分别为"),
                                    NB_W("分别是"), NB_W("涉及"), NB_W("、")};
    nb_view words = nb_quantity_clause(statement, q);
    uint32_t at = nb_view_find_last(words, NB_V("其中"));
    if (at != NB_VIEW_NONE)
        words = nb_view_sub(words, at, words.len);
    for (uint32_t w; (w = nb_words_starting(words, heads, NB_LEN(heads))) != NB_VIEW_NONE;)
        words = nb_view_sub(words, heads[w].len, words.len);
    return words;
}

static bool is_other(nb_view words)
{
    return nb_view_starts_with(words, NB_V("其他")) || nb_view_starts_with(words, NB_V("其它"));
}

static bool begins_other_matter(nb_view words, nb_view first)
{
    for (uint32_t i = 0; i < NB_LEN(stops); i++)
        if (nb_view_contains(words, stops[i]) && !nb_view_contains(first, stops[i]))
            return true;
    return nb_words_starting(words, first_stops, NB_LEN(first_stops)) != NB_VIEW_NONE &&
           nb_words_starting(first, first_stops, NB_LEN(first_stops)) == NB_VIEW_NONE;
}

/* ---- shares ---- */

static const nb_view share_words[] = {
    NB_W("，"),     NB_W("、"),   NB_W("（"),   NB_W("占"),   NB_W("占比"),
    NB_W("比"),     NB_W("比例"), NB_W("为"),   NB_W("的"),   NB_W("总数"),
    NB_W("总量"),   NB_W("申请"), NB_W("全部"), NB_W("办结"), NB_W("总"),
    NB_W("申请量"), NB_W("数"),   NB_W("量"),   NB_W("达"),   NB_W("信息"),
    NB_W("公开"),   NB_W("主动"), NB_W("政府"), NB_W("比重"), NB_W("百分之"),
};

const nb_quantity *nb_share_of(const nb_statement *statement, uint32_t index)
{
    if (index + 1 >= statement->quantity_count)
        return NULL;
    const nb_quantity *share = &statement->quantities[index + 1];
    if (!share->figure.is_percent || share->figure.state != NB_FIGURE_VALUE)
        return NULL;
    nb_view between =
        nb_view_sub(statement->text.text, statement->quantities[index].end, share->start);
    if (!nb_view_contains(between, NB_V("占")) ||
        !nb_words_only(between, share_words, NB_LEN(share_words)))
        return NULL;
    return share;
}

/* ---- parts ---- */

static void add_part(nb_list *list, const nb_statement *statement, uint32_t index)
{
    const nb_quantity *q = &statement->quantities[index];
    if (list->part_count == NB_PARTS_MAX || !nb_part_can_be_added(q)) {
        list->is_pure = false;
        return;
    }
    list->parts[list->part_count++] = (nb_part){statement, q, nb_share_of(statement, index)};
    list->sum_micro += q->figure.micro;
}

/* Reads parts from quantity first on; the index behind the list. */
static uint32_t read_parts(nb_list *list, const nb_statement *statement, uint32_t first)
{
    uint8_t depth = statement->quantities[first].depth;
    nb_view first_words = part_words(statement, &statement->quantities[first]);
    uint32_t k = first;
    for (; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        if (q->depth < depth)
            break;
        if (q->depth > depth || q->figure.is_percent)
            continue;
        nb_view words = part_words(statement, q);
        bool is_new_list =
            k > first && nb_view_contains(nb_quantity_clause(statement, q), NB_V("其中"));
        if (is_new_list || (list->is_closed && q->mark == NB_BOUNDARY_SEMICOLON) ||
            begins_other_matter(words, first_words)) {
            list->is_cut = true;
            break;
        }
        if (!nb_quantity_is_exact(q) || !same_unit(q, list->total)) {
            list->is_pure = false;
            continue;
        }
        list->is_closed = is_other(words);
        list->may_overlap = list->may_overlap || nb_names_channel(words);
        add_part(list, statement, k);
    }
    return k;
}

/* Micros of a per cent that the printed shares of the parts leave of the hundred; false if one has
 * none, or more than all. */
static bool shares_left(const nb_list *list, int64_t *left)
{
    *left = 100 * NB_FIGURE_ONE;
    for (uint32_t i = 0; i < list->part_count; i++) {
        const nb_quantity *share = list->parts[i].share;
        if (!share || share->figure.micro > 100 * NB_FIGURE_ONE)
            return false;
        *left -= share->figure.micro;
    }
    return true;
}

/*
 * 其中，甲1397条，占73%。乙534条，占27%。: the next sentence goes on with the list if its share
 * completes the hundred.
 */
static void read_completing_share(nb_list *list, const nb_claims *claims, uint32_t next)
{
    int64_t left;
    if (!shares_left(list, &left) || list->part_count == 0 || left <= 0 || next >= claims->count)
        return;
    const nb_statement *statement = &claims->items[next];
    if (statement->sentence->block != list->total_statement->sentence->block ||
        statement->quantity_count < 2 || !same_unit(&statement->quantities[0], list->total) ||
        !nb_quantity_is_exact(&statement->quantities[0]))
        return;
    const nb_quantity *share = nb_share_of(statement, 0);
    int64_t difference = share ? share->figure.micro - left : 0;
    if (!share || difference > NB_FIGURE_ONE || -difference > NB_FIGURE_ONE)
        return;
    add_part(list, statement, 0);
    list->is_complete = true;
}

/* ---- totals ---- */

static bool may_be_total(const nb_quantity *q)
{
    return q->figure.state == NB_FIGURE_VALUE && !q->figure.is_percent && q->figure.unit.len > 0;
}

/*
 * The quantity before index that a list there may be of: the last one of its depth, in front of
 * the words 其中. NULL if it is not certain: approximate, or another one of the unit is larger.
 */
static const nb_quantity *total_before(const nb_statement *statement, uint32_t index, uint8_t depth,
                                       nb_view unit)
{
    static const nb_view joints[] = {NB_W("和"), NB_W("及"), NB_W("与"), NB_W("以及")};
    const nb_quantity *total = NULL;
    int64_t largest = 0;
    for (uint32_t k = 0; k < index; k++) {
        const nb_quantity *q = &statement->quantities[k];
        if (q->depth > depth || !may_be_total(q) || !nb_view_eq(q->figure.unit, unit))
            continue;
        if (q->figure.is_approximate)
            return NULL;
        /* 建议36件、提案42件，其中…: the list is of both. */
        nb_view lead = nb_quantity_lead(statement, q);
        bool is_joined = q->mark == NB_BOUNDARY_LIST ||
                         (q->mark == NB_BOUNDARY_FIGURE &&
                          nb_words_starting(lead, joints, NB_LEN(joints)) != NB_VIEW_NONE);
        if (total && is_joined)
            return NULL;
        total = q;
        largest = q->figure.micro > largest ? q->figure.micro : largest;
    }
    return total && total->figure.micro == largest ? total : NULL;
}

/* 予以公开48件，占60%；…: shares that make up the hundred, give or take their last digits. */
static bool shares_are_whole(const nb_list *list)
{
    int64_t left, allowed = 0;
    if (list->part_count < 2 || !shares_left(list, &left))
        return false;
    for (uint32_t i = 0; i < list->part_count; i++)
        allowed += list->parts[i].share->figure.step_micro;
    return left >= -allowed && left <= allowed;
}

static void finish_list(nb_list *list, const nb_statement *statement, bool is_bracket,
                        nb_list_visit *visit, void *data)
{
    nb_view text = statement->text.text;
    nb_view intro = nb_view_sub(text, 0, list->part_count ? list->parts[0].quantity->start : 0);
    static const nb_view whole[] = {NB_W("分别为"), NB_W("分别是"), NB_W("组成")};
    if (is_bracket || NB_HAS(intro, whole))
        list->is_complete = list->is_complete || !list->is_cut;
    list->is_complete = list->is_complete || list->is_closed || shares_are_whole(list);
    if (list->may_overlap)
        list->may_overlap = !nb_view_contains(text, NB_V("申请")) &&
                            !nb_view_contains(list->total_statement->text.text, NB_V("申请"));
    if (list->part_count >= 2)
        visit(data, list);
}

/* The list that begins at quantity k of a statement, if one does; the index to go on at. */
static uint32_t list_at(const nb_claims *claims, uint32_t i, uint32_t k, nb_list_visit *visit,
                        void *data)
{
    const nb_statement *statement = &claims->items[i];
    const nb_quantity *q = &statement->quantities[k];
    uint32_t previous_end = k > 0 ? statement->quantities[k - 1].end : 0;
    uint32_t among = NB_VIEW_NONE;
    if (statement->has & NB_HAS_AMONG)
        among = nb_view_find_last(nb_view_sub(statement->text.text, previous_end, q->start),
                                  NB_V("其中"));
    bool has_among = among != NB_VIEW_NONE;
    among += has_among ? previous_end : 0;
    bool opens =
        k > 0 && q->depth == statement->quantities[k - 1].depth + 1 && q->mark == NB_BOUNDARY_OPEN;
    if ((!has_among && !opens) || !nb_quantity_is_exact(q) ||
        nb_view_contains(nb_quantity_clause(statement, q), NB_V("除")))
        return k + 1;

    nb_list list = {.is_pure = true, .total_statement = statement};
    uint8_t depth = opens && q->depth > 0 ? (uint8_t)(q->depth - 1) : q->depth;
    if (k > 0)
        list.total = total_before(statement, k, depth, q->figure.unit);
    bool is_at_start = has_among && among < 9;
    if (!list.total && is_at_start && i > 0 &&
        claims->items[i - 1].sentence->block == statement->sentence->block) {
        list.total_statement = &claims->items[i - 1];
        list.total = total_before(list.total_statement, list.total_statement->quantity_count,
                                  q->depth, q->figure.unit);
    }
    if (!list.total)
        return k + 1;
    uint32_t next = read_parts(&list, statement, k);
    if (next == statement->quantity_count)
        read_completing_share(&list, claims, i + 1);
    finish_list(&list, statement, opens && !has_among, visit, data);
    return opens ? k + 1 : next > k ? next : k + 1;
}

/* 其中, or figures in brackets. */
static bool may_have_list(const nb_statement *statement)
{
    if (statement->has & NB_HAS_AMONG)
        return true;
    for (uint32_t k = 1; k < statement->quantity_count; k++)
        if (statement->quantities[k].depth > 0)
            return true;
    return false;
}

void nb_lists_read(const nb_claims *claims, uint32_t i, nb_list_visit *visit, void *data)
{
    if (!may_have_list(&claims->items[i]))
        return;
    for (uint32_t k = 0; k < claims->items[i].quantity_count;)
        k = list_at(claims, i, k, visit, data);
}
