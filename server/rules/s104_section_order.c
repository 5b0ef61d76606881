#include "rules/structure.h"

/*
 * The six parts stand in fixed order since 2019. The fewest parts that have to move are reported:
 * those outside the longest run that is in order.
 */

enum { PARTS_MAX = 16 };

typedef struct part {
    const nb_heading *heading;
    nb_section_key key;
    int best; /* length of the longest ordered run that ends here */
    int from; /* the part before it in that run; -1: none */
    bool in_order;
} part;

static uint32_t collect(const nb_report *report, part parts[PARTS_MAX])
{
    bool seen[NB_SECTION_COUNT] = {false};
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->section_count && count < PARTS_MAX; i++) {
        const nb_section *s = &report->sections[i];
        const nb_heading *h = nb_section_heading(report, s);
        if (!h || s->key == NB_SECTION_NONE || seen[s->key] || !(h->is_official || h->is_misspelt))
            continue;
        seen[s->key] = true;
        parts[count++] = (part){.heading = h, .key = s->key, .best = 1, .from = -1};
    }
    return count;
}

static void find_order(part *parts, uint32_t count)
{
    int last = -1;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < i; k++) {
            if (parts[k].key < parts[i].key && parts[k].best + 1 > parts[i].best) {
                parts[i].best = parts[k].best + 1;
                parts[i].from = (int)k;
            }
        }
        if (last < 0 || parts[i].best > parts[last].best)
            last = (int)i;
    }
    for (; last >= 0; last = parts[last].from)
        parts[last].in_order = true;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    part parts[PARTS_MAX];
    if (!nb_has_fixed_titles(report))
        return;
    uint32_t count = collect(report, parts);
    find_order(parts, count);
    for (uint32_t i = 0; i < count; i++) {
        if (parts[i].in_order)
            continue;
        const nb_form_section *section = nb_form_section_of(report->form, parts[i].key);
        if (!section)
            continue;
        nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, parts[i].heading->span);
        nb_finding_arg(draft, "title", parts[i].heading->title);
        nb_finding_arg_int(draft, "place", section->number);
    }
}

const nb_rule nb_rule_s104_section_order = {
    .code = "S104",
    .slug = "section-order",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .title = {"部分的顺序不对", "a part is out of order"},
    .message = {"“{title}”应为第{place}部分", "\"{title}\" is the form's part {place}"},
    .explanation = {"六个部分的顺序由格式固定。请把这一部分连同其表格移到应在的位置，并重新编号。",
                    "The form fixes the order of the six parts. Move the part with its table and "
                    "renumber."},
    .bad = NB_SAME(
        "一、总体情况\n良好。\n二、收到和处理政府信息公开申请情况\n无。\n三、主动公开政府信息情况\n"
        "八条。\n四、政府信息公开行政复议、行政诉讼情况\n无。\n"),
    .good = NB_SAME(
        "一、总体情况\n良好。\n二、主动公开政府信息情况\n八条。\n三、收到和处理政府信息公开申请情况"
        "\n无。\n四、政府信息公开行政复议、行政诉讼情况\n无。\n"),
    .no_fix = {"这一部分与其他文字在同一行，不能整段移动",
               "The part shares a line with other text and cannot be moved"},
    .basis = "国办公开办函〔2021〕30号；国办公开办函〔2019〕60号",
    .check = check,
};
