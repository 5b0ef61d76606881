#ifndef NB_CHECK_OUTLINE_H
#define NB_CHECK_OUTLINE_H

#include "nb/check/check.h"

/*
 * The shape of the document, for outlines, folding and growing selections. Lists live in the arena,
 * names in it or in the analysis; spans are bytes of analysis->text, lines count from 0.
 */

typedef enum nb_symbol_kind {
    NB_SYMBOL_REPORT,
    NB_SYMBOL_SECTION, /* a part of the report */
    NB_SYMBOL_HEADING, /* within a part */
    NB_SYMBOL_TABLE,
} nb_symbol_kind;

typedef struct nb_symbol {
    nb_symbol_kind kind;
    nb_view name;      /* as it stands in the document, never empty */
    nb_view detail;    /* may be empty */
    nb_span span;      /* all that belongs to it */
    nb_span selection; /* the name's place, inside span */
    uint32_t depth;    /* 0: top; at most one more than that of the symbol before */
} nb_symbol;

typedef struct nb_symbols {
    const nb_symbol *items; /* before their children, in the order of the document */
    uint32_t count;
} nb_symbols;

nb_symbols nb_symbols_of(nb_arena *arena, const nb_analysis *analysis, nb_lang lang);

typedef struct nb_fold_line {
    uint32_t first; /* stays visible */
    uint32_t last;
} nb_fold_line;

typedef struct nb_folds {
    const nb_fold_line *items;
    uint32_t count;
} nb_folds;

/* Headings with what stands under them, and tables. Each has at least two lines. */
nb_folds nb_folds_of(nb_arena *arena, const nb_analysis *analysis);

/* What a growing selection at offset takes in: each span holds the one before and is larger. */
typedef struct nb_span_list {
    const nb_span *items;
    uint32_t count;
} nb_span_list;

nb_span_list nb_selection_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset);

/* The operands of the sums that the cell at offset is part of; of the failing ones, if any fails.
 */
nb_span_list nb_highlights_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset);

/* Where the thing at offset is explained: the heading that the list of parts names, the cell that
 * a figure of the prose speaks of, the places a finding relates to. */
nb_span_list nb_definitions_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset);

/* What speaks of the same cell as the figure or cell at offset: figures of the prose, and the cell
 * itself if with_cell; the list of parts and its heading likewise. Sorted. */
nb_span_list nb_references_at(nb_arena *arena, const nb_analysis *analysis, uint32_t offset,
                              bool with_cell);

#endif
