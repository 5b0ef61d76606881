#include "rules/places.h"

/*
 * Reports of governments at all levels also give the results of assessment, public appraisal and
 * accountability. The office of a government may report for it or for itself, so there it is a
 * hint.
 */

static bool is_government(const nb_report *report, bool *is_office)
{
    nb_view name = report->issuer;
    *is_office = nb_match_ends(name, "办公室|办公厅");
    if (nb_match_ends(name, "人民政府") || nb_match_ends(name, "人民政府办公室|人民政府办公厅"))
        return true;
    /* A region's name alone: 某某市2023年政府信息公开工作年度报告 */
    return report->issuer_kind == NB_ISSUER_GOVERNMENT && nb_match_ends(name, "省|市|县|州|盟|旗");
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    bool is_office = false;
    if (!nb_has_fixed_titles(report) || !is_government(report, &is_office) ||
        nb_sections_known(report) < 3)
        return;
    static const struct {
        const char *words;
        const char *name;
    } RESULTS[] = {
        {"考核|考评", "工作考核"},
        {"评议|评价|满意度|评估|监督员", "社会评议"},
        {"责任追究|问责|追责|追究", "责任追究"},
    };
    nb_view missing = NB_V("");
    for (uint32_t i = 0; i < sizeof RESULTS / sizeof RESULTS[0]; i++)
        if (!nb_report_says(report, RESULTS[i].words))
            missing = nb_arena_printf(nb_ctx_arena(ctx), "%.*s%s%s", NB_ARG(missing),
                                      missing.len ? "、" : "", RESULTS[i].name);
    if (!missing.len)
        return;
    const nb_section *overview = nb_report_section(report, NB_SECTION_OVERVIEW);
    const nb_heading *heading = overview ? nb_section_heading(report, overview) : NULL;
    nb_finding_draft *draft = nb_ctx_find(ctx, is_office ? NB_SEVERITY_HINT : NB_SEVERITY_WARNING,
                                          heading ? heading->span : nb_report_head(report));
    nb_finding_arg(draft, "missing", missing);
    static const nb_text2 add_it = {"补上待填的“{0}”", "insert {0}, to be filled in"};
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view what = nb_arena_printf(arena, "%.*s的结果，没有的写明没有", NB_ARG(missing));
    if (heading)
        (void)nb_section_append(ctx, draft, overview, add_it, missing,
                                nb_paragraph_like(ctx, nb_skeleton_placeholder(arena, what.ptr)));
}

const nb_rule nb_rule_s113_accountability = {
    .code = "S113",
    .slug = "accountability",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"政府的报告缺少考核、评议、追责结果",
              "a government's report lacks assessment and accountability"},
    .message = {"各级人民政府的年度报告还应当包括：{missing}的结果",
                "a government's report also gives: {missing}"},
    .explanation = {"各级人民政府的年度报告应当包括工作考核、社会评议和责任追究结果情况；没有的也要"
                    "写明。政府部门不"
                    "适用。",
                    "Governments, not their departments, report the results of assessment, public "
                    "appraisal and accountability; where there were none, the report says so."},
    .bad = NB_SAME("虚构县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n良好。\n二、主动公"
                   "开政府信息情况\n"
                   "八条。\n三、收到和处理政府信息公开申请情况\n无。\n"),
    .good = NB_SAME("虚构县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n纳入年度考核，开展"
                    "社会评议，未发生"
                    "责任追究情形。\n二、主动公开政府信息情况\n八条。\n三、收到和处理政府信息公开申"
                    "请情况\n无。\n"),
    .basis = "《中华人民共和国政府信息公开条例》第五十条第（四）项",
    .check = check,
};
