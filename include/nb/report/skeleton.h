#ifndef NB_REPORT_SKELETON_H
#define NB_REPORT_SKELETON_H

#include "nb/report/report.h"

/*
 * The parts of a form written out: a table with its official header rows and merged label cells, a
 * section with its heading, a whole report. In the way of writing of a given document, so that what
 * a fix inserts looks like what stands beside it. What a person has to fill in is written as
 * 【待填：…】 and nothing else, so that one rule can find all of it.
 */

/* How a table of HTML is written; all views hold markup only. */
typedef struct nb_skeleton_html {
    nb_view table_open;      /* <table border="1"> and what follows it, e.g. <tbody> */
    nb_view table_close;     /* </tbody></table> */
    nb_view row_open;        /* <tr> */
    nb_view cell_attributes; /* with a leading blank, without rowspan and colspan */
    nb_view cell_before;     /* between <td> and the content, e.g. <p><span> */
    nb_view cell_after;
    bool rows_on_lines; /* each row on a line of its own */
} nb_skeleton_html;

/* A way of writing. Views must outlive the calls that use it. */
typedef struct nb_skeleton_style {
    nb_dialect dialect; /* of tables; NONE and GLUED are written as SPACED */
    nb_view eol;
    bool blank_lines; /* an empty line between paragraphs */
    nb_view title_before;
    nb_view title_after;
    nb_view heading_before; /* of a part of the report: "## ", "<h2>" */
    nb_view heading_after;
    nb_view number_before; /* around its numeral: "", "、" */
    nb_view number_after;
    nb_view sub_before; /* of a heading （一） below it */
    nb_view sub_after;
    nb_view paragraph_before; /* "　　", "<p>" */
    nb_view paragraph_after;
    nb_skeleton_html html;
} nb_skeleton_style;

/* The plain style of a dialect: LF, official numbering, no attributes. */
nb_skeleton_style nb_skeleton_style_plain(nb_dialect dialect);

/*
 * The style of a document, from its own headings, paragraphs and tables; what it does not show is
 * as in the plain style of its dialect. Views point into the report's text or the arena.
 */
nb_skeleton_style nb_skeleton_style_of(nb_arena *arena, const nb_report *report);

/* What stands in the figure cells. */
typedef struct nb_skeleton_values {
    /* The content of a cell; NULL: every cell is fill. */
    nb_view (*value)(void *data, const nb_form_block *block, uint32_t row, uint32_t column);
    void *data;
    nb_view fill; /* "0", or empty for blank cells: dialects that lose blanks write "-" */
} nb_skeleton_values;

/*
 * A table of a form. Begins at a line start, ends with a line end. values may be NULL: blank cells.
 */
nb_view nb_skeleton_table(nb_arena *arena, const nb_form_table *table,
                          const nb_skeleton_style *style, const nb_skeleton_values *values);

/*
 * A section: heading with this number (0: none), a placeholder for its text, its tables. Empty if
 * the form has no such section. Begins at a line start, ends with a line end (and an empty line
 * where the style has them).
 */
nb_view nb_skeleton_section(nb_arena *arena, const nb_form *form, nb_section_key key, int number,
                            const nb_skeleton_style *style, const nb_skeleton_values *values);

/* The heading of a part with this number (0: none) as a line of its own. */
nb_view nb_skeleton_heading(nb_arena *arena, const char *title, int number,
                            const nb_skeleton_style *style);

/* What stands under the heading of a section: its placeholder, or its tables. */
nb_view nb_skeleton_section_body(nb_arena *arena, const nb_form *form, nb_section_key key,
                                 const nb_skeleton_style *style);

/* A heading （number） below that of a part, with a placeholder under it. */
nb_view nb_skeleton_dimension(nb_arena *arena, const nb_form_dimension *dimension, int number,
                              const nb_skeleton_style *style);

/* What a placeholder for the text of a section asks for. */
const char *nb_skeleton_section_wants(nb_section_key key);

/* True if text has a placeholder in it. */
bool nb_skeleton_is_unfilled(nb_view text);

/*
 * A complete report: title, preamble, sections, tables filled with 0, sign-off. body is the name of
 * the issuer; empty: a placeholder. form must not be NULL.
 */
nb_view nb_skeleton_report(nb_arena *arena, const nb_form *form, int year, nb_view body,
                           const nb_skeleton_style *style, const nb_skeleton_values *values);

/* 【待填：what】 */
nb_view nb_skeleton_placeholder(nb_arena *arena, const char *what);

#endif
