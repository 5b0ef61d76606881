#include "rules/claims_compare.h"

/* Relation 28: 规章 and 规范性文件 issued, published, repealed and in force, against table 二. */

enum { ISSUED = 1, PUBLISHED = 2, REPEALED = 4, IN_FORCE = 8 };

static const nb_term verbs[] = {
    {{NB_LIT("制发")}, ISSUED},        {{NB_LIT("制定")}, ISSUED},
    {{NB_LIT("出台")}, ISSUED},        {{NB_LIT("印发")}, ISSUED},
    {{NB_LIT("新制发")}, ISSUED},      {{NB_LIT("制作")}, ISSUED},
    {{NB_LIT("新制作")}, ISSUED},      {{NB_LIT("公开")}, PUBLISHED},
    {{NB_LIT("主动公开")}, PUBLISHED}, {{NB_LIT("发布")}, PUBLISHED},
    {{NB_LIT("集中发布")}, PUBLISHED}, {{NB_LIT("公布")}, PUBLISHED},
    {{NB_LIT("废止")}, REPEALED},      {{NB_LIT("宣布废止")}, REPEALED},
    {{NB_LIT("现行有效")}, IN_FORCE},  {{NB_LIT("继续有效")}, IN_FORCE},
    {{NB_LIT("现行")}, IN_FORCE},      {{NB_LIT("有效")}, IN_FORCE},
};

/* Words around the verb that leave its meaning as it is. */
static const nb_view filler[] = {
    NB_W("全年"),     NB_W("本年度"), NB_W("本年"),         NB_W("年内"),       NB_W("共"),
    NB_W("共计"),     NB_W("合计"),   NB_W("总计"),         NB_W("累计"),       NB_W("我局"),
    NB_W("我县"),     NB_W("我市"),   NB_W("我区"),         NB_W("我镇"),       NB_W("我乡"),
    NB_W("我办"),     NB_W("我委"),   NB_W("我街道"),       NB_W("全县"),       NB_W("全市"),
    NB_W("全区"),     NB_W("本机关"), NB_W("本单位"),       NB_W("我单位"),     NB_W("的"),
    NB_W("了"),       NB_W("并"),     NB_W("和"),           NB_W("及"),         NB_W("、"),
    NB_W("通过"),     NB_W("区"),     NB_W("县"),           NB_W("市"),         NB_W("政府"),
    NB_W("门户网站"), NB_W("网站"),   NB_W("新"),           NB_W("有"),         NB_W("为"),
    NB_W("已"),       NB_W("清理"),   NB_W("政府门户网站"), NB_W("政务新媒体"), NB_W("依法"),
    NB_W("其中"),     NB_W("年度"),   NB_W("今年"),         NB_W("数"),         NB_W("数量"),
    NB_W("件数"),     NB_W("等"),     NB_W("向社会"),       NB_W("对外"),       NB_W("各类"),
    NB_W("在"),       NB_W("上"),
};

static const nb_view units[] = {NB_W("件"), NB_W("份"), NB_W("个"), NB_W("部")};

typedef struct document_kind {
    const char *row;
    nb_text2 name;
} document_kind;

static const document_kind normative = {"normative", {"规范性文件", "normative documents"}};
static const document_kind regulations = {"rules", {"规章", "regulations"}};

/* Takes the object off the end of the words; NULL if it is none of the two. */
static const document_kind *object_of(nb_view *words)
{
    static const nb_view behind[] = {NB_W("共"), NB_W("共计"), NB_W("合计"), NB_W("的"),
                                     NB_W("数"), NB_W("总数"), NB_W("为")};
    static const nb_view documents[] = {NB_W("行政规范性文件"), NB_W("规范性文件"),
                                        NB_W("部门规范性文件")};
    static const nb_view rules[] = {NB_W("政府规章"), NB_W("规章"), NB_W("部门规章")};
    for (uint32_t w; (w = nb_words_ending(*words, behind, NB_LEN(behind))) != NB_VIEW_NONE;)
        *words = nb_view_sub(*words, 0, words->len - behind[w].len);
    uint32_t d = nb_words_ending(*words, documents, NB_LEN(documents));
    uint32_t r = nb_words_ending(*words, rules, NB_LEN(rules));
    if (d == NB_VIEW_NONE && r == NB_VIEW_NONE)
        return NULL;
    uint32_t len = d != NB_VIEW_NONE ? documents[d].len : rules[r].len;
    *words = nb_view_sub(*words, 0, words->len - len);
    return d != NB_VIEW_NONE ? &normative : &regulations;
}

static nb_options options_of(const nb_table *table, const char *row, uint32_t verb)
{
    static const nb_text2 issued = {"本年制发件数", "issued this year"};
    static const nb_text2 repealed = {"本年废止件数", "repealed this year"};
    static const nb_text2 both = {"制发与废止之和", "issued and repealed"};
    static const nb_text2 in_force = {"现行有效件数", "in force"};
    static const nb_text2 made = {"本年新制作数量", "made this year"};
    static const nb_text2 disclosed = {"本年新公开数量", "disclosed this year"};
    static const nb_text2 total = {"对外公开总数量", "disclosed in all"};
    nb_options options = {.len = 0};
    if (table->form_id == NB_FORM_2019) {
        if (verb == REPEALED || verb == IN_FORCE)
            return options;
        nb_options_add(&options, nb_amount_of(table, row, "made"), made);
        nb_options_add(&options, nb_amount_of(table, row, "disclosed"), disclosed);
        if (verb == PUBLISHED)
            nb_options_add(&options, nb_amount_of(table, row, "disclosed_total"), total);
        return options;
    }
    if (verb == ISSUED || verb == PUBLISHED)
        nb_options_add(&options, nb_amount_of(table, row, "issued"), issued);
    if (verb == REPEALED)
        nb_options_add(&options, nb_amount_of(table, row, "repealed"), repealed);
    if (verb == IN_FORCE || verb == PUBLISHED)
        nb_options_add(&options, nb_amount_of(table, row, "in_force"), in_force);
    if (verb == PUBLISHED) /* repeals are published as well */
        nb_options_add(&options,
                       nb_amount_plus(nb_amount_of(table, row, "issued"),
                                      nb_amount_of(table, row, "repealed")),
                       both);
    return options;
}

/* Writing the text's figure into the table must not break 制发 ≤ 有效 + 废止. */
static bool may_change_cell(const nb_table *table, const char *row, uint32_t verb, int64_t micro)
{
    nb_amount issued = nb_amount_of(table, row, "issued");
    nb_amount repealed = nb_amount_of(table, row, "repealed");
    nb_amount in_force = nb_amount_of(table, row, "in_force");
    if (!issued.is_known || !repealed.is_known || !in_force.is_known)
        return false;
    int64_t left = verb == ISSUED ? micro : issued.micro;
    int64_t kept = verb == IN_FORCE ? micro : in_force.micro;
    int64_t gone = verb == REPEALED ? micro : repealed.micro;
    return left <= kept + gone;
}

typedef struct document_claim {
    const document_kind *object; /* of the last claim of this statement, for what leaves it out */
    uint32_t verb;
} document_claim;

/* What the quantity claims; false if it is none of this or in doubt. */
static bool read_claim(const nb_statement *statement, const nb_quantity *q, document_claim *reading)
{
    nb_view words = nb_quantity_lead(statement, q);
    bool continues = q->mark == NB_BOUNDARY_LIST && reading->object;
    const document_kind *object = object_of(&words);
    uint32_t verb = 0;
    if (!nb_quantity_is_exact(q) || q->figure.has_magnitude ||
        !nb_quantity_has_unit(q, units, NB_LEN(units)) ||
        !nb_terms_read(nb_words_without_year(words), verbs, NB_LEN(verbs), filler, NB_LEN(filler),
                       &verb))
        return false;
    if (verb & IN_FORCE) /* 发布现行有效规范性文件: the adjective decides */
        verb = IN_FORCE;
    if (verb == (ISSUED | PUBLISHED)) /* 制定发布 */
        verb = PUBLISHED;
    if (!verb && continues)
        verb = reading->verb;
    if (!object && words.len > 0 && verb && reading->object)
        object = reading->object;
    if (!object || (verb != ISSUED && verb != PUBLISHED && verb != REPEALED && verb != IN_FORCE))
        return false;
    *reading = (document_claim){object, verb};
    return true;
}

/* 制发 and 现行有效 stand at the ends of the row, so that even glued digits may contradict. */
static void check_glued(nb_rule_ctx *ctx, const nb_table *table, const nb_statement *statement,
                        const nb_quantity *q, const document_claim *claim)
{
    static const nb_text2 message = {
        "正文写{object}{claimed}件，表格该行数字连写为{found}，其中{name}不可能是{claimed}",
        "the text says {claimed} {object}; the row's figures run together as {found}, of which "
        "{name} cannot be {claimed}"};
    static const nb_text2 issued = {"本年制发件数", "those issued"};
    static const nb_text2 in_force = {"现行有效件数", "those in force"};
    if (table->form_id != NB_FORM_2021 || (claim->verb != ISSUED && claim->verb != IN_FORCE))
        return;
    nb_span span = {0};
    bool is_issued = claim->verb == ISSUED;
    if (!nb_glued_rules_out(table, claim->object->row, is_issued ? "issued" : "in_force",
                            q->figure.micro, &span))
        return;
    nb_lang lang = nb_ctx_lang(ctx);
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_quantity_digits(statement, q));
    nb_finding_message(draft, message);
    nb_finding_arg_micro(draft, "claimed", q->figure.micro);
    nb_finding_arg(draft, "object", nb_view_of(nb_text2_in(claim->object->name, lang)));
    nb_finding_arg(draft, "found", nb_view_sub(nb_ctx_text(ctx), span.start, span.end));
    nb_finding_arg(draft, "name", nb_view_of(nb_text2_in(is_issued ? issued : in_force, lang)));
    nb_finding_relate(draft, span, (nb_text2){"表格", "table"}, (nb_view){0});
}

static void check_statement(nb_rule_ctx *ctx, const nb_table *table, const nb_statement *statement)
{
    static const nb_view blocking[] = {NB_W("转发"), NB_W("代拟"), NB_W("起草"), NB_W("修订"),
                                       NB_W("评估"), NB_W("备案"), NB_W("上级")};
    const nb_report *report = nb_ctx_report(ctx);
    nb_view text = statement->text.text;
    document_claim reading = {0};
    if (NB_HAS(text, blocking))
        return;
    for (uint32_t k = 0; k < statement->quantity_count; k++) {
        const nb_quantity *q = &statement->quantities[k];
        if (!read_claim(statement, q, &reading) ||
            nb_statement_is_other_scope(report, statement, q->start) ||
            nb_quantity_is_other_time(report, statement, q))
            continue;
        check_glued(ctx, table, statement, q, &reading);
        nb_options options = options_of(table, reading.object->row, reading.verb);
        if (!nb_claim_contradicts(ctx, statement, q, &options, 0))
            continue;
        options.keeps_table = options.len > 1 || !may_change_cell(table, reading.object->row,
                                                                  reading.verb, q->figure.micro);
        nb_finding_draft *draft =
            nb_options_report(ctx, NB_SEVERITY_WARNING, statement, q, &options);
        nb_finding_arg(draft, "object",
                       nb_view_of(nb_text2_in(reading.object->name, nb_ctx_lang(ctx))));
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_table *table = nb_report_table(nb_ctx_report(ctx), NB_TABLE_DISCLOSURE);
    if (!table)
        return;
    for (const nb_statement *statement = NULL;
         (statement = nb_ctx_next_statement(ctx, statement));) {
        nb_section_key section = statement->sentence->section;
        if (statement->quantity_count > 0 && (statement->has & NB_HAS_DOCUMENT) &&
            (section == NB_SECTION_OVERVIEW || section == NB_SECTION_DISCLOSURE))
            check_statement(ctx, table, statement);
    }
}

#define EXAMPLE(count)                                                                              \
    "# 示例县样例局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n"  \
    "2023年，制发行政规范性文件" count "件。\n\n## 二、主动公开政府信息情况\n\n"      \
    "| 第二十条第（一）项 |  |  |  |\n|---|---|---|---|\n"                                 \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"             \
    "| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 0 | 9 |\n"                               \
    "| 第二十条第（五）项 |  |  |  |\n| 信息内容 | 本年处理决定数量 |  |  |\n" \
    "| 行政许可 | 0 |  |  |\n"

const nb_rule nb_rule_x106_documents = {
    .code = "X106",
    .slug = "documents-differ",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"正文中的规章、规范性文件数与表格不一致",
              "regulations or normative documents in the text differ from the table"},
    .message = {"正文写{object}{claimed}件，表格中{name}为{found}件",
                "the text says {claimed} {object}, the table has {found} ({name})"},
    .explanation =
        {"正文所述制发（制定、出台）、废止、现行有效的规章和行政规范性文件件数，应当与“主动公开"
         "政府信息情况”表第二十条第（一）项的相应列一致；2019年格式中“公开”可以是新制作、"
         "新公开或对外公开总数。",
         "The numbers of regulations and normative documents issued, repealed and in "
         "force that the text gives must agree with the columns of table 二, article "
         "20(1); in the form of 2019, 公开 may mean those made, newly disclosed or "
         "disclosed in all."},
    .bad = {EXAMPLE("3"), EXAMPLE("3")},
    .good = {EXAMPLE("2"), EXAMPLE("2")},
    .basis = "《政府信息公开条例》第二十条第（一）项；国办公开办函〔2021〕30号",
    .check = check,
};
