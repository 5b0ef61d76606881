#include "rules/section_fix.h"

/*
 * Since 2019 six parts are prescribed; before, six contents of article 32 had to be reported
 * somewhere (domain: 2.1, 2.2). A part whose table is there has lost its heading only.
 */

enum { SURE_SECTIONS = 3 }; /* with so many parts found, the headings are readable */

static const nb_text2 lost_heading = {"缺少“{title}”的标题，只有其内容",
                                      "the heading \"{title}\" is missing; its content is there"};
static const nb_text2 not_covered = {"未报告“{title}”（{basis}）",
                                     "\"{title}\" is not reported ({basis})"};

/* Words that show a content of article 32 where no heading does. */
static const char *words_of(nb_section_key key)
{
    switch (key) {
    case NB_SECTION_DISCLOSURE:
        return "主动公开|公开政府信息|公开信息|公布信息|发布信息|公布政府信息";
    case NB_SECTION_REQUESTS:
        return "申请公开|公开申请|依申请|申请件|信息申请|提出申请|收到申请";
    case NB_SECTION_FEES:
        return "收费|收取|减免|费用";
    case NB_SECTION_REVIEW:
        return "复议|诉讼";
    case NB_SECTION_PROBLEMS:
        return "问题|不足|差距|有待|困难";
    default:
        return "需要报告|其他事项|其它事项|需要说明";
    }
}

static bool is_named_in_heading(const nb_report *report, nb_section_key key, bool any_depth)
{
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if ((h->depth == 1 || any_depth) && nb_match_contains(h->title, words_of(key)))
            return true;
    }
    return false;
}

/* The first part of the report that comes behind key in the form, or NULL. */
static const nb_heading *next_part(const nb_report *report, nb_section_key key)
{
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_section *s = &report->sections[i];
        if (s->key > key && s->heading != NB_VIEW_NONE)
            return &report->headings[s->heading];
    }
    return NULL;
}

static const nb_heading *last_part(const nb_report *report)
{
    const nb_heading *last = NULL;
    for (uint32_t i = 0; i < report->section_count; i++)
        if (report->sections[i].heading != NB_VIEW_NONE)
            last = &report->headings[report->sections[i].heading];
    return last;
}

static void report_missing(nb_rule_ctx *ctx, nb_severity severity, const nb_form_section *section,
                           const nb_text2 *message)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_heading *near = next_part(report, section->key);
    if (!near)
        near = last_part(report);
    nb_finding_draft *draft =
        nb_ctx_find(ctx, severity, near ? near->span : nb_report_head(report));
    nb_finding_arg(draft, "title", nb_view_of(section->title));
    if (message)
        nb_finding_message(draft, *message);
    if (message != &lost_heading)
        nb_finding_arg(draft, "basis", nb_view_of(section->basis));
    nb_section_offer(ctx, draft, section);
}

static void report_lost(nb_rule_ctx *ctx, const nb_form_section *section, const nb_section *present)
{
    /* Converters lose the heading of 总体情况 most; the table of another part is better proof. */
    nb_severity severity =
        section->key == NB_SECTION_OVERVIEW ? NB_SEVERITY_HINT : NB_SEVERITY_WARNING;
    nb_finding_draft *draft =
        nb_ctx_find(ctx, severity, nb_span_of(present->span.start, present->span.start));
    nb_finding_message(draft, lost_heading);
    nb_finding_arg(draft, "title", nb_view_of(section->title));
    nb_section_offer_heading(ctx, draft, section, present);
}

static void check_fixed(nb_rule_ctx *ctx, const nb_form_section *section)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_section *present = nb_report_section(report, section->key);
    if (present && present->heading != NB_VIEW_NONE)
        return;
    uint32_t known = nb_sections_known(report);
    if (present) {
        if (known >= SURE_SECTIONS)
            report_lost(ctx, section, present);
        return;
    }
    /* Two parts under one heading: 主动公开……和……申请接收与办理情况 */
    if ((section->key == NB_SECTION_REQUESTS || section->key == NB_SECTION_REVIEW) &&
        is_named_in_heading(report, section->key, false))
        return;
    nb_severity severity = known >= SURE_SECTIONS ? NB_SEVERITY_ERROR : NB_SEVERITY_HINT;
    report_missing(ctx, severity, section, NULL);
}

static void check_content(nb_rule_ctx *ctx, const nb_form_section *section)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (section->key == NB_SECTION_OVERVIEW || nb_report_section(report, section->key) ||
        is_named_in_heading(report, section->key, true) ||
        nb_section_says(report, NB_SECTION_COUNT, words_of(section->key)))
        return;
    bool is_sure = nb_sections_known(report) >= SURE_SECTIONS;
    bool is_optional = section->key == NB_SECTION_OTHER;
    report_missing(ctx, is_optional || !is_sure ? NB_SEVERITY_HINT : NB_SEVERITY_WARNING, section,
                   &not_covered);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (nb_report_is_under_other_law(report))
        return;
    for (uint32_t i = 0; report->form && i < report->form->section_count; i++) {
        if (report->form->has_fixed_titles)
            check_fixed(ctx, &report->form->sections[i]);
        else
            check_content(ctx, &report->form->sections[i]);
    }
}

const nb_rule nb_rule_s101_missing_section = {
    .code = "S101",
    .slug = "missing-section",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_SUGGEST,
    .title = {"缺少规定的部分", "a prescribed part is missing"},
    .message = {"缺少“{title}”部分（{basis}）", "the part \"{title}\" is missing ({basis})"},
    .explanation =
        {"2019年度起，年度报告由六个部分组成：总体情况、主动公开政府信息情况、收到和处理政府信息公"
         "开申请"
         "情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项，"
         "缺一不可；"
         "没有内容的部分也要保留标题并写明。2018年度及以前，原《条例》第三十二条规定的六项内容应当"
         "都有报告，"
         "不限标题。",
         "Since reporting year 2019 a report has six parts, all of them, even if there is nothing "
         "to "
         "report in one. Before, the six contents of article 32 of the old regulation had to be "
         "reported somewhere."},
    .bad = NB_SAME(
        "某某市示例局2023年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n"
        "三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n"
        "五、其他需要报告的事项\n"),
    .good = NB_SAME(
        "某某市示例局2023年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n"
        "三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n"
        "五、存在的主要问题及改进情况\n六、其他需要报告的事项\n"),
    .basis = "《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号",
    .check = check,
};
