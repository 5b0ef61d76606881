#ifndef NB_REPORT_REPORT_H
#define NB_REPORT_REPORT_H

#include "nb/markup/markup.h"
#include "nb/report/form.h"
#include "nb/text/figure.h"
#include "nb/text/lines.h"

/*
 * The model of one report: what was recognised, each fact with the bytes it was read from, and with
 * conflicts and doubts kept as facts, so that rules can speak of them. Built in one go by
 * nb_report_read; everything lives in the arena given there. Nothing here judges.
 */

/* ---- dates and the statistics period (domain: 2.5) ---- */

typedef struct nb_date {
    nb_span span;
    int year; /* 0: not printed */
    int month;
    int day;
    bool is_possible; /* such a day exists in the calendar; false for 2020年2月30日, 202020年 */
} nb_date;

typedef enum nb_period_state {
    NB_PERIOD_READ,       /* both dates were read, possible or not */
    NB_PERIOD_UNREADABLE, /* a statement of a period whose digits cannot be told apart */
} nb_period_state;

typedef struct nb_period {
    nb_period_state state;
    nb_span sentence; /* the whole statement, keyword to the last date */
    nb_span dates;    /* from the first date's first byte to the last one's (自/起/止 inside) */
    nb_date start;
    nb_date end; /* year as resolved; end_year_printed tells whether it was there */
    bool end_year_printed;
} nb_period;

/* ---- numbered headings (domain: 2.2, 2.3) ---- */

typedef enum nb_number_style {
    NB_NUMBER_NONE,
    NB_NUMBER_HAN,         /* 一、 */
    NB_NUMBER_HAN_PAREN,   /* （一） */
    NB_NUMBER_DIGIT,       /* 1. 1、 1． */
    NB_NUMBER_DIGIT_PAREN, /* （1） 1） */
    NB_NUMBER_CIRCLED,     /* ① */
    NB_NUMBER_CHAPTER,     /* 第一部分 第一章 */
    NB_NUMBER_ORDINAL,     /* 一是 二是; 第一， 其一 */
} nb_number_style;

typedef struct nb_heading {
    nb_span span;        /* number and title, without the run-in text */
    nb_span number_span; /* the numeral alone, without its brackets; empty if unnumbered */
    nb_span title_span;
    nb_view title; /* folded, without number and final punctuation */
    nb_number_style style;
    int number;             /* 0 if unnumbered */
    int depth;              /* 1: a part of the report; 2: within a part; 3 … */
    nb_section_key section; /* depth 1: which part of the form this is; deeper: that of its part */
    bool is_official;       /* depth 1: title is the form's, or an accepted variant */
    bool is_misspelt; /* depth 1: recognised, but one character off (intended says which title) */
    const char *intended;
    bool is_run_in;   /* text follows in the same paragraph */
    bool is_mid_line; /* found in the middle of a paragraph */
    uint32_t block;   /* index into markup.blocks */
    nb_span body;     /* from behind the heading to the next one of the same or lesser depth */
} nb_heading;

/* The parts of the report: its depth-1 headings. */
typedef struct nb_section {
    nb_section_key key;
    uint32_t heading; /* index into headings, NB_VIEW_NONE: heading lost, found by its table or
                         subsections */
    nb_span span;     /* heading and body */
    nb_span body;
} nb_section;

/* "本报告由A、B、C等六个部分组成" (domain: relation 36). */
typedef struct nb_declared_part {
    nb_span span;
    nb_view title;    /* folded */
    uint32_t heading; /* the depth-1 heading it means, or NB_VIEW_NONE */
} nb_declared_part;

typedef struct nb_declaration {
    bool is_present;
    nb_span sentence;
    nb_span count_span; /* the numeral; empty if no number is given */
    int count;          /* 0 if none */
    const nb_declared_part *parts;
    uint32_t part_count;
    bool parts_certain; /* the list was split without doubt (quotes, or every item found) */
} nb_declaration;

/* ---- prose ---- */

/* A sentence: ends with 。！？; or the end of its paragraph. Clauses end with ；or ， */
typedef struct nb_sentence {
    nb_mapped text;
    nb_section_key section;
    uint32_t heading; /* innermost heading it stands under, NB_VIEW_NONE before the first */
    uint32_t block;
    bool is_heading;
} nb_sentence;

/* ---- tables (domain: section 3) ---- */

typedef enum nb_cell_state {
    NB_CELL_ABSENT,     /* its row or column was not found */
    NB_CELL_UNASSIGNED, /* the row was found, but which figure is its cannot be told */
    NB_CELL_BLANK,
    NB_CELL_VALUE,
    NB_CELL_UNREADABLE,
} nb_cell_state;

typedef struct nb_cell {
    nb_cell_state state;
    uint32_t grid_cell; /* index of the cell of the table's grid that it was read from, if any */
    nb_figure figure;   /* VALUE and UNREADABLE */
    nb_mapped raw;      /* UNASSIGNED in a row that is one string of digits: that string */
    nb_span span;       /* the content; empty and at the place for a figure if blank */
} nb_cell;

typedef enum nb_row_doubt {
    NB_ROW_SURE,
    NB_ROW_MISSPELT, /* label one or two characters off */
    NB_ROW_COUNT,    /* not as many cells as columns, and blanks may have been lost */
    NB_ROW_GLUED,    /* figures run together */
    NB_ROW_REPEATED, /* the row occurs twice */
} nb_row_doubt;

typedef struct nb_row {
    uint32_t form_row; /* index in the form's block */
    bool is_present;
    nb_span label_span;
    nb_row_doubt doubt;
    nb_cell *cells; /* as many as the block has columns */
} nb_row;

typedef struct nb_table_block {
    const nb_form_block *form;
    nb_row *rows; /* form->row_count */
    bool is_present;
    nb_span title_span;
    bool columns_sure; /* values were assigned by header or by a full count of cells */
    bool has_extra_columns;
    nb_span *header_spans; /* form->column_count; empty span where not found */
} nb_table_block;

/* A row or header cell that the form does not have. */
typedef struct nb_table_extra {
    nb_span span;
    nb_view label;      /* as printed */
    uint32_t grid_cell; /* as nb_cell's */
    bool is_column;
} nb_table_extra;

typedef struct nb_table {
    nb_table_key key;
    nb_form_id form_id;        /* whose table this is; by its headers, not by the year */
    const nb_form_table *form; /* NULL for NB_TABLE_OTHER */
    nb_dialect dialect;
    nb_span span;
    nb_section_key section; /* where it stands */
    bool is_assigned;       /* every row that is present has its cells assigned */
    const char *reason;     /* "glued", "cell-count", "columns"; NULL if assigned */
    nb_table_block *blocks; /* form->block_count */
    uint32_t block_count;
    const nb_table_extra *extras;
    uint32_t extra_count;
    const nb_grid *grid; /* where it came from one grid; else NULL */
    uint64_t hash;       /* of its key, its form and all that its cells say; not of its places */
    const struct nb_table *before; /* the same one in the reading before, all of whose places have
                                      moved by as much; NULL if it was not taken over. Good for a
                                      comparison only, as long as that reading lives. */
} nb_table;

/*
 * Where tables stand: grids, and runs of paragraphs that only their labels give away (with marked
 * headings that are labels between them). Sorted, not overlapping; one table may have several.
 * Headings and sentences inside an area are cells, not prose.
 */
typedef struct nb_table_area {
    nb_span span;
    nb_table_key key;     /* OTHER: a grid that is none of the forms' */
    uint32_t first_block; /* the first and last block of markup it touches */
    uint32_t last_block;
} nb_table_area;

typedef struct nb_table_areas {
    const nb_table_area *items;
    uint32_t count;
    struct nb_table_line *lines; /* for nb_tables_read */
    uint32_t line_count;
} nb_table_areas;

/* The cell of a table by keys; NULL if the form has no such row or column, or the row is absent. */
const nb_cell *nb_table_cell(const nb_table *table, const char *row_key, const char *column_key);

/* ---- who, when, which form ---- */

typedef enum nb_year_source {
    NB_YEAR_NONE,
    NB_YEAR_TITLE,
    NB_YEAR_PERIOD,
    NB_YEAR_PREAMBLE,
    NB_YEAR_CAPTION,
    NB_YEAR_SIGN_OFF, /* year of the sign-off minus one */
    NB_YEAR_BODY,     /* the year that the prose speaks of most */
    NB_YEAR_FORCED,   /* by the options */
} nb_year_source;

const char *nb_year_source_name(nb_year_source source);

typedef struct nb_year_evidence {
    nb_year_source source;
    int year;
    nb_span span;
} nb_year_evidence;

typedef enum nb_issuer_kind {
    NB_ISSUER_UNKNOWN,
    NB_ISSUER_GOVERNMENT, /* 省 市 县 区 人民政府 (and its 办公厅/办公室 reporting for it) */
    NB_ISSUER_DEPARTMENT,
    NB_ISSUER_TOWNSHIP, /* 乡 镇 街道: no statutory deadline (domain: 1.3) */
} nb_issuer_kind;

typedef struct nb_title {
    bool is_present;
    nb_span span;
    nb_view body;      /* the issuer's name in it, as printed; may be empty */
    nb_span year_span; /* digits of the year; empty if none */
    int year;
    bool is_report; /* the words 政府信息公开 … 报告 are there */
} nb_title;

typedef struct nb_sign_off {
    bool has_body;
    nb_span body_span;
    nb_view body;
    bool has_date;
    nb_date date;
} nb_sign_off;

typedef struct nb_report {
    const nb_markup *markup;
    const nb_lines *lines;
    nb_view eol;          /* nb_lines_eol of them: asked for once, as there may be many reports */
    bool is_report;       /* enough of a report was recognised for rules to speak at all */
    nb_span extent;       /* of the report within the document (page chrome left out) */
    uint32_t first_block; /* its blocks: [first_block, block_end) of markup->blocks */
    uint32_t block_end;

    nb_title title;
    nb_view issuer; /* from title, else preamble, else sign-off; empty if unknown */
    nb_span issuer_span;
    nb_issuer_kind issuer_kind;

    int year; /* 0: unknown */
    nb_year_source year_source;
    const nb_year_evidence *years; /* everything that names a reporting year, by rank */
    uint32_t year_count;

    nb_form_id form_required; /* by year */
    nb_form_id form_used;     /* by table headers; NONE: no table of a form */
    const nb_form *form;      /* required, else used; NULL if neither is known */

    const nb_period *periods;
    uint32_t period_count;

    nb_span preamble; /* text before the first part, title left out; may be empty */
    nb_declaration declaration;
    const nb_heading *headings;
    uint32_t heading_count;
    const nb_section *sections;
    uint32_t section_count;
    const nb_sentence *sentences;
    uint32_t sentence_count;
    nb_table_areas table_areas; /* of the whole document */
    const nb_table *tables;
    uint32_t table_count;
    nb_sign_off sign_off;
} nb_report;

typedef struct nb_report_options {
    int force_year;             /* 0: find it */
    nb_form_id force_form;      /* NONE: find it */
    nb_issuer_kind issuer_kind; /* UNKNOWN: find it */
    /* Of an earlier state of the text, read with the same options: what is still so is taken from
     * it instead of being found again. It may live in another arena. NULL: none. */
    const struct nb_reading *before;
} nb_report_options;

/* The reports of one document, in order; nearly always one, never none. */
typedef struct nb_report_list {
    const nb_report *const *items;
    uint32_t count;
    const struct nb_reading *reading; /* for the next reading's options */
} nb_report_list;

/*
 * Reads the reports of a document (a second one begins where a second title and a second set of
 * parts do). markup and lines must outlive the result. Linear in the text; never fails: what is
 * not recognised is absent. options may be NULL.
 */
nb_report_list nb_report_read(nb_arena *arena, const nb_markup *markup, const nb_lines *lines,
                              const nb_report_options *options);

/* The first section with this key, or NULL. */
const nb_section *nb_report_section(const nb_report *report, nb_section_key key);

/* The first table with this key, or NULL; a table of the form in force is preferred. */
const nb_table *nb_report_table(const nb_report *report, nb_table_key key);

#endif
