#ifndef NB_CLI_SCHEMA_H
#define NB_CLI_SCHEMA_H

#include "nb/base/buf.h"

/*
 * The JSON Schema (draft 7, which editors know) of nianbao.json, made of the keys and of the
 * rules' descriptors; editors/schema/nianbao.schema.json is a copy of it.
 */
void cli_schema_add(nb_buf *out);

#endif
