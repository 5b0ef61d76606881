#include "rules/places.h"

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

static const nb_text2 move_it = {"移到第{0}部分的位置，并重新编号",
                                 "move it to be part {0} and renumber"};

/* A part's lines, and where they go: before the heading `before`, or behind all parts (NULL). */
typedef struct move {
    const nb_heading *heading;
    const nb_heading *before;
    nb_span lines;
    uint32_t target;
} move;

static const nb_section *section_of(const nb_report *report, const nb_heading *heading)
{
    for (uint32_t i = 0; i < report->section_count; i++)
        if (nb_section_heading(report, &report->sections[i]) == heading)
            return &report->sections[i];
    return NULL;
}

static bool plan(nb_rule_ctx *ctx, const part *parts, uint32_t count, uint32_t moved, move *m)
{
    const nb_report *report = nb_ctx_report(ctx);
    *m = (move){.heading = parts[moved].heading};
    for (uint32_t i = 0; i < count && !m->before; i++)
        if (parts[i].in_order && parts[i].key > parts[moved].key)
            m->before = parts[i].heading;
    const nb_section *section = section_of(report, m->heading);
    if (!section || !nb_section_stop(ctx, section, &m->lines.end) ||
        !report->markup->blocks[m->heading->block].is_first_in_line)
        return false;
    m->lines.start = nb_heading_line(ctx, m->heading);
    if (m->before &&
        (m->before->is_mid_line || !report->markup->blocks[m->before->block].is_first_in_line))
        return false;
    m->target = m->before ? nb_heading_line(ctx, m->before) : nb_parts_end(ctx);
    return m->target < m->lines.start || m->target > m->lines.end;
}

/* Numbers of the parts in their new order; those of the form are kept where all parts have them. */
static bool renumber(nb_rule_ctx *ctx, nb_fix_draft *fix, const move *m, int *own)
{
    const nb_report *report = nb_ctx_report(ctx);
    bool is_by_form = true;
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth != 1 || h->style == NB_NUMBER_NONE)
            continue;
        const nb_form_section *section = nb_form_section_of(report->form, h->section);
        is_by_form = is_by_form && section && section->number == h->number;
        if (!nb_span_is_plain(ctx, h->number_span))
            return false;
    }
    int number = 1;
    *own = m->heading->number;
    for (uint32_t i = 0; i < report->heading_count && !is_by_form; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth != 1 || h->style == NB_NUMBER_NONE || h == m->heading)
            continue;
        if (h == m->before)
            *own = number++;
        if (fix && h->number != number)
            nb_fix_replace(fix, h->number_span, nb_numeral_like(ctx, h->number_span, number));
        number++;
    }
    if (!is_by_form && !m->before)
        *own = number;
    return true;
}

static void offer_move(nb_rule_ctx *ctx, nb_finding_draft *draft, const move *m, int place)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view text = nb_ctx_text(ctx);
    nb_skeleton_style style = nb_skeleton_style_of(arena, nb_ctx_report(ctx));
    int own = 0;
    if (!renumber(ctx, NULL, m, &own))
        return;
    nb_fix_draft *fix =
        nb_finding_fix(draft, NB_FIX_SUGGEST, move_it, nb_arena_printf(arena, "%d", place));
    (void)renumber(ctx, fix, m, &own);
    nb_span number = m->heading->number_span;
    nb_view numeral = nb_span_is_empty(number) ? NB_V("") : nb_numeral_like(ctx, number, own);
    nb_view head = nb_view_sub(text, m->lines.start, number.start);
    nb_view tail = nb_view_sub(text, number.end, m->lines.end);
    if (nb_span_is_empty(number)) {
        head = nb_view_sub(text, m->lines.start, m->lines.end);
        tail = NB_V("");
    }
    nb_view gap = m->before ? NB_V("") : nb_gap_before(ctx, m->target, &style);
    nb_fix_replace(fix, m->lines, NB_V(""));
    nb_fix_replace(fix, nb_span_of(m->target, m->target),
                   nb_arena_printf(arena, "%.*s%.*s%.*s%.*s", NB_ARG(gap), NB_ARG(head),
                                   NB_ARG(numeral), NB_ARG(tail)));
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
        move m;
        if (plan(ctx, parts, count, i, &m))
            offer_move(ctx, draft, &m, section->number);
    }
}

const nb_rule nb_rule_s104_section_order = {
    .code = "S104",
    .slug = "section-order",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
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
