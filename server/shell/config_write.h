#ifndef NB_SHELL_CONFIG_WRITE_H
#define NB_SHELL_CONFIG_WRITE_H

#include "nb/check/config.h"

/* What the program offers to write into a nianbao.json. */

/*
 * The edit of text that adds a finding to "suppress", with the placeholder of a reason; everything
 * else stays as it is written. text must be a nianbao.json that is not broken (nb_config_file), or
 * empty: then the edit writes the whole file. False if "suppress" is there and no array. path is
 * relative to the file's folder. In the arena.
 */
bool nb_config_suppress_edit(nb_arena *arena, nb_view text, const nb_finding *finding, nb_view path,
                             nb_lang lang, nb_edit *edit);

#endif
