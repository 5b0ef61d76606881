#ifndef NB_CLI_MODEL_H
#define NB_CLI_MODEL_H

#include "nb/base/buf.h"
#include "nb/check/check.h"

/* What was recognised of a document, for a person and for a program. Several reports in one
 * document: the first one, the rest under "others". */
void model_write_json(nb_buf *out, const char *path, const nb_analysis *analysis);
void model_write_text(nb_buf *out, const nb_analysis *analysis, nb_lang lang);

/* "value", "blank", "unreadable", "unassigned"; NULL for a cell that is not there. */
const char *model_state_name(nb_cell_state state);

#endif
