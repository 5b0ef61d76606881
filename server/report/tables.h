#ifndef NB_REPORT_TABLES_H
#define NB_REPORT_TABLES_H

#include "report/reading.h"

/*
 * Reading of the forms' tables, between the two halves of the report layer. nb_report_read first
 * has the areas found (one call for the document), so that row labels are not taken for headings;
 * finds the frame (headings, sections, year) outside them; then calls nb_tables_read for each
 * report.
 */

/* Finds where tables stand. Needs the markup, the reading before and the block_notes of reading,
 * and fills these. Linear in the text. */
nb_table_areas nb_tables_find(nb_arena *arena, nb_reading *reading);

/* The index of the first area that ends behind offset; the count of them if there is none. */
uint32_t nb_table_area_behind(const nb_table_areas *areas, uint32_t offset);

/* The area that holds the byte at offset, or NULL. By binary search. */
const nb_table_area *nb_table_area_at(const nb_table_areas *areas, uint32_t offset);

/* True if an area has a byte of span. */
bool nb_table_areas_touch(const nb_table_areas *areas, nb_span span);

/*
 * Reads every table of the report into report->tables, as far as it can as in the reading before.
 * Needs markup, lines, table_areas, first_block, block_end, headings, sections and year (0:
 * unknown) of the report; changes nothing else of it. Which table it is and of which form is told
 * by labels, never by the section.
 */
void nb_tables_read(nb_arena *arena, nb_reading *reading, nb_report *report);

/* The form whose tables the report has; NB_FORM_NONE if it has none. Needs tables. */
nb_form_id nb_tables_form_used(const nb_report *report);

/*
 * True if text, folded by nb_fold with NB_FOLD_BASE, is a label of a table of any form (row,
 * column, group, corner or block title, with or without its remark in brackets), and not at the
 * same time the title of a section.
 */
bool nb_form_is_label(nb_view folded);

#endif
