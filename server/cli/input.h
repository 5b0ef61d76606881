#ifndef NB_CLI_INPUT_H
#define NB_CLI_INPUT_H

#include "nb/base/arena.h"
#include "nb/base/buf.h"
#include "nb/base/lang.h"

/* Files as they are on disk, and as the UTF-8 text that is checked. */

typedef enum cli_encoding {
    CLI_UTF8,
    CLI_UTF16LE,
    CLI_UTF16BE,
    CLI_UTF32LE,
    CLI_UTF32BE,
    CLI_GB18030,
} cli_encoding;

typedef struct cli_input {
    nb_view bytes; /* the file as it is */
    nb_view text;  /* UTF-8 without byte order mark; bytes that are no UTF-8 are kept */
    cli_encoding encoding;
    bool has_bom;
    nb_view error; /* a sentence in the user's language; empty: text is good */
} cli_input;

/* Larger files are not reports. */
#define CLI_INPUT_MAX (64u * 1024u * 1024u)

/* Reads a file, or standard input for "-", and decodes it. Everything lives in the arena. */
cli_input cli_input_read(nb_arena *arena, const char *path, nb_lang lang);

/* Decodes bytes that were read already. */
cli_input cli_input_decode(nb_arena *arena, nb_view bytes, nb_lang lang);

/* text back in the encoding and with the mark of like; false if a character has no place in it. */
bool cli_input_encode(nb_arena *arena, nb_view text, const cli_input *like, nb_view *bytes);

#endif
