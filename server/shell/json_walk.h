#ifndef NB_SHELL_JSON_WALK_H
#define NB_SHELL_JSON_WALK_H

#include "nb/base/view.h"

/*
 * Places in a text of JSON, which cJSON does not keep: goes over the members of one object or
 * array in step with cJSON's children. The text must be one that cJSON has read; on any other
 * the places are wrong and nothing else. An empty text has no places: every span is empty.
 */
typedef struct nb_json_walk {
    nb_view text;
    uint32_t at;
} nb_json_walk;

/* Of the object or array that begins at or behind start (blanks before it are passed). */
nb_json_walk nb_json_walk_into(nb_view text, uint32_t start);

/* The next member: its key with the quotes (empty in an array) and its value. */
void nb_json_walk_next(nb_json_walk *walk, nb_span *key, nb_span *value);

#endif
