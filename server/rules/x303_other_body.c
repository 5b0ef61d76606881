#include "rules/claims.h"

/*
 * Relation 56: words of another body's report. Two signs only: a self-reference that does not fit
 * the issuer (我镇 in the report of a 局), where the right one is used as well; and another
 * bureau's window or website told as one's own.
 */

enum {
    BUREAU = 1 << 0,
    COMMISSION = 1 << 1,
    OFFICE = 1 << 2,
    TOWN = 1 << 3,
    RURAL = 1 << 4, /* 乡 */
    STREET = 1 << 5,
    GOVERNMENT = 1 << 6,
};

static const struct {
    nb_view ending;
    int kind;
} endings[] = {
    {{NB_LIT("局")}, BUREAU},
    {{NB_LIT("委员会")}, COMMISSION},
    {{NB_LIT("委")}, COMMISSION},
    {{NB_LIT("办公室")}, OFFICE},
    {{NB_LIT("镇人民政府")}, TOWN},
    {{NB_LIT("镇政府")}, TOWN},
    {{NB_LIT("镇")}, TOWN},
    {{NB_LIT("乡人民政府")}, RURAL},
    {{NB_LIT("乡政府")}, RURAL},
    {{NB_LIT("乡")}, RURAL},
    {{NB_LIT("街道办事处")}, STREET},
    {{NB_LIT("街道")}, STREET},
    {{NB_LIT("县人民政府")}, GOVERNMENT},
    {{NB_LIT("市人民政府")}, GOVERNMENT},
    {{NB_LIT("区人民政府")}, GOVERNMENT},
};

/* Each self-reference with the issuers that it fits; the rest is suspect. */
static const struct {
    nb_view word;
    int fits;
} references[] = {
    {{NB_LIT("我局")}, BUREAU | COMMISSION | OFFICE},
    {{NB_LIT("我委")}, BUREAU | COMMISSION | OFFICE},
    {{NB_LIT("我镇")}, TOWN},
    {{NB_LIT("我乡")}, RURAL},
    {{NB_LIT("我街")}, STREET},
    {{NB_LIT("全镇")}, TOWN | BUREAU | COMMISSION | OFFICE | GOVERNMENT},
    {{NB_LIT("全乡")}, RURAL | BUREAU | COMMISSION | OFFICE | GOVERNMENT},
    {{NB_LIT("全街")}, STREET | BUREAU | COMMISSION | OFFICE | GOVERNMENT},
};

/* What an issuer calls itself: one of these must be in the text before another word is wrong. */
static const struct {
    int kind;
    nb_view word;
} own_words[] = {
    {BUREAU, {NB_LIT("我局")}},     {BUREAU, {NB_LIT("本局")}},     {COMMISSION, {NB_LIT("我委")}},
    {COMMISSION, {NB_LIT("本委")}}, {OFFICE, {NB_LIT("我办")}},     {OFFICE, {NB_LIT("本办")}},
    {TOWN, {NB_LIT("我镇")}},       {TOWN, {NB_LIT("全镇")}},       {RURAL, {NB_LIT("我乡")}},
    {RURAL, {NB_LIT("全乡")}},      {STREET, {NB_LIT("我街")}},     {STREET, {NB_LIT("全街道")}},
    {GOVERNMENT, {NB_LIT("我县")}}, {GOVERNMENT, {NB_LIT("我市")}}, {GOVERNMENT, {NB_LIT("我区")}},
    {GOVERNMENT, {NB_LIT("全县")}}, {GOVERNMENT, {NB_LIT("全市")}}, {GOVERNMENT, {NB_LIT("全区")}},
};

static int kind_of(nb_view issuer)
{
    uint32_t longest = 0;
    int kind = 0;
    for (uint32_t i = 0; i < NB_LEN(endings); i++)
        if (endings[i].ending.len > longest && nb_view_ends_with(issuer, endings[i].ending)) {
            longest = endings[i].ending.len;
            kind = endings[i].kind;
        }
    return kind;
}

static bool uses_own_words(const nb_claims *claims, int kind)
{
    for (uint32_t i = 0; i < claims->count; i++)
        for (uint32_t w = 0; w < NB_LEN(own_words) && (claims->items[i].has & NB_HAS_SELF); w++)
            if (own_words[w].kind == kind &&
                nb_view_contains(claims->items[i].text.text, own_words[w].word))
                return true;
    return false;
}

static void report_words(nb_rule_ctx *ctx, const nb_statement *statement, uint32_t start,
                         uint32_t end)
{
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_mapped_source(&statement->text, start, end));
    nb_finding_arg(draft, "words", nb_view_sub(statement->text.text, start, end));
    nb_finding_arg(draft, "issuer", nb_ctx_report(ctx)->issuer);
}

/* 自我局限, 全镇 in 全镇街 and 全乡 in 全乡镇 are other words. */
static bool is_other_word(nb_view text, uint32_t start, uint32_t end)
{
    static const nb_view before[] = {NB_W("自"), NB_W("安")};
    static const nb_view behind[] = {NB_W("镇"), NB_W("街"), NB_W("限"), NB_W("部"), NB_W("村")};
    return nb_words_ending(nb_view_sub(text, 0, start), before, NB_LEN(before)) != NB_VIEW_NONE ||
           nb_words_starting(nb_view_sub(text, end, text.len), behind, NB_LEN(behind)) !=
               NB_VIEW_NONE;
}

static void check_references(nb_rule_ctx *ctx, const nb_statement *statement, int kind)
{
    nb_view text = statement->text.text;
    for (uint32_t w = 0; w < NB_LEN(references); w++) {
        if (references[w].fits & kind)
            continue;
        uint32_t at = nb_view_find(text, references[w].word, 0);
        if (at != NB_VIEW_NONE && !is_other_word(text, at, at + references[w].word.len))
            report_words(ctx, statement, at, at + references[w].word.len);
    }
}

/* ---- another bureau's window ---- */

static const nb_view bureaus[] = {
    NB_W("环保局"),     NB_W("环境保护局"), NB_W("生态环境局"), NB_W("教育局"),     NB_W("民政局"),
    NB_W("财政局"),     NB_W("公安局"),     NB_W("司法局"),     NB_W("人社局"),     NB_W("住建局"),
    NB_W("交通局"),     NB_W("交通运输局"), NB_W("水利局"),     NB_W("水务局"),     NB_W("农业局"),
    NB_W("农业农村局"), NB_W("商务局"),     NB_W("卫生局"),     NB_W("卫健局"),     NB_W("审计局"),
    NB_W("统计局"),     NB_W("林业局"),     NB_W("税务局"),     NB_W("国土局"),     NB_W("规划局"),
    NB_W("文化局"),     NB_W("工商局"),     NB_W("质监局"),     NB_W("安监局"),     NB_W("应急局"),
    NB_W("城管局"),     NB_W("医保局"),     NB_W("气象局"),     NB_W("市场监管局"), NB_W("发改局"),
};

static bool is_told_as_own(nb_view before, nb_view behind)
{
    static const nb_view partners[] = {
        NB_W("区"), NB_W("市"), NB_W("县"), NB_W("省"), NB_W("州"), NB_W("与"), NB_W("和"),
        NB_W("同"), NB_W("、"), NB_W("向"), NB_W("由"), NB_W("对"), NB_W("在"), NB_W("合"),
        NB_W("原"), NB_W("《"), NB_W("“"),  NB_W("如"), NB_W("等"), NB_W("及"), NB_W("从"),
    };
    static const nb_view assets[] = {NB_W("窗口"), NB_W("门户网站"), NB_W("全体干部"),
                                     NB_W("各科室"), NB_W("各股室")};
    return nb_words_ending(before, partners, NB_LEN(partners)) == NB_VIEW_NONE &&
           nb_words_starting(behind, assets, NB_LEN(assets)) != NB_VIEW_NONE;
}

static void check_windows(nb_rule_ctx *ctx, const nb_statement *statement)
{
    nb_view text = statement->text.text;
    nb_view issuer = nb_ctx_report(ctx)->issuer;
    for (uint32_t at = 0; (at = nb_view_find(text, NB_V("局"), at)) != NB_VIEW_NONE;) {
        uint32_t end = at + 3;
        nb_view upto = nb_view_sub(text, 0, end);
        uint32_t b = nb_words_ending(upto, bureaus, NB_LEN(bureaus));
        at = end;
        if (b == NB_VIEW_NONE || nb_view_contains(issuer, nb_view_sub(bureaus[b], 0, 6)))
            continue;
        uint32_t start = end - bureaus[b].len;
        if (is_told_as_own(nb_view_sub(text, 0, start), nb_view_sub(text, end, text.len)))
            report_words(ctx, statement, start, end);
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_claims *claims = nb_ctx_claims(ctx);
    int kind = kind_of(report->issuer);
    if (kind == 0)
        return;
    bool is_sure = uses_own_words(claims, kind);
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        if (statement->has & NB_HAS_SELF) {
            if (is_sure)
                check_references(ctx, statement, kind);
            else
                nb_ctx_keep(ctx);
        }
        if ((kind == BUREAU || kind == COMMISSION) && (statement->has & NB_HAS_WINDOW))
            check_windows(ctx, statement);
    }
}

#define EXAMPLE(words)                                                                             \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n" \
    "2023年，我局公开政府信息52条。" words "定期检查公开栏目。\n"

const nb_rule nb_rule_x303_other_body = {
    .code = "X303",
    .slug = "another-body",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .title = {"疑似其他机关的文字", "words that seem to be another body's"},
    .message = {"“{words}”与编制机关“{issuer}”不符，疑似套用其他机关的报告",
                "“{words}” does not fit the issuer {issuer}: copied from another report?"},
    .explanation =
        {"自称与编制机关不符（如局的报告写“我镇”），或者把其他部门的窗口、网站当作自己的来写，"
         "多半是套用其他机关报告时没有改净。",
         "A self-reference that does not fit the issuer, or another bureau's window or "
         "website told as one's own, was probably left over from another report."},
    .bad = {EXAMPLE("我镇"), EXAMPLE("我镇")},
    .good = {EXAMPLE("我局"), EXAMPLE("我局")},
    .no_fix = {"是笔误还是确有其事，由编写单位判断",
               "Whether it is a slip or a fact, the body knows"},
    .check = check,
};
