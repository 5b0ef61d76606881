#ifndef NB_REPORT_READER_H
#define NB_REPORT_READER_H

#include "nb/report/report.h"
#include "nb/text/fold.h"
#include "report/match.h"
#include "report/notes.h"
#include "report/reading.h"
#include "report/tables.h"

/*
 * What the steps of nb_report_read share. The document's headings and paragraphs are folded once
 * (paras); every step matches in the folded text and maps back to the document. Tables, code and
 * comments are no paras.
 */

typedef struct nb_para {
    uint32_t block;   /* index into markup->blocks */
    nb_mapped folded; /* blanks dropped: see fold.h */
    nb_note *notes;   /* NB_NOTE_COUNT; by nb_note_get */
    bool in_table;    /* begins inside the area of a table */
} nb_para;

/* A place in the document that may be a heading; offsets into the para's folded text. */
typedef struct nb_candidate {
    uint32_t para;
    uint32_t start; /* of the number, or of the title */
    uint32_t number_start, number_end;
    uint32_t title_start, title_end;
    nb_number_style style;
    int number;
    uint8_t level; /* of a marked-up heading; else 0 */
    nb_section_key key;
    bool is_whole;    /* the paragraph holds nothing else */
    bool is_mid_line; /* found in the middle of the paragraph */
    bool is_item;     /* a sentence or clause of a numbered list: counts, but is no heading */
    bool has_words;   /* mid-line: its title is made of the words of official titles alone */
} nb_candidate;

typedef struct nb_candidates {
    nb_candidate *items;
    uint32_t len;
    uint32_t cap;
} nb_candidates;

typedef struct nb_reader {
    nb_arena *arena;
    const nb_markup *markup;
    const nb_lines *lines;
    const nb_report_options *options;
    nb_table_areas areas;
    nb_para *paras; /* of the whole document */
    uint32_t para_count;
    nb_reading *reading; /* with what is taken over, and for what is left */

    /* the report that is being read */
    nb_report *report;
    uint32_t first_para;
    uint32_t para_end;
    uint32_t title_first; /* paras of the title: [title_first, title_end); none if equal */
    uint32_t title_end;
    uint32_t body_first; /* first depth-1 heading's para; para_end if there is none */
} nb_reader;

/* True if blanks or a line end were dropped before offset at of a para. */
bool nb_para_gap(const nb_reader *reader, const nb_para *para, uint32_t at);

/* The first offset of [at, end) of which that is true, or end; at is above 0. */
uint32_t nb_para_next_gap(const nb_reader *reader, const nb_para *para, uint32_t at, uint32_t end);

/* The document's place of [start, end) of a para. */
static inline nb_span nb_para_span(const nb_para *para, uint32_t start, uint32_t end)
{
    return nb_mapped_source(&para->folded, start, end);
}

/*
 * Makes para, whose block is set, what the para of the reading before was that was made of the same
 * block; false if there was none (reading.c).
 */
bool nb_para_take_over(nb_reader *reader, nb_para *para);

/* What take says of the para's texts and nothing else, asked once. */
typedef nb_note nb_note_taker(nb_reader *reader, const nb_para *para);

static inline const nb_note *nb_note_get(nb_reader *reader, const nb_para *para, nb_note_kind kind,
                                         nb_note_taker *take)
{
    nb_note *note = &para->notes[kind];
    if (!note->is_taken)
        *note = take(reader, para);
    return note;
}

/* ---- numbers of headings (number.c) ---- */

typedef struct nb_numbering {
    nb_number_style style;
    int number;
    uint32_t number_start; /* the numeral alone */
    uint32_t number_end;
    uint32_t end; /* behind the number and its punctuation */
} nb_numbering;

/* The numbering that stands at offset at of folded text; false if there is none. */
bool nb_numbering_read(nb_view folded, uint32_t at, nb_numbering *numbering);

/* 一 … 九十九 or one or two digits at *at, moved behind them; 0 if there are none. */
int nb_numeral_small(nb_view folded, uint32_t *at);

/*
 * A whole heading without its number and what decorates it: 【一、总体情况】 “一、总体情况”
 * ★一、总体情况, 一总体情况 (where the rest is a title of the forms). n is set; style NONE if there
 * is no number.
 */
nb_view nb_heading_bare(nb_view folded, nb_numbering *n);

/* ---- titles of parts (titles.c) ---- */

typedef struct nb_title_match {
    nb_section_key key;
    bool is_official;     /* the form's wording or an accepted variant */
    bool is_misspelt;     /* one character off */
    const char *intended; /* the title meant, if misspelt */
} nb_title_match;

/* As nb_title_key, and how close to the wording of form (NULL: no fixed wording). */
nb_title_match nb_title_match_form(nb_arena *arena, nb_view title, int number, const nb_form *form);

/*
 * The length of the longest stretch at offset at that is made of words of official titles and ends
 * where a title can end; 0 if there is none. For headings glued to the text that follows.
 */
uint32_t nb_title_stretch(nb_view folded, uint32_t at);

/* ---- the steps, in their order ---- */

void nb_paras_collect(nb_reader *reader);
bool nb_extent_next(nb_reader *reader, uint32_t *from);
void nb_title_read(nb_reader *reader);
void nb_extent_begin_at_title(nb_reader *reader);
void nb_declaration_find(nb_reader *reader, uint32_t *para, nb_span *folded);
nb_candidates nb_candidates_collect(nb_reader *reader, uint32_t declaration_para,
                                    nb_span declaration);
void nb_outline_read(nb_reader *reader, const nb_candidates *candidates);
void nb_headings_judge(nb_reader *reader);
void nb_sections_read(nb_reader *reader);
void nb_sections_add_lost(nb_reader *reader);
void nb_declaration_read(nb_reader *reader, uint32_t para, nb_span folded);
void nb_sign_off_read(nb_reader *reader);
void nb_issuer_read(nb_reader *reader);
void nb_periods_read(nb_reader *reader);
void nb_year_read(nb_reader *reader);
void nb_sentences_read(nb_reader *reader);
bool nb_report_recognise(nb_reader *reader);

/* A title line of a report; offsets into its folded text. */
typedef struct nb_title_words {
    uint32_t start; /* behind 标题： and the like */
    uint32_t end;
    uint32_t year_start, year_end; /* digits; equal if there is no year */
    int year;
    uint32_t body_start, body_end; /* equal if there is none */
    bool is_metadata;              /* a line 标题：… of a page's head */
} nb_title_words;

/* True if folded [start, end) is, as a whole, the title of a report. */
bool nb_title_parse(nb_view folded, uint32_t start, uint32_t end, nb_title_words *words);

/* The words of a para that is, as a whole, the title of a report; else NULL. */
const nb_title_words *nb_para_title(nb_reader *reader, const nb_para *para);

/* True if folded text is the name of an organ and nothing else (…局, …街道办事处, …人民政府). */
bool nb_issuer_is_name(nb_view folded);
nb_issuer_kind nb_issuer_kind_of(nb_view name);

/* The characters of the document, without blanks between them, that a folded stretch came from. */
nb_view nb_para_printed(const nb_reader *reader, const nb_para *para, uint32_t start, uint32_t end);

#endif
