#ifndef NB_TESTS_RULES_HARNESS_H
#define NB_TESTS_RULES_HARNESS_H

#include "nb/check/apply.h"

/* The whole file, in the arena; false if it cannot be read. */
bool harness_read(nb_arena *arena, const char *path, nb_view *content);
bool harness_write(const char *path, nb_view content);

/* Names in a folder (not beginning with '.'), sorted; in the arena. */
typedef struct harness_names {
    const char **items;
    uint32_t count;
} harness_names;
harness_names harness_list(nb_arena *arena, const char *folder);
bool harness_is_folder(const char *path);

/* A fixture and what its sidecar asks for. */
typedef struct fixture {
    const char *path;
    nb_view name;
    nb_view text;
    nb_view expected; /* the lines of findings, without options and comments */
    nb_view header;   /* the options and comments */
    nb_check_options options;
    bool has_sidecar;
    bool is_silent;
    bool is_clean;
} fixture;

/* False, with a message on stdout, if a file cannot be read or the sidecar has a mistake. */
bool fixture_load(nb_arena *arena, const char *path, fixture *out);

/* Is this the name of a document (.txt, .md, .html)? */
bool fixture_is_document(const char *name);

/* `error T101 "15"` for each finding of rule, one a line. */
nb_view fixture_findings(nb_arena *arena, const nb_analysis *analysis, const nb_rule *rule);

/* Applies every fix of every finding of rule; the number of failures, each told on stdout. */
int fixes_verify(nb_arena *arena, const fixture *f, const nb_analysis *analysis,
                 const nb_rule *rule);

#endif
