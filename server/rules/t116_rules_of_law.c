#include "rules/table_names.h"

/*
 * 规章 are made by ministries, provinces and cities with districts (立法法); a county, its
 * departments and townships have none (domain: relation 12, X-19).
 */

/* The unit of the county level that a name begins with: 某某市某某区民政局. */
static bool names_county(nb_view issuer)
{
    static const char *const units[] = {"县", "旗"};
    static const char *const not_counties[] = {"自治区", "开发区", "新区",   "实验区", "特区",
                                               "示范区", "合作区", "管理区", "园区",   "地区"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (nb_view_contains(issuer, nb_view_of(units[i])))
            return true;
    for (size_t i = 0; i < sizeof not_counties / sizeof not_counties[0]; i++)
        if (nb_view_contains(issuer, nb_view_of(not_counties[i])))
            return false;
    return nb_view_contains(issuer, NB_V("区"));
}

static bool cannot_make_rules(const nb_report *report)
{
    if (report->issuer_kind == NB_ISSUER_TOWNSHIP)
        return true;
    return report->issuer.len > 0 && names_county(report->issuer);
}

static void check_row(nb_rule_ctx *ctx, const nb_table *table, const nb_table_block *block,
                      uint32_t r)
{
    for (uint32_t c = 0; c < block->form->column_count; c++) {
        const nb_cell *cell = &block->rows[r].cells[c];
        if (cell->state != NB_CELL_VALUE || cell->figure.micro <= 0)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, cell->span);
        nb_finding_arg(draft, "cell", nb_cell_name(ctx, block, r, c));
        nb_finding_arg(draft, "value", nb_micro_text(nb_ctx_arena(ctx), cell->figure.micro));
        nb_finding_place(
            draft, nb_cell_key(nb_ctx_arena(ctx), table, "rules", block->form->columns[c].key));
        if (!nb_cell_is_writable(cell))
            continue;
        static const nb_text2 set_zero = {"改为{0}（确认本机关没有规章）",
                                          "make it {0} (if the body has made none)"};
        nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, set_zero, NB_V("0"));
        nb_fix_write_figure(ctx, fix, cell, 0, NULL);
        nb_fix_changes_figure(fix);
    }
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    if (!cannot_make_rules(report))
        return;
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        if (table->key != NB_TABLE_DISCLOSURE)
            continue;
        for (uint32_t b = 0; b < table->block_count; b++) {
            uint32_t r = nb_form_row_index(table->blocks[b].form, "rules");
            if (r != NB_VIEW_NONE && table->blocks[b].rows[r].is_present)
                check_row(ctx, table, &table->blocks[b], r);
        }
    }
}

#define TITLE "# 虚构县档案局2023年政府信息公开工作年度报告\n\n"
#define HEAD "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"
#define BAD TITLE HEAD "| 规章 | 0 | 0 | 6 |\n| 行政规范性文件 | 2 | 2 | 9 |\n"
#define GOOD TITLE HEAD "| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 2 | 9 |\n"

const nb_rule nb_rule_t116_rules_of_law = {
    .code = "T116",
    .slug = "rules-of-law",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"没有规章制定权的机关不应有规章", "bodies that cannot make 规章 have none"},
    .message = {"{cell}为{value}：县级机关和乡镇、街道没有规章制定权",
                "{cell} is {value}: counties and townships cannot make 规章"},
    .explanation = {"规章由国务院部门、省级政府、设区的市和自治州政府制定。县级机关、乡镇、街道填报"
                    "规章，多半是把规范性"
                    "文件填错了行；替有权机关填报的请核实后忽略。",
                    "规章 are made by ministries, provinces, cities with districts and autonomous "
                    "prefectures. A county body that reports some has most likely filled in the "
                    "wrong row."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "《中华人民共和国立法法》",
    .check = check,
};
