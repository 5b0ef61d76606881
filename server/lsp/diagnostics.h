#ifndef NB_LSP_DIAGNOSTICS_H
#define NB_LSP_DIAGNOSTICS_H

#include "lsp/server.h"

/*
 * Findings as diagnostics. The members follow what the client says it understands; the operands
 * of a sum go into the message where there is no relatedInformation.
 */

#define NB_DIAGNOSTICS_MAX 1000u /* of one document; the log tells when there are more */

/* One Diagnostic object. */
void nb_diagnostics_add(const nb_server *server, nb_buf *out, const nb_open *open,
                        const nb_analysis *analysis, const nb_finding *finding);

/* The array of them all. */
void nb_diagnostics_add_all(const nb_server *server, nb_buf *out, const nb_open *open,
                            const nb_analysis *analysis);

/* Analyses what has changed and publishes what differs from what was published before, unless the
 * client pulls. */
void nb_diagnostics_publish_all(nb_server *server);

/* Publishes nothing in place of what was published: the document is being closed. */
void nb_diagnostics_clear(nb_server *server, nb_open *open);

/* What tells a finding from the others in commands and in data: code and fingerprint. */
nb_view nb_finding_key(nb_arena *arena, const nb_finding *finding);

/* The finding with this key; NULL if it is gone. */
const nb_finding *nb_finding_of_key(nb_arena *arena, const nb_analysis *analysis, nb_view key);

#endif
