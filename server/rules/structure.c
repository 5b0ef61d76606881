#include "rules/structure.h"

const nb_heading *nb_section_heading(const nb_report *report, const nb_section *section)
{
    return section->heading == NB_VIEW_NONE ? NULL : &report->headings[section->heading];
}

bool nb_report_is_under_other_law(const nb_report *report)
{
    const nb_title *title = &report->title;
    nb_view text = nb_view_sub(report->markup->text, title->span.start, title->span.end);
    if (!title->is_present || report->table_count > 0 ||
        nb_match_contains(text, "政府信息|政务公开|政务信息"))
        return false;
    return nb_match_contains(text, "学年") ||
           nb_match_ends(report->issuer,
                         "大学|学院|学校|中学|小学|幼儿园|医院|公司|集团|供电局|自来水厂");
}

bool nb_has_fixed_titles(const nb_report *report)
{
    return report->form && report->form->has_fixed_titles && !nb_report_is_under_other_law(report);
}

static bool is_sign_off(const nb_report *report, nb_span span)
{
    const nb_sign_off *s = &report->sign_off;
    return (s->has_body && nb_span_touches(span, s->body_span)) ||
           (s->has_date && nb_span_touches(span, s->date.span));
}

static bool is_part_prose(const nb_report *report, const nb_sentence *s, nb_section_key key)
{
    if (s->is_heading || s->heading == NB_VIEW_NONE)
        return false;
    if (key != NB_SECTION_COUNT && s->section != key)
        return false;
    return !is_sign_off(report, nb_mapped_whole(&s->text));
}

bool nb_section_says(const nb_report *report, nb_section_key key, const char *words)
{
    for (uint32_t i = 0; i < report->sentence_count; i++)
        if (is_part_prose(report, &report->sentences[i], key) &&
            nb_match_contains(report->sentences[i].text.text, words))
            return true;
    return false;
}

bool nb_report_says(const nb_report *report, const char *words)
{
    for (uint32_t i = 0; i < report->sentence_count; i++)
        if (nb_match_contains(report->sentences[i].text.text, words))
            return true;
    return false;
}

bool nb_section_has_table(const nb_report *report, const nb_section *section)
{
    for (uint32_t i = 0; i < report->table_areas.count; i++) {
        nb_span area = report->table_areas.items[i].span;
        if (area.start >= section->span.start && area.start < section->span.end)
            return true;
    }
    return false;
}

/* Figures in one of the tables that stand in span, be they told apart or not. */
static bool has_figures(const nb_report *report, nb_span span)
{
    for (uint32_t t = 0; t < report->table_count; t++) {
        const nb_table *table = &report->tables[t];
        if (table->span.start < span.start || table->span.start >= span.end)
            continue;
        for (uint32_t b = 0; b < table->block_count; b++)
            for (uint32_t r = 0; r < table->blocks[b].form->row_count; r++)
                for (uint32_t c = 0; c < table->blocks[b].form->column_count; c++)
                    if (table->blocks[b].rows[r].cells[c].state != NB_CELL_ABSENT &&
                        table->blocks[b].rows[r].cells[c].state != NB_CELL_BLANK)
                        return true;
    }
    return false;
}

/* Brackets around a label of a table in text are left over from it. */
static bool is_table_text(const nb_report *report, uint32_t block)
{
    for (uint32_t i = 0; i < report->table_areas.count; i++)
        if (block >= report->table_areas.items[i].first_block &&
            block <= report->table_areas.items[i].last_block)
            return true;
    return false;
}

/* The first sentence that begins at or behind offset. */
static uint32_t first_sentence(const nb_report *report, uint32_t offset)
{
    uint32_t low = 0, high = report->sentence_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (nb_mapped_whole(&report->sentences[middle].text).start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/*
 * A part of which nothing but placeholders or an empty table of the form is there yet: what a fix
 * has inserted does not make a report out of a beginning.
 */
static bool is_skeleton(const nb_report *report, const nb_section *section)
{
    bool is_unfilled = false;
    for (uint32_t i = first_sentence(report, section->body.start); i < report->sentence_count;
         i++) {
        const nb_sentence *s = &report->sentences[i];
        nb_span span = nb_mapped_whole(&s->text);
        if (span.start >= section->body.end)
            break;
        if (s->is_heading || is_sign_off(report, span) || is_table_text(report, s->block))
            continue;
        if (!nb_skeleton_is_unfilled(s->text.text))
            return false;
        is_unfilled = true;
    }
    return (is_unfilled || nb_section_has_table(report, section)) &&
           !has_figures(report, section->span);
}

uint32_t nb_sections_known(const nb_report *report)
{
    bool seen[NB_SECTION_COUNT] = {[NB_SECTION_NONE] = true};
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_section *s = &report->sections[i];
        if (s->heading == NB_VIEW_NONE || seen[s->key] || is_skeleton(report, s))
            continue;
        seen[s->key] = true;
        count++;
    }
    return count;
}

nb_span nb_report_head(const nb_report *report)
{
    if (report->title.is_present)
        return report->title.span;
    if (report->heading_count && report->sentence_count && report->sentences[0].is_heading)
        return report->headings[0].span;
    if (report->sentence_count) {
        nb_span whole = nb_mapped_whole(&report->sentences[0].text);
        /* A long first sentence is not wrong as a whole: its first characters stand for it. */
        const nb_mapped *text = &report->sentences[0].text;
        uint32_t len = text->text.len < 30 ? text->text.len : 30;
        return text->text.len > 30 ? nb_mapped_source(text, 0, len) : whole;
    }
    return nb_span_of(report->extent.start, report->extent.start);
}

nb_span nb_report_tail(const nb_report *report)
{
    if (!report->sentence_count)
        return nb_report_head(report);
    const nb_mapped *text = &report->sentences[report->sentence_count - 1].text;
    uint32_t from = text->text.len > 18 ? text->text.len - 18 : 0;
    while (from > 0 && ((unsigned char)text->text.ptr[from] & 0xc0u) == 0x80u)
        from--;
    return nb_mapped_source(text, from, text->text.len);
}

/* ---- writing ---- */

nb_view nb_numeral_like(nb_rule_ctx *ctx, nb_span span, int value)
{
    nb_view old = nb_view_sub(nb_ctx_text(ctx), span.start, span.end);
    nb_arena *arena = nb_ctx_arena(ctx);
    unsigned char c = old.len ? (unsigned char)old.ptr[0] : 0;
    bool is_writable = value >= 1 && value <= 99; /* in Chinese; no report has a hundred parts */
    if ((c >= '0' && c <= '9') || !is_writable)
        return nb_arena_printf(arena, "%d", value);
    if (c == 0xe2 && value >= 1 && value <= 20) /* ① */
        return nb_arena_printf(arena, "\xe2\x91%c", (char)(0xa0 + value - 1));
    if (c == 0xef) { /* ６ is U+FF16 */
        if (value < 10)
            return nb_arena_printf(arena, "\xef\xbc%c", (char)(0x90 + value));
        return nb_arena_printf(arena, "\xef\xbc%c\xef\xbc%c", (char)(0x90 + value / 10),
                               (char)(0x90 + value % 10));
    }
    return nb_numeral_han(arena, (uint32_t)value);
}

bool nb_span_is_plain(nb_rule_ctx *ctx, nb_span span)
{
    nb_view v = nb_view_sub(nb_ctx_text(ctx), span.start, span.end);
    return !nb_match_contains(v, "<|>|\n|\r|&");
}

uint32_t nb_line_behind(nb_rule_ctx *ctx, uint32_t offset)
{
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t line = nb_lines_at(report->lines, offset);
    return line + 1 < report->lines->count ? report->lines->starts[line + 1] : nb_ctx_text(ctx).len;
}

uint32_t nb_heading_line(nb_rule_ctx *ctx, const nb_heading *heading)
{
    const nb_report *report = nb_ctx_report(ctx);
    const nb_block *block = &report->markup->blocks[heading->block];
    if (heading->is_mid_line || !block->is_first_in_line)
        return block->span.start;
    return report->lines->starts[nb_lines_at(report->lines, block->span.start)];
}

void nb_fix_renumber(nb_rule_ctx *ctx, nb_fix_draft *fix, uint32_t first, int number)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t i = first; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->depth != 1 || h->style == NB_NUMBER_NONE)
            continue;
        if (h->number != number && nb_span_is_plain(ctx, h->number_span))
            nb_fix_replace(fix, h->number_span, nb_numeral_like(ctx, h->number_span, number));
        number++;
    }
}

nb_view nb_paragraph_like(nb_rule_ctx *ctx, nb_view text)
{
    nb_skeleton_style style = nb_skeleton_style_of(nb_ctx_arena(ctx), nb_ctx_report(ctx));
    nb_view blank = style.blank_lines ? style.eol : NB_V("");
    return nb_arena_printf(nb_ctx_arena(ctx), "%.*s%.*s%.*s%.*s%.*s",
                           NB_ARG(style.paragraph_before), NB_ARG(text),
                           NB_ARG(style.paragraph_after), NB_ARG(style.eol), NB_ARG(blank));
}
