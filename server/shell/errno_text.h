#ifndef NB_SHELL_ERRNO_TEXT_H
#define NB_SHELL_ERRNO_TEXT_H

#include "nb/base/lang.h"

/*
 * Why the system refused, in the user's language: those reasons that a file named on the command
 * line can have, the system's own words for any other. Static, or valid until the next call.
 */
const char *nb_errno_text(int error, nb_lang lang);

#endif
