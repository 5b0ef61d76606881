#include "rules/section_fix.h"

#include "rules/places.h"

static const nb_text2 insert_it = {"补上“{0}”部分", "insert the part \"{0}\""};
static const nb_text2 insert_heading = {"补上标题“{0}”", "insert the heading \"{0}\""};

static bool is_numbered(const nb_heading *h)
{
    return h->depth == 1 && h->style != NB_NUMBER_NONE;
}

/* The first part of the report that comes behind key in the form; heading_count if none. */
static uint32_t next_part(const nb_report *report, nb_section_key key)
{
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_section *s = &report->sections[i];
        if (s->key > key && s->heading != NB_VIEW_NONE)
            return s->heading;
    }
    return report->heading_count;
}

/* ---- numbers ---- */

/* Every numbered part has its number in the form: the gap keeps the number of what is missing. */
static bool is_by_form(const nb_report *report)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (!is_numbered(h))
            continue;
        const nb_form_section *section = nb_form_section_of(report->form, h->section);
        if (!section || section->number != h->number)
            return false;
        count++;
    }
    return count > 0;
}

/* The number of the part to be inserted before index of headings; 0 if parts have none. */
static int number_at(const nb_report *report, uint32_t index, const nb_form_section *section)
{
    const nb_heading *before = NULL;
    bool has_numbers = false;
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (!is_numbered(h))
            continue;
        has_numbers = true;
        if (i < index)
            before = h;
    }
    if (!has_numbers)
        return 0;
    if (section->number && is_by_form(report))
        return section->number;
    return before ? before->number + 1 : 1;
}

/* ---- the list of parts in the preamble ---- */

static bool is_declared(const nb_declaration *d, nb_section_key key)
{
    for (uint32_t i = 0; i < d->part_count; i++)
        if (d->parts[i].heading == NB_VIEW_NONE &&
            nb_title_key(d->parts[i].title, (int)i + 1) == key)
            return true;
    return false;
}

/* What stands between two names of the list: 、 or ”“; false if that is no sign alone. */
static bool read_joint(nb_rule_ctx *ctx, uint32_t before, nb_view *joint)
{
    enum { JOINT_BYTES_MAX = 12 };
    const nb_declaration *d = &nb_ctx_report(ctx)->declaration;
    if (before + 1 >= d->part_count)
        return false;
    nb_span span = nb_span_of(d->parts[before].span.end, d->parts[before + 1].span.start);
    if (span.end <= span.start || span.end - span.start > JOINT_BYTES_MAX ||
        !nb_span_is_plain(ctx, span))
        return false;
    *joint = nb_view_sub(nb_ctx_text(ctx), span.start, span.end);
    return true;
}

static void declare_name(nb_rule_ctx *ctx, nb_fix_draft *fix, uint32_t next, nb_view title)
{
    const nb_declaration *d = &nb_ctx_report(ctx)->declaration;
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view joint;
    if (!d->part_count || !read_joint(ctx, 0, &joint))
        return;
    for (uint32_t i = 0; i < d->part_count; i++) {
        if (d->parts[i].heading == NB_VIEW_NONE || d->parts[i].heading < next)
            continue;
        uint32_t at = d->parts[i].span.start;
        nb_fix_replace(fix, nb_span_of(at, at),
                       nb_arena_printf(arena, "%.*s%.*s", NB_ARG(title), NB_ARG(joint)));
        return;
    }
    uint32_t end = d->parts[d->part_count - 1].span.end;
    nb_fix_replace(fix, nb_span_of(end, end),
                   nb_arena_printf(arena, "%.*s%.*s", NB_ARG(joint), NB_ARG(title)));
}

static void declare(nb_rule_ctx *ctx, nb_fix_draft *fix, uint32_t next,
                    const nb_form_section *section)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_declaration *d = &report->declaration;
    if (!d->is_present || is_declared(d, section->key))
        return;
    if (d->part_count && d->parts_certain)
        declare_name(ctx, fix, next, nb_view_of(section->title));
    if (d->count > 0 && (uint32_t)d->count == report->section_count)
        nb_declared_count_write(ctx, fix, d->count + 1);
}

void nb_declared_count_write(nb_rule_ctx *ctx, nb_fix_draft *fix, int count)
{
    const nb_declaration *d = &nb_ctx_report(ctx)->declaration;
    if (d->count > 0 && d->count != count && count > 0 && count < 99 &&
        nb_span_is_plain(ctx, d->count_span))
        nb_fix_replace(fix, d->count_span, nb_numeral_like(ctx, d->count_span, count));
}

bool nb_declared_list_is_writable(nb_rule_ctx *ctx)
{
    nb_view joint;
    return read_joint(ctx, 0, &joint);
}

void nb_declared_name_add(nb_rule_ctx *ctx, nb_fix_draft *fix, uint32_t heading)
{
    const nb_heading *h = &nb_ctx_report(ctx)->headings[heading];
    if (nb_span_is_plain(ctx, h->title_span))
        declare_name(ctx, fix, heading + 1,
                     nb_view_sub(nb_ctx_text(ctx), h->title_span.start, h->title_span.end));
}

bool nb_declared_name_span(nb_rule_ctx *ctx, uint32_t part, nb_span *span)
{
    const nb_declaration *d = &nb_ctx_report(ctx)->declaration;
    nb_view joint;
    if (d->part_count < 2 || !read_joint(ctx, part ? part - 1 : 0, &joint))
        return false;
    *span = part ? nb_span_of(d->parts[part - 1].span.end, d->parts[part].span.end)
                 : nb_span_of(d->parts[0].span.start, d->parts[1].span.start);
    return nb_span_is_plain(ctx, *span);
}

/* ---- the part ---- */

void nb_section_offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_form_section *section)
{
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t index = next_part(report, section->key);
    const nb_heading *next = index < report->heading_count ? &report->headings[index] : NULL;
    const nb_heading *last = nb_last_part(report);
    if (!last || (next && next->is_mid_line) || last->is_mid_line)
        return;
    nb_arena *arena = nb_ctx_arena(ctx);
    uint32_t place = next ? nb_heading_line(ctx, next) : nb_parts_end(ctx);
    nb_skeleton_style style = nb_skeleton_style_of(arena, report);
    int number = number_at(report, index, section);
    nb_view skeleton = nb_skeleton_section(arena, report->form, section->key, number, &style, NULL);
    if (!skeleton.len)
        return;
    nb_view before = next ? NB_V("") : nb_gap_before(ctx, place, &style);
    nb_fix_draft *fix =
        nb_finding_fix(draft, NB_FIX_SUGGEST, insert_it, nb_view_of(section->title));
    nb_fix_replace(fix, nb_span_of(place, place),
                   nb_arena_printf(arena, "%.*s%.*s", NB_ARG(before), NB_ARG(skeleton)));
    if (number && !is_by_form(report))
        nb_fix_renumber(ctx, fix, index, number + 1);
    declare(ctx, fix, index, section);
}

/* The first block of the part, if it begins a line. */
static const nb_block *first_block(const nb_report *report, nb_span span)
{
    for (uint32_t i = report->first_block; i < report->block_end; i++) {
        const nb_block *block = &report->markup->blocks[i];
        if (block->span.end > span.start)
            return block->is_first_in_line ? block : NULL;
    }
    return NULL;
}

static uint32_t heading_behind(const nb_report *report, uint32_t offset)
{
    uint32_t i = 0;
    while (i < report->heading_count &&
           (report->headings[i].depth > 1 || report->headings[i].span.start < offset))
        i++;
    return i;
}

void nb_section_offer_heading(nb_rule_ctx *ctx, nb_finding_draft *draft,
                              const nb_form_section *section, const nb_section *present)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_block *block = first_block(report, present->span);
    if (!block || !nb_last_part(report))
        return;
    nb_arena *arena = nb_ctx_arena(ctx);
    uint32_t index = heading_behind(report, present->span.start);
    uint32_t place = report->lines->starts[nb_lines_at(report->lines, block->span.start)];
    nb_skeleton_style style = nb_skeleton_style_of(arena, report);
    int number = number_at(report, index, section);
    nb_fix_draft *fix =
        nb_finding_fix(draft, NB_FIX_SUGGEST, insert_heading, nb_view_of(section->title));
    nb_fix_replace(fix, nb_span_of(place, place),
                   nb_skeleton_heading(arena, section->title, number, &style));
    if (number && !is_by_form(report))
        nb_fix_renumber(ctx, fix, index, number + 1);
}
