#ifndef NB_LSP_TRANSPORT_H
#define NB_LSP_TRANSPORT_H

#include "nb/base/view.h"

/*
 * The bytes in and out, and the moments at which things happen. The only part that knows libuv.
 * Input and output may each be a pipe, a socket, a terminal or a file.
 */
typedef struct nb_transport nb_transport;

/* Output that the client does not take piles up to this; then input is left unread. */
#define NB_TRANSPORT_BACKLOG_MAX (64u * 1024u * 1024u)

typedef struct nb_transport_events {
    void *context;
    /* Bytes have arrived; valid during the call. */
    void (*on_input)(void *context, nb_view bytes);
    /* All input of this round was delivered. */
    void (*on_round)(void *context);
    /* Nothing waits in the input. True if there is more to do when it is still so later on. */
    bool (*on_idle)(void *context);
    /* The input has ended, or the output, or the parent process: the client is gone. */
    void (*on_gone)(void *context, const char *why);
} nb_transport_events;

/* On file descriptors 0 and 1. NULL, with a sentence in *error, if they cannot be used. */
nb_transport *nb_transport_new(const nb_transport_events *events, const char **error);
void nb_transport_free(nb_transport *transport);

/* Runs until nb_transport_stop; then writes out what is still queued, two seconds at most. */
void nb_transport_run(nb_transport *transport);
void nb_transport_stop(nb_transport *transport);

/* Writes all bytes, now or later, behind everything sent before. */
void nb_transport_send(nb_transport *transport, nb_view bytes);

/* on_gone when this process has ended; looked at every few seconds. 0 watches none. */
void nb_transport_watch_process(nb_transport *transport, int pid);

/* on_idle once more after so many milliseconds; a later call replaces an earlier one. */
void nb_transport_wake(nb_transport *transport, uint32_t ms);

/* Milliseconds of a clock that never goes back. */
uint64_t nb_transport_now(const nb_transport *transport);

#endif
