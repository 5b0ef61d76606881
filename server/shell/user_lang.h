#ifndef NB_SHELL_USER_LANG_H
#define NB_SHELL_USER_LANG_H

#include "nb/base/lang.h"

/* What LC_ALL, LC_MESSAGES and LANG ask for, the first that is set; Chinese if none is. */
nb_lang nb_lang_of_environment(void);

#endif
