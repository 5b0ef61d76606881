#ifndef NB_CHECK_CONFIG_H
#define NB_CHECK_CONFIG_H

#include "nb/check/check.h"

/*
 * What a user asks for in nianbao.json, or an editor in its settings: read by the shells (the
 * JSON is theirs), applied here. Everything a config points to lives as long as what made it.
 */

typedef enum nb_config_key {
    NB_CONFIG_RULES,
    NB_CONFIG_YEAR,
    NB_CONFIG_FORM,
    NB_CONFIG_ISSUER,
    NB_CONFIG_DEADLINE,
    NB_CONFIG_LENGTH_LIMIT,
    NB_CONFIG_IGNORE,
    NB_CONFIG_LANGUAGE,
    NB_CONFIG_SUPPRESS,
    NB_CONFIG_KEY_COUNT
} nb_config_key;

const char *nb_config_key_name(nb_config_key key); /* "lengthLimit" */
nb_text2 nb_config_key_about(nb_config_key key);   /* a sentence for the schema and the manual */

/* The key with this name; false if there is none. *nearest (may be NULL) is then the one that was
 * most likely meant, or NB_CONFIG_KEY_COUNT. */
bool nb_config_key_find(nb_view name, nb_config_key *key, nb_config_key *nearest);

/* A finding that is not to be reported. */
typedef struct nb_config_suppression {
    uint64_t fingerprint;
    nb_view path; /* a pattern like those of ignore; empty: in every file */
} nb_config_suppression;

typedef struct nb_config {
    nb_view folder;                /* absolute; patterns are relative to it */
    const nb_severity *severities; /* nb_rule_count entries; see nb_rule_options */
    const bool *overridden;        /* NULL: rules are as they are */
    int year;                      /* 0: not said */
    nb_form_id form;               /* NONE: not said */
    nb_issuer_kind issuer;         /* UNKNOWN: not said */
    int deadline;                  /* month * 100 + day; 0: not said */
    int length_limit;              /* 0: not said */
    bool has_lang;
    nb_lang lang;
    const nb_view *ignore;
    uint32_t ignore_count;
    const nb_config_suppression *suppress;
    uint32_t suppress_count;
} nb_config;

/*
 * Fills what options leaves open: what the command line or a nearer config has said stays. Rules
 * are merged one by one, suppressions are added. path is the absolute path of the text, for
 * suppressions that name one. What options then points to lives in the arena. The language is
 * the shell's: it has messages of its own.
 */
void nb_config_apply(nb_arena *arena, const nb_config *config, nb_view path,
                     nb_check_options *options);

/* An absolute path as seen from the config's folder; itself where it lies elsewhere. */
nb_view nb_config_relative(const nb_config *config, nb_view path);

/* Is the file of this absolute path left out? */
bool nb_config_ignores(const nb_config *config, nb_view path);

/*
 * Does a pattern match a path relative to the config's folder, or a folder above it? As in
 * .gitignore: `*` and `?` stay within a name, `**` goes over folders, a pattern without a slash
 * (but at its end) is a name anywhere, another one begins at the config's folder.
 */
bool nb_config_pattern_matches(nb_view pattern, nb_view path);

/* ---- values by their names; false if there is no such value ---- */

bool nb_severity_of_name(nb_view name, nb_severity *severity); /* "off", "error", … */
bool nb_form_of_name(nb_view name, nb_form_id *form);          /* "2021" */
bool nb_issuer_kind_of_name(nb_view name, nb_issuer_kind *kind);
bool nb_deadline_of_name(nb_view name, int *deadline);            /* "03-31" */
bool nb_fingerprint_of_name(nb_view name, uint64_t *fingerprint); /* 16 hexadecimal digits */

#define NB_YEAR_FORCED_MIN 1990
#define NB_YEAR_FORCED_MAX 2100

#endif
