#ifndef NB_TEXT_LINES_H
#define NB_TEXT_LINES_H

#include "nb/base/arena.h"

/*
 * Places in a text. A line ends with LF, CRLF or CR and nothing else (LSP 3.17, TextDocument).
 * Byte offsets are the only coordinates inside the program; nb_position exists for the shells.
 */

typedef enum nb_encoding {
    NB_UTF16, /* LSP's default */
    NB_UTF8,
    NB_UTF32,
} nb_encoding;

typedef struct nb_position {
    uint32_t line;      /* from 0 */
    uint32_t character; /* from 0, in units of the encoding */
} nb_position;

typedef struct nb_range {
    nb_position start;
    nb_position end; /* exclusive */
} nb_range;

/* Start offsets of all lines; there is always at least one line. */
typedef struct nb_lines {
    nb_view text;
    const uint32_t *starts;
    uint32_t count;
    bool well_formed; /* text is known to be UTF-8: counting units is then much faster */
} nb_lines;

/* Indexes text in one pass; the result points into text and into the arena. */
nb_lines nb_lines_index(nb_arena *arena, nb_view text);

/* The same, when the lines of an earlier state of the text are known: only what has changed is
 * looked through. They may live in another arena; NULL: none. */
nb_lines nb_lines_index_again(nb_arena *arena, nb_view text, const nb_lines *before);

/* The line (from 0) that holds the byte at offset; an offset beyond the end gives the last. */
uint32_t nb_lines_at(const nb_lines *lines, uint32_t offset);

/* The bytes of a line without its line end. line must be below count. */
nb_span nb_lines_span(const nb_lines *lines, uint32_t line);

/* An offset beyond the end gives the end of the text. Invalid bytes count as one unit each, in
 * every encoding (as U+FFFD would). */
nb_position nb_lines_position(const nb_lines *lines, uint32_t offset, nb_encoding encoding);
nb_range nb_lines_range(const nb_lines *lines, nb_span span, nb_encoding encoding);

/* The units of a span within a line, which begins and ends at character borders. */
uint32_t nb_lines_units(const nb_lines *lines, nb_span span, nb_encoding encoding);

/*
 * The offset of a position. Clamps as LSP wants: a character beyond the line means the end of
 * the line before its terminator, a line beyond the last the end of the text, a position inside
 * a surrogate pair or a UTF-8 sequence the start of that character.
 */
uint32_t nb_lines_offset(const nb_lines *lines, nb_position position, nb_encoding encoding);

/* An inverted range is read as if its ends were swapped. */
nb_span nb_lines_span_of(const nb_lines *lines, nb_range range, nb_encoding encoding);

/* The line end that most lines of the text have: "\n", "\r\n" or "\r"; "\n" if there is none. */
nb_view nb_lines_eol(const nb_lines *lines);

#endif
