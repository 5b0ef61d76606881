#ifndef NB_LSP_URI_H
#define NB_LSP_URI_H

#include "nb/base/arena.h"

/*
 * URIs are compared in a normal form and sent back as the client wrote them: file:///c%3A/x,
 * file:///C:/x and file:///c:/x are one file.
 */

#define NB_URI_MAX 16384u /* bytes; longer ones are refused */

/* The normal form: for file: percent-decoded but for %2F, drive letter in lower case; else as is.
 */
nb_view nb_uri_key(nb_arena *arena, nb_view uri);

/* Scheme without the colon; empty if there is none. */
nb_view nb_uri_scheme(nb_view uri);

/* The path of a file: URI in the system's own form; the empty view for every other scheme. */
nb_view nb_uri_path(nb_arena *arena, nb_view uri);

/* file: URI of an absolute path; every byte but unreserved ones and "/" is percent-encoded. */
nb_view nb_uri_of_path(nb_arena *arena, nb_view path);

#endif
