#ifndef NB_LSP_HOLD_H
#define NB_LSP_HOLD_H

#include "lsp/server.h"

/*
 * A figure half typed is no mistake yet. While figures are typed, findings that were not shown
 * before and that speak of the row or the sentence at the caret wait until the caret is elsewhere,
 * the document is saved, or nothing was typed for a short while. Nothing else waits, and what is
 * repaired goes at once.
 */

#define NB_HOLD_REST_MS 300u /* where the setting typingRest says nothing */
#define NB_HOLD_REST_MAX 10000u

/* An edit has replaced removed by inserted, and ended at this byte of the document. */
void nb_hold_note(const nb_server *server, nb_open *open, nb_view removed, nb_view inserted,
                  uint32_t caret);

/* The whole text was replaced, or saved: nobody is typing. */
void nb_hold_end(nb_open *open);

/* The caret is known to be here. */
void nb_hold_move(nb_open *open, uint32_t caret);

/* Before a list of findings of this analysis is made. */
void nb_hold_look(nb_open *open, const nb_analysis *analysis);

/* True for a finding of it that waits. */
bool nb_hold_keeps(const nb_open *open, const nb_finding *finding);

/* After that list was sent. */
void nb_hold_sent(nb_open *open, const nb_analysis *analysis);

/* What has waited long enough is due; true if there is any of it. */
bool nb_hold_tick(nb_server *server);

/* Sees to it that the server is called again in time. */
void nb_hold_wake(nb_server *server);

#endif
