#include "rules/structure.h"

/*
 * Signed after the day by which the report must be public (domain: 1.3, 2.6): departments 31
 * January, governments 31 March; up to reporting year 2018 31 March for all. No law names a day for
 * townships and street offices.
 */

enum { OLD_REGULATION_LAST_YEAR = 2018 };

static const nb_text2 january = {"1月31日", "31 January"};
static const nb_text2 march = {"3月31日", "31 March"};

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_date *date = &report->sign_off.date;
    if (!report->sign_off.has_date || !date->is_possible || !report->year || !date->day ||
        date->year != report->year + 1 || report->issuer_kind == NB_ISSUER_TOWNSHIP ||
        nb_report_is_under_other_law(report))
        return;
    bool is_early =
        report->year > OLD_REGULATION_LAST_YEAR && report->issuer_kind == NB_ISSUER_DEPARTMENT;
    int last_month = is_early ? 1 : 3;
    if (date->month <= last_month)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, date->span);
    nb_finding_arg(
        draft, "date",
        nb_arena_printf(nb_ctx_arena(ctx), "%d年%d月%d日", date->year, date->month, date->day));
    nb_finding_arg(draft, "deadline",
                   nb_view_of(nb_text2_in(is_early ? january : march, nb_ctx_lang(ctx))));
}

const nb_rule nb_rule_s118_deadline = {
    .code = "S118",
    .slug = "deadline",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .title = {"落款日期晚于法定期限", "signed after the deadline"},
    .message = {"落款日期{date}晚于法定公布期限（{deadline}前）",
                "signed on {date}, after the legal deadline ({deadline})"},
    .explanation = {"县级以上人民政府部门应当在每年1月31日前公布上一年度报告，县级以上地方人民政府"
                    "应当在3月31日前公布。"
                    "2018年度及以前均为3月31日前。乡镇、街道没有全国统一期限，不作检查。重新上传的"
                    "日期不算迟报。",
                    "Departments publish by 31 January, governments by 31 March; up to reporting "
                    "year 2018 all by 31 March. Townships have no national deadline."},
    .bad = NB_SAME("某某市示例局2023年政府信息公开工作年度报告\n一、总体情况\n良好。\n\n某某市示例"
                   "局\n2024年3月5日\n"),
    .good = NB_SAME("某某市示例局2023年政府信息公开工作年度报告\n一、总体情况\n良好。\n\n某某市示例"
                    "局\n2024年1月25日\n"),
    .no_fix = {"报告已经逾期，日期不应改早",
               "The report is late; its date is not to be made earlier"},
    .basis = "《中华人民共和国政府信息公开条例》第四十九条；2018年度及以前：原条例第三十一条",
    .check = check,
};
