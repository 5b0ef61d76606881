#ifndef NB_LSP_INBOX_H
#define NB_LSP_INBOX_H

#include "lsp/rpc.h"

/*
 * The messages of one round of input, in order. They are kept until the whole round has been
 * read, so that a $/cancelRequest that came along stops its request before it is begun.
 */

typedef enum nb_message_kind {
    NB_MESSAGE_REQUEST,
    NB_MESSAGE_NOTIFICATION,
    NB_MESSAGE_RESPONSE,
    NB_MESSAGE_REFUSED, /* nothing that can be handled; refusal and code say why */
} nb_message_kind;

typedef struct nb_message {
    nb_message_kind kind;
    cJSON *json; /* owned; NULL if REFUSED */
    char *id;    /* owned raw id, empty if there is none */
    uint32_t id_len;
    const char *method; /* inside json */
    bool is_cancelled;
    nb_error_code code;
    const char *refusal;
} nb_message;

typedef struct nb_inbox {
    nb_message *items;
    uint32_t count;
    uint32_t cap;
    size_t bytes; /* of the bodies that the items came from */
} nb_inbox;

/* A fuller inbox is worked off before more is read. */
#define NB_INBOX_BYTES_MAX (16u * 1024u * 1024u)
#define NB_INBOX_COUNT_MAX 4096u

/* Parses one body (repaired in place, see prescan.h) into the inbox. */
void nb_inbox_add(nb_inbox *inbox, nb_buf *body, bool is_foreign_charset);

bool nb_inbox_is_full(const nb_inbox *inbox);

/* Marks the waiting request with this id (a JSON value). False if there is none. */
bool nb_inbox_cancel(nb_inbox *inbox, const cJSON *id);

void nb_message_release(nb_message *message);
void nb_inbox_clear(nb_inbox *inbox);   /* releases the messages */
void nb_inbox_release(nb_inbox *inbox); /* and the memory */

#endif
