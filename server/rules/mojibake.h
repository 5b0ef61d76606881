#ifndef NB_RULES_MOJIBAKE_H
#define NB_RULES_MOJIBAKE_H

#include "nb/rules/rule.h"

/* Where a text begins that was plainly decoded with the wrong encoding, or NB_VIEW_NONE. */
uint32_t nb_mojibake_find(nb_view text);

#endif
