#ifndef NB_RULES_STRUCTURE_H
#define NB_RULES_STRUCTURE_H

#include "nb/report/skeleton.h"
#include "nb/rules/rule.h"
#include "report/match.h"

/* What the rules on structure and period share. */

/* A text that is the same in both languages: examples are texts of a report. */
#define NB_SAME(text)                                                                              \
    {                                                                                              \
        .zh = (text), .en = (text)                                                                 \
    }

/* ---- reading ---- */

/* The heading of a section; NULL if it was lost. */
const nb_heading *nb_section_heading(const nb_report *report, const nb_section *section);

/* How many parts the report has that were found by a heading and are the form's; parts that hold
 * placeholders or an empty table only are not counted. */
uint32_t nb_sections_known(const nb_report *report);

/*
 * True for the yearly report of a university, a school, a hospital or a company about 信息公开:
 * such bodies report under rules of their own (高等学校信息公开办法, 公共企事业单位信息公开规定),
 * in other parts, over other periods. One that calls itself 政府信息公开 has taken the form upon
 * itself.
 */
bool nb_report_is_under_other_law(const nb_report *report);

/* True if the form in force gives titles and their order (2019, 2021). */
bool nb_has_fixed_titles(const nb_report *report);

/* Prose of a section (every section: NB_SECTION_COUNT), the preamble, headings and the sign-off
 * left out: does one of its sentences have one of the words? */
bool nb_section_says(const nb_report *report, nb_section_key key, const char *words);

/* Any sentence of the report at all. */
bool nb_report_says(const nb_report *report, const char *words);

/* True if a table stands inside the section. */
bool nb_section_has_table(const nb_report *report, const nb_section *section);

/* True if a lies within b. */
static inline bool nb_span_inside(nb_span a, nb_span b)
{
    return a.start >= b.start && a.end <= b.end;
}

/* The place of a finding about what is absent from the whole text: the title, else the first
 * heading, else the first sentence. */
nb_span nb_report_head(const nb_report *report);

/* The last words of the report, where something is missing at its end. */
nb_span nb_report_tail(const nb_report *report);

/* ---- writing ---- */

/* A numeral in the style of the one that stands at span: 六, 6, ６ (value 1…99). */
nb_view nb_numeral_like(nb_rule_ctx *ctx, nb_span span, int value);

/* True if span of the document is one stretch of text without markup or line ends in it. */
bool nb_span_is_plain(nb_rule_ctx *ctx, nb_span span);

/* Behind the line that ends at or after offset; the end of the text if there is none. */
uint32_t nb_line_behind(nb_rule_ctx *ctx, uint32_t offset);

/* The start of the line (or of the block that begins in mid-line) that heading stands on. */
uint32_t nb_heading_line(nb_rule_ctx *ctx, const nb_heading *heading);

/* Renumbers the depth-1 headings from index first (into headings) on, counting from number. */
void nb_fix_renumber(nb_rule_ctx *ctx, nb_fix_draft *fix, uint32_t first, int number);

/* text as a paragraph of the document, with its line end. */
nb_view nb_paragraph_like(nb_rule_ctx *ctx, nb_view text);

#endif
