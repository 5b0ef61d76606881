#include "rules/claims_compare.h"
#include "rules/claims_requests.h"

/* Relations 22, 27 and 53: "nothing was received" against a table that shows something. */

enum { REQUESTS = 1, REVIEW = 2, SUIT = 4 };

static const nb_view negations[] = {
    NB_W("未收到"),   NB_W("没有收到"), NB_W("未接到"), NB_W("没有接到"), NB_W("未接收到"),
    NB_W("未发生"),   NB_W("没有发生"), NB_W("未出现"), NB_W("没有出现"), NB_W("未产生"),
    NB_W("没有产生"), NB_W("未有"),     NB_W("没有"),   NB_W("无"),
};

/* What narrows a denied thing so that the table may hold others of its kind. */
static const nb_view narrowing[] = {
    NB_W("不予"), NB_W("逾期"), NB_W("超期"),     NB_W("延期"),     NB_W("收费"), NB_W("减免"),
    NB_W("费用"), NB_W("败诉"), NB_W("纠正"),     NB_W("撤销"),     NB_W("责令"), NB_W("重复"),
    NB_W("网络"), NB_W("信函"), NB_W("当面"),     NB_W("传真"),     NB_W("备案"), NB_W("违"),
    NB_W("维持"), NB_W("审结"), NB_W("应诉"),     NB_W("未"),       NB_W("无"),   NB_W("问责"),
    NB_W("追究"), NB_W("涉及"), NB_W("大量"),     NB_W("正当理由"), NB_W("需要"), NB_W("现成"),
    NB_W("答复"), NB_W("办理"), NB_W("及时"),     NB_W("新增"),     NB_W("上年"), NB_W("要求"),
    NB_W("秘密"), NB_W("隐私"), NB_W("关于"),     NB_W("有关"),     NB_W("针对"), NB_W("企业"),
    NB_W("科研"), NB_W("公益"), NB_W("法律服务"), NB_W("境外"),     NB_W("外国"),
};

/* Applications of some applicants only; 公民、法人或者其他组织 are all. */
static bool is_by_some(nb_view object)
{
    static const nb_view natural[] = {NB_W("公民"), NB_W("自然人"), NB_W("个人"), NB_W("群众")};
    static const nb_view legal[] = {NB_W("法人"), NB_W("组织"), NB_W("单位"), NB_W("团体")};
    return NB_HAS(object, natural) != NB_HAS(object, legal) &&
           !nb_view_contains(object, NB_V("群众"));
}

/* 无 that begins another word. */
static const nb_view not_none[] = {NB_W("无法"),   NB_W("无关"), NB_W("无正当"), NB_W("无效"),
                                   NB_W("无需"),   NB_W("无偿"), NB_W("无论"),   NB_W("无障碍"),
                                   NB_W("无死角"), NB_W("无缝"), NB_W("无一"),   NB_W("无纸")};

/* The end of the clause that holds at: the next mark but 、 and brackets. */
static uint32_t clause_end(nb_view text, uint32_t at)
{
    static const nb_view marks[] = {NB_W("，"), NB_W("。"), NB_W("；"), NB_W("！")};
    for (; at < text.len; at++) {
        unsigned char c = (unsigned char)text.ptr[at];
        nb_view rest = nb_view_sub(text, at, text.len);
        if ((c == 0xEF || c == 0xE3) &&
            nb_words_starting(rest, marks, NB_LEN(marks)) != NB_VIEW_NONE)
            break;
    }
    return at;
}

static uint32_t objects_of(nb_view object)
{
    if (NB_HAS(object, narrowing))
        return 0;
    uint32_t kinds = 0;
    if (nb_view_contains(object, NB_V("复议")))
        kinds |= REVIEW;
    if (nb_view_contains(object, NB_V("诉讼")))
        kinds |= SUIT;
    if (kinds)
        return kinds;
    if (nb_view_contains(object, NB_V("举报")) || nb_view_contains(object, NB_V("投诉")))
        return 0;
    bool is_request =
        nb_view_contains(object, NB_V("申请")) && nb_view_contains(object, NB_V("公开"));
    return is_request && !is_by_some(object) ? REQUESTS : 0;
}

static nb_amount amount_of(const nb_report *report, uint32_t kind)
{
    const nb_table *requests = nb_report_table(report, NB_TABLE_REQUESTS);
    const nb_table *review = nb_report_table(report, NB_TABLE_REVIEW);
    const nb_table *statistics = nb_report_table(report, NB_TABLE_STATISTICS);
    if (kind == REQUESTS)
        return requests ? nb_amount_of(requests, "received_new", "total")
                        : nb_amount_of(statistics, "received", "value");
    if (kind == REVIEW)
        return review ? nb_amount_of(review, "cases", "review_total")
                      : nb_amount_of(statistics, "review", "value");
    return review ? nb_amount_plus(nb_amount_of(review, "cases", "direct_total"),
                                   nb_amount_of(review, "cases", "after_total"))
                  : nb_amount_of(statistics, "suit", "value");
}

/* What the text denies: where, and of which kinds. */
typedef struct denial {
    nb_span span;
    uint32_t kinds;
} denial;

/* 发生行政复议2件、行政诉讼1件: what the tables have, for all that was denied; empty if not known.
 */
static nb_view affirmation(nb_rule_ctx *ctx, const denial *d)
{
    static const struct {
        uint32_t kind;
        const char *words;
    } KINDS[] = {{REQUESTS, "收到政府信息公开申请"}, {REVIEW, "行政复议"}, {SUIT, "行政诉讼"}};
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view text = NB_V("");
    for (size_t i = 0; i < NB_LEN(KINDS); i++) {
        if (!(d->kinds & KINDS[i].kind))
            continue;
        nb_amount amount = amount_of(nb_ctx_report(ctx), KINDS[i].kind);
        if (!amount.is_known)
            return NB_V("");
        char digits[32];
        nb_view figure = {digits, nb_figure_format(amount.micro, 0, digits)};
        const char *before = text.len ? "、" : KINDS[i].kind == REQUESTS ? "" : "发生";
        text = nb_arena_printf(arena, "%.*s%s%s%.*s件", NB_ARG(text), before, KINDS[i].words,
                               NB_ARG(figure));
    }
    return text;
}

static void offer_text(nb_rule_ctx *ctx, nb_finding_draft *draft, const denial *d)
{
    static const nb_text2 title = {"将正文改为“{0}”（与表格一致）",
                                   "change the text to \"{0}\" (as in the table)"};
    nb_view text = affirmation(ctx, d);
    if (!text.len)
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, text);
    nb_fix_replace(fix, d->span, text);
    nb_fix_changes_figure(fix);
}

static void report_kind(nb_rule_ctx *ctx, const denial *d, uint32_t kind)
{
    static const nb_text2 related = {"表格：{0}", "table: {0}"};
    nb_text2 name = kind == REQUESTS ? (nb_text2){"本年新收申请", "applications received"}
                    : kind == REVIEW ? (nb_text2){"行政复议", "administrative reviews"}
                                     : (nb_text2){"行政诉讼", "lawsuits"};
    nb_amount amount = amount_of(nb_ctx_report(ctx), kind);
    if (!amount.is_known || amount.micro <= 0)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, d->span);
    nb_finding_arg(draft, "name", nb_view_of(nb_text2_in(name, nb_ctx_lang(ctx))));
    nb_finding_arg_micro(draft, "found", amount.micro);
    nb_finding_relate(draft, amount.span, related, nb_view_of(nb_text2_in(name, nb_ctx_lang(ctx))));
    /* The table is likelier wrong where one of its sums wants a 0. */
    nb_cell_change change = amount.cell ? nb_cell_change_of(ctx, amount.cell, 0) : NB_CHANGE_BREAKS;
    if (change == NB_CHANGE_REPAIRS)
        nb_claim_fix_cell(ctx, draft, 0, amount.cell);
    offer_text(ctx, draft, d);
    if (change == NB_CHANGE_NEUTRAL)
        nb_claim_fix_cell(ctx, draft, 0, amount.cell);
}

/* The first negation at or after *from; false if there is none. */
static bool next_negation(nb_view text, uint32_t *from, uint32_t *start, uint32_t *end)
{
    for (uint32_t i = *from; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c != 0xE6) /* 未, 无 and 没 begin with it */
            continue;
        nb_view rest = nb_view_sub(text, i, text.len);
        uint32_t word = nb_words_starting(rest, negations, NB_LEN(negations));
        if (word == NB_VIEW_NONE ||
            nb_words_starting(rest, not_none, NB_LEN(not_none)) != NB_VIEW_NONE)
            continue;
        *start = i;
        *end = i + negations[word].len;
        *from = *end;
        return true;
    }
    return false;
}

static void check_statement(nb_rule_ctx *ctx, const nb_statement *statement)
{
    const nb_report *report = nb_ctx_report(ctx);
    nb_view text = statement->text.text;
    uint32_t start = 0;
    uint32_t end = 0;
    for (uint32_t from = 0; next_negation(text, &from, &start, &end);) {
        uint32_t stop = clause_end(text, end);
        uint32_t kinds = objects_of(nb_view_sub(text, end, stop));
        from = stop;
        if (!kinds || nb_statement_is_other_time(report, statement, stop) ||
            nb_statement_is_other_scope(report, statement, start))
            continue;
        denial d = {nb_mapped_source(&statement->text, start, stop), kinds};
        for (uint32_t kind = REQUESTS; kind <= SUIT; kind <<= 1)
            if (kinds & kind)
                report_kind(ctx, &d, kind);
    }
}

static void check(nb_rule_ctx *ctx)
{
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_section_key section = statement->sentence->section;
        if (!(statement->has & NB_HAS_NEGATION) ||
            !(statement->has & (NB_HAS_REQUEST | NB_HAS_REVIEW)))
            continue;
        if (section == NB_SECTION_OVERVIEW || section == NB_SECTION_REQUESTS ||
            section == NB_SECTION_REVIEW)
            check_statement(ctx, statement);
    }
}

#define EXAMPLE(sentence)                                                                          \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" sentence "\n\n"          \
    "## 三、收到和处理政府信息公开申请情况\n\n" NB_REQUESTS_EXAMPLE_TABLE

const nb_rule nb_rule_x102_none = {
    .code = "X102",
    .slug = "denied-but-in-table",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"正文说没有，表格却有", "denied in the text, present in the table"},
    .message = {"正文说没有，表格中{name}为{found}件",
                "the text denies it, the table has {found} ({name})"},
    .explanation =
        {"正文写“未收到政府信息公开申请”“未发生行政复议、行政诉讼”时，表格中本年新收申请、行政复议"
         "或"
         "行政诉讼的总计应当为0。如果表中是以前年度结转的案件，请在正文中说明。",
         "Where the text says that no application was received or that no review or lawsuit took "
         "place, the table must show 0. If the cases in the table are from earlier years, the text "
         "should say so."},
    .bad = {EXAMPLE("2023年，本机关未收到政府信息公开申请。"),
            EXAMPLE("2023年，本机关未收到政府信息公开申请。")},
    .good = {EXAMPLE("2023年，本机关收到政府信息公开申请3件。"),
             EXAMPLE("2023年，本机关收到政府信息公开申请3件。")},
    .basis = "《政府信息公开条例》第五十条第（二）项、第（三）项",
    .check = check,
};
