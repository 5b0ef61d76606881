#ifndef NB_CHECK_TOKENS_H
#define NB_CHECK_TOKENS_H

#include "nb/check/check.h"

typedef enum nb_token_kind {
    NB_TOKEN_HEADING,
    NB_TOKEN_FIGURE,
    NB_TOKEN_DATE,
    NB_TOKEN_CITATION, /* 《…》, 〔2021〕30号 */
    NB_TOKEN_KIND_COUNT
} nb_token_kind;

typedef struct nb_token {
    nb_span span;
    nb_token_kind kind;
} nb_token;

typedef struct nb_tokens {
    const nb_token *items; /* sorted, not overlapping; may span lines */
    uint32_t count;
} nb_tokens;

/* The words in a span of the text, or touching it, that mean something to the program; spans are
 * bytes of analysis->text. The list lives in the arena. */
nb_tokens nb_tokens_of(nb_arena *arena, const nb_analysis *analysis, nb_span span);

#endif
