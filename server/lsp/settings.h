#ifndef NB_LSP_SETTINGS_H
#define NB_LSP_SETTINGS_H

#include "lsp/server.h"

/*
 * What a user may set, under "nianbao" in the editor's settings or in initializationOptions:
 *   lang          "zh", "en" or "auto" (the editor's)
 *   lengthLimit   characters of 总体情况; 0: the default
 *   rules         {"T101": "off" | "error" | "warning" | "information" | "hint" | "default"}
 *   forceReport   check texts in which no report is recognised, too
 * Unknown members are ignored, wrong values are named in the log.
 */

/* Takes settings over those in force; true if anything has changed. */
bool nb_settings_take(nb_server *server, const cJSON *settings);

/* Asks the client for its settings, if it can be asked. */
void nb_settings_ask(nb_server *server);

/* Everything shown is made anew: called when the settings have changed. */
void nb_settings_changed(nb_server *server);

void nb_settings_release(nb_server *server);

#endif
