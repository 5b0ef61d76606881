#ifndef NB_LSP_SETTINGS_H
#define NB_LSP_SETTINGS_H

#include "lsp/server.h"

/*
 * What a user may set, under "nianbao" in the editor's settings or in initializationOptions: the
 * keys of nianbao.json (docs/configuration.md), and
 *   lang          "zh", "en" or "auto" (the editor's); the same as language
 *   forceReport   check texts in which no report is recognised, too
 *   typingRest    milliseconds that findings on a figure being typed wait; 0: none (hold.h)
 *   manual        address of a page that explains the rules, each at #slug
 * The severity of a rule may be "default" as well. Other members are the editor's own part's; wrong
 * values are named in the log.
 */

/* Takes settings over those in force; true if anything has changed. */
bool nb_settings_take(nb_server *server, const cJSON *settings);

/* Asks the client for its settings, if it can be asked. */
void nb_settings_ask(nb_server *server);

void nb_settings_release(nb_server *server);

#endif
