#include "nb/check/suppress.h"

#include <strings.h>

#include "rules/suppressions.h"

nb_text2 nb_reason_placeholder(void)
{
    return (nb_text2){"【待填：原因】", "【reason】"};
}

bool nb_reason_is_given(nb_view reason)
{
    nb_text2 placeholder = nb_reason_placeholder();
    while (reason.len && reason.ptr[reason.len - 1] == ' ')
        reason.len--;
    return reason.len > 0 && !nb_view_eq(reason, nb_view_of(placeholder.zh)) &&
           !nb_view_eq(reason, nb_view_of(placeholder.en));
}

bool nb_suppress_reaches(const nb_rule *rule)
{
    return rule != &nb_rule_n101_unknown_suppression && rule != &nb_rule_n102_unused_suppression &&
           rule != &nb_rule_n103_suppression_reason;
}

static const nb_block *block_at(const nb_markup *markup, uint32_t offset)
{
    for (uint32_t i = 0; i < markup->block_count; i++) {
        const nb_block *block = &markup->blocks[i];
        if (block->span.start > offset)
            break;
        if (offset <= block->span.end && block->kind != NB_BLOCK_COMMENT)
            return block;
    }
    return NULL;
}

/* The <tr> of the row that offset stands in; NB_VIEW_NONE if it has none of its own. */
static uint32_t row_start(nb_view text, const nb_grid *grid, uint32_t offset)
{
    uint32_t first = NB_VIEW_NONE;
    uint32_t before = grid->span.start;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        uint32_t cell = grid->row_first[row];
        if (cell == grid->row_first[row + 1])
            continue;
        if (grid->cells[cell].span.start > offset)
            break;
        before = first == NB_VIEW_NONE ? before : first;
        first = grid->cells[cell].span.start;
    }
    for (uint32_t at = first; at != NB_VIEW_NONE && at > before; at--) {
        if (at + 3 <= text.len && strncasecmp(text.ptr + at, "<tr", 3) == 0)
            return at;
    }
    return NB_VIEW_NONE;
}

/* Between the elements of HTML, where a comment changes nothing. */
static uint32_t html_place(const nb_analysis *analysis, uint32_t offset)
{
    const nb_block *block = block_at(&analysis->markup, offset);
    if (!block)
        return NB_VIEW_NONE;
    if (block->grid && offset > block->span.start)
        return row_start(analysis->text, block->grid, offset);
    return block->span.start;
}

/*
 * In front of the whole line. In Markdown a comment would end the table or paragraph that it
 * stands in, so it goes before these; a line of plain text is no part of the report wherever it is.
 */
static uint32_t line_place(const nb_analysis *analysis, uint32_t offset)
{
    if (analysis->markup.kind == NB_SOURCE_MARKDOWN) {
        const nb_block *block = block_at(&analysis->markup, offset);
        offset = block ? block->span.start : offset;
    }
    uint32_t start = nb_lines_span(&analysis->lines, nb_lines_at(&analysis->lines, offset)).start;
    bool has_mark = start == 0 && nb_view_starts_with(analysis->text, NB_V("\xEF\xBB\xBF"));
    return has_mark ? 3 : start;
}

/* The blanks between the start of its line and at; false if anything else stands there. */
static bool indent_of(nb_view text, uint32_t at, nb_view *indent)
{
    uint32_t start = at;
    while (start > 0 && (text.ptr[start - 1] == ' ' || text.ptr[start - 1] == '\t'))
        start--;
    *indent = nb_view_sub(text, start, at);
    return start == 0 || text.ptr[start - 1] == '\n' || text.ptr[start - 1] == '\r';
}

bool nb_suppress_edit(nb_arena *arena, const nb_analysis *analysis, const nb_finding *finding,
                      nb_lang lang, nb_edit *edit)
{
    if (!nb_suppress_reaches(finding->rule) || !analysis->is_report)
        return false;
    bool is_text = analysis->markup.kind == NB_SOURCE_TEXT;
    uint32_t at = analysis->markup.kind == NB_SOURCE_HTML
                      ? html_place(analysis, finding->span.start)
                      : line_place(analysis, finding->span.start);
    if (at == NB_VIEW_NONE)
        return false;
    nb_view indent;
    bool has_line = indent_of(analysis->text, at, &indent);
    edit->span = nb_span_of(at, at);
    edit->new_text = nb_arena_printf(
        arena, "%s%s %s %s%s%.*s%.*s", is_text ? "[" : "<!-- ", "nianbao-disable-next-line",
        finding->rule->code, nb_text2_in(nb_reason_placeholder(), lang), is_text ? "]" : " -->",
        NB_ARG(has_line ? nb_lines_eol(&analysis->lines) : NB_V("")), NB_ARG(indent));
    return true;
}
