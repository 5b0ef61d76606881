#include "nb/report/skeleton.h"

#include <string.h>

/* How a document writes its headings, paragraphs and tables, read off its own ones. */

#define FRAME_MAX 512u /* bytes of markup before or behind a heading that are worth imitating */

nb_skeleton_style nb_skeleton_style_plain(nb_dialect dialect)
{
    nb_skeleton_style style = {.dialect = dialect, .eol = NB_V("\n"), .number_after = NB_V("、")};
    style.html = (nb_skeleton_html){
        .table_open = NB_V("<table border=\"1\">"),
        .table_close = NB_V("</table>"),
        .row_open = NB_V("<tr>"),
        .rows_on_lines = true,
    };
    switch (dialect) {
    case NB_DIALECT_MARKDOWN:
        style.blank_lines = true;
        style.title_before = NB_V("# ");
        style.heading_before = NB_V("## ");
        style.sub_before = NB_V("### ");
        break;
    case NB_DIALECT_HTML:
        style.title_before = NB_V("<h1>");
        style.title_after = NB_V("</h1>");
        style.heading_before = NB_V("<h2>");
        style.heading_after = NB_V("</h2>");
        style.sub_before = NB_V("<h3>");
        style.sub_after = NB_V("</h3>");
        style.paragraph_before = NB_V("<p>");
        style.paragraph_after = NB_V("</p>");
        break;
    case NB_DIALECT_PARA_CELLS:
        style.blank_lines = true;
        break;
    default:
        break;
    }
    return style;
}

/* ---- markup around a piece of text ---- */

/* Opening tags minus closing ones; -1000 if a tag is cut off. */
static int tag_balance(nb_view markup)
{
    int balance = 0;
    for (uint32_t at = nb_view_find(markup, NB_V("<"), 0); at != NB_VIEW_NONE;) {
        uint32_t end = nb_view_find(markup, NB_V(">"), at);
        if (end == NB_VIEW_NONE)
            return -1000;
        nb_view tag = nb_view_sub(markup, at, end + 1);
        if (nb_view_starts_with(tag, NB_V("</")))
            balance--;
        else if (!nb_view_ends_with(tag, NB_V("/>")) && !nb_view_starts_with(tag, NB_V("<br")) &&
                 !nb_view_starts_with(tag, NB_V("<!")))
            balance++;
        at = nb_view_find(markup, NB_V("<"), end);
    }
    return balance;
}

/* True if markup holds tags and blanks only. */
static bool is_markup_only(nb_view markup)
{
    bool inside = false;
    for (uint32_t i = 0; i < markup.len; i++) {
        char c = markup.ptr[i];
        if (c == '<')
            inside = true;
        else if (c == '>')
            inside = false;
        else if (!inside && c != ' ' && c != '\t' && c != '\r' && c != '\n')
            return false;
    }
    return !inside;
}

static bool frame_fits(nb_view before, nb_view after, bool is_html)
{
    if (before.len > FRAME_MAX || after.len > FRAME_MAX)
        return false;
    if (!is_html)
        return true;
    return is_markup_only(before) && is_markup_only(after) &&
           tag_balance(before) + tag_balance(after) == 0 && tag_balance(before) >= 0;
}

/* The start of the line, or of the block where that begins in mid-line. */
static uint32_t outer_start(const nb_report *report, const nb_block *block)
{
    static const nb_view blanks[] = {{NB_LIT(" ")},
                                     {NB_LIT("\t")},
                                     {NB_LIT("\xC2\xA0")},      /* NBSP */
                                     {NB_LIT("\xE3\x80\x80")}}; /* U+3000, the usual indent */
    nb_view text = report->markup->text;
    uint32_t at = block->span.start;
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0];) {
        bool is_one = nb_view_ends_with(nb_view_sub(text, 0, at), blanks[i]);
        at -= is_one ? blanks[i].len : 0;
        i = is_one ? 0 : i + 1;
    }
    return at == 0 || text.ptr[at - 1] == '\n' || text.ptr[at - 1] == '\r' ? at : block->span.start;
}

static bool read_frame(const nb_report *report, const nb_block *block, nb_span inner,
                       nb_view *before, nb_view *after)
{
    nb_view text = report->markup->text;
    bool is_html = report->markup->kind == NB_SOURCE_HTML;
    nb_view left = nb_view_sub(text, outer_start(report, block), inner.start);
    nb_view right = nb_view_sub(text, inner.end, block->span.end);
    if (!frame_fits(left, right, is_html))
        return false;
    *before = left;
    *after = right;
    return true;
}

/* ---- headings and paragraphs ---- */

static void style_headings(const nb_report *report, nb_skeleton_style *style)
{
    bool has_part = false;
    bool has_sub = false;
    for (uint32_t i = 0; i < report->heading_count && !(has_part && has_sub); i++) {
        const nb_heading *heading = &report->headings[i];
        const nb_block *block = &report->markup->blocks[heading->block];
        if (heading->is_run_in || heading->is_mid_line || nb_span_is_empty(heading->span))
            continue;
        if (heading->depth == 1 && !has_part)
            has_part = read_frame(report, block, heading->span, &style->heading_before,
                                  &style->heading_after);
        else if (heading->depth == 2 && !has_sub && heading->style == NB_NUMBER_HAN_PAREN)
            has_sub =
                read_frame(report, block, heading->span, &style->sub_before, &style->sub_after);
    }
}

static void style_numbers(const nb_report *report, nb_skeleton_style *style)
{
    nb_view text = report->markup->text;
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *heading = &report->headings[i];
        if (heading->depth != 1 || nb_span_is_empty(heading->number_span) ||
            (heading->style != NB_NUMBER_HAN && heading->style != NB_NUMBER_CHAPTER))
            continue;
        nb_view left = nb_view_sub(text, heading->span.start, heading->number_span.start);
        nb_view right = nb_view_sub(text, heading->number_span.end, heading->title_span.start);
        if (left.len > 32 || right.len > 32 || nb_view_contains(left, NB_V("<")) ||
            nb_view_contains(right, NB_V("<")))
            continue;
        style->number_before = left;
        style->number_after = right;
        return;
    }
}

static void style_paragraphs(const nb_report *report, nb_skeleton_style *style)
{
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        const nb_sentence *sentence = &report->sentences[i];
        const nb_block *block = &report->markup->blocks[sentence->block];
        if (sentence->is_heading || sentence->heading == NB_VIEW_NONE ||
            block->kind != NB_BLOCK_PARAGRAPH || report->headings[sentence->heading].is_run_in)
            continue;
        if (read_frame(report, block, nb_mapped_whole(&block->text), &style->paragraph_before,
                       &style->paragraph_after))
            return;
    }
}

/* Whether most neighbouring paragraphs have an empty line between them. */
static bool has_blank_lines(const nb_report *report)
{
    nb_view text = report->markup->text;
    uint32_t blank = 0;
    uint32_t tight = 0;
    for (uint32_t i = report->first_block; i + 1 < report->block_end; i++) {
        const nb_block *a = &report->markup->blocks[i];
        const nb_block *b = &report->markup->blocks[i + 1];
        if (a->kind == NB_BLOCK_GRID || b->kind == NB_BLOCK_GRID || b->span.start < a->span.end)
            continue;
        uint32_t line_ends = 0;
        for (uint32_t at = a->span.end; at < b->span.start; at++)
            line_ends += text.ptr[at] == '\n' || (text.ptr[at] == '\r' && text.ptr[at + 1] != '\n');
        *(line_ends > 1 ? &blank : &tight) += 1;
    }
    return blank > tight;
}

/* ---- tables of HTML ---- */

/* Start of the last tag before at that begins with open, or NB_VIEW_NONE. */
static uint32_t tag_before(nb_view text, uint32_t from, uint32_t at, nb_view open)
{
    for (uint32_t i = at; i > from; i--)
        if (text.ptr[i - 1] == '<')
            if (nb_view_starts_with(nb_view_sub(text, i - 1, at), open))
                return i - 1;
    return NB_VIEW_NONE;
}

/* The attributes of a tag but those of merging, with their leading blank. */
static nb_view own_attributes(nb_arena *arena, nb_view tag)
{
    uint32_t blank = nb_view_find(tag, NB_V(" "), 0);
    if (blank == NB_VIEW_NONE || nb_view_contains(tag, NB_V("rowspan")) ||
        nb_view_contains(tag, NB_V("colspan")))
        return (nb_view){0};
    return nb_arena_copy(arena, nb_view_sub(tag, blank, tag.len - 1));
}

static void style_cells(nb_arena *arena, nb_view text, const nb_grid *grid, nb_skeleton_html *html)
{
    for (uint32_t i = grid->cell_count; i > 0; i--) {
        const nb_grid_cell *cell = &grid->cells[i - 1];
        uint32_t td = tag_before(text, grid->span.start, cell->span.start, NB_V("<td"));
        uint32_t close = nb_view_find(text, NB_V("</td>"), cell->span.end);
        if (cell->rowspan > 1 || cell->colspan > 1 || nb_span_is_empty(cell->span) ||
            td == NB_VIEW_NONE || close == NB_VIEW_NONE)
            continue;
        uint32_t end = nb_view_find(text, NB_V(">"), td) + 1;
        nb_view before = nb_view_sub(text, end, cell->span.start);
        nb_view after = nb_view_sub(text, cell->span.end, close);
        if (!frame_fits(before, after, true))
            continue;
        html->cell_attributes = own_attributes(arena, nb_view_sub(text, td, end));
        html->cell_before = before;
        html->cell_after = after;
        return;
    }
}

static void style_html_table(nb_arena *arena, const nb_report *report, const nb_grid *grid,
                             nb_skeleton_html *html)
{
    nb_view text = report->markup->text;
    nb_view source = nb_view_sub(text, grid->span.start, grid->span.end);
    uint32_t open = nb_view_find(source, NB_V("<table"), 0);
    uint32_t end = open == NB_VIEW_NONE ? open : nb_view_find(source, NB_V(">"), open);
    uint32_t row = end == NB_VIEW_NONE ? end : nb_view_find(source, NB_V("<tr"), end);
    if (row == NB_VIEW_NONE)
        return;
    bool has_body = nb_view_contains(nb_view_sub(source, end, row), NB_V("<tbody"));
    /* The last row: the first one has often a class of its own. */
    row = nb_view_find_last(source, NB_V("<tr"));
    uint32_t row_end = nb_view_find(source, NB_V(">"), row);
    if (row_end != NB_VIEW_NONE && row_end - row < FRAME_MAX)
        html->row_open = nb_view_sub(source, row, row_end + 1);
    html->table_open = nb_arena_printf(arena, "%.*s%s", NB_ARG(nb_view_sub(source, open, end + 1)),
                                       has_body ? "<tbody>" : "");
    html->table_close = has_body ? NB_V("</tbody></table>") : NB_V("</table>");
    html->rows_on_lines =
        nb_view_contains(source, NB_V("</tr>\n")) || nb_view_contains(source, NB_V("</tr>\r"));
    style_cells(arena, text, grid, html);
}

/* ---- all of it ---- */

static nb_dialect dialect_of(const nb_report *report)
{
    nb_dialect dialect = NB_DIALECT_NONE;
    for (uint32_t i = 0; i < report->table_count; i++) {
        dialect = report->tables[i].dialect;
        if (report->tables[i].key != NB_TABLE_OTHER)
            break;
    }
    if (dialect != NB_DIALECT_NONE)
        return dialect;
    return report->markup->kind == NB_SOURCE_MARKDOWN ? NB_DIALECT_MARKDOWN
           : report->markup->kind == NB_SOURCE_HTML   ? NB_DIALECT_HTML
                                                      : NB_DIALECT_TSV;
}

/* The plain frames of the source's kind; the dialect of its tables may be another one. */
static nb_skeleton_style plain_of(const nb_report *report, nb_dialect dialect)
{
    nb_dialect frame = report->markup->kind == NB_SOURCE_MARKDOWN ? NB_DIALECT_MARKDOWN
                       : report->markup->kind == NB_SOURCE_HTML   ? NB_DIALECT_HTML
                                                                  : NB_DIALECT_TSV;
    nb_skeleton_style style = nb_skeleton_style_plain(frame);
    style.dialect = dialect;
    return style;
}

nb_skeleton_style nb_skeleton_style_of(nb_arena *arena, const nb_report *report)
{
    nb_skeleton_style style = plain_of(report, dialect_of(report));
    style.eol = report->eol;
    style_headings(report, &style);
    style_numbers(report, &style);
    style_paragraphs(report, &style);
    style.blank_lines = has_blank_lines(report);
    for (uint32_t i = 0; i < report->table_count; i++)
        if (report->tables[i].dialect == NB_DIALECT_HTML && report->tables[i].grid) {
            style_html_table(arena, report, report->tables[i].grid, &style.html);
            break;
        }
    return style;
}
