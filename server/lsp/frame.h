#ifndef NB_LSP_FRAME_H
#define NB_LSP_FRAME_H

#include "nb/base/buf.h"

/*
 * The framing of the base protocol (LSP 3.17, "Base Protocol"): a header block of "Name: value"
 * lines ended by CRLF, an empty line, then exactly Content-Length bytes. The bytes may arrive in
 * pieces of any size; the reader is a state machine that never looks back.
 */

#define NB_FRAME_LENGTH_MAX (1024u * 1024u * 1024u) /* bytes of one body; clangd has the same */
#define NB_FRAME_HEADER_MAX 4096u                   /* bytes of one header line */
#define NB_FRAME_HEADERS_MAX 64u                    /* lines of one header block */

typedef enum nb_frame_status {
    NB_FRAME_MORE,   /* the input is used up, the frame is not complete */
    NB_FRAME_READY,  /* body holds a whole one */
    NB_FRAME_BROKEN, /* where the next frame begins can no longer be known; error says why */
} nb_frame_status;

typedef struct nb_frame_reader {
    nb_buf body;             /* owned; the caller may change its bytes */
    bool is_foreign_charset; /* of the ready frame: Content-Type asks for another than UTF-8 */
    const char *error;       /* static, set with NB_FRAME_BROKEN */

    /* private */
    char line[NB_FRAME_HEADER_MAX];
    uint32_t line_len;
    uint32_t line_count;
    bool in_body;
    bool has_length;
    uint32_t length;
} nb_frame_reader;

/* A reader starts as {0}. */
void nb_frame_release(nb_frame_reader *reader);

/*
 * Takes bytes from the front of *input until a frame is complete or nothing is left. After
 * NB_FRAME_READY the body is valid until the next call. After NB_FRAME_BROKEN every call says so.
 */
nb_frame_status nb_frame_take(nb_frame_reader *reader, nb_view *input);

/* True if the reader stands between two frames: the input may end here. */
bool nb_frame_is_idle(const nb_frame_reader *reader);

#endif
