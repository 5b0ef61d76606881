#include "rules/places.h"

const nb_heading *nb_last_part(const nb_report *report)
{
    const nb_heading *last = NULL;
    for (uint32_t i = 0; i < report->section_count; i++)
        if (report->sections[i].heading != NB_VIEW_NONE)
            last = &report->headings[report->sections[i].heading];
    return last;
}

static bool is_caption(const nb_block *block)
{
    return block->kind != NB_BLOCK_GRID && nb_match_length(block->text.text, 60) < 60 &&
           nb_match_contains(block->text.text, "统计表|附件|附表|年度|单位");
}

/* Where an annexed table behind the last heading begins, with its caption; NB_VIEW_NONE if there is
 * none. */
static uint32_t annex_start(nb_rule_ctx *ctx, const nb_heading *last)
{
    enum { CAPTION_BLOCKS = 4 };
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = 0; last && i < report->table_areas.count; i++) {
        const nb_table_area *area = &report->table_areas.items[i];
        if (area->key != NB_TABLE_STATISTICS || area->span.start < last->span.end ||
            area->span.start >= report->extent.end)
            continue;
        uint32_t block = area->first_block;
        for (uint32_t k = 1; k <= CAPTION_BLOCKS && k <= area->first_block; k++) {
            const nb_block *before = &report->markup->blocks[area->first_block - k];
            if (before->span.start < last->span.end ||
                (before->text.text.len > 0 && !is_caption(before)))
                break;
            block = before->text.text.len > 0 ? area->first_block - k : block;
        }
        return report->lines
            ->starts[nb_lines_at(report->lines, report->markup->blocks[block].span.start)];
    }
    return NB_VIEW_NONE;
}

uint32_t nb_parts_end(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_sign_off *s = &report->sign_off;
    const nb_heading *last = nb_last_part(report);
    uint32_t place = NB_VIEW_NONE;
    if (s->has_date && last && s->date.span.start > last->span.end)
        place = s->date.span.start;
    if (s->has_body && last && s->body_span.start > last->span.end && s->body_span.start < place)
        place = s->body_span.start;
    uint32_t annex = annex_start(ctx, last);
    if (annex < place)
        place = annex;
    if (place != NB_VIEW_NONE) {
        uint32_t line = nb_lines_at(report->lines, place);
        return report->lines->starts[line];
    }
    if (report->block_end > report->first_block)
        return nb_line_behind(ctx, report->markup->blocks[report->block_end - 1].span.end);
    return nb_ctx_text(ctx).len;
}

static bool ends_line(nb_view text)
{
    return text.len == 0 || nb_view_ends_with(text, NB_V("\n")) ||
           nb_view_ends_with(text, NB_V("\r"));
}

nb_view nb_gap_before(nb_rule_ctx *ctx, uint32_t place, const nb_skeleton_style *style)
{
    nb_view before = nb_view_sub(nb_ctx_text(ctx), 0, place);
    bool is_ended = ends_line(before);
    nb_view rest = before;
    if (is_ended && nb_view_ends_with(rest, NB_V("\n")))
        rest.len--;
    if (is_ended && nb_view_ends_with(rest, NB_V("\r")))
        rest.len--;
    bool is_blank = is_ended && (place == 0 || ends_line(rest));
    return nb_arena_printf(nb_ctx_arena(ctx), "%.*s%.*s", NB_ARG(is_ended ? NB_V("") : style->eol),
                           NB_ARG(style->blank_lines && !is_blank ? style->eol : NB_V("")));
}

static const nb_heading *next_section_heading(const nb_report *report, const nb_section *section)
{
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_heading *h = nb_section_heading(report, &report->sections[i]);
        if (h && h->span.start >= section->span.end)
            return h;
    }
    return NULL;
}

bool nb_section_stop(nb_rule_ctx *ctx, const nb_section *section, uint32_t *place)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_heading *own = nb_section_heading(report, section);
    const nb_heading *next = next_section_heading(report, section);
    if (!own || own->is_mid_line || own->is_run_in)
        return false;
    if (!next) {
        *place = nb_parts_end(ctx);
        return *place > own->span.end;
    }
    *place = nb_heading_line(ctx, next);
    return !next->is_mid_line && report->markup->blocks[next->block].is_first_in_line;
}

bool nb_section_append(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_section *section,
                       nb_text2 title, nb_view value, nb_view paragraphs)
{
    uint32_t place = 0;
    if (!nb_section_stop(ctx, section, &place))
        return false;
    nb_skeleton_style style = nb_skeleton_style_of(nb_ctx_arena(ctx), nb_ctx_report(ctx));
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, value);
    nb_fix_replace(fix, nb_span_of(place, place),
                   nb_arena_printf(nb_ctx_arena(ctx), "%.*s%.*s",
                                   NB_ARG(nb_gap_before(ctx, place, &style)), NB_ARG(paragraphs)));
    return true;
}

/* Behind the last whole sentence of the preamble; NB_VIEW_NONE if it has none. */
static uint32_t end_of_preamble(const nb_report *report)
{
    uint32_t place = NB_VIEW_NONE;
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *s = &report->sentences[i];
        if (s->is_heading)
            break;
        nb_span span = nb_mapped_whole(&s->text);
        if (s->heading == NB_VIEW_NONE && nb_span_inside(span, report->preamble) &&
            nb_match_ends(s->text.text, "。"))
            place = span.end;
    }
    return place;
}

bool nb_preamble_append(nb_rule_ctx *ctx, nb_finding_draft *draft, nb_text2 title, nb_view value,
                        nb_view sentence)
{
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t place = end_of_preamble(report);
    const nb_heading *first = NULL;
    for (uint32_t i = 0; i < report->heading_count && !first; i++)
        if (report->headings[i].depth == 1)
            first = &report->headings[i];
    if (place == NB_VIEW_NONE && (!first || first->is_mid_line))
        return false;
    nb_view text = sentence;
    if (place == NB_VIEW_NONE) {
        place = nb_heading_line(ctx, first);
        text = nb_paragraph_like(ctx, sentence);
    }
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, value);
    nb_fix_replace(fix, nb_span_of(place, place), text);
    return true;
}
