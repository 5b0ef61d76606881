#ifndef NB_LSP_DOCUMENTS_H
#define NB_LSP_DOCUMENTS_H

#include "lsp/json.h"
#include "nb/check/check.h"
#include "nb/text/document.h"

/*
 * The open documents. Each has its text, edited in place, and the analysis of it, which is made
 * anew when somebody needs it and the text has changed since. The analysis is built in the
 * server's spare arena, which then changes places with the document's: what was shown stays whole
 * until its successor is complete, and n documents need n + 1 arenas.
 */

#define NB_DOCUMENTS_MAX 4096u
/* Bytes of the spare arena that the next analysis may use again: what a text of len bytes needs. */
#define NB_ARENA_KEPT(len) (4u * 1024u * 1024u + (size_t)(len)*64u)

/* See hold.h. */
typedef struct nb_hold {
    bool is_on;     /* figures are being typed */
    uint32_t caret; /* behind the last edit */
    nb_span zone;   /* what it stands in */
    uint64_t until_ms;
    uint32_t kept; /* findings that wait */
    nb_buf shown;  /* fingerprints, 64 bits each, of the list that was sent last */
} nb_hold;

typedef struct nb_open {
    nb_view uri; /* as the client spells it */
    nb_view key; /* see uri.h */
    uint64_t key_hash;
    nb_arena *names; /* uri and key live here */
    nb_document *text;
    nb_arena *arena;             /* of analysis */
    const nb_analysis *analysis; /* NULL before the first */
    nb_source_kind kind;
    bool is_checked; /* false: a scheme whose texts are nobody's to edit (git:) */
    bool is_config;  /* a nianbao.json, which is not checked but explained */
    bool is_forced;  /* checked as a report whatever is in it: a user said so */
    bool is_quiet;   /* of a file that nobody has opened: nothing is told about its settings */
    bool is_ignored; /* its configuration leaves it out; like the next three by configuration.c */
    bool has_options;
    uint64_t config_told;                /* hash of what the user was told about it; 0: nothing */
    const struct nb_config_file *config; /* in force; NULL: none */
    nb_check_options options;            /* how it is checked */
    nb_arena *settings;                  /* of options; NULL before they were made */
    bool is_dirty;                       /* the text has changed since analysis */
    bool is_due;                         /* a publish may be needed */
    bool has_version;
    int32_t version;   /* the client's number, only echoed: some clients send constant ones */
    uint64_t revision; /* our own, counts changes */
    bool was_published;
    nb_buf published; /* the diagnostics array as last sent */
    nb_hold hold;
    nb_buf tokens;      /* semantic tokens as last answered: numbers of 32 bits */
    uint32_t tokens_id; /* of that answer; 0: none yet */
} nb_open;

typedef struct nb_documents {
    nb_open **items;
    uint32_t count;
    uint32_t cap;
} nb_documents;

/* Are its findings shown? */
static inline bool nb_open_is_shown(const nb_open *open)
{
    return open->is_checked && !open->is_ignored && !open->is_config;
}

/* A document that is not among the open ones. */
nb_open *nb_open_new(void);
void nb_open_free(nb_open *open); /* NULL is allowed */
void nb_open_set(nb_open *open, nb_view uri, nb_source_kind kind, nb_view text);

/* NULL if it is not open. Any spelling of the URI finds it. */
nb_open *nb_documents_find(const nb_documents *documents, nb_view uri);

/* Opens, or replaces the text of one that is open. NULL if there are too many. */
nb_open *nb_documents_open(nb_documents *documents, nb_view uri, nb_view language, nb_view text);
void nb_documents_close(nb_documents *documents, nb_open *open);
void nb_documents_release(nb_documents *documents);

typedef enum nb_change_result {
    NB_CHANGE_DONE,
    NB_CHANGE_MALFORMED, /* an item was neither a range with text nor a text */
    NB_CHANGE_TOO_LARGE, /* NB_DOCUMENT_MAX */
} nb_change_result;

/* Applies contentChanges in order, each on the result of the one before; tells of the last one. */
typedef struct nb_last_edit {
    bool is_range;    /* false: the whole text was replaced, or there was none */
    nb_view removed;  /* in the arena given */
    nb_view inserted; /* in the message */
    uint32_t end;     /* behind what was inserted */
} nb_last_edit;

nb_change_result nb_open_change(nb_open *open, nb_arena *arena, const cJSON *changes,
                                nb_encoding encoding, nb_last_edit *last);

/* The analysis of the text as it is now; *spare is an arena that may be exchanged. */
const nb_analysis *nb_open_settle(nb_open *open, nb_arena **spare, const nb_check_options *options);

#endif
