#ifndef NB_LSP_SNIPPETS_H
#define NB_LSP_SNIPPETS_H

#include "nb/base/arena.h"

/* Texts with placeholders as snippets: TAB leads from one place to be filled in to the next. */

/* True if text has a placeholder 【待填：…】. */
bool nb_snippet_is_wanted(nb_view text);

/* text in the snippet syntax of LSP: each placeholder a tab stop ${1:【待填：…】}; `$`, `}` and the
 * backslash escaped. In the arena. */
nb_view nb_snippet_of(nb_arena *arena, nb_view text);

#endif
