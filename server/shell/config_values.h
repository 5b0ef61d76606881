#ifndef NB_SHELL_CONFIG_VALUES_H
#define NB_SHELL_CONFIG_VALUES_H

#include "nb/base/buf.h"
#include "shell/config_read.h"
#include "shell/json_walk.h"

/* What the readers of single values share. */

typedef struct nb_config_reader {
    nb_arena *arena;
    nb_lang lang;
    nb_view text; /* empty: settings, which have no places */
    bool is_settings;
    nb_config config;
    nb_severity *severities; /* those of config, while they are filled */
    bool *overridden;
    NB_VEC(nb_config_problem) problems;
} nb_config_reader;

/* Notes a problem; {0} and {1} of message become a and b. */
void nb_config_say(nb_config_reader *reader, nb_span span, nb_text2 message, nb_view a, nb_view b);

/* Reads the value of a known key that stands at span. */
void nb_config_read_value(nb_config_reader *reader, nb_config_key key, const cJSON *value,
                          nb_span span);

#endif
