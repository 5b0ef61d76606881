#ifndef NB_REPORT_TABLES_H
#define NB_REPORT_TABLES_H

#include "nb/report/report.h"

/*
 * Reading of the forms' tables, between the two halves of the report layer: nb_report_read finds
 * the frame (headings, sections, year), then calls nb_tables_read.
 */

/*
 * Reads every table of the report into report->tables. Needs markup, lines, first_block,
 * block_end, headings, sections and year (0: unknown) of the report; changes nothing else of it.
 * Which table it is and of which form is told by labels, never by the section it stands in.
 */
void nb_tables_read(nb_arena *arena, nb_report *report);

/* The form whose tables the report has; NB_FORM_NONE if it has none. Needs tables. */
nb_form_id nb_tables_form_used(const nb_report *report);

/*
 * True if text, folded by nb_fold with NB_FOLD_BASE, is a label of a table of any form (row,
 * column, group, corner or block title, with or without its remark in brackets), so that
 * "一、本年新收政府信息公开申请数量" in a paragraph of its own is not taken for a heading.
 */
bool nb_form_is_label(nb_view folded);

#endif
